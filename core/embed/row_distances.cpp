#include "core/embed/row_distances.h"

#include <algorithm>

namespace hg {

RowDistances::RowDistances(const SampleView& samples, Workers& workers) : m_samples(samples)
{
    if (!samples.bytes) return;
    m_pairs = static_cast<int>((samples.features + 1) / 2);
    m_packed.resize(static_cast<std::size_t>(tiles()) * static_cast<std::size_t>(m_pairs) * side);
    m_norms.resize(static_cast<std::size_t>(tiles()) * side);
    workers.run(tiles(), [&](int part) { pack(part); });
}

int RowDistances::rows(int a) const
{
    return std::min(side, m_samples.count - a * side);
}

const std::uint32_t* RowDistances::panel(int tile, int pair) const
{
    return m_packed.data() + (static_cast<std::size_t>(tile) * static_cast<std::size_t>(m_pairs) +
                              static_cast<std::size_t>(pair)) *
                                 side;
}

void RowDistances::pack(int part)
{
    const std::size_t first = static_cast<std::size_t>(part) * side;
    const std::uint8_t* bytes = m_samples.bytes + first * m_samples.features;
    byteKernels().pack({.bytes = bytes,
                        .vectorStep = static_cast<std::ptrdiff_t>(m_samples.features),
                        .entryStep = 1,
                        .vectors = rows(part),
                        .entries = static_cast<int>(m_samples.features),
                        .appendsOnes = false,
                        .pairs = m_pairs,
                        .panel = m_packed.data() + (panel(part, 0) - m_packed.data())});
    for (int r = 0; r < rows(part); ++r) {
        const std::uint8_t* row = bytes + static_cast<std::size_t>(r) * m_samples.features;
        double sum = 0;
        for (std::size_t f = 0; f < m_samples.features; ++f)
            sum += row[f] * row[f];
        m_norms[first + static_cast<std::size_t>(r)] = sum;
    }
}

/// |a|² + |b|² − 2·a·b, in whole numbers until the end.
void RowDistances::byteSquares(int a, int b, Tile& tile) const
{
    constexpr int pairsPerJob = 512;
    std::fill(tile.begin(), tile.end(), 0.0);
    for (int p = 0; p < m_pairs; p += pairsPerJob)
        byteKernels().addProducts({.a = panel(a, p),
                                   .b = panel(b, p),
                                   .pairs = std::min(pairsPerJob, m_pairs - p),
                                   .sums = tile.data(),
                                   .row = side});
    for (std::size_t i = 0; i < side; ++i)
        for (std::size_t j = 0; j < side; ++j) {
            double& value = tile[i * side + j];
            value = (m_norms[static_cast<std::size_t>(a) * side + i] +
                     m_norms[static_cast<std::size_t>(b) * side + j] - 2 * value) /
                    (255.0 * 255.0);
        }
}

void RowDistances::squares(int a, int b, Tile& tile) const
{
    tile.resize(std::size_t{side} * side);
    if (m_samples.bytes) return byteSquares(a, b, tile);
    const std::size_t fromA = static_cast<std::size_t>(a) * side * m_samples.features,
                      fromB = static_cast<std::size_t>(b) * side * m_samples.features;
    if (m_samples.floats)
        mapKernels().squaredDistancesFloat({m_samples.floats + fromA, m_samples.floats + fromB, rows(a),
                                            rows(b), m_samples.features, tile.data(), side});
    else
        mapKernels().squaredDistancesDouble({m_samples.doubles + fromA, m_samples.doubles + fromB, rows(a),
                                             rows(b), m_samples.features, tile.data(), side});
}

} // namespace hg
