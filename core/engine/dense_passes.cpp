#include "core/engine/layer_passes.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

namespace hg::passes {
namespace {

void forward(const PlannedLayer& planned, const float* parameters, const float* x, float* y, Epilogue)
{
    const ResolvedLayer& layer = planned.layer;
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
                            .accumulates = false});
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float*, const float* g,
                   float* xGradient, Epilogue)
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

/// ∂L/∂W of a dense layer is a product over lanes, one side of it turned so that its vectors lie along the
/// weights. With a handful of inputs (a bottleneck) they lie across them, and the result is turned at the
/// end.
bool isNarrow(const ResolvedLayer& layer)
{
    return layer.in.size() < 16 && layer.in.size() < layer.out.size();
}

/// C[i][j] = start + Σ over lanes of a[i]·b[j]: b is turned on the way, so that its features lie along the
/// vectors.
void multiplyOverLanes(const float* a, std::size_t rows, const float* b, std::size_t columns,
                       bool accumulates, float* c, float* turned)
{
    const auto row = static_cast<std::ptrdiff_t>(turnedRow(columns));
    laneKernels().transpose(b, static_cast<int>(columns), turned, row);
    laneKernels().multiply({.a = a,
                            .aRow = lanes,
                            .aDepth = 1,
                            .b = turned,
                            .bRow = row,
                            .c = c,
                            .cRow = static_cast<std::ptrdiff_t>(columns),
                            .rows = static_cast<int>(rows),
                            .depth = lanes,
                            .columns = static_cast<int>(columns),
                            .bias = nullptr,
                            .accumulates = accumulates});
}

void weightGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                    float* gradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size();
    if (!isNarrow(layer))
        return multiplyOverLanes(g, outputs, x, inputs, accumulates, gradient, workspace.turned());
    float* products = workspace.scratch();
    multiplyOverLanes(x, inputs, g, outputs, false, products, workspace.turned());
    for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t i = 0; i < inputs; ++i) {
            float& w = gradient[o * inputs + i];
            w = (accumulates ? w : 0.0f) + products[i * outputs + o];
        }
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
