#pragma once

#include "ui/painters/paint_marks.h"
#include "ui/painters/solve_layout.h"

#include <memory>

namespace hg {

/// How the list is looked at.
struct SolveLook {
    int row = 0;             ///< the one chosen
    double scroll = 0;       ///< pixels that the list is moved up
    std::optional<int> used; ///< the row that the lab is set to
};

/// The list of the tab Solve at one size: a row a layer, with its mirror. One painter for window and files.
class SolvePainter {
public:
    /// `hasOffers`: where there is no row, buttons with the nearest sizes stand in offersBox().
    SolvePainter(std::shared_ptr<const SolvedLayers> layers, const QSizeF& size, PaintStyle style,
                 bool hasLegend, bool hasOffers = false);
    SolvePainter(std::shared_ptr<const SolvedLayers> layers, SolveLayout layout, PaintStyle style);
    /// That of a page that is held upright.
    static SolveLayout uprightLayout(const SolvedLayers& layers, double width, const PaintStyle& style);
    SolvePainter(const SolvePainter&) = delete; // its marks look at its style
    SolvePainter& operator=(const SolvePainter&) = delete;

    void paint(QPainter& p, const SolveLook& look) const;
    /// The row in words, or that there is none.
    QString describe(int row) const;
    /// What else places the same windows; empty where nothing does.
    QString otherSettings(int row) const;
    std::optional<int> rowAt(const QPointF& place, double scroll) const;
    double mostScroll() const { return m_layout.mostScroll(count()); }
    /// The scroll nearest to that one with the whole row in view.
    double scrollTo(int row, double scroll) const;
    QRectF offersBox() const
    {
        const QRectF& card = m_layout.card;
        return card.adjusted(m_style.px(12), card.height() / 2 + m_style.px(32), -m_style.px(12), 0);
    }
    const SolveLayout& layout() const { return m_layout; }
    const SolvedLayers& layers() const { return *m_layers; }

private:
    int count() const { return static_cast<int>(m_layers->rows.size()); }
    const GeometrySolution& at(int row) const { return m_layers->rows[static_cast<std::size_t>(row)]; }
    QString stamps(int row) const;
    void paintTitle(QPainter& p) const;
    void paintUprightTitle(QPainter& p) const;
    void paintUprightHeads(QPainter& p) const;
    void paintUprightNothing(QPainter& p) const;
    void paintUprightRow(QPainter& p, int row, const QRectF& box, const SolveLook& look) const;
    void paintUprightNumbers(QPainter& p, int row, const QRectF& box) const;
    void paintHalf(QPainter& p, int row, bool isMirror, const QRectF& box) const;
    void paintDetail(QPainter& p, int row) const;
    void paintHeads(QPainter& p) const;
    void paintNothing(QPainter& p) const;
    void paintRow(QPainter& p, int row, const QRectF& box, const SolveLook& look) const;
    void paintGround(QPainter& p, int row, const QRectF& box, bool isChosen) const;
    void paintNumbers(QPainter& p, int row, const QRectF& box) const;
    void paintEnds(QPainter& p, const ConvAxis& direct, const QRectF& box) const;
    void paintBracket(QPainter& p, const ConvAxis& direct, int output, double y) const;
    void paintCall(QPainter& p, int row, SolveColumn column, const QRectF& box) const;
    void paintBetween(QPainter& p, const QRectF& box, bool isChosen, bool isUsed) const;
    void paintFormulas(QPainter& p, int row) const;
    void paintFormulaLines(QPainter& p, const std::vector<TextRun>& first,
                           const std::vector<TextRun>& second) const;
    void paintNote(QPainter& p, int row) const;
    void line(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
              double pixels, QFont::Weight weight = QFont::Normal) const;

    std::shared_ptr<const SolvedLayers> m_layers;
    PaintStyle m_style;
    bool m_hasOffers;
    SolveLayout m_layout;
    PaintMarks m_marks;
};

/// What the cells at the ends mean, below each other or, `isLine`, beside each other.
void paintSolveLegend(QPainter& p, const QRectF& box, const PaintStyle& style, bool isLine);
/// The height that it takes below each other.
double solveLegendHeight(const PaintStyle& style);

} // namespace hg
