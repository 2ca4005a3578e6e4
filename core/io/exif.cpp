#include "core/io/exif.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hg {
namespace {

using Content = std::span<const std::uint8_t>;

bool beginsWith(Content content, std::string_view magic)
{
    return content.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), content.begin(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

/// The whole number of so many bytes, or 0 beyond the end.
std::size_t number(Content content, std::size_t at, std::size_t bytes, bool isBigEndian = true)
{
    if (at > content.size() || bytes > content.size() - at) return 0;
    std::size_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::size_t{content[at + i]} << (8 * (isBigEndian ? bytes - 1 - i : i));
    return value;
}

/// The part of `size` bytes, or what there is of it.
Content part(Content content, std::size_t at, std::size_t size)
{
    at = std::min(at, content.size());
    return content.subspan(at, std::min(size, content.size() - at));
}

/// The Exif data of a JPEG: the segment APP1 that begins with the word; another one may hold XMP.
std::optional<Content> exifOfJpeg(Content content)
{
    using namespace std::string_view_literals;
    constexpr std::string_view word = "Exif\0\0"sv;
    constexpr std::size_t app1 = 0xE1, scan = 0xDA, end = 0xD9;
    for (std::size_t at = 2; at + 4 <= content.size();) {
        const std::size_t marker = content[at + 1], size = number(content, at + 2, 2);
        if (content[at] != 0xFF || marker == scan || marker == end || size < 2) break;
        const Content segment = part(content, at + 4, size - 2);
        if (marker == app1 && beginsWith(segment, word)) return segment.subspan(word.size());
        at += 2 + size;
    }
    return std::nullopt;
}

/// The same of a PNG: its chunk eXIf.
std::optional<Content> exifOfPng(Content content)
{
    constexpr std::size_t signature = 8, head = 8, checksum = 4;
    for (std::size_t at = signature; at + head <= content.size();) {
        const std::size_t size = number(content, at, 4);
        if (beginsWith(content.subspan(at + 4), "eXIf")) return part(content, at + head, size);
        at += head + size + checksum;
    }
    return std::nullopt;
}

/// The tag in the first directory of TIFF data.
int orientationOf(Content tiff)
{
    constexpr std::size_t orientation = 0x0112, entrySize = 12, shortType = 3;
    const bool isBigEndian = beginsWith(tiff, "MM");
    if (!isBigEndian && !beginsWith(tiff, "II")) return 1;
    const std::size_t directory = number(tiff, 4, 4, isBigEndian),
                      entries = number(tiff, directory, 2, isBigEndian);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + i * entrySize;
        if (number(tiff, at, 2, isBigEndian) != orientation) continue;
        const bool isShort = number(tiff, at + 2, 2, isBigEndian) == shortType;
        const auto value = static_cast<int>(number(tiff, at + 8, isShort ? 2 : 4, isBigEndian));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> picture)
{
    const auto exif = beginsWith(picture, "\xFF\xD8")  ? exifOfJpeg(picture)
                      : beginsWith(picture, "\x89PNG") ? exifOfPng(picture)
                                                       : std::nullopt;
    return exif ? orientationOf(*exif) : 1;
}

} // namespace hg
