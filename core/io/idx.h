#pragma once

#include "core/io/file.h"

#include <vector>

namespace hg {

/// An array of bytes as the IDX format keeps it: the axes' lengths, then the bytes row-major.
/// Source: the description on LeCun's MNIST page, "the IDX file format".
struct Idx {
    std::vector<int> axes;
    Bytes bytes;
};

/// Reads IDX of unsigned bytes with 1 to 4 axes, plain or gzip. Every length is checked against the bytes
/// that are there. Errors: BadMagic, SizeMismatch, BadGzip, TooLarge; all with `where`. Cancelled
/// while it is unpacked.
Result<Idx> parseIdx(std::span<const std::uint8_t> content, const std::string& where,
                     const Watch& watch = {});

} // namespace hg
