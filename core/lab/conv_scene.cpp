#include "core/lab/conv_scene.h"

#include "core/audio/line_convolution.h"
#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

Result<ConvAxis> axisOf(const ConvScene& s, bool isRows)
{
    const Shape in = s.input.shape;
    const Axes k = s.kernelSize();
    const AxisChoice choice{isRows ? in.height : in.width,    isRows ? k.h : k.w,
                            isRows ? s.stride.h : s.stride.w, isRows ? s.dilation.h : s.dilation.w,
                            isRows ? s.paddingH : s.paddingW, isRows && s.axes == 1 ? Fill::Zeros : s.fill};
    const char* name = isRows ? "rows" : "columns";
    if (!s.isTransposed) return forwardAxis(choice, s.convention, name);
    const bool hasOutputPadding = choice.padding.kind == Padding::Kind::Explicit;
    return transposedAxis(choice, s.convention,
                          hasOutputPadding ? std::optional(isRows ? s.outputPadding.h : s.outputPadding.w)
                                           : std::nullopt,
                          name);
}

/// Stride 1 from the first kept cell to the last: only what stands between kept ones is shown.
ConvAxis atStrideOne(ConvAxis axis)
{
    axis.output = (axis.output - 1) * axis.stride + 1;
    axis.stride = 1;
    return axis;
}

/// What the stride keeps of the result at stride 1: the same sums.
TensorD keptOf(const TensorD& strideOne, const ConvGeometry& g)
{
    TensorD kept(1, {strideOne.shape.channels, g.h.output, g.w.output});
    for (int f = 0; f < kept.shape.channels; ++f)
        for (int r = 0; r < g.h.output; ++r)
            for (int c = 0; c < g.w.output; ++c)
                kept.at(0, f, r, c) = strideOne.at(0, f, r * g.h.stride, c * g.w.stride);
    return kept;
}

double patternValue(int row, int column)
{
    return (row * 5 + column * 3 + row * column) % 4;
}

/// The blocks of `old` cut or continued to `n` samples of `shape`; what is new repeats the pattern, shifted
/// from block to block.
TensorD resized(const TensorD& old, int n, Shape shape)
{
    TensorD result(n, shape);
    const Shape s = old.shape;
    for (int i = 0; i < n; ++i)
        for (int ch = 0; ch < shape.channels; ++ch)
            for (int r = 0; r < shape.height; ++r)
                for (int c = 0; c < shape.width; ++c)
                    result.at(i, ch, r, c) = i < old.n && ch < s.channels && r < s.height && c < s.width
                                                 ? old.at(i, ch, r, c)
                                                 : patternValue(r + 2 * i + 3 * ch, c + i + ch);
    return result;
}

/// Channels `first` … `first + count − 1` of the input.
TensorD channelsOf(const TensorD& input, int first, int count)
{
    const Shape s = input.shape;
    const std::size_t plane = Shape{1, s.height, s.width}.size();
    const auto begin =
        input.data.begin() + static_cast<std::ptrdiff_t>(plane * static_cast<std::size_t>(first));
    return {1,
            {count, s.height, s.width},
            std::vector<double>(
                begin, begin + static_cast<std::ptrdiff_t>(plane * static_cast<std::size_t>(count)))};
}

TensorD filtersOf(const TensorD& kernels, int first, int count)
{
    return {
        count, kernels.shape,
        std::vector<double>(kernels.sample(first),
                            kernels.sample(first) + static_cast<std::size_t>(count) * kernels.shape.size())};
}

/// Each group of filters on its own channels, one below the other.
TensorD convolveGroups(const ConvScene& s, const TensorD& kernels, const ConvGeometry& g)
{
    TensorD output(1, {kernels.n, g.h.output, g.w.output}, {});
    const int channels = kernels.shape.channels, filters = kernels.n / s.groups;
    for (int group = 0; group < s.groups; ++group) {
        const auto bias = s.bias.empty() ? std::vector<double>{}
                                         : std::vector<double>(s.bias.begin() + group * filters,
                                                               s.bias.begin() + (group + 1) * filters);
        const TensorD part = convolve(channelsOf(s.input, group * channels, channels),
                                      filtersOf(kernels, group * filters, filters), bias, g);
        output.data.insert(output.data.end(), part.data.begin(), part.data.end());
    }
    return output;
}

TensorD sumsOf(const ConvScene& s, const ConvGeometry& g)
{
    if (s.pooling) return pool(s.input, *s.pooling, g);
    if (s.isTransposed)
        return s.axes == 1 ? convolveLineTransposed(s.input, s.kernel, s.bias, g.w)
                           : convolveTransposed(s.input, s.kernel, s.bias, g);
    const TensorD kernels = appliedKernel(s);
    if (s.axes == 1 && s.groups == 1) return convolveLine(s.input, kernels, s.bias, g.w);
    return s.groups > 1 ? convolveGroups(s, kernels, g) : convolve(s.input, kernels, s.bias, g);
}

Error unfit(const char* what, double found, double expected)
{
    return {ErrorCode::ShapesDoNotFit, {}, {found, expected}, what};
}

} // namespace

