#include "core/lab/conv_scene.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double moveEnd = 0.30, multiplyEnd = 0.75;

Result<ConvAxis> axisOf(const ConvScene& s, bool isRows)
{
    const Shape in = s.input.shape, k = s.kernel.shape;
    const AxisChoice choice{isRows ? in.height : in.width,    isRows ? k.height : k.width,
                            isRows ? s.stride.h : s.stride.w, isRows ? s.dilation.h : s.dilation.w,
                            isRows ? s.paddingH : s.paddingW, s.fill};
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

double patternValue(int row, int column)
{
    return (row * 5 + column * 3 + row * column) % 4;
}

TensorD resized(const TensorD& old, Axes size)
{
    TensorD result(1, {1, size.h, size.w});
    for (int r = 0; r < size.h; ++r)
        for (int c = 0; c < size.w; ++c)
            result.at(0, 0, r, c) =
                r < old.shape.height && c < old.shape.width ? old.at(0, 0, r, c) : patternValue(r, c);
    return result;
}

/// Columns of the grid that positions run through: outputs forward, inputs transposed.
int columnsOfPositions(const ConvFigure& figure)
{
    return figure.geometry.w.output; // the axis's small side is both
}

double eased(double x)
{
    x = std::clamp(x, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

void add(std::vector<FormulaPiece>& pieces, FormulaPiece::Kind kind, std::string text)
{
    pieces.push_back({kind, std::move(text)});
}

void addKernelExtent(std::vector<FormulaPiece>& pieces, const ConvAxis& axis)
{
    if (axis.dilation == 1) return add(pieces, FormulaPiece::Kind::Filter, std::to_string(axis.kernel));
    add(pieces, FormulaPiece::Kind::Plain, "((");
    add(pieces, FormulaPiece::Kind::Filter, std::to_string(axis.kernel));
    add(pieces, FormulaPiece::Kind::Plain, " − 1) · " + std::to_string(axis.dilation) + " + 1)");
}

void addCrop(std::vector<FormulaPiece>& pieces, int crop)
{
    add(pieces, FormulaPiece::Kind::Plain, crop < 0 ? " + " : " − ");
    add(pieces, crop < 0 ? FormulaPiece::Kind::Padding : FormulaPiece::Kind::Crop,
        std::to_string(std::abs(crop)));
}

} // namespace

int ConvFigure::positionCount() const
{
    return geometry.h.output * geometry.w.output;
}

Result<ConvFigure> evaluate(const ConvScene& scene)
{
    const auto h = axisOf(scene, true), w = axisOf(scene, false);
    if (!h) return h.error();
    if (!w) return w.error();
    ConvFigure figure{scene, {*h, *w}, {}, std::nullopt};
    const std::vector<double> bias{scene.bias};
    if (scene.isTransposed) {
        figure.output = convolveTransposed(scene.input, scene.kernel, bias, figure.geometry);
        return figure;
    }
    figure.output = convolve(scene.input, scene.kernel, bias, figure.geometry);
    if (h->stride > 1 || w->stride > 1)
        figure.strideOne = convolve(scene.input, scene.kernel, bias, {atStrideOne(*h), atStrideOne(*w)});
    return figure;
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
    const Shape k = scene.kernel.shape, in = scene.input.shape;
    candidate([&](ConvScene& s) {
        s = withKernelSize(s, {std::min(k.height, in.height), std::min(k.width, in.width)});
    });
    candidate([&](ConvScene& s) {
        s = withKernelSize(s, {std::min(k.height, in.height), std::min(k.width, in.width)});
        s.dilation = {1, 1};
    });
    for (const ConvScene& c : candidates)
        if (c != scene && evaluate(c)) return c;
    return std::nullopt;
}

ConvScene withInputSize(const ConvScene& scene, Axes size)
{
    ConvScene changed = scene;
    changed.input = resized(scene.input, size);
    return changed;
}

ConvScene withKernelSize(const ConvScene& scene, Axes size)
{
    ConvScene changed = scene;
    changed.kernel = resized(scene.kernel, size);
    return changed;
}

ConvMoment momentAt(const ConvFigure& figure, double t, bool withProducts)
{
    const int count = figure.positionCount(), columns = columnsOfPositions(figure);
    const double clamped = std::clamp(t, 0.0, static_cast<double>(count));
    ConvMoment m;
    m.position = std::clamp(static_cast<int>(std::ceil(clamped)) - 1, 0, count - 1);
    m.row = m.position / columns;
    m.column = m.position % columns;
    const double phase = clamped - m.position; // (0, 1], or 0 before anything has begun
    const double move = withProducts ? moveEnd : 0.5;
    const double glide = eased(phase / move);
    const bool startsRow = m.column == 0; // no glide across a row's end: the window appears
    m.windowRow = m.row;
    m.windowColumn = startsRow ? m.column : m.column - 1 + glide;
    m.termsShare = withProducts ? std::clamp((phase - moveEnd) / (multiplyEnd - moveEnd), 0.0, 1.0)
                                : (phase >= move ? 1.0 : 0.0);
    m.writeShare = std::clamp((phase - (withProducts ? multiplyEnd : move)) /
                                  (withProducts ? 1 - multiplyEnd : 1 - move),
                              0.0, 1.0);
    return m;
}

StampedOutput stampedOutput(const ConvFigure& figure, int stamps)
{
    const auto whole = [](ConvAxis axis) {
        axis.input =
            std::max((axis.output - 1) * axis.stride + axis.effectiveKernel(), axis.padBefore + axis.input);
        axis.padBefore = axis.padAfter = 0;
        return axis;
    };
    const ConvGeometry g{whole(figure.geometry.h), whole(figure.geometry.w)};
    TensorD begun = figure.scene.input;
    for (std::size_t i = static_cast<std::size_t>(std::max(0, stamps)); i < begun.data.size(); ++i)
        begun.data[i] = 0;
    const std::vector<double> bias{figure.scene.bias};
    return {convolveTransposed(begun, figure.scene.kernel, bias, g), figure.geometry.h.padBefore,
            figure.geometry.w.padBefore};
}

std::vector<FormulaPiece> sizeFormula(const ConvAxis& axis, bool isTransposed)
{
    using Kind = FormulaPiece::Kind;
    std::vector<FormulaPiece> pieces;
    const std::string stride = std::to_string(axis.stride);
    if (isTransposed) {
        add(pieces, Kind::Plain, "(");
        add(pieces, Kind::Input, std::to_string(axis.output));
        add(pieces, Kind::Plain, " − 1) · " + stride + " + ");
        addKernelExtent(pieces, axis);
        addCrop(pieces, axis.padBefore);
        addCrop(pieces, axis.padAfter);
        add(pieces, Kind::Plain, " = ");
        add(pieces, Kind::Output, std::to_string(axis.input));
        return pieces;
    }
    add(pieces, Kind::Plain, "⌊(");
    add(pieces, Kind::Input, std::to_string(axis.input));
    add(pieces, Kind::Padding,
        " + " + std::to_string(axis.padBefore) + " + " + std::to_string(axis.padAfter));
    add(pieces, Kind::Plain, " − ");
    addKernelExtent(pieces, axis);
    add(pieces, Kind::Plain, ") / " + stride + "⌋ + 1 = ");
    add(pieces, Kind::Output, std::to_string(axis.output));
    return pieces;
}

} // namespace hg
