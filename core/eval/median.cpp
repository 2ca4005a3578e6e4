#include "core/eval/median.h"

#include <algorithm>

namespace hg {
namespace {

struct Three {
    float low, middle, high;
};

inline Three sorted(float a, float b, float c)
{
    const float least = std::min(a, b), most = std::max(a, b);
    return {std::min(least, c), std::max(least, std::min(most, c)), std::max(most, c)};
}

/// Of three sorted columns: the middle of the greatest low, the middle middle and the least high. Source:
/// Smith, "Implementing median filters in XC4000E FPGAs", Xcell 23, 1996.
inline float medianOf(const Three& a, const Three& b, const Three& c)
{
    const float low = std::max({a.low, b.low, c.low}), high = std::min({a.high, b.high, c.high});
    return sorted(low, sorted(a.middle, b.middle, c.middle).middle, high).middle;
}

void filterRow(const float* above, const float* row, const float* below, int width, float* out)
{
    const auto column = [&](int w) { return sorted(above[w], row[w], below[w]); };
    Three left = column(0), middle = left;
    for (int w = 0; w < width; ++w) {
        const Three right = column(std::min(w + 1, width - 1));
        out[w] = medianOf(left, middle, right);
        left = middle;
        middle = right;
    }
}

} // namespace

std::vector<float> median3x3(std::span<const float> pictures, Shape shape)
{
    std::vector<float> filtered(pictures.size());
    const auto cells = static_cast<std::size_t>(shape.cells());
    for (std::size_t plane = 0; plane < pictures.size(); plane += cells)
        for (int h = 0; h < shape.height; ++h) {
            const auto rowAt = [&](int r) {
                return plane + static_cast<std::size_t>(std::clamp(r, 0, shape.height - 1)) *
                                   static_cast<std::size_t>(shape.width);
            };
            filterRow(pictures.data() + rowAt(h - 1), pictures.data() + rowAt(h),
                      pictures.data() + rowAt(h + 1), shape.width, filtered.data() + rowAt(h));
        }
    return filtered;
}

} // namespace hg
