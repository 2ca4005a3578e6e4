#include "core/eval/label_spreading.h"
#include "core/eval/scratch_network.h"
#include "core/train/trainer.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace hg;

namespace {

constexpr int side = 6; // numbers a sample

/// Samples of three classes with the labels 2, 5 and 9, the classes apart in their own two numbers.
Samples blobs(int count, std::uint32_t stream)
{
    Samples samples{.count = count, .shape = {side, 1, 1}};
    const Random random(4, 306, stream);
    const int labels[] = {5, 2, 9};
    for (int i = 0; i < count; ++i) {
        samples.labels.push_back(labels[i % 3]);
        for (int f = 0; f < side; ++f)
            samples.doubles.push_back(0.5 + 0.1 * random.normal(samples.doubles.size()) +
                                      (f / 2 == i % 3 ? 0.25 : 0));
    }
    return samples;
}

std::shared_ptr<const Dataset> blobData(int train = 90, int test = 200)
{
    return std::make_shared<const Dataset>(Dataset{"blobs", blobs(train, 0), blobs(test, 1)});
}

Network smallNetwork()
{
    return {.input = {side, 1, 1},
            .layers = {dense(5, Activation::LeakyRelu), dense(4, Activation::Tanh),
                       dense(2, Activation::Linear), dense(4, Activation::LeakyRelu),
                       dense(side, Activation::Linear)},
            .codeLayer = 2};
}

/// A network that has learned something.
FeatureSource sourceOf(const std::shared_ptr<const Dataset>& data, const Network& network = smallNetwork())
{
    Workers workers(1);
    const Recipe recipe{.learningRate = 0.01, .batch = 10, .epochs = 5, .seed = 3};
    Trainer trainer(std::make_shared<const Plan>(*resolve(network)), recipe,
                    {data->train.view(), data->test.view(), data}, workers);
    (void)trainToEnd(trainer);
    return {trainer.model(), recipe, data};
}

FeatureSet setOf(FeatureKind kind, const FeatureSource& source)
{
    Workers workers(2);
    return *featureSet(*featureMap(kind, source, workers), source.data, workers);
}

constexpr FeatureKind allKinds[] = {FeatureKind::Code, FeatureKind::Hidden, FeatureKind::Raw,
                                    FeatureKind::Pca, FeatureKind::Untrained};

constexpr ClassifierKind kinds[] = {ClassifierKind::Softmax, ClassifierKind::Neighbours,
                                    ClassifierKind::HiddenLayer};

LabelledSamples fewOf(const SampleClasses& classes, int perClass, int draw = 0)
{
    return *drawLabels(classes, {perClass, draw, 1});
}

double squareBetween(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t f = 0; f < a.size(); ++f)
        sum += (a[f] - b[f]) * (a[f] - b[f]);
    return sum;
}

/// Two rings around each other, no line between them: even rows are the inner one.
std::shared_ptr<const Dataset> rings(int train, int test)
{
    const auto part = [](int count, double turn) {
        Samples samples{.count = count, .shape = {2, 1, 1}};
        for (int i = 0; i < count; ++i) {
            const double radius = i % 2 == 0 ? 0.3 : 1, angle = 6.2832 * (i + turn) / count;
            samples.labels.push_back(i % 2);
            samples.doubles.push_back(radius * std::cos(angle));
            samples.doubles.push_back(radius * std::sin(angle));
        }
        return samples;
    };
    return std::make_shared<const Dataset>(Dataset{"rings", part(train, 0), part(test, 0.4)});
}

FeatureSet rawSet(const std::shared_ptr<const Dataset>& data)
{
    Workers workers(1);
    return *featureSet({.kind = FeatureKind::Raw}, data, workers);
}

} // namespace

