#pragma once

#include "core/tensor/tensor.h"

#include <span>
#include <vector>

namespace hg {

/// The median of the 3 × 3 cells around each cell, the edge repeated, each channel by itself: (N,C,H,W) of
/// any N. Cost: O(numbers). Source: Tukey, "Exploratory Data Analysis", 1977, chapter 7, for the plane;
/// SciPy's median_filter(size=3, mode="nearest") gives the same numbers.
std::vector<float> median3x3(std::span<const float> pictures, Shape shape);

} // namespace hg
