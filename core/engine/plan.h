#pragma once

#include "core/nn/network.h"

#include <span>
#include <vector>

namespace hg {

/// Samples that the engine carries side by side through a network: its arrays are [feature][lane], so that
/// every layer vectorises over samples whatever its channel count. 64 floats are four cache lines; longer
/// powers of two alias.
inline constexpr int lanes = 64;

/// For each destination cell, the (source cell, kernel cell) pairs that reach it, in compressed rows.
struct TapTable {
    struct Entry {
        int cell;
        int kernel;
    };
    std::vector<int> start;
    std::vector<Entry> entries;

    std::span<const Entry> of(int cell) const
    {
        const auto first = static_cast<std::size_t>(start[static_cast<std::size_t>(cell)]);
        const auto last = static_cast<std::size_t>(start[static_cast<std::size_t>(cell) + 1]);
        return std::span(entries).subspan(first, last - first);
    }
};

/// A resolved layer with its tap tables (all but Dense).
struct PlannedLayer {
    ResolvedLayer layer;
    TapTable forward;  ///< output cell ← input cells
    TapTable backward; ///< input cell ← output cells
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

private:
    ResolvedNetwork m_network;
    std::vector<PlannedLayer> m_layers;
};

} // namespace hg
