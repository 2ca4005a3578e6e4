#include "core/io/sound_file.h"

#include "core/io/mp3_stream.h"
#include "core/io/sound_samples.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <sndfile.h>
#include <string_view>

namespace hg {
namespace {

/// Four bytes that are read instead of those in a file.
struct Patch {
    std::size_t at = 0;
    std::array<std::uint8_t, 4> bytes{};
};

/// Bytes in memory as libsndfile asks for them.
struct MemoryFile {
    std::span<const std::uint8_t> content;
    std::vector<Patch> patches{};
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
    for (const Patch& patch : file.patches)
        for (std::size_t i = 0; i < patch.bytes.size(); ++i) {
            const sf_count_t place = static_cast<sf_count_t>(patch.at + i) - file.position;
            if (place >= 0 && place < got) static_cast<std::uint8_t*>(target)[place] = patch.bytes[i];
        }
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
    const bool isBigEndian = tag(content, 0) == "RIFX";
    if (tag(content, at) != "fmt " || at + 10 > content.size()) return false;
    const int format = content[at + (isBigEndian ? 9 : 8)];
    return content[at + (isBigEndian ? 8 : 9)] == 0 && (format == 0x50 || format == 0x55);
}

/// The length of the samples that the chunk ds64 at `at` announces, in place of a field of 32 bits.
/// Source: EBU Tech 3306, "MBWF / RF64", 2009; BW64 (ITU-R BS.2088) has the same.
std::uint64_t longLength(std::span<const std::uint8_t> content, std::size_t at)
{
    constexpr std::size_t dataSize = 16; // after the chunk's own head and the size of the whole
    if (at + dataSize + 8 > content.size()) return 0;
    return word(content, at + dataSize, false) | std::uint64_t{word(content, at + dataSize + 4, false)} << 32;
}

/// The chunks of a WAV or AIFF file up to its samples. The length announced is held against what is there:
/// libsndfile reads a file that was cut off as if it were whole.
std::optional<Error> checkChunks(std::span<const std::uint8_t> content, const std::string& where)
{
    constexpr std::uint32_t leastOpen = 0x7FFFF000; // what programs write that stream to a pipe
    const bool isForm = tag(content, 0) == "FORM", isBigEndian = isForm || tag(content, 0) == "RIFX";
    if (tag(content, 0) == "fLaC" || tag(content, 0) == "OggS") return std::nullopt;
    std::uint64_t announcedLong = 0;
    for (std::size_t at = 12; at + 8 <= content.size();) {
        const std::uint32_t field = word(content, at + 4, isBigEndian);
        const std::size_t there = content.size() - (at + 8);
        const bool isOpen = field >= leastOpen;
        const std::uint64_t announced = isOpen ? announcedLong : field;
        if (!isForm && isMpegFormat(content, at)) return Error{ErrorCode::BadSound, where};
        if (announced > there)
            return Error{
                ErrorCode::SizeMismatch, where, {static_cast<double>(announced), static_cast<double>(there)}};
        if (tag(content, at) == "data" || tag(content, at) == "SSND" || isOpen) break;
        if (tag(content, at) == "ds64") announcedLong = longLength(content, at);
        at += 8 + std::size_t{field} + (field & 1);
    }
    return std::nullopt;
}

/// What makes a WAV file of sizes of 64 bits an ordinary one, as which all of it is read: libsndfile knows
/// RF64, but neither BW64 nor a length that was left open. No file is longer than 32 bits can say.
std::vector<Patch> patchesOf(std::span<const std::uint8_t> content)
{
    if (tag(content, 0) != "RF64" && tag(content, 0) != "BW64") return {};
    const auto bytes = [](std::uint32_t value) {
        std::array<std::uint8_t, 4> little{};
        for (std::size_t i = 0; i < 4; ++i)
            little[i] = static_cast<std::uint8_t>(value >> (8 * i));
        return little;
    };
    std::vector<Patch> patches{{0, {'R', 'I', 'F', 'F'}},
                               {4, bytes(static_cast<std::uint32_t>(content.size() - 8))}};
    std::uint64_t length = 0;
    for (std::size_t at = 12; at + 8 <= content.size();) {
        const std::uint32_t field = word(content, at + 4, false);
        if (tag(content, at) == "ds64") {
            length = longLength(content, at);
            patches.push_back({at, {'J', 'U', 'N', 'K'}});
        }
        if (tag(content, at) == "data") {
            const std::size_t there = content.size() - (at + 8);
            const bool isElsewhere = field > there, isOpen = length == 0;
            if (isElsewhere)
                patches.push_back({at + 4, bytes(static_cast<std::uint32_t>(isOpen ? there : length))});
            break;
        }
        at += 8 + std::size_t{field} + (field & 1);
    }
    return patches;
}

/// What follows the tags ID3 at the front, as some programs put them before any kind of sound.
/// Source: ID3 tag version 2.4.0, section 3.1: a header of ten bytes, its size in seven bits a byte.
std::span<const std::uint8_t> behindTags(std::span<const std::uint8_t> content)
{
    constexpr std::size_t header = 10;
    while (content.size() > header && tag(content, 0).starts_with("ID3")) {
        std::size_t size = header;
        for (std::size_t i = 6; i < header; ++i)
            size += std::size_t{content[i] & 0x7Fu} << (7 * (header - 1 - i));
        if ((content[5] & 0x10) != 0) size += header; // a footer
        if (size >= content.size()) break;
        content = content.subspan(size);
    }
    return content;
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
    MemoryFile memory{content, patchesOf(content)};
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
    const auto sound = behindTags(content);
    const bool isMp3 = kindOf(sound) != FileKind::Sound || sound[0] == 0xFF || sound[0] == 'I';
    if (isMp3) return decodeMp3(content, where); // which finds its first frame behind anything
    if (auto error = checkChunks(sound, where)) return *error;
    return decode(sound, where);
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
