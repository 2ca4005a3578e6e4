#pragma once

#include "core/data/dataset.h"

#include <filesystem>
#include <string_view>

namespace hg {

/// A folder of pictures, in natural order of their names, as grey samples of one size. Where it holds folders
/// instead, each is a class, and the label is its place in that order, from 0. Hidden files and those that
/// file managers leave behind are passed over; anything else that is no picture is an error that names it.
/// Errors: FileEmpty for a folder without pictures, PicturesDiffer, LoosePicture for a picture beside
/// folders, UnknownKind, TooManyNumbers, and the decoder's.
Result<Samples> loadPictureFolder(const std::filesystem::path& folder, const PictureDecoder& decode);

/// Whether `a` comes before `b` in natural order: digits compare as numbers, letters whatever their case.
bool naturalLess(std::string_view a, std::string_view b);

} // namespace hg