/// Few labels: what is drawn, what is read instead of the samples, and what is made of both.
class TstFewLabels : public QObject {
    Q_OBJECT

private slots:
    void classesAreCountedByLabel();
    void dataWithoutClassesAreRefused();
    void drawsAreOfEachClass();
    void drawsAreReproducibleAndNested();
    void everySampleIsDrawnSometimes();
    void tooManyLabelsAreRefused();
    void featuresAreWhatTheySay();
    void featuresAreScaled_data();
    void featuresAreScaled();
    void samplesAlikeAreNotScaled();
    void noLayerBeforeTheCode();
    void readingsAreThoseOfTheScores_data();
    void readingsAreThoseOfTheScores();
    void probabilitiesFollowTheLabels();
    void hiddenLayerBends();
    void hiddenLayerUndoesItsScaling();
    void wrongAndDoubleLabelsCount();
    void neighboursVote_data();
    void neighboursVote();
    void neighboursGrowWithTheLabels_data();
    void neighboursGrowWithTheLabels();
    void equalVotesGoToTheNearest();
    void readingsAreCounted();
    void curvesAverageTheirDraws();
    void curvesAreTheSameOnAnyThreads();
    void workIsCancelled();
    void graphIsSymmetric();
    void spreadingSolvesItsEquation();
    void spreadingGoesAlongTheRings();
    void suggestionsAreRowsOfTheirList();
    void scratchIsTheEncoderWithAClassifier();
    void scratchLearnsFromTheLabelsAlone();
};

void TstFewLabels::classesAreCountedByLabel()
{
    auto data = *blobData(6, 3);
    data.test.labels = {9, 7, 2};
    const auto classes = sampleClasses(data);
    QVERIFY(classes);
    QVERIFY(classes->names == (std::vector<int>{2, 5, 9}));
    QVERIFY(classes->train == (std::vector<int>{1, 0, 2, 1, 0, 2}));
    QVERIFY(classes->test == (std::vector<int>{2, -1, 0}));
}

void TstFewLabels::dataWithoutClassesAreRefused()
{
    auto data = *blobData(6, 3);
    data.test.labels.clear();
    QCOMPARE(sampleClasses(data).error().code, ErrorCode::LabelsMissing);
    data = *blobData(6, 3);
    data.train.labels.assign(6, 4);
    QCOMPARE(sampleClasses(data).error().code, ErrorCode::OneClass);
}

void TstFewLabels::drawsAreOfEachClass()
{
    const auto classes = *sampleClasses(*blobData());
    const auto labelled = fewOf(classes, 7);
    QCOMPARE(labelled.count(), 21);
    QCOMPARE(std::set<int>(labelled.rows.begin(), labelled.rows.end()).size(), std::size_t(21));
    for (std::size_t i = 0; i < labelled.rows.size(); ++i) {
        QCOMPARE(labelled.classes[i], static_cast<int>(i / 7));
        QCOMPARE(classes.train[static_cast<std::size_t>(labelled.rows[i])], labelled.classes[i]);
    }
}

void TstFewLabels::drawsAreReproducibleAndNested()
{
    const auto classes = *sampleClasses(*blobData());
    QVERIFY(fewOf(classes, 5, 2).rows == fewOf(classes, 5, 2).rows);
    QVERIFY(fewOf(classes, 5, 2).rows != fewOf(classes, 5, 3).rows);
    QVERIFY(drawLabels(classes, {5, 2, 1})->rows != drawLabels(classes, {5, 2, 2})->rows);
    const auto few = fewOf(classes, 2).rows, more = fewOf(classes, 6).rows;
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t i = 0; i < 2; ++i)
            QCOMPARE(few[c * 2 + i], more[c * 6 + i]);
}

void TstFewLabels::everySampleIsDrawnSometimes()
{
    const auto classes = *sampleClasses(*blobData());
    std::vector<int> drawn(90, 0);
    for (int draw = 0; draw < 300; ++draw)
        for (const int row : fewOf(classes, 3, draw).rows)
            ++drawn[static_cast<std::size_t>(row)];
    // 300 draws of 3 among 30: thirty each, deviation 5.2.
    QVERIFY(*std::min_element(drawn.begin(), drawn.end()) > 10);
    QVERIFY(*std::max_element(drawn.begin(), drawn.end()) < 55);
}

