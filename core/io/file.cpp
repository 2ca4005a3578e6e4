#include "core/io/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace hg {
namespace {

namespace fs = std::filesystem;

Result<Bytes> readStream(std::istream& in, const std::string& where, std::size_t limit)
{
    Bytes content;
    std::array<char, 1 << 16> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        const auto got = static_cast<std::size_t>(in.gcount());
        if (content.size() + got > limit)
            return Error{ErrorCode::TooLarge,
                         where,
                         {static_cast<double>(content.size() + got), static_cast<double>(limit)}};
        content.insert(content.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(got));
    }
    if (in.bad()) return Error{ErrorCode::FileUnreadable, where};
    if (content.empty()) return Error{ErrorCode::FileEmpty, where};
    return content;
}

/// An open file, closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

bool waitForInput(int file, int milliseconds)
{
    pollfd one{file, POLLIN, 0};
    return poll(&one, 1, milliseconds) != 0;
}

/// Reads to the end. A pipe without a writer gets a second to find one; a writer that is there may take its
/// time.
Result<Bytes> readDescriptor(int file, const std::string& where, std::size_t limit)
{
    constexpr int patience = 1000; // milliseconds
    struct stat status {};
    if (fstat(file, &status) != 0) return Error{ErrorCode::FileUnreadable, where};
    const auto tooLarge = [&](std::size_t size) {
        return Error{ErrorCode::TooLarge, where, {static_cast<double>(size), static_cast<double>(limit)}};
    };
    Bytes content;
    if (S_ISREG(status.st_mode)) {
        const auto size = static_cast<std::size_t>(status.st_size);
        if (size > limit) return tooLarge(size);
        content.reserve(size);
    } else if (!S_ISDIR(status.st_mode))
        waitForInput(file, patience);
    std::vector<std::uint8_t> buffer(1 << 16);
    for (;;) {
        const ssize_t got = read(file, buffer.data(), buffer.size());
        if (got == 0) break;
        if (got < 0 && errno == EAGAIN)
            waitForInput(file, -1);
        else if (got < 0 && errno != EINTR)
            return Error{ErrorCode::FileUnreadable, where};
        if (got < 0) continue;
        if (content.size() + static_cast<std::size_t>(got) > limit)
            return tooLarge(content.size() + static_cast<std::size_t>(got));
        content.insert(content.end(), buffer.begin(), buffer.begin() + got);
    }
    if (content.empty()) return Error{ErrorCode::FileEmpty, where};
    return content;
}

