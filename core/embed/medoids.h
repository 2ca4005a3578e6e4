#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hg {

/// The rows that stand for k groups of rows (n, d): of each group of k-means the row nearest to its mean. The
/// first is that of the largest group, each next one the farthest from those before it, so that the first few
/// are spread as well as all. Fewer than k where fewer rows differ. A function of the seed: k-means++ begins
/// (Arthur and Vassilvitskii 2007), Lloyd's algorithm goes on until no row moves (Lloyd 1982), a hundred
/// rounds at most; of equally near means the first counts. Errors: TooFewSamples (n < 1), BadValue (k < 1),
/// Cancelled. Cost: O(n·d·k) a round, on all workers.
Result<std::vector<int>> medoids(std::span<const double> rows, std::size_t features, int k,
                                 std::uint64_t seed, Workers& workers, const Watch& watch = {});

} // namespace hg
