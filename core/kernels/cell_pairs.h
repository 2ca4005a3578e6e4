#pragma once

// How the kernels are told which cells of a layer meet: apart from their jobs, because plans hold it.

namespace hg {

/// One pair of a convolution's relation: the cell at the other side and the kernel's cell.
struct TapEntry {
    int cell;
    int kernel;
};

/// Cells of a block of pairs: of a long row some neighbours, whose rows of four channels are 16 KB, which the
/// first-level cache holds; of shorter ones whole rows, that sums stay in registers for as long.
constexpr int pairBlock = 16, shortRowsBlock = 56;

/// Cells whose sums into one channel go on together.
constexpr int mostAlikeCells = 4;

/// A pair of cells that one kernel cell connects.
struct CellPair {
    int to;
    int from;
};

} // namespace hg
