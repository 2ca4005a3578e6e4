#include "core/data/sample_arrays.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

/// The blocks' numbers in a row, each block given up as it is copied.
std::vector<double> strung(std::vector<Block> blocks)
{
    if (blocks.size() == 1) return std::move(blocks.front().values);
    std::vector<double> values;
    values.reserve(blocks.size() * blocks.front().values.size());
    for (Block& block : blocks) {
        values.insert(values.end(), block.values.begin(), block.values.end());
        block.values = {};
    }
    return values;
}

/// Takes one column out of rows, in place.
std::vector<double> takeColumn(std::vector<double>& values, std::size_t width, std::size_t column)
{
    std::vector<double> taken;
    taken.reserve(values.size() / width);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i % width == column)
            taken.push_back(values[i]);
        else
            values[kept++] = values[i];
    values.resize(kept);
    return taken;
}

} // namespace

Shape sampleShape(const std::vector<int>& axes)
{
    if (axes.size() == 4) return {axes[1], axes[2], axes[3]};
    return axes.size() == 3 ? Shape{1, axes[1], axes[2]} : Shape{1, 1, axes[1]};
}

Error axesDoNotFit(const std::string& where, std::size_t found, std::size_t expected)
{
    return {ErrorCode::AxesDoNotFit, where, {static_cast<double>(found), static_cast<double>(expected)}};
}

Result<Samples> samplesFromIdx(Idx idx, const std::string& where)
{
    if (idx.axes.size() < 2) return axesDoNotFit(where, idx.axes.size(), 3);
    if (idx.bytes.empty()) return Error{ErrorCode::FileEmpty, where};
    return Samples{.count = idx.axes[0], .shape = sampleShape(idx.axes), .bytes = std::move(idx.bytes)};
}

Result<Samples> samplesFromCsv(Bytes content, const std::string& where)
{
    auto blocks = parseCsv(content, where);
    if (!blocks) return blocks.error();
    content = {}; // room for the copy
    const int rows = blocks->front().rows, columns = blocks->front().columns;
    const bool arePictures = blocks->size() > 1;
    if (const auto alike = checkAlike(*blocks, where); !alike) return alike.error();
    Samples samples{.count = arePictures ? static_cast<int>(blocks->size()) : rows,
                    .shape = {1, arePictures ? rows : 1, columns}};
    samples.doubles = strung(std::move(*blocks));
    return samples;
}

Result<Samples> samplesFromNpy(Bytes content, const std::string& where)
{
    auto blocks = parseNpy(content, where);
    if (!blocks) return blocks.error();
    const auto lengths = npyAxes(content, where);
    if (!lengths) return lengths.error();
    content = {}; // room for the copy
    std::vector<int> axes(lengths->begin(), lengths->end());
    if (axes.size() == 1) axes.insert(axes.begin(), 1);
    Samples samples{.count = axes[0], .shape = sampleShape(axes)};
    samples.doubles = strung(std::move(*blocks));
    return samples;
}

std::optional<Error> takeLabels(Samples& samples, int column, const std::string& where)
{
    if (column == noLabelColumn) return std::nullopt;
    const int width = samples.shape.width;
    if (samples.doubles.empty() || !(samples.shape == Shape{1, 1, width}))
        return Error{ErrorCode::NotATable, where};
    const int place = column == lastLabelColumn ? width : column;
    if (place > width || width < 2)
        return Error{ErrorCode::ColumnMissing, where, {double(place), double(width)}};
    samples.shape.width = width - 1;
    for (const double label :
         takeColumn(samples.doubles, static_cast<std::size_t>(width), static_cast<std::size_t>(place - 1))) {
        if (label != std::floor(label) || std::abs(label) > std::numeric_limits<int>::max())
            return Error{ErrorCode::LabelNotWhole, where, {double(samples.labels.size()) + 1, label}};
        samples.labels.push_back(static_cast<int>(label));
    }
    return std::nullopt;
}

void appendAll(Samples& to, const Samples& from)
{
    if (from.count == 0) return; // nothing says that it has no labels
    const bool keepsLabels = to.labels.empty() == from.labels.empty();
    to.bytes.insert(to.bytes.end(), from.bytes.begin(), from.bytes.end());
    to.doubles.insert(to.doubles.end(), from.doubles.begin(), from.doubles.end());
    to.labels.insert(to.labels.end(), from.labels.begin(), from.labels.end());
    if (!keepsLabels) to.labels.clear();
    to.count += from.count;
}

void appendOne(Samples& to, const Samples& from, int i)
{
    const auto size = static_cast<std::ptrdiff_t>(from.shape.size());
    const auto copy = [&](auto& target, const auto& source) {
        if (!source.empty())
            target.insert(target.end(), source.begin() + i * size, source.begin() + (i + 1) * size);
    };
    copy(to.bytes, from.bytes);
    copy(to.doubles, from.doubles);
    if (!from.labels.empty()) to.labels.push_back(from.labels[static_cast<std::size_t>(i)]);
    ++to.count;
}

Samples ofClasses(const Samples& samples, const std::vector<int>& classes)
{
    Samples chosen{.shape = samples.shape};
    for (int i = 0; i < samples.count; ++i)
        if (std::binary_search(classes.begin(), classes.end(), samples.labels[static_cast<std::size_t>(i)]))
            appendOne(chosen, samples, i);
    return chosen;
}

} // namespace hg
