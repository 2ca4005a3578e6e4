#include "core/lab/conv_matrix.h"

#include "core/lab/conv_moment.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

/// Output places along an axis, in the direction of the layer.
int placesAlong(const ConvAxis& axis, bool isTransposed)
{
    return isTransposed ? axis.input : axis.output;
}

Result<void> checkShape(const TensorD& numbers, Shape expected)
{
    if (numbers.n == 1 && numbers.shape == expected) return {};
    return Error{ErrorCode::ShapesDoNotFit,
                 {},
                 {static_cast<double>(numbers.data.size()), static_cast<double>(expected.size())},
                 "input"};
}

bool readsFill(const ConvAxis& axis)
{
    return axis.fill != Fill::Zeros && (axis.padBefore > 0 || axis.reach() > axis.padBefore + axis.input);
}

/// Crop after the output, what no window reads left out; negative where that is more than the padding.
int cropAfter(const ConvAxis& direct)
{
    return direct.reach() - direct.padBefore - direct.input;
}

/// The kernel as it lies: (F, C, …) of the direct layer is the (C′, F′, …) of its transposed one.
ConvScene inOtherDirection(const ConvScene& scene, const TensorD& input)
{
    ConvScene other = scene;
    other.isTransposed = !scene.isTransposed;
    other.input = input;
    other.bias.clear();
    other.activation = Activation::Linear;
    other.fill = Fill::Zeros;
    other.outputPadding = {0, 0};
    other.sampleRate = other.secondsPerColumn = other.hzPerRow = 0; // plain numbers
    other.origin = InputOrigin::Numbers;
    return other;
}

/// The direct axis as numbers; nothing where it would have outputs of what the transposed one adds behind its
/// stamps.
std::optional<Padding> directPadding(const ConvAxis& transposed)
{
    if (-transposed.padAfter >= transposed.stride) return std::nullopt;
    return Padding{Padding::Kind::Explicit, transposed.padBefore, std::max(0, transposed.padAfter)};
}

constexpr Padding::Kind usualWords[]{Padding::Kind::Valid, Padding::Kind::Same, Padding::Kind::Full};

/// A word for the padding of one axis where it gives the same geometry.
void preferWord(ConvScene& scene, bool isRows, std::span<const Padding::Kind> words)
{
    const auto geometry = geometryOf(scene);
    for (const Padding::Kind kind : words) {
        ConvScene named = scene;
        (isRows ? named.paddingH : named.paddingW) = {kind};
        (isRows ? named.outputPadding.h : named.outputPadding.w) = 0; // the word has its own
        const auto other = geometryOf(named);
        if (!geometry || !other || *other != *geometry) continue;
        scene = named;
        return;
    }
}

} // namespace

Result<ConvMatrix> ConvMatrix::of(const ConvScene& scene)
{
    const auto geometry = geometryOf(scene);
    if (!geometry) return geometry.error();
    if (scene.pooling == Pooling::Max) return Error{ErrorCode::NotLinear};
    ConvMatrix matrix;
    matrix.m_geometry = *geometry;
    matrix.m_inputShape = scene.input.shape;
    matrix.m_outputShape = hg::outputShape(scene, *geometry);
    matrix.m_kernel = appliedKernel(scene);
    matrix.m_isTransposed = scene.isTransposed;
    matrix.m_isAverage = scene.pooling.has_value();
    matrix.m_groups = scene.groups;
    return matrix;
}

OutputCell ConvMatrix::cellOf(int row) const
{
    const int cells = m_outputShape.cells(), place = row % cells;
    return {place / m_outputShape.width, place % m_outputShape.width, row / cells};
}

std::vector<ConvMatrix::Meeting> ConvMatrix::meetingsAlong(const ConvAxis& axis, int place) const
{
    std::vector<Meeting> meetings;
    const auto add = [&](int source, int kernel) {
        const auto at = std::lower_bound(meetings.begin(), meetings.end(), source,
                                         [](const Meeting& m, int s) { return m.source < s; });
        if (at != meetings.end() && at->source == source)
            at->kernels.push_back(kernel);
        else
            meetings.insert(at, {source, {kernel}});
    };
    if (m_isTransposed)
        for (const InputTap& tap : tapsOfInput(axis, place))
            add(tap.output, tap.kernel);
    else
        forEachTap(axis, place, [&](const Tap& tap) {
            if (tap.source != Tap::none) add(tap.source, tap.kernel);
        });
    return meetings;
}

