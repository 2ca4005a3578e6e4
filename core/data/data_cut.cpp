#include "core/data/data_cut.h"

#include "core/data/cell_shares.h"
#include "core/data/sample_arrays.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int peak = 255;

/// A table's samples are rows of columns that have nothing to do with each other; a picture's numbers have.
bool isTable(const Shape& shape)
{
    return shape.channels == 1 && shape.height == 1;
}

/// Both parts of a set, the empty ones left out.
std::vector<Samples*> partsOf(Dataset& set)
{
    std::vector<Samples*> parts;
    for (Samples* part : {&set.train, &set.test})
        if (part->count > 0) parts.push_back(part);
    return parts;
}

std::optional<Error> makePixels(Samples& samples, const std::string& where, int before)
{
    if (!samples.bytes.empty()) return std::nullopt;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(samples.doubles.size());
    for (const double value : samples.doubles) {
        const int sample = before + static_cast<int>(bytes.size() / samples.shape.size()) + 1;
        if (value < 0 || value > peak || value != std::floor(value))
            return Error{ErrorCode::NotPixels, where, {double(sample), value}};
        bytes.push_back(static_cast<std::uint8_t>(value));
    }
    samples.bytes = std::move(bytes);
    samples.doubles = {};
    return std::nullopt;
}

/// Moves and stretches numbers: (x − offset) / unit.
struct Scale {
    double offset = 0, unit = 1;
};

/// Of every `stride`-th number of both parts, from `first` on. Equal numbers become 0.
Scale scaleOf(const std::vector<Samples*>& parts, std::size_t first, std::size_t stride, Values values)
{
    double least = INFINITY, greatest = -INFINITY, sum = 0, squares = 0, count = 0;
    const auto each = [&](auto visit) {
        for (const Samples* part : parts)
            for (std::size_t i = first; i < part->doubles.size(); i += stride)
                visit(part->doubles[i]);
    };
    each([&](double x) {
        least = std::min(least, x);
        greatest = std::max(greatest, x);
        sum += x;
        ++count;
    });
    const double mean = sum / count;
    each([&](double x) { squares += (x - mean) * (x - mean); });
    const double unit = values == Values::Range ? greatest - least : std::sqrt(squares / count);
    return {values == Values::Range ? least : mean, unit > 0 && std::isfinite(unit) ? unit : 1};
}

/// In units of all samples, held-out ones as well: none of them leaves the range.
void rescale(const std::vector<Samples*>& parts, Values values)
{
    const Shape& shape = parts.front()->shape;
    const std::size_t stride = isTable(shape) ? shape.size() : 1;
    for (std::size_t column = 0; column < stride; ++column) {
        const Scale scale = scaleOf(parts, column, stride, values);
        for (Samples* part : parts)
            for (std::size_t i = column; i < part->doubles.size(); i += stride)
                part->doubles[i] = (part->doubles[i] - scale.offset) / scale.unit;
    }
}

std::optional<Error> takeValues(Dataset& set, Values values)
{
    const auto parts = partsOf(set);
    if (values == Values::AsTheyAre || parts.empty()) return std::nullopt;
    if (values == Values::Pixels) {
        int before = 0;
        for (Samples* part : parts) {
            if (auto error = makePixels(*part, set.source, before)) return error;
            before += part->count;
        }
        return std::nullopt;
    }
    if (parts.front()->bytes.empty()) rescale(parts, values);
    return std::nullopt;
}

std::vector<double> channelOf(const Samples& samples, int sample, int channel)
{
    const std::size_t size = samples.shape.size(),
                      area = size / static_cast<std::size_t>(samples.shape.channels),
                      first =
                          static_cast<std::size_t>(sample) * size + static_cast<std::size_t>(channel) * area;
    std::vector<double> numbers(area);
    for (std::size_t i = 0; i < area; ++i)
        numbers[i] = samples.bytes.empty() ? samples.doubles[first + i] : samples.bytes[first + i];
    return numbers;
}

/// Whether it went on to the end.
bool scale(Samples& samples, int side, const Watch& watch)
{
    const Shape shape = samples.shape;
    Samples scaled{.count = samples.count, .shape = {shape.channels, side, side}, .labels = samples.labels};
    for (int i = 0; i < samples.count; ++i) {
        if (i % 64 == 0 && !mayGoOn(watch, double(i) / samples.count)) return false;
        for (int c = 0; c < shape.channels; ++c)
            for (const double value :
                 scaledSquare(channelOf(samples, i, c), shape.height, shape.width, side)) {
                if (samples.bytes.empty())
                    scaled.doubles.push_back(value);
                else
                    scaled.bytes.push_back(static_cast<std::uint8_t>(std::lround(value)));
            }
    }
    samples = std::move(scaled);
    return true;
}

