#pragma once

#include <cstdint>

namespace hg {

/// What the three decoders of the comparison share: with it their training is fixed.
struct CheckerRecipe {
    std::uint64_t seed = 1;
    double rate = 1e-3; ///< of Adam
    int code = 16;
    bool operator==(const CheckerRecipe&) const = default;
};

/// Three ways to double a picture as the tab Checkerboards shows them: saved beside the scene, never undone.
struct CheckerSetup {
    CheckerRecipe recipe{};
    int updates = 500;        ///< that are trained
    int update = 50;          ///< of the playhead: at the end of a training nothing is left to see
    int picture = 0;          ///< the held-out one that is rebuilt, from 0
    bool isMean = false;      ///< the mean of the rebuilt pictures instead of one
    bool isGridAlone = false; ///< only what the smooth part leaves, with more contrast
    bool operator==(const CheckerSetup&) const = default;
};

inline constexpr int mostCheckerSeeds = 999, leastCheckerCode = 2, mostCheckerCode = 64;
inline constexpr double leastCheckerRate = 1e-5, mostCheckerRate = 1;
inline constexpr int shortChecking = 500, longChecking = 2000; ///< updates that can be trained

} // namespace hg
