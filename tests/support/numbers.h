#pragma once

#include "core/util/rng.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <span>
#include <vector>

namespace hg::test {

/// n normal numbers around 0.
inline std::vector<float> normalFloats(std::size_t n, float spread, std::mt19937& random)
{
    std::vector<float> v(n);
    std::normal_distribution<float> normal(0, spread);
    for (float& x : v)
        x = normal(random);
    return v;
}

/// n numbers from 0 to 1, always the same.
inline std::vector<float> uniformFloats(std::size_t n)
{
    std::vector<float> v(n);
    const Random random(11, 2, 0);
    for (std::size_t i = 0; i < n; ++i)
        v[i] = static_cast<float>(random.uniform(i));
    return v;
}

/// ‖a − b‖/‖b‖
inline double relativeError(std::span<const float> a, std::span<const double> b)
{
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        difference += (static_cast<double>(a[i]) - b[i]) * (static_cast<double>(a[i]) - b[i]);
        norm += b[i] * b[i];
    }
    return std::sqrt(difference) / std::max(std::sqrt(norm), 1e-12);
}

} // namespace hg::test
