#include "tests/support/gate.h"
#include "tests/support/sheet_runs.h"

#include <algorithm>
#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

using Kind = RunEvent::Kind;

/// Updates at which somebody changes the learning rate.
using Rates = std::vector<std::pair<int, double>>;

bool isPausedAt(const Snapshot& s, int update)
{
    return s.state == RunState::Paused && s.update == update;
}

bool isComplete(const Snapshot& s)
{
    return std::all_of(s.history.begin(), s.history.end(),
                       [](const HistoryPoint& p) { return p.codes && p.testError; });
}

/// Trains `run` on from `from` to its end, changing its rate on the way.
std::shared_ptr<const Snapshot> finish(TrainingRun& run, int from, const Rates& rates = {})
{
    int update = from;
    for (const auto& [at, rate] : rates) {
        for (; update < at; ++update)
            run.updateOnce();
        if (at >= from && !waitFor(run, [&](const Snapshot& s) { return isPausedAt(s, at); })) return nullptr;
        if (at >= from) run.setLearningRate(rate);
    }
    run.setPace({.seconds = 0});
    run.resume();
    return waitFor(run, [](const Snapshot& s) { return s.state == RunState::Finished; });
}

/// The history's last model, with what its optimiser remembers.
Trainer::State endOf(const Snapshot& s)
{
    const HistoryPoint& end = s.history.back();
    return {end.update, end.model->parameters, *end.optimizer};
}

std::vector<std::pair<int, float>> lossesOf(const Snapshot& s)
{
    std::vector<std::pair<int, float>> points;
    s.losses.forEach([&](const LossPoint& p) { points.emplace_back(p.update, p.loss); });
    return points;
}

TrainingRun::Setup branchOf(TrainingRun::Setup setup, const Snapshot& s, int update)
{
    setup.past = pastOf(s, update);
    return setup;
}

bool hasEvent(const Snapshot& s, const RunEvent& event)
{
    return std::find(s.events.begin(), s.events.end(), event) != s.events.end();
}

} // namespace

/// Runs that go back, and on from there.
class TstBranches : public QObject {
    Q_OBJECT

private slots:
    void aRestoredTrainerGoesOn_data();
    void aRestoredTrainerGoesOn();
    void anotherBatchKeepsTheUpdate();
    void aBranchIsTheRunThatWentThrough_data();
    void aBranchIsTheRunThatWentThrough();
    void aBranchFromThePresent();
    void aBranchOfABranch();
    void aBranchMayChangeItsRecipe();
    void anotherOptimizerBeginsAfresh();
    void theCodeGrowsInABranch();
    void theCodeShrinksInABranch();
    void aBranchBeyondItsEndIsFinished();
    void ratesAreEvents();
    void aBranchStopsWhileItReplays();
    void aDivergedRunCanGoBack();
};

void TstBranches::aRestoredTrainerGoesOn_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("adam") << Recipe{.learningRate = 1e-2, .schedule = Schedule::Cosine};
    QTest::newRow("adamw, warm-up") << Recipe{
        .optimizer = OptimizerKind::AdamW, .weightDecay = 1e-2, .warmUp = 7};
    QTest::newRow("sgd, momentum") << Recipe{
        .optimizer = OptimizerKind::Sgd, .learningRate = 1e-2, .momentum = 0.9, .clipNorm = 1};
    QTest::newRow("noise") << Recipe{.noise = {Noise::Kind::Gaussian, 0.2}};
    QTest::newRow("ordered") << Recipe{.isOrdered = true};
}

void TstBranches::aRestoredTrainerGoesOn()
{
    QFETCH(Recipe, recipe);
    recipe.batch = 130; // five updates an epoch, the last of them short
    recipe.epochs = 3;
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        Trainer straight(planOf("dense"), recipe, sheetData(), workers);
        std::vector<Trainer::State> states{straight.state()};
        std::vector<double> losses;
        while (!straight.isFinished()) {
            losses.push_back(*straight.update());
            states.push_back(straight.state());
        }
        for (const int from : {0, 3, 5, 7, 14, 15}) {
            Trainer again(planOf("dense"), recipe, sheetData(), workers);
            QVERIFY(again.update()); // it stood somewhere else
            again.restore(states[static_cast<std::size_t>(from)]);
            QCOMPARE(again.updatesDone(), from);
            for (auto i = static_cast<std::size_t>(from); i < losses.size(); ++i)
                QCOMPARE(*again.update(), losses[i]);
            QVERIFY(again.state() == states.back());
        }
    }
}

