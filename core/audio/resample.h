#pragma once

#include "core/util/result.h"

#include <span>
#include <vector>

namespace hg {

/// Rates between which resampled() goes differ by this factor at most.
inline constexpr int greatestRateRatio = 16;

/// Interleaved samples at another rate, band-limited below the lower of the two halves: ⌈frames · to/from⌉
/// frames. By libsamplerate's sinc converter of medium quality (signal to noise 121 dB, 90 % of the band).
/// Errors: BadValue (a rate below 1, or a ratio out of 1/16 … 16).
Result<std::vector<float>> resampled(std::span<const float> samples, int channels, int fromHz, int toHz);

} // namespace hg
