#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
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

/// The first bytes of a regular file, `count` of them or all where there are fewer: enough to tell its kind.
/// Nothing for a pipe or a device, which would be waited for. Errors: FileNotFound, FileUnreadable.
Result<Bytes> readHead(const std::filesystem::path& path, std::size_t count = 4096);

/// Writes to a temporary beside the target and renames it, so that no half-written file is ever seen under
/// the name. Pipes and devices are written straight. Errors: FileUnwritable.
Result<void> writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> content);
Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

/// A file that is written piece by piece into a temporary beside it. `commit` gives it its name; without that
/// nothing is left behind, and whatever had the name before stays as it was. Errors: FileUnwritable.
class FileWriter {
public:
    static Result<FileWriter> create(const std::filesystem::path& path);
    ~FileWriter();
    FileWriter(FileWriter&& other) noexcept;
    FileWriter& operator=(FileWriter&&) = delete;

    Result<void> append(std::span<const std::uint8_t> content);
    Result<void> append(std::string_view content);
    /// The numbers' bytes as .npy has them.
    Result<void> append(std::span<const float> numbers);
    Result<void> commit();

private:
    explicit FileWriter(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty: nothing to take away
    std::ofstream m_out;
};

/// Whether a file of that name could be written, found out by beginning one: what long work asks first.
/// Errors: FileUnwritable.
Result<void> checkWritable(const std::filesystem::path& path);

/// CRC-32 as in PNG and gzip (ISO 3309, polynomial 0xEDB88320 reflected).
std::uint32_t checksum(std::span<const std::uint8_t> content);

/// What a file is, by its first bytes and never by its name.
enum class FileKind { Gzip, Zip, Idx, Npy, Picture, Sound, Model, Text, Unknown };
FileKind kindOf(std::span<const std::uint8_t> content);

/// The first bytes of a model file: no text, spoilt by a change of line ends, like PNG's.
inline constexpr std::string_view modelMagic("\x89HGL\r\n\x1a\n", 8);

/// Inflates a gzip stream (all its members), never beyond `limit` bytes whatever the stream announces.
/// Errors: BadGzip, TooLarge, Cancelled.
Result<Bytes> gunzip(std::span<const std::uint8_t> content, std::size_t limit = largestFile / 2,
                     const Watch& watch = {});

/// What the beginning of a gzip stream inflates to, `count` bytes at most; less, or nothing, where it is
/// damaged or cut off.
Bytes gunzipHead(std::span<const std::uint8_t> content, std::size_t count);

} // namespace hg