ConvMatrix::Channels ConvMatrix::channelsOf(int filter) const
{
    if (m_isAverage) return {filter, 1};
    const int count = m_inputShape.channels / m_groups;
    return {filter / (m_outputShape.channels / m_groups) * count, count};
}

int ConvMatrix::weightPlace(int filter, int channelInGroup, int kernelRow, int kernelColumn) const
{
    const Shape k = m_kernel.shape;
    if (m_isAverage) return kernelRow * k.width + kernelColumn;
    const int sample = m_isTransposed ? channelInGroup : filter;
    const int plane = m_isTransposed ? filter : channelInGroup;
    return static_cast<int>(static_cast<std::size_t>(sample) * k.size() +
                            k.index(plane, kernelRow, kernelColumn));
}

MatrixRow ConvMatrix::row(int row) const
{
    const OutputCell cell = cellOf(row);
    const auto rows = meetingsAlong(m_geometry.h, cell.row),
               columns = meetingsAlong(m_geometry.w, cell.column);
    const Channels channels = channelsOf(cell.filter);
    // A pooling has no fill, so each meeting is one cell of its window.
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, rows.size() * columns.size()));
    MatrixRow result;
    for (int ch = 0; ch < channels.count; ++ch)
        for (const Meeting& r : rows)
            for (const Meeting& c : columns) {
                MatrixEntry entry{
                    static_cast<int>(m_inputShape.index(channels.first + ch, r.source, c.source)), 0,
                    static_cast<int>(result.weights.size()),
                    static_cast<int>(r.kernels.size() * c.kernels.size())};
                for (const int kr : r.kernels)
                    for (const int kc : c.kernels) {
                        const int weight = weightPlace(cell.filter, ch, kr, kc);
                        result.weights.push_back(weight);
                        entry.value += m_isAverage ? share : m_kernel.data[static_cast<std::size_t>(weight)];
                    }
                result.entries.push_back(entry);
            }
    return result;
}

double ConvMatrix::at(int row, int column) const
{
    const MatrixRow found = this->row(row);
    const auto entry = std::lower_bound(found.entries.begin(), found.entries.end(), column,
                                        [](const MatrixEntry& e, int c) { return e.column < c; });
    return entry != found.entries.end() && entry->column == column ? entry->value : 0;
}

std::int64_t ConvMatrix::filledAlong(const ConvAxis& axis) const
{
    std::int64_t filled = 0;
    if (axis.fill == Fill::Zeros) { // no two taps of a place meet: each fills a place of its own
        for (int k = 0; k < axis.kernel; ++k)
            filled += usesAlong(axis, k);
        return filled;
    }
    for (int place = 0; place < placesAlong(axis, m_isTransposed); ++place)
        filled += static_cast<std::int64_t>(meetingsAlong(axis, place).size());
    return filled;
}

MatrixCounts ConvMatrix::counts() const
{
    const std::int64_t planes = std::int64_t{m_outputShape.channels} * channelsOf(0).count;
    return {m_isAverage ? 0 : static_cast<std::int64_t>(m_kernel.data.size()),
            planes * filledAlong(m_geometry.h) * filledAlong(m_geometry.w), std::int64_t{rows()} * columns()};
}

std::int64_t ConvMatrix::usesAlong(const ConvAxis& axis, int kernel) const
{
    std::int64_t uses = 0;
    for (int o = 0; o < axis.output; ++o)
        if (axis.source(axis.windowStart(o) + kernel * axis.dilation) != Tap::none) ++uses;
    return uses; // the same relation in both directions
}

std::int64_t ConvMatrix::placesOfWeight(int kernelRow, int kernelColumn) const
{
    return usesAlong(m_geometry.h, kernelRow) * usesAlong(m_geometry.w, kernelColumn);
}

