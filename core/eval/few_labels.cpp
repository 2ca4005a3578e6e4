#include "core/eval/few_labels.h"

#include "core/embed/medoids.h"
#include "core/engine/passes.h"
#include "core/kernels/lane_kernels.h"
#include "core/util/aligned.h"
#include "core/util/rng.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <thread>

namespace hg {
namespace {

constexpr std::uint32_t labelPurpose = 4;

std::vector<int> placesOf(std::span<const int> labels, const std::vector<int>& names)
{
    std::vector<int> places;
    places.reserve(labels.size());
    for (const int label : labels) {
        const auto it = std::lower_bound(names.begin(), names.end(), label);
        places.push_back(it != names.end() && *it == label ? static_cast<int>(it - names.begin()) : -1);
    }
    return places;
}

/// Brings a random choice to the front, in random order: the beginning of a shuffle (Fisher and Yates).
void takeAtRandom(std::vector<int>& from, int count, const Random& random)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        std::swap(from[i], from[i + static_cast<std::size_t>(random.below(i, from.size() - i))]);
}

std::vector<double> scaledNumbers(const FeatureSet& feature, std::span<const int> rows)
{
    std::vector<double> numbers;
    numbers.reserve(rows.size() * feature.size());
    for (const int row : rows) {
        const auto one = feature.scaled(feature.train, row);
        numbers.insert(numbers.end(), one.begin(), one.end());
    }
    return numbers;
}

void takeSoftmax(FewLabelClassifier& classifier, const ClassifiedRows& rows, const FeatureSet& feature,
                 const SoftmaxSetup& setup)
{
    const SoftmaxRegression model = fitSoftmax(rows, classifier.classes, setup);
    for (std::size_t i = 0; i < model.weights.size(); ++i)
        classifier.weights.push_back(
            static_cast<float>(model.weights[i] * feature.scale[i % feature.size()]));
    classifier.biases.assign(model.biases.begin(), model.biases.end());
}

int usualNeighbours(std::span<const int> classes)
{
    const std::vector<int> all(classes.begin(), classes.end());
    std::vector<int> distinct = all;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const double perClass = static_cast<double>(all.size()) / static_cast<double>(distinct.size());
    const int root = static_cast<int>(std::sqrt(perClass));
    return std::max(1, root % 2 == 1 ? root : root - 1);
}

/// |x − r|² less what is the same for every r: |r|² − 2·r·x.
void takeNeighbours(FewLabelClassifier& classifier, const ClassifiedRows& rows, const FeatureSet& feature,
                    int neighbours)
{
    for (int i = 0; i < rows.count(); ++i) {
        const double* row = rows.row(i);
        double square = 0;
        for (std::size_t f = 0; f < rows.features; ++f) {
            square += row[f] * row[f];
            classifier.weights.push_back(static_cast<float>(-2 * row[f] * feature.scale[f]));
        }
        classifier.biases.push_back(static_cast<float>(square));
    }
    classifier.sampleClasses.assign(rows.classes.begin(), rows.classes.end());
    classifier.neighbours =
        std::min(rows.count(), neighbours > 0 ? neighbours : usualNeighbours(rows.classes));
}

void takeHiddenLayer(FewLabelClassifier& classifier, const ClassifiedRows& rows, const FeatureSet& feature,
                     const HiddenLayerSetup& setup)
{
    classifier.network = fitHiddenLayer(rows, classifier.classes, setup);
    undoScaling(classifier.network, feature.mean, feature.scale);
}

/// Weights and biases of several classifiers, one below the other: a chunk is multiplied by all of them while
/// it is in the nearest cache.
struct Stack {
    std::vector<float> weights, biases;
    std::size_t first = 0, count = 0; ///< of the classifiers

