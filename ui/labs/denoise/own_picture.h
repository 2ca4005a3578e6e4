#pragma once

#include "core/util/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Numbers 0 … 1, others clipped, as bytes 0 … 255.
std::vector<std::uint8_t> greyBytes(std::span<const float> pixels);

/// The picture of a file as a digit of side × side, 0 … 1: one of that size as it is, another one as MNIST
/// made its digits of what was written, dark ink on light paper turned round. Nothing where the file is no
/// picture. Errors: those of reading it and of readPicture(); ShapesDoNotFit for `side` 0, where there is no
/// such picture.
std::optional<Result<std::vector<float>>> pictureIn(const std::filesystem::path& path, int side);

} // namespace hg