void TstFewLabels::tooManyLabelsAreRefused()
{
    const auto classes = *sampleClasses(*blobData());
    QVERIFY(drawLabels(classes, {30, 0, 1}));
    const auto drawn = drawLabels(classes, {31, 0, 1});
    QVERIFY(!drawn);
    QCOMPARE(drawn.error().code, ErrorCode::TooFewOfClass);
    QVERIFY(drawn.error().numbers == (std::vector<double>{2, 30, 31}));
}

void TstFewLabels::featuresAreWhatTheySay()
{
    const auto data = blobData();
    const FeatureSource source = sourceOf(data);
    Workers workers(2);
    Model fresh = source.model;
    fresh.parameters = initialParameters(fresh.plan->network(), source.recipe.seed);
    QVERIFY(fresh.parameters != source.model.parameters);
    const Pca pca = *fitPca(data->train.view(), 2, workers);
    const auto scores = project(pca, data->test.view(), workers);
    for (int row : {0, 7, 199}) {
        const auto sample = data->test.view().sample(row);
        const auto trained = activationsOf(source.model, sample), untrained = activationsOf(fresh, sample);
        const std::vector<float> expected[] = {trained[3],
                                               trained[2],
                                               sample,
                                               {scores.begin() + 2 * row, scores.begin() + 2 * row + 2},
                                               untrained[1]};
        for (const FeatureKind kind : allKinds) {
            const auto set = setOf(kind, source);
            QCOMPARE(set.train.count, 90);
            QCOMPARE(set.test.count, 200);
            QVERIFY(set.test.sample(row) == expected[static_cast<int>(kind)]);
            QVERIFY(*numbersOf(set.map, data->test.view().rows(row, 1), workers) ==
                    expected[static_cast<int>(kind)]);
        }
    }
}

void TstFewLabels::featuresAreScaled_data()
{
    QTest::addColumn<int>("kind");
    for (const FeatureKind kind : allKinds)
        QTest::addRow("feature %d", static_cast<int>(kind)) << static_cast<int>(kind);
}

/// The code by column, everything else by one factor.
void TstFewLabels::featuresAreScaled()
{
    QFETCH(int, kind);
    const auto set = setOf(static_cast<FeatureKind>(kind), sourceOf(blobData()));
    std::vector<double> means(set.size()), variances(set.size());
    for (int i = 0; i < set.train.count; ++i)
        for (std::size_t f = 0; f < set.size(); ++f) {
            const double x = set.scaled(set.train, i)[f];
            means[f] += x / set.train.count;
            variances[f] += x * x / set.train.count;
        }
    for (const double mean : means)
        QVERIFY(std::abs(mean) < 1e-6);
    const double all = std::accumulate(variances.begin(), variances.end(), 0.0) / double(set.size());
    QVERIFY(std::abs(all - 1) < 1e-6);
    for (std::size_t f = 0; f < set.size(); ++f) {
        if (static_cast<FeatureKind>(kind) == FeatureKind::Code)
            QVERIFY(std::abs(variances[f] - 1) < 1e-6);
        else
            QCOMPARE(set.scale[f], set.scale[0]);
    }
}

void TstFewLabels::samplesAlikeAreNotScaled()
{
    auto data = *blobData(6, 3);
    std::fill(data.train.doubles.begin(), data.train.doubles.end(), 0.25);
    const auto set = rawSet(std::make_shared<const Dataset>(std::move(data)));
    QVERIFY(set.scale == std::vector<double>(side, 1.0));
    QVERIFY(set.scaled(set.train, 0) == std::vector<double>(side, 0.0));
}

void TstFewLabels::noLayerBeforeTheCode()
{
    const Network linear{.input = {side, 1, 1},
                         .layers = {dense(2, Activation::Linear), dense(side, Activation::Linear)},
                         .codeLayer = 0};
    const auto source = sourceOf(blobData(), linear);
    Workers workers(1);
    QCOMPARE(featureMap(FeatureKind::Hidden, source, workers).error().code, ErrorCode::NoHiddenLayer);
    const auto untrained = featureMap(FeatureKind::Untrained, source, workers);
    QVERIFY(untrained);
    QCOMPARE(untrained->layers, 1);
}

