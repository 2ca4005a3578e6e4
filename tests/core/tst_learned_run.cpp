#include "core/lab/conv_presets.h"
#include "core/lab/conventions.h"
#include "core/lab/learned_run.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hg;

namespace {

/// A scene of one filter on random numbers.
ConvScene sceneOf(Axes input, Axes kernel, Padding padding)
{
    const Random random(3, 1);
    ConvScene scene;
    scene.input = TensorD(1, {1, input.h, input.w});
    scene.kernel = TensorD(1, {1, kernel.h, kernel.w});
    std::uint64_t drawn = 0;
    for (TensorD* tensor : {&scene.input, &scene.kernel})
        for (double& x : tensor->data)
            x = random.normal(drawn++);
    scene.paddingH = scene.paddingW = padding;
    return scene;
}

LearnedRun learned(const ConvScene& scene, const LearnSetup& setup, int filter = 0)
{
    const auto figure = evaluate(scene);
    return **learn(filterTaskOf(*figure, filter, setup), setup.rate);
}

double largestDifference(std::span<const double> a, std::span<const double> b)
{
    double largest = a.size() == b.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

} // namespace

/// The lab's scene as a filter that is to be learned.
class TstLearnedRun : public QObject {
    Q_OBJECT

private slots:
    void theWantedOutputIsTheScenes_data();
    void theWantedOutputIsTheScenes();
    void theFilterIsFound();
    void theChannelThatTheFilterSees();
    void aPictureIsWanted();
    void hindrancesHaveANearest_data();
    void hindrancesHaveANearest();
    void anyScaleIsLearned_data();
    void anyScaleIsLearned();
    void theWatchEndsIt();
};

void TstLearnedRun::theWantedOutputIsTheScenes_data()
{
    QTest::addColumn<ConvScene>("scene");
    const auto row = [](const char* name, auto change) {
        ConvScene scene = sceneOf({9, 8}, {3, 3}, {Padding::Kind::Same});
        change(scene);
        QTest::newRow(name) << scene;
    };
    row("same", [](ConvScene&) {});
    row("stride 2, dilation 2", [](ConvScene& s) { s.stride = s.dilation = {2, 2}; });
    row("reflected", [](ConvScene& s) { s.fill = Fill::Reflect; });
    row("the other side, stride 2", [](ConvScene& s) {
        s.fill = Fill::Circular;
        s.stride = {2, 1};
    });
    row("turned by NumPy", [](ConvScene& s) { s.convention = Convention::NumPy; });
    row("even under NumPy", [](ConvScene& s) {
        s.convention = Convention::NumPy;
        s.kernel = sceneOf({4, 4}, {4, 2}, {}).kernel;
    });
    row("half of conv_arithmetic", [](ConvScene& s) {
        s.convention = Convention::Arithmetic;
        s.kernel = sceneOf({4, 4}, {4, 2}, {}).kernel;
    });
    row("full", [](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Full}; });
    row("a line", [](ConvScene& s) {
        s = sceneOf({1, 20}, {1, 5}, {Padding::Kind::Valid});
        s.axes = 1;
    });
}

/// Also the gradient, of which the layers of networks know no padding but zeros.
void TstLearnedRun::theWantedOutputIsTheScenes()
{
    QFETCH(ConvScene, scene);
    const auto figure = evaluate(scene);
    QVERIFY(figure);
    const auto task = evaluate(filterTaskOf(*figure, 0, {}));
    QVERIFY(task);
    QVERIFY(task->wanted.shape == figure->outputShape());
    QVERIFY(largestDifference(task->wanted.data, figure->output.data) < 1e-12);
    const auto weights = startWeights(*task);
    const FilterStep step = stepAt(*task, weights);
    constexpr double h = 1e-4;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto up = weights, down = weights;
        up[i] += h;
        down[i] -= h;
        const double slope = (stepAt(*task, up).loss - stepAt(*task, down).loss) / (2 * h);
        QVERIFY(std::abs(slope - step.gradient[i]) < 1e-8);
    }
}

void TstLearnedRun::theFilterIsFound()
{
    const ConvScene scene = sceneOf({12, 12}, {3, 3}, {Padding::Kind::Same});
    for (const DescentMethod method : {DescentMethod::Plain, DescentMethod::Momentum}) {
        LearnSetup setup;
        setup.method = method;
        const LearnedRun found = learned(scene, setup);
        QCOMPARE(found.run.end(), FilterEnd::Learned);
        QVERIFY(largestDifference(found.run.weightsAt(found.run.updates()), scene.kernel.data) < 1e-3);
        QVERIFY(found.rate() < *found.edge());
        setup.rate = 1.2 * *found.edge();
        QCOMPARE(learned(scene, setup).run.end(), FilterEnd::Diverged);
    }
    const LearnedRun average = learned(scene, {WantedKind::Average});
    for (const double weight : *average.figure().hidden)
        QCOMPARE(weight, 1.0 / 9);
    const LearnedRun edges = learned(scene, {WantedKind::Edges});
    QVERIFY(*edges.figure().hidden == std::vector<double>({1, 0, -1, 2, 0, -2, 1, 0, -1}) ||
            *edges.figure().hidden == std::vector<double>({-1, 0, 1, -2, 0, 2, -1, 0, 1}));
}

