#include "core/eval/median.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

constexpr int window = 9, middle = 4;

float medianAround(const float* plane, int height, int width, int h, int w)
{
    std::array<float, window> cells{};
    std::size_t n = 0;
    for (int dh = -1; dh <= 1; ++dh)
        for (int dw = -1; dw <= 1; ++dw) {
            const int row = std::clamp(h + dh, 0, height - 1), column = std::clamp(w + dw, 0, width - 1);
            cells[n++] = plane[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                               static_cast<std::size_t>(column)];
        }
    std::nth_element(cells.begin(), cells.begin() + middle, cells.end());
    return cells[middle];
}

} // namespace

std::vector<float> median3x3(std::span<const float> pictures, Shape shape)
{
    std::vector<float> filtered;
    filtered.reserve(pictures.size());
    const auto cells = static_cast<std::size_t>(shape.cells());
    for (std::size_t plane = 0; plane < pictures.size(); plane += cells)
        for (int h = 0; h < shape.height; ++h)
            for (int w = 0; w < shape.width; ++w)
                filtered.push_back(medianAround(pictures.data() + plane, shape.height, shape.width, h, w));
    return filtered;
}

} // namespace hg