void TstFewLabels::readingsAreThoseOfTheScores_data()
{
    featuresAreScaled_data();
}

void TstFewLabels::readingsAreThoseOfTheScores()
{
    QFETCH(int, kind);
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto set = setOf(static_cast<FeatureKind>(kind), sourceOf(data));
    const auto labelled = fewOf(classes, 4);
    Workers workers(2);
    const auto classifier = fitClassifier(set, labelled, 3);
    const auto read = readings({&classifier, 1}, set.test, workers);
    const auto shares = probabilities(classifier, set.test, workers);
    QVERIFY(read);

    std::vector<double> numbers;
    for (const int row : labelled.rows)
        for (const double x : set.scaled(set.train, row))
            numbers.push_back(x);
    const auto model = fitSoftmax({numbers, set.size(), labelled.classes}, 3);
    for (int i = 0; i < set.test.count; ++i) {
        const auto x = set.scaled(set.test, i);
        std::vector<double> expected(model.biases);
        for (std::size_t c = 0; c < 3; ++c)
            expected[c] =
                std::inner_product(x.begin(), x.end(), model.weights.data() + c * x.size(), expected[c]);
        toProbabilities(expected);
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(std::abs(expected[c] - double(shares[static_cast<std::size_t>(3 * i) + c])) < 1e-4);
        const float* own = shares.data() + 3 * i;
        QCOMPARE((*read)[0][static_cast<std::size_t>(i)],
                 static_cast<int>(std::max_element(own, own + 3) - own));
    }
    QVERIFY(accuracyOf((*read)[0], classes.test) > 0.6);
}

/// One label: nothing else can be read. Two classes: the third cannot.
void TstFewLabels::probabilitiesFollowTheLabels()
{
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto set = rawSet(data);
    Workers workers(1);
    for (const ClassifierKind kind : kinds) {
        const auto one = fitClassifier(set, {{4}, {1}}, 3, {.kind = kind});
        const auto certain = probabilities(one, set.test.rows(0, 1), workers);
        QVERIFY(certain == (std::vector<float>{0, 1, 0}));
        const auto two = fitClassifier(set, {{1, 2}, {0, 2}}, 3, {.kind = kind});
        const auto read = *readings({&two, 1}, set.test, workers);
        QCOMPARE(std::count(read[0].begin(), read[0].end(), 1), 0);
        QVERIFY(std::count(read[0].begin(), read[0].end(), 0) > 0);
        QVERIFY(std::count(read[0].begin(), read[0].end(), 2) > 0);
        const auto shares = probabilities(two, set.test, workers);
        for (std::size_t i = 0; i < shares.size(); i += 3) {
            QCOMPARE(shares[i + 1], 0.0f);
            QVERIFY(std::abs(shares[i] + shares[i + 2] - 1) < 1e-5f);
        }
    }
}

/// No line parts two rings, so that softmax alone guesses.
void TstFewLabels::hiddenLayerBends()
{
    const auto data = rings(40, 200);
    const auto classes = *sampleClasses(*data);
    const auto set = rawSet(data);
    const auto labelled = fewOf(classes, 10);
    Workers workers(2);
    const auto accuracyBy = [&](ClassifierKind kind) {
        const auto classifier = fitClassifier(set, labelled, 2, {.kind = kind});
        return accuracyOf((*readings({&classifier, 1}, set.test, workers))[0], classes.test);
    };
    QVERIFY(accuracyBy(ClassifierKind::HiddenLayer) > 0.95);
    QVERIFY(accuracyBy(ClassifierKind::Softmax) < 0.7);
}

