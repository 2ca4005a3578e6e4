#include "ui/labs/fewlabels/label_clicks.h"

#include "core/embed/mds.h"
#include "core/embed/pca.h"
#include "core/util/rng.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

constexpr int randomDraws = 10, randomStep = 5;
constexpr std::uint32_t purpose = 0x636c6b73; // of the labels at random
constexpr double mdsTolerance = 1e-5;
constexpr int mostMdsRounds = 300;

/// How many first labels both have in common.
std::size_t commonLabels(const ClicksKey& key, const ClickFigures& before)
{
    if (before.of.subjects != key.subjects || before.of.reading != key.reading) return 0;
    const auto ends =
        std::mismatch(key.labels.begin(), key.labels.end(), before.of.labels.begin(), before.of.labels.end());
    return static_cast<std::size_t>(ends.first - key.labels.begin());
}

Result<std::vector<int>> readPoints(const LabelReaderParts& reader, const LabelReadings& read, int count,
                                    Workers& workers, const StopQuery& stop)
{
    if (!read.classifier) return std::vector<int>();
    const SampleView points = reader.feature->train.rows(0, count);
    auto all = readings(std::span(&*read.classifier, 1), points, workers, stop);
    if (!all) return all.error();
    return std::move(all->front());
}

/// One more label for all readers.
Result<void> addLabel(ClickFigures& figures, int count, const std::vector<LabelReaderParts>& readers,
                      Workers& workers, const StopQuery& stop)
{
    const SampleClasses& classes = *readers.front().classes;
    const LabelledSamples labels = labelledBy(figures.of.labels, count, classes);
    if (labels.count() == 0) { // all are of other data: nothing is read
        for (auto& accuracies : figures.accuracies)
            accuracies.push_back(0);
        figures.pointReadings.emplace_back();
        return {};
    }
    for (std::size_t i = 0; i < readers.size(); ++i) {
        const auto read = readBy(readers[i], labels, figures.of.reading, workers, stop);
        if (!read) return read.error();
        figures.accuracies[i].push_back(accuracyOf(read->test, classes.test));
        if (i > 0) continue;
        auto points = readPoints(readers[i], *read, pointCount(*readers[i].subject.data), workers, stop);
        if (!points) return points.error();
        figures.pointReadings.push_back(std::move(*points));
    }
    return {};
}

/// True labels of some points.
LabelledSamples trulyLabelled(std::span<const int> samples, const SampleClasses& classes)
{
    LabelledSamples labelled;
    for (const int sample : samples) {
        labelled.rows.push_back(sample);
        labelled.classes.push_back(classes.train[static_cast<std::size_t>(sample)]);
    }
    return labelled;
}

Result<double> accuracyWith(std::span<const int> samples, const LabelReaderParts& reader,
                            const ReadingSetup& setup, Workers& workers, const StopQuery& stop)
{
    const auto read = readBy(reader, trulyLabelled(samples, *reader.classes), setup, workers, stop);
    if (!read) return read.error();
    return accuracyOf(read->test, reader.classes->test);
}

std::vector<int> firstOnes(int count)
{
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// As the classifier has them.
std::vector<float> scaledRows(const FeatureSet& code, const SampleView& part, std::span<const int> rows)
{
    std::vector<float> numbers;
    for (const int row : rows)
        for (const double value : code.scaled(part, row))
            numbers.push_back(static_cast<float>(value));
    return numbers;
}

/// Codes that lie on a line or plane by themselves.
std::vector<float> plainPlaces(const FeatureSet& code, const SampleView& part, std::span<const int> rows)
{
    std::vector<float> places;
    for (const int row : rows) {
        const std::vector<float> numbers = part.sample(row);
        places.insert(places.end(), {numbers[0], code.size() > 1 ? numbers[1] : 0});
    }
    return places;
}

Result<Pca> planeOf(const FeatureSet& code, int count, Workers& workers, const Watch& watch)
{
    const std::vector<float> numbers = scaledRows(code, code.train, firstOnes(count));
    return fitPca({.floats = numbers.data(), .count = count, .features = code.size()}, 2, workers, watch);
}

Result<std::vector<float>> byMds(const SampleView& points, Workers& workers, const Watch& watch)
{
    auto distances = euclideanDistances(points, workers, partOf(watch, 0, 0.1));
    if (!distances) return distances.error();
    auto map = smacof(*distances, {.tolerance = mdsTolerance, .mostIterations = mostMdsRounds}, workers,
                      partOf(watch, 0.1, 1));
    if (!map) return map.error();
    return std::move(map->points);
}

} // namespace

