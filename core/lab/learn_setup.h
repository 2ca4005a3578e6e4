#pragma once

#include "core/lab/filter_descent.h"

namespace hg {

/// What a filter is to make of the lab's input: what the lab's filter in front makes of it, edges, the
/// average around each cell, or a picture of one's own.
enum class WantedKind { Front, Edges, Average, Picture };

/// How the lab's filter is learned instead of written: saved beside the scene, never undone.
struct LearnSetup {
    WantedKind wanted = WantedKind::Front;
    std::optional<TensorD> picture{}; ///< (1, 1,H',W'), where that is wanted
    std::uint64_t seed = 1;           ///< of the weights that it begins with
    DescentMethod method = DescentMethod::Plain;
    std::optional<double> rate{};    ///< none: usualRate()
    bool showsInputGradient = false; ///< dL/dinput in place of dL/dw
    double update = 0;               ///< of the playhead
    bool operator==(const LearnSetup&) const = default;
};

inline constexpr int mostLearnSeeds = 999;
inline constexpr double leastLearnRate = 1e-6, mostLearnRate = 1e4;

} // namespace hg
