#pragma once

#include "core/lab/conv_scene.h"

#include <cstdint>
#include <span>

namespace hg {

/// A place of the matrix that is filled. A weight of 0 fills its place too: what no weight stands at has no
/// entry.
struct MatrixEntry {
    int column = 0;                       ///< the input number, see ConvMatrix
    double value = 0;                     ///< the sum of its weights; of an average 1/cells
    int firstWeight = 0, weightCount = 1; ///< in MatrixRow::weights; several where a fill folds taps together
    bool operator==(const MatrixEntry&) const = default;
};

/// One row: what the filter leaves at one position, columns rising.
struct MatrixRow {
    std::vector<MatrixEntry> entries;
    std::vector<int> weights; ///< flat places in appliedKernel(); of an average, places in the window

    std::span<const int> weightsOf(const MatrixEntry& entry) const
    {
        return std::span(weights).subspan(static_cast<std::size_t>(entry.firstWeight),
                                          static_cast<std::size_t>(entry.weightCount));
    }
};

/// "9 numbers in 36 of 64 places."
struct MatrixCounts {
    std::int64_t numbers = 0; ///< weights that the layer would learn; none of an average
    std::int64_t filled = 0;  ///< places with an entry
    std::int64_t places = 0;  ///< all of them: what a dense layer would learn
    bool operator==(const MatrixCounts&) const = default;
};

/// The matrix W of a convolution, y = W x + bias: a row an output number (filter, row, column), a column an
/// input number (channel, row, column), both line by line. Of a transposed scene W is the matrix of its own
/// direction. Rows are worked out when asked for, so that any size costs what is looked at. Source: Dumoulin
/// and Visin, "A guide to convolution arithmetic for deep learning", 2016, section 4.1.
class ConvMatrix {
public:
    /// Errors: those of geometryOf(); NotLinear for a maximum.
    static Result<ConvMatrix> of(const ConvScene& scene);

    int rows() const { return static_cast<int>(m_outputShape.size()); }
    int columns() const { return static_cast<int>(m_inputShape.size()); }
    Shape inputShape() const { return m_inputShape; }
    Shape outputShape() const { return m_outputShape; }
    const ConvGeometry& geometry() const { return m_geometry; }
    OutputCell cellOf(int row) const;
    int rowOf(OutputCell cell) const
    {
        return static_cast<int>(m_outputShape.index(cell.filter, cell.row, cell.column));
    }

    /// Cost: O(its entries).
    MatrixRow row(int row) const;
    /// The entry there, or 0 where there is none. Cost: that of a row.
    double at(int row, int column) const;
    /// Cost: O((rows + columns of the output) · kernel): places are counted along each axis by itself.
    MatrixCounts counts() const;
    /// In how many places the kernel cell's weight stands, of one filter on one channel. Cost: O(outputs of a
    /// side).
    std::int64_t placesOfWeight(int kernelRow, int kernelColumn) const;

private:
    /// Inputs that an output place meets along one axis, with the kernel cells that meet them.
    struct Meeting {
        int source = 0;
        std::vector<int> kernels;
    };
    std::vector<Meeting> meetingsAlong(const ConvAxis& axis, int place) const;
    std::int64_t filledAlong(const ConvAxis& axis) const;
    std::int64_t usesAlong(const ConvAxis& axis, int kernel) const;
    /// Channels first … first + count − 1, which the filter looks at.
    struct Channels {
        int first = 0, count = 1;
    };
    Channels channelsOf(int filter) const;
    int weightPlace(int filter, int channelInGroup, int kernelRow, int kernelColumn) const;

    ConvGeometry m_geometry;
    Shape m_inputShape, m_outputShape;
    TensorD m_kernel; ///< as applied
    bool m_isTransposed = false, m_isAverage = false;
    int m_groups = 1;
};

/// The two products of the first rows: y = W x there, and the inner products ⟨W x, g⟩ and ⟨x, Wᵀg⟩, which are
/// equal for every x and g.
struct MatrixProducts {
    std::vector<double> forward; ///< y of those rows, without bias
    std::vector<double> back;    ///< Wᵀg of those rows, a number a column
    double outputSide = 0;       ///< ⟨W x, g⟩
    double inputSide = 0;        ///< ⟨x, Wᵀg⟩
};
/// `x` has a number a column and `g` a number a row. Cost: O(entries of those rows).
MatrixProducts productsOf(const ConvMatrix& matrix, std::span<const double> x, std::span<const double> g,
                          int rows);

/// Small whole numbers of that shape to measure a matrix with, the same for everybody: 2, 1, 0, 3 over and
/// over.
TensorD usualProbe(Shape shape);

/// What is seen of the matrix at time t, 0 … rows. Whole t: so many rows have been dropped. Between, a row
/// moves, multiplies and writes as a position does (core/lab/conv_moment).
struct MatrixMoment {
    int row = 0; ///< the one at work
    double moveShare = 0, termsShare = 0, writeShare = 0;

    /// Rows that stand whole.
    int rowsDone() const { return writeShare >= 1 ? row + 1 : row; }
};
MatrixMoment matrixMomentAt(const ConvMatrix& matrix, double t, bool withProducts = true);

/// The scene turned to its transposed direction, whose matrix is Wᵀ: the filter stays as it is applied, `g`
/// of the output's shape becomes the input, padding reads as crop in numbers, with the output padding that
/// brings the size back. Bias and activation, which are no part of W, go. Errors: those of geometryOf();
/// WrongDirection for a scene that is transposed; TransposedPooling; TransposedGroups; FillNotAllowed where a
/// fill is read; ShapesDoNotFit for g.
Result<ConvScene> transposedScene(const ConvScene& direct, const TensorD& g);

/// The way back: the direct scene whose matrix is that of the transposed one turned over, `x` its input of
/// the transposed output's shape. Padding is a word where one means the same. Errors: those of geometryOf();
/// WrongDirection for a scene that is direct; OutputPaddingRead where a direct layer would have an output
/// more for the output padding; ShapesDoNotFit for x.
Result<ConvScene> directScene(const ConvScene& transposed, const TensorD& x);

/// The scene with the first of these words on each axis that gives the same geometry, where one does.
ConvScene withPaddingWords(const ConvScene& scene, std::span<const Padding::Kind> words);

} // namespace hg
