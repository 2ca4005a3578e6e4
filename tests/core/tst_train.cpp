#include "core/nn/network.h"
#include "core/train/training_run.h"
#include "core/util/rng.h"
#include "tests/support/gate.h"
#include "tests/support/sheet_runs.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>

using namespace hg;
using namespace hg::test;

namespace {

/// Stops a run when that asks for the time once more than it may, which it does before and after everything
/// that lasts; on the run's own thread, so that the place is exact.
class StoppingClock final : public Clock {
public:
    explicit StoppingClock(int allowed) : m_allowed(allowed) {}

    void watch(TrainingRun& run)
    {
        m_run = &run;
        m_run.notify_all();
    }
    double seconds() const override
    {
        if (++m_asked == m_allowed + 1) {
            m_run.wait(nullptr);
            m_run.load()->requestStop();
            hasStopped = true;
        }
        return m_steady.seconds();
    }
    int askedAfter() const { return m_asked - m_allowed - 1; }

    mutable std::atomic<bool> hasStopped = false;

private:
    int m_allowed;
    mutable std::atomic<int> m_asked = 0;
    std::atomic<TrainingRun*> m_run = nullptr;
    SteadyClock m_steady;
};

bool isWhole(const HistoryPoint& point)
{
    return point.codes && point.testError;
}

} // namespace

class TstTrain : public QObject {
    Q_OBJECT

private slots:
    void aClassifierLearnsItsLabels();
    void cosineEndsAtZero();
    void warmUpRisesBeforeTheSchedule();
    void everyOptimizerLearns_data();
    void everyOptimizerLearns();
    void classifiersNeedTheirLoss();
    void wrongRecipesAreErrors_data();
    void wrongRecipesAreErrors();
    void linearAutoencoderFindsTheSheet();
    void sameSeedSameNumbersAnyThreads();
    void shortLastBatchCounts();
    void notANumberIsReported();
    void orderedLossPutsMostIntoTheFirstNumber();
    void historyIsDenseAtFirst();
    void paceIsSlowAtFirstAndEndsInTime();
    void lossLogKeepsEveryPoint();
    void runPublishesAndFinishes();
    void historyIsCompletedAtRest();
    void pausedRunStandsStill();
    void aWaitingRunCompletesItsHistory();
    void aSampleStandsForManyHeldOut();
    void slowMotionIsEven();
    void timeLeft();
    void oddDataTrain_data();
    void oddDataTrain();
    void oneUpdateAtATime();
    void divergedRunKeepsTheLastGoodState();
    void destroyedWhileTraining();
    void stoppedUpdateChangesNothing_data();
    void stoppedUpdateChangesNothing();
    void stopsWhileTheMeanIsTaken();
    void runEndsSoonWhateverItDoes_data();
    void runEndsSoonWhateverItDoes();
};

void TstTrain::cosineEndsAtZero()
{
    Recipe recipe{.learningRate = 0.01, .schedule = Schedule::Cosine};
    QCOMPARE(learningRateAt(recipe, 0, 100), 0.01);
    QVERIFY(std::abs(learningRateAt(recipe, 50, 100) - 0.005) < 1e-12);
    QVERIFY(learningRateAt(recipe, 99, 100) < 1e-5);
    recipe.schedule = Schedule::Constant;
    QCOMPARE(learningRateAt(recipe, 99, 100), 0.01);
}

void TstTrain::warmUpRisesBeforeTheSchedule()
{
    Recipe recipe{.learningRate = 0.01, .warmUp = 10};
    QCOMPARE(learningRateAt(recipe, 0, 110), 0.001);
    QCOMPARE(learningRateAt(recipe, 4, 110), 0.005);
    QCOMPARE(learningRateAt(recipe, 9, 110), 0.01);
    QCOMPARE(learningRateAt(recipe, 10, 110), 0.01);
    recipe.schedule = Schedule::Cosine;
    QCOMPARE(learningRateAt(recipe, 4, 110), 0.005);
    QCOMPARE(learningRateAt(recipe, 10, 110), 0.01);
    QVERIFY(std::abs(learningRateAt(recipe, 60, 110) - 0.005) < 1e-12);
    QVERIFY(learningRateAt(recipe, 109, 110) < 1e-5);
    recipe.warmUp = 500; // longer than the run: it ends on the way up
    QCOMPARE(learningRateAt(recipe, 99, 100), 0.002);
}

