#pragma once

#include "core/lab/conv_matrix.h"
#include "ui/painters/cell_brush.h"

#include <vector>

namespace hg {

/// Where the parts of a convolution's matrix stand. Wide ones lie below their figure, high ones between input
/// and output, whichever leaves the larger cells.
struct MatrixLayout {
    std::vector<GridLayout> inputs, kernels; ///< one a channel
    GridLayout output;                       ///< of the filter in front
    GridLayout matrix, x, y;                 ///< rows of the filter in front; no numbers: x and y have no cells
    QRectF heading;                          ///< y = W x, above the matrix
    QRectF counts;                           ///< "9 numbers in 36 of 64 places"
    QRectF sum, products;
    bool isHigh = false;
    bool hasNumbers = false; ///< places are large enough for them
};

/// `rows` of the matrix are shown. `channels` of the input are seen by the filter in front.
MatrixLayout layOutMatrix(const ConvFigure& figure, const ConvMatrix& matrix, int channels, const QSizeF& size,
                          const PaintStyle& style);

} // namespace hg
