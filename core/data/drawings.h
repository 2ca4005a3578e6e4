#pragma once

#include "core/data/data_request.h"
#include "core/util/result.h"

#include <filesystem>
#include <span>

namespace hg {

inline constexpr int drawingSide = 28;

/// Adds a drawing, 28 × 28 numbers 0…1, to a file of them: a CSV like Kaggle's, with the label before its
/// pixels from 0 to 255, so that other programs read it too. Gives how many there are now. Errors: those of
/// reading and writing; ShapesDoNotFit where what is there is something else, which then stays as it was.
Result<int> keepDrawing(const std::filesystem::path& file, int label, std::span<const float> drawing);

/// How many such a file holds; 0 where there is none.
int drawingsIn(const std::filesystem::path& file);

/// That file as data.
DataRequest drawingsOf(const std::filesystem::path& file);

} // namespace hg
