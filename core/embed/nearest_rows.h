#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <span>
#include <vector>

namespace hg {

/// Rows in which neighbours are sought, and those whose neighbours they are: (n, features) and (m, features).
struct NearestSearch {
    std::span<const float> rows, queries;
    std::size_t features = 0;
    int k = 1;
    bool isWithin = false; ///< the queries are the rows: none is its own neighbour
};

/// The k nearest rows of each query: (m, k), nearest first, of equally near ones the first row. Candidates,
/// twice as many and some, come from products in float; among them distances are compared in double. That is
/// exact unless more than k rows are alike to float's rounding. Errors: BadValue (k outside 1 … n, or n − 1
/// within); Cancelled. Cost: n·m·d on all workers; 60,000 codes of 8 take seconds.
Result<std::vector<int>> nearestRows(const NearestSearch& search, Workers& workers, const Watch& watch = {});

} // namespace hg