bool startsWith(std::span<const std::uint8_t> content, std::string_view magic)
{
    return content.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), content.begin(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

bool isText(std::span<const std::uint8_t> content)
{
    const auto head = content.first(std::min<std::size_t>(content.size(), 4096));
    return std::none_of(head.begin(), head.end(),
                        [](std::uint8_t c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
}

bool isPicture(std::span<const std::uint8_t> content)
{
    using namespace std::string_view_literals;
    if (startsWith(content, "\x89PNG\r\n\x1a\n"sv) || startsWith(content, "\xff\xd8\xff"sv)) return true;
    if (startsWith(content, "BM"sv)) return !isText(content); // the names of a table's columns may begin so
    const bool isPnm = content.size() > 2 && content[0] == 'P' && content[1] >= '1' && content[1] <= '6';
    return isPnm && (content[2] == '\n' || content[2] == ' ' || content[2] == '\r' || content[2] == '\t');
}

/// The header of a frame of MPEG layer III that is possible at all: versions, rates and bit rates have
/// reserved values. The other layers are left alone, since a UTF-16 text begins like one.
bool isMp3Frame(std::span<const std::uint8_t> content)
{
    if (content.size() < 4 || content[0] != 0xFF || (content[1] & 0xE6) != 0xE2) return false;
    const int version = (content[1] >> 3) & 3, bitRate = content[2] >> 4, rate = (content[2] >> 2) & 3;
    return version != 1 && bitRate != 0 && bitRate != 15 && rate != 3;
}

bool isSound(std::span<const std::uint8_t> content)
{
    using namespace std::string_view_literals;
    if (startsWith(content, "fLaC"sv) || startsWith(content, "OggS\0"sv) || isMp3Frame(content)) return true;
    if (startsWith(content, "ID3"sv)) return content.size() > 3 && content[3] < 0x20; // a version, no text
    if (content.size() < 12) return false;
    const auto form = content.subspan(8);
    if (startsWith(content, "FORM"sv)) return startsWith(form, "AIFF"sv) || startsWith(form, "AIFC"sv);
    constexpr std::array riffs{"RIFF"sv, "RIFX"sv, "RF64"sv, "BW64"sv};
    return startsWith(form, "WAVE"sv) && std::any_of(riffs.begin(), riffs.end(), [&](std::string_view riff) {
               return startsWith(content, riff);
           });
}

/// Pipes and devices: a rename would put a file in their place.
bool isDevice(const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    return fs::exists(status) && fs::is_other(status);
}

/// A name beside the path that nothing has: a file of the user's own may be called NAME.part.
fs::path freeNameBeside(const fs::path& path)
{
    std::error_code code;
    fs::path name = path;
    name += ".part";
    for (int n = 2; fs::exists(fs::symlink_status(name, code)); ++n) {
        name = path;
        name += ".part" + std::to_string(n);
    }
    return name;
}

constexpr int gzipOnly = 15 + 16; // zlib's largest window, and no other header

struct InflateEnd {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

} // namespace

Result<Bytes> readFile(const fs::path& path, std::size_t limit)
{
    if (path == "-") {
        auto content = readStream(std::cin, "-", limit);
        if (!content && std::ferror(stdin) != 0) return Error{ErrorCode::FileUnreadable, "-"};
        return content;
    }
    const std::string where = path.string();
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status)) return Error{ErrorCode::FileNotFound, where};
    // Without waiting: to open a pipe that nobody writes to would never end.
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file.number() < 0) return Error{ErrorCode::FileUnreadable, where};
    return readDescriptor(file.number(), where, limit);
}

Result<Bytes> readHead(const fs::path& path, std::size_t count)
{
    const std::string where = path.string();
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status)) return Error{ErrorCode::FileNotFound, where};
    if (!fs::is_regular_file(status)) return Bytes{};
    std::ifstream in(path, std::ios::binary);
    Bytes head(count);
    if (!in.is_open()) return Error{ErrorCode::FileUnreadable, where};
    in.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(count));
    if (in.bad()) return Error{ErrorCode::FileUnreadable, where};
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

