#include "core/io/zip.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <zlib.h>

namespace hg {
namespace {

constexpr std::uint32_t endSignature = 0x06054B50, entrySignature = 0x02014B50, localSignature = 0x04034B50,
                        longEndSignature = 0x06064B50, locatorSignature = 0x07064B50;
constexpr std::size_t endSize = 22, entrySize = 46, localSize = 30, locatorSize = 20, longEndSize = 56;
constexpr std::uint64_t isElsewhere = 0xFFFFFFFF; ///< in a field of 32 bits: see the one of 64
constexpr std::size_t mostMembers = 10'000;       ///< each costs more than its bytes

/// The whole number of so many bytes at a place, which the caller has checked.
std::uint64_t number(std::span<const std::uint8_t> content, std::size_t at, std::size_t bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::uint64_t{content[at + i]} << (8 * i);
    return value;
}

bool holds(std::span<const std::uint8_t> content, std::uint64_t at, std::uint64_t size)
{
    return at <= content.size() && size <= content.size() - at;
}

/// Where the record of the end begins; a comment of up to 64 KB may follow it.
std::optional<std::size_t> findEnd(std::span<const std::uint8_t> content)
{
    constexpr std::size_t longestComment = 0xFFFF;
    if (content.size() < endSize) return std::nullopt;
    const std::size_t last = content.size() - endSize, first = last - std::min(last, longestComment);
    for (std::size_t at = last + 1; at-- > first;)
        if (number(content, at, 4) == endSignature &&
            at + endSize + number(content, at + 20, 2) == content.size())
            return at;
    return std::nullopt;
}

/// Where the directory lies, and how many members it announces.
struct Directory {
    std::uint64_t count = 0, size = 0, start = 0;
};

std::optional<Directory> findDirectory(std::span<const std::uint8_t> content)
{
    const auto end = findEnd(content);
    if (!end) return std::nullopt;
    Directory directory{number(content, *end + 10, 2), number(content, *end + 12, 4),
                        number(content, *end + 16, 4)};
    if (*end < locatorSize || number(content, *end - locatorSize, 4) != locatorSignature) return directory;
    const std::uint64_t at = number(content, *end - locatorSize + 8, 8);
    if (!holds(content, at, longEndSize) || number(content, at, 4) != longEndSignature) return std::nullopt;
    return Directory{number(content, at + 32, 8), number(content, at + 40, 8), number(content, at + 48, 8)};
}

/// The entry's fields of 64 bits, in the order in which the ones of 32 bits say that they are there.
void readLongFields(std::span<const std::uint8_t> extra, std::initializer_list<std::uint64_t*> fields)
{
    constexpr std::uint64_t longFields = 1;
    while (extra.size() >= 4) {
        const std::size_t size = number(extra, 2, 2);
        if (size > extra.size() - 4) return;
        auto field = extra.subspan(4, size);
        if (number(extra, 0, 2) == longFields)
            for (std::uint64_t* value : fields)
                if (*value == isElsewhere && field.size() >= 8) {
                    *value = number(field, 0, 8);
                    field = field.subspan(8);
                }
        extra = extra.subspan(4 + size);
    }
}

/// Reads one entry of the directory and leaves what follows it.
std::optional<ZipMember> takeEntry(std::span<const std::uint8_t> content, std::span<const std::uint8_t>& rest)
{
    if (rest.size() < entrySize || number(rest, 0, 4) != entrySignature) return std::nullopt;
    const std::size_t name = number(rest, 28, 2), extra = number(rest, 30, 2), comment = number(rest, 32, 2);
    if (!holds(rest, entrySize, name + extra + comment)) return std::nullopt;
    std::uint64_t packed = number(rest, 20, 4), size = number(rest, 24, 4), local = number(rest, 42, 4);
    readLongFields(rest.subspan(entrySize + name, extra), {&size, &packed, &local});
    const std::uint64_t flags = number(rest, 8, 2), method = number(rest, 10, 2);
    constexpr std::uint64_t encrypted = 1, stored = 0, deflated = 8;
    if ((flags & encrypted) != 0 || (method != stored && method != deflated)) return std::nullopt;
    if (!holds(content, local, localSize) || number(content, local, 4) != localSignature) return std::nullopt;
    const std::uint64_t start =
        local + localSize + number(content, local + 26, 2) + number(content, local + 28, 2);
    if (!holds(content, start, packed) || (method == stored && packed != size)) return std::nullopt;
    ZipMember member{{rest.begin() + entrySize, rest.begin() + static_cast<std::ptrdiff_t>(entrySize + name)},
                     content.subspan(start, packed),
                     method == deflated,
                     size,
                     static_cast<std::uint32_t>(number(rest, 16, 4))};
    rest = rest.subspan(entrySize + name + extra + comment);
    return member;
}

struct InflateEnd {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

/// Inflates a raw stream into all of `target`; false where it ends elsewhere.
bool inflateInto(std::span<const std::uint8_t> packed, Bytes& target)
{
    z_stream stream{};
    constexpr int rawOnly = -15;
    if (inflateInit2(&stream, rawOnly) != Z_OK) return false;
    const std::unique_ptr<z_stream, InflateEnd> owner(&stream);
    stream.next_in = const_cast<Bytef*>(packed.data()); // zlib does not write there
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = target.data();
    stream.avail_out = static_cast<uInt>(target.size());
    return inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
}

} // namespace

Result<std::vector<ZipMember>> parseZip(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto directory = findDirectory(content);
    if (!directory || !holds(content, directory->start, directory->size) || directory->count > mostMembers)
        return Error{ErrorCode::BadZip, where};
    auto rest = content.subspan(directory->start, directory->size);
    std::vector<ZipMember> members;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        auto member = takeEntry(content, rest);
        if (!member) return Error{ErrorCode::BadZip, where};
        members.push_back(std::move(*member));
    }
    return members;
}

Result<Bytes> unpack(const ZipMember& member, const std::string& where, std::size_t limit)
{
    if (member.size > limit)
        return Error{
            ErrorCode::TooLarge, where, {static_cast<double>(member.size), static_cast<double>(limit)}};
    constexpr std::size_t densest =
        1032; // what deflate can make of a byte at most: zlib, "deflate algorithm"
    if (member.isDeflated && member.size / densest > member.packed.size())
        return Error{ErrorCode::BadZip, where};
    Bytes bytes;
    if (member.isDeflated) {
        bytes.resize(member.size + (member.size == 0 ? 1 : 0)); // zlib wants a place, even for nothing
        const bool isWhole = member.size > 0 && inflateInto(member.packed, bytes);
        if (!isWhole) return Error{ErrorCode::BadZip, where};
    } else
        bytes.assign(member.packed.begin(), member.packed.end());
    if (checksum(bytes) != member.checksum) return Error{ErrorCode::ChecksumWrong, where};
    return bytes;
}

} // namespace hg