void TstBranches::anotherBatchKeepsTheUpdate()
{
    Workers workers(1);
    Trainer trainer(planOf("linear"), {.batch = 60, .epochs = 3}, sheetData(), workers);
    for (int i = 0; i < 13; ++i)
        QVERIFY(trainer.update());
    Trainer other(planOf("linear"), {.batch = 150, .epochs = 5}, sheetData(), workers);
    other.restore(trainer.state());
    QCOMPARE(other.updatesDone(), 13); // its fourth epoch's second of four
    QCOMPARE(other.totalUpdates(), 20);
    int left = 0;
    for (; !other.isFinished(); ++left)
        QVERIFY(other.update());
    QCOMPARE(left, 7);
}

void TstBranches::aBranchIsTheRunThatWentThrough_data()
{
    QTest::addColumn<int>("update");
    QTest::addColumn<std::size_t>("budget");
    QTest::addColumn<Rates>("rates");
    const Rates none, some{{10, 5e-3}, {30, 2e-3}, {31, 8e-3}};
    constexpr std::size_t all = historyBudget, few = 40'000; // a linear network's weights take 740 bytes
    QTest::newRow("from the beginning") << 0 << all << none;
    QTest::newRow("in an epoch") << 17 << all << none;
    QTest::newRow("between epochs") << 24 << all << none;
    QTest::newRow("thinned out") << 49 << few << none;
    QTest::newRow("thinned out, rates") << 49 << few << some;
    QTest::newRow("at a change of the rate") << 30 << all << some;
    QTest::newRow("between changes") << 20 << std::size_t{1} << some;
}

void TstBranches::aBranchIsTheRunThatWentThrough()
{
    QFETCH(int, update);
    QFETCH(std::size_t, budget);
    QFETCH(Rates, rates);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0, {.learningRate = 1e-2,
                                           .schedule = Schedule::Cosine,
                                           .batch = 50,
                                           .epochs = 5,
                                           .noise = {Noise::Kind::Mask, 0.1}});
    setup.historyBytes = budget;
    setup.mapPoints = setup.mapPoints.rows(0, 1);
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        TrainingRun through(setup, workers, clock, {});
        const auto whole = finish(through, 0, rates);
        QVERIFY(whole);
        const auto past = pastOf(*whole, update);
        const int from = past->update();
        QVERIFY(from <= update && (budget == 1 || update - from < 10));
        const bool isThinned = budget < historyBudget && from > 0;
        QVERIFY(!isThinned || !past->history.back().optimizer);

        TrainingRun branch(branchOf(setup, *whole, update), workers, clock, {});
        const auto begun = waitFor(branch, [&](const Snapshot& s) { return isPausedAt(s, from); });
        QVERIFY(begun);
        QCOMPARE(begun->losses.size(), static_cast<std::size_t>(from));
        QCOMPARE(begun->history.back().update, from);
        QCOMPARE(begun->totalUpdates, 60);
        Rates later;
        for (const auto& rate : rates)
            if (rate.first > from) later.push_back(rate);
        // As after the rates that were chosen up to there.
        for (const auto& rate : rates)
            if (rate.first <= from) branch.setLearningRate(rate.second);
        const auto end = finish(branch, from, later);
        QVERIFY(end);
        QVERIFY(endOf(*end) == endOf(*whole));
        QVERIFY(lossesOf(*end) == lossesOf(*whole));
        for (const RunEvent& event : whole->events)
            QVERIFY(hasEvent(*end, event));
        QVERIFY(hasEvent(*end, {from, Kind::Branch, 60, double(from)}));
    }
}

/// Between two kept updates, where nothing but the snapshot has the weights.
void TstBranches::aBranchFromThePresent()
{
    Workers workers(2);
    const SteadyClock clock;
    const TrainingRun::Setup setup = setupOf(0, {.learningRate = 1e-2, .batch = 50, .epochs = 20});
    TrainingRun run(setup, workers, clock, {});
    for (int i = 0; i < 103; ++i)
        run.updateOnce();
    const auto paused = waitFor(run, [](const Snapshot& s) { return isPausedAt(s, 103); });
    QVERIFY(paused && !isHistoryUpdate(103, paused->totalUpdates));
    TrainingRun branch(branchOf(setup, *paused, 1000), workers, clock, {});
    const auto begun =
        waitFor(branch, [](const Snapshot& s) { return s.history.back().optimizer != nullptr; });
    QVERIFY(begun && begun->update == 103 && begun->events.empty()); // nothing was taken back
    const auto end = finish(branch, 103), whole = finish(run, 103);
    QVERIFY(end && whole && endOf(*end) == endOf(*whole));
}

