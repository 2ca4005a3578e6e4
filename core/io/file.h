#pragma once

#include "core/util/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace hg {

using Bytes = std::vector<std::uint8_t>;

/// The largest file that is read whole: room for ten million numbers as text, and a bound on what a wrong
/// path can cost.
inline constexpr std::size_t largestFile = std::size_t{256} << 20;

/// A whole file, or standard input for "-". Pipes and devices are read to their end; a pipe that nobody
/// writes to is empty. Errors: FileNotFound, FileUnreadable, FileEmpty, TooLarge; `where` is the path.
Result<Bytes> readFile(const std::filesystem::path& path, std::size_t limit = largestFile);

/// Writes to a temporary beside the target and renames it, so that no half-written file is ever seen under
/// the name. Pipes and devices are written straight. Errors: FileUnwritable.
Result<void> writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> content);
Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

/// What a file is, by its first bytes and never by its name.
enum class FileKind { Gzip, Idx, Npy, Picture, Text, Unknown };
FileKind kindOf(std::span<const std::uint8_t> content);

/// Inflates a gzip stream (all its members), never beyond `limit` bytes whatever the stream announces.
/// Errors: BadGzip, TooLarge.
Result<Bytes> gunzip(std::span<const std::uint8_t> content, std::size_t limit = largestFile / 2);

} // namespace hg
