#include "core/lab/grid_scale.h"

namespace hg {
namespace {

/// Where the output's cells stand along the input: `first` is their edge, in input cells.
GridScale placesOf(const ConvAxis& axis, bool hasGhost)
{
    const double step = hasGhost ? 1 : axis.stride, middle = axis.effectiveKernel() / 2.0 - axis.padBefore;
    return {middle - step / 2, step};
}

SpectrogramScales scalesOf(const ConvScene& s, const GridScale& rows, const GridScale& columns)
{
    const double top = s.input.shape.height * s.hzPerRow; // of the highest band
    return {{columns.first * s.secondsPerColumn, columns.step * s.secondsPerColumn},
            {top - rows.first * s.hzPerRow, -rows.step * s.hzPerRow}};
}

} // namespace

SpectrogramScales inputScales(const ConvFigure& figure)
{
    const bool t = figure.scene.isTransposed;
    const ConvGeometry& g = figure.geometry;
    return scalesOf(figure.scene, {t ? 0.0 : -g.h.padBefore, 1}, {t ? 0.0 : -g.w.padBefore, 1});
}

SpectrogramScales outputScales(const ConvFigure& figure, bool hasGhost)
{
    const ConvGeometry& g = figure.geometry;
    return scalesOf(figure.scene, placesOf(g.h, hasGhost), placesOf(g.w, hasGhost));
}

} // namespace hg
