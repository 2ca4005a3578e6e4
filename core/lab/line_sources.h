#pragma once

#include "core/audio/fir_filters.h"
#include "core/audio/signals.h"
#include "core/lab/conv_scene.h"

#include <span>
#include <string_view>
#include <vector>

namespace hg {

/// A synthetic input of Convolution 1D, at its two scales: some numbers, of which each is seen, and a sound
/// that is long enough to be heard. Its name is in ui/theme/line_text.
struct LineSource {
    const char* id;
    std::vector<SignalPart> (*ofNumbers)(double seconds); ///< a few cycles in the time that they take
    std::vector<SignalPart> (*ofSound)(double seconds);   ///< in the range of hearing
};

/// step, impulse, sine, square, chirp, noise, mixture (a square and noise), blips in noise, impulses (sparse;
/// as a sound ever denser, from one in 80 ms to one in 5).
std::span<const LineSource> lineSources();
/// `count` samples of the source at the scale of numbers, rounded to hundredths. Errors: synthesise()'s,
/// UnknownName.
Result<std::vector<double>> sourceNumbers(std::string_view id, int count, int rateHz);
/// The source as a sound, at most of amplitude 1. Errors: synthesise()'s, UnknownName.
Result<std::vector<float>> sourceSound(std::string_view id, double seconds, int rateHz);

/// The loudest stretch of `count` samples of a sound, rounded to hundredths.
std::vector<double> loudestNumbers(std::span<const float> samples, int count);

/// The settings with which the filters of core/audio have a size of up to fifteen: an echo and a comb reach
/// as far back as the size lets them, the passes part at an eighth of the rate.
FirSettings settingsOfSize(int taps, double rateHz);
/// The scene with the weights of that id as its `filter`, on every channel that it sees; the size is the
/// nearest that they have. Errors: firTaps().
Result<ConvScene> withFilter(const ConvScene& scene, std::string_view id, int taps, int filter = 0);
/// The scene with `taps` weights: named filters stay what they are where they have the size, others keep the
/// weights that remain.
ConvScene withTaps(const ConvScene& scene, int taps);
/// The name of the weights that `filter` has on every channel that it sees, or nothing.
const FirFilter* filterOf(const ConvScene& scene, int filter = 0);

} // namespace hg