void TstBranches::aBranchOfABranch()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    setup.recipe.learningRate = 3e-3;
    setup.historyBytes = 1; // of what follows, the ends stay alone
    setup.mapPoints = setup.mapPoints.rows(0, 1);
    TrainingRun second(branchOf(setup, *whole, 12), workers, clock, {});
    const auto other = finish(second, 12);
    QVERIFY(other);
    QCOMPARE(other->recipes.size(), std::size_t{2});
    // From the very end: replayed from the first update, through both recipes.
    Snapshot bare = *other;
    bare.history.back().optimizer.reset();
    TrainingRun third(branchOf(setup, bare, 36), workers, clock, {});
    const auto again =
        waitFor(third, [](const Snapshot& s) { return s.history.back().optimizer != nullptr; });
    QVERIFY(again);
    QVERIFY(endOf(*again) == endOf(*other));
    QCOMPARE(again->state, RunState::Finished);
}

void TstBranches::aBranchMayChangeItsRecipe()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    QVERIFY(whole);
    setup.recipe.epochs = 8;
    setup.recipe.batch = 100;
    setup.recipe.weightDecay = 1e-3;
    setup.recipe.isOrdered = true;
    TrainingRun branch(branchOf(setup, *whole, 10), workers, clock, {});
    const auto end = finish(branch, 10);
    QVERIFY(end);
    QCOMPARE(end->totalUpdates, 48);
    QCOMPARE(end->updatesPerEpoch, 6);
    QCOMPARE(end->losses.size(), std::size_t{48});
    QVERIFY(hasEvent(*end, {10, Kind::Recipe, 0, 0}));
    QVERIFY(hasEvent(*end, {10, Kind::Branch, 36, 10}));
    QVERIFY(std::is_sorted(end->history.begin(), end->history.end(),
                           [](const auto& a, const auto& b) { return a.update < b.update; }));
    for (std::size_t i = 0; i < 10; ++i)
        QVERIFY(end->history[i].model == whole->history[i].model); // shared, not copied
}

void TstBranches::anotherOptimizerBeginsAfresh()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    QVERIFY(whole);
    setup.recipe.optimizer = OptimizerKind::Sgd;
    setup.recipe.momentum = 0.5;
    TrainingRun branch(branchOf(setup, *whole, 10), workers, clock, {});
    const auto end = finish(branch, 10);
    QVERIFY(end);
    const HistoryPoint& turn = end->history[10];
    QVERIFY(turn.update == 10 && turn.isTurn && turn.optimizer->first.empty());
    Trainer expected(*turn.model, setup.recipe, setup.data, workers);
    expected.restore({10, turn.model->parameters, {}});
    while (!expected.isFinished())
        QVERIFY(expected.update());
    QVERIFY(expected.state() == endOf(*end));
}

void TstBranches::theCodeGrowsInABranch()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    QVERIFY(whole);
    setup.plan = planOf("linear", 3);
    TrainingRun branch(branchOf(setup, *whole, 10), workers, clock, {});
    const auto begun = waitFor(branch, [](const Snapshot& s) {
        return s.model->plan->codeSize() == 3 && s.history.back().testError;
    });
    QVERIFY(begun);
    QCOMPARE(begun->codes->size(), std::size_t{300});
    QVERIFY(hasEvent(*begun, {10, Kind::CodeSize, 2, 3}));
    const double old = reconstructionError(*whole->history[10].model, setup.data.test, workers);
    QVERIFY(std::abs(*begun->history.back().testError - old) < 1e-7 * old);
    branch.resume();
    const auto end =
        waitFor(branch, [](const Snapshot& s) { return s.state == RunState::Finished && isComplete(s); });
    QVERIFY(end);
    for (const HistoryPoint& p : end->history) {
        QCOMPARE(p.model->plan->codeSize(), p.update < 10 ? 2 : 3);
        QVERIFY(*p.codes == encode(*p.model, setup.mapPoints, workers)); // of their own size
        QCOMPARE(*p.testError, reconstructionError(*p.model, setup.data.test, workers));
    }
    // Back before the change, with the first network: the old run again.
    setup.plan = planOf("linear", 2);
    TrainingRun back(branchOf(setup, *end, 5), workers, clock, {});
    const auto again = finish(back, 5);
    QVERIFY(again && endOf(*again) == endOf(*whole));
}

