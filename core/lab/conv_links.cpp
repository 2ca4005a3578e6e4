#include "core/lab/conv_links.h"

namespace hg {
namespace {

/// Whether a filter looks at a channel at all.
bool isConnected(const ConvScene& s, int filter, int channel)
{
    if (s.pooling) return filter == channel;
    if (s.groups == 1) return true;
    return filter / (s.filters() / s.groups) == channel / (s.channels() / s.groups);
}

/// The weight as it is applied, by its place in the filter as it slides.
double appliedWeight(const ConvFigure& figure, const TensorD& applied, int filter, int channel, int kr,
                     int kc)
{
    const ConvScene& s = figure.scene;
    if (s.pooling) return 1;
    return s.isTransposed ? applied.at(channel, filter, kr, kc)
                          : applied.at(filter, channel % applied.shape.channels, kr, kc);
}

/// One link from its tap along rows and columns: `small` is the side that the axis calls output.
Link linkOf(const ConvFigure& figure, const TensorD& applied, int filter, int channel, const InputTap& r,
            const InputTap& c)
{
    const bool t = figure.scene.isTransposed;
    Link link{channel,
              t ? r.output : r.index,
              t ? c.output : c.index,
              filter,
              t ? r.index : r.output,
              t ? c.index : c.output,
              r.kernel,
              c.kernel,
              0};
    link.weight = appliedWeight(figure, applied, filter, channel, r.kernel, c.kernel);
    return link;
}

std::vector<InputTap> tapsOfSmallSide(const ConvAxis& axis, int o)
{
    std::vector<InputTap> taps;
    forEachTap(axis, o, [&](const Tap& t) { taps.push_back({o, t.kernel, t.index}); });
    return taps;
}

} // namespace

std::vector<Link> linksOfOutput(const ConvFigure& figure, OutputCell cell)
{
    std::vector<Link> links;
    for (const Term& t : sumBehind(figure.scene, figure.geometry, cell).terms)
        links.push_back({t.channel, t.row, t.column, cell.filter, cell.row, cell.column, t.kernelRow,
                         t.kernelColumn, t.weight});
    return links;
}

std::vector<Link> linksOfInput(const ConvFigure& figure, int channel, int row, int column, int filter)
{
    if (!isConnected(figure.scene, filter, channel)) return {};
    const TensorD applied = appliedKernel(figure.scene);
    const ConvGeometry& g = figure.geometry;
    const bool t = figure.scene.isTransposed;
    const auto rows = t ? tapsOfSmallSide(g.h, row) : tapsOfInput(g.h, row);
    const auto columns = t ? tapsOfSmallSide(g.w, column) : tapsOfInput(g.w, column);
    std::vector<Link> links;
    for (const InputTap& r : rows)
        for (const InputTap& c : columns) {
            if (t && (!g.h.isInside(r.index) || !g.w.isInside(c.index))) continue; // cropped away
            links.push_back(linkOf(figure, applied, filter, channel, r, c));
        }
    return links;
}

std::vector<Link> linksOfWeight(const ConvFigure& figure, int filter, int channel, int kernelRow,
                                int kernelColumn)
{
    if (!isConnected(figure.scene, filter, channel)) return {};
    const TensorD applied = appliedKernel(figure.scene);
    const ConvGeometry& g = figure.geometry;
    std::vector<Link> links;
    for (int r = 0; r < g.h.output; ++r)
        for (int c = 0; c < g.w.output; ++c) {
            const InputTap tr{r, kernelRow, g.h.windowStart(r) + kernelRow * g.h.dilation},
                tc{c, kernelColumn, g.w.windowStart(c) + kernelColumn * g.w.dilation};
            links.push_back(linkOf(figure, applied, filter, channel, tr, tc));
        }
    return links;
}

} // namespace hg
