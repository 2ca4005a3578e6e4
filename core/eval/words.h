#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

/// Of FeatureKind.
inline constexpr std::array feature{"code", "hidden", "raw", "pca", "untrained"};
/// Of ClassifierKind.
inline constexpr std::array classifier{"softmax", "knn"};

/// Of DenoiseRow.
inline constexpr std::array denoiseRow{"clean", "noisy", "autoencoder", "noise-trained", "pca", "median"};

} // namespace hg::words
