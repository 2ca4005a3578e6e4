#pragma once

#include "core/lab/conv_scene.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace hg {

/// Drawn inputs for the plane, of zeros and ones; the gradient goes evenly from 0 to 1.
enum class TestPattern { Checker, Stripes, Ring, Cross, Gradient, Impulse };
inline constexpr int testPatternCount = 6;

/// The pattern as one channel of that size (1, 1,h,w).
TensorD testPattern(TestPattern pattern, Axes size);

/// A picture (1, C,h,w) whose longer side is `most` at most: averages over equal areas, rounded to whole
/// 255ths, which keep links short. One that is small enough stays as it is. Cost: O(numbers).
TensorD scaledToFit(const TensorD& picture, int most);

/// One channel of three (red, green, blue): 0.299 R + 0.587 G + 0.114 B in whole 255ths; others stay as they
/// are. Source: ITU-R BT.601.
TensorD inGrey(const TensorD& picture);

/// A sound of one channel, shared and never changed.
struct MonoSound {
    std::shared_ptr<const std::vector<float>> samples;
    double rateHz = 0;

    double seconds() const { return samples ? static_cast<double>(samples->size()) / rateHz : 0; }
};

/// A sound's loudness over frequency (rows, low ones at the bottom) and time (columns), as an input.
struct SpectrogramInput {
    TensorD picture; ///< (1, 1,h,w), both sides 64 at most; 1: the loudest, 0: 60 dB below and less
    double secondsPerColumn = 1;
    double hzPerRow = 1;
};

/// At 8 kHz (or the rate, where that is less): 64 bands of 62.5 Hz, and 64 columns, averages in decibels of
/// equal stretches of time; fewer for sounds of less than 200 samples. Errors: those of spectrogramOf() and
/// resampled().
Result<SpectrogramInput> spectrogramInput(std::span<const float> mono, int rateHz);

/// What a filter finds in a spectrogram.
enum class SpectrogramFilter { Onsets, Harmonics };
/// The spectrogram under a 3 × 3 filter that keeps its size, negative sums cut off: along time (what is
/// louder than just before: onsets) or along frequency (what is louder than its neighbours: harmonics),
/// averaged over the other axis.
ConvScene spectrogramScene(const SpectrogramInput& spectrogram, SpectrogramFilter filter);

/// The scene with another input of plain numbers, its filters kept: channels that are new get the weights of
/// the others in turn. Sizes that no longer fit are changed as little as possible. Errors: those of
/// geometryOf() where no simple change helps.
Result<ConvScene> withInput(const ConvScene& scene, TensorD input);

/// The upper left part of each channel, `side` rows and columns at most.
TensorD cornerOf(const TensorD& numbers, int side);
/// Every n-th row and column of each channel, from the first.
TensorD everyNth(const TensorD& numbers, int n);

} // namespace hg