MatrixProducts productsOf(const ConvMatrix& matrix, std::span<const double> x, std::span<const double> g,
                          int rows)
{
    MatrixProducts products;
    products.back.assign(static_cast<std::size_t>(matrix.columns()), 0.0);
    for (int r = 0; r < std::clamp(rows, 0, matrix.rows()); ++r) {
        const double weight = g[static_cast<std::size_t>(r)];
        double sum = 0;
        for (const MatrixEntry& entry : matrix.row(r).entries) {
            const auto column = static_cast<std::size_t>(entry.column);
            sum += entry.value * x[column];
            products.back[column] += entry.value * weight;
        }
        products.forward.push_back(sum);
        products.outputSide += sum * weight;
    }
    for (std::size_t c = 0; c < products.back.size(); ++c)
        products.inputSide += x[c] * products.back[c];
    return products;
}

TensorD usualProbe(Shape shape)
{
    constexpr std::array numbers{2.0, 1.0, 0.0, 3.0};
    TensorD probe(1, shape);
    for (std::size_t i = 0; i < probe.data.size(); ++i)
        probe.data[i] = numbers[i % numbers.size()];
    return probe;
}

MatrixMoment matrixMomentAt(const ConvMatrix& matrix, double t, bool withProducts)
{
    const double clamped = std::clamp(t, 0.0, static_cast<double>(matrix.rows()));
    const int row = std::clamp(static_cast<int>(std::ceil(clamped)) - 1, 0, matrix.rows() - 1);
    const PositionPhases phases = phasesOf(clamped - row, withProducts);
    return {row, phases.move, phases.multiply, phases.write};
}

Result<ConvScene> transposedScene(const ConvScene& direct, const TensorD& g)
{
    if (direct.isTransposed) return Error{ErrorCode::WrongDirection};
    const auto geometry = geometryOf(direct);
    if (!geometry) return geometry.error();
    if (direct.pooling) return Error{ErrorCode::TransposedPooling};
    if (direct.groups > 1) return Error{ErrorCode::TransposedGroups, {}, {double(direct.groups)}};
    if (readsFill(geometry->h) || readsFill(geometry->w))
        return Error{ErrorCode::FillNotAllowed, {}, {}, readsFill(geometry->h) ? "rows" : "columns"};
    if (const auto fits = checkShape(g, outputShape(direct, *geometry)); !fits) return fits.error();
    ConvScene scene = direct;
    scene.kernel = appliedKernel(direct); // NumPy turns it forward only
    scene = inOtherDirection(scene, g);
    const auto crop = [](const ConvAxis& axis) {
        return Padding{Padding::Kind::Explicit, axis.padBefore, std::max(0, cropAfter(axis))};
    };
    scene.paddingH = crop(geometry->h);
    scene.paddingW = crop(geometry->w);
    scene.outputPadding = {std::max(0, -cropAfter(geometry->h)), std::max(0, -cropAfter(geometry->w))};
    if (scene.axes == 1) preferWord(scene, true, usualWords); // a line has no crop across it
    return scene;
}

Result<ConvScene> directScene(const ConvScene& transposed, const TensorD& x)
{
    if (!transposed.isTransposed) return Error{ErrorCode::WrongDirection};
    const auto geometry = geometryOf(transposed);
    if (!geometry) return geometry.error();
    if (const auto fits = checkShape(x, outputShape(transposed, *geometry)); !fits) return fits.error();
    const auto h = directPadding(geometry->h), w = directPadding(geometry->w);
    if (!h || !w) {
        const ConvAxis& axis = h ? geometry->w : geometry->h;
        return Error{ErrorCode::OutputPaddingRead,
                     {},
                     {double(-axis.padAfter), double(axis.stride)},
                     h ? "columns" : "rows"};
    }
    ConvScene scene = inOtherDirection(transposed, x);
    scene.kernel = appliedKernel(scene); // turned where it is going to be turned back
    scene.paddingH = *h;
    scene.paddingW = *w;
    return withPaddingWords(scene, usualWords);
}

ConvScene withPaddingWords(const ConvScene& scene, std::span<const Padding::Kind> words)
{
    ConvScene named = scene;
    preferWord(named, true, words);
    preferWord(named, false, words);
    return named;
}

} // namespace hg
