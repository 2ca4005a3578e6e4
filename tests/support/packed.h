#pragma once

#include "core/io/file.h"

#include <QtGlobal>

#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

namespace hg::test {

/// Compressed by zlib: as gzip does it with `windowBits` 31, raw with −15.
inline Bytes deflated(const Bytes& content, int windowBits, int level = 6)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not start");
    Bytes packed(deflateBound(&stream, static_cast<uLong>(content.size())) + 32);
    Bytes input = content;
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) qFatal("zlib does not finish");
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

inline Bytes gzip(const Bytes& content, int level = 6)
{
    return deflated(content, 15 + 16, level);
}

/// How an archive is to be written.
struct ZipStyle {
    bool isDeflated = false;
    bool hasLongSizes = false; ///< zip64 fields in every header, as numpy.savez writes them in the local one
    bool hasLongEnd = false;   ///< the record of 64 bits at the end, too
    std::string comment;
};

/// A ZIP archive of members, by name and content.
inline Bytes zipOf(const std::vector<std::pair<std::string, Bytes>>& members, const ZipStyle& style = {})
{
    Bytes archive, directory;
    const auto add = [](Bytes& to, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            to.push_back(i < 8 ? static_cast<std::uint8_t>(value >> (8 * i)) : std::uint8_t(0));
    };
    const auto addText = [](Bytes& to, const std::string& text) {
        to.insert(to.end(), text.begin(), text.end());
    };
    for (const auto& [name, content] : members) {
        const Bytes packed = style.isDeflated ? deflated(content, -15) : content;
        const std::uint64_t local = archive.size();
        const auto addSizes = [&](Bytes& to) {
            add(to, checksum(content), 4);
            add(to, style.hasLongSizes ? 0xFFFFFFFF : packed.size(), 4);
            add(to, style.hasLongSizes ? 0xFFFFFFFF : content.size(), 4);
            add(to, name.size(), 2);
            add(to, style.hasLongSizes ? 20 : 0, 2);
        };
        const auto addLongSizes = [&](Bytes& to) {
            if (!style.hasLongSizes) return;
            add(to, 1, 2);
            add(to, 16, 2);
            add(to, content.size(), 8);
            add(to, packed.size(), 8);
        };
        add(archive, 0x04034B50, 4);
        add(archive, 45, 2);
        add(archive, 0, 2);
        add(archive, style.isDeflated ? 8 : 0, 2);
        add(archive, 0, 4);
        addSizes(archive);
        addText(archive, name);
        addLongSizes(archive);
        archive.insert(archive.end(), packed.begin(), packed.end());
        add(directory, 0x02014B50, 4);
        add(directory, 45, 2);
        add(directory, 45, 2);
        add(directory, 0, 2);
        add(directory, style.isDeflated ? 8 : 0, 2);
        add(directory, 0, 4);
        addSizes(directory);
        add(directory, 0, 10); // no comment, disk 0, attributes
        add(directory, local, 4);
        addText(directory, name);
        addLongSizes(directory);
    }
    const std::uint64_t start = archive.size(), count = members.size();
    archive.insert(archive.end(), directory.begin(), directory.end());
    if (style.hasLongEnd) {
        const std::uint64_t at = archive.size();
        add(archive, 0x06064B50, 4);
        add(archive, 44, 8);
        add(archive, 45, 2);
        add(archive, 45, 2);
        add(archive, 0, 8);
        add(archive, count, 8);
        add(archive, count, 8);
        add(archive, directory.size(), 8);
        add(archive, start, 8);
        add(archive, 0x07064B50, 4);
        add(archive, 0, 4);
        add(archive, at, 8);
        add(archive, 1, 4);
    }
    add(archive, 0x06054B50, 4);
    add(archive, 0, 4);
    add(archive, style.hasLongEnd ? 0xFFFF : count, 2);
    add(archive, style.hasLongEnd ? 0xFFFF : count, 2);
    add(archive, style.hasLongEnd ? 0xFFFFFFFF : directory.size(), 4);
    add(archive, style.hasLongEnd ? 0xFFFFFFFF : start, 4);
    add(archive, style.comment.size(), 2);
    addText(archive, style.comment);
    return archive;
}

} // namespace hg::test
