#pragma once

#include "core/data/dataset.h"

#include <array>
#include <filesystem>
#include <vector>

namespace hg {

/// The files of a folder that belong to a set of IDX files, by the words in their names: train, or t10k or
/// test; images or labels; in any case and whatever stands around them.
struct IdxFiles {
    /// Training pictures and labels, held-out pictures and labels; in natural order. A file compressed beside
    /// the same one plain is left out.
    std::array<std::vector<std::filesystem::path>, 4> ofRole;

    bool isEmpty() const;
};

/// What is IDX by its content, gzip or not, or says so in its name (idx): a damaged one is to be named.
/// Errors: FileUnreadable.
Result<IdxFiles> findIdxFiles(const std::filesystem::path& folder);

/// The set of a folder. Errors: SetIncomplete and TwoSets, those of parseIdx, and CountMismatch,
/// AxesDoNotFit, ShapesDoNotFit. Cancelled: asked before each file and while one is unpacked.
Result<Dataset> loadIdxFolder(const std::filesystem::path& folder, const IdxFiles& files,
                              const Watch& watch = {});

} // namespace hg
