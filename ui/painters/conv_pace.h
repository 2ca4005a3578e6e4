#pragma once

#include <algorithm>

namespace hg {

/// How many seconds a convolution of `count` positions takes to get through the position at `index`, counted
/// from the one that it is opened at: the first three slowly, term by term, the others, and those before, so
/// fast that the whole ends within twenty seconds.
inline double secondsOfPosition(double index, int count)
{
    constexpr double first = 8, next = 2, whole = 20, usual = 1.2;
    if (index >= 0 && index < 1) return first;
    if (index >= 1 && index < 3) return next;
    return std::min(usual, (whole - first - 2 * next) / std::max(1, count - 3));
}

} // namespace hg
