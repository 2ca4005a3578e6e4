#include "core/engine/layer_passes.h"

#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

static_assert(static_cast<int>(Curve::Elu) == static_cast<int>(Activation::Elu));
static_assert(static_cast<int>(Curve::Sigmoid) == static_cast<int>(Activation::Sigmoid));

bool isFused(const LayerPasses& row, Activation activation)
{
    return row.hasEpilogue && activation == Activation::Relu;
}

} // namespace

const LayerPasses& layerPasses(LayerType type)
{
#define HG_PASSES(Name, name) &passes::name##Passes,
    static constexpr std::array table{HG_LAYER_TYPES(HG_PASSES)};
#undef HG_PASSES
    return *table[static_cast<std::size_t>(type)];
}

void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y, float* sums,
                  Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const LayerPasses& row = layerPasses(layer.spec.type);
    const Activation activation = layer.spec.activation;
    const bool fused = isFused(row, activation) && !sums;
    row.forward(planned, parameters + layer.weightOffset, x, y, fused ? Epilogue::Relu : Epilogue::None,
                workspace);
    const std::size_t count = layer.out.size() * lanes;
    if (sums) std::copy_n(y, count, sums);
    if (!fused) laneKernels().activate(static_cast<Curve>(activation), y, count);
}

void forwardSums(const PlannedLayer& planned, const float* parameters, const float* x, float* z,
                 Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    layerPasses(layer.spec.type)
        .forward(planned, parameters + layer.weightOffset, x, z, Epilogue::None, workspace);
}

void parameterGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                       float* gradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (layer.biasCount > 0) {
        const int channels = static_cast<int>(layer.biasCount);
        laneKernels().channelSums(g, channels, static_cast<int>(layer.out.size()) / channels, accumulates,
                                  gradient + layer.biasOffset());
    }
    if (layer.weightCount > 0)
        layerPasses(layer.spec.type)
            .weightGradient(planned, x, g, accumulates, gradient + layer.weightOffset, workspace);
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, Activation before,
                   const float* g, float* xGradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const LayerPasses& row = layerPasses(layer.spec.type);
    const bool fused = isFused(row, before);
    row.inputGradient(planned, parameters + layer.weightOffset, x, g, xGradient,
                      fused ? Epilogue::ReluSlope : Epilogue::None, workspace);
    if (!fused)
        laneKernels().multiplyBySlope(static_cast<Curve>(before), x, xGradient, layer.in.size() * lanes);
}

bool isNarrow(const ResolvedLayer& layer)
{
    return layer.in.size() < aHandful && layer.in.size() < layer.out.size();
}

bool isSumGradientFinite(const ResolvedLayer& layer, const float* g, const float* gradient)
{
    if (layer.biasCount > 0) return laneKernels().areFinite(gradient + layer.weightCount, layer.biasCount);
    return laneKernels().areFinite(g, layer.out.size() * lanes);
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    const auto size = layerPasses(planned.layer.spec.type).scratchSize;
    return size ? size(planned) : 0;
}

} // namespace hg
