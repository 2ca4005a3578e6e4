#pragma once

#include "core/util/words.h"

#include <array>

namespace hg::words {

/// Of DenoiseRow.
inline constexpr std::array denoiseRow{"clean", "noisy", "autoencoder", "noise-trained", "pca", "median"};

} // namespace hg::words