    explicit Stack(std::span<const FewLabelClassifier> classifiers, std::size_t from);
    void scoreChunk(const float* chunk, AlignedFloats& scores) const;
};

Stack::Stack(std::span<const FewLabelClassifier> classifiers, std::size_t from) : first(from)
{
    constexpr std::size_t mostScores = 256;
    do {
        const FewLabelClassifier& next = classifiers[first + count++];
        weights.insert(weights.end(), next.weights.begin(), next.weights.end());
        biases.insert(biases.end(), next.biases.begin(), next.biases.end());
    } while (first + count < classifiers.size() &&
             biases.size() + classifiers[first + count].biases.size() <= mostScores);
}

/// Scores of one chunk of samples: (scores, lanes).
void Stack::scoreChunk(const float* chunk, AlignedFloats& scores) const
{
    scores.resize(biases.size() * lanes);
    const std::size_t features = weights.size() / biases.size();
    laneKernels().multiply({.a = weights.data(),
                            .aRow = static_cast<std::ptrdiff_t>(features),
                            .aDepth = 1,
                            .b = chunk,
                            .bRow = lanes,
                            .c = scores.data(),
                            .cRow = lanes,
                            .rows = static_cast<int>(biases.size()),
                            .depth = static_cast<int>(features),
                            .columns = lanes,
                            .bias = biases.data(),
                            .accumulates = false});
}

std::vector<Stack> stacksOf(std::span<const FewLabelClassifier> classifiers)
{
    std::vector<Stack> stacks;
    for (std::size_t from = 0; from < classifiers.size(); from += stacks.back().count)
        stacks.emplace_back(classifiers, from);
    return stacks;
}

/// The labelled samples nearest to one lane, nearest first; of equally near ones the first.
std::vector<int> nearestOf(const FewLabelClassifier& classifier, const float* scores, std::size_t lane)
{
    std::vector<int> order(static_cast<std::size_t>(classifier.scores()));
    std::iota(order.begin(), order.end(), 0);
    const auto isNearer = [&](int a, int b) {
        const float x = scores[static_cast<std::size_t>(a) * lanes + lane],
                    y = scores[static_cast<std::size_t>(b) * lanes + lane];
        return x < y || (x == y && a < b);
    };
    const auto end = order.begin() + classifier.neighbours;
    std::partial_sort(order.begin(), end, order.end(), isNearer);
    order.erase(end, order.end());
    return order;
}

int votedBy(const FewLabelClassifier& classifier, const std::vector<int>& nearest)
{
    std::vector<int> votes(static_cast<std::size_t>(classifier.classes));
    for (const int sample : nearest)
        ++votes[static_cast<std::size_t>(classifier.sampleClasses[static_cast<std::size_t>(sample)])];
    const int most = *std::max_element(votes.begin(), votes.end());
    for (const int sample : nearest)
        if (const int c = classifier.sampleClasses[static_cast<std::size_t>(sample)];
            votes[static_cast<std::size_t>(c)] == most)
            return c;
    return 0;
}

/// What one classifier reads in a chunk's first lanes.
void readChunk(const FewLabelClassifier& classifier, const float* scores, std::span<int> read)
{
    if (classifier.kind == ClassifierKind::Neighbours) {
        for (std::size_t lane = 0; lane < read.size(); ++lane)
            read[lane] = votedBy(classifier, nearestOf(classifier, scores, lane));
        return;
    }
    std::array<float, lanes> best;
    std::array<int, lanes> classes{};
    std::copy_n(scores, lanes, best.begin());
    for (int c = 1; c < classifier.classes; ++c)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float score = scores[static_cast<std::size_t>(c) * lanes + lane];
            classes[lane] = score > best[lane] ? c : classes[lane];
            best[lane] = score > best[lane] ? score : best[lane];
        }
    std::copy_n(classes.begin(), read.size(), read.begin());
}

/// Calls body(chunk, first row, rows) for every chunk of the part, minus the mean.
template <class Body>
bool forEachChunk(const SampleView& part, std::span<const float> mean, Workers& workers,
                  const StopQuery& stop, const Body& body)
{
    const int chunks = (part.count + lanes - 1) / lanes, parts = std::min(chunks, workers.count() * 4);
    workers.run(parts, [&](int worker) {
        AlignedFloats chunk(part.features * lanes);
        std::vector<int> rows;
        for (int i = worker; i < chunks && !isStopped(stop); i += parts) {
            const int first = i * lanes;
            rows.resize(static_cast<std::size_t>(std::min(lanes, part.count - first)));
            std::iota(rows.begin(), rows.end(), first);
            loadChunk(part, rows, mean, chunk.data());
            body(chunk.data(), static_cast<std::size_t>(first), rows.size());
        }
    });
    return !isStopped(stop);
}

Result<std::vector<std::vector<int>>> readByNetworks(std::span<const FewLabelClassifier> classifiers,
                                                     const SampleView& part, Workers& workers,
                                                     const StopQuery& stop)
{
    std::vector<std::vector<int>> read;
    for (const FewLabelClassifier& classifier : classifiers) {
        const int layers = classifier.network.plan->layerCount();
        const auto scores = outputsAfter(layers, classifier.network, part, workers, stop);
        if (!scores) return scores.error();
        read.push_back(greatestScores(*scores, classifier.classes));
    }
    return read;
}

