#pragma once

#include "core/data/assets.h"
#include "core/lab/input_pictures.h"

#include <span>
#include <string_view>

namespace hg {

/// A named example of Convolution 2D whose input is the spectrogram of a bundled sound;
/// ui/theme/example_text has its name and a sentence about it.
struct SpectrogramExample {
    const char* id;
    const char* sound; ///< an id of loadInstrument()
    SpectrogramFilter filter;
};

std::span<const SpectrogramExample> spectrogramExamples();

/// What an example shows, and the sound that it is the spectrogram of.
struct SoundingScene {
    ConvScene scene;
    MonoSound sound;
};

/// Errors: those of loadInstrument() and spectrogramInput(). Cost: reading the sound.
Result<SoundingScene> makeExample(const SpectrogramExample& example, const Assets& assets);

} // namespace hg
