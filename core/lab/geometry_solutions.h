#pragma once

#include "core/lab/conv_scene.h"

#include <vector>

namespace hg {

/// Which settings are looked through: sizes, strides and dilations from 1 on, paddings of less than the
/// (dilated) size on either side, as many after the input as before it or one more.
struct SolutionLimits {
    int size = 6, stride = 4, dilation = 1;
    bool oddCellBefore = false; ///< one more before the input, too
    bool operator==(const SolutionLimits&) const = default;
};

/// What a library's layer needs to be told for a placement.
struct LayerCall {
    enum class Kind {
        Same,    ///< the word
        Valid,   ///< the word
        Padding, ///< PyTorch's number, the same on both sides
        ByHand,  ///< padding before the layer, cropping after it, with what the library has for that
        Refused, ///< Keras knows no stride together with a dilation
    };
    Kind kind = Kind::ByHand;
    int padding = 0;                  ///< Padding only
    std::optional<int> outputPadding; ///< of a transposed layer; what is not told is the library's own
    bool operator==(const LayerCall&) const = default;
};

/// How many stamps the outputs of the transposed layer get: some none, all as many, or not (Odena, Dumoulin
/// and Olah, "Deconvolution and checkerboard artifacts", 2016).
enum class StampOverlap { Gaps, Even, Uneven };

/// A layer that takes n cells to m, with all settings that place the same windows, and its mirror.
struct GeometrySolution {
    ConvAxis direct;              ///< of the settings the one with the least padding
    std::vector<ConvAxis> others; ///< which differ in cells that no window reads
    LayerCall keras, pytorch;
    int unreadInput = 0;   ///< input cells that no window reads, at the end or between
    int unreadPadding = 0; ///< cells of the padding after the input that none reads

    ConvAxis
        mirror; ///< transposed, m → n: crop as padBefore and padAfter, negative for cells behind the stamps
    LayerCall kerasMirror, pytorchMirror;
    StampOverlap overlap = StampOverlap::Even;
};

/// All layers that take `from` cells to `to`, by size, dilation, stride and padding. Cost: brute force over
/// the limits, whatever the sizes.
std::vector<GeometrySolution> geometrySolutions(int from, int to, const SolutionLimits& limits = {});
int settingCount(const std::vector<GeometrySolution>& solutions);

/// A pair of sizes.
struct SizePair {
    int from = 1, to = 1;
    bool operator==(const SizePair&) const = default;
};
/// Where there is no layer: the nearest pairs that have one, with one of both sizes changed, of either
/// direction; `from` first. Sizes are sought from 1 to `largest`. Empty where there is a layer.
std::vector<SizePair> nearestSizes(int from, int to, const SolutionLimits& limits = {},
                                   int largest = largestSide);

/// The scene set to a solution along its axes, forward: input, kernel, stride, dilation, and padding by the
/// word that the scene's convention has for it, or in numbers. Numbers that remain keep their places.
ConvScene withSolution(const ConvScene& scene, const GeometrySolution& solution);
/// The decoder that mirrors an encoder scene: its transposed scene on the encoder's output, with a word
/// where the convention has one. Errors: those of transposedScene().
Result<ConvScene> mirrorScene(const ConvScene& encoder);

} // namespace hg
