#include "core/engine/short_tail.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

/// Outputs at a time: the loss's sums go by 32s, tiles are as wide, and their gradient with that turned takes
/// 32 KB.
constexpr std::size_t together = 64;

/// The last layer, and a chunk's numbers at it.
struct Tail {
    const ResolvedLayer& layer;
    const float* weights;
    const float* biases;
    const float* x; ///< the layer's inputs
    float* g;       ///< of some outputs; at first their sums
    float* turned;
    float* xGradient;
    float* products; ///< (inputs, outputs): the weights' gradient, turned
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
void backFrom(const Tail& t, std::size_t first, std::size_t count, float* biasGradient)
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
    multiplyOverLanes(t.x, t.inputs(), t.g, count, false, t.products + first, t.outputs(), t.turned);
    if (biasGradient)
        laneKernels().channelSums(t.g, static_cast<int>(count), 1, t.accumulates, biasGradient + first);
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
                    .turned = workspace.turned(),
                    .xGradient = workspace.sumGradient(last - 1),
                    .products = workspace.scratch(),
                    .accumulates = accumulates};
    float* biasGradient = layer.biasCount > 0 ? gradient + layer.biasOffset() : nullptr;
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
        backFrom(tail, first, some, biasGradient);
    }
    addTurned(layer, tail.products, accumulates, gradient + layer.weightOffset);
    const auto before =
        static_cast<Curve>(plan.layers()[static_cast<std::size_t>(last) - 1].layer.spec.activation);
    laneKernels().multiplyBySlope(before, tail.x, tail.xGradient, tail.inputs() * lanes);
    return loss / static_cast<double>(tail.outputs());
}

} // namespace hg
