#pragma once

#include "core/io/file.h"

#include <string>

namespace hg {

/// A file within a ZIP archive.
struct ZipMember {
    std::string name;
    std::span<const std::uint8_t> packed; ///< a part of the archive
    bool isDeflated = false;              ///< otherwise stored as it is
    std::size_t size = 0;                 ///< announced; held to what is there when it is unpacked
    std::uint32_t checksum = 0;
};

/// The members of an archive, by its directory at the end, which alone has every size; views of `content`.
/// The fields of 64 bits (zip64), which NumPy writes, are read. Errors: BadZip for a directory that is
/// damaged, cut off, encrypted, or uses another compression than none and deflate. Source: PKWARE,
/// "APPNOTE.TXT", version 6.3.9, sections 4.3 and 4.5.3.
Result<std::vector<ZipMember>> parseZip(std::span<const std::uint8_t> content, const std::string& where);

/// What a member holds, checked against its checksum. Errors: BadZip, TooLarge, ChecksumWrong.
Result<Bytes> unpack(const ZipMember& member, const std::string& where, std::size_t limit);

} // namespace hg
