#include "core/engine/passes.h"

#include "core/engine/layer_passes.h"
#include "core/engine/short_tail.h"
#include "core/engine/softmax.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

template <class Number>
std::array<const Number*, lanes> rowsOf(const Number* data, std::size_t features, std::span<const int> rows)
{
    std::array<const Number*, lanes> pointers{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        pointers[i] = data + static_cast<std::size_t>(rows[i]) * features;
    return pointers;
}

/// Numbers that came in double: not on any path that training takes.
void loadDoubles(const SampleView& view, std::span<const int> rows, std::span<const float> mean, float* chunk)
{
    for (std::size_t f = 0; f < view.features; ++f)
        for (std::size_t lane = 0; lane < static_cast<std::size_t>(lanes); ++lane)
            chunk[f * lanes + lane] =
                lane < rows.size() ? view.value(rows[lane], f) - (mean.empty() ? 0.0f : mean[f]) : 0.0f;
}

LossJob lossJob(const Plan& plan, int count, const float* target, Workspace& workspace)
{
    return {.y = workspace.activations(plan.layerCount()),
            .z = workspace.lastSums(),
            .t = target,
            .g = nullptr,
            .features = static_cast<int>(plan.outputSize()),
            .count = count,
            .scale = 0,
            .curve = static_cast<Curve>(plan.layers().back().layer.spec.activation)};
}

double lossOfJob(Loss loss, const LossJob& job)
{
    if (loss == Loss::SoftmaxCrossEntropy) return softmaxCrossEntropy(job);
    return loss == Loss::Mse ? laneKernels().squaredError(job) : laneKernels().crossEntropy(job);
}

/// The last layer's sums become outputs, loss and gradient in one pass over them.
double squaredErrorOfSums(const Plan& plan, const float* parameters, const ChunkGoal& goal,
                          Workspace& workspace)
{
    const int last = plan.layerCount() - 1;
    float* sums = workspace.activations(last + 1);
    forwardSums(plan.layers().back(), parameters, workspace.activations(last), sums, workspace);
    LossJob job = lossJob(plan, goal.count, goal.target, workspace);
    job.y = nullptr;
    job.z = sums;
    job.g = workspace.sumGradient(last);
    job.scale = goal.scale;
    return laneKernels().squaredError(job);
}

double squaredErrorChunk(const Plan& plan, const float* parameters, const ChunkGoal& goal,
                         Workspace& workspace, float* gradient, bool accumulates)
{
    const int last = plan.layerCount() - 1;
    forwardChunk(plan, parameters, 0, last, workspace);
    const bool isShort = hasShortTail(plan);
    const double loss = isShort ? shortTailChunk(plan, parameters, goal, workspace, gradient, accumulates)
                                : squaredErrorOfSums(plan, parameters, goal, workspace);
    backwardChunk(plan, parameters, workspace, gradient,
                  {.accumulates = accumulates, .layers = isShort ? last : last + 1});
    return loss;
}

} // namespace

void loadChunk(const SampleView& view, std::span<const int> rows, std::span<const float> mean, float* chunk,
               std::span<const int> next)
{
    if (view.doubles) return loadDoubles(view, rows, mean, chunk);
    LoadJob job{.bytes = nullptr,
                .floats = nullptr,
                .next = nullptr,
                .mean = mean.empty() ? nullptr : mean.data(),
                .count = static_cast<int>(rows.size()),
                .features = static_cast<int>(view.features),
                .chunk = chunk};
    if (view.floats) {
        const auto pointers = rowsOf(view.floats, view.features, rows);
        job.floats = pointers.data();
        return laneKernels().load(job);
    }
    const auto pointers = rowsOf(view.bytes, view.features, rows);
    const auto ahead = rowsOf(view.bytes, view.features, next);
    job.bytes = pointers.data();
    job.next = next.size() == static_cast<std::size_t>(lanes) ? ahead.data() : nullptr;
    laneKernels().load(job);
}

void forwardChunk(const Plan& plan, const float* parameters, int first, int last, Workspace& workspace,
                  bool keepsSums)
{
    for (int l = first; l < last; ++l)
        forwardLayer(plan.layers()[static_cast<std::size_t>(l)], parameters, workspace.activations(l),
                     workspace.activations(l + 1),
                     keepsSums && l + 1 == plan.layerCount() ? workspace.lastSums() : nullptr, workspace);
}

double lossChunk(const Plan& plan, Loss loss, int count, const float* target, Workspace& workspace)
{
    return lossOfJob(loss, lossJob(plan, count, target, workspace));
}

double lossChunkAndGradient(const Plan& plan, Loss loss, int count, float scale, const float* target,
                            Workspace& workspace)
{
    LossJob job = lossJob(plan, count, target, workspace);
    job.g = workspace.sumGradient(plan.layerCount() - 1);
    job.scale = scale;
    return lossOfJob(loss, job);
}

void backwardChunk(const Plan& plan, const float* parameters, Workspace& workspace, float* gradient,
                   GradientUse use)
{
    for (int l = (use.layers < 0 ? plan.layerCount() : use.layers) - 1; l >= 0; --l) {
        const PlannedLayer& planned = plan.layers()[static_cast<std::size_t>(l)];
        const float *x = workspace.activations(l), *g = workspace.sumGradient(l);
        parameterGradient(planned, x, g, use.accumulates, gradient, workspace);
        if (l == 0) return;
        float* xGradient = workspace.sumGradient(l - 1);
        inputGradient(planned, parameters, x,
                      plan.layers()[static_cast<std::size_t>(l) - 1].layer.spec.activation, g, xGradient,
                      workspace);
        if (l == plan.decoderStart() && use.keptCode >= 0)
            std::fill_n(xGradient + static_cast<std::size_t>(use.keptCode) * lanes,
                        static_cast<std::size_t>(plan.codeSize() - use.keptCode) * lanes, 0.0f);
    }
}

double trainChunk(const Plan& plan, const float* parameters, const ChunkGoal& goal, Workspace& workspace,
                  float* gradient, bool accumulates)
{
    if (goal.loss == Loss::Mse)
        return squaredErrorChunk(plan, parameters, goal, workspace, gradient, accumulates);
    forwardChunk(plan, parameters, 0, plan.layerCount(), workspace, true);
    const double loss = lossChunkAndGradient(plan, goal.loss, goal.count, goal.scale, goal.target, workspace);
    backwardChunk(plan, parameters, workspace, gradient, {.accumulates = accumulates});
    return loss;
}

} // namespace hg
