#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

/// The command line knows the first two.
inline constexpr std::array optimizer{"adam", "sgd", "adamw"};
inline constexpr std::array schedule{"constant", "cosine"};
/// The command line knows the first two: autoencoders have no scores.
inline constexpr std::array loss{"mse", "bce", "softmax"};
/// Of Noise::Kind.
inline constexpr std::array noise{"none", "gaussian", "saltpepper", "mask"};

} // namespace hg::words
