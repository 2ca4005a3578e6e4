#pragma once

#include "core/audio/fir_filters.h"
#include "core/audio/peaks.h"
#include "core/audio/spectrum.h"
#include "core/data/assets.h"

#include <memory>
#include <span>
#include <string>

namespace hg {

/// The state of Convolution 1D at the scale of sound: which sound, which filter, which stride.
struct SoundScene {
    std::string source = "melody-mixture"; ///< an id of lineSources(), of an instrument or a melody
    std::string path;                      ///< a sound file instead, where not empty
    std::string filter = "low-pass";       ///< an id of firFilters()
    FirSettings settings{.rateHz = 16000, .taps = 255, .cutoffHz = 600, .delay = 4000};
    int stride = 1;

    bool operator==(const SoundScene&) const = default;
};

/// The row of the scene's filter; of an unknown id the first one.
const FirFilter& filterOf(const SoundScene& scene);

/// Whether both are heard before any filter as the same sound.
bool isSameSound(const SoundScene& a, const SoundScene& b);

inline constexpr int mostSoundStride = 8;
inline constexpr double mostSoundHz = 96'000; ///< of a cutoff or a blip

/// With another filter, or another delay: echoes are taken closer, or fewer, until a filter holds them.
SoundScene withSoundFilter(SoundScene scene, const std::string& id);
SoundScene withDelay(SoundScene scene, int delay);

/// What SoundScene::source may be, recordings first.
std::span<const std::string> soundSources();

inline constexpr double syntheticSeconds = 10;
inline constexpr int syntheticRateHz = 8000;

/// A sound with what is shown of it, whatever the filter.
struct SoundTrack {
    double rateHz = 1; ///< of a result after a stride, a fraction where the stride does not divide the rate
    std::shared_ptr<const std::vector<float>> samples;
    PeakPyramid peaks;
    Spectrum spectrum;

    double seconds() const { return static_cast<double>(samples->size()) / rateHz; }
};
SoundTrack trackOf(std::vector<float> samples, double rateHz);

/// The sound of a scene: made, read from the assets or from a file; channels are averaged. Errors:
/// synthesise()'s, loadInstrument()'s, FileWanted, readFile()'s, parseSound()'s.
Result<SoundTrack> loadTrack(const SoundScene& scene, const Assets& assets);

/// A sound, the filter, and the filtered sound.
struct SoundFigure {
    SoundScene scene; ///< with the sound's rate in its settings
    std::shared_ptr<const SoundTrack> input;
    std::vector<double> taps;
    SoundTrack output;
    Spectrum response;      ///< of the filter, up to half the input's rate
    double firstSecond = 0; ///< when the first output's window has its middle, or, looking back only, its end

    /// Frequencies above this one, in Hz, fold back to below it at the scene's stride.
    double foldingHz() const { return input->rateHz / 2 / scene.stride; }
};

/// The filter over the sound by core/audio's fast sums. An echo, a comb and a grain look back only; the
/// others stand in the middle of their windows ('same'). A cutoff or a blip beyond half the sound's rate is
/// taken down to below it. Errors: firTaps()'s. Cost: O(n log k).
Result<SoundFigure> evaluateSound(std::shared_ptr<const SoundTrack> input, const SoundScene& scene);

} // namespace hg
