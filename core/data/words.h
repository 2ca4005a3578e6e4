#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

inline constexpr std::array values{"as-is", "pixels", "range", "standard"};

} // namespace hg::words
