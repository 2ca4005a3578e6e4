#pragma once

#include "core/tensor/samples.h"

#include <optional>
#include <span>

namespace hg {

/// Squared error a number between pictures (n, features) and the clean rows that they stand for, averaged
/// over all in double; n is the rows' count, 1 or more.
double squaredError(std::span<const float> pictures, const SampleView& clean);

/// Peak signal-to-noise ratio in dB of numbers whose peak is 1: −10·log10(error), infinite without an error.
/// Source: Gonzalez and Woods, "Digital Image Processing", 2018, section 8.1.
double psnr(double squaredError);

/// The first number that is not from 0 to 1, which the peak and every clipping take for granted; nothing
/// where all are.
std::optional<double> firstBeyondPeak(const SampleView& samples);

} // namespace hg
