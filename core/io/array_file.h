#pragma once

#include "core/io/file.h"
#include "core/tensor/tensor.h"

#include <string>

namespace hg {

/// What one array file may hold: a bound on memory and time, whatever the file's header says.
inline constexpr std::size_t mostNumbers = 10'000'000;
inline constexpr std::size_t mostBlocks = 1'000'000; ///< each costs more than the numbers of a small one

/// A table of numbers: one block of an array file.
struct Block {
    int rows = 0;
    int columns = 0;
    std::vector<double> values; ///< row-major
    int line = 0;               ///< where it begins in a text, from 1; 0 in other files
};

/// Whether all blocks have `rows` rows, or those of the first where that is 0, and the columns of the first.
/// Errors: BlocksDiffer with the line of the first that does not, its rows and columns, and those expected.
Result<void> checkAlike(std::span<const Block> blocks, const std::string& where, int rows = 0);
/// Blocks that are alike, at least one, as one tensor (n, 1,rows,columns). Errors: those of checkAlike().
Result<TensorD> stacked(std::span<const Block> blocks, const std::string& where, int rows = 0);

/// Blocks of numbers from CSV: commas, one row a line, blocks separated by one blank line; blanks and tabs
/// around a number, CRLF, a byte-order mark and trailing newlines are fine. Numbers are plain decimal and
/// within float's range. The first line may name the columns: words, with no number among them. Errors:
/// NotANumber, NotFinite, RaggedBlock, EmptyBlock, FileEmpty, TooManyNumbers, TooManyBlocks.
Result<std::vector<Block>> parseCsv(std::span<const std::uint8_t> content, const std::string& where);

/// Blocks from NumPy's format: float16, float32, float64, whole numbers of 8 to 64 bits or bool, of either
/// byte order, C or Fortran order, 1 to 4 axes, finite. The last two axes are a block (of one row where there
/// is one axis); the ones before are flattened into blocks. With `lastAxisOnly` each row is a block of its
/// own. Errors: BadHeader, SizeMismatch, FileEmpty, NotFinite (with the index in row-major order),
/// TooManyNumbers, TooManyBlocks; sizes are checked before memory is taken. Source: NumPy,
/// "numpy.lib.format", versions 1 to 3.
Result<std::vector<Block>> parseNpy(std::span<const std::uint8_t> content, const std::string& where,
                                    bool lastAxisOnly = false);

/// The lengths of the 1 to 4 axes that a .npy file announces, which its blocks no longer tell. Errors:
/// BadHeader, SizeMismatch.
Result<std::vector<std::size_t>> npyAxes(std::span<const std::uint8_t> content, const std::string& where);

/// Whether a .npy file holds unsigned bytes, as pictures are kept.
bool npyHoldsBytes(std::span<const std::uint8_t> content);
/// Those bytes, row-major. Errors: BadHeader, SizeMismatch, FileEmpty.
Result<Bytes> npyBytes(Bytes content, const std::string& where);

/// Rows of CSV, numbers in their shortest form that reads back the same float.
std::string toCsv(std::span<const float> values, int columns);

/// A little-endian float32 array in NumPy's format, version 1, the header padded to 64 bytes.
Bytes toNpy(std::span<const float> values, std::span<const int> axes);

/// The part of such a file before its numbers.
Bytes npyHeader(std::span<const int> axes);

/// The shortest decimal form that reads back as the same number, in the C locale. Finite numbers only.
std::string shortest(float value);
std::string shortest(double value);

} // namespace hg
