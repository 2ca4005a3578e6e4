#include "core/conv/conv_axis.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace hg {
namespace {

/// Padded places, counted from the input's first cell, that hold input cell i: itself, then its repetitions.
std::vector<int> placesOfInput(const ConvAxis& axis, int i)
{
    std::vector<int> places{i};
    const auto addIfPadding = [&](int place) {
        const bool inside = place >= 0 && place < axis.input;
        if (!inside && place >= -axis.padBefore && place < axis.input + axis.padAfter)
            places.push_back(place);
    };
    const int last = axis.input - 1;
    switch (axis.fill) {
    case Fill::Zeros:
        break;
    case Fill::Reflect:
        addIfPadding(-i);
        addIfPadding(2 * last - i);
        break;
    case Fill::Circular:
        addIfPadding(i - axis.input);
        addIfPadding(i + axis.input);
        break;
    case Fill::Replicate:
        if (i == 0)
            for (int place = -axis.padBefore; place < 0; ++place)
                addIfPadding(place);
        if (i == last)
            for (int place = axis.input; place < axis.input + axis.padAfter; ++place)
                addIfPadding(place);
        break;
    }
    return places;
}

} // namespace

std::vector<Tap> tapsOfOutput(const ConvAxis& axis, int o)
{
    std::vector<Tap> taps;
    taps.reserve(static_cast<std::size_t>(axis.kernel));
    forEachTap(axis, o, [&](const Tap& tap) { taps.push_back(tap); });
    return taps;
}

std::vector<InputTap> tapsOfPlace(const ConvAxis& axis, int place)
{
    std::vector<InputTap> taps;
    for (int k = 0; k < axis.kernel; ++k) {
        const int start = place + axis.padBefore - k * axis.dilation;
        if (start < 0) break; // further kernel cells start even earlier
        if (start % axis.stride == 0 && start / axis.stride < axis.output)
            taps.push_back({start / axis.stride, k, place});
    }
    return taps;
}

std::vector<InputTap> tapsOfInput(const ConvAxis& axis, int i)
{
    std::vector<InputTap> taps;
    for (const int place : placesOfInput(axis, i))
        std::ranges::copy(tapsOfPlace(axis, place), std::back_inserter(taps));
    std::sort(taps.begin(), taps.end(), [](const InputTap& a, const InputTap& b) {
        return a.output != b.output ? a.output < b.output : a.kernel < b.kernel;
    });
    return taps;
}

ConvAxis uncropped(const ConvAxis& transposed)
{
    ConvAxis axis = transposed;
    axis.input = std::max(axis.reach(), axis.padBefore + axis.input);
    axis.padBefore = axis.padAfter = 0;
    return axis;
}

std::optional<int> firstOutputWithoutInput(const ConvAxis& axis)
{
    for (int o = 0; o < axis.output; ++o) {
        const std::int64_t start = axis.windowStart(o), dilation = axis.dilation;
        const std::int64_t tap =
            start < 0 ? (-start + dilation - 1) / dilation : 0; // the first not before it
        if (tap >= axis.kernel || start + tap * dilation >= axis.input) return o;
    }
    return std::nullopt;
}

} // namespace hg
