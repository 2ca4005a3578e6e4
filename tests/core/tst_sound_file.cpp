#include "core/io/sound_file.h"

#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <sndfile.h>
#include <unistd.h>

using namespace hg;

Q_DECLARE_METATYPE(hg::Error)
Q_DECLARE_METATYPE(hg::Sound)

namespace {

constexpr float floatMax = std::numeric_limits<float>::max();

/// A file in memory that libsndfile writes to.
struct MemoryFile {
    Bytes bytes;
    std::size_t position = 0;
};

SF_VIRTUAL_IO memoryAccess()
{
    SF_VIRTUAL_IO access{};
    access.get_filelen = [](void* user) {
        return static_cast<sf_count_t>(static_cast<MemoryFile*>(user)->bytes.size());
    };
    access.seek = [](sf_count_t offset, int whence, void* user) {
        auto& file = *static_cast<MemoryFile*>(user);
        const std::size_t from = whence == SEEK_SET   ? 0
                                 : whence == SEEK_CUR ? file.position
                                                      : file.bytes.size();
        file.position = from + static_cast<std::size_t>(offset);
        return static_cast<sf_count_t>(file.position);
    };
    access.read = [](void* target, sf_count_t count, void* user) {
        auto& file = *static_cast<MemoryFile*>(user);
        const std::size_t got = std::min(static_cast<std::size_t>(count), file.bytes.size() - file.position);
        std::copy_n(file.bytes.begin() + static_cast<std::ptrdiff_t>(file.position), got,
                    static_cast<std::uint8_t*>(target));
        file.position += got;
        return static_cast<sf_count_t>(got);
    };
    access.write = [](const void* source, sf_count_t count, void* user) {
        auto& file = *static_cast<MemoryFile*>(user);
        const auto size = static_cast<std::size_t>(count);
        file.bytes.resize(std::max(file.bytes.size(), file.position + size));
        std::copy_n(static_cast<const std::uint8_t*>(source), size,
                    file.bytes.begin() + static_cast<std::ptrdiff_t>(file.position));
        file.position += size;
        return count;
    };
    access.tell = [](void* user) {
        return static_cast<sf_count_t>(static_cast<MemoryFile*>(user)->position);
    };
    return access;
}

bool canEncode(int format, int channels, int rate)
{
    SF_INFO info{.frames = 0, .samplerate = rate, .channels = channels, .format = format};
    return sf_format_check(&info) != 0;
}

template <class T>
void put(SNDFILE* file, const std::vector<T>& samples)
{
    const auto count = static_cast<sf_count_t>(samples.size());
    if constexpr (std::is_same_v<T, double>)
        sf_write_double(file, samples.data(), count);
    else
        sf_write_float(file, samples.data(), count);
}

template <class T>
Bytes encoded(const std::vector<T>& samples, int format, int channels, int rate)
{
    MemoryFile memory;
    SF_VIRTUAL_IO access = memoryAccess();
    SF_INFO info{.frames = 0, .samplerate = rate, .channels = channels, .format = format};
    SNDFILE* file = sf_open_virtual(&access, SFM_WRITE, &info, &memory);
    if (!file) qFatal("libsndfile does not write: %s", sf_strerror(nullptr));
    sf_command(file, SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    put(file, samples);
    sf_close(file);
    return memory.bytes;
}

/// Another sine in each channel, 440 Hz in the first.
Sound sines(int rate, int channels, int frames)
{
    Sound sound{.rateHz = rate, .channels = channels};
    for (int i = 0; i < frames; ++i)
        for (int c = 0; c < channels; ++c)
            sound.samples.push_back(
                static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * 440 * (c + 1) * i / rate)));
    return sound;
}

double level(const Sound& sound)
{
    double sum = 0;
    for (const float x : sound.samples)
        sum += static_cast<double>(x) * static_cast<double>(x);
    return std::sqrt(sum / static_cast<double>(sound.samples.size()));
}

