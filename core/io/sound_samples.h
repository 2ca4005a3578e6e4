#pragma once

#include "core/io/sound_file.h"

#include <optional>

namespace hg {

/// Collects what a decoder yields, a span at a time, within the bounds of one sound.
class SoundSamples {
public:
    /// Errors: BadValue (the rate), BadSound (no channel).
    static Result<SoundSamples> create(long rateHz, int channels, std::string where);

    /// Whole frames. Errors: TooManyNumbers, NotFinite.
    std::optional<Error> append(std::span<const float> samples);
    /// Errors: FileEmpty when nothing was appended.
    Result<Sound> take();

    int channels() const { return m_sound.channels; }
    std::size_t frames() const { return m_sound.frames(); }

private:
    SoundSamples(Sound sound, std::string where) : m_sound(std::move(sound)), m_where(std::move(where)) {}

    Sound m_sound;
    std::string m_where;
};

} // namespace hg
