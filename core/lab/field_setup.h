#pragma once

#include "core/lab/receptive_field.h"

#include <optional>
#include <vector>

namespace hg {

struct Model;
struct ConvScene;

/// The numbers of a layer of a stack: (F, C,kh,kw), transposed (C, F, …), as convolve() takes them.
struct FieldWeights {
    TensorD kernel{1, {1, 1, 1}};
    std::vector<double> bias; ///< one a filter, or empty for none
    Activation activation = Activation::Linear;
    bool operator==(const FieldWeights&) const = default;
};

/// A layer of a stack, and what it computes. Without weights it averages its window over all channels; a
/// pooling takes the maximum and has none.
struct StackedLayer {
    FieldLayer reach;
    std::optional<FieldWeights> weights{};
    bool operator==(const StackedLayer&) const = default;
};

/// Where a stack comes from: the user, or a half of a network that has been trained.
enum class FieldSource { Own, Encoder, Decoder };

/// What the tab Receptive field shows: saved beside the scene, never undone.
struct FieldSetup {
    std::vector<StackedLayer> layers = ownLayers(encoderOfFour().layers);
    std::optional<TensorD> input{}; ///< (1, C,H,W), kept apart from the lab's; none: the lab's own
    FieldSource source = FieldSource::Own;
    int update = 0;                  ///< of the network in training, unless it is the user's own
    std::optional<FieldCell> cell{}; ///< whose cone is shown; none: the middle one of the last layer
    int channel = 0;                 ///< shown of every level that has so many, else its last
    bool isWeighed = false;          ///< the input is shaded by |∂cell/∂input|
    std::optional<double> opened{};  ///< the playhead: layers that the cone goes down through; none: all
    bool operator==(const FieldSetup&) const = default;

    /// Layers without weights.
    static std::vector<StackedLayer> ownLayers(const std::vector<FieldLayer>& layers);
    FieldStack stackOn(Axes input) const;
};

/// A stack with the numbers of all its levels.
struct FieldNumbers {
    FieldFigure figure;
    std::vector<ResolvedLayer> layers;
    std::vector<double> parameters; ///< of all layers
    std::vector<TensorD> levels;    ///< (1, C,h,w); level 0 is the input

    int channelOf(int level, int channel) const;
    /// The cell where it is there, else the nearest one; of the input, its like in layer 1.
    FieldCell nearest(FieldCell cell) const;
    FieldCell middle() const;
};

/// Weights that do not fit what stands before them count as none. Errors: evaluate()'s, and TooLarge, with
/// the layer in `where`, beyond `largestSide` (numbers: rows and columns, most a side). Cost: a forward pass.
Result<FieldNumbers> numbersOf(const FieldSetup& setup, const TensorD& input);

/// |∂cell/∂input|, summed over the input's channels, (1, 1,H,W); `channel` is the cell's.
TensorD fieldWeightOf(const FieldNumbers& numbers, FieldCell cell, int channel);

/// The layer, from 0, as a scene of the convolution lab: evaluate() of it gives its level.
ConvScene sceneOfLayer(const FieldNumbers& numbers, int layer);

/// The same place in another level: the cell whose window is centred nearest to that of `cell`.
FieldCell samePlace(const FieldFigure& figure, FieldCell cell, int level);

/// The stack changed as little as possible so that it works on such an input: of a layer that does not, first
/// the padding, then its size, stride and dilation; at last it goes, with all above it.
FieldSetup nearestWorking(const FieldSetup& setup, const TensorD& input);

/// Layers of one odd size with stride 1.
struct EvenStack {
    int layers = 1, size = 1;
};
/// As many as possible that see along the columns exactly what the last layer of this stack does, unless it
/// is that stack; nothing where no four layers do, or where the field is not whole.
std::optional<EvenStack> evenStackLike(const FieldFigure& figure);
/// What the last layer would see along the columns with the stride 1 everywhere; nothing where it is so, or
/// with a transposed layer.
std::optional<int> fieldAtStrideOne(const FieldFigure& figure);
/// The same layers and input with that stack in place of the layers.
FieldSetup withEvenStack(FieldSetup setup, const EvenStack& even);

/// A half of a trained network.
struct TakenStack {
    FieldSetup setup; ///< no layers where the half has no convolution
    int leftOut = 0;  ///< layers of the half that do not stand in it: see NetworkStack
};
/// Its convolutions with weights, on what stands before the first of them when the network sees `sample`. An
/// average pooling and an upsampling become the convolutions that they are.
TakenStack takenFrom(const Model& model, bool isDecoder, std::span<const float> sample, int update);

} // namespace hg