void TstTrain::everyOptimizerLearns_data()
{
    QTest::addColumn<Recipe>("recipe");
    const auto row = [](const char* name, Recipe r) {
        r.batch = 150;
        r.epochs = 50;
        QTest::newRow(name) << r;
    };
    row("adam, clipped, decay", {.learningRate = 1e-2, .weightDecay = 1e-4, .clipNorm = 0.5});
    row("adamw, warm-up and cosine", {.optimizer = OptimizerKind::AdamW,
                                      .learningRate = 1e-2,
                                      .schedule = Schedule::Cosine,
                                      .weightDecay = 1e-3,
                                      .warmUp = 20});
    row("sgd, momentum, clipped",
        {.optimizer = OptimizerKind::Sgd, .learningRate = 0.1, .momentum = 0.9, .clipNorm = 1});
}

void TstTrain::everyOptimizerLearns()
{
    QFETCH(Recipe, recipe);
    QVERIFY(validate(recipe, planOf("dense")->network().network));
    double losses[2] = {};
    for (const int threads : {1, 3}) {
        Workers workers(threads);
        Trainer trainer(planOf("linear"), recipe, sheetData(), workers);
        const double before = trainer.testError();
        while (!trainer.isFinished())
            QVERIFY(trainer.update());
        QVERIFY(trainer.testError() < 0.5 * before);
        losses[threads == 1 ? 0 : 1] = trainer.testError();
    }
    QCOMPARE(losses[0], losses[1]); // whatever the number of threads
}

void TstTrain::classifiersNeedTheirLoss()
{
    Network network{.input = {1, 4, 4}, .layers = {dense(3, Activation::Linear)}, .classes = 3};
    Recipe recipe{.loss = Loss::SoftmaxCrossEntropy};
    QVERIFY(validate(recipe, network));
    network.layers[0].activation = Activation::Relu;
    QCOMPARE(validate(recipe, network).error().code, ErrorCode::ScoresNeeded);
    network.layers[0].activation = Activation::Linear;
    recipe.loss = Loss::Mse;
    QCOMPARE(validate(recipe, network).error().code, ErrorCode::ScoresNeeded);
}

void TstTrain::wrongRecipesAreErrors_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, Recipe r, ErrorCode code) { QTest::newRow(name) << r << code; };
    row("rate 0", {.learningRate = 0}, ErrorCode::BadValue);
    row("rate NaN", {.learningRate = std::numeric_limits<double>::quiet_NaN()}, ErrorCode::BadValue);
    row("batch 0", {.batch = 0}, ErrorCode::BadValue);
    row("epochs 0", {.epochs = 0}, ErrorCode::BadValue);
    row("mask 2", {.noise = {Noise::Kind::Mask, 2}}, ErrorCode::BadValue);
    row("decay -1", {.weightDecay = -1}, ErrorCode::BadValue);
    row("decay NaN", {.weightDecay = std::numeric_limits<double>::quiet_NaN()}, ErrorCode::BadValue);
    row("clipping at -1", {.clipNorm = -1}, ErrorCode::BadValue);
    row("warm-up of -1", {.warmUp = -1}, ErrorCode::BadValue);
    row("softmax on pixels", {.loss = Loss::SoftmaxCrossEntropy}, ErrorCode::ScoresNeeded);
    row("bce on a linear output", {.loss = Loss::Bce}, ErrorCode::SigmoidNeeded);
}

