#include "core/lab/zero_insertion.h"

#include "core/lab/conv_moment.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

int spread(int count, int stride)
{
    return (count - 1) * stride + 1;
}

/// (1, C,H,W) with zeros between the cells.
TensorD withZerosBetween(const TensorD& input, Axes stride)
{
    const Shape s = input.shape;
    TensorD result(1, {s.channels, spread(s.height, stride.h), spread(s.width, stride.w)});
    for (int ch = 0; ch < s.channels; ++ch)
        for (int r = 0; r < s.height; ++r)
            for (int c = 0; c < s.width; ++c)
                result.at(0, ch, r * stride.h, c * stride.w) = input.at(0, ch, r, c);
    return result;
}

/// Outputs to which nothing more is added after so many stamps.
int finished(const ConvFigure& transposed, int stamps)
{
    const ConvAxis& axis = transposed.geometry.w;
    if (stamps >= axis.output) return axis.input;
    return std::clamp(stamps * axis.stride - axis.padBefore, 0, axis.input);
}

} // namespace

ConvAxis zeroInsertedAxis(const ConvAxis& transposed)
{
    ConvAxis axis;
    axis.input = spread(transposed.output, transposed.stride);
    axis.kernel = transposed.kernel;
    axis.dilation = transposed.dilation;
    axis.padBefore = transposed.effectiveKernel() - 1 - transposed.padBefore;
    axis.output = transposed.input;
    axis.padAfter = axis.output - 1 + axis.effectiveKernel() - axis.padBefore - axis.input;
    return axis;
}

ConvFigure withNothingCropped(const ConvFigure& transposed)
{
    ConvFigure whole = transposed;
    whole.scene.activation = Activation::Linear;
    whole.geometry = {uncropped(transposed.geometry.h), uncropped(transposed.geometry.w)};
    whole.output = stampedOutput(transposed, transposed.positionCount()).values;
    return whole;
}

ConvFigure zeroInserted(const ConvFigure& transposed)
{
    const ConvGeometry g{zeroInsertedAxis(transposed.geometry.h), zeroInsertedAxis(transposed.geometry.w)};
    ConvScene scene = withDirection(transposed.scene, false);
    scene.kernel = turned(scene.kernel);
    scene.input = withZerosBetween(scene.input, scene.stride);
    scene.stride = {1, 1};
    scene.paddingH = {Padding::Kind::Explicit, g.h.padBefore, g.h.padAfter};
    scene.paddingW = {Padding::Kind::Explicit, g.w.padBefore, g.w.padAfter};
    scene.outputPadding = {0, 0};
    scene.convention = Convention::Keras; // NumPy's would turn the filter once more
    ConvFigure figure{scene, g, outputOf(scene, g), std::nullopt};
    figure.zerosBetween = Axes{transposed.scene.stride.h - 1, transposed.scene.stride.w - 1};
    return figure;
}

double twinTime(const ConvFigure& transposed, double t)
{
    const int before = static_cast<int>(std::floor(t));
    const double begun = finished(transposed, before), done = finished(transposed, before + 1);
    return begun + (t - before) * (done - begun);
}

} // namespace hg
