#include "core/data/keras_file.h"

#include "core/data/sample_arrays.h"
#include "core/io/array_file.h"
#include "core/io/zip.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

/// What the archive and one array of it may take together.
constexpr std::size_t mostAtOnce = std::size_t{448} << 20;

/// (n,H,W,C) as (n,C,H,W).
template <class T>
void putChannelsFirst(std::vector<T>& values, Shape shape)
{
    const auto channels = static_cast<std::size_t>(shape.channels), cells = shape.size() / channels;
    std::vector<T> one(shape.size());
    for (std::size_t at = 0; at < values.size(); at += one.size()) {
        for (std::size_t i = 0; i < one.size(); ++i)
            one[i % channels * cells + i / channels] = values[at + i];
        std::copy(one.begin(), one.end(), values.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

/// The arrays of one archive by their names.
class KerasArrays {
public:
    KerasArrays(std::span<const ZipMember> members, std::size_t archiveSize, std::string where)
        : m_members(members)
        , m_limit(std::min(largestFile, mostAtOnce - std::min(mostAtOnce, archiveSize)))
        , m_where(std::move(where))
    {}

    bool has(const char* name) const { return find(name) != nullptr; }

    Result<Samples> part(const char* pictures, const char* labels) const
    {
        auto samples = samplesOf(pictures);
        if (!samples || !has(labels)) return samples;
        auto classes = labelsOf(labels);
        if (!classes) return classes.error();
        if (static_cast<int>(classes->size()) != samples->count)
            return Error{
                ErrorCode::CountMismatch, placeOf(labels), {double(classes->size()), double(samples->count)}};
        samples->labels = std::move(*classes);
        return samples;
    }

    std::string names() const
    {
        constexpr std::size_t mostNamed = 8;
        std::string names;
        for (const ZipMember& member : m_members.first(std::min(mostNamed, m_members.size())))
            names += (names.empty() ? "" : ", ") + member.name;
        return names + (m_members.size() > mostNamed ? ", …" : "");
    }

private:
    const ZipMember* find(const std::string& name) const
    {
        const auto it = std::find_if(m_members.begin(), m_members.end(),
                                     [&](const ZipMember& m) { return m.name == name + ".npy"; });
        return it == m_members.end() ? nullptr : &*it;
    }

    std::string placeOf(const std::string& name) const { return m_where + " (" + name + ")"; }

    Result<Samples> samplesOf(const char* name) const
    {
        const std::string where = placeOf(name);
        auto content = unpack(*find(name), where, m_limit);
        if (!content) return content.error();
        const auto axes = npyAxes(*content, where);
        if (!axes) return axes.error();
        if (axes->size() < 2) return axesDoNotFit(where, axes->size(), 3);
        auto samples = npyHoldsBytes(*content) ? pixels(std::move(*content), *axes, where)
                                               : samplesFromNpy(std::move(*content), where);
        if (samples && axes->size() == 4 && samples->shape.width <= 4) {
            const Shape last = samples->shape;
            samples->shape = {last.width, last.channels, last.height};
            putChannelsFirst(samples->bytes, samples->shape);
            putChannelsFirst(samples->doubles, samples->shape);
        }
        return samples;
    }

    static Result<Samples> pixels(Bytes content, const std::vector<std::size_t>& axes,
                                  const std::string& where)
    {
        auto bytes = npyBytes(std::move(content), where);
        if (!bytes) return bytes.error();
        const std::vector<int> lengths(axes.begin(), axes.end()); // as many bytes are there
        return Samples{.count = lengths[0], .shape = sampleShape(lengths), .bytes = std::move(*bytes)};
    }

    Result<std::vector<int>> labelsOf(const char* name) const
    {
        const std::string where = placeOf(name);
        const auto content = unpack(*find(name), where, m_limit);
        if (!content) return content.error();
        const auto axes = npyAxes(*content, where);
        if (!axes) return axes.error();
        const bool isColumn = axes->size() == 2 && axes->back() == 1;
        if (axes->size() != 1 && !isColumn) return axesDoNotFit(where, axes->size(), 1);
        const auto blocks = parseNpy(*content, where);
        if (!blocks) return blocks.error();
        std::vector<int> labels;
        for (const double label : blocks->front().values) {
            if (label != std::floor(label) || std::abs(label) > std::numeric_limits<int>::max())
                return Error{ErrorCode::LabelNotWhole, where, {double(labels.size()) + 1, label}};
            labels.push_back(static_cast<int>(label));
        }
        return labels;
    }

    std::span<const ZipMember> m_members;
    std::size_t m_limit;
    std::string m_where;
};

} // namespace

Result<Dataset> parseKerasFile(Bytes content, const std::string& where)
{
    const auto members = parseZip(content, where);
    if (!members) return members.error();
    const KerasArrays arrays(*members, content.size(), where);
    if (!arrays.has("x_train")) return Error{ErrorCode::NotKeras, where, {}, arrays.names()};
    auto train = arrays.part("x_train", "y_train");
    if (!train) return train.error();
    if (!arrays.has("x_test")) return Dataset{where, std::move(*train), {}};
    auto test = arrays.part("x_test", "y_test");
    if (!test) return test.error();
    const bool areAlike = test->shape == train->shape && test->bytes.empty() == train->bytes.empty();
    if (!areAlike)
        return Error{
            ErrorCode::ShapesDoNotFit, where, {double(test->shape.size()), double(train->shape.size())}};
    return Dataset{where, std::move(*train), std::move(*test)};
}

} // namespace hg
