#pragma once

#include "core/conv/padding.h"
#include "core/tensor/tensor.h"

#include <compare>

namespace hg {

enum class Activation { Linear, Tanh, Sigmoid, Relu, LeakyRelu, Elu };

/// Slope of the leaky rectifier left of zero.
inline constexpr double leakySlope = 0.1;

/// All types of layers, each with the name of its rows, <name>Kind in core/nn and <name>Passes in
/// core/engine: the enumeration and both tables follow from this list, so that a type without a row does not
/// link.
#define HG_LAYER_TYPES(ROW)                                                                                  \
    ROW(Dense, dense)                                                                                        \
    ROW(Conv, conv)                                                                                          \
    ROW(ConvTransposed, convTransposed)                                                                      \
    ROW(MaxPool, maxPool)                                                                                    \
    ROW(AveragePool, averagePool)                                                                            \
    ROW(Upsample, upsample)

enum class LayerType {
#define HG_NAME(Name, name) Name,
    HG_LAYER_TYPES(HG_NAME)
#undef HG_NAME
};

/// A number for each of the two axes of a picture, height first.
struct Axes {
    int h = 1;
    int w = 1;
    bool operator==(const Axes&) const = default;
};

/// One layer of a network as a value: what a user chooses, nothing that follows from it. Fields that a type
/// does not use keep their defaults. A 1-D layer is the same layer on an input of height 1, with 1 in front
/// of kernel and stride.
struct LayerSpec {
    LayerType type = LayerType::Dense;
    Shape units{};   ///< Dense: the shape its outputs are read as, (n, 1, 1) for a plain row of n
    int filters = 1; ///< Conv, ConvTransposed
    Axes kernel{}, stride{}, dilation{}; ///< Upsample: stride is its factor
    Padding paddingH{}, paddingW{};
    Activation activation = Activation::Linear;
    bool hasBias =
        true; ///< Dense, Conv, ConvTransposed: a number is added to each unit or filter, and learned
    bool operator==(const LayerSpec&) const = default;
};

LayerSpec dense(int units, Activation activation);
LayerSpec dense(Shape units, Activation activation);
/// A square convolution padded 'same' (Keras), as the models of this program use it.
LayerSpec conv(int filters, int kernel, int stride, Activation activation);
LayerSpec convTransposed(int filters, int kernel, int stride, Activation activation);
/// The same with axes apart.
LayerSpec conv(int filters, Axes kernel, Axes stride, Activation activation);
LayerSpec convTransposed(int filters, Axes kernel, Axes stride, Activation activation);
/// Windows side by side (stride = size), 'valid': cells that do not fill a last window are left out.
LayerSpec maxPool(Axes size);
LayerSpec averagePool(Axes size);
/// Each cell repeated factor.h × factor.w times: nearest neighbour.
LayerSpec upsample(Axes factor);

// Along one line.
LayerSpec conv1d(int filters, int kernel, int stride, Activation activation);
LayerSpec convTransposed1d(int filters, int kernel, int stride, Activation activation);
LayerSpec maxPool1d(int size);
LayerSpec averagePool1d(int size);
LayerSpec upsample1d(int factor);

} // namespace hg