/// What is read in rows as they come is what the network says of scaled ones.
void TstFewLabels::hiddenLayerUndoesItsScaling()
{
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto set = setOf(FeatureKind::Code, sourceOf(data));
    const auto labelled = fewOf(classes, 4);
    Workers workers(1);
    const ClassifierSetup setup{.kind = ClassifierKind::HiddenLayer, .hidden = {.neurons = 5, .seed = 8}};
    const auto shares = probabilities(fitClassifier(set, labelled, 3, setup), set.test, workers);
    std::vector<double> numbers;
    for (const int row : labelled.rows)
        for (const double x : set.scaled(set.train, row))
            numbers.push_back(x);
    const Model scaled = fitHiddenLayer({numbers, set.size(), labelled.classes}, 3, setup.hidden);
    for (int i = 0; i < set.test.count; ++i) {
        const auto own = set.scaled(set.test, i);
        const std::vector<float> row(own.begin(), own.end());
        const auto scores =
            *outputsAfter(2, scaled, {.floats = row.data(), .count = 1, .features = row.size()}, workers);
        std::vector<double> expected(scores.begin(), scores.end());
        toProbabilities(expected);
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(std::abs(expected[c] - double(shares[static_cast<std::size_t>(3 * i) + c])) < 1e-4);
    }
}

void TstFewLabels::wrongAndDoubleLabelsCount()
{
    const auto data = blobData();
    const auto set = rawSet(data);
    Workers workers(1);
    const auto shareOf = [&](const LabelledSamples& labelled) {
        return probabilities(fitClassifier(set, labelled, 3), set.train.rows(labelled.rows[0], 1),
                             workers)[0];
    };
    const LabelledSamples once{{1, 2, 3}, {0, 2, 1}}, twice{{1, 1, 2, 3}, {0, 0, 2, 1}},
        both{{1, 1, 2, 3}, {0, 1, 2, 1}};
    QVERIFY(shareOf(twice) > shareOf(once));
    QVERIFY(shareOf(both) < shareOf(once));
}

void TstFewLabels::neighboursVote_data()
{
    QTest::addColumn<int>("neighbours");
    for (const int k : {1, 2, 3, 5, 12, 100})
        QTest::addRow("%d neighbours", k) << k;
}

void TstFewLabels::neighboursVote()
{
    QFETCH(int, neighbours);
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto set = setOf(FeatureKind::Code, sourceOf(data));
    const auto labelled = fewOf(classes, 4);
    Workers workers(2);
    const auto classifier =
        fitClassifier(set, labelled, 3, {.kind = ClassifierKind::Neighbours, .neighbours = neighbours});
    const auto read = *readings({&classifier, 1}, set.test, workers);
    const auto shares = probabilities(classifier, set.test, workers);
    const int k = std::min(neighbours, labelled.count());
    for (int i = 0; i < set.test.count; ++i) {
        std::vector<std::pair<double, int>> all;
        for (std::size_t n = 0; n < labelled.rows.size(); ++n)
            all.emplace_back(squareBetween(set.scaled(set.test, i), set.scaled(set.train, labelled.rows[n])),
                             labelled.classes[n]);
        std::stable_sort(all.begin(), all.end(), [](auto a, auto b) { return a.first < b.first; });
        std::vector<int> votes(3);
        for (int n = 0; n < k; ++n)
            ++votes[static_cast<std::size_t>(all[static_cast<std::size_t>(n)].second)];
        const int most = *std::max_element(votes.begin(), votes.end());
        const auto winner = std::find_if(all.begin(), all.end(), [&](const auto& one) {
            return votes[static_cast<std::size_t>(one.second)] == most;
        });
        QCOMPARE(read[0][static_cast<std::size_t>(i)], winner->second);
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(std::abs(shares[static_cast<std::size_t>(3 * i) + c] - float(votes[c]) / float(k)) <
                    1e-5f);
    }
}

void TstFewLabels::neighboursGrowWithTheLabels_data()
{
    QTest::addColumn<int>("perClass");
    QTest::addColumn<int>("neighbours");
    for (const auto& [perClass, neighbours] :
         {std::pair(1, 1), {2, 1}, {5, 1}, {8, 1}, {9, 3}, {10, 3}, {25, 5}, {30, 5}})
        QTest::addRow("%d labels a class", perClass) << perClass << neighbours;
}