std::vector<float> sharesByNetwork(const FewLabelClassifier& classifier, const SampleView& part,
                                   Workers& workers)
{
    auto shares = *outputsAfter(classifier.network.plan->layerCount(), classifier.network, part, workers);
    for (auto row = shares.begin(); row != shares.end(); row += classifier.classes) {
        std::vector<double> own(row, row + classifier.classes);
        toProbabilities(own);
        std::copy(own.begin(), own.end(), row);
    }
    return shares;
}

/// All draws, number of labels by number of labels.
Result<std::vector<LabelledSamples>> allDraws(const SampleClasses& classes, const CurveSetup& setup)
{
    std::vector<LabelledSamples> draws;
    for (const int perClass : setup.counts)
        for (int draw = 0; draw < setup.draws; ++draw) {
            auto labelled = drawLabels(classes, {perClass, draw, setup.seed});
            if (!labelled) return labelled.error();
            draws.push_back(std::move(*labelled));
        }
    return draws;
}

/// Work on several threads that only the caller's may ask the watch about: what it says goes for all.
class SharedWatch {
public:
    explicit SharedWatch(const Watch& watch, int parts) : m_watch(watch), m_parts(parts) {}

    void countDone() { ++m_done; }
    bool isStopped()
    {
        const double share = static_cast<double>(m_done) / m_parts;
        if (std::this_thread::get_id() == m_caller && !mayGoOn(m_watch, share)) m_isStopped = true;
        return m_isStopped;
    }

private:
    const Watch& m_watch;
    int m_parts;
    std::thread::id m_caller = std::this_thread::get_id();
    std::atomic<int> m_done = 0;
    std::atomic<bool> m_isStopped = false;
};

/// Calls body(i, stop) for 0 … count−1 on all workers. Of several errors the first in order counts.
template <class Body>
std::optional<Error> forEachDraw(int count, Workers& workers, const Watch& watch, const Body& body)
{
    constexpr int mostParts = 1024; // that the workers are handed at a time
    SharedWatch shared(watch, count);
    const StopQuery stop = [&] { return shared.isStopped(); };
    std::vector<std::optional<Error>> errors(static_cast<std::size_t>(count));
    for (int first = 0; first < count; first += mostParts)
        workers.run(std::min(mostParts, count - first), [&](int part) {
            auto& error = errors[static_cast<std::size_t>(first + part)];
            error = stop() ? Error{ErrorCode::Cancelled} : body(first + part, stop);
            shared.countDone();
        });
    if (stop()) return Error{ErrorCode::Cancelled};
    for (const auto& error : errors)
        if (error) return error;
    return std::nullopt;
}

/// How many classifiers are kept at a time: as many as share the work of loading samples, within some memory.
int readTogether(const FeatureSet& feature, const SampleClasses& classes, const CurveSetup& setup,
                 const std::vector<LabelledSamples>& draws)
{
    constexpr double mostNumbers = 1 << 24;
    constexpr int most = 16;
    std::size_t scores = static_cast<std::size_t>(classes.count());
    if (setup.classifier.kind == ClassifierKind::Neighbours)
        for (const LabelledSamples& labelled : draws)
            scores = std::max(scores, labelled.rows.size());
    const double numbers = static_cast<double>(scores * feature.size());
    return static_cast<int>(std::clamp(mostNumbers / numbers, 1.0, double(most)));
}

AccuracyCurve inRows(const std::vector<double>& accuracies, const CurveSetup& setup)
{
    AccuracyCurve curve;
    for (auto at = accuracies.begin(); at != accuracies.end(); at += setup.draws)
        curve.accuracies.emplace_back(at, at + setup.draws);
    return curve;
}

} // namespace

Result<SampleClasses> sampleClasses(const Dataset& data)
{
    for (const Samples* part : {&data.train, &data.test})
        if (part->labels.size() != static_cast<std::size_t>(part->count))
            return Error{ErrorCode::LabelsMissing};
    SampleClasses classes{.names = data.train.labels};
    std::sort(classes.names.begin(), classes.names.end());
    classes.names.erase(std::unique(classes.names.begin(), classes.names.end()), classes.names.end());
    if (classes.count() < 2) return Error{ErrorCode::OneClass};
    classes.train = placesOf(data.train.labels, classes.names);
    classes.test = placesOf(data.test.labels, classes.names);
    classes.members.resize(classes.names.size());
    for (std::size_t i = 0; i < classes.train.size(); ++i)
        classes.members[static_cast<std::size_t>(classes.train[i])].push_back(static_cast<int>(i));
    return classes;
}

