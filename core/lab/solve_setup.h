#pragma once

#include "core/lab/geometry_solutions.h"

#include <optional>

namespace hg {

/// What tells a layer among those that solve for two sizes: where its windows stand.
struct SolvedRow {
    int size = 1, stride = 1, dilation = 1, before = 0;
    bool operator==(const SolvedRow&) const = default;
};

/// Which layers are looked for in the tab Solve: saved beside the scene, never undone.
struct SolveSetup {
    int from = 28, to = 14;         ///< cells that go into the layer looked for, and that come out of it
    bool beginsWithDecoder = false; ///< that layer is the transposed one, its mirror the direct one
    SolutionLimits limits{};
    std::optional<SolvedRow> row{}; ///< the one chosen; none, or none of these: the first
    bool showsMirror = true;
    bool operator==(const SolveSetup&) const = default;
};

inline constexpr int largestSolvedDilation = 4;

} // namespace hg
