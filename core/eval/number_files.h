#pragma once

#include "core/data/dataset.h"
#include "core/embed/alignment.h"
#include "core/embed/pca.h"
#include "core/engine/model.h"
#include "core/util/watch.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace hg {

/// Rows of numbers as CSV, each with its label behind it where there are labels.
std::string labelledRows(std::span<const float> rows, std::size_t size, std::span<const int> labels);

/// What is made of samples for a file, a row each.
struct SampleNumbers {
    enum class Kind {
        Codes,    ///< as the network has them
        Rebuilt,  ///< the pictures that it makes of them, unclipped
        Aligned,  ///< codes after `alignment`
        PcaScores ///< by all components of `pca`
    };
    Kind kind = Kind::Codes;
    std::shared_ptr<const Model> model;
    SampleView samples;
    std::shared_ptr<const void> owner{}; ///< of the samples
    std::vector<int> labels{};           ///< of the samples, or none: behind the numbers in CSV
    std::optional<AffineMap> alignment{};
    std::optional<Pca> pca{};
};

/// Writes them, piece by piece, into a file that appears whole or not at all: .npy as float32, (n, size) or
/// of pictures (n, H, W); anything else as CSV. Codes have the bytes that `encode` writes, pictures those of
/// `decode`. Errors: FileUnwritable, NotFinite, Cancelled; `where` is the path.
Result<void> writeNumbers(const std::filesystem::path& path, const SampleNumbers& numbers, Workers& workers,
                          const Watch& watch = {});

/// The same of rows that are there (n, size).
Result<void> writeRows(const std::filesystem::path& path, std::span<const float> rows, std::size_t size,
                       std::span<const int> labels);

} // namespace hg