Result<LabelledSamples> drawLabels(const SampleClasses& classes, const LabelDraw& draw)
{
    LabelledSamples labelled;
    for (std::size_t c = 0; c < classes.members.size(); ++c) {
        std::vector<int> members = classes.members[c];
        const int there = static_cast<int>(members.size());
        if (there < draw.perClass)
            return Error{ErrorCode::TooFewOfClass,
                         {},
                         {double(classes.names[c]), double(there), double(draw.perClass)}};
        // Each class has its own numbers, so that a draw of it hangs on nothing else.
        const std::uint64_t seed = draw.seed ^ (static_cast<std::uint64_t>(c) << 32);
        takeAtRandom(members, draw.perClass,
                     Random(seed, labelPurpose, static_cast<std::uint32_t>(draw.draw)));
        labelled.rows.insert(labelled.rows.end(), members.begin(), members.begin() + draw.perClass);
        labelled.classes.insert(labelled.classes.end(), static_cast<std::size_t>(draw.perClass),
                                static_cast<int>(c));
    }
    return labelled;
}

Result<std::vector<int>> suggestedRows(const FeatureSet& feature, std::span<const int> rows, int count,
                                       std::uint64_t seed, Workers& workers, const Watch& watch)
{
    const auto numbers = scaledNumbers(feature, rows);
    auto chosen = medoids(numbers, feature.size(), count, seed, workers, watch);
    if (!chosen) return chosen;
    for (int& place : *chosen)
        place = rows[static_cast<std::size_t>(place)];
    return chosen;
}

FewLabelClassifier fitClassifier(const FeatureSet& feature, const LabelledSamples& labelled, int classes,
                                 const ClassifierSetup& setup)
{
    FewLabelClassifier classifier{.kind = setup.kind, .classes = classes, .mean = feature.mean};
    const auto numbers = scaledNumbers(feature, labelled.rows);
    const ClassifiedRows rows{numbers, feature.size(), labelled.classes};
    switch (setup.kind) {
    case ClassifierKind::Softmax:
        takeSoftmax(classifier, rows, feature, setup.softmax);
        break;
    case ClassifierKind::Neighbours:
        takeNeighbours(classifier, rows, feature, setup.neighbours);
        break;
    case ClassifierKind::HiddenLayer:
        takeHiddenLayer(classifier, rows, feature, setup.hidden);
        break;
    }
    return classifier;
}

Result<std::vector<std::vector<int>>> readings(std::span<const FewLabelClassifier> classifiers,
                                               const SampleView& part, Workers& workers,
                                               const StopQuery& stop)
{
    std::vector<std::vector<int>> read(classifiers.size(),
                                       std::vector<int>(static_cast<std::size_t>(part.count)));
    if (classifiers.empty()) return read;
    if (classifiers.front().kind == ClassifierKind::HiddenLayer)
        return readByNetworks(classifiers, part, workers, stop);
    const auto stacks = stacksOf(classifiers);
    const auto readAll = [&](const float* chunk, std::size_t first, std::size_t count) {
        AlignedFloats scores;
        for (const Stack& stack : stacks) {
            stack.scoreChunk(chunk, scores);
            const float* own = scores.data();
            for (std::size_t i = stack.first; i < stack.first + stack.count; ++i) {
                readChunk(classifiers[i], own, std::span(read[i]).subspan(first, count));
                own += static_cast<std::size_t>(classifiers[i].scores()) * lanes;
            }
        }
    };
    if (!forEachChunk(part, classifiers.front().mean, workers, stop, readAll))
        return Error{ErrorCode::Cancelled};
    return read;
}

std::vector<float> probabilities(const FewLabelClassifier& classifier, const SampleView& part,
                                 Workers& workers)
{
    if (classifier.kind == ClassifierKind::HiddenLayer) return sharesByNetwork(classifier, part, workers);
    const auto classes = static_cast<std::size_t>(classifier.classes);
    std::vector<float> shares(static_cast<std::size_t>(part.count) * classes, 0.0f);
    const auto vote = [&](const float* scores, std::size_t lane, float* row) {
        for (const int sample : nearestOf(classifier, scores, lane))
            row[classifier.sampleClasses[static_cast<std::size_t>(sample)]] +=
                1 / static_cast<float>(classifier.neighbours);
    };
    const auto weigh = [&](const float* scores, std::size_t lane, float* row) {
        std::vector<double> own;
        for (std::size_t c = 0; c < classes; ++c)
            own.push_back(static_cast<double>(scores[c * lanes + lane]));
        toProbabilities(own);
        std::copy(own.begin(), own.end(), row);
    };
    const Stack stack({&classifier, 1}, 0);
    const auto fill = [&](const float* chunk, std::size_t first, std::size_t count) {
        AlignedFloats scores;
        stack.scoreChunk(chunk, scores);
        for (std::size_t lane = 0; lane < count; ++lane) {
            float* row = shares.data() + (first + lane) * classes;
            const bool isVote = classifier.kind == ClassifierKind::Neighbours;
            isVote ? vote(scores.data(), lane, row) : weigh(scores.data(), lane, row);
        }
    };
    forEachChunk(part, classifier.mean, workers, {}, fill);
    return shares;
}

