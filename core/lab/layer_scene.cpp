#include "core/lab/layer_scene.h"

#include <algorithm>

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

Result<ConvScene> sceneOfLayer(const Model& model, int layer, std::span<const std::vector<float>> activations)
{
    if (!isLayerScene(*model.plan, layer)) return Error{ErrorCode::AxesDoNotFit};
    const ResolvedLayer& l = model.plan->network().layers[static_cast<std::size_t>(layer)];
    const auto parameters = std::span(model.parameters);
    ConvScene scene;
    scene.axes = l.in.height == 1 && l.out.height == 1 ? 1 : 2;
    scene.isTransposed = l.spec.type == LayerType::ConvTransposed;
    scene.input = {1, l.in, wide(activations[static_cast<std::size_t>(layer)])};
    const int outer = scene.isTransposed ? l.in.channels : l.spec.filters,
              inner = scene.isTransposed ? l.spec.filters : l.in.channels;
    scene.kernel = {outer,
                    {inner, l.spec.kernel.h, l.spec.kernel.w},
                    wide(parameters.subspan(l.weightOffset, l.weightCount))};
    scene.bias = wide(parameters.subspan(l.biasOffset(), l.biasCount));
    scene.stride = l.spec.stride;
    scene.dilation = l.spec.dilation;
    scene.paddingH = l.spec.paddingH;
    scene.paddingW = l.spec.paddingW;
    scene.activation = l.spec.activation;
    return scene;
}

} // namespace hg
