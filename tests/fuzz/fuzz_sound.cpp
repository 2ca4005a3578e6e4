#include "core/io/sound_file.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace hg;

/// libsndfile (1.2.0) forgets the Vorbis headers that it has read when a later one is damaged: a few
/// kilobytes that are not ours to free. Leak checkers ask here for what to leave out.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:vorbis_info_init\nleak:vorbis_synthesis_headerin\nleak:vorbis_comment";
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto sound = parseSound({data, size}, fuzz::where);
    if (!sound) {
        fuzz::require(sound.error().where == fuzz::where);
        return 0;
    }
    fuzz::require(sound->rateHz > 0 && sound->channels > 0 && sound->frames() > 0 &&
                  sound->samples.size() == sound->frames() * static_cast<std::size_t>(sound->channels));
    for (const float sample : sound->samples)
        fuzz::require(std::isfinite(sample));
    for (const float sample : monoMix(*sound))
        fuzz::require(std::isfinite(sample));
    const auto again = parseSound(toWav(*sound, WavFormat::Float32), fuzz::where);
    fuzz::require(again && *again == *sound);
    return 0;
}