/// A WAV file of mono samples as they lie.
Bytes wav(int formatTag, int bits, const Bytes& data, std::uint32_t announced)
{
    QByteArray file;
    QDataStream stream(&file, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.writeRawData("RIFF", 4);
    stream << static_cast<quint32>(36 + data.size());
    stream.writeRawData("WAVEfmt ", 8);
    stream << quint32{16} << static_cast<quint16>(formatTag) << quint16{1} << quint32{8000}
           << static_cast<quint32>(8000 * bits / 8) << static_cast<quint16>(bits / 8)
           << static_cast<quint16>(bits);
    stream.writeRawData("data", 4);
    stream << announced;
    stream.writeRawData(reinterpret_cast<const char*>(data.data()), static_cast<int>(data.size()));
    return {file.begin(), file.end()};
}

Bytes wav(int formatTag, int bits, const Bytes& data)
{
    return wav(formatTag, bits, data, static_cast<std::uint32_t>(data.size()));
}

std::string errorText(const Error& error)
{
    std::string text = "code " + std::to_string(static_cast<int>(error.code)) + " where '" + error.where +
                       "' text '" + error.text + "' numbers";
    for (const double number : error.numbers)
        text += ' ' + std::to_string(number);
    return text;
}

std::string errorText(const Result<Sound>& sound)
{
    return sound ? std::string("no error") : errorText(sound.error());
}

} // namespace

class TstSoundFile : public QObject {
    Q_OBJECT

private slots:
    void exactSamples_data();
    void exactSamples();
    void everyFormat_data();
    void everyFormat();
    void badSounds_data();
    void badSounds();
    void everyCutIsAnError_data();
    void everyCutIsAnError();
    void openLengthsAreReadToTheEnd_data();
    void openLengthsAreReadToTheEnd();
    void longSoundsAreRefused_data();
    void longSoundsAreRefused();
    void mp3PassesOverTags_data();
    void mp3PassesOverTags();
    void tagsBeforeAnySound_data();
    void tagsBeforeAnySound();
    void longSizes_data();
    void longSizes();
    void cutLongSizes();
    void givenFaults_data();
    void givenFaults();
    void damagedMp3IsQuiet();
    void wavRoundTrip_data();
    void wavRoundTrip();
    void wavIsWrittenByteForByte();
    void mixIsTheAverage();
};

void TstSoundFile::exactSamples_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<std::vector<float>>("samples");
    const auto row = [](const char* name, int tag, int bits, Bytes data, std::vector<float> samples) {
        QTest::newRow(name) << wav(tag, bits, data) << std::move(samples);
    };
    row("8 bits", 1, 8, {0, 64, 128, 192, 255}, {-1, -0.5f, 0, 0.5f, 127.0f / 128});
    row("16 bits", 1, 16, {0, 0x80, 0, 0xC0, 0, 0, 1, 0, 0xFF, 0x7F},
        {-1, -0.5f, 0, 1.0f / 32768, 32767.0f / 32768});
    row("24 bits", 1, 24, {0, 0, 0x80, 1, 0, 0, 0, 0, 0x40}, {-1, 1.0f / 8388608, 0.5f});
    row("32 bits", 1, 32, {0, 0, 0, 0x80, 0, 1, 0, 0, 0, 0, 0, 0x40}, {-1, 256.0f / 2147483648.0f, 0.5f});
    row("float", 3, 32, {0, 0, 0x80, 0xBF, 0, 0, 0x20, 0x40}, {-1, 2.5f});
    row("double", 3, 64, {0, 0, 0, 0, 0, 0, 0xF0, 0xBF, 0, 0, 0, 0, 0, 0, 4, 0x40}, {-1, 2.5f});
}

void TstSoundFile::exactSamples()
{
    QFETCH(Bytes, content);
    QFETCH(std::vector<float>, samples);
    QCOMPARE(kindOf(content), FileKind::Sound);
    const auto sound = parseSound(content, "a.wav");
    QVERIFY2(sound, errorText(sound).c_str());
    QCOMPARE(sound->rateHz, 8000);
    QCOMPARE(sound->channels, 1);
    QCOMPARE(sound->samples, samples);
}

