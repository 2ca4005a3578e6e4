#pragma once

#include <vector>

namespace hg {

/// How much a scaled cell takes of a cell.
struct CellShare {
    int cell = 0;
    double part = 0;
};

/// What each of `to` cells takes of `from` cells in a row, which are cut into as many equal lengths: averages
/// by area. The parts of one cell sum to 1.
std::vector<std::vector<CellShare>> cellShares(int from, int to);

} // namespace hg