std::optional<Error> makeSquares(Dataset& set, int side, const Watch& watch)
{
    if (side == 0) return std::nullopt;
    for (Samples* part : {&set.train, &set.test}) {
        Shape& shape = part->shape;
        if (shape.height == side && shape.width == side) continue;
        if (!isTable(shape)) {
            if (!scale(*part, side, watch)) return Error{ErrorCode::Cancelled};
            continue;
        }
        if (shape.width != side * side)
            return Error{ErrorCode::ShapesDoNotFit, set.source, {double(shape.width), double(side) * side}};
        shape = {1, side, side};
    }
    return std::nullopt;
}

template <class Number>
void transposeAll(std::vector<Number>& numbers, const Shape& shape)
{
    const auto rows = static_cast<std::size_t>(shape.height), columns = static_cast<std::size_t>(shape.width);
    std::vector<Number> turned(rows * columns);
    for (auto plane = numbers.begin(); plane != numbers.end(); plane += std::ptrdiff_t(turned.size())) {
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c)
                turned[c * rows + r] = plane[std::ptrdiff_t(r * columns + c)];
        std::copy(turned.begin(), turned.end(), plane);
    }
}

/// Rows of a table are no pictures: they stay.
void swapAxes(Dataset& set)
{
    for (Samples* part : partsOf(set)) {
        if (isTable(part->shape)) continue;
        transposeAll(part->bytes, part->shape);
        transposeAll(part->doubles, part->shape);
    }
    for (Samples* part : {&set.train, &set.test})
        if (!isTable(part->shape)) std::swap(part->shape.height, part->shape.width);
}

/// The first class that no sample has.
std::optional<int> missing(const Dataset& set, const std::vector<int>& classes)
{
    for (const int label : classes) {
        const auto has = [label](const Samples& part) {
            return std::find(part.labels.begin(), part.labels.end(), label) != part.labels.end();
        };
        if (!has(set.train) && !has(set.test)) return label;
    }
    return std::nullopt;
}

std::optional<Error> takeClasses(Dataset& set, const std::vector<int>& classes)
{
    if (classes.empty()) return std::nullopt;
    if (set.train.labels.empty()) return Error{ErrorCode::LabelsMissing, set.source};
    if (const auto label = missing(set, classes))
        return Error{ErrorCode::ClassMissing, set.source, {double(*label)}};
    set.train = ofClasses(set.train, classes);
    set.test = ofClasses(set.test, classes);
    return std::nullopt;
}

/// With its own held-out part, or with one of that share of all.
Dataset divided(Dataset set, int percent)
{
    if (percent == 0 && set.test.count > 0) return set;
    appendAll(set.train, set.test);
    Dataset parts = split(std::move(set.train), set.source, percent > 0 ? percent : usualHeldOut);
    parts.skippedFiles = set.skippedFiles;
    parts.classNames = std::move(set.classNames);
    return parts;
}

void keepFirst(Samples& samples, int limit)
{
    if (limit == 0 || limit >= samples.count) return;
    const auto first = [&](auto& numbers, std::size_t each) {
        if (!numbers.empty()) numbers.resize(static_cast<std::size_t>(limit) * each);
    };
    first(samples.bytes, samples.shape.size());
    first(samples.doubles, samples.shape.size());
    first(samples.labels, 1);
    samples.count = limit;
}

} // namespace

std::vector<double> scaledSquare(std::span<const double> channel, int height, int width, int side)
{
    const int square = std::min(height, width), top = (height - square) / 2, left = (width - square) / 2;
    const auto shares = cellShares(square, side);
    std::vector<double> scaled;
    scaled.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (const auto& rows : shares)
        for (const auto& columns : shares) {
            double sum = 0;
            for (const CellShare& row : rows) {
                const double* cells =
                    channel.data() + std::ptrdiff_t{top + row.cell} * std::ptrdiff_t{width} + left;
                for (const CellShare& column : columns)
                    sum += row.part * column.part * cells[column.cell];
            }
            scaled.push_back(sum);
        }
    return scaled;
}

Result<Dataset> cutOut(Dataset all, const DataCut& cut, const Watch& watch)
{
    if (auto error = takeValues(all, cut.values)) return *error;
    if (auto error = makeSquares(all, cut.side, watch)) return *error;
    if (cut.isTransposed) swapAxes(all);
    if (auto error = takeClasses(all, cut.classes)) return *error;
    Dataset set = divided(std::move(all), cut.heldOut);
    keepFirst(set.train, cut.limit);
    return set;
}

} // namespace hg
