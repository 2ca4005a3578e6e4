#pragma once

#include "core/tensor/samples.h"
#include "core/train/recipe.h"

#include <span>

namespace hg {

/// Puts the noise of one sample at one update onto its features, in a chunk's lane: a pure function of (seed,
/// update, sample), so a run replays exactly. Features are `stride` floats apart.
void addNoise(const Noise& noise, std::uint64_t seed, int update, int sample, float* first,
              std::size_t features, std::size_t stride);

} // namespace hg
