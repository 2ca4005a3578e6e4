#include "core/engine/plan.h"

#include "core/kernels/isa.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hg {
namespace {

/// Pairs of one axis: destination → (source, kernel).
using AxisPairs = std::vector<std::vector<TapEntry>>;

AxisPairs gatherPairs(const ConvAxis& axis)
{
    AxisPairs pairs(static_cast<std::size_t>(axis.output));
    for (int o = 0; o < axis.output; ++o)
        for (const Tap& tap : tapsOfOutput(axis, o))
            if (tap.source != Tap::none)
                pairs[static_cast<std::size_t>(o)].push_back({tap.source, tap.kernel});
    return pairs;
}

AxisPairs scatterPairs(const ConvAxis& axis)
{
    AxisPairs pairs(static_cast<std::size_t>(axis.input));
    for (int i = 0; i < axis.input; ++i)
        for (const InputTap& tap : tapsOfInput(axis, i))
            pairs[static_cast<std::size_t>(i)].push_back({tap.output, tap.kernel});
    return pairs;
}

/// By the kernel cells that reach a cell; groups follow where they read, so that what they share is still
/// near.
void groupAlike(TapTable& table)
{
    std::map<std::vector<int>, std::vector<int>> byKernels;
    for (int cell = 0; cell + 1 < static_cast<int>(table.start.size()); ++cell) {
        std::vector<int> kernels;
        for (const TapEntry& tap : table.of(cell))
            kernels.push_back(tap.kernel);
        byKernels[kernels].push_back(cell);
    }
    std::multimap<int, std::span<const int>> groups;
    for (const auto& [kernels, cells] : byKernels)
        for (std::size_t first = 0; first < cells.size(); first += mostAlikeCells) {
            const auto group =
                std::span(cells).subspan(first, std::min<std::size_t>(mostAlikeCells, cells.size() - first));
            groups.emplace(kernels.empty() ? 0 : table.of(group.front()).front().cell, group);
        }
    table.groupStart.push_back(0);
    for (const auto& [source, group] : groups) {
        table.alike.insert(table.alike.end(), group.begin(), group.end());
        table.groupStart.push_back(static_cast<int>(table.alike.size()));
    }
}

TapTable product(const AxisPairs& rows, const AxisPairs& columns, int sourceWidth, int kernelWidth)
{
    TapTable table;
    table.start.push_back(0);
    for (const auto& row : rows)
        for (const auto& column : columns) {
            for (const auto& r : row)
                for (const auto& c : column)
                    table.entries.push_back(
                        {r.cell * sourceWidth + c.cell, r.kernel * kernelWidth + c.kernel});
            table.start.push_back(static_cast<int>(table.entries.size()));
        }
    return table;
}

/// The taps of one block, by kernel cell.
void addBlock(const TapTable& taps, int first, int last, PairTable& table)
{
    std::vector<std::vector<CellPair>> byKernel(static_cast<std::size_t>(table.kernelCells));
    for (int cell = first; cell < last; ++cell)
        for (const TapEntry& tap : taps.of(cell))
            byKernel[static_cast<std::size_t>(tap.kernel)].push_back({cell, tap.cell});
    for (const auto& pairs : byKernel) {
        table.pairs.insert(table.pairs.end(), pairs.begin(), pairs.end());
        table.start.push_back(static_cast<int>(table.pairs.size()));
    }
    ++table.blocks;
}

/// No bit depends on the blocks: a kernel cell meets its pairs in one order, whatever they are.
PairTable pairTable(const TapTable& taps, Shape out, int kernelCells)
{
    PairTable table{.start = {0}, .kernelCells = kernelCells};
    const int shortRows = nearestCacheBytes() > smallCache ? pairBlock : pairBlockOfSmallCache;
    const int rows = out.width <= pairBlock ? shortRows / out.width : 1;
    const int columns = std::min(pairBlock, out.width);
    for (int row = 0; row < out.height; row += rows) {
        const int end = std::min(row + rows, out.height) * out.width;
        for (int cell = row * out.width; cell < end; cell += rows * columns)
            addBlock(taps, cell, std::min(cell + rows * columns, end), table);
    }
    return table;
}

PlannedLayer planLayer(const ResolvedLayer& layer, int index)
{
    const LayerReach reach = layerKind(layer.spec.type).reach;
    if (reach == LayerReach::Everything) return {layer, index, {}, {}, {}};
    const ConvAxis &h = layer.geometry.h, &w = layer.geometry.w;
    // In the axis's own words: the small side has `output` cells, the large one `input` cells.
    TapTable smallFromLarge = product(gatherPairs(h), gatherPairs(w), w.input, w.kernel);
    TapTable largeFromSmall = product(scatterPairs(h), scatterPairs(w), w.output, w.kernel);
    if (reach == LayerReach::Transposed) std::swap(smallFromLarge, largeFromSmall);
    PlannedLayer planned{layer, index, std::move(smallFromLarge), std::move(largeFromSmall), {}};
    if (layer.weightCount == 0) return planned;
    planned.pairs = pairTable(planned.forward, layer.out, h.kernel * w.kernel);
    if (layer.out.channels == 1) groupAlike(planned.forward);
    if (layer.in.channels == 1 && index > 0) groupAlike(planned.backward);
    return planned;
}

double multiplyAddsOf(const PlannedLayer& planned)
{
    const ResolvedLayer& layer = planned.layer;
    if (layerKind(layer.spec.type).reach == LayerReach::Everything)
        return static_cast<double>(layer.weightCount);
    const double taps = static_cast<double>(planned.forward.entries.size()) * layer.in.channels;
    return layer.weightCount > 0 ? taps * layer.out.channels : taps;
}

} // namespace

Plan::Plan(ResolvedNetwork network) : m_network(std::move(network))
{
    m_layers.reserve(m_network.layers.size());
    for (const ResolvedLayer& layer : m_network.layers)
        m_layers.push_back(planLayer(layer, static_cast<int>(m_layers.size())));
}

double Plan::multiplyAdds() const
{
    double sum = 0;
    for (const PlannedLayer& planned : m_layers)
        sum += multiplyAddsOf(planned);
    return sum;
}

std::size_t Plan::widestLayer() const
{
    std::size_t widest = inputSize();
    for (const PlannedLayer& planned : m_layers)
        widest = std::max(widest, planned.layer.out.size());
    return widest;
}

} // namespace hg
