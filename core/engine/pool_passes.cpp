#include "core/engine/cell_rows.h"
#include "core/engine/layer_passes.h"

#include <limits>

namespace hg::passes {
namespace {

constexpr float lowest = -std::numeric_limits<float>::infinity();

float reciprocal(std::size_t count)
{
    return count == 0 ? 0.0f : 1.0f / static_cast<float>(count);
}

/// The NaN of a network that diverges goes on to its loss instead of being passed over.
bool isGreater(float a, float b)
{
    return a > b || a != a;
}

void maximum(std::span<const TapEntry> taps, const float* x, float* y)
{
    std::fill_n(y, lanes, taps.empty() ? 0.0f : lowest);
    for (const auto& tap : taps) {
        const float* source = row(x, tap.cell);
        for (int l = 0; l < lanes; ++l)
            y[l] = isGreater(source[l], y[l]) ? source[l] : y[l];
    }
}

void forwardMaximum(const PlannedLayer& planned, const float*, const float* x, float* y, Epilogue, Workspace&)
{
    forEachRow(planned.forward, x, planned.layer.in, y, planned.layer.out, maximum);
}

/// Hands all to the first greatest input.
void maximumBackward(std::span<const TapEntry> taps, const float* x, const float* g, float* xGradient)
{
    if (taps.empty()) return;
    float greatest[lanes];
    int winner[lanes];
    std::copy_n(row(x, taps[0].cell), lanes, greatest);
    std::fill_n(winner, lanes, taps[0].cell);
    for (const auto& tap : taps.subspan(1)) {
        const float* source = row(x, tap.cell);
        for (int l = 0; l < lanes; ++l) {
            const bool isNew = isGreater(source[l], greatest[l]);
            greatest[l] = isNew ? source[l] : greatest[l];
            winner[l] = isNew ? tap.cell : winner[l];
        }
    }
    for (int l = 0; l < lanes; ++l)
        row(xGradient, winner[l])[l] += g[l];
}

void gradientOfMaximum(const PlannedLayer& planned, const float*, const float* x, const float* g,
                       float* xGradient, Epilogue, Workspace&)
{
    const ResolvedLayer& layer = planned.layer;
    std::fill_n(xGradient, layer.in.size() * lanes, 0.0f);
    for (int ch = 0; ch < layer.out.channels; ++ch)
        for (int cell = 0; cell < layer.out.cells(); ++cell)
            maximumBackward(planned.forward.of(cell), plane(x, ch, layer.in),
                            row(plane(g, ch, layer.out), cell), plane(xGradient, ch, layer.in));
}

void forwardAverage(const PlannedLayer& planned, const float*, const float* x, float* y, Epilogue, Workspace&)
{
    const auto average = [](std::span<const TapEntry> taps, const float* from, float* to) {
        sumRows(taps, reciprocal(taps.size()), from, to);
    };
    forEachRow(planned.forward, x, planned.layer.in, y, planned.layer.out, average);
}

/// Each input has an equal share of the averages that look at it.
void gradientOfAverage(const PlannedLayer& planned, const float*, const float*, const float* g,
                       float* xGradient, Epilogue, Workspace&)
{
    const auto shares = [&](std::span<const TapEntry> taps, const float* from, float* to) {
        std::fill_n(to, lanes, 0.0f);
        for (const TapEntry& tap : taps)
            addScaled(reciprocal(planned.forward.of(tap.cell).size()), row(from, tap.cell), to);
    };
    forEachRow(planned.backward, g, planned.layer.out, xGradient, planned.layer.in, shares);
}

void runMaximum(const SoloStep& step, const float* x, float* y, int*)
{
    forEachSolo(step, x, y, [](std::span<const TapEntry> taps, const float* from, int pitch) {
        float value = taps.empty() ? 0.0f : lowest;
        for (const TapEntry& tap : taps)
            value = std::max(from[tap.cell * pitch], value);
        return value;
    });
}

void runAverage(const SoloStep& step, const float* x, float* y, int*)
{
    forEachSolo(step, x, y, [](std::span<const TapEntry> taps, const float* from, int pitch) {
        float value = 0;
        for (const TapEntry& tap : taps)
            value += from[tap.cell * pitch];
        return taps.empty() ? value : value / static_cast<float>(taps.size());
    });
}

} // namespace

const LayerPasses maxPoolPasses{
    .forward = forwardMaximum, .inputGradient = gradientOfMaximum, .solo = {.run = runMaximum}};
const LayerPasses averagePoolPasses{
    .forward = forwardAverage, .inputGradient = gradientOfAverage, .solo = {.run = runAverage}};

} // namespace hg::passes
