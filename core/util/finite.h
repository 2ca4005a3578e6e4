#pragma once

#include <algorithm>
#include <cmath>
#include <span>

namespace hg {

/// Whether none is NaN or infinite: asked before anything is printed or written.
inline bool areFinite(std::span<const float> numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isfinite(number); });
}

} // namespace hg
