#include "core/engine/layer_passes.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

#include <algorithm>

namespace hg::passes {
namespace {

/// Strides of a convolution's weights: (F,C,kh,kw) direct, (C,F,kh,kw) transposed.
struct WeightStrides {
    int filter;
    int channel;
};

WeightStrides weightStrides(const ResolvedLayer& layer)
{
    const int area = layer.spec.kernel.h * layer.spec.kernel.w;
    if (layerKind(layer.spec.type).reach == LayerReach::Direct) return {layer.in.channels * area, area};
    return {area, layer.spec.filters * area};
}

/// One side of a convolution: its numbers' shape and its channels' stride in the weights.
struct Side {
    Shape shape;
    int stride;
};

/// The sums that one side gathers from the other: no bias, and nothing done to them.
GatherJob gatherJob(const TapTable& taps, const float* weights, Side from, const float* x, Side to, float* y)
{
    return {.start = taps.start.data(),
            .entries = taps.entries.data(),
            .weights = weights,
            .toStride = to.stride,
            .fromStride = from.stride,
            .bias = nullptr,
            .x = x,
            .fromChannels = from.shape.channels,
            .fromCells = from.shape.cells(),
            .y = y,
            .toChannels = to.shape.channels,
            .toCells = to.shape.cells(),
            .epilogue = Epilogue::None,
            .outputs = nullptr,
            .alike = taps.alike.data(),
            .groupStart = taps.groupStart.data(),
            .groups = std::max(static_cast<int>(taps.groupStart.size()) - 1, 0)};
}

// What lists of rows cost is shared by the other side's channels.
constexpr int channelsWorthListingFor = 4;
constexpr double listedShare = 0.8, wantedShare = 0.9; // of rows, below which lists pay

/// Whether a cell's taps and channels can be listed.
bool mayList(const GatherJob& job, const PlannedLayer& planned)
{
    return job.fromChannels * planned.pairs.kernelCells <= mostListedTaps &&
           job.toChannels <= mostListedChannels;
}

/// Passes over the rows of x that are 0 throughout: of pictures their border, behind a rectifier its silent
/// units.
void passOverZeros(const UsedRows& rows, const PlannedLayer& planned, GatherJob& job)
{
    if (mayList(job, planned) && job.toChannels >= channelsWorthListingFor && rows.share() <= listedShare &&
        laneKernels().areFinite(job.weights, planned.layer.weightCount))
        job.used = rows.isUsed.data();
}

/// Of ∂L/∂z, the rows that are not 0: of a rectifier those of its outputs. Null: unknown.
const UsedRows* rowsOfSums(const PlannedLayer& planned, Workspace& workspace)
{
    return planned.layer.spec.activation == Activation::Relu ? &workspace.usedRows(planned.index + 1)
                                                             : nullptr;
}

void forward(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
             Epilogue epilogue, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    UsedRows& rows = workspace.usedRows(planned.index);
    rows.count = laneKernels().usedRows(x, static_cast<int>(layer.in.size()), rows.isUsed.data());
    GatherJob job = gatherJob(planned.forward, parameters, {layer.in, strides.channel}, x,
                              {layer.out, strides.filter}, y);
    job.bias = biasesOf(layer, parameters);
    job.epilogue = epilogue;
    passOverZeros(rows, planned, job);
    laneKernels().gather(job);
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, const float* g,
                   float* xGradient, Epilogue epilogue, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    GatherJob job = gatherJob(planned.backward, parameters, {layer.out, strides.filter}, g,
                              {layer.in, strides.channel}, xGradient);
    job.epilogue = epilogue;
    job.outputs = x;
    if (const UsedRows* rows = rowsOfSums(planned, workspace)) passOverZeros(*rows, planned, job);
    const UsedRows& wanted = workspace.usedRows(planned.index);
    if (mayList(job, planned) && epilogue == Epilogue::ReluSlope && wanted.share() <= wantedShare)
        job.wanted = wanted.isUsed.data();
    laneKernels().gather(job);
}

/// The two sides of the weights' gradient.
struct GradientSides {
    GradientSide from, to;
};

GradientSides gradientSides(const ResolvedLayer& layer, const float* x, const float* g)
{
    const WeightStrides strides = weightStrides(layer);
    return {{x, layer.in.channels, layer.in.cells(), strides.channel},
            {g, layer.out.channels, layer.out.cells(), strides.filter}};
}

// Shares of used rows, of one side and of both sides' products, above which nothing is passed over.
constexpr double sideShare = 0.95, productShare = 0.9;

/// Says of both sides which rows are 0 throughout, if that pays. False: it does not.
bool passOverZeros(const PlannedLayer& planned, const float* gradient, Workspace& workspace,
                   GradientSides& sides)
{
    const UsedRows& ofX = workspace.usedRows(planned.index);
    const UsedRows* ofG = rowsOfSums(planned, workspace);
    const double shareOfX = ofX.share(), shareOfG = ofG ? ofG->share() : 1;
    const bool areListsShared = std::max(sides.from.channels, sides.to.channels) >= channelsWorthListingFor;
    if (!areListsShared || shareOfX * shareOfG > productShare) return false;
    if (shareOfX <= sideShare && isSumGradientFinite(planned.layer, sides.to.rows, gradient))
        sides.from.used = ofX.isUsed.data();
    if (shareOfG <= sideShare && laneKernels().areFinite(sides.from.rows, planned.layer.in.size() * lanes))
        sides.to.used = ofG->isUsed.data();
    return sides.from.used || sides.to.used;
}

void usedGradient(const PlannedLayer& planned, const GradientSides& sides, bool accumulates, float* gradient,
                  Workspace& workspace)
{
    const bool areFiltersListed = sides.to.channels >= sides.from.channels;
    const TapTable& taps = areFiltersListed ? planned.forward : planned.backward;
    laneKernels().usedGradient({.start = taps.start.data(),
                                .entries = taps.entries.data(),
                                .listed = areFiltersListed ? sides.to : sides.from,
                                .held = areFiltersListed ? sides.from : sides.to,
                                .kernelCells = planned.pairs.kernelCells,
                                .gradient = gradient,
                                .accumulates = accumulates,
                                .scratch = workspace.scratch()});
}

void fullGradient(const PlannedLayer& planned, const GradientSides& sides, bool accumulates, float* gradient,
                  Workspace& workspace)
{
    laneKernels().weightGradient({.start = planned.pairs.start.data(),
                                  .pairs = planned.pairs.pairs.data(),
                                  .blocks = planned.pairs.blocks,
                                  .kernelCells = planned.pairs.kernelCells,
                                  .from = sides.from,
                                  .to = sides.to,
                                  .gradient = gradient,
                                  .accumulates = accumulates,
                                  .scratch = workspace.scratch()});
}

void weightGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                    float* gradient, Workspace& workspace)
{
    GradientSides sides = gradientSides(planned.layer, x, g);
    const auto pass = passOverZeros(planned, gradient, workspace, sides) ? usedGradient : fullGradient;
    pass(planned, sides, accumulates, gradient, workspace);
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    const auto kernelCells = static_cast<std::size_t>(planned.pairs.kernelCells);
    return std::max<std::size_t>(kernelCells * weightGradientScratch, usedGradientScratch);
}

/// Along which side's channels the vectors of one sample lie; along neither where both have one channel.
enum class Along { Outputs, Inputs, Neither };

Along along(const SoloStep& step)
{
    if (step.out.channels >= 4 || (step.in.channels == 1 && step.out.channels > 1)) return Along::Outputs;
    return step.in.channels > 1 ? Along::Inputs : Along::Neither;
}

void prepare(const PlannedLayer& planned, const float* parameters, SoloStep& step)
{
    const auto strides = weightStrides(planned.layer);
    const auto kernel = static_cast<std::size_t>(planned.pairs.kernelCells);
    const auto from = static_cast<std::size_t>(step.in.channels),
               to = static_cast<std::size_t>(step.out.channels);
    const auto fromPitch = static_cast<std::size_t>(step.in.pitch),
               toPitch = static_cast<std::size_t>(step.out.pitch);
    const bool wide = along(step) == Along::Outputs;
    step.bias.assign(roundedUp(toPitch, 8), 0.0f);
    std::copy_n(parameters + planned.layer.weightCount, planned.layer.biasCount, step.bias.begin());
    step.weights.assign(wide ? kernel * from * roundedUp(toPitch, 8) : to * kernel * fromPitch, 0.0f);
    for (std::size_t f = 0; f < to; ++f)
        for (std::size_t c = 0; c < from; ++c)
            for (std::size_t k = 0; k < kernel; ++k) {
                const std::size_t source = f * strides.filter + c * strides.channel + k;
                const std::size_t place =
                    wide ? (k * from + c) * toPitch + f : (f * kernel + k) * fromPitch + c;
                step.weights[place] = parameters[source];
            }
}

void runPlain(const SoloStep& step, const float* x, float* y)
{
    for (int cell = 0; cell < step.out.cells; ++cell) {
        float sum = step.bias[0];
        for (const TapEntry& tap : step.planned->forward.of(cell))
            sum += step.weights[static_cast<std::size_t>(tap.kernel)] * x[tap.cell];
        y[cell] = sum;
    }
}

void run(const SoloStep& step, const float* x, float* y, int*)
{
    const SoloConvJob job{.start = step.planned->forward.start.data(),
                          .entries = step.planned->forward.entries.data(),
                          .weights = step.weights.data(),
                          .bias = step.bias.data(),
                          .x = x,
                          .fromChannels = step.in.channels,
                          .fromPitch = step.in.pitch,
                          .y = y,
                          .toChannels = step.out.channels,
                          .toPitch = step.out.pitch,
                          .toCells = step.out.cells,
                          .kernelCells = step.planned->pairs.kernelCells};
    if (along(step) == Along::Neither)
        runPlain(step, x, y);
    else if (along(step) == Along::Outputs)
        soloKernels().convWide(job);
    else
        soloKernels().convNarrow(job);
}

constexpr LayerPasses ofFilters{.hasEpilogue = true,
                                .forward = forward,
                                .inputGradient = inputGradient,
                                .weightGradient = weightGradient,
                                .scratchSize = scratchSize,
                                .solo = {.prepare = prepare, .run = run}};

} // namespace

const LayerPasses convPasses = ofFilters;
const LayerPasses convTransposedPasses = ofFilters;

} // namespace hg::passes
