#include "core/eval/number_files.h"

#include "core/io/array_file.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr int rowsAtOnce = 1024;

bool isNpy(const std::filesystem::path& path)
{
    return path.extension() == ".npy";
}

bool areFiniteNumbers(std::span<const float> numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](float v) { return std::isfinite(v); });
}

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

Result<void> appendRows(FileWriter& out, bool isArray, std::span<const float> rows, std::size_t size,
                        std::span<const int> labels)
{
    return isArray ? out.append(rows) : out.append(std::string_view(labelledRows(rows, size, labels)));
}

Result<void> writeAll(FileWriter& out, const std::filesystem::path& path, const SampleNumbers& numbers,
                      Workers& workers, const Watch& watch)
{
    std::vector<int> axes = sizesOf(numbers);
    std::size_t size = 1;
    for (const int axis : axes)
        size *= static_cast<std::size_t>(axis);
    const int count = numbers.samples.count;
    axes.insert(axes.begin(), count);
    if (isNpy(path))
        if (auto written = out.append(npyHeader(axes)); !written) return written;
    for (int first = 0; first < count; first += rowsAtOnce) {
        if (!mayGoOn(watch, double(first) / count)) return Error{ErrorCode::Cancelled};
        const int some = std::min(rowsAtOnce, count - first);
        const auto rows = rowsOf(numbers, numbers.samples.rows(first, some), workers);
        if (!areFiniteNumbers(rows)) return Error{ErrorCode::NotFinite};
        std::span<const int> labels(numbers.labels);
        if (!labels.empty()) labels = labels.subspan(std::size_t(first), std::size_t(some));
        if (auto written = appendRows(out, isNpy(path), rows, size, labels); !written) return written;
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
    auto out = FileWriter::create(path);
    if (!out) return placed(out.error(), path);
    return placed(writeAll(*out, path, numbers, workers, watch), path);
}

Result<void> writeRows(const std::filesystem::path& path, std::span<const float> rows, std::size_t size,
                       std::span<const int> labels)
{
    auto out = FileWriter::create(path);
    if (!out) return placed(out.error(), path);
    if (!areFiniteNumbers(rows)) return placed(Error{ErrorCode::NotFinite}, path);
    const std::array axes{static_cast<int>(rows.size() / size), static_cast<int>(size)};
    if (isNpy(path))
        if (auto written = out->append(npyHeader(axes)); !written) return placed(written, path);
    if (auto written = appendRows(*out, isNpy(path), rows, size, labels); !written)
        return placed(written, path);
    return placed(out->commit(), path);
}

} // namespace hg