void TstBranches::theCodeShrinksInABranch()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    setup.plan = planOf("dense", 4);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    QVERIFY(whole);
    setup.plan = planOf("dense", 2);
    TrainingRun branch(branchOf(setup, *whole, 20), workers, clock, {});
    const auto begun = waitFor(branch, [](const Snapshot& s) { return s.model->plan->codeSize() == 2; });
    QVERIFY(begun);
    const Model& from = *whole->history[20].model;
    const auto kept = mostUsedNumbers(from, encode(from, setup.mapPoints, workers), 2);
    const auto expected = carriedOver(from, nullptr, setup.plan, kept, Recipe{.seed = 1});
    QVERIFY(expected && begun->model->parameters == expected->model.parameters);
    QVERIFY(finish(branch, 20));
}

void TstBranches::aBranchBeyondItsEndIsFinished()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0);
    TrainingRun first(setup, workers, clock, {});
    const auto whole = finish(first, 0);
    QVERIFY(whole);
    setup.recipe.epochs = 1;
    TrainingRun branch(branchOf(setup, *whole, 20), workers, clock, {});
    branch.resume();
    branch.updateOnce();
    const auto end = waitFor(branch, isComplete);
    QVERIFY(end);
    QCOMPARE(end->state, RunState::Finished);
    QCOMPARE(end->update, 20);
}

void TstBranches::ratesAreEvents()
{
    Workers workers(1);
    const SteadyClock clock;
    const TrainingRun::Setup setup = setupOf(0);
    TrainingRun run(setup, workers, clock, {});
    run.setLearningRate(5e-3); // before it begins: its rate, no event
    const auto end = finish(run, 0, {{7, 2e-3}, {9, 1e-3}});
    QVERIFY(end);
    const std::vector<RunEvent> expected{{7, Kind::LearningRate, 5e-3, 2e-3},
                                         {9, Kind::LearningRate, 2e-3, 1e-3}};
    QVERIFY(end->events == expected);
    QCOMPARE(end->learningRate, 1e-3);
    QCOMPARE(end->recipes.size(), std::size_t{3});
    Trainer trainer(setup.plan, setup.recipe, setup.data, workers);
    while (!trainer.isFinished()) {
        const int u = trainer.updatesDone();
        trainer.setLearningRate(u < 7 ? 5e-3 : u < 9 ? 2e-3 : 1e-3);
        QVERIFY(trainer.update());
    }
    QVERIFY(trainer.state() == endOf(*end));
    run.setLearningRate(1); // at the end it would mean nothing
    QTest::qWait(20);
    if (const auto later = run.take()) QVERIFY(later->events == expected);
}

void TstBranches::aBranchStopsWhileItReplays()
{
    Workers workers(2);
    const SteadyClock clock;
    TrainingRun::Setup setup = setupOf(0, {.learningRate = 1e-2, .batch = 50, .epochs = 200});
    TrainingRun run(setup, workers, clock, {});
    const auto whole = finish(run, 0);
    QVERIFY(whole);
    Snapshot bare = *whole;
    for (HistoryPoint& point : bare.history)
        if (point.update > 0) point.optimizer.reset();
    const int threads = threadCount();
    {
        TrainingRun branch(branchOf(setup, bare, 2400), workers, clock, {});
        // The past is told before it is gone through again.
        QVERIFY(waitFor(branch, [](const Snapshot& s) { return s.update == 2400; }));
    }
    QVERIFY(awaitThreads(threads));
}

void TstBranches::aDivergedRunCanGoBack()
{
    Workers workers(1);
    const SteadyClock clock;
    TrainingRun::Setup setup =
        setupOf(0, {.optimizer = OptimizerKind::Sgd, .learningRate = 1e3, .batch = 50, .epochs = 50});
    TrainingRun run(setup, workers, clock, {});
    run.resume();
    const auto lost = waitFor(run, [](const Snapshot& s) { return s.state == RunState::Diverged; });
    QVERIFY(lost);
    QCOMPARE(lost->secondsLeft, 0.0);
    setup.recipe.learningRate = 1e-2;
    setup.recipe.epochs = 3;
    TrainingRun branch(branchOf(setup, *lost, 0), workers, clock, {});
    const auto end = finish(branch, 0);
    QVERIFY(end);
    QVERIFY(*end->history.back().testError < *end->history.front().testError);
}

QTEST_GUILESS_MAIN(TstBranches)
#include "tst_branches.moc"