void TstLearnedRun::theChannelThatTheFilterSees()
{
    ConvScene scene =
        withGroups(withFilters(withChannels(sceneOf({6, 6}, {3, 3}, {Padding::Kind::Valid}), 2), 2), 2);
    QCOMPARE(learnedChannel(scene, 0), 0);
    QCOMPARE(learnedChannel(scene, 1), 1);
    const auto figure = evaluate(scene);
    const auto task = evaluate(filterTaskOf(*figure, 1, {}));
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 4; ++c)
            QVERIFY(std::abs(task->wanted.at(0, 0, r, c) - figure->output.at(0, 1, r, c)) < 1e-12);
}

void TstLearnedRun::aPictureIsWanted()
{
    const ConvScene scene = sceneOf({6, 6}, {3, 3}, {Padding::Kind::Valid});
    LearnSetup setup{WantedKind::Picture, TensorD(1, {1, 4, 4})};
    setup.picture->at(0, 0, 1, 2) = 1;
    QVERIFY(!learnHindranceOf(*evaluate(scene), setup));
    const LearnedRun run = learned(scene, setup);
    QVERIFY(!run.figure().hidden);
    QVERIFY(run.figure().wanted == *setup.picture);
    QVERIFY(run.run.losses().back() < run.run.losses().front());
}

void TstLearnedRun::hindrancesHaveANearest_data()
{
    QTest::addColumn<ConvScene>("scene");
    QTest::addColumn<LearnSetup>("setup");
    QTest::addColumn<LearnHindrance>("hindrance");
    ConvScene scene = sceneOf({6, 6}, {2, 2}, {Padding::Kind::Valid});
    ConvScene pooled = scene;
    pooled.pooling = Pooling::Max;
    pooled.stride = {2, 2};
    QTest::newRow("pooling") << pooled << LearnSetup() << LearnHindrance::Pooling;
    pooled = withChannels(pooled, 3);
    QTest::newRow("pooling of three channels") << pooled << LearnSetup() << LearnHindrance::Pooling;
    QTest::newRow("transposed") << withDirection(scene, true) << LearnSetup() << LearnHindrance::Transposed;
    ConvScene wide = sceneOf({1, 1}, {3, 3}, {Padding::Kind::Full});
    wide = withDirection(wide, true);
    wide.paddingH = wide.paddingW = {Padding::Kind::Valid};
    QTest::newRow("transposed, larger than the input") << wide << LearnSetup() << LearnHindrance::Transposed;
    QTest::newRow("one cell") << sceneOf({4, 4}, {1, 1}, {}) << LearnSetup{WantedKind::Edges}
                              << LearnHindrance::TooSmall;
    QTest::newRow("huge") << sceneOf({300, 300}, {15, 15}, {Padding::Kind::Same}) << LearnSetup()
                          << LearnHindrance::TooLarge;
    QTest::newRow("a huge kernel") << sceneOf({30, 30}, {29, 29}, {}) << LearnSetup()
                                   << LearnHindrance::TooLarge;
    QTest::newRow("another shape") << scene << LearnSetup{WantedKind::Picture, TensorD(1, {1, 2, 2})}
                                   << LearnHindrance::PictureShape;
    QTest::newRow("no picture") << scene << LearnSetup{WantedKind::Picture} << LearnHindrance::PictureShape;
}

void TstLearnedRun::hindrancesHaveANearest()
{
    QFETCH(ConvScene, scene);
    QFETCH(LearnSetup, setup);
    QFETCH(LearnHindrance, hindrance);
    const auto figure = evaluate(scene);
    QVERIFY(figure);
    const auto found = learnHindranceOf(*figure, setup);
    QVERIFY(found == hindrance);
    const LearnProblem nearest = nearestLearnable(*figure, setup, *found);
    const auto there = evaluate(nearest.scene);
    QVERIFY(there);
    QVERIFY(!learnHindranceOf(*there, nearest.setup));
    QVERIFY(evaluate(filterTaskOf(*there, 0, nearest.setup)));
}

void TstLearnedRun::anyScaleIsLearned_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1e-6, 1e-3, 1.0, 1e3, 1e6})
        QTest::addRow("%g", scale) << scale;
}

void TstLearnedRun::anyScaleIsLearned()
{
    QFETCH(double, scale);
    ConvScene scene = sceneOf({10, 10}, {3, 3}, {Padding::Kind::Same});
    for (double& x : scene.input.data)
        x *= scale;
    const LearnedRun run = learned(scene, {});
    QCOMPARE(run.run.end(), FilterEnd::Learned);
    QVERIFY(largestGap(run.run, run.run.updates()) < 1e-2);
}

void TstLearnedRun::theWatchEndsIt()
{
    const auto figure = evaluate(sceneOf({28, 28}, {3, 3}, {Padding::Kind::Same}));
    const auto ended = learn(filterTaskOf(*figure, 0, {}), 1e-6, [](double) { return false; });
    QVERIFY(ended && !*ended);
    FilterTask wrong = filterTaskOf(*figure, 0, {});
    wrong.wanted.weights = TensorD(1, {1, 2, 2});
    const auto refused = learn(wrong, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ShapesDoNotFit);
}

QTEST_GUILESS_MAIN(TstLearnedRun)
#include "tst_learned_run.moc"
