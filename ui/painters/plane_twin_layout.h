#pragma once

#include "core/lab/conv_scene.h"
#include "ui/painters/cell_brush.h"

namespace hg {

/// Where the parts of both readings of a transposed convolution stand: on the left card input, filter and the
/// stamped output with its counts, on the right one the input with zeros put in, the filter turning and the
/// output once more, in the same line and of the same size.
struct PlaneTwinLayout {
    QRectF stampCard, slideCard, foot;
    GridLayout input, kernel, stamped, counts;
    GridLayout padded, plain, turned, slid; ///< `plain`: the filter before it turned; no rows: no room for it
    QRectF stampText, slideText; ///< for the sums of one cell
    QPointF badge;               ///< between both outputs
    bool hasNumbers = false;     ///< every cell has room for one; otherwise this is no picture
};

/// Of one channel and one filter; `twin` is zeroInserted() of the figure with nothing cropped.
PlaneTwinLayout layOutPlaneTwin(const ConvFigure& figure, const ConvFigure& twin, const QSizeF& size,
                                const PaintStyle& style);

} // namespace hg
