#pragma once

#include "core/tensor/samples.h"
#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <vector>

namespace hg {

/// The k nearest other rows of every row.
struct Neighbours {
    int k = 0;
    std::vector<int> rows;        ///< (n, k), nearest first; of equally near ones the first row
    std::vector<float> distances; ///< (n, k)
};

/// Exactly, by euclidean distance. Errors: TooFewSamples (n < 2), BadValue (k outside 1 … n−1), Cancelled.
/// NaN is nobody's neighbour before anybody else. Cost: n²·d on all workers; memory n·k, for bytes 2·n·d
/// more.
Result<Neighbours> nearestNeighbours(const SampleView& samples, int k, Workers& workers,
                                     const Watch& watch = {});

} // namespace hg
