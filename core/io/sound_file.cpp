#include "core/io/sound_file.h"

#include "core/io/mp3_stream.h"
#include "core/io/sound_samples.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <sndfile.h>
#include <string_view>

namespace hg {
namespace {

/// Bytes in memory as libsndfile asks for them.
struct MemoryFile {
    std::span<const std::uint8_t> content;
    sf_count_t position = 0;
};

sf_count_t lengthOf(void* user)
{
    return static_cast<sf_count_t>(static_cast<MemoryFile*>(user)->content.size());
}

sf_count_t seekIn(sf_count_t offset, int whence, void* user)
{
    auto& file = *static_cast<MemoryFile*>(user);
    const sf_count_t length = lengthOf(user);
    const sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.position : length;
    // An offset from a damaged header may be anything; a place beyond the end is as good as the end.
    if (offset < -from) return -1;
    return file.position = offset > length - from ? length : from + offset;
}

sf_count_t readFrom(void* target, sf_count_t count, void* user)
{
    auto& file = *static_cast<MemoryFile*>(user);
    const sf_count_t got = std::clamp<sf_count_t>(count, 0, lengthOf(user) - file.position);
    if (got > 0) std::memcpy(target, file.content.data() + file.position, static_cast<std::size_t>(got));
    file.position += got;
    return got;
}

sf_count_t positionIn(void* user)
{
    return static_cast<MemoryFile*>(user)->position;
}

std::uint32_t word(std::span<const std::uint8_t> content, std::size_t at, bool isBigEndian)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= std::uint32_t{content[at + i]} << (8 * (isBigEndian ? 3 - i : i));
    return value;
}

std::string_view tag(std::span<const std::uint8_t> content, std::size_t at)
{
    return {reinterpret_cast<const char*>(content.data()) + at, 4};
}

/// MP3 in a WAV file, which libsndfile would decode aloud (see mp3_stream.h).
bool isMpegFormat(std::span<const std::uint8_t> content, std::size_t at)
{
    const bool isBigEndian = tag(content, 0) != "RIFF";
    if (tag(content, at) != "fmt " || at + 10 > content.size()) return false;
    const int format = content[at + (isBigEndian ? 9 : 8)];
    return content[at + (isBigEndian ? 8 : 9)] == 0 && (format == 0x50 || format == 0x55);
}

/// The chunks of a WAV or AIFF file up to its samples. The length announced is held against what is there:
/// libsndfile reads a file that was cut off as if it were whole.
std::optional<Error> checkChunks(std::span<const std::uint8_t> content, const std::string& where)
{
    constexpr std::uint32_t leastOpen = 0x7FFFF000; // what programs write that stream to a pipe
    const bool isForm = tag(content, 0) == "FORM", isBigEndian = isForm || tag(content, 0) == "RIFX";
    if (!isBigEndian && tag(content, 0) != "RIFF") return std::nullopt;
    for (std::size_t at = 12; at + 8 <= content.size();) {
        const std::uint32_t announced = word(content, at + 4, isBigEndian);
        const std::size_t there = content.size() - (at + 8);
        const bool isOpen = announced >= leastOpen;
        if (!isForm && isMpegFormat(content, at)) return Error{ErrorCode::BadSound, where};
        if (announced > there && !isOpen)
            return Error{
                ErrorCode::SizeMismatch, where, {static_cast<double>(announced), static_cast<double>(there)}};
        if (tag(content, at) == "data" || tag(content, at) == "SSND" || isOpen) break;
        at += 8 + std::size_t{announced} + (announced & 1);
    }
    return std::nullopt;
}

struct Close {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using OpenSound = std::unique_ptr<SNDFILE, Close>;

/// Decodes to the end, which alone tells how much there is.
std::optional<Error> readSamples(SNDFILE* file, SoundSamples& samples, const std::string& where)
{
    const auto channels = static_cast<std::size_t>(samples.channels());
    const std::size_t atOnce = std::max<std::size_t>(1, 65536 / channels);
    std::vector<float> buffer(atOnce * channels);
    for (;;) {
        const sf_count_t got = sf_readf_float(file, buffer.data(), static_cast<sf_count_t>(atOnce));
        if (got <= 0) break;
        if (auto error = samples.append(std::span(buffer).first(static_cast<std::size_t>(got) * channels)))
            return error;
    }
    const bool isWhole = sf_error(file) == SF_ERR_NO_ERROR;
    return isWhole ? std::nullopt : std::optional(Error{ErrorCode::BadSound, where});
}

Result<Sound> decode(std::span<const std::uint8_t> content, const std::string& where)
{
    SF_VIRTUAL_IO access{lengthOf, seekIn, readFrom, nullptr, positionIn};
    MemoryFile memory{content};
    SF_INFO info{};
    const OpenSound file(sf_open_virtual(&access, SFM_READ, &info, &memory));
    if (!file) return Error{ErrorCode::BadSound, where};
    auto samples = SoundSamples::create(info.samplerate, info.channels, where);
    if (!samples) return samples.error();
    if (auto error = readSamples(file.get(), *samples, where)) return *error;
    // The lengths in lossy streams are estimates.
    const bool isExact = (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_FLAC && info.frames < SF_COUNT_MAX;
    if (isExact && static_cast<sf_count_t>(samples->frames()) < info.frames)
        return Error{ErrorCode::BadSound, where};
    return samples->take();
}

/// Little-endian numbers, one after the other.
class LittleEndian {
public:
    explicit LittleEndian(std::size_t size) { m_bytes.reserve(size); }

    void add(std::string_view text) { m_bytes.insert(m_bytes.end(), text.begin(), text.end()); }
    void add16(std::uint32_t value) { addBytes(value, 2); }
    void add32(std::uint32_t value) { addBytes(value, 4); }
    Bytes take() { return std::move(m_bytes); }

private:
    void addBytes(std::uint32_t value, int count)
    {
        for (int i = 0; i < count; ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }

    Bytes m_bytes;
};

std::uint32_t as16Bits(float sample)
{
    const double scaled = std::clamp(static_cast<double>(sample) * 32768, -32768.0, 32767.0);
    return static_cast<std::uint32_t>(std::lround(scaled)) & 0xFFFF;
}

} // namespace

Result<Sound> parseSound(std::span<const std::uint8_t> content, const std::string& where)
{
    if (kindOf(content) != FileKind::Sound) return Error{ErrorCode::UnknownKind, where};
    if (content[0] == 0xFF || content[0] == 'I') return decodeMp3(content, where); // a frame, or a tag ID3
    if (auto error = checkChunks(content, where)) return *error;
    return decode(content, where);
}

std::vector<float> monoMix(const Sound& sound)
{
    if (sound.channels == 1) return sound.samples;
    std::vector<float> mix(sound.frames());
    const float* sample = sound.samples.data();
    for (float& mean : mix) {
        double sum = 0;
        for (int c = 0; c < sound.channels; ++c)
            sum += static_cast<double>(*sample++);
        mean = static_cast<float>(sum / sound.channels);
    }
    return mix;
}

Bytes toWav(const Sound& sound, WavFormat format)
{
    const bool isFloat = format == WavFormat::Float32;
    const std::uint32_t width = isFloat ? 4 : 2, channels = static_cast<std::uint32_t>(sound.channels),
                        rate = static_cast<std::uint32_t>(sound.rateHz);
    const auto size = static_cast<std::uint32_t>(sound.samples.size() * width);
    const std::uint32_t header = isFloat ? 48 : 36; // after the first eight bytes, before the samples
    LittleEndian file(header + 8 + size);
    file.add("RIFF");
    file.add32(header + size);
    file.add("WAVEfmt ");
    file.add32(16);
    file.add16(isFloat ? 3 : 1);
    file.add16(channels);
    file.add32(rate);
    file.add32(rate * channels * width);
    file.add16(channels * width);
    file.add16(width * 8);
    if (isFloat) { // every format but whole numbers states its count of frames
        file.add("fact");
        file.add32(4);
        file.add32(static_cast<std::uint32_t>(sound.frames()));
    }
    file.add("data");
    file.add32(size);
    for (const float sample : sound.samples)
        isFloat ? file.add32(std::bit_cast<std::uint32_t>(sample)) : file.add16(as16Bits(sample));
    return file.take();
}

} // namespace hg
