#include "core/eval/features.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int rowsPerBlock = 4096; // between two questions of the watch

/// A feature that was worked out, kept alive by the views' owner.
struct Numbers {
    std::vector<float> train, test;
};

SampleView viewOf(const std::vector<float>& numbers, const SampleView& samples)
{
    const std::size_t size = samples.count > 0 ? numbers.size() / static_cast<std::size_t>(samples.count) : 0;
    return {.floats = numbers.data(), .count = samples.count, .features = size};
}

/// Blocks of rows through the network, on all workers.
Result<std::vector<float>> passed(const FeatureMap& map, const SampleView& samples, Workers& workers,
                                  const Watch& watch)
{
    std::vector<float> numbers;
    for (int first = 0; first < samples.count; first += rowsPerBlock) {
        if (!mayGoOn(watch, static_cast<double>(first) / samples.count)) return Error{ErrorCode::Cancelled};
        const int count = std::min(rowsPerBlock, samples.count - first);
        const auto block = outputsAfter(map.layers, map.model, samples.rows(first, count), workers);
        if (first == 0)
            numbers.reserve(block->size() / static_cast<std::size_t>(count) *
                            static_cast<std::size_t>(samples.count));
        numbers.insert(numbers.end(), block->begin(), block->end());
    }
    return numbers;
}

/// Mean and sum of squares about it of every column, in double over rows in order. False: stopped.
struct Columns {
    std::vector<double> mean, squares;
};

bool measure(const SampleView& rows, const Watch& watch, Columns& columns)
{
    columns.mean.assign(rows.features, 0.0);
    columns.squares.assign(rows.features, 0.0);
    const auto goesOn = [&](int i, double from) {
        return i % rowsPerBlock != 0 || mayGoOn(watch, from + 0.5 * i / rows.count);
    };
    for (int i = 0; i < rows.count; ++i) {
        if (!goesOn(i, 0)) return false;
        for (std::size_t f = 0; f < rows.features; ++f)
            columns.mean[f] += static_cast<double>(rows.value(i, f));
    }
    for (double& mean : columns.mean)
        mean /= std::max(1, rows.count);
    for (int i = 0; i < rows.count; ++i) {
        if (!goesOn(i, 0.5)) return false;
        for (std::size_t f = 0; f < rows.features; ++f) {
            const double x = static_cast<double>(rows.value(i, f)) - columns.mean[f];
            columns.squares[f] += x * x;
        }
    }
    return true;
}

double factorOf(double variance)
{
    return variance > 0 ? 1 / std::sqrt(variance) : 1;
}

std::vector<double> scaleOf(FeatureKind kind, const Columns& columns, int rows)
{
    std::vector<double> scale;
    double sum = 0;
    for (const double squares : columns.squares) {
        scale.push_back(factorOf(squares / std::max(1, rows)));
        sum += squares / std::max(1, rows);
    }
    if (kind != FeatureKind::Code)
        scale.assign(scale.size(),
                     factorOf(sum / static_cast<double>(std::max<std::size_t>(1, scale.size()))));
    return scale;
}

} // namespace

Result<FeatureMap> featureMap(FeatureKind kind, const FeatureSource& source, Workers& workers,
                              const Watch& watch)
{
    const Plan& plan = *source.model.plan;
    FeatureMap map{.kind = kind, .model = source.model, .layers = plan.decoderStart()};
    if (kind == FeatureKind::Hidden) {
        map.layers = plan.decoderStart() - 1;
        if (map.layers == 0) return Error{ErrorCode::NoHiddenLayer};
    }
    if (kind == FeatureKind::Untrained) {
        map.layers = 1;
        map.model.parameters =
            initialParameters(plan.network(), source.recipe.seed, source.recipe.initialisation);
    }
    if (kind == FeatureKind::Pca) {
        auto pca = fitPca(source.data->train.view(), plan.codeSize(), workers, watch);
        if (!pca) return pca.error();
        map.pca = std::move(*pca);
    }
    return map;
}

std::vector<double> FeatureSet::scaled(const SampleView& part, int row) const
{
    const std::vector<float> sample = part.sample(row);
    std::vector<double> numbers(sample.size());
    for (std::size_t f = 0; f < sample.size(); ++f)
        numbers[f] = (static_cast<double>(sample[f]) - static_cast<double>(mean[f])) * scale[f];
    return numbers;
}

Result<std::vector<float>> numbersOf(const FeatureMap& map, const SampleView& samples, Workers& workers,
                                     const Watch& watch)
{
    if (map.kind == FeatureKind::Pca) return project(map.pca, samples, workers, watch);
    if (map.kind != FeatureKind::Raw) return passed(map, samples, workers, watch);
    std::vector<float> numbers;
    numbers.reserve(static_cast<std::size_t>(samples.count) * samples.features);
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            numbers.push_back(samples.value(i, f));
    return numbers;
}

Result<FeatureSet> featureSet(FeatureMap map, const std::shared_ptr<const Dataset>& data, Workers& workers,
                              const Watch& watch)
{
    FeatureSet set{
        .map = std::move(map), .train = data->train.view(), .test = data->test.view(), .owner = data};
    if (set.kind() != FeatureKind::Raw) {
        auto train = numbersOf(set.map, set.train, workers, partOf(watch, 0, 0.7));
        if (!train) return train.error();
        auto test = numbersOf(set.map, set.test, workers, partOf(watch, 0.7, 0.8));
        if (!test) return test.error();
        const auto numbers = std::make_shared<const Numbers>(Numbers{std::move(*train), std::move(*test)});
        set.train = viewOf(numbers->train, set.train);
        set.test = viewOf(numbers->test, set.test);
        set.test.features = set.train.features; // of a part without samples too
        set.owner = numbers;
    }
    Columns columns;
    if (!measure(set.train, partOf(watch, 0.8, 1), columns)) return Error{ErrorCode::Cancelled};
    for (const double squares : columns.squares)
        if (!std::isfinite(squares)) return Error{ErrorCode::NotFinite, "output"};
    set.mean.assign(columns.mean.begin(), columns.mean.end());
    set.scale = scaleOf(set.kind(), columns, set.train.count);
    return set;
}

} // namespace hg