void TstFewLabels::neighboursGrowWithTheLabels()
{
    QFETCH(int, perClass);
    QFETCH(int, neighbours);
    const auto data = blobData();
    const auto set = rawSet(data);
    const auto labelled = fewOf(*sampleClasses(*data), perClass);
    QCOMPARE(fitClassifier(set, labelled, 3, {.kind = ClassifierKind::Neighbours}).neighbours, neighbours);
}

void TstFewLabels::equalVotesGoToTheNearest()
{
    Samples line{.count = 4, .shape = {1, 1, 1}, .doubles = {0, 1, 3, 4}, .labels = {0, 1, 0, 1}};
    Samples test{.count = 2, .shape = {1, 1, 1}, .doubles = {1.9, 2.1}, .labels = {0, 1}};
    const auto set = rawSet(std::make_shared<const Dataset>(Dataset{"line", line, test}));
    const auto classifier = fitClassifier(set, {{0, 1, 2, 3}, {0, 1, 0, 1}}, 2,
                                          {.kind = ClassifierKind::Neighbours, .neighbours = 4});
    Workers workers(1);
    QVERIFY((*readings({&classifier, 1}, set.test, workers))[0] == (std::vector<int>{1, 0}));
}

void TstFewLabels::readingsAreCounted()
{
    const std::vector<int> read{0, 1, 1, 2, 0, 1}, classes{0, 1, 2, 2, 1, -1};
    QCOMPARE(accuracyOf(read, classes), 0.5);
    QVERIFY(confusionOf(read, classes, 3) == (std::vector<int>{1, 0, 0, 1, 1, 0, 0, 1, 1}));
    QVERIFY(wrongOnes(read, classes) == (std::vector<int>{2, 4, 5}));
    QCOMPARE(accuracyOf({}, {}), 0.0);
}

void TstFewLabels::curvesAverageTheirDraws()
{
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto set = rawSet(data);
    Workers workers(2);
    const CurveSetup setup{.counts = {1, 10}, .draws = 3, .seed = 6};
    const auto curve = *accuracyCurve(set, classes, setup, workers);
    for (std::size_t i = 0; i < 2; ++i) {
        double sum = 0, squares = 0;
        for (int draw = 0; draw < 3; ++draw) {
            const auto labelled = *drawLabels(classes, {setup.counts[i], draw, 6});
            const auto classifier = fitClassifier(set, labelled, 3);
            const double own = accuracyOf((*readings({&classifier, 1}, set.test, workers))[0], classes.test);
            QCOMPARE(curve.accuracies[i][static_cast<std::size_t>(draw)], own);
            sum += own;
            squares += own * own;
        }
        QVERIFY(std::abs(curve.mean(i) - sum / 3) < 1e-12);
        QVERIFY(std::abs(curve.deviation(i) - std::sqrt((squares - sum * sum / 3) / 2)) < 1e-9);
    }
    QVERIFY(curve.mean(1) > curve.mean(0));
    QCOMPARE(accuracyCurve(set, classes, {.counts = {2}, .draws = 1}, workers)->deviation(0), 0.0);
}

void TstFewLabels::curvesAreTheSameOnAnyThreads()
{
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto source = sourceOf(data);
    for (const ClassifierKind kind : kinds) {
        std::vector<AccuracyCurve> curves;
        for (const int threads : {1, 2, 3}) {
            Workers workers(threads);
            const auto set = *featureSet(*featureMap(FeatureKind::Hidden, source, workers), data, workers);
            curves.push_back(*accuracyCurve(
                set, classes, {.counts = {1, 4, 9}, .draws = 5, .classifier = {.kind = kind}}, workers));
        }
        QVERIFY(curves[0].accuracies == curves[1].accuracies);
        QVERIFY(curves[0].accuracies == curves[2].accuracies);
    }
}

