#include "core/data/cell_shares.h"

#include <algorithm>

namespace hg {

std::vector<std::vector<CellShare>> cellShares(int from, int to)
{
    std::vector<std::vector<CellShare>> all(static_cast<std::size_t>(to));
    const double length = 1.0 * from / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * length, end = (i + 1) * length;
        for (int cell = static_cast<int>(begin); cell < from && cell < end; ++cell) {
            const double part = std::min(end, cell + 1.0) - std::max(begin, 1.0 * cell);
            if (part > 0) all[static_cast<std::size_t>(i)].push_back({cell, part / length});
        }
    }
    return all;
}

} // namespace hg
