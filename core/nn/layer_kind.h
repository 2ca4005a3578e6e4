#pragma once

#include "core/nn/layer_spec.h"
#include "core/util/result.h"

#include <span>

namespace hg {

/// A layer with everything that follows from its spec and its input's shape.
struct ResolvedLayer {
    LayerSpec spec;
    Shape in;
    Shape out;
    ConvGeometry geometry; ///< all but Dense. As ConvAxis has it: Conv and pooling go from `input` to
                           ///< `output`, ConvTransposed and Upsample from `output` to `input`
    std::size_t weightCount = 0;
    std::size_t biasCount = 0;
    std::size_t weightOffset = 0; ///< into the network's flat parameter buffer; the biases follow the weights
    double fanIn = 1; ///< inputs and outputs that a weight's neighbours connect, for initialisation
    double fanOut = 1;

    std::size_t biasOffset() const { return weightOffset + weightCount; }
    std::size_t parameterCount() const { return weightCount + biasCount; }
};

/// A row of the table of layer types: everything that a type is, apart from the engine's fast version of it.
/// Mathematics in double, before the activation, one sample at a time; weights then biases in `parameters`.
struct LayerKind {
    LayerType type;
    const char* id;
    /// Errors: LayerInvalid or those of the geometry.
    Result<ResolvedLayer> (*resolve)(const LayerSpec& spec, Shape in);
    TensorD (*forward)(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input);
    /// Adds ∂L/∂parameters to `parameterGradient` and returns ∂L/∂input, given ∂L/∂z of the layer's sums z.
    TensorD (*backward)(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input,
                        const TensorD& sumGradient, std::span<double> parameterGradient);
};

/// All layer types, in the order of LayerType.
std::span<const LayerKind> layerKinds();
const LayerKind& layerKind(LayerType type);

} // namespace hg
