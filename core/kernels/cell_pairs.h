#pragma once

// How the kernels are told which cells of a layer meet: apart from their jobs, because plans hold it.

namespace hg {

/// One pair of a convolution's relation: the cell at the other side and the kernel's cell.
struct TapEntry {
    int cell;
    int kernel;
};

/// Neighbouring cells of a block of pairs: their rows of four channels are 16 KB, which the first-level cache
/// holds.
constexpr int pairBlock = 16;

/// A pair of cells that one kernel cell connects.
struct CellPair {
    int to;
    int from;
};

} // namespace hg
