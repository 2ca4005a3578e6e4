#include "core/lab/checker_training.h"

#include <QTest>

using namespace hg;

namespace {

std::shared_ptr<const Dataset> digits()
{
    static const auto data = loadDataset("mnist", Assets{std::filesystem::path{}});
    return data ? *data : nullptr;
}

/// The first moments of a comparison.
std::vector<CheckerMoment> momentsOf(const CheckerRecipe& recipe, int count, Workers& workers)
{
    auto training = CheckerTraining::begin(recipe, digits(), workers);
    std::vector<CheckerMoment> moments;
    for (int i = 0; training && i < count; ++i) {
        auto moment = (*training)->next();
        if (!moment) break;
        moments.push_back(std::move(*moment));
    }
    return moments;
}

CheckerMoment measured(int update, std::array<double, 3> strengths)
{
    return {update, {}, {}, strengths};
}

CheckerFilm film(const std::vector<CheckerMoment>& moments)
{
    CheckerFilm film;
    for (const CheckerMoment& moment : moments)
        film.moments.push_back(std::make_shared<const CheckerMoment>(moment));
    return film;
}

} // namespace

/// Three decoders that are trained side by side.
class TstCheckerTraining : public QObject {
    Q_OBJECT

private slots:
    void stopsRise();
    void momentsAreMeasured();
    void theSameWhateverTheWorkers();
    void recipesDiffer_data();
    void recipesDiffer();
    void givenUp();
    void runsAway();
    void picturesOfOtherSizes();
    void filmsTellWhatWasThere();
};

void TstCheckerTraining::stopsRise()
{
    const auto stops = checkerStops();
    QCOMPARE(stops.front(), 0);
    QCOMPARE(stops.back(), longChecking);
    for (std::size_t i = 1; i < stops.size(); ++i)
        QVERIFY(stops[i] > stops[i - 1] && stops[i] - stops[i - 1] <= 100);
    for (const int update : {0, CheckerSetup{}.update, shortChecking, longChecking})
        QCOMPARE(lastCheckerStop(update), update);
    QCOMPARE(lastCheckerStop(499), 450);
}

/// By the measure itself, of what the networks of that moment make of the digits.
void TstCheckerTraining::momentsAreMeasured()
{
    QVERIFY(digits());
    Workers workers;
    const auto moments = momentsOf({}, 4, workers);
    QCOMPARE(moments.size(), std::size_t(4));
    for (std::size_t i = 0; i < moments.size(); ++i)
        QCOMPARE(moments[i].update, checkerStops()[i]);
    const CheckerMoment& last = moments.back();
    for (std::size_t d = 0; d < doublings.size(); ++d) {
        TensorD mean(1, {1, 28, 28});
        for (int i = 0; i < checkedPictures; ++i) {
            const TensorD one = rebuiltBy(*last.models[d], digits()->test.view().sample(i));
            for (std::size_t j = 0; j < mean.data.size(); ++j)
                mean.data[j] += one.data[j] / checkedPictures;
        }
        QVERIFY(std::abs(gridStrength(mean) - last.strengths[d]) < 1e-3);
        QVERIFY(moments.front().strengths[d] < 0.5); // before any update it has no picture at all
    }
    QVERIFY(last.strengths[0] > 3 * last.strengths[2] && last.strengths[1] > 3 * last.strengths[2]);
}

void TstCheckerTraining::theSameWhateverTheWorkers()
{
    Workers one(1), three(3);
    const auto a = momentsOf({.seed = 2}, 3, one), b = momentsOf({.seed = 2}, 3, three);
    QCOMPARE(a.size(), std::size_t(3));
    for (std::size_t d = 0; d < doublings.size(); ++d) {
        QVERIFY(a.back().models[d]->parameters == b.back().models[d]->parameters);
        QCOMPARE(a.back().strengths[d], b.back().strengths[d]);
    }
}

void TstCheckerTraining::recipesDiffer_data()
{
    QTest::addColumn<CheckerRecipe>("recipe");
    QTest::newRow("seed") << CheckerRecipe{.seed = 2};
    QTest::newRow("rate") << CheckerRecipe{.rate = 2e-3};
    QTest::newRow("code") << CheckerRecipe{.code = 8};
}

void TstCheckerTraining::recipesDiffer()
{
    QFETCH(CheckerRecipe, recipe);
    Workers workers;
    const auto usual = momentsOf({}, 2, workers), other = momentsOf(recipe, 2, workers);
    QCOMPARE(other.size(), std::size_t(2));
    QVERIFY(usual.back().strengths != other.back().strengths);
    QCOMPARE(other.back().models[0]->plan->network().codeSize(), recipe.code);
}

void TstCheckerTraining::givenUp()
{
    Workers workers;
    auto training = CheckerTraining::begin({}, digits(), workers);
    QVERIFY(training && (*training)->next());
    int asked = 0;
    const auto moment = (*training)->next([&](double share) { return share >= 0 && ++asked < 5; });
    QVERIFY(!moment && moment.error().code == ErrorCode::Cancelled);
    QCOMPARE(asked, 5);
}

void TstCheckerTraining::runsAway()
{
    Workers workers;
    auto training = CheckerTraining::begin({.rate = 1e30}, digits(), workers);
    QVERIFY(training);
    Result<CheckerMoment> moment = (*training)->next();
    while (moment && !(*training)->isFinished())
        moment = (*training)->next();
    QVERIFY(!moment && moment.error().code == ErrorCode::Diverged);
}

void TstCheckerTraining::picturesOfOtherSizes()
{
    auto data = std::make_shared<Dataset>();
    data->train = {.count = 2, .shape = {1, 30, 30}, .bytes = std::vector<std::uint8_t>(1800)};
    data->test = data->train;
    Workers workers;
    const auto training = CheckerTraining::begin({}, data, workers);
    QVERIFY(!training && training.error().code == ErrorCode::ShapesDoNotFit);
}

void TstCheckerTraining::filmsTellWhatWasThere()
{
    const CheckerFilm empty;
    QVERIFY(!empty.momentAt(50) && !empty.peakOf(0) && empty.curve().updates.empty());
    const CheckerFilm some = film({measured(0, {1, 1, 1}), measured(10, {8, 2, 3}), measured(20, {4, 9, 2})});
    QCOMPARE(some.momentAt(0)->update, 0);
    QCOMPARE(some.momentAt(19)->update, 10);
    QCOMPARE(some.momentAt(2000)->update, 20);
    QCOMPARE(some.peakOf(0)->update, 10);
    QCOMPARE(some.peakOf(1)->update, 20);
    const CheckerFilm::Curve part = some.curve().until(15);
    QCOMPARE(part.updates, (std::vector<int>{0, 10}));
    QCOMPARE(part.strengths[2], (std::vector<double>{1, 3}));
}

QTEST_APPLESS_MAIN(TstCheckerTraining)
#include "tst_checker_training.moc"
