#pragma once

#include "core/conv/padding.h"
#include "core/tensor/tensor.h"

#include <compare>

namespace hg {

enum class Activation { Linear, Tanh, Sigmoid, Relu, LeakyRelu, Elu };

/// Slope of the leaky rectifier left of zero.
inline constexpr double leakySlope = 0.1;

enum class LayerType { Dense, Conv, ConvTransposed };

/// A number for each of the two axes of a picture, height first.
struct Axes {
    int h = 1;
    int w = 1;
    bool operator==(const Axes&) const = default;
};

/// One layer of a network as a value: what a user chooses, nothing that follows from it. Fields that a type
/// does not use keep their defaults.
struct LayerSpec {
    LayerType type = LayerType::Dense;
    Shape units{};   ///< Dense: the shape its outputs are read as, (n, 1, 1) for a plain row of n
    int filters = 1; ///< Conv, ConvTransposed
    Axes kernel{}, stride{}, dilation{};
    Padding padding{}; ///< the same rule on both axes
    Activation activation = Activation::Linear;
    bool operator==(const LayerSpec&) const = default;
};

LayerSpec dense(int units, Activation activation);
LayerSpec dense(Shape units, Activation activation);
/// A square convolution padded 'same' (Keras), as the models of this program use it.
LayerSpec conv(int filters, int kernel, int stride, Activation activation);
LayerSpec convTransposed(int filters, int kernel, int stride, Activation activation);

} // namespace hg
