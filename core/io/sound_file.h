#pragma once

#include "core/io/array_file.h"

#include <string>

namespace hg {

/// Sampled sound. Whole-number samples of any width are scaled to −1 … 1 (the least whole number is −1);
/// floating-point ones stay as they are and may lie beyond.
struct Sound {
    int rateHz = 0; ///< frames a second
    int channels = 1;
    std::vector<float> samples; ///< interleaved: frame 0 of every channel, frame 1 of every channel, …

    std::size_t frames() const { return samples.size() / static_cast<std::size_t>(channels); }
    double seconds() const { return static_cast<double>(frames()) / rateHz; }
    bool operator==(const Sound&) const = default;
};

/// What one sound may hold, whatever its header says: 208 s at 48 kHz, in two channels.
inline constexpr std::size_t mostFrames = mostNumbers;
inline constexpr std::size_t mostSoundNumbers = 2 * mostFrames;
inline constexpr int greatestRateHz = 1'000'000;

/// Reads WAV (RIFF, RIFX, RF64), AIFF, FLAC, Ogg (Vorbis, Opus, FLAC) and MP3, of 8 to 32 bits or floating
/// point, any of them behind ID3 tags. A stream whose header leaves the length open is read to its end; one
/// that holds less than its header announces is an error. Errors: UnknownKind, BadSound, SizeMismatch,
/// FileEmpty (no frame), TooManyNumbers, NotFinite (with the sample's index), BadValue (the rate); all with
/// `where`. Cost: a decoding, and memory for the samples that are really there.
Result<Sound> parseSound(std::span<const std::uint8_t> content, const std::string& where);

/// The average of the channels, frame by frame.
std::vector<float> monoMix(const Sound& sound);

enum class WavFormat { Int16, Float32 };

/// A WAV file: 16 bits, rounded and clipped to −1 … 1 − 2⁻¹⁵, or float as it is. The samples take less than
/// 4 GB. Source: Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0", 1991.
Bytes toWav(const Sound& sound, WavFormat format = WavFormat::Int16);

} // namespace hg
