#pragma once

#include <span>
#include <vector>

namespace hg {

/// A box of the plane in cells, counted along its rows from the upper left one on. Left may be above right
/// and bottom above top, as where an axis is drawn the other way round; a box without width, height or cells
/// holds nothing.
struct CellGrid {
    double left = 0, right = 1, bottom = 0, top = 1;
    int columns = 1, rows = 1;

    /// row·columns + column, row 0 at the top; −1 outside, and for what is not finite. A line between two
    /// cells belongs to the one on the right or below, the box's right and bottom edges to the cells along
    /// them.
    int cellOf(double x, double y) const;
    bool operator==(const CellGrid&) const = default;
};

/// How many of the points (n, 2) lie in each cell: (rows, columns) row-major. Cost: O(n + cells).
std::vector<int> cellCounts(const CellGrid& grid, std::span<const float> points);

} // namespace hg
