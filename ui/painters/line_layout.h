#pragma once

#include "core/lab/conv_scene.h"
#include "ui/painters/conv_picture.h"

#include <vector>

namespace hg {

/// The values that a plot of samples spans, always with 0, and where they stand in a row.
struct LineScale {
    double least = 0, greatest = 1;

    static LineScale of(const TensorD& values);
    double y(double value, const QRectF& row) const
    {
        return row.bottom() - (value - least) / (greatest - least) * row.height();
    }
    /// The value that stands at `y`, kept inside the span.
    double value(double y, const QRectF& row) const
    {
        const double share = (row.bottom() - y) / row.height();
        return least + (share < 0 ? 0 : share > 1 ? 1 : share) * (greatest - least);
    }
    /// Two to five round values inside the span, 0 among them.
    std::vector<double> ticks() const;
};

/// Where everything of a line's picture stands. All rows share one scale of columns: column c, counted in
/// cells of the unpadded input (forward) or of the whole stamped output (transposed), begins at x(c).
struct LineLayout {
    bool isTransposed = false;
    bool isUpright = false; ///< for a narrow page: cards that are as high as what they hold
    bool hasCells = true;   ///< few numbers, as cells with figures; more are stems
    double left = 0, cell = 0;
    int first = 0, columns = 1; ///< the columns that the picture spans
    ConvAxis axis;              ///< of the window: uncropped, transposed
    int stride = 1;             ///< its own: columns from one cell of the small side to the next
    QRectF head;                ///< above the cards
    QRectF formula;             ///< of the output's size
    QRectF counter;             ///< under it: what a layer learns; empty for one filter on one channel
    QRectF strip;               ///< the filter's weights, a row a channel
    QRectF inputCard, sumCard, outputCard;
    QRectF seen;                    ///< upright: between its sides the strips are seen, which may be wider
    std::vector<QRectF> inputRows;  ///< one a channel
    std::vector<QRectF> filterRows; ///< under each of them, forward
    std::vector<QRectF> stampRows;  ///< of the latest stamps, transposed
    QRectF outputRow, countRow;

    double x(double column) const { return left + (column - first) * cell; }
    QRectF across(double column, double count, const QRectF& row) const
    {
        return {x(column), row.top(), count * cell, row.height()};
    }
    /// Where the window stands at a place of the small side, whole or between two.
    double windowStart(double place) const { return axis.tapPlace(place, 0); }
    /// How far the strips have gone to the left so that the window at that place is seen: 0 where they fit.
    double scroll(double place) const;
    int extent() const { return axis.effectiveKernel(); }
    /// The column in which an input or output stands: that of its window's middle for the small side.
    double smallSideColumn(double place) const { return windowStart(place) + (extent() - 1) / 2.0; }
    double inputColumn(double c) const { return isTransposed ? smallSideColumn(c) : c; }
    double outputColumn(double o) const { return isTransposed ? o : smallSideColumn(o); }
};

/// What a narrow page's texts need, in pixels.
struct UprightRoom {
    double leastCell = 0; ///< for the longest number of the strips
    double inputNote = 36, outputNote = 36;
};
/// Upright, the width alone counts of `size`.
LineLayout layOutLine(const ConvFigure& figure, const QSizeF& size, double scale, const ConvLook& look,
                      const UprightRoom& upright = {});
/// Upright: of the table of terms, which has a row for each; and how many are told one by one.
constexpr double uprightTermHeight = 24, uprightCaptionHeight = 24, uprightEndHeight = 48;
constexpr int mostUprightTerms = 16;

} // namespace hg