void TstTrain::wrongRecipesAreErrors()
{
    QFETCH(Recipe, recipe);
    QFETCH(ErrorCode, code);
    const auto result = validate(recipe, planOf("linear")->network().network);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

void TstTrain::linearAutoencoderFindsTheSheet()
{
    Workers workers(2);
    Trainer trainer(planOf("linear"),
                    {.learningRate = 1e-2, .schedule = Schedule::Cosine, .batch = 50, .epochs = 40},
                    sheetData(), workers);
    const double before = trainer.testError();
    while (!trainer.isFinished())
        QVERIFY(trainer.update());
    QVERIFY(before > 0.1);
    QVERIFY(trainer.testError() < 2e-4); // the noise is 1e-4
}

void TstTrain::sameSeedSameNumbersAnyThreads()
{
    std::vector<std::vector<float>> results;
    for (const int threads : {1, 2, 3, 1}) {
        Workers workers(threads);
        Trainer trainer(planOf("dense"), {.batch = 200, .epochs = 2, .seed = results.size() == 3 ? 2u : 1u},
                        sheetData(), workers);
        while (!trainer.isFinished())
            QVERIFY(trainer.update());
        results.push_back(trainer.model().parameters);
    }
    QVERIFY(results[0] == results[1]);
    QVERIFY(results[0] == results[2]);
    QVERIFY(results[0] != results[3]);
}

void TstTrain::shortLastBatchCounts()
{
    Workers workers(2);
    Trainer trainer(planOf("linear"), {.batch = 256, .epochs = 1}, sheetData(600), workers);
    QCOMPARE(trainer.updatesPerEpoch(), 3); // 256 + 256 + 88
    while (!trainer.isFinished())
        QVERIFY(trainer.update());
    QCOMPARE(trainer.updatesDone(), 3);
}

void TstTrain::notANumberIsReported()
{
    auto rows = std::make_shared<std::vector<float>>(*sheet(100));
    (*rows)[50 * features + 3] = std::numeric_limits<float>::infinity();
    Workers workers(1);
    Trainer trainer(planOf("dense"), {.batch = 100, .epochs = 1},
                    {{.floats = rows->data(), .count = 100, .features = features}, {}, rows}, workers);
    const auto before = trainer.model().parameters;
    const auto loss = trainer.update();
    QVERIFY(!loss);
    QCOMPARE(loss.error().code, ErrorCode::Diverged);
    QVERIFY(trainer.model().parameters == before);
}

void TstTrain::orderedLossPutsMostIntoTheFirstNumber()
{
    Workers workers(1);
    const Recipe recipe{
        .learningRate = 1e-2, .schedule = Schedule::Cosine, .batch = 50, .epochs = 60, .isOrdered = true};
    Trainer trainer(planOf("linear"), recipe, sheetData(), workers);
    while (!trainer.isFinished())
        QVERIFY(trainer.update());
    const Model model = trainer.model();
    auto codes = encode(model, trainer.data().test, workers);
    const auto errorWith = [&](std::size_t dropped) {
        auto kept = codes;
        for (std::size_t i = dropped; i < kept.size(); i += 2)
            kept[i] = 0;
        const auto pictures = decode(model, kept, workers);
        double error = 0;
        for (std::size_t i = 0; i < pictures.size(); ++i)
            error += std::pow(static_cast<double>(pictures[i] - trainer.data().test.floats[i]), 2);
        return error / static_cast<double>(pictures.size());
    };
    // The first number alone carries the sheet's long side (.25 of the variance against .09).
    QVERIFY(errorWith(1) < 0.12);
    QVERIFY(errorWith(0) > 0.15);
    QVERIFY(trainer.testError() < 3e-4);
}

void TstTrain::historyIsDenseAtFirst()
{
    constexpr int total = 2345;
    int kept = 0, lastGap = 0, previous = 0;
    for (int u = 0; u <= total; ++u)
        if (isHistoryUpdate(u, total)) {
            ++kept;
            lastGap = u - previous;
            previous = u;
        }
    for (const int u : {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, total})
        QVERIFY(isHistoryUpdate(u, total));
    QVERIFY(kept > 110 && kept < 160);
    for (int u = 0; u <= 100; ++u) // the steep beginning, one by one
        QVERIFY(isHistoryUpdate(u, total));
    QVERIFY(lastGap < total / 8);
}

void TstTrain::paceIsSlowAtFirstAndEndsInTime()
{
    QCOMPARE(paceUpdate(0, 20, 1000), 0);
    QCOMPARE(paceUpdate(2, 20, 1000), 10);
    QCOMPARE(paceUpdate(20, 20, 1000), 1000);
    QCOMPARE(paceUpdate(5, 0, 1000), 1000);
}

void TstTrain::lossLogKeepsEveryPoint()
{
    LossLog log;
    for (int i = 0; i < 1000; ++i)
        log.add({i, static_cast<float>(i)});
    const LossLog copy = log;
    log.add({1000, 1000.0f});
    int next = 0;
    copy.forEach([&](const LossPoint& p) { QCOMPARE(p.update, next++); });
    QCOMPARE(next, 1000);
    QCOMPARE(log.size(), std::size_t{1001});
}

void TstTrain::runPublishesAndFinishes()
{
    Workers workers(2);
    const SteadyClock clock;
    std::atomic<int> wakeUps = 0;
    TrainingRun run(setupOf(0), workers, clock, [&] { ++wakeUps; });
    const auto first = waitFor(run, [](const Snapshot&) { return true; });
    QVERIFY(first);
    QCOMPARE(first->update, 0);
    QCOMPARE(first->codes->size(), std::size_t{200});
    run.resume();
    const auto last = waitFor(run, [](const Snapshot& s) { return s.state == RunState::Finished; });
    QVERIFY(last);
    QCOMPARE(last->update, 36);
    QCOMPARE(last->losses.size(), std::size_t{36});
    QCOMPARE(last->codesUpdate, 36);
    QCOMPARE(last->history.front().update, 0);
    QCOMPARE(last->history.back().update, 36);
    QVERIFY(last->history.front().testError && last->history.back().testError);
    QVERIFY(*last->history.back().testError < *last->history.front().testError);
    QCOMPARE(lastTestError(last->history, last->history.size()), last->history.back().testError);
    QVERIFY(!lastTestError(last->history, 0));
    QVERIFY(wakeUps >= 2);
}

/// At full speed there is time for few of the codes and errors; a run that rests makes up for it.
void TstTrain::historyIsCompletedAtRest()
{
    Workers workers(2);
    const SteadyClock clock;
    const TrainingRun::Setup setup = setupOf(0);
    TrainingRun run(setup, workers, clock, {});
    run.resume();
    const auto isComplete = [](const HistoryPoint& p) { return p.codes && p.testError; };
    const auto rested = waitFor(run, [&](const Snapshot& s) {
        return s.state == RunState::Finished && std::all_of(s.history.begin(), s.history.end(), isComplete);
    });
    QVERIFY(rested);
    for (const HistoryPoint& point : rested->history) {
        QVERIFY(*point.codes == encode(*point.model, setup.mapPoints, workers));
        QCOMPARE(*point.testError, reconstructionError(*point.model, setup.data.test, workers));
    }
}

void TstTrain::pausedRunStandsStill()
{
    Workers workers(2);
    ManualClock still; // the pace never comes due by itself
    TrainingRun run(setupOf(20), workers, still, {});
    run.resume();
    QVERIFY(waitFor(run, [](const Snapshot& s) { return s.state == RunState::Running; }));
    run.pause();
    const auto paused =
        waitFor(run, [](const Snapshot& s) { return s.state == RunState::Paused && s.update == 0; });
    QVERIFY(paused);
    run.setPace({.seconds = 0});
    run.resume();
    QVERIFY(waitFor(run, [](const Snapshot& s) { return s.state == RunState::Finished; }));
}

/// While its next update is not due.
void TstTrain::aWaitingRunCompletesItsHistory()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    first.resume();
    const auto whole = waitFor(first, [](const Snapshot& s) { return s.state == RunState::Finished; });
    QVERIFY(whole);
    Snapshot bare = *whole;
    for (HistoryPoint& point : bare.history) {
        point.codes = nullptr;
        point.testError.reset();
    }
    setup.past = pastOf(bare, 30);
    setup.pace = {.seconds = 20};
    ManualClock still; // no update comes due
    TrainingRun run(setup, workers, still, {});
    run.resume();
    const auto waiting = waitFor(run, [](const Snapshot& s) {
        return s.state == RunState::Running && std::all_of(s.history.begin(), s.history.end(), isWhole);
    });
    QVERIFY(waiting);
    QCOMPARE(waiting->update, 30);
}