void TstSoundFile::everyFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("rate");
    QTest::addColumn<double>(
        "tolerance"); // of a sample; below 0: a lossy format, of which the level is compared
    struct Kind {
        const char* name;
        int format;
        double tolerance;
    };
    constexpr double lossy = -1;
    for (const Kind& kind :
         {Kind{"WAV 8", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 1.0 / 128},
          {"WAV 16", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1.0 / 32768},
          {"WAV 24", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 1e-6},
          {"WAV 32", SF_FORMAT_WAV | SF_FORMAT_PCM_32, 1e-7},
          {"WAV float", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 0},
          {"WAV double", SF_FORMAT_WAV | SF_FORMAT_DOUBLE, 0},
          {"WAV µ-law", SF_FORMAT_WAV | SF_FORMAT_ULAW, 0.02},
          {"WAV extensible", SF_FORMAT_WAVEX | SF_FORMAT_PCM_24, 1e-6},
          {"WAV big-endian", SF_FORMAT_WAV | SF_ENDIAN_BIG | SF_FORMAT_PCM_16, 1.0 / 32768},
          {"AIFF 8", SF_FORMAT_AIFF | SF_FORMAT_PCM_S8, 1.0 / 128},
          {"AIFF 16", SF_FORMAT_AIFF | SF_FORMAT_PCM_16, 1.0 / 32768},
          {"AIFF 24", SF_FORMAT_AIFF | SF_FORMAT_PCM_24, 1e-6},
          {"AIFF float", SF_FORMAT_AIFF | SF_FORMAT_FLOAT, 0},
          {"FLAC 8", SF_FORMAT_FLAC | SF_FORMAT_PCM_S8, 1.0 / 128},
          {"FLAC 16", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 1.0 / 32768},
          {"FLAC 24", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 1e-6},
          {"Ogg Vorbis", SF_FORMAT_OGG | SF_FORMAT_VORBIS, lossy},
          {"Ogg Opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, lossy},
          {"MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, lossy}})
        for (const int channels : {1, 2})
            for (const int rate : {8000, 44100, 48000})
                if (canEncode(kind.format, channels, rate) &&
                    !(rate == 44100 && (kind.format & SF_FORMAT_SUBMASK) == SF_FORMAT_OPUS))
                    QTest::addRow("%s, %d channels, %d Hz", kind.name, channels, rate)
                        << kind.format << channels << rate << kind.tolerance;
}

void TstSoundFile::everyFormat()
{
    QFETCH(int, format);
    QFETCH(int, channels);
    QFETCH(int, rate);
    QFETCH(double, tolerance);
    const Sound original = sines(rate, channels, rate / 8 * 2); // libsndfile rounds odd lengths of AIFF up
    const Bytes content = encoded(original.samples, format, channels, rate);
    QCOMPARE(kindOf(content), FileKind::Sound);
    const auto sound = parseSound(content, "a");
    QVERIFY2(sound, errorText(sound).c_str());
    QCOMPARE(sound->rateHz, rate);
    QCOMPARE(sound->channels, channels);
    if (tolerance < 0) { // encoders add a little silence at either end
        QVERIFY(std::abs(sound->seconds() - 0.25) < 0.1);
        QVERIFY2(std::abs(level(*sound) / level(original) - 1) < 0.2, QByteArray::number(level(*sound)));
        return;
    }
    QCOMPARE(sound->samples.size(), original.samples.size());
    for (std::size_t i = 0; i < original.samples.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(sound->samples[i]) - static_cast<double>(original.samples[i])) <=
                tolerance);
}

void TstSoundFile::badSounds_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const Bytes& content, ErrorCode code,
                        std::vector<double> numbers = {}, const char* text = "") {
        QTest::newRow(name) << content << Error{code, "a.wav", std::move(numbers), text};
    };
    const auto floats = [](std::vector<float> samples) {
        return encoded(samples, SF_FORMAT_WAV | SF_FORMAT_FLOAT, 1, 8000);
    };
    const auto doubles = [](std::vector<double> samples) {
        return encoded(samples, SF_FORMAT_WAV | SF_FORMAT_DOUBLE, 1, 8000);
    };
    const std::vector<float> two{0.5f, -0.5f};
    row("a text", {'1', ',', '2', '\n'}, ErrorCode::UnknownKind);
    row("a format beyond the ones read", encoded(two, SF_FORMAT_AU | SF_FORMAT_PCM_16, 1, 8000),
        ErrorCode::UnknownKind);
    row("no sample", wav(1, 16, {}), ErrorCode::FileEmpty);
    row("an encoding that nobody knows", wav(0x7777, 16, {0, 0}), ErrorCode::BadSound);
    row("cut off", wav(1, 16, {0, 0, 0, 0}, 10), ErrorCode::SizeMismatch, {10, 4});
    row("only a header", {'f', 'L', 'a', 'C', 0, 0, 0, 34}, ErrorCode::BadSound);
    row("MP3 without a frame", {0xFF, 0xFB, 0x90, 0x64, 1, 2, 3}, ErrorCode::BadSound);
    row("a tag without MP3", {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0, 'x'}, ErrorCode::BadSound);
    row("not a number", floats({0, 1, std::nanf("")}), ErrorCode::NotFinite, {2});
    row("infinite", floats({0, -std::numeric_limits<float>::infinity()}), ErrorCode::NotFinite, {1});
    row("beyond float's range", doubles({1e39}), ErrorCode::NotFinite, {0});
    row("a rate beyond belief", encoded(two, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 1, 2'000'000),
        ErrorCode::BadValue, {1, 1'000'000}, "2000000");
}

