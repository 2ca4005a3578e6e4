#pragma once

#include <stddef.h>
#include <stdint.h>

// Exact sums of products of bytes as plain jobs, for sources compiled for several instruction sets:
// declarations only.

namespace hg {

/// Vectors of bytes that lie side by side in a panel, which holds for each pair of their entries one number
/// a vector: entry 2p in its low half, entry 2p+1 in its high half.
constexpr int bytePanel = 48;
/// Pairs of one job at most: 2·255² a pair still fit an int of 32 bits.
constexpr int mostBytePairs = 16'000;

/// Packs entries first … first+2·pairs−1 of up to bytePanel vectors, entry e of vector v being
/// bytes[v·vectorStep + e·entryStep]. Entries from `entries` on are zero; so are vectors from `vectors` on,
/// except that vector `vectors` is made of ones where `appendsOnes` (its products are sums).
struct BytePackJob {
    const uint8_t* bytes;
    ptrdiff_t vectorStep, entryStep;
    int vectors;      ///< 0 … bytePanel
    int entries;      ///< 0 … 2·pairs
    bool appendsOnes; ///< needs vectors < bytePanel
    int pairs;
    uint32_t* panel; ///< (pairs, bytePanel)
};

/// sums[a][b] += Σ_e a_e·b_e for the vectors of two panels. The sums are exact as long as they stay below
/// 2⁵³.
struct ByteProductJob {
    const uint32_t* a;
    const uint32_t* b;
    int pairs;     ///< 0 … mostBytePairs
    double* sums;  ///< bytePanel × bytePanel
    ptrdiff_t row; ///< from one row of sums to the next
};

struct ByteKernels {
    void (*pack)(const BytePackJob&);
    void (*addProducts)(const ByteProductJob&);
};

} // namespace hg