/// By a clock on which nothing takes any time, every kept update can afford its error.
void TstTrain::aSampleStandsForManyHeldOut()
{
    Workers workers(1);
    const ManualClock clock;
    for (const int held : {1024, 500}) {
        TrainingRun::Setup setup = setupOf(0);
        setup.data = sheetData(600, held);
        setup.mapPoints = setup.data.test.rows(0, 100); // of the data that are there
        TrainingRun run(setup, workers, clock, {});
        run.resume();
        const auto end = waitFor(run, [](const Snapshot& s) { return s.state == RunState::Finished; });
        QVERIFY(end);
        const SampleView& test = setup.data.test;
        std::vector<float> sample;
        for (int i = 0; i < test.count; i += 2)
            sample.insert(sample.end(), test.floats + i * features, test.floats + (i + 1) * features);
        const SampleView half{.floats = sample.data(), .count = test.count / 2, .features = features};
        for (const HistoryPoint& p : end->history) {
            const bool isEnd = p.update == 0 || p.update == 36;
            QCOMPARE(p.roughError.has_value(), held > 512 && !isEnd);
            if (p.roughError) QCOMPARE(*p.roughError, reconstructionError(*p.model, half, workers));
            if (isEnd || held < 512) QCOMPARE(*p.testError, reconstructionError(*p.model, test, workers));
            QVERIFY(curveError(p) == (p.testError ? p.testError : p.roughError));
        }
    }
}