Result<FileWriter> FileWriter::create(const fs::path& path)
{
    FileWriter writer(path);
    if (!isDevice(path)) writer.m_temporary = freeNameBeside(path);
    std::error_code code;
    const fs::path& target = writer.m_temporary.empty() ? path : writer.m_temporary;
    if (!fs::is_directory(path, code)) writer.m_out.open(target, std::ios::binary | std::ios::trunc);
    if (writer.m_out.is_open()) return writer;
    writer.m_temporary.clear();
    return Error{ErrorCode::FileUnwritable, path.string()};
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_out(std::move(other.m_out))
{}

FileWriter::~FileWriter()
{
    std::error_code code;
    if (m_temporary.empty()) return;
    m_out.close();
    fs::remove(m_temporary, code);
}

Result<void> FileWriter::append(std::span<const std::uint8_t> content)
{
    m_out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    return m_out.fail() ? Error{ErrorCode::FileUnwritable, m_path.string()} : Result<void>();
}

Result<void> FileWriter::append(std::string_view content)
{
    return append(std::span(reinterpret_cast<const std::uint8_t*>(content.data()), content.size()));
}

Result<void> FileWriter::append(std::span<const float> numbers)
{
    return append(std::span(reinterpret_cast<const std::uint8_t*>(numbers.data()), numbers.size_bytes()));
}

Result<void> FileWriter::commit()
{
    m_out.close();
    std::error_code code;
    if (!m_out.fail() && !m_temporary.empty()) fs::rename(m_temporary, m_path, code);
    if (m_out.fail() || code) return Error{ErrorCode::FileUnwritable, m_path.string()};
    m_temporary.clear();
    return {};
}

Result<void> checkWritable(const fs::path& path)
{
    if (isDevice(path)) return {}; // to open a pipe would wait for its reader
    const auto writer = FileWriter::create(path);
    return writer ? Result<void>() : writer.error();
}

Result<void> writeFile(const fs::path& path, std::span<const std::uint8_t> content)
{
    auto writer = FileWriter::create(path);
    if (!writer) return writer.error();
    if (auto written = writer->append(content); !written) return written;
    return writer->commit();
}

Result<void> writeFile(const fs::path& path, std::string_view content)
{
    return writeFile(path, std::span(reinterpret_cast<const std::uint8_t*>(content.data()), content.size()));
}

std::uint32_t checksum(std::span<const std::uint8_t> content)
{
    return static_cast<std::uint32_t>(crc32_z(0, content.data(), content.size()));
}

FileKind kindOf(std::span<const std::uint8_t> content)
{
    if (startsWith(content, "\x1f\x8b")) return FileKind::Gzip;
    if (startsWith(content, "\x93NUMPY")) return FileKind::Npy;
    if (startsWith(content, "PK\3\4") || startsWith(content, "PK\5\6")) return FileKind::Zip;
    if (startsWith(content, modelMagic)) return FileKind::Model;
    if (isPicture(content)) return FileKind::Picture;
    if (isSound(content)) return FileKind::Sound;
    // IDX: two zero bytes, the type of the numbers, the count of axes.
    if (content.size() >= 4 && content[0] == 0 && content[1] == 0 && content[2] >= 8 && content[2] <= 0x0E)
        return FileKind::Idx;
    return isText(content) ? FileKind::Text : FileKind::Unknown;
}

Bytes gunzipHead(std::span<const std::uint8_t> content, std::size_t count)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipOnly) != Z_OK) return {};
    const std::unique_ptr<z_stream, InflateEnd> owner(&stream);
    Bytes head(count);
    stream.next_in = const_cast<Bytef*>(content.data()); // zlib does not write there
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = head.data();
    stream.avail_out = static_cast<uInt>(head.size());
    inflate(&stream, Z_SYNC_FLUSH);
    head.resize(count - stream.avail_out);
    return head;
}

Result<Bytes> gunzip(std::span<const std::uint8_t> content, std::size_t limit, const Watch& watch)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipOnly) != Z_OK) return Error{ErrorCode::BadGzip};
    const std::unique_ptr<z_stream, InflateEnd> owner(&stream);
    stream.next_in = const_cast<Bytef*>(content.data()); // zlib does not write there
    stream.avail_in = static_cast<uInt>(content.size());
    Bytes inflated;
    for (;;) {
        const auto taken = static_cast<double>(content.size() - stream.avail_in);
        const double share = taken / std::max(1.0, static_cast<double>(content.size()));
        if (!mayGoOn(watch, share)) return Error{ErrorCode::Cancelled};
        std::array<std::uint8_t, 1 << 16> buffer;
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(buffer.size());
        const int status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) return Error{ErrorCode::BadGzip};
        const std::size_t got = buffer.size() - stream.avail_out;
        if (inflated.size() + got > limit)
            return Error{ErrorCode::TooLarge,
                         {},
                         {static_cast<double>(inflated.size() + got), static_cast<double>(limit)}};
        inflated.insert(inflated.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(got));
        if (status != Z_STREAM_END) {
            if (got == 0 && stream.avail_in == 0) return Error{ErrorCode::BadGzip};
            continue;
        }
        if (stream.avail_in == 0) return inflated;
        if (inflateReset(&stream) != Z_OK) return Error{ErrorCode::BadGzip};
    }
}

} // namespace hg