LabelledSamples labelledBy(const std::vector<GivenLabel>& labels, int count, const SampleClasses& classes)
{
    LabelledSamples labelled;
    for (int i = 0; i < count && i < static_cast<int>(labels.size()); ++i) {
        const GivenLabel& given = labels[static_cast<std::size_t>(i)];
        const auto name = std::find(classes.names.begin(), classes.names.end(), given.label);
        const bool isThere = given.sample < static_cast<int>(classes.train.size());
        if (name == classes.names.end() || !isThere) continue; // of other data
        labelled.rows.push_back(given.sample);
        labelled.classes.push_back(static_cast<int>(name - classes.names.begin()));
    }
    return labelled;
}

int pointCount(const LabData& data)
{
    return std::min(pointsToLabel, data.dataset->train.count);
}

Result<ClickFigures> clickFigures(const ClicksKey& key, const std::vector<LabelReaderParts>& readers,
                                  const ClickFigures& before, Workers& workers, const StopQuery& stop)
{
    ClickFigures figures{.of = key};
    figures.accuracies.resize(readers.size());
    const std::size_t common = commonLabels(key, before);
    for (std::size_t i = 0; i < readers.size() && common > 0; ++i)
        figures.accuracies[i].assign(before.accuracies[i].begin(),
                                     before.accuracies[i].begin() + static_cast<std::ptrdiff_t>(common));
    figures.pointReadings.assign(before.pointReadings.begin(),
                                 before.pointReadings.begin() + static_cast<std::ptrdiff_t>(common));
    for (std::size_t count = common + 1; count <= key.labels.size(); ++count)
        if (const auto added = addLabel(figures, static_cast<int>(count), readers, workers, stop); !added)
            return added.error();
    return figures;
}

Result<Suggestions> suggestionsOf(const LabelReaderParts& reader, const ReadingSetup& setup, Workers& workers,
                                  const Watch& watch)
{
    const int count = pointCount(*reader.subject.data), most = std::min(mostOwnLabels, count);
    auto rows =
        suggestedRows(*reader.feature, firstOnes(count), most, setup.seed, workers, partOf(watch, 0, 0.4));
    if (!rows) return rows.error();
    Suggestions all{.samples = std::move(*rows)};
    const auto stop = [&] { return !mayGoOn(watch, 0.5); };
    const auto reached = accuracyWith(all.samples, reader, setup, workers, stop);
    if (!reached) return reached.error();
    all.reached = *reached;
    for (int labels = std::min(randomStep, most); labels <= most; labels += randomStep) {
        AccuracyCurve draws{.accuracies = {{}}};
        for (int draw = 0; draw < randomDraws; ++draw) {
            const auto order = shuffled(count, Random(setup.seed, purpose, static_cast<std::uint32_t>(draw)));
            const auto first = std::span(order).first(static_cast<std::size_t>(labels));
            const auto accuracy = accuracyWith(first, reader, setup, workers, stop);
            if (!accuracy) return accuracy.error();
            draws.accuracies.front().push_back(*accuracy);
        }
        all.randomCounts.push_back(labels);
        all.randomMeans.push_back(draws.mean(0));
        all.randomSpread.push_back(draws.deviation(0));
    }
    return all;
}

Result<std::vector<float>> flatPoints(const FeatureSet& code, int count, FlatBy flat, Workers& workers,
                                      const Watch& watch)
{
    const std::vector<int> rows = firstOnes(count);
    if (code.size() <= 2) return plainPlaces(code, code.train, rows);
    if (flat == FlatBy::Mds) {
        const std::vector<float> numbers = scaledRows(code, code.train, rows);
        return byMds({.floats = numbers.data(), .count = count, .features = code.size()}, workers, watch);
    }
    const auto pca = planeOf(code, count, workers, watch);
    if (!pca) return pca.error();
    return placesOf(code, code.train, rows, *pca, workers);
}

Result<CodeMap> codeMap(const FeatureSet& code, int points, Workers& workers, const Watch& watch)
{
    CodeMap map;
    if (code.size() > 2) {
        auto pca = planeOf(code, points, workers, watch);
        if (!pca) return pca.error();
        map.pca = std::move(*pca);
    }
    const std::vector<int> rows = firstOnes(std::min(heldOutOnMap, code.test.count));
    map.test = std::make_shared<const std::vector<float>>(placesOf(code, code.test, rows, map.pca, workers));
    return map;
}

std::vector<float> placesOf(const FeatureSet& code, const SampleView& part, std::span<const int> rows,
                            const std::optional<Pca>& pca, Workers& workers)
{
    if (!pca) return plainPlaces(code, part, rows);
    const std::vector<float> numbers = scaledRows(code, part, rows);
    return project(
        *pca, {.floats = numbers.data(), .count = static_cast<int>(rows.size()), .features = code.size()},
        workers);
}

} // namespace hg