void TstFewLabels::workIsCancelled()
{
    const auto data = blobData();
    const auto classes = *sampleClasses(*data);
    const auto source = sourceOf(data);
    const auto set = rawSet(data);
    Workers workers(2);
    const Watch never = [](double) { return false; };
    const CurveSetup setup{.counts = {1, 2}};
    const LabelReader reader = [&](const LabelledSamples& labelled, const StopQuery& stop) {
        Workers own(1);
        return scratchReadings(source, labelled, 3, own, stop);
    };
    QCOMPARE(featureSet({.kind = FeatureKind::Raw}, data, workers, never).error().code, ErrorCode::Cancelled);
    QCOMPARE(featureMap(FeatureKind::Pca, source, workers, never).error().code, ErrorCode::Cancelled);
    QCOMPARE(accuracyCurve(set, classes, setup, workers, never).error().code, ErrorCode::Cancelled);
    QCOMPARE(curveOf(reader, classes, setup, workers, never).error().code, ErrorCode::Cancelled);
    QCOMPARE(spreadingGraph(set, {}, {}, workers, never).error().code, ErrorCode::Cancelled);
    int asked = 0;
    const auto soon = curveOf(reader, classes, {.counts = {1}, .draws = 2}, workers,
                              [&](double) { return ++asked < 5; }); // inside of a training
    QVERIFY(!soon);
    QCOMPARE(soon.error().code, ErrorCode::Cancelled);
}

void TstFewLabels::graphIsSymmetric()
{
    const auto data = blobData(40, 20);
    const auto set = rawSet(data);
    Workers workers(2);
    std::vector<int> rows(25);
    std::iota(rows.begin(), rows.end(), 10);
    const auto graph = *spreadingGraph(set, rows, {.neighbours = 3}, workers);
    QVERIFY(graph.nodes == rows);
    QCOMPARE(graph.testNeighbours.size(), std::size_t(60));
    std::vector<double> sums(25);
    std::set<std::pair<int, int>> edges;
    for (int node = 0; node < 25; ++node) {
        const int degree =
            graph.start[static_cast<std::size_t>(node) + 1] - graph.start[static_cast<std::size_t>(node)];
        QVERIFY(degree >= 3);
        for (int e = graph.start[static_cast<std::size_t>(node)];
             e < graph.start[static_cast<std::size_t>(node) + 1]; ++e) {
            const int to = graph.to[static_cast<std::size_t>(e)];
            const int other =
                graph.start[static_cast<std::size_t>(to) + 1] - graph.start[static_cast<std::size_t>(to)];
            QVERIFY(to != node && edges.insert({node, to}).second);
            QVERIFY(std::abs(double(graph.weights[static_cast<std::size_t>(e)]) -
                             1 / std::sqrt(double(degree) * other)) < 1e-6);
        }
    }
    for (const auto& [from, to] : edges)
        QVERIFY(edges.count({to, from}) == 1);
    QCOMPARE(spreadingGraph(set, std::vector<int>{3}, {}, workers).error().code, ErrorCode::TooFewSamples);
}

/// F = αSF + (1 − α)Y by plain repetition.
void TstFewLabels::spreadingSolvesItsEquation()
{
    const auto data = blobData(60, 40);
    const auto set = rawSet(data);
    const auto classes = *sampleClasses(*data);
    const auto labelled = fewOf(classes, 2);
    Workers workers(1);
    const SpreadSetup setup{.neighbours = 4, .share = 0.9};
    const auto graph = *spreadingGraph(set, {}, setup, workers);
    std::vector<double> y(180), f(180);
    for (std::size_t i = 0; i < labelled.rows.size(); ++i)
        y[static_cast<std::size_t>(3 * labelled.rows[i] + labelled.classes[i])] = 1;
    for (int round = 0; round < 500; ++round) {
        std::vector<double> next(180);
        for (std::size_t node = 0; node < 60; ++node)
            for (std::size_t c = 0; c < 3; ++c) {
                for (auto e = static_cast<std::size_t>(graph.start[node]);
                     e < static_cast<std::size_t>(graph.start[node + 1]); ++e)
                    next[3 * node + c] +=
                        0.9 * double(graph.weights[e]) * f[3 * static_cast<std::size_t>(graph.to[e]) + c];
                next[3 * node + c] += 0.1 * y[3 * node + c];
            }
        f = next;
    }
    const auto read = *spreadReadings(graph, labelled, 3, setup);
    QCOMPARE(read.size(), std::size_t(40));
    for (std::size_t i = 0; i < 40; ++i) {
        std::vector<double> sums(3);
        for (std::size_t n = 0; n < 4; ++n) {
            const double* node = f.data() + 3 * graph.testNeighbours[4 * i + n];
            for (std::size_t c = 0; c < 3; ++c)
                sums[c] += node[c] / (node[0] + node[1] + node[2]);
        }
        QCOMPARE(read[i], static_cast<int>(std::max_element(sums.begin(), sums.end()) - sums.begin()));
    }
}

