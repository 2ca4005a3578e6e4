#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

/// Of Padding::Kind; Explicit has numbers instead.
inline constexpr std::array padding{"valid", "same", "full", "causal"};
inline constexpr std::array fill{"zeros", "reflect", "replicate", "circular"};
inline constexpr std::array convention{"keras", "pytorch", "numpy", "conv_arithmetic"};
inline constexpr List typedConvention = List(convention).first(2); ///< what the command line knows of it
inline constexpr std::array pooling{"average", "max"};

} // namespace hg::words
