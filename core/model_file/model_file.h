#pragma once

#include "core/engine/model.h"
#include "core/io/file.h"
#include "core/train/recipe.h"

namespace hg {

/// A trained network as a file keeps it: docs/model-file.md.
struct SavedModel {
    Model model;
    Recipe recipe;       ///< how it was trained, the seed included
    std::string library; ///< the version of this program that wrote it
};

/// The file's bytes, the same for the same model and recipe: nothing in them depends on time or place. The
/// library is this one's version, whatever `saved` says.
Bytes toModelFile(const SavedModel& saved);

/// Bytes that the file of a network will have at most.
std::size_t largestModelFile(const ResolvedNetwork& network);

/// Reads a model file. Every length is checked against the bytes that are there, and the checksum against all
/// of them, before memory is taken. Errors, all with `where`: UnknownKind, VersionUnknown, SizeMismatch,
/// ChecksumWrong, those of `parseNetwork` and `resolve`, NotFinite for a weight.
Result<SavedModel> parseModelFile(std::span<const std::uint8_t> content, const std::string& where);

} // namespace hg