int ConvFigure::positionCount() const
{
    return geometry.h.output * geometry.w.output; // the axis's small side is both
}

Result<void> checkShapes(const ConvScene& s)
{
    if (s.axes == 1 && (s.input.shape.height != 1 || s.kernel.shape.height != 1))
        return Error{ErrorCode::AxesDoNotFit, {}, {2, 1}};
    if (s.pooling) {
        if (s.isTransposed || s.fill != Fill::Zeros) return Error{ErrorCode::FillNotAllowed, {}, {}, "rows"};
        return {};
    }
    const int channels = s.channels();
    const int perFilter = s.isTransposed ? s.kernel.n : s.kernel.shape.channels * s.groups;
    if (s.groups < 1 || s.filters() % s.groups != 0) return unfit("groups", s.groups, s.filters());
    if (s.isTransposed && s.groups != 1) return unfit("groups", s.groups, 1);
    if (perFilter != channels) return unfit("channels", perFilter, channels);
    if (!s.bias.empty() && static_cast<int>(s.bias.size()) != s.filters())
        return unfit("bias", double(s.bias.size()), s.filters());
    return {};
}

Result<ConvGeometry> geometryOf(const ConvScene& scene)
{
    if (const auto fits = checkShapes(scene); !fits) return fits.error();
    const auto h = axisOf(scene, true), w = axisOf(scene, false);
    if (!h) return h.error();
    if (!w) return w.error();
    const ConvGeometry geometry{*h, *w};
    if (const auto met = scene.pooling ? checkPoolingWindows(geometry) : Result<void>(); !met)
        return met.error();
    return geometry;
}

Shape outputShape(const ConvScene& scene, const ConvGeometry& g)
{
    return scene.isTransposed ? Shape{scene.filters(), g.h.input, g.w.input}
                              : Shape{scene.filters(), g.h.output, g.w.output};
}

TensorD appliedKernel(const ConvScene& scene)
{
    const bool isTurned = scene.convention == Convention::NumPy && !scene.isTransposed && !scene.pooling;
    return isTurned ? turned(scene.kernel) : scene.kernel;
}

TensorD outputOf(const ConvScene& scene, const ConvGeometry& geometry)
{
    TensorD output = sumsOf(scene, geometry);
    if (scene.activation != Activation::Linear)
        for (double& y : output.data)
            y = activate(scene.activation, y);
    return output;
}

Sum sumBehind(const ConvScene& s, const ConvGeometry& g, OutputCell cell)
{
    if (s.pooling) return sumBehindPool(s.input, *s.pooling, g, cell);
    if (s.isTransposed) return sumBehindTransposed(s.input, s.kernel, s.bias, g, cell);
    const TensorD kernels = appliedKernel(s);
    if (s.groups == 1) return hg::sumBehind(s.input, kernels, s.bias, g, cell);
    const int channels = kernels.shape.channels, group = cell.filter / (kernels.n / s.groups);
    Sum sum = hg::sumBehind(channelsOf(s.input, group * channels, channels), kernels, s.bias, g, cell);
    for (Term& term : sum.terms)
        term.channel += group * channels;
    return sum;
}

Result<ConvFigure> evaluate(const ConvScene& scene)
{
    const auto geometry = geometryOf(scene);
    if (!geometry) return geometry.error();
    if (scene.isTransposed || (geometry->h.stride == 1 && geometry->w.stride == 1))
        return ConvFigure{scene, *geometry, outputOf(scene, *geometry), std::nullopt};
    TensorD strideOne = outputOf(scene, {atStrideOne(geometry->h), atStrideOne(geometry->w)});
    TensorD kept = keptOf(strideOne, *geometry);
    return ConvFigure{scene, *geometry, std::move(kept), std::move(strideOne)};
}

std::optional<ConvScene> nearestWorking(const ConvScene& scene)
{
    std::vector<ConvScene> candidates;
    const auto candidate = [&](auto change) {
        ConvScene changed = scene;
        change(changed);
        candidates.push_back(changed);
    };
    candidate([](ConvScene& s) { s.outputPadding = {0, 0}; });
    candidate([](ConvScene& s) { s.fill = Fill::Zeros; });
    candidate([](ConvScene& s) { s.convention = Convention::Keras; });
    candidate([](ConvScene& s) { s.dilation = {1, 1}; });
    candidate([](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Valid}; });
    candidate([](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Same}; });
    const Axes k = scene.kernelSize();
    const Shape in = scene.input.shape;
    candidate([&](ConvScene& s) {
        s = withKernelSize(s, {std::min(k.h, in.height), std::min(k.w, in.width)});
    });
    candidate([&](ConvScene& s) {
        s = withKernelSize(s, {std::min(k.h, in.height), std::min(k.w, in.width)});
        s.dilation = {1, 1};
    });
    for (const ConvScene& c : candidates)
        if (c != scene && geometryOf(c)) return c;
    return std::nullopt;
}

ConvScene withInputSize(const ConvScene& scene, Axes size)
{
    ConvScene changed = scene;
    changed.input = resized(scene.input, 1, {scene.channels(), size.h, size.w});
    return changed;
}

