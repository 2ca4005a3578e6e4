#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

inline constexpr std::array labelRow{"code", "hidden", "raw", "pca", "untrained", "scratch"};
inline constexpr std::array labelReading{"softmax", "knn", "mlp", "spreading"};
inline constexpr List typedClassifier = List(labelReading).first(3); ///< spreading has a switch of its own

} // namespace hg::words
