#include "core/engine/layer_passes.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

#include <algorithm>
#include <span>

namespace hg::passes {
namespace {

/// Outputs that must share the look at the inputs, whether they are 0.
constexpr int rowsWorthSkippingFor = 16;

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
                            .accumulates = false,
                            .skipsZeros = outputs >= rowsWorthSkippingFor});
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

/// Rows of weights whose gradients are worked out together before they go to their places: they stay in the
/// nearer caches.
constexpr std::size_t rowsTogether = 48;

/// Whether inputs that are 0 in every lane are worth a look, and the numbers of the others the same bits by
/// themselves: with whole vectors only, each is summed alike wherever it stands.
bool maySkipInputs(const ResolvedLayer& layer)
{
    return !isNarrow(layer) && layer.out.size() >= static_cast<std::size_t>(rowsWorthSkippingFor) &&
           layer.in.size() % 16 == 0;
}

/// ∂L/∂W where only the chosen inputs are other than 0 in some lane. The others' is 0.
void usedGradient(const ResolvedLayer& layer, std::span<const int> used, const float* x, const float* g,
                  float* gradient, Workspace& workspace)
{
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size();
    const auto row = static_cast<std::ptrdiff_t>(turnedRow(used.size()));
    std::fill_n(workspace.sources(), inputs, -1);
    for (std::size_t i = 0; i < used.size(); ++i)
        workspace.sources()[used[i]] = static_cast<int>(i);
    laneKernels().transpose(x, used.data(), static_cast<int>(used.size()), workspace.turned(), row);
    for (std::size_t first = 0; first < outputs; first += rowsTogether) {
        const int rows = static_cast<int>(std::min(rowsTogether, outputs - first));
        laneKernels().multiply({.a = g + first * lanes,
                                .aRow = lanes,
                                .aDepth = 1,
                                .b = workspace.turned(),
                                .bRow = row,
                                .c = workspace.scratch(),
                                .cRow = row,
                                .rows = rows,
                                .depth = lanes,
                                .columns = static_cast<int>(row),
                                .bias = nullptr,
                                .accumulates = false});
        laneKernels().spread({.from = workspace.scratch(),
                              .fromRow = row,
                              .sources = workspace.sources(),
                              .to = gradient + first * inputs,
                              .toRow = static_cast<std::ptrdiff_t>(inputs),
                              .rows = rows,
                              .columns = static_cast<int>(inputs)});
    }
}

/// The inputs that are not 0 in every lane, where leaving the others out pays and changes no bit: their
/// gradient would not be 0 with an infinite factor.
std::span<const int> inputsToUse(const ResolvedLayer& layer, const float* x, const float* g,
                                 Workspace& workspace)
{
    const auto inputs = layer.in.size();
    const auto count =
        static_cast<std::size_t>(laneKernels().usedFeatures(x, static_cast<int>(inputs), workspace.used()));
    if (count > inputs - inputs / 8 || !laneKernels().areFinite(g, layer.out.size() * lanes)) return {};
    return {workspace.used(), count};
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
    if (!accumulates && maySkipInputs(layer))
        if (const auto used = inputsToUse(layer, x, g, workspace); !used.empty())
            return usedGradient(layer, used, x, g, gradient, workspace);
    multiplyOverLanes(g, layer.out.size(), x, layer.in.size(), accumulates, gradient, layer.in.size(),
                      workspace.turned());
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    const ResolvedLayer& layer = planned.layer;
    if (isNarrow(layer)) return layer.weightCount;
    return maySkipInputs(layer) ? (std::min(rowsTogether, layer.out.size()) + 1) * turnedRow(layer.in.size())
                                : 0;
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
