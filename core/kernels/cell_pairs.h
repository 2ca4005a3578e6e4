#pragma once

// How the kernels are told which cells of a layer meet: apart from their jobs, because plans hold it.

namespace hg {

/// One pair of a convolution's relation: the cell at the other side and the kernel's cell.
struct TapEntry {
    int cell;
    int kernel;
};

/// Cells of a block of pairs: of a long row some neighbours, whose rows of four channels are 16 KB; of
/// shorter ones as many whole rows. A first-level cache of 48 KB holds those and the other side's. A smaller
/// one does not: more rows at once then cost no further loads, and sums stay in registers for longer.
constexpr int pairBlock = 16, pairBlockOfSmallCache = 56;
constexpr long smallCache = 32 * 1024;

/// Cells whose sums into one channel go on together.
constexpr int mostAlikeCells = 4;

/// A pair of cells that one kernel cell connects.
struct CellPair {
    int to;
    int from;
};

} // namespace hg
