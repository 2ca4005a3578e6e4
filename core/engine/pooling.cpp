#include "core/engine/pooling.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

/// The part of the array that holds one channel, and its rows of lanes.
template <class T>
T* plane(T* array, int channel, Shape shape)
{
    return array + static_cast<std::size_t>(channel) * static_cast<std::size_t>(shape.cells()) * lanes;
}

template <class T>
T* row(T* channel, int cell)
{
    return channel + static_cast<std::size_t>(cell) * lanes;
}

float reciprocal(std::size_t count)
{
    return count == 0 ? 0.0f : 1.0f / static_cast<float>(count);
}

void addScaled(float scale, const float* x, float* y)
{
    for (int l = 0; l < lanes; ++l)
        y[l] += scale * x[l];
}

/// The NaN of a network that diverges goes on to its loss instead of being passed over.
bool isGreater(float a, float b)
{
    return a > b || a != a;
}

void maximum(std::span<const TapEntry> taps, const float* x, float* y)
{
    std::fill_n(y, lanes, taps.empty() ? 0.0f : -std::numeric_limits<float>::infinity());
    for (const auto& tap : taps) {
        const float* source = row(x, tap.cell);
        for (int l = 0; l < lanes; ++l)
            y[l] = isGreater(source[l], y[l]) ? source[l] : y[l];
    }
}

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

/// y = scale · Σ of the taps' rows.
void sum(std::span<const TapEntry> taps, float scale, const float* x, float* y)
{
    std::fill_n(y, lanes, 0.0f);
    for (const auto& tap : taps)
        addScaled(scale, row(x, tap.cell), y);
}

/// One input cell's share of the averages that look at it.
void averageBackward(std::span<const TapEntry> taps, const TapTable& forward, const float* g,
                     float* xGradient)
{
    std::fill_n(xGradient, lanes, 0.0f);
    for (const auto& tap : taps)
        addScaled(reciprocal(forward.of(tap.cell).size()), row(g, tap.cell), xGradient);
}

} // namespace

void poolForward(const PlannedLayer& planned, const float* x, float* y)
{
    const ResolvedLayer& layer = planned.layer;
    for (int ch = 0; ch < layer.out.channels; ++ch) {
        const float* from = plane(x, ch, layer.in);
        float* to = plane(y, ch, layer.out);
        for (int cell = 0; cell < layer.out.cells(); ++cell) {
            const auto taps = planned.forward.of(cell);
            const bool isAverage = layer.spec.type == LayerType::AveragePool;
            if (layer.spec.type == LayerType::MaxPool)
                maximum(taps, from, row(to, cell));
            else
                sum(taps, isAverage ? reciprocal(taps.size()) : 1.0f, from, row(to, cell));
        }
    }
}

void poolBackward(const PlannedLayer& planned, const float* x, const float* yGradient, float* xGradient)
{
    const ResolvedLayer& layer = planned.layer;
    if (layer.spec.type == LayerType::MaxPool) std::fill_n(xGradient, layer.in.size() * lanes, 0.0f);
    for (int ch = 0; ch < layer.out.channels; ++ch) {
        const float* g = plane(yGradient, ch, layer.out);
        float* to = plane(xGradient, ch, layer.in);
        if (layer.spec.type == LayerType::MaxPool)
            for (int cell = 0; cell < layer.out.cells(); ++cell)
                maximumBackward(planned.forward.of(cell), plane(x, ch, layer.in), row(g, cell), to);
        else if (layer.spec.type == LayerType::AveragePool)
            for (int cell = 0; cell < layer.in.cells(); ++cell)
                averageBackward(planned.backward.of(cell), planned.forward, g, row(to, cell));
        else
            for (int cell = 0; cell < layer.in.cells(); ++cell)
                sum(planned.backward.of(cell), 1.0f, g, row(to, cell));
    }
}

} // namespace hg
