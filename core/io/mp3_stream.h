#pragma once

#include "core/io/sound_file.h"

namespace hg {

/// Decodes an MP3 stream with libmpg123 itself: libsndfile, which would use it too, lets it print to standard
/// error. Tags and damaged places are passed over, as players do. Errors: BadSound where no frame is found or
/// rate or channels change on the way, and those of SoundSamples.
Result<Sound> decodeMp3(std::span<const std::uint8_t> content, const std::string& where);

} // namespace hg