void TstTrain::slowMotionIsEven()
{
    Workers workers(1);
    ManualClock clock;
    TrainingRun::Setup setup = setupOf(0);
    setup.pace.updatesASecond = 2;
    TrainingRun run(setup, workers, clock, {});
    run.resume();
    QVERIFY(waitFor(run, [](const Snapshot& s) { return s.state == RunState::Running; }));
    for (const int seconds : {1, 3, 5}) {
        clock.advance(seconds == 1 ? 1 : 2);
        const auto s = waitFor(run, [&](const Snapshot& now) { return now.update == 2 * seconds; });
        QVERIFY(s);
        QCOMPARE(s->secondsLeft, (36 - 2 * seconds) / 2.0);
    }
    QTest::qWait(150);
    if (const auto s = run.take()) QCOMPARE(s->update, 10); // the next is not due
}

void TstTrain::timeLeft()
{
    Workers workers(1);
    ManualClock clock;
    TrainingRun run(setupOf(20), workers, clock, {});
    const auto begun = waitFor(run, [](const Snapshot&) { return true; });
    QVERIFY(begun);
    QCOMPARE(begun->secondsLeft, 20.0);
    QCOMPARE(begun->learningRate, 1e-2);
    for (int i = 0; i < 9; ++i)
        run.updateOnce();
    const auto quarter =
        waitFor(run, [](const Snapshot& s) { return s.update == 9 && s.state == RunState::Paused; });
    QVERIFY(quarter);
    QCOMPARE(quarter->secondsLeft, 10.0); // half of the time has seen a quarter of the updates
    run.setPace({.seconds = 0});
    run.updateOnce();
    const auto unknown = waitFor(run, [](const Snapshot& s) { return s.update == 10; });
    QVERIFY(unknown);
    QCOMPARE(unknown->secondsLeft, 0.0); // by this clock an update takes no time
}

void TstTrain::oddDataTrain_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<bool>("areAlike");
    QTest::newRow("a batch larger than the data") << 10 << 16 << false;
    QTest::newRow("one picture") << 1 << 16 << false;
    QTest::newRow("pictures all alike") << 10 << 16 << true;
    QTest::newRow("three pixels") << 10 << 3 << false;
    QTest::newRow("black pictures of one pixel") << 1 << 1 << true;
}

