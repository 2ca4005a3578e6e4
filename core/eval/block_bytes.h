#pragma once

#include "core/io/file.h"

#include <span>
#include <vector>

namespace hg {

/// Numbers in about a byte each: for every 256 of them (the last block may be shorter) a little-endian float,
/// the scale s = greatest |number| / 127, rounded up to 17 bits, and then a signed byte round(number/s) each;
/// numbers that come from blocks give the same bytes again. Not finite numbers have no meaning. Source: the
/// blocks of ggml's Q8_0, longer and with a whole float.
Bytes toBlockBytes(std::span<const float> numbers);

/// The bytes that `count` numbers take.
std::size_t blockBytesOf(std::size_t count);

/// The numbers again, each within s/2 of what it was; `bytes` has blockBytesOf(count) of them. Errors:
/// NotFinite, with the index of the block whose scale is so.
Result<std::vector<float>> fromBlockBytes(std::span<const std::uint8_t> bytes, std::size_t count);

} // namespace hg
