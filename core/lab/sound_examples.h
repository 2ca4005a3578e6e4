#pragma once

#include "core/lab/sound_scene.h"

namespace hg {

/// A named example of Convolution 1D at the scale of sound; ui/theme/example_text has its name and a sentence
/// about it.
struct SoundExample {
    const char* id;
    SoundScene (*make)();
};

std::span<const SoundExample> soundExamples();

} // namespace hg
