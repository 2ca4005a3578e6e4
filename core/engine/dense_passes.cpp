#include "core/engine/layer_passes.h"
#include "core/engine/nonzeros.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

namespace hg::passes {
namespace {

/// Outputs that must share the look at the inputs, whether they are 0.
constexpr int rowsWorthSkippingFor = 16;

void forward(const PlannedLayer& planned, const float* parameters, const float* x, float* y, Epilogue,
             Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (multiplyNonzeros(layer, parameters, x, y, workspace.nonzeros())) return;
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
                            .skipsZeros = outputs >= rowsWorthSkippingFor});
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float*, const float* g,
                   float* xGradient, Epilogue, Workspace&)
{
    const ResolvedLayer& layer = planned.layer;
    const int inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    laneKernels().multiply({.a = parameters,
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
                            .accumulates = false});
}

void narrowGradient(const ResolvedLayer& layer, const float* x, const float* g, bool accumulates,
                    float* gradient, Workspace& workspace)
{
    float* products = workspace.scratch();
    multiplyOverLanes(x, layer.in.size(), g, layer.out.size(), false, products, layer.out.size(),
                      workspace.turned());
    addTurned(layer, products, accumulates, gradient);
}

void weightGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                    float* gradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (isNarrow(layer)) return narrowGradient(layer, x, g, accumulates, gradient, workspace);
    if (!accumulates && gradientOfNonzeros(layer, x, g, gradient, workspace.nonzeros())) return;
    multiplyOverLanes(g, layer.out.size(), x, layer.in.size(), accumulates, gradient, layer.in.size(),
                      workspace.turned());
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    return isNarrow(planned.layer) ? planned.layer.weightCount : 0;
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

const LayerPasses densePasses{.forward = forward,
                              .inputGradient = inputGradient,
                              .weightGradient = weightGradient,
                              .scratchSize = scratchSize,
                              .solo = {.prepare = prepare, .run = run}};

} // namespace hg::passes
