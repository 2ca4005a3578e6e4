#pragma once

#include "core/kernels/cell_pairs.h"
#include "core/nn/network.h"

#include <span>
#include <vector>

namespace hg {

/// For each destination cell, the (source cell, kernel cell) pairs that reach it, in compressed rows.
struct TapTable {
    std::vector<int> start;
    std::vector<TapEntry> entries;
    /// Where sums go into one channel: the cells by groups of at most mostAlikeCells that the same kernel
    /// cells reach, and (groups + 1) where these begin. Empty elsewhere.
    std::vector<int> alike, groupStart;

    std::span<const TapEntry> of(int cell) const
    {
        const auto first = static_cast<std::size_t>(start[static_cast<std::size_t>(cell)]);
        const auto last = static_cast<std::size_t>(start[static_cast<std::size_t>(cell) + 1]);
        return std::span(entries).subspan(first, last - first);
    }
};

/// The same relation grouped for the weights' gradient: by blocks of neighbouring output cells, then by
/// kernel cell.
struct PairTable {
    std::vector<int> start;
    std::vector<CellPair> pairs;
    int blocks = 0;
    int kernelCells = 0;
};

/// A resolved layer with its tables: none where it reaches everything, pairs for what has weights.
struct PlannedLayer {
    ResolvedLayer layer;
    int index = 0;     ///< its place in the network
    TapTable forward;  ///< output cell ← input cells
    TapTable backward; ///< input cell ← output cells
    PairTable pairs;
};

/// A network compiled for the engine: immutable, shared by training, snapshots and decoding on any thread.
class Plan {
public:
    explicit Plan(ResolvedNetwork network);

    const ResolvedNetwork& network() const { return m_network; }
    const std::vector<PlannedLayer>& layers() const { return m_layers; }
    std::size_t parameterCount() const { return m_network.parameterCount; }
    std::size_t inputSize() const { return m_network.network.input.size(); }
    std::size_t outputSize() const { return m_network.outputShape().size(); }
    int layerCount() const { return static_cast<int>(m_layers.size()); }
    /// Layers before this index encode, the rest decode.
    int decoderStart() const { return m_network.network.codeLayer + 1; }
    int codeSize() const { return m_network.codeSize(); }
    /// Products that a sample costs on its way forward; training it costs about three times as many.
    double multiplyAdds() const;
    /// The largest layer's numbers a sample, the input included.
    std::size_t widestLayer() const;

private:
    ResolvedNetwork m_network;
    std::vector<PlannedLayer> m_layers;
};

} // namespace hg
