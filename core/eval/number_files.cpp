#include "core/eval/number_files.h"

#include "core/io/array_file.h"
#include "core/util/finite.h"

#include <algorithm>
#include <functional>

namespace hg {
namespace {

constexpr int rowsAtOnce = 1024;

/// Axes of the array, from the second on.
std::vector<int> sizesOf(const SampleNumbers& numbers)
{
    using enum SampleNumbers::Kind;
    switch (numbers.kind) {
    case Codes:
        return {numbers.model->plan->codeSize()};
    case Aligned:
        return {numbers.alignment->to};
    case PcaScores:
        return {numbers.pca->count()};
    case Rebuilt:
        break;
    }
    const Shape shape = numbers.model->plan->network().outputShape();
    if (shape.channels == 1) return {shape.height, shape.width};
    return {shape.channels, shape.height, shape.width};
}

std::vector<float> rowsOf(const SampleNumbers& numbers, const SampleView& part, Workers& workers)
{
    using enum SampleNumbers::Kind;
    if (numbers.kind == PcaScores) return project(*numbers.pca, part, workers);
    std::vector<float> codes = encode(*numbers.model, part, workers);
    if (numbers.kind == Rebuilt) return decode(*numbers.model, codes, workers);
    return numbers.kind == Aligned ? mapped(*numbers.alignment, codes) : codes;
}

/// Rows of a file: some thousand floats at once.
struct Rows {
    std::vector<int> axes; ///< of all rows together
    std::span<const int> labels;
    std::function<std::vector<float>(int first, int count)> piece;
};

Result<void> writeAll(FileWriter& out, bool isArray, const Rows& rows, const Watch& watch)
{
    const int count = rows.axes.front();
    std::size_t size = 1;
    for (const int axis : std::span(rows.axes).subspan(1))
        size *= static_cast<std::size_t>(axis);
    if (isArray)
        if (auto written = out.append(npyHeader(rows.axes)); !written) return written;
    for (int first = 0; first < count; first += rowsAtOnce) {
        if (!mayGoOn(watch, double(first) / count)) return Error{ErrorCode::Cancelled};
        const int some = std::min(rowsAtOnce, count - first);
        const std::vector<float> numbers = rows.piece(first, some);
        if (!areFinite(numbers)) return Error{ErrorCode::NotFinite};
        std::span<const int> labels = rows.labels;
        if (!labels.empty()) labels = labels.subspan(std::size_t(first), std::size_t(some));
        auto written = isArray ? out.append(std::span<const float>(numbers))
                               : out.append(std::string_view(labelledRows(numbers, size, labels)));
        if (!written) return written;
    }
    return out.commit();
}

/// The error at its place.
Result<void> placed(Result<void> result, const std::filesystem::path& path)
{
    if (result) return result;
    Error error = result.error();
    error.where = path.string();
    return error;
}

Result<void> write(const std::filesystem::path& path, const Rows& rows, const Watch& watch)
{
    auto out = FileWriter::create(path);
    if (!out) return placed(out.error(), path);
    return placed(writeAll(*out, path.extension() == ".npy", rows, watch), path);
}

} // namespace

std::string labelledRows(std::span<const float> rows, std::size_t size, std::span<const int> labels)
{
    std::string text;
    for (std::size_t i = 0; i * size < rows.size(); ++i) {
        for (std::size_t k = 0; k < size; ++k)
            text += (k > 0 ? "," : "") + shortest(rows[i * size + k]);
        text += (labels.empty() ? "" : "," + std::to_string(labels[i])) + "\n";
    }
    return text;
}

Result<void> writeNumbers(const std::filesystem::path& path, const SampleNumbers& numbers, Workers& workers,
                          const Watch& watch)
{
    std::vector<int> axes = sizesOf(numbers);
    axes.insert(axes.begin(), numbers.samples.count);
    const auto piece = [&](int first, int count) {
        return rowsOf(numbers, numbers.samples.rows(first, count), workers);
    };
    return write(path, {std::move(axes), numbers.labels, piece}, watch);
}

Result<void> writeRows(const std::filesystem::path& path, std::span<const float> rows, std::size_t size,
                       std::span<const int> labels)
{
    const auto piece = [&](int first, int count) {
        const auto some = rows.subspan(std::size_t(first) * size, std::size_t(count) * size);
        return std::vector<float>(some.begin(), some.end());
    };
    return write(path, {{static_cast<int>(rows.size() / size), static_cast<int>(size)}, labels, piece}, {});
}

} // namespace hg
