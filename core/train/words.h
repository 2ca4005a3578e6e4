#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

inline constexpr std::array optimizer{"adam", "sgd", "adamw"};
inline constexpr std::array schedule{"constant", "cosine"};
inline constexpr std::array loss{"mse", "bce", "softmax"};
/// Of Noise::Kind.
inline constexpr std::array noise{"none", "gaussian", "saltpepper", "mask", "block", "blur"};

// What the command line knows of them; an autoencoder has no scores.
inline constexpr List typedOptimizer = List(optimizer).first(2);
inline constexpr List typedLoss = List(loss).first(2);

} // namespace hg::words
