#pragma once

#include "core/io/array_file.h"

#include <array>
#include <filesystem>
#include <optional>

namespace hg {

/// A picture file (PNG, JPEG, BMP, PNM) as blocks of numbers 0 … 1: one for a grey picture, three for a
/// coloured one. The size is read and bounded before any pixel is decoded. Errors: UnknownKind for what Qt
/// cannot decode, BadPicture for what is damaged or cut off (no decoder's made-up pixels are taken),
/// TooManyNumbers. Where `side` is not 0 a larger picture comes smaller, its shorter side at least twice
/// that, and may have as many pixels as photographs have.
Result<std::vector<Block>> readPicture(const Bytes& content, const std::string& where, int side = 0);

/// Height and width of a picture file as a viewer shows it, by its header alone; nothing where there is none.
std::optional<std::array<int, 2>> pictureSize(const std::filesystem::path& path);

} // namespace hg