void TstFewLabels::spreadingGoesAlongTheRings()
{
    const auto data = rings(200, 50);
    const auto set = rawSet(data);
    const auto classes = *sampleClasses(*data);
    Workers workers(2);
    const auto graph = *spreadingGraph(set, {}, {.neighbours = 4}, workers);
    const auto labelled = fewOf(classes, 1);
    QCOMPARE(accuracyOf(*spreadReadings(graph, labelled, 2), classes.test), 1.0);
    const auto line = fitClassifier(set, labelled, 2);
    QVERIFY(accuracyOf((*readings({&line, 1}, set.test, workers))[0], classes.test) < 0.9);
}

void TstFewLabels::suggestionsAreRowsOfTheirList()
{
    const auto data = blobData();
    const auto set = rawSet(data);
    std::vector<int> rows;
    for (int row = 1; row < 90; row += 2)
        rows.push_back(row);
    Workers workers(1);
    const auto found = *suggestedRows(set, rows, 3, 1, workers);
    QCOMPARE(found.size(), std::size_t(3));
    std::set<int> seen;
    for (const int row : found) {
        QCOMPARE(row % 2, 1);
        seen.insert(data->train.labels[static_cast<std::size_t>(row)]);
    }
    QCOMPARE(seen.size(), std::size_t(3));
    QVERIFY(*suggestedRows(set, rows, 3, 1, workers) == found);
}

void TstFewLabels::scratchIsTheEncoderWithAClassifier()
{
    const Network network = scratchNetwork(smallNetwork(), 3);
    const auto resolved = resolve(network);
    QVERIFY(resolved);
    QCOMPARE(resolved->layers.size(), std::size_t(4));
    QCOMPARE(resolved->codeSize(), 2);
    QCOMPARE(resolved->outputShape().size(), std::size_t(3));
    for (const int labelled : {1, 64, 65, 1000}) {
        const Recipe recipe = scratchRecipe(5, labelled);
        QVERIFY(validate(recipe, network));
        const int perEpoch = (labelled + recipe.batch - 1) / recipe.batch;
        QVERIFY(recipe.epochs * perEpoch >= 300 && recipe.epochs * perEpoch < 300 + perEpoch);
    }
}

void TstFewLabels::scratchLearnsFromTheLabelsAlone()
{
    const auto data = blobData();
    const auto source = sourceOf(data);
    const auto classes = *sampleClasses(*data);
    const auto labelled = fewOf(classes, 20);
    std::vector<int> read[2];
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        read[threads - 1] = *scratchReadings(source, labelled, 3, workers);
    }
    QVERIFY(read[0] == read[1]);
    QVERIFY(accuracyOf(read[0], classes.test) > 0.5); // by chance a third
    auto other = source; // neither what was trained nor the samples without labels have a say
    std::fill(other.model.parameters.begin(), other.model.parameters.end(), 0.0f);
    Workers workers(1);
    QVERIFY(*scratchReadings(other, labelled, 3, workers) == read[0]);
    QCOMPARE(scratchReadings(source, labelled, 3, workers, [] { return true; }).error().code,
             ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TstFewLabels)
#include "tst_few_labels.moc"