void TstTrain::oddDataTrain()
{
    QFETCH(int, count);
    QFETCH(int, pixels);
    QFETCH(bool, areAlike);
    std::vector<float> rows(static_cast<std::size_t>(count * pixels));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = areAlike ? 0 : static_cast<float>(i * 37 % 101) / 101;
    const SampleView view{
        .floats = rows.data(), .count = count, .features = static_cast<std::size_t>(pixels)};
    for (const char* id : {"linear", "dense"}) {
        const auto plan = std::make_shared<const Plan>(*resolve(*modelById(id, {1, 1, pixels}, 2)));
        Workers workers(2);
        Trainer trainer(plan, {.batch = 500, .epochs = 4}, {view, {}, nullptr}, workers);
        QCOMPARE(trainer.updatesPerEpoch(), 1);
        QCOMPARE(trainer.nextBatchSize(), count);
        while (!trainer.isFinished()) {
            const auto loss = trainer.update();
            QVERIFY(loss && std::isfinite(*loss));
        }
        const SteadyClock clock;
        TrainingRun run({plan, {.batch = 500, .epochs = 4}, {view, {}, nullptr}, view, {.seconds = 0}},
                        workers, clock, {});
        run.resume();
        const auto end = waitFor(run, [](const Snapshot& s) {
            return s.state == RunState::Finished &&
                   std::all_of(s.history.begin(), s.history.end(), [](const auto& p) { return p.codes; });
        });
        QVERIFY(end);
        QVERIFY(end->model->parameters == trainer.model().parameters);
    }
}

void TstTrain::oneUpdateAtATime()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun run(setupOf(20), workers, clock, {});
    for (int expected = 1; expected <= 3; ++expected) {
        run.updateOnce();
        const auto s = waitFor(run, [&](const Snapshot& now) {
            return now.update == expected && now.state == RunState::Paused;
        });
        QVERIFY(s);
        QCOMPARE(s->codesUpdate, expected);
    }
}

void TstTrain::divergedRunKeepsTheLastGoodState()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun run(
        setupOf(0, {.optimizer = OptimizerKind::Sgd, .learningRate = 1e3, .batch = 50, .epochs = 50}),
        workers, clock, {});
    run.resume();
    const auto s = waitFor(run, [](const Snapshot& now) { return now.state == RunState::Diverged; });
    QVERIFY(s);
    QVERIFY(std::isfinite(s->trainLoss));
    s->losses.forEach([](const LossPoint& p) { QVERIFY(std::isfinite(p.loss)); });
    for (const float w : s->model->parameters)
        QVERIFY(std::isfinite(w));
    run.resume(); // is ignored
    run.updateOnce();
}

void TstTrain::destroyedWhileTraining()
{
    Workers workers(2);
    const SteadyClock clock;
    const int threads = test::threadCount();
    for (int i = 0; i < 20; ++i) {
        std::atomic<int> wakes = 0;
        {
            TrainingRun run(setupOf(i % 2 == 0 ? 0 : 20, {.batch = 50, .epochs = 1000}), workers, clock,
                            [&wakes] { ++wakes; });
            run.resume();
            if (i % 3 == 0) QVERIFY(waitFor(run, [](const Snapshot& now) { return now.update > 0; }));
        }
        const int told = wakes;
        QVERIFY(test::awaitThreads(threads)); // it has ended, and was not left behind
        QCOMPARE(wakes.load(), told);
    }
}

void TstTrain::stoppedUpdateChangesNothing_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<int>("asks");
    // Ten chunks, and once at the end; with ordered terms twice more for each.
    QTest::newRow("plain") << Recipe{.learningRate = 1e-2, .batch = 600, .epochs = 3} << 11;
    QTest::newRow("ordered") << Recipe{.learningRate = 1e-2, .batch = 600, .epochs = 3, .isOrdered = true}
                             << 31;
}

void TstTrain::stoppedUpdateChangesNothing()
{
    QFETCH(Recipe, recipe);
    QFETCH(int, asks);
    for (const int threads : {1, 3}) {
        Workers workers(threads);
        Trainer straight(planOf("dense", 3), recipe, sheetData(), workers);
        Trainer hindered(planOf("dense", 3), recipe, sheetData(), workers);
        std::atomic<int> asked = 0;
        while (!straight.isFinished()) {
            const auto before = hindered.model().parameters;
            for (int allowed = 0; allowed < asks; ++allowed) {
                asked = 0;
                const auto stopped = hindered.update([&] { return ++asked > allowed; });
                QVERIFY(!stopped);
                QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
                QVERIFY(asked <= allowed + 2 * 4 + 1); // each of four groups hears it, in an ordered term too
                QCOMPARE(hindered.updatesDone(), straight.updatesDone());
                QVERIFY(hindered.model().parameters == before);
            }
            asked = 0;
            const auto loss = hindered.update([&] { return ++asked < 0; });
            QVERIFY(loss);
            QCOMPARE(asked.load(), asks);
            QCOMPARE(*loss, *straight.update());
            QVERIFY(hindered.model().parameters == straight.model().parameters);
        }
    }
}

