#include "core/engine/short_tail.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

/// Outputs at a time: the loss's sums go by 32s, tiles are as wide, and their gradient takes 16 KB.
constexpr std::size_t together = 64;

/// The last layer, and a chunk's numbers at it.
struct Tail {
    const ResolvedLayer& layer;
    const float* weights;
    const float* biases;
    const float* x; ///< the layer's inputs
    float* g;       ///< of some outputs; at first their sums
    float* xGradient;
    float* weightGradient;
    float* biasGradient; ///< null: there are none
    bool accumulates;

    std::size_t inputs() const { return layer.in.size(); }
    std::size_t outputs() const { return layer.out.size(); }
};

void sumsOf(const Tail& t, std::size_t first, std::size_t count)
{
    const auto inputs = static_cast<int>(t.inputs());
    laneKernels().multiply({.a = t.weights + first * t.inputs(),
                            .aRow = inputs,
                            .aDepth = 1,
                            .b = t.x,
                            .bRow = lanes,
                            .c = t.g,
                            .cRow = lanes,
                            .rows = static_cast<int>(count),
                            .depth = inputs,
                            .columns = lanes,
                            .bias = t.biases ? t.biases + first : nullptr,
                            .accumulates = false});
}

/// What the gradient of those outputs adds to that of the inputs, of weights and of biases.
void backFrom(const Tail& t, std::size_t first, std::size_t count)
{
    const auto inputs = static_cast<int>(t.inputs());
    laneKernels().multiply({.a = t.weights + first * t.inputs(),
                            .aRow = 1,
                            .aDepth = inputs,
                            .b = t.g,
                            .bRow = lanes,
                            .c = t.xGradient,
                            .cRow = lanes,
                            .rows = inputs,
                            .depth = static_cast<int>(count),
                            .columns = lanes,
                            .bias = nullptr,
                            .accumulates = first > 0});
    laneKernels().laneSums({.a = t.x,
                            .rows = inputs,
                            .b = t.g,
                            .columns = static_cast<int>(count),
                            .c = t.weightGradient + first * t.inputs(),
                            .cRow = inputs,
                            .turnsResult = true,
                            .accumulates = t.accumulates});
    if (t.biasGradient)
        laneKernels().channelSums(t.g, static_cast<int>(count), 1, t.accumulates, t.biasGradient + first);
}

} // namespace

bool hasShortTail(const Plan& plan)
{
    const ResolvedLayer& last = plan.layers().back().layer;
    return plan.layerCount() > 1 && last.spec.type == LayerType::Dense && isNarrow(last);
}

double shortTailChunk(const Plan& plan, const float* parameters, const ChunkGoal& goal, Workspace& workspace,
                      float* gradient, bool accumulates)
{
    const int last = plan.layerCount() - 1;
    const ResolvedLayer& layer = plan.layers().back().layer;
    const float* own = parameters + layer.weightOffset;
    const Tail tail{.layer = layer,
                    .weights = own,
                    .biases = biasesOf(layer, own),
                    .x = workspace.activations(last),
                    .g = workspace.sumGradient(last),
                    .xGradient = workspace.sumGradient(last - 1),
                    .weightGradient = gradient + layer.weightOffset,
                    .biasGradient = layer.biasCount > 0 ? gradient + layer.biasOffset() : nullptr,
                    .accumulates = accumulates};
    double loss = 0;
    for (std::size_t first = 0; first < tail.outputs(); first += together) {
        const std::size_t some = std::min(together, tail.outputs() - first);
        sumsOf(tail, first, some);
        loss = laneKernels().squaredErrorPart({.y = nullptr,
                                               .z = tail.g,
                                               .t = goal.target + first * lanes,
                                               .g = tail.g,
                                               .features = static_cast<int>(some),
                                               .count = goal.count,
                                               .scale = goal.scale,
                                               .curve = static_cast<Curve>(layer.spec.activation)},
                                              static_cast<int>(tail.outputs()), loss);
        backFrom(tail, first, some);
    }
    const auto before =
        static_cast<Curve>(plan.layers()[static_cast<std::size_t>(last) - 1].layer.spec.activation);
    laneKernels().multiplyBySlope(before, tail.x, tail.xGradient, tail.inputs() * lanes);
    return loss / static_cast<double>(tail.outputs());
}

} // namespace hg