void TstSoundFile::badSounds()
{
    QFETCH(Bytes, content);
    QFETCH(Error, error);
    const auto sound = parseSound(content, "a.wav");
    QVERIFY(!sound);
    QVERIFY2(sound.error() == error, errorText(sound).c_str());
}

void TstSoundFile::everyCutIsAnError_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("WAV") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    QTest::newRow("WAV extensible") << (SF_FORMAT_WAVEX | SF_FORMAT_PCM_24);
    QTest::newRow("AIFF") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16);
    QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
}

void TstSoundFile::everyCutIsAnError()
{
    QFETCH(int, format);
    const Bytes content = encoded(sines(8000, 2, 100).samples, format, 2, 8000);
    QVERIFY(parseSound(content, "a"));
    for (std::size_t size = 0; size < content.size(); ++size) {
        const auto sound = parseSound(std::span(content).first(size), "a");
        QVERIFY2(!sound, QByteArray::number(static_cast<qulonglong>(size)));
        QCOMPARE(sound.error().where, std::string("a"));
    }
}

void TstSoundFile::openLengthsAreReadToTheEnd_data()
{
    QTest::addColumn<std::uint32_t>("announced");
    QTest::newRow("all ones") << 0xFFFFFFFFu;
    QTest::newRow("the largest signed number") << 0x7FFFFFFFu;
    QTest::newRow("the same, rounded down") << 0x7FFFF000u;
}

void TstSoundFile::openLengthsAreReadToTheEnd()
{
    QFETCH(std::uint32_t, announced);
    const auto sound = parseSound(wav(1, 16, {0, 0x40, 0, 0xC0}, announced), "a");
    QVERIFY2(sound, errorText(sound).c_str());
    QCOMPARE(sound->samples, (std::vector<float>{0.5f, -0.5f}));
}

void TstSoundFile::longSoundsAreRefused_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("most"); // frames
    QTest::newRow("mono") << 1 << static_cast<int>(mostFrames);
    QTest::newRow("six channels") << 6 << static_cast<int>(mostSoundNumbers / 6);
}

void TstSoundFile::longSoundsAreRefused()
{
    QFETCH(int, channels);
    QFETCH(int, most);
    const auto silence = [&](int frames) { // packs well
        const std::vector<float> samples(static_cast<std::size_t>(frames) *
                                         static_cast<std::size_t>(channels));
        return encoded(samples, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, channels, 48000);
    };
    const auto longest = parseSound(silence(most), "a");
    QVERIFY2(longest, errorText(longest).c_str());
    QCOMPARE(longest->frames(), static_cast<std::size_t>(most));
    const Bytes bomb = silence(most + 1);
    QVERIFY(bomb.size() < 200'000);
    const auto tooLong = parseSound(bomb, "a");
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, ErrorCode::TooManyNumbers);
}

void TstSoundFile::mp3PassesOverTags_data()
{
    QTest::addColumn<Bytes>("before");
    QTest::addColumn<Bytes>("after");
    const Bytes id3{'I', 'D', '3', 4, 0, 0, 0, 0, 0, 20}, none;
    const auto padded = [](Bytes bytes, std::size_t size) {
        bytes.resize(size, 'x');
        return bytes;
    };
    QTest::newRow("a tag before") << padded(id3, 30) << none;
    QTest::newRow("a tag of 128 bytes behind") << none << padded({'T', 'A', 'G'}, 128);
    QTest::newRow("a long tag behind") << none << padded({'A', 'P', 'E', 'T', 'A', 'G', 'E', 'X'}, 5000);
}

void TstSoundFile::mp3PassesOverTags()
{
    QFETCH(Bytes, before);
    QFETCH(Bytes, after);
    constexpr int mp3 = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    if (!canEncode(mp3, 1, 8000)) QSKIP("this libsndfile does not write MP3");
    const Bytes plain = encoded(sines(8000, 1, 4000).samples, mp3, 1, 8000);
    const auto expected = parseSound(plain, "a");
    QVERIFY2(expected, errorText(expected).c_str());
    before.insert(before.end(), plain.begin(), plain.end());
    before.insert(before.end(), after.begin(), after.end());
    const auto sound = parseSound(before, "a");
    QVERIFY2(sound, errorText(sound).c_str());
    QVERIFY(*sound == *expected);
}