std::vector<int> greatestScores(std::span<const float> scores, int classes)
{
    std::vector<int> read;
    for (auto row = scores.begin(); row != scores.end(); row += classes)
        read.push_back(static_cast<int>(std::max_element(row, row + classes) - row));
    return read;
}

double accuracyOf(std::span<const int> readings, std::span<const int> classes)
{
    int right = 0;
    for (std::size_t i = 0; i < readings.size(); ++i)
        right += readings[i] == classes[i];
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, readings.size()));
}

std::vector<int> confusionOf(std::span<const int> readings, std::span<const int> classes, int count)
{
    std::vector<int> confusion(static_cast<std::size_t>(count) * static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (classes[i] >= 0) ++confusion[static_cast<std::size_t>(classes[i] * count + readings[i])];
    return confusion;
}

std::vector<int> wrongOnes(std::span<const int> readings, std::span<const int> classes)
{
    std::vector<int> wrong;
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (readings[i] != classes[i]) wrong.push_back(static_cast<int>(i));
    return wrong;
}

double AccuracyCurve::mean(std::size_t count) const
{
    const auto& all = accuracies[count];
    return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

double AccuracyCurve::deviation(std::size_t count) const
{
    const auto& all = accuracies[count];
    if (all.size() < 2) return 0;
    double squares = 0;
    for (const double accuracy : all)
        squares += (accuracy - mean(count)) * (accuracy - mean(count));
    return std::sqrt(squares / static_cast<double>(all.size() - 1));
}

Result<AccuracyCurve> curveOf(const LabelReader& reader, const SampleClasses& classes,
                              const CurveSetup& setup, Workers& workers, const Watch& watch)
{
    const auto draws = allDraws(classes, setup);
    if (!draws) return draws.error();
    std::vector<double> accuracies(draws->size());
    const auto readDraw = [&](int i, const StopQuery& stop) -> std::optional<Error> {
        const auto read = reader((*draws)[static_cast<std::size_t>(i)], stop);
        if (!read) return read.error();
        accuracies[static_cast<std::size_t>(i)] = accuracyOf(*read, classes.test);
        return std::nullopt;
    };
    if (auto error = forEachDraw(static_cast<int>(draws->size()), workers, watch, readDraw)) return *error;
    return inRows(accuracies, setup);
}

Result<AccuracyCurve> accuracyCurve(const FeatureSet& feature, const SampleClasses& classes,
                                    const CurveSetup& setup, Workers& workers, const Watch& watch)
{
    const auto draws = allDraws(classes, setup);
    if (!draws) return draws.error();
    const int all = static_cast<int>(draws->size()), together = readTogether(feature, classes, setup, *draws);
    std::vector<double> accuracies;
    for (int first = 0; first < all; first += together) {
        std::vector<FewLabelClassifier> classifiers(
            static_cast<std::size_t>(std::min(together, all - first)));
        const auto fitDraw = [&](int i, const StopQuery&) -> std::optional<Error> {
            const LabelledSamples& labelled = (*draws)[static_cast<std::size_t>(first + i)];
            classifiers[static_cast<std::size_t>(i)] =
                fitClassifier(feature, labelled, classes.count(), setup.classifier);
            return std::nullopt;
        };
        const int count = static_cast<int>(classifiers.size());
        const Watch part = partOf(watch, double(first) / all, double(first + count) / all);
        if (auto error = forEachDraw(count, workers, part, fitDraw)) return *error;
        SharedWatch shared(part, 1);
        shared.countDone();
        const auto read = readings(classifiers, feature.test, workers, [&] { return shared.isStopped(); });
        if (!read) return read.error();
        for (const auto& one : *read)
            accuracies.push_back(accuracyOf(one, classes.test));
    }
    return inRows(accuracies, setup);
}

} // namespace hg
