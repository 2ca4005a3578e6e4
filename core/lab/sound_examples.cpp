#include "core/lab/sound_examples.h"

#include <array>

namespace hg {
namespace {

SoundScene sceneOf(const char* source, const char* filter, const FirSettings& settings)
{
    SoundScene scene;
    scene.source = source;
    scene.filter = filter;
    scene.settings = settings;
    return scene;
}

FirSettings usual()
{
    return SoundScene().settings;
}

/// What the lab begins with.
SoundScene bassoonLeft()
{
    return {};
}

SoundScene fluteLeft()
{
    return sceneOf("melody-mixture", "high-pass", usual());
}

/// A quarter of a second, which the ear still hears as a second flute.
SoundScene flutesEcho()
{
    FirSettings s = usual();
    s.delay = 4000;
    s.gain = 0.6;
    return sceneOf("melody-flute", "echo", s);
}

/// Delays of 5 ms at 8 kHz: noise with a tone of 200 Hz and its multiples.
SoundScene noiseWithPitch()
{
    FirSettings s = usual();
    s.delay = 40;
    s.gain = 0.95;
    s.repeats = 60;
    return sceneOf("noise", "comb", s);
}

/// 2 kHz are left of 8: above 1 kHz the rising tone falls.
SoundScene chirpFolds()
{
    FirSettings s = usual();
    s.taps = 1;
    SoundScene scene = sceneOf("chirp", "identity", s);
    scene.stride = 4;
    return scene;
}

/// The blips' own length, 50 ms, and tone.
SoundScene blipsFound()
{
    FirSettings s = usual();
    s.taps = 400;
    s.blipHz = 440;
    return sceneOf("blips", "matched-blip", s);
}

/// Grains of 20 ms at 8 kHz: overlap-add.
SoundScene grainsAdd()
{
    FirSettings s = usual();
    s.taps = 160;
    s.blipHz = 500;
    return sceneOf("impulses", "grain", s);
}

} // namespace

std::span<const SoundExample> soundExamples()
{
    static constexpr std::array<SoundExample, 7> rows{{
        {"sound-bassoon-left", bassoonLeft},
        {"sound-flute-left", fluteLeft},
        {"sound-echo", flutesEcho},
        {"sound-comb", noiseWithPitch},
        {"sound-folding", chirpFolds},
        {"sound-blips", blipsFound},
        {"sound-overlap-add", grainsAdd},
    }};
    return rows;
}

} // namespace hg
