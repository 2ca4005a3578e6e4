#pragma once

#include "core/io/array_file.h"

namespace hg {

/// A picture file (PNG, JPEG, BMP, PNM) as blocks of numbers 0 … 1: one for a grey picture, three for a
/// coloured one. The size is read and bounded before any pixel is decoded. Errors: UnknownKind for what Qt
/// cannot decode, BadPicture for what is damaged or cut off (no decoder's made-up pixels are taken),
/// TooManyNumbers.
Result<std::vector<Block>> readPicture(const Bytes& content, const std::string& where);

} // namespace hg
