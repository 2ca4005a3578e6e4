#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

inline constexpr std::array activation{"linear", "tanh", "sigmoid", "relu", "leaky-relu", "elu"};
inline constexpr std::array initialisation{"glorot", "he", "framework"};

} // namespace hg::words
