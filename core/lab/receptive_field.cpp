#include "core/lab/receptive_field.h"

#include "core/lab/conv_moment.h"
#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

AxisChoice choiceOf(const FieldLayer& layer, Axes below, FieldAxis axis)
{
    const bool isRows = axis == FieldAxis::Rows;
    return {isRows ? below.h : below.w,
            isRows ? layer.size.h : layer.size.w,
            isRows ? layer.stride.h : layer.stride.w,
            isRows ? layer.dilation.h : layer.dilation.w,
            isRows ? layer.paddingH : layer.paddingW,
            layer.fill};
}

Result<ConvAxis> axisOf(const FieldLayer& layer, Axes below, Convention convention, FieldAxis axis)
{
    const AxisChoice choice = choiceOf(layer, below, axis);
    const bool isRows = axis == FieldAxis::Rows;
    const char* name = isRows ? "rows" : "columns";
    if (layer.kind != FieldKind::Transposed) return forwardAxis(choice, convention, name);
    std::optional<int> outputPadding;
    if (choice.padding.kind == Padding::Kind::Explicit)
        outputPadding = isRows ? layer.outputPadding.h : layer.outputPadding.w;
    return transposedAxis(choice, convention, outputPadding, name);
}

Result<ConvGeometry> geometryOf(const FieldLayer& layer, Axes below, Convention convention)
{
    const bool isPooling = layer.kind == FieldKind::Pooling;
    if (isPooling && layer.fill != Fill::Zeros) return Error{ErrorCode::FillNotAllowed, {}, {}, "rows"};
    const auto h = axisOf(layer, below, convention, FieldAxis::Rows),
               w = axisOf(layer, below, convention, FieldAxis::Columns);
    if (!h) return h.error();
    if (!w) return w.error();
    if (const auto met = isPooling ? checkPoolingWindows({*h, *w}) : Result<void>(); !met) return met.error();
    return ConvGeometry{*h, *w};
}

const ConvAxis& axisOf(const FieldFigure& figure, int layer, FieldAxis axis)
{
    const ConvGeometry& g = figure.geometry[static_cast<std::size_t>(layer)];
    return axis == FieldAxis::Rows ? g.h : g.w;
}

bool isTransposed(const FieldFigure& figure, int layer)
{
    return figure.stack.layers[static_cast<std::size_t>(layer)].kind == FieldKind::Transposed;
}

