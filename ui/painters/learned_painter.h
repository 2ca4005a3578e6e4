#pragma once

#include "ui/painters/curve_plot.h"
#include "ui/painters/learned_layout.h"
#include "ui/painters/picture_cells.h"
#include "ui/painters/upright_page.h"
#include "ui/theme/ramps.h"

#include <optional>

namespace hg {

/// How a learned filter is looked at.
struct LearnedLook {
    int update = 0;
    bool isRevealed = false;            ///< the hidden filter is shown before the end
    std::optional<int> weight{};        ///< whose arithmetic is told; none: the steepest at the beginning
    const TensorD* drawn = nullptr;     ///< the wanted picture while somebody draws it
    std::optional<int> channel{}, of{}; ///< which of the input's channels is learned from, from 1
    bool operator==(const LearnedLook&) const = default;
};

/// The picture of a filter that is learned, at one size: input, filter, output, wanted output and their
/// difference; the gradient with one update; the error of all updates until now; the hidden filter. Pure: one
/// painter for window and files. Cost of a picture: one FilterStep.
class LearnedPainter {
public:
    LearnedPainter(std::shared_ptr<const LearnedRun> run, const QSizeF& size, PaintStyle style,
                   bool showsInputGradient);
    LearnedPainter(std::shared_ptr<const LearnedRun> run, LearnedLayout layout, PaintStyle style,
                   bool showsInputGradient);
    /// That of a page that is held upright.
    static LearnedLayout uprightLayout(const LearnedRun& run, double width, const PaintStyle& style,
                                       bool showsInputGradient);

    void paint(QPainter& p, const LearnedLook& look) const;
    /// What is seen, in sentences.
    QString describe(const LearnedLook& look) const;
    /// The weight under a place, in filter, gradient or next filter.
    std::optional<int> weightAt(const QPointF& place) const;
    /// The cell of the wanted picture.
    std::optional<OutputCell> wantedAt(const QPointF& place) const;
    /// The update under a place of the curve.
    std::optional<int> updateAt(const QPointF& place) const;
    /// The weight with the steepest gradient at update 0.
    int steepest() const { return m_steepest; }
    /// The greatest of |wanted|, |output at the end|: what full depth means.
    double greatestOutput() const { return m_greatestOutput; }
    const LearnedLayout& layout() const { return m_layout; }

private:
    struct Moment; ///< everything at one update
    Moment momentOf(const LearnedLook& look) const;
    QString short3(double value) const;

    void paintTop(QPainter& p, const Moment& m) const;
    void paintHead(QPainter& p, LearnedPart part, const QString& title, const QColor& colour,
                   const QString& note) const;
    void paintTitle(QPainter& p, const QRectF& box, const QString& title, const QColor& colour,
                    const QString& note, double pixels) const;
    void paintValues(QPainter& p, const GridLayout& grid, std::span<const double> values, Role role,
                     double greatest) const;
    void paintSigned(QPainter& p, const GridLayout& grid, std::span<const double> values,
                     double greatest) const;
    void paintCells(QPainter& p, const GridLayout& grid, std::span<const double> values, double greatest,
                    const std::function<QColor(double)>& colourOf, const QColor& border) const;
    void paintMosaic(QPainter& p, const GridLayout& grid, const PictureCells::ColourOf& colourOf) const;
    std::optional<UprightDigits> digitsIn(const GridLayout& grid, double greatest) const;
    bool hasNumbers(const GridLayout& grid, double greatest) const
    {
        return digitsIn(grid, greatest).has_value();
    }
    void paintDashes(QPainter& p, const GridLayout& grid, std::span<const double> values,
                     double greatest) const;
    void paintFree(QPainter& p, const GridLayout& grid) const;
    void paintOperators(QPainter& p) const;
    void paintBrace(QPainter& p) const;
    void paintPair(QPainter& p, const Moment& m) const;
    void paintStep(QPainter& p, const Moment& m) const;
    void paintStepHeads(QPainter& p, const Moment& m) const;
    void paintStepOperators(QPainter& p) const;
    void paintRamp(QPainter& p) const;
    void paintSum(QPainter& p, const Moment& m) const;
    void paintNotes(QPainter& p, const Moment& m) const;
    void paintCurve(QPainter& p, const Moment& m) const;
    void paintHidden(QPainter& p, const Moment& m) const;
    void fittedText(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
                    double pixels, QFont::Weight weight = QFont::Normal) const;
    void wrappedText(QPainter& p, const QRectF& box, const QString& text) const;
    CurvePlot plotOf(const Moment& m) const;
    bool isDashed(const GridLayout& grid) const { return grid.cell >= m_style.px(3); }

    std::shared_ptr<const LearnedRun> m_run;
    PaintStyle m_style;
    bool m_showsInputGradient;
    LearnedLayout m_layout;
    CellBrush m_brush;
    PictureCells m_pictures;
    Ramp m_signed;
    int m_steepest = 0;
    double m_greatestInput = 1, m_greatestOutput = 1, m_greatestDifference = 1, m_greatestWeight = 1,
           m_greatestGradient = 1, m_greatestInputGradient = 0;
};

} // namespace hg