void TstTrain::stopsWhileTheMeanIsTaken()
{
    const TrainingData data = sheetData(3000);
    int asked = 0;
    const auto mean = meanOf(data.train, [&] { return ++asked < 0; });
    QCOMPARE(asked, 3);
    QVERIFY(mean == meanOf(data.train));
    for (int allowed = 0; allowed < 3; ++allowed) {
        asked = 0;
        QVERIFY(meanOf(data.train, [&] { return ++asked > allowed; }).empty());
        QCOMPARE(asked, allowed + 1);
    }
}

void TstTrain::runEndsSoonWhateverItDoes_data()
{
    QTest::addColumn<double>("pace");
    QTest::newRow("full speed") << 0.0;
    QTest::newRow("paced") << 0.05;
}

/// Stopped at each of the moments at which it looks at the clock, a run begins nothing more, tells nothing
/// more, and what it told before is whole.
void TstTrain::runEndsSoonWhateverItDoes()
{
    QFETCH(double, pace);
    Workers workers(2);
    bool rests = false;
    for (int allowed = 0; !rests; ++allowed) {
        StoppingClock clock(allowed);
        std::atomic<int> told = 0, toldAfter = 0;
        auto run = std::make_unique<TrainingRun>(
            setupOf(pace, {.learningRate = 1e-2, .batch = 200, .epochs = 1}), workers, clock, [&] {
                ++told;
                toldAfter += clock.hasStopped;
            });
        clock.watch(*run);
        run->resume();
        std::shared_ptr<const Snapshot> last;
        QVERIFY(QTest::qWaitFor([&] {
            if (auto next = run->take()) last = std::move(next);
            rests = last && last->state == RunState::Finished &&
                    std::all_of(last->history.begin(), last->history.end(), isWhole);
            return rests || clock.hasStopped;
        }));
        run.reset();
        QVERIFY(rests || clock.askedAfter() <= 3);
        QCOMPARE(toldAfter.load(), 0);
        if (!last) continue;
        QCOMPARE(last->codes->size(), std::size_t{200});
        QVERIFY(!last->history.empty() && isWhole(last->history.front()));
        for (const HistoryPoint& point : last->history)
            QVERIFY(!point.codes || point.codes->size() == 200);
    }
}

/// The four quadrants of the sheet, from the pictures alone.
void TstTrain::aClassifierLearnsItsLabels()
{
    TrainingData data = sheetData();
    const Random place(2, 101); // as the sheet was made
    std::vector<int> labels;
    for (std::uint64_t i = 0; i < 700; ++i)
        labels.push_back((place.normal(2 * i) > 0 ? 1 : 0) + (place.normal(2 * i + 1) > 0 ? 2 : 0));
    data.trainLabels = std::span(labels).first(600);
    data.testLabels = std::span(labels).subspan(600);
    const Network network{.input = {1, 6, 6},
                          .layers = {dense(8, Activation::Tanh), dense(4, Activation::Linear)},
                          .codeLayer = 0,
                          .classes = 4};
    const Recipe recipe{.learningRate = 1e-2, .loss = Loss::SoftmaxCrossEntropy, .batch = 100, .epochs = 30};
    QVERIFY(validate(recipe, network));
    const auto plan = std::make_shared<const Plan>(*resolve(network));
    double losses[2] = {};
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        Trainer trainer(plan, recipe, data, workers);
        QVERIFY(trainer.testError() > 0.5);
        const double first = *trainer.update();
        QVERIFY(std::abs(first - std::log(4.0)) < 1); // at first all classes are about as likely
        while (!trainer.isFinished())
            losses[threads - 1] = *trainer.update();
        QVERIFY(losses[threads - 1] < 0.25);
        QVERIFY(trainer.testError() < 0.1);
    }
    QCOMPARE(losses[0], losses[1]);
}

QTEST_GUILESS_MAIN(TstTrain)
#include "tst_train.moc"
