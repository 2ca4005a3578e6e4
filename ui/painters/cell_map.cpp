#include "ui/painters/cell_map.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// The values of one channel.
std::span<const double> planeOf(const TensorD& t, int channel)
{
    const auto cells = static_cast<std::size_t>(t.shape.cells());
    return std::span(t.data).subspan(static_cast<std::size_t>(channel) * cells, cells);
}

} // namespace

ValueRange ValueRange::of(std::span<const double> values)
{
    ValueRange range;
    for (const double v : values) {
        range.least = std::min(range.least, v);
        range.greatest = std::max(range.greatest, v);
    }
    return range;
}

CellMap mapOf(const ValueRange& range, const Theme& theme, const QColor& fill)
{
    const double most = std::max(-range.least, range.greatest);
    if (range.isSigned()) return {divergingRamp(theme), -most, most};
    return {roleRamp(theme, fill), 0, most == 0 ? 1 : range.least < 0 ? -most : most};
}

CellMaps::CellMaps(const ConvFigure& figure, const Theme& theme, const ConvLook& look)
{
    addInputs(figure, theme);
    if (!figure.scene.pooling) addKernels(figure, theme);
    addOutputs(figure, theme, look.hasOneScale);
}

void CellMaps::addInputs(const ConvFigure& figure, const Theme& theme)
{
    const ConvScene& scene = figure.scene;
    const int channels = scene.channels();
    const ValueRange whole = ValueRange::of(scene.input.data);
    const bool isShare = whole.least >= 0 && whole.greatest <= 1,
               isPhotograph = isShare && scene.origin == InputOrigin::Photograph,
               isSpectrogram = isShare && scene.hzPerRow > 0;
    for (int c = 0; c < channels; ++c)
        if (isPhotograph)
            m_inputs.push_back({channels == 3 ? photographRamp(c) : photographRamp(), 0, 1, false});
        else if (isSpectrogram)
            m_inputs.push_back({spectrogramRamp(), 0, 1});
        else // the channels of one input are one quantity
            m_inputs.push_back(mapOf(whole, theme, theme.role(Role::Input).fill));
}

void CellMaps::addKernels(const ConvFigure& figure, const Theme& theme)
{
    const int filters = figure.scene.filters();
    const ValueRange whole = ValueRange::of(figure.scene.kernel.data);
    for (int f = 0; f < filters; ++f)
        m_kernels.push_back(mapOf(whole, theme, theme.member(Role::Filter, f, filters)));
}

void CellMaps::addOutputs(const ConvFigure& figure, const Theme& theme, bool hasOneScale)
{
    const int filters = figure.outputShape().channels;
    const ValueRange whole = ValueRange::of(figure.output.data);
    for (int f = 0; f < filters; ++f)
        m_outputs.push_back(mapOf(hasOneScale ? whole : ValueRange::of(planeOf(figure.output, f)), theme,
                                  theme.member(Role::Output, f, filters)));
}

} // namespace hg
