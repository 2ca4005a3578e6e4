#pragma once

#include "core/nn/layer_parameter.h"
#include "core/util/result.h"

#include <span>
#include <string_view>

namespace hg {

/// A layer with everything that follows from its spec and its input's shape.
struct ResolvedLayer {
    LayerSpec spec;
    Shape in;
    Shape out;
    ConvGeometry geometry; ///< of types that have one: see LayerReach
    std::size_t weightCount = 0;
    std::size_t biasCount = 0;
    std::size_t weightOffset = 0; ///< into the network's flat parameter buffer; the biases follow the weights
    double fanIn = 1; ///< inputs and outputs that a weight's neighbours connect, for initialisation
    double fanOut = 1;

    std::size_t biasOffset() const { return weightOffset + weightCount; }
    std::size_t parameterCount() const { return weightCount + biasCount; }
};

/// Which inputs a layer's output looks at: all of them, or those that ResolvedLayer::geometry connects it
/// with. As ConvAxis has it, a direct layer goes from the axis's `input` to its `output`, a transposed one
/// the other way.
enum class LayerReach { Everything, Direct, Transposed };

/// A row of the table of layer types: everything that a type is, apart from the engine's fast version of it.
/// Mathematics in double, before the activation, one sample at a time; weights then biases in `parameters`.
struct LayerKind {
    LayerType type;
    const char* id; ///< in model files
    std::span<const LayerParameter> parameters;
    LayerReach reach;
    bool isLinear = true; ///< before its activation
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
/// The type's parameter of that name, or null.
const LayerParameter* findParameter(const LayerKind& kind, std::string_view name);

} // namespace hg
