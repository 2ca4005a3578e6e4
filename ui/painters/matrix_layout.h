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
    GridLayout matrix, x, y; ///< rows of the filter in front; no numbers: x and y have no cells
    QRectF heading;          ///< y = W x, above the matrix
    QRectF counts;           ///< "9 numbers in 36 of 64 places"
    QRectF sum, products;
    QRectF lens; ///< upright, of a matrix without numbers: where the row at work has them
    bool isHigh = false;
    bool isUpright = false;  ///< for a narrow page: one part below the other
    bool hasNumbers = false; ///< places are large enough for them
};

/// `channels` of the input are seen by the filter in front.
MatrixLayout layOutMatrix(const ConvFigure& figure, const ConvMatrix& matrix, int channels,
                          const QSizeF& size, const PaintStyle& style);
/// For a narrow page of that width, as high as it is.
MatrixLayout layOutUprightMatrix(const ConvFigure& figure, const ConvMatrix& matrix, int channels,
                                 double width, const PaintStyle& style);

} // namespace hg