namespace {

/// A tag ID3 of so many bytes behind its header, and with a footer where its flag says so.
Bytes id3(std::size_t size, int version = 3, int flags = 0)
{
    Bytes tag{'I', 'D', '3', static_cast<std::uint8_t>(version), 0, static_cast<std::uint8_t>(flags)};
    for (const int shift : {21, 14, 7, 0})
        tag.push_back(static_cast<std::uint8_t>((size >> shift) & 0x7F));
    tag.resize(10 + size + ((flags & 0x10) != 0 ? 10 : 0), 'x');
    return tag;
}

Bytes joined(Bytes a, const Bytes& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

void addLittleEndian(Bytes& bytes, std::uint64_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// A WAV file of 16 bits with sizes in a chunk of their own.
Bytes longWav(const char* riff, const Bytes& data, std::uint64_t announced, std::uint32_t field,
              bool hasChunkBefore)
{
    const auto text = [](const char* s) { return Bytes(s, s + 4); };
    Bytes body = joined(text("WAVE"), text("ds64"));
    addLittleEndian(body, 28, 4);
    addLittleEndian(body, 72 + data.size(), 8);
    addLittleEndian(body, announced, 8);
    addLittleEndian(body, data.size() / 2, 8);
    addLittleEndian(body, 0, 4);
    if (hasChunkBefore) body = joined(body, {'b', 'e', 'x', 't', 2, 0, 0, 0, 1, 2});
    body = joined(
        body, {'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0});
    body = joined(body, text("data"));
    addLittleEndian(body, field, 4);
    return joined(joined(joined(text(riff), {0xFF, 0xFF, 0xFF, 0xFF}), body), data);
}

constexpr std::uint32_t elsewhere = 0xFFFFFFFF;
const Bytes fourSamples{0, 0, 0, 0x20, 0, 0xC0, 0x64, 0};

} // namespace

void TstSoundFile::tagsBeforeAnySound_data()
{
    QTest::addColumn<Bytes>("tags");
    QTest::addColumn<int>("format");
    const std::array<std::pair<const char*, int>, 4> formats{{{"FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16},
                                                              {"WAV", SF_FORMAT_WAV | SF_FORMAT_PCM_16},
                                                              {"AIFF", SF_FORMAT_AIFF | SF_FORMAT_PCM_16},
                                                              {"Ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS}}};
    for (const auto& [name, format] : formats) {
        QTest::addRow("%s, empty", name) << id3(0) << format;
        QTest::addRow("%s, 1,500 bytes", name) << id3(1500) << format;
        QTest::addRow("%s, a picture in it", name) << id3(200'000, 4) << format;
        QTest::addRow("%s, a footer", name) << id3(30, 4, 0x10) << format;
        QTest::addRow("%s, two tags", name) << joined(id3(20), id3(300)) << format;
    }
}

void TstSoundFile::tagsBeforeAnySound()
{
    QFETCH(Bytes, tags);
    QFETCH(int, format);
    const Bytes plain = encoded(sines(8000, 1, 400).samples, format, 1, 8000);
    const auto expected = parseSound(plain, "a"), sound = parseSound(joined(tags, plain), "a");
    QVERIFY(expected);
    QVERIFY2(sound, errorText(sound).c_str());
    QVERIFY(*sound == *expected);
}

void TstSoundFile::longSizes_data()
{
    QTest::addColumn<Bytes>("content");
    for (const char* riff : {"RF64", "BW64"}) {
        QTest::addRow("%s", riff) << longWav(riff, fourSamples, 8, elsewhere, false);
        QTest::addRow("%s, another chunk", riff) << longWav(riff, fourSamples, 8, elsewhere, true);
        QTest::addRow("%s, a short size after all", riff) << longWav(riff, fourSamples, 8, 8, false);
        QTest::addRow("%s, an open length", riff) << longWav(riff, fourSamples, 0, elsewhere, false);
    }
}

void TstSoundFile::longSizes()
{
    QFETCH(Bytes, content);
    QCOMPARE(kindOf(content), FileKind::Sound);
    const auto sound = parseSound(content, "a");
    QVERIFY2(sound, errorText(sound).c_str());
    QCOMPARE(sound->rateHz, 8000);
    QCOMPARE(sound->samples, (std::vector<float>{0, 0.25f, -0.5f, 100.0f / 32768}));
}

void TstSoundFile::cutLongSizes()
{
    const auto cut = parseSound(longWav("RF64", fourSamples, std::uint64_t{1} << 40, elsewhere, false), "a");
    QVERIFY(!cut);
    QVERIFY2(cut.error() == (Error{ErrorCode::SizeMismatch, "a", {1099511627776.0, 8}}),
             errorText(cut).c_str());
    const Bytes whole = longWav("RF64", fourSamples, 8, elsewhere, true);
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY2(!parseSound(std::span(whole).first(size), "a"),
                 QByteArray::number(static_cast<qulonglong>(size)));
}

void TstSoundFile::givenFaults_data()
{
    QTest::addColumn<std::size_t>("frames");
    QTest::newRow("rf64.wav") << std::size_t{4};
    QTest::newRow("tagged.flac") << std::size_t{40};
}

void TstSoundFile::givenFaults()
{
    QFETCH(std::size_t, frames);
    const auto content = readFile(std::filesystem::path(HOURGLASS_TEST_FAULTS) / QTest::currentDataTag());
    QVERIFY(content);
    const auto sound = parseSound(*content, "a");
    QVERIFY2(sound, errorText(sound).c_str());
    QCOMPARE(sound->frames(), frames);
}

/// The command line promises one line on standard error, its own.
void TstSoundFile::damagedMp3IsQuiet()
{
    constexpr int mp3 = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    if (!canEncode(mp3, 1, 8000)) QSKIP("this libsndfile does not write MP3");
    const Bytes whole = encoded(sines(8000, 1, 4000).samples, mp3, 1, 8000);
    QTemporaryFile caught;
    QVERIFY(caught.open());
    const int standardError = dup(STDERR_FILENO);
    dup2(caught.handle(), STDERR_FILENO);
    for (const std::size_t distance : {7, 13, 50, 97}) {
        Bytes damaged = whole;
        for (std::size_t i = 4; i < damaged.size(); i += distance)
            damaged[i] ^= 0xFF;
        (void)parseSound(damaged, "a");
    }
    const auto inWav = parseSound(wav(0x55, 16, whole), "a"); // libsndfile would read that aloud
    std::fflush(stderr);
    dup2(standardError, STDERR_FILENO);
    close(standardError);
    QVERIFY(!inWav);
    QCOMPARE(inWav.error().code, ErrorCode::BadSound);
    QCOMPARE(caught.size(), 0);
}

void TstSoundFile::wavRoundTrip_data()
{
    QTest::addColumn<Sound>("sound");
    QTest::addColumn<WavFormat>("format");
    const Sound stereo{
        .rateHz = 44100, .channels = 2, .samples = {-1, 0, 0.5f, -0.25f, 32767.0f / 32768, 1.0f / 32768}};
    QTest::newRow("16 bits") << stereo << WavFormat::Int16;
    QTest::newRow("float") << stereo << WavFormat::Float32;
    QTest::newRow("float beyond 1") << Sound{6857, 1, {floatMax, -1e-45f, 3.5f}} << WavFormat::Float32;
    QTest::newRow("eight channels") << sines(8000, 8, 3) << WavFormat::Float32;
}

void TstSoundFile::wavRoundTrip()
{
    QFETCH(Sound, sound);
    QFETCH(WavFormat, format);
    const auto again = parseSound(toWav(sound, format), "a");
    QVERIFY2(again, errorText(again).c_str());
    QVERIFY(*again == sound);
}

void TstSoundFile::wavIsWrittenByteForByte()
{
    // Beyond −1 … 1 is clipped, in between is rounded to the nearest.
    const Sound sound{8000, 1, {2, -2, 0.6f / 32768, 0.4f / 32768}};
    QCOMPARE(toWav(sound), wav(1, 16, {0xFF, 0x7F, 0, 0x80, 1, 0, 0, 0}));
}

void TstSoundFile::mixIsTheAverage()
{
    QCOMPARE(monoMix({8000, 1, {0.5f, -1}}), (std::vector<float>{0.5f, -1}));
    QCOMPARE(monoMix({8000, 2, {0.5f, -1, 1, 0.5f}}), (std::vector<float>{-0.25f, 0.75f}));
    QCOMPARE(monoMix({8000, 3, {0.5f, 0.25f, 0}}), (std::vector<float>{0.25f}));
    QCOMPARE(monoMix({8000, 2, {floatMax, floatMax}}), (std::vector<float>{floatMax}));
}

QTEST_APPLESS_MAIN(TstSoundFile)
#include "tst_sound_file.moc"
