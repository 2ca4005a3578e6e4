#include "core/embed/cell_counts.h"

#include <algorithm>

namespace hg {
namespace {

/// Which of `cells` equal parts of first … last holds x; −1: none.
int partOf(double x, double first, double last, int cells)
{
    const double share = (x - first) / (last - first);
    if (!(share >= 0 && share <= 1) || cells < 1) return -1; // NaN is outside too
    return std::min(static_cast<int>(share * cells), cells - 1);
}

} // namespace

int CellGrid::cellOf(double x, double y) const
{
    const int column = partOf(x, left, right, columns), row = partOf(y, top, bottom, rows);
    return column < 0 || row < 0 ? -1 : row * columns + column;
}

std::vector<int> cellCounts(const CellGrid& grid, std::span<const float> points)
{
    if (grid.columns < 1 || grid.rows < 1) return {};
    std::vector<int> counts(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
        const int cell = grid.cellOf(static_cast<double>(points[i]), static_cast<double>(points[i + 1]));
        if (cell >= 0) ++counts[static_cast<std::size_t>(cell)];
    }
    return counts;
}

} // namespace hg
