#include "core/engine/layer_passes.h"
#include "core/engine/nonzeros.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

#include <algorithm>

namespace hg::passes {
namespace {

/// Outputs that must share the look at the inputs, whether they are 0.
constexpr std::size_t rowsWorthSkippingFor = 16;

void forward(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
             Epilogue epilogue, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (multiplyNonzeros(layer, parameters, x, y, workspace.nonzeros())) {
        if (epilogue == Epilogue::Relu) laneKernels().activate(Curve::Relu, y, layer.out.size() * lanes);
        return;
    }
    const int inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    laneKernels().multiply({.a = parameters,
                            .aRow = inputs,
                            .aDepth = 1,
                            .b = x,
                            .bRow = lanes,
                            .c = y,
                            .cRow = lanes,
                            .rows = outputs,
                            .depth = inputs,
                            .columns = lanes,
                            .bias = biasesOf(layer, parameters),
                            .accumulates = false,
                            .skipsZeros = layer.out.size() >= rowsWorthSkippingFor,
                            .epilogue = epilogue});
}

/// A silent unit's slope is 0 for every sample.
void passOverSilent(const ResolvedLayer& layer, NonzeroRoom& room, ProductJob& job)
{
    if (layer.out.size() < rowsWorthSkippingFor) return;
    const UsedInputs inputs = usedInputs(layer, job.outputs, room);
    if (inputs.silent.empty()) return;
    for (const int i : inputs.silent)
        std::fill_n(job.c + i * job.cRow, lanes, 0.0f);
    job.wanted = inputs.used.data();
    job.rows = static_cast<int>(inputs.used.size());
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, const float* g,
                   float* xGradient, Epilogue epilogue, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const int inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    ProductJob job{.a = parameters,
                   .aRow = 1,
                   .aDepth = inputs,
                   .b = g,
                   .bRow = lanes,
                   .c = xGradient,
                   .cRow = lanes,
                   .rows = inputs,
                   .depth = outputs,
                   .columns = lanes,
                   .bias = nullptr,
                   .accumulates = false,
                   .epilogue = epilogue,
                   .outputs = x};
    if (epilogue == Epilogue::ReluSlope) passOverSilent(layer, workspace.nonzeros(), job);
    laneKernels().multiply(job);
}

/// C[i][j] = start + Σ over lanes of a[i]·b[j], the rows of C being `row` floats apart: b is turned on the
/// way, so that its features lie along the vectors; as many at a time as stay in the nearest cache.
void multiplyOverLanes(const float* a, std::size_t rows, const float* b, std::size_t columns,
                       bool accumulates, float* c, float* turned)
{
    constexpr std::size_t together = 64;
    for (std::size_t first = 0; first < columns; first += together) {
        const std::size_t count = std::min(together, columns - first);
        const auto bRow = static_cast<std::ptrdiff_t>(turnedRow(count));
        laneKernels().transpose(b + first * lanes, static_cast<int>(count), turned, bRow);
        laneKernels().multiply({.a = a,
                                .aRow = lanes,
                                .aDepth = 1,
                                .b = turned,
                                .bRow = bRow,
                                .c = c + first,
                                .cRow = static_cast<std::ptrdiff_t>(columns),
                                .rows = static_cast<int>(rows),
                                .depth = lanes,
                                .columns = static_cast<int>(count),
                                .bias = nullptr,
                                .accumulates = accumulates});
    }
}

/// Of a layer of few inputs or few outputs, whose rows meet each of the other side's once.
void thinGradient(const ResolvedLayer& layer, const float* x, const float* g, bool accumulates,
                  float* gradient)
{
    const auto inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    const bool areInputsFew = inputs < outputs;
    laneKernels().laneSums({.a = areInputsFew ? x : g,
                            .rows = std::min(inputs, outputs),
                            .b = areInputsFew ? g : x,
                            .columns = std::max(inputs, outputs),
                            .c = gradient,
                            .cRow = inputs,
                            .turnsResult = areInputsFew,
                            .accumulates = accumulates});
}

void weightGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                    float* gradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (std::min(layer.in.size(), layer.out.size()) < aHandful)
        return thinGradient(layer, x, g, accumulates, gradient);
    if (!accumulates && gradientOfNonzeros(layer, x, g, gradient, workspace.nonzeros())) return;
    multiplyOverLanes(g, layer.out.size(), x, layer.in.size(), accumulates, gradient, workspace.turned());
}

void prepare(const PlannedLayer& planned, const float* parameters, SoloStep& step)
{
    const ResolvedLayer& layer = planned.layer;
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size(), row = step.out.size();
    step.weights.assign(step.in.size() * row, 0.0f);
    step.bias.assign(row, 0.0f);
    for (std::size_t o = 0; o < outputs; ++o) {
        const std::size_t to = step.out.place(o);
        if (layer.biasCount > 0) step.bias[to] = parameters[layer.weightCount + o];
        for (std::size_t i = 0; i < inputs; ++i)
            step.weights[step.in.place(i) * row + to] = parameters[o * inputs + i];
    }
}

void run(const SoloStep& step, const float* x, float* y, int* used)
{
    soloKernels().dense({.weights = step.weights.data(),
                         .row = static_cast<std::ptrdiff_t>(step.out.size()),
                         .bias = step.bias.data(),
                         .x = x,
                         .inputs = static_cast<int>(step.in.size()),
                         .used = used,
                         .y = y});
}

} // namespace

const LayerPasses densePasses{.hasEpilogue = true,
                              .forward = forward,
                              .inputGradient = inputGradient,
                              .weightGradient = weightGradient,
                              .solo = {.prepare = prepare, .run = run}};

} // namespace hg::passes
