#pragma once

#include "core/nn/layer_kind.h"

#include <cstdint>
#include <vector>

namespace hg {

/// The most layers of a network that is described or put together by hand.
inline constexpr int mostLayers = 256;

/// A network as a value: the input's shape and its layers. Weights live in one flat buffer beside it.
struct Network {
    Shape input{1, 28, 28};
    std::vector<LayerSpec> layers;
    int codeLayer = 0;      ///< index of the layer whose output is the code (the bottleneck)
    bool isCentred = false; ///< the training mean is subtracted before and added after
    int classes = 0;        ///< number of class scores that the output is; 0: a rebuilt input

    bool operator==(const Network&) const = default;
    /// True when no layer bends (an activation does, a maximum does): the network can do no more than PCA.
    bool isLinear() const;
};

/// A network with every shape, geometry and parameter offset worked out.
struct ResolvedNetwork {
    Network network;
    std::vector<ResolvedLayer> layers;
    std::size_t parameterCount = 0;

    int codeSize() const;
    Shape outputShape() const { return layers.back().out; }
};

/// Errors: LayerInvalid with the layer's index first in `numbers`, or the geometry's error with `where` = the
/// index; ShapesDoNotFit when the output is not as large as the input, or, of a classifier, not one number a
/// class; TooLarge beyond 10⁸ parameters, 10⁶ numbers of one sample in all layers together, or 10⁷ taps of
/// their geometries: what follows may allocate by these sizes.
Result<ResolvedNetwork> resolve(const Network& network);

/// How weights begin, each from a uniform distribution on −a…a.
enum class Initialisation {
    Glorot, ///< a = √(6/(fanIn + fanOut)), biases 0. Source: Glorot and Bengio, "Understanding the
            ///< difficulty of training deep feedforward neural networks", 2010, eq. 16
    He,     ///< a = √(6/fanIn), biases 0. Source: He et al., "Delving deep into rectifiers", 2015, eq. 10
    Framework, ///< a = 1/√fanIn, for weights and biases: what PyTorch's layers begin with (reset_parameters
               ///< of Linear and _ConvNd, which takes a transposed convolution's fanOut for its fanIn)
};

/// The parameters that training begins with; a pure function of the seed.
std::vector<float> initialParameters(const ResolvedNetwork& network, std::uint64_t seed,
                                     Initialisation initialisation = Initialisation::Glorot);

/// The three models that comparisons with other libraries use, by the ids of the command line: see
/// `modelIds`. Errors: UnknownName; ShapesDoNotFit for `conv` on sides that 4 does not divide; BadValue for a
/// bottleneck below 1.
Result<Network> modelById(std::string_view id, Shape input, int bottleneck);
std::span<const char* const> modelIds();

/// The benchmark's 1-D convolutional network on signals of 256 numbers: Conv 9 stride 2 'same' 1→8 and 8→16,
/// Dense→bottleneck, mirrored with transposed convolutions; hidden ReLU, linear code and output.
Network conv1dModel(int bottleneck = 2);

} // namespace hg
