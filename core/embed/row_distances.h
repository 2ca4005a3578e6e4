#pragma once

#include "core/kernels/byte_kernels.h"
#include "core/kernels/map_kernels.h"
#include "core/tensor/samples.h"
#include "core/util/aligned.h"
#include "core/util/workers.h"

#include <vector>

namespace hg {

/// Squared euclidean distances between rows, a tile of them at a time. Bytes are packed first, which takes
/// twice their memory; the squares of whole numbers are exact.
class RowDistances {
public:
    static constexpr int side = bytePanel;
    using Tile = std::vector<double>; ///< side × side

    RowDistances(const SampleView& samples, Workers& workers);

    int tiles() const { return (m_samples.count + side - 1) / side; }
    /// Rows of the a-th tile.
    int rows(int a) const;
    /// Between the a-th and the b-th `side` rows. May be called by several threads.
    void squares(int a, int b, Tile& tile) const;

private:
    void pack(int part);
    void byteSquares(int a, int b, Tile& tile) const;
    const std::uint32_t* panel(int tile, int pair) const;

    SampleView m_samples;
    int m_pairs = 0; // of features
    AlignedVector<std::uint32_t> m_packed;
    std::vector<double> m_norms; // squared, of bytes
};

} // namespace hg
