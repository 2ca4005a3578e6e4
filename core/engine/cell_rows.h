#pragma once

#include "core/engine/solo_step.h"
#include "core/kernels/lane_jobs.h"

#include <algorithm>

namespace hg::passes {

// What the layers without weights share, each channel by itself. All arrays are [feature][lane] with `lanes`
// floats a feature: a cell of a channel is a row of lanes.

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

inline void addScaled(float scale, const float* x, float* y)
{
    for (int l = 0; l < lanes; ++l)
        y[l] += scale * x[l];
}

/// y = scale · Σ of the taps' rows.
inline void sumRows(std::span<const TapEntry> taps, float scale, const float* x, float* y)
{
    std::fill_n(y, lanes, 0.0f);
    for (const TapEntry& tap : taps)
        addScaled(scale, row(x, tap.cell), y);
}

/// Calls visit(taps, the channel of `from`, the row of `to`) for every cell of every channel of `to`.
template <class Visitor>
void forEachRow(const TapTable& table, const float* from, Shape fromShape, float* to, Shape toShape,
                const Visitor& visit)
{
    for (int ch = 0; ch < toShape.channels; ++ch)
        for (int cell = 0; cell < toShape.cells(); ++cell)
            visit(table.of(cell), plane(from, ch, fromShape), row(plane(to, ch, toShape), cell));
}

/// One sample: each number of y is value(taps, x, c), with channel c's numbers at x[cell·pitch].
template <class Value>
void forEachSolo(const SoloStep& step, const float* x, float* y, const Value& value)
{
    for (int cell = 0; cell < step.out.cells; ++cell)
        for (int c = 0; c < step.out.channels; ++c)
            y[cell * step.out.pitch + c] = value(step.planned->forward.of(cell), x + c, step.in.pitch);
}

} // namespace hg::passes
