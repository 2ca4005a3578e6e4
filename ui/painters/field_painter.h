#pragma once

#include "core/lab/field_setup.h"
#include "ui/painters/field_layout.h"
#include "ui/painters/picture_cells.h"

#include <memory>
#include <optional>

namespace hg {

/// How a receptive field is looked at.
struct FieldLook {
    FieldCell cell{1, 0, 0};
    double opened = 0;                       ///< layers that the cone has gone down through
    int channel = 0;                         ///< shown of every level that has so many, else its last
    std::shared_ptr<const TensorD> weight{}; ///< fieldWeightOf() the cell; null: the input as it is
    bool operator==(const FieldLook&) const = default;
};

/// The picture of a receptive field at one size: a cell's cone through all levels down to the input, one line
/// of it as a graph, and the arithmetic. Pure: one painter for window and files. Cost of a picture: O(cells).
class FieldPainter {
public:
    FieldPainter(std::shared_ptr<const FieldNumbers> numbers, const QSizeF& size, PaintStyle style,
                 bool hasButtons);
    FieldPainter(std::shared_ptr<const FieldNumbers> numbers, FieldLayout layout, PaintStyle style);
    /// That of a page that is held upright.
    static FieldLayout uprightLayout(const FieldNumbers& numbers, double width, const PaintStyle& style);

    void paint(QPainter& p, const FieldLook& look) const;
    /// What is seen, in sentences.
    QString describe(const FieldLook& look) const;
    /// The cell of a layer under a place, of a picture or of the line; that of the line in `now`'s row.
    std::optional<FieldCell> cellAt(const QPointF& place, FieldCell now) const;
    const FieldLayout& layout() const { return m_layout; }

    /// "Input", "Layer 2".
    static QString nameOf(int level, const Texts& texts);
    /// "7 × 7", or "nothing" for an empty set.
    static QString extentOf(const FieldSets& sets, const Texts& texts);
    /// A jump or a field: 4, or 1/2.
    static QString textOf(const Fraction& fraction);

private:
    struct Moment; ///< everything at one look

    void paintLevel(QPainter& p, const Moment& m, int level) const;
    void paintHead(QPainter& p, int level) const;
    void paintUprightHead(QPainter& p, int level) const;
    bool isNumbered(const GridLayout& grid, std::span<const double> values) const;
    void paintNumbers(QPainter& p, int level, std::span<const double> values) const;
    void paintWeight(QPainter& p, const Moment& m) const;
    void paintCone(QPainter& p, const Moment& m) const;
    void paintBand(QPainter& p, const Moment& m, int lower) const;
    void paintSet(QPainter& p, const Moment& m, int level) const;
    void paintCaption(QPainter& p, const Moment& m, int level) const;
    void paintUprightCaption(QPainter& p, const Moment& m, int level) const;
    void paintCard(QPainter& p, const Moment& m) const;
    void paintCardHead(QPainter& p) const;
    void paintLinks(QPainter& p, const Moment& m, int layer, bool areSeen) const;
    void paintLine(QPainter& p, const Moment& m, int level) const;
    void paintTerms(QPainter& p, const Moment& m) const;
    void paintUprightTerms(QPainter& p, const Moment& m) const;
    void paintLegend(QPainter& p, double line) const;
    double termPixels(bool isSplit) const;
    std::vector<TextRun> termRuns(int layer, bool isOfCone) const;
    std::vector<TextRun> fieldRuns(int layer, bool isOfCone) const;
    QRectF boxOf(int level, const FieldSets& sets) const;
    QString jumpText(int layer) const;
    QString clippedNote(const Moment& m, int level) const;

    std::shared_ptr<const FieldNumbers> m_numbers;
    PaintStyle m_style;
    FieldLayout m_layout;
    CellBrush m_brush;
    PaintMarks m_marks;
    PictureCells m_pictures;
    std::vector<FieldTerms> m_terms, m_rowTerms;
    std::vector<std::vector<std::vector<int>>> m_links; ///< linksBelow() of each layer
};

} // namespace hg