void makeSet(std::vector<int>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

void addCellsBelow(std::vector<int>& cells, const ConvAxis& axis, bool isTransposed, int cell)
{
    if (isTransposed)
        for (const InputTap& tap : tapsOfInput(axis, cell))
            cells.push_back(tap.output);
    else
        forEachTap(axis, cell, [&](const Tap& tap) {
            if (tap.source != Tap::none) cells.push_back(tap.source);
        });
}

/// The same for places on either side of the level's end, as if it had none.
void addPlacesBelow(std::vector<int>& places, const ConvAxis& axis, bool isTransposed, int place)
{
    for (int k = 0; k < axis.kernel; ++k) {
        if (!isTransposed) {
            places.push_back(axis.windowStart(place) + k * axis.dilation);
            continue;
        }
        const int start = place + axis.padBefore - k * axis.dilation;
        if (start % axis.stride == 0) places.push_back(start / axis.stride);
    }
}

/// Sets of one axis at each level down from `cell`, by what `add` makes of one place.
template <class Add>
std::vector<std::vector<int>> setsBelow(const FieldFigure& figure, FieldAxis axis, int level, int cell,
                                        const Add& add)
{
    std::vector<std::vector<int>> sets(static_cast<std::size_t>(level) + 1);
    sets.back() = {cell};
    for (int layer = level - 1; layer >= 0; --layer) {
        std::vector<int>& below = sets[static_cast<std::size_t>(layer)];
        for (const int above : sets[static_cast<std::size_t>(layer) + 1])
            add(below, axisOf(figure, layer, axis), isTransposed(figure, layer), above);
        makeSet(below);
    }
    return sets;
}

Fraction reduced(std::int64_t numerator, std::int64_t denominator)
{
    const std::int64_t common = std::max<std::int64_t>(1, std::gcd(numerator, denominator));
    return {numerator / common, denominator / common};
}

Fraction times(Fraction f, std::int64_t n)
{
    return reduced(f.numerator * n, f.denominator);
}

Fraction sum(Fraction a, Fraction b)
{
    return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

FieldTerms termsAfter(const FieldTerms& below, const ConvAxis& axis, bool isTransposed)
{
    const int reach = axis.effectiveKernel() - 1;
    const double centre = 0.5 * reach - axis.padBefore; // of window 0, in cells of the level it slides over
    FieldTerms terms{below.field, isTransposed ? reach / axis.stride : reach, below.jump, {}, {}, 0};
    terms.field = sum(terms.before, times(below.jump, terms.steps));
    terms.jump = isTransposed ? reduced(below.jump.numerator, below.jump.denominator * axis.stride)
                              : times(below.jump, axis.stride);
    terms.origin = below.origin + (isTransposed ? -centre / axis.stride : centre) * below.jump.value();
    return terms;
}

bool seesAround(const ResolvedLayer& layer)
{
    return layerKind(layer.spec.type).reach != LayerReach::Everything;
}

FieldLayer fieldLayerOf(const ResolvedLayer& layer)
{
    const LayerSpec& spec = layer.spec;
    const LayerReach reach = layerKind(spec.type).reach;
    FieldLayer field{FieldKind::Convolution, spec.kernel,   spec.stride,
                     spec.dilation,          spec.paddingH, spec.paddingW};
    if (reach == LayerReach::Transposed) field.kind = FieldKind::Transposed;
    if (spec.type == LayerType::MaxPool || spec.type == LayerType::AveragePool)
        field.kind = FieldKind::Pooling;
    if (spec.type == LayerType::Upsample) field.size = spec.stride; // a stamp of the factor's size
    return field;
}

/// The layers first … last − 1 as a stack, of a half that is from … to − 1.
NetworkStack stackOf(const ResolvedNetwork& network, int first, int last, int from, int to)
{
    NetworkStack result;
    result.first = first;
    for (int l = from; l < to; ++l)
        if (l < first || l >= last) result.leftOut.push_back(l);
    for (int l = first; l < last; ++l)
        result.stack.layers.push_back(fieldLayerOf(network.layers[static_cast<std::size_t>(l)]));
    if (first < last) {
        const Shape in = network.layers[static_cast<std::size_t>(first)].in;
        result.stack.input = {in.height, in.width};
    }
    return result;
}

} // namespace

FieldStack encoderOfFour()
{
    FieldStack stack;
    for (const int stride : {1, 2, 1, 2}) {
        FieldLayer layer;
        layer.stride = {stride, stride};
        stack.layers.push_back(layer);
    }
    return stack;
}

Axes FieldFigure::sizeOf(int level) const
{
    if (level == 0) return stack.input;
    const ConvGeometry& g = geometry[static_cast<std::size_t>(level) - 1];
    return isTransposed(*this, level - 1) ? Axes{g.h.input, g.w.input} : Axes{g.h.output, g.w.output};
}

Result<FieldFigure> evaluate(const FieldStack& stack)
{
    const auto count = static_cast<int>(stack.layers.size());
    if (count < 1 || count > mostFieldLayers)
        return Error{ErrorCode::LayerCount, {}, {double(count), 1, double(mostFieldLayers)}};
    FieldFigure figure{stack, {}};
    for (int layer = 0; layer < count; ++layer) {
        const auto geometry =
            geometryOf(stack.layers[static_cast<std::size_t>(layer)], figure.sizeOf(layer), stack.convention);
        if (!geometry) {
            Error error = geometry.error();
            error.where = std::to_string(layer + 1);
            return error;
        }
        figure.geometry.push_back(*geometry);
    }
    return figure;
}

Result<void> validate(const FieldStack& stack)
{
    if (const auto figure = evaluate(stack); !figure) return figure.error();
    return {};
}

std::vector<int> cellsBelow(const FieldFigure& figure, int layer, FieldAxis axis, int cell)
{
    std::vector<int> cells;
    addCellsBelow(cells, axisOf(figure, layer, axis), isTransposed(figure, layer), cell);
    makeSet(cells);
    return cells;
}

std::vector<std::vector<int>> linksBelow(const FieldFigure& figure, int layer, FieldAxis axis)
{
    const Axes size = figure.sizeOf(layer + 1);
    std::vector<std::vector<int>> links;
    for (int cell = 0; cell < (axis == FieldAxis::Rows ? size.h : size.w); ++cell)
        links.push_back(cellsBelow(figure, layer, axis, cell));
    return links;
}

std::vector<FieldSets> fieldOf(const FieldFigure& figure, FieldCell cell)
{
    const auto seen = [&](FieldAxis axis, int place) {
        return setsBelow(figure, axis, cell.level, place, addCellsBelow);
    };
    const auto whole = [&](FieldAxis axis, int place) {
        return setsBelow(figure, axis, cell.level, place, addPlacesBelow);
    };
    const auto rows = seen(FieldAxis::Rows, cell.row), columns = seen(FieldAxis::Columns, cell.column);
    const auto wholeRows = whole(FieldAxis::Rows, cell.row),
               wholeColumns = whole(FieldAxis::Columns, cell.column);
    std::vector<FieldSets> fields;
    for (std::size_t level = 0; level < rows.size(); ++level)
        fields.push_back({rows[level], columns[level], static_cast<int>(wholeRows[level].size()),
                          static_cast<int>(wholeColumns[level].size())});
    return fields;
}

std::vector<FieldTerms> fieldTerms(const FieldFigure& figure, FieldAxis axis, int from)
{
    std::vector<FieldTerms> lines;
    FieldTerms below; // a cell sees itself
    for (int layer = from; layer + 1 < figure.levels(); ++layer) {
        below = termsAfter(below, axisOf(figure, layer, axis), isTransposed(figure, layer));
        lines.push_back(below);
    }
    return lines;
}

FieldMoment fieldMomentAt(FieldCell cell, double t)
{
    const double clamped = std::clamp(t, 0.0, static_cast<double>(cell.level));
    const int opened = std::max(0, static_cast<int>(std::ceil(clamped)));
    if (opened == 0) return {cell.level, 1};
    return {cell.level - opened, eased(clamped - (opened - 1))};
}

std::vector<TensorD> gradientsOfCell(std::span<const ResolvedLayer> layers,
                                     std::span<const double> parameters, const TensorD& input,
                                     OutputCell cell)
{
    const auto own = [&](const ResolvedLayer& layer) {
        return parameters.subspan(layer.weightOffset, layer.parameterCount());
    };
    std::vector<TensorD> activations{input};
    for (const ResolvedLayer& layer : layers) {
        TensorD sums = layerKind(layer.spec.type).forward(layer, own(layer), activations.back());
        for (double& z : sums.data)
            z = activate(layer.spec.activation, z);
        activations.push_back(std::move(sums));
    }
    std::vector<TensorD> gradients(layers.size() + 1);
    gradients.back() = TensorD(1, activations.back().shape);
    gradients.back().at(0, cell.filter, cell.row, cell.column) = 1;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const ResolvedLayer& layer = layers[l];
        TensorD sumGradient = gradients[l + 1];
        for (std::size_t i = 0; i < sumGradient.data.size(); ++i)
            sumGradient.data[i] *= activationSlope(layer.spec.activation, activations[l + 1].data[i]);
        std::vector<double> unused(layer.parameterCount());
        gradients[l] =
            layerKind(layer.spec.type).backward(layer, own(layer), activations[l], sumGradient, unused);
    }
    return gradients;
}

TensorD magnitudes(const TensorD& gradient)
{
    TensorD result(1, {1, gradient.shape.height, gradient.shape.width});
    const std::size_t cells = result.data.size();
    for (std::size_t i = 0; i < gradient.data.size(); ++i)
        result.data[i % cells] += std::abs(gradient.data[i]);
    return result;
}

NetworkStack encoderStack(const ResolvedNetwork& network)
{
    const int end = network.network.codeLayer + 1;
    int last = 0;
    while (last < std::min(end, mostFieldLayers) &&
           seesAround(network.layers[static_cast<std::size_t>(last)]))
        ++last;
    return stackOf(network, 0, last, 0, end);
}

NetworkStack decoderStack(const ResolvedNetwork& network)
{
    const int begin = network.network.codeLayer + 1, end = static_cast<int>(network.layers.size());
    int first = end;
    while (first > std::max(begin, end - mostFieldLayers) &&
           seesAround(network.layers[static_cast<std::size_t>(first) - 1]))
        --first;
    return stackOf(network, first, end, begin, end);
}

} // namespace hg
