#include "core/engine/plan.h"

namespace hg {
namespace {

/// Pairs of one axis: destination → (source, kernel).
using AxisPairs = std::vector<std::vector<TapTable::Entry>>;

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

PlannedLayer planLayer(const ResolvedLayer& layer)
{
    if (layer.spec.type == LayerType::Dense) return {layer, {}, {}};
    const ConvAxis &h = layer.geometry.h, &w = layer.geometry.w;
    // In the axis's own words: the small side has `output` cells, the large one `input` cells.
    TapTable smallFromLarge = product(gatherPairs(h), gatherPairs(w), w.input, w.kernel);
    TapTable largeFromSmall = product(scatterPairs(h), scatterPairs(w), w.output, w.kernel);
    const bool grows = layer.spec.type == LayerType::ConvTransposed || layer.spec.type == LayerType::Upsample;
    if (grows) return {layer, std::move(largeFromSmall), std::move(smallFromLarge)};
    return {layer, std::move(smallFromLarge), std::move(largeFromSmall)};
}

} // namespace

Plan::Plan(ResolvedNetwork network) : m_network(std::move(network))
{
    m_layers.reserve(m_network.layers.size());
    for (const ResolvedLayer& layer : m_network.layers)
        m_layers.push_back(planLayer(layer));
}

} // namespace hg
