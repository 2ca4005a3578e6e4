#include "core/lab/layer_scene.h"

#include <algorithm>
#include <utility>

namespace hg {
namespace {

std::vector<double> wide(std::span<const float> numbers)
{
    return {numbers.begin(), numbers.end()};
}

} // namespace

bool isLayerScene(const Plan& plan, int layer)
{
    if (layer < 0 || layer >= plan.layerCount()) return false;
    const ResolvedLayer& l = plan.network().layers[static_cast<std::size_t>(layer)];
    const bool isConvolution = l.spec.type == LayerType::Conv || l.spec.type == LayerType::ConvTransposed;
    const auto longest = [](const Shape& s) { return std::max(s.height, s.width); };
    return isConvolution && longest(l.in) <= largestSide && longest(l.out) <= largestSide &&
           std::max(l.spec.kernel.h, l.spec.kernel.w) <= largestKernel;
}

ConvScene sceneOn(TensorD input, const ResolvedLayer& layer)
{
    ConvScene scene;
    scene.input = std::move(input);
    scene.kernel = TensorD(1, {1, layer.spec.kernel.h, layer.spec.kernel.w});
    scene.isTransposed = layer.spec.type == LayerType::ConvTransposed;
    scene.stride = layer.spec.stride;
    scene.dilation = layer.spec.dilation;
    scene.paddingH = layer.spec.paddingH;
    scene.paddingW = layer.spec.paddingW;
    scene.activation = layer.spec.activation;
    return scene;
}

TensorD kernelOf(const ResolvedLayer& layer, std::vector<double> weights)
{
    int outer = layer.spec.filters, inner = layer.in.channels;
    if (layer.spec.type == LayerType::ConvTransposed) std::swap(outer, inner);
    return {outer, {inner, layer.spec.kernel.h, layer.spec.kernel.w}, std::move(weights)};
}

Result<ConvScene> sceneOfLayer(const Model& model, int layer, std::span<const std::vector<float>> activations)
{
    if (!isLayerScene(*model.plan, layer)) return Error{ErrorCode::AxesDoNotFit};
    const ResolvedLayer& l = model.plan->network().layers[static_cast<std::size_t>(layer)];
    const auto parameters = std::span(model.parameters);
    ConvScene scene = sceneOn({1, l.in, wide(activations[static_cast<std::size_t>(layer)])}, l);
    scene.axes = l.in.height == 1 && l.out.height == 1 ? 1 : 2;
    scene.kernel = kernelOf(l, wide(parameters.subspan(l.weightOffset, l.weightCount)));
    scene.bias = wide(parameters.subspan(l.biasOffset(), l.biasCount));
    return scene;
}

} // namespace hg
