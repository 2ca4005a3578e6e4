#pragma once

#include "core/conv/convolve.h"
#include "core/nn/network.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hg {

enum class FieldKind { Convolution, Transposed, Pooling };

/// A layer as far as it decides who sees whom: no channels, no weights.
struct FieldLayer {
    FieldKind kind = FieldKind::Convolution;
    Axes size{3, 3}, stride{}, dilation{};
    Padding paddingH{Padding::Kind::Same}, paddingW{Padding::Kind::Same};
    Axes outputPadding{0, 0}; ///< transposed with a crop in numbers only
    Fill fill = Fill::Zeros;  ///< of a convolution
    bool operator==(const FieldLayer&) const = default;
};

inline constexpr int mostFieldLayers = 4;

/// An input and one to four layers upon it: the state of the receptive field's view.
struct FieldStack {
    Axes input{28, 28};
    std::vector<FieldLayer> layers;
    Convention convention = Convention::Keras;
    bool operator==(const FieldStack&) const = default;
};

/// Four layers of size 3 with the strides 1, 2, 1, 2 on 28 × 28.
FieldStack encoderOfFour();

/// A stack with its geometry. Level 0 is the input, level l what layer l − 1 gives.
struct FieldFigure {
    FieldStack stack;
    std::vector<ConvGeometry> geometry; ///< a layer each

    int levels() const { return static_cast<int>(geometry.size()) + 1; }
    Axes sizeOf(int level) const;
};

/// Errors: LayerCount; those of forwardAxis(), transposedAxis() and checkPoolingWindows(), and FillNotAllowed
/// for a pooling, with `where` the layer, from 1, and the sum that does not come out in `numbers`.
Result<FieldFigure> evaluate(const FieldStack& stack);
Result<void> validate(const FieldStack& stack);

/// Whether it is rows or columns that are looked at.
enum class FieldAxis { Rows, Columns };

/// The cells of the level below that a cell of the layer's output depends on, rising. With a fill, those that
/// it repeats.
std::vector<int> cellsBelow(const FieldFigure& figure, int layer, FieldAxis axis, int cell);
/// The same of every cell of the layer: the links between two lines of the picture.
std::vector<std::vector<int>> linksBelow(const FieldFigure& figure, int layer, FieldAxis axis);

/// A cell of a level.
struct FieldCell {
    int level = 0, row = 0, column = 0;
    bool operator==(const FieldCell&) const = default;
};

/// What a cell sees of one level: all the rows with all the columns, exactly. With padding it is not centred,
/// with dilation it has holes, and where an output of a transposed layer got no stamp it is empty.
struct FieldSets {
    std::vector<int> rows, columns; ///< rising
    int wholeRows = 0;              ///< what it would see if the levels had no borders
    int wholeColumns = 0;

    /// "9 × 13 of it": the border takes something away.
    bool isClipped() const
    {
        return static_cast<int>(rows.size()) < wholeRows || static_cast<int>(columns.size()) < wholeColumns;
    }
};

/// What the cell sees of the levels 0 … cell.level; of its own, itself. Cost: O(cells seen · size) a layer.
std::vector<FieldSets> fieldOf(const FieldFigure& figure, FieldCell cell);

/// A jump or a field of transposed layers need not be whole.
struct Fraction {
    std::int64_t numerator = 1, denominator = 1; ///< without a common divisor

    double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
    bool isWhole() const { return denominator == 1; }
    bool operator==(const Fraction&) const = default;
};

/// A layer's line of the textbook's arithmetic, counted in cells of the level it began at:
/// field = before + steps · jump, with steps = (size − 1) · dilation, and the next jump = jump · stride. A
/// transposed layer reaches over ⌊((size − 1) · dilation)/stride⌋ steps at most and divides the jump: there
/// the field is a mean way, and single cells see a whole number near it. Borders are left out. Source:
/// Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks", Distill 2019,
/// "Computing receptive field size" and "… region", read from the input on; the transposed layer is ours.
struct FieldTerms {
    Fraction before;
    int steps = 0;
    Fraction jumpBefore; ///< between neighbours of the level below
    Fraction field;
    Fraction jump;     ///< between neighbours of this level
    double origin = 0; ///< where cell 0 stands: the centre of its window, 0 being that of the first cell
};

/// A line a layer from level `from` on. Cost: O(layers).
std::vector<FieldTerms> fieldTerms(const FieldFigure& figure, FieldAxis axis, int from = 0);

/// What is seen at time t, 0 … cell.level: the cone has opened down through so many layers.
struct FieldMoment {
    int level = 0;    ///< the lowest that is reached, or on its way to be
    double share = 1; ///< of the way there, eased
};
FieldMoment fieldMomentAt(FieldCell cell, double t);

/// ∂cell/∂activation of every level under a cell of the last layer's output, activations included: level 0 is
/// ∂cell/∂input. By core/nn's backward passes. `layers` follow each other in a network of which `parameters`
/// are all; `input` is what stands before the first. Cost: a forward and a backward pass.
std::vector<TensorD> gradientsOfCell(std::span<const ResolvedLayer> layers,
                                     std::span<const double> parameters, const TensorD& input,
                                     OutputCell cell);
/// Σ|g| over the channels of each place, (1, 1,H,W).
TensorD magnitudes(const TensorD& gradient);

/// The convolutions, poolings and upsamplings of a network's half that follow each other without a dense
/// layer between them.
struct NetworkStack {
    FieldStack stack;         ///< no layers where the half has none
    int first = 0;            ///< the stack's first layer in the network
    std::vector<int> leftOut; ///< layers of the half that are not in the stack: dense ones, those beyond
                              ///< them, and what is more than four
};
/// The encoder's from the input on, and the decoder's that end at the output: the first and the last four.
NetworkStack encoderStack(const ResolvedNetwork& network);
NetworkStack decoderStack(const ResolvedNetwork& network);

} // namespace hg