ConvScene withKernelSize(const ConvScene& scene, Axes size)
{
    ConvScene changed = scene;
    changed.kernel = resized(scene.kernel, scene.kernel.n, {scene.kernel.shape.channels, size.h, size.w});
    return changed;
}

ConvScene withChannels(const ConvScene& scene, int channels)
{
    ConvScene changed = scene;
    const Shape in = scene.input.shape;
    Shape k = scene.kernel.shape;
    changed.input = resized(scene.input, 1, {channels, in.height, in.width});
    changed.groups = 1;
    if (scene.pooling) return changed;
    if (!scene.isTransposed) k.channels = channels;
    changed.kernel = resized(scene.kernel, scene.isTransposed ? channels : scene.kernel.n, k);
    return changed;
}

ConvScene withFilters(const ConvScene& scene, int filters)
{
    ConvScene changed = scene;
    if (scene.pooling) return changed;
    Shape k = scene.kernel.shape;
    if (scene.isTransposed) k.channels = filters;
    if (filters % scene.groups != 0) changed = withGroups(scene, 1);
    changed.kernel =
        resized(changed.kernel, scene.isTransposed ? scene.kernel.n : filters,
                {scene.isTransposed ? filters : changed.kernel.shape.channels, k.height, k.width});
    if (!changed.bias.empty()) changed.bias.resize(static_cast<std::size_t>(filters), 0.0);
    return changed;
}

bool allowsGroups(const ConvScene& s, int groups)
{
    if (s.isTransposed || s.pooling) return groups == 1;
    return s.channels() % groups == 0 && s.filters() % groups == 0;
}

ConvScene withGroups(const ConvScene& scene, int groups)
{
    ConvScene changed = scene;
    const Shape k = scene.kernel.shape;
    changed.groups = groups;
    changed.kernel = resized(scene.kernel, scene.kernel.n, {scene.channels() / groups, k.height, k.width});
    return changed;
}

ConvScene withChannelsApart(const ConvScene& scene, bool areApart)
{
    const int channels = scene.channels();
    return areApart ? withGroups(withFilters(scene, channels), channels) : withGroups(scene, 1);
}

ConvScene withFilterMade(const ConvScene& scene, int filter,
                         const std::function<TensorD(const TensorD&)>& make)
{
    const int seen = scene.isTransposed ? scene.channels() : scene.kernel.shape.channels;
    const Axes old = scene.kernelSize();
    std::vector<TensorD> made;
    for (int ch = 0; ch < seen; ++ch) {
        TensorD one(1, {1, old.h, old.w});
        for (int r = 0; r < old.h; ++r)
            for (int c = 0; c < old.w; ++c)
                one.at(0, 0, r, c) = weightAt(scene, filter, ch, r, c);
        made.push_back(make(one));
    }
    const Shape size = made.front().shape;
    ConvScene changed = withKernelSize(scene, {size.height, size.width});
    for (int ch = 0; ch < seen; ++ch)
        for (int r = 0; r < size.height; ++r)
            for (int c = 0; c < size.width; ++c)
                weightAt(changed, filter, ch, r, c) = made[static_cast<std::size_t>(ch)].at(0, 0, r, c);
    return changed;
}

ConvScene withDirection(const ConvScene& scene, bool isTransposed)
{
    if (scene.isTransposed == isTransposed) return scene;
    ConvScene changed = scene.groups > 1 ? withGroups(scene, 1) : scene;
    const TensorD old = changed.kernel;
    const Shape s = old.shape;
    changed.isTransposed = isTransposed;
    changed.kernel = TensorD(s.channels, {old.n, s.height, s.width});
    for (int i = 0; i < old.n; ++i)
        for (int j = 0; j < s.channels; ++j)
            std::copy_n(&old.at(i, j, 0, 0), s.cells(), &changed.kernel.at(j, i, 0, 0));
    if (isTransposed) changed.pooling.reset();
    return changed;
}

Result<ConvScene> appliedAgain(const ConvFigure& figure)
{
    const Shape out = figure.outputShape();
    const int side = std::max(out.height, out.width);
    if (side > largestSide && figure.scene.axes == 2)
        return Error{ErrorCode::TooLarge, "output", {double(side), double(largestSide)}};
    ConvScene next = figure.scene;
    if (out.channels != next.channels()) next = withChannels(next, out.channels);
    next.input = figure.output;
    next.origin = InputOrigin::Numbers;
    const ConvScene& s = figure.scene;
    next.secondsPerColumn *= s.isTransposed ? 1.0 / s.stride.w : s.stride.w;
    next.hzPerRow *= s.isTransposed ? 1.0 / s.stride.h : s.stride.h;
    return next;
}

double& weightAt(ConvScene& s, int filter, int channel, int row, int column)
{
    return s.isTransposed ? s.kernel.at(channel, filter, row, column)
                          : s.kernel.at(filter, channel % s.kernel.shape.channels, row, column);
}

double weightAt(const ConvScene& s, int filter, int channel, int row, int column)
{
    return s.isTransposed ? s.kernel.at(channel, filter, row, column)
                          : s.kernel.at(filter, channel % s.kernel.shape.channels, row, column);
}

} // namespace hg
