#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "tests/support/gate.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/runs/twin.h"
#include "ui/widgets/controls.h"

#include <QSignalSpy>
#include <QStyleFactory>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 600, heldOut = 300;
constexpr int patience = 60000; // the longest wait for something that must come
const std::string digits = "mnist";

/// An autoencoder lab without any view, gone when this is.
struct AeLab {
    explicit AeLab(AppContext& context) : lab(findLab(q("autoencoder"))->make(context)) {}
    AeModel& model() const { return dynamic_cast<AeModel&>(lab->model()); }
    bool isReady() const
    {
        return QTest::qWaitFor([this] { return model().snapshot() != nullptr; }, patience);
    }
    int update() const { return model().snapshot()->update; }
    bool hasReached(int update) const
    {
        return QTest::qWaitFor([&] { return this->update() >= update; }, patience);
    }
    /// Trains so long that nobody sees its end.
    bool trainOn() const
    {
        AutoencoderSetup setup = *setupOfModel("lab-linear");
        setup.recipe.epochs = 10'000;
        model().edit(setup);
        model().setPace({.seconds = 0});
        if (!isReady()) return false;
        model().toggleTraining();
        return hasReached(3);
    }
    bool finish(std::uint64_t seed) const
    {
        AutoencoderSetup setup = *setupOfModel("lab-linear");
        setup.recipe.epochs = 2;
        setup.recipe.seed = seed;
        model().edit(setup);
        model().again();
        model().setPace({.seconds = 0});
        if (!isReady()) return false;
        model().toggleTraining();
        return QTest::qWaitFor([this] { return model().run().isIn(RunState::Finished); }, patience);
    }

    std::unique_ptr<Lab> lab;
};

} // namespace

/// Pictures of `size` numbers, all of them alike or not.
std::shared_ptr<const LabData> picturesOf(int count, Shape shape, bool areAlike = false)
{
    auto dataset = std::make_shared<Dataset>();
    for (Samples* part : {&dataset->train, &dataset->test}) {
        part->shape = shape;
        part->count = count;
        for (int i = 0; i < count * static_cast<int>(shape.size()); ++i)
            part->bytes.push_back(areAlike ? 77 : static_cast<std::uint8_t>(i * 37 % 251));
    }
    auto data = std::make_shared<LabData>();
    data->dataset = std::move(dataset);
    return data;
}

/// A run without a lab, on few pictures.
struct LoneRun {
    LoneRun() : run(store.take("none", workers, clock))
    {
        setup.model = "linear";
        setup.recipe.batch = 10;
        setup.recipe.epochs = 20;
    }
    bool start(int count = 50)
    {
        return run->start(setup, picturesOf(count, {1, 4, 4}), Pace{.seconds = 0}) && isAt(0);
    }
    bool isAt(int update) const
    {
        return QTest::qWaitFor(
            [&] { return run->snapshot() && run->snapshot()->update == update && !run->isTraining(); },
            patience);
    }
    bool go(int updates) const
    {
        const int from = run->snapshot()->update;
        for (int i = 0; i < updates; ++i)
            run->updateOnce();
        return isAt(from + updates);
    }
    bool finish() const
    {
        run->resume();
        return QTest::qWaitFor([&] { return run->isIn(RunState::Finished); }, patience);
    }
    /// All errors are measured.
    bool isComplete() const
    {
        return QTest::qWaitFor(
            [&] {
                const auto& history = run->snapshot()->history;
                return std::all_of(history.begin(), history.end(), [](const auto& p) { return p.testError; });
            },
            patience);
    }

    Workers workers{1};
    SteadyClock clock;
    RunStore store;
    AutoencoderSetup setup;
    std::shared_ptr<Run> run;
};

/// What outlives the labs: data sets and runs.
class TstRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit()); }

    void dataAreReadOnce();
    void lostDataAreReadAgain();
    void cancelledDataAreReadAgain();
    void aCancelledLabStaysUsable();

    void aStateBringsItsData();
    void aRunOutlivesItsModel();
    void twoModelsHaveTwoRuns();
    void finishedModelsStayByName();
    void theMomentHasItsOwnError();
    void thePlayheadStaysWhereStopsGo();
    void aRunContinuesFromAnUpdate();
    void settingsAreTriedFromOnePast();
    void whatDoesNotCorrespondChangesNothing();
    void aFinishedRunIsTakenOver();
    void whatAnotherLabHasTrainedIsOffered();
    void endedRunsAreKeptToCompare();
    void replacedRunsAreKeptToCompare();
    void dataWithoutPcaTrain_data();
    void dataWithoutPcaTrain();
    void theLabTrainsWithoutPca_data();
    void theLabTrainsWithoutPca();
    void aRunGoesOnBehindAnotherLab();
    void aRunGoesOnWithoutAWindow();
    void theProgramEndsWhileItTrains();

private:
    QTemporaryDir m_folder;
};

void TstRuns::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
}

void TstRuns::dataAreReadOnce()
{
    QTemporaryDir folder;
    QVERIFY(makeFewAssets(folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", folder.path().toLocal8Bit());
    Bench<ManualClock> bench;
    DataStore& store = bench.context.data;
    int times = 0;
    connect(&store, &DataStore::loaded,
            [&times](const DataRequest& request) { times += request.source == digits; });
    QVERIFY(!store.find(digits) && !store.problem(digits));
    const AeLab first(bench.context), second(bench.context); // both while it is read
    QVERIFY(first.isReady() && second.isReady());
    QCOMPARE(times, 1);
    QVERIFY(first.model().data() == second.model().data());
    QCOMPARE(first.model().data()->dataset->train.count, training);
    QVERIFY(QDir(folder.filePath(q("datasets"))).removeRecursively()); // a second reading would fail
    const AeLab third(bench.context);
    QVERIFY(third.model().data() == first.model().data());
    const auto shelved = store.shelf()->read(digits);
    QVERIFY(shelved && *shelved == store.find(digits)->dataset);
    store.load(digits);
    QVERIFY(!store.job(digits).isRunning());
    QCOMPARE(times, 1);
}

void TstRuns::lostDataAreReadAgain()
{
    QTemporaryDir folder;
    qputenv("HOURGLASS_ASSETS", folder.path().toLocal8Bit());
    Bench<ManualClock> bench;
    DataStore& store = bench.context.data;
    int failures = 0, times = 0;
    connect(&store, &DataStore::failed, [&failures] { ++failures; });
    connect(&store, &DataStore::loaded, [&times] { ++times; });
    for (int i = 1; i <= 2; ++i) {
        store.load(digits);
        QVERIFY(!store.problem(digits)); // while it is tried, nobody knows
        QTRY_COMPARE_WITH_TIMEOUT(failures, i, patience);
        QVERIFY(store.problem(digits) && store.problem(digits)->code == ErrorCode::FileNotFound);
        QVERIFY(!store.find(digits));
    }
    QVERIFY(makeFewAssets(folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    store.load(digits);
    QTRY_COMPARE_WITH_TIMEOUT(times, 1, patience);
    QVERIFY(store.find(digits) && !store.problem(digits));
    QCOMPARE(failures, 2);
}

void TstRuns::cancelledDataAreReadAgain()
{
    Bench<ManualClock> bench;
    DataStore& store = bench.context.data;
    int failures = 0, times = 0;
    connect(&store, &DataStore::failed, [&failures] { ++failures; });
    connect(&store, &DataStore::loaded, [&times] { ++times; });
    store.load(digits);
    store.job(digits).cancel();
    QCOMPARE(failures, 1);
    QVERIFY(store.problem(digits) && store.problem(digits)->code == ErrorCode::Cancelled);
    QVERIFY(!store.find(digits));
    store.load(digits);
    QTRY_COMPARE_WITH_TIMEOUT(times, 1, patience);
    QVERIFY(store.find(digits) && !store.problem(digits));
    QCOMPARE(failures, 1); // what was given up tells no more
}

/// The strip over the autoencoder's stage while its data are read, which a gate holds up.
void TstRuns::aCancelledLabStaysUsable()
{
    Bench<ManualClock> bench;
    Gate gate;
    bench.context.data.job(digits).start<int>(
        q("Reading what is held up"),
        [opened = gate.opened()](const Watch&) {
            opened.wait();
            return 0;
        },
        [](int) {});
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1366, 768}));
    window.openLab(q("autoencoder"));
    auto& model = dynamic_cast<AeModel&>(window.currentLab()->model());
    const auto* notice = window.currentLab()->stage->findChild<Notice*>();
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(window, q("Cancel")), patience);
    QVERIFY(!notice->isVisible());
    QVERIFY(click(buttonOf(window, q("Cancel"))));
    QVERIFY(!buttonOf(window, q("Cancel")));
    QVERIFY(model.problem() && model.problem()->code == ErrorCode::Cancelled);
    QVERIFY(notice->isVisible() && !notice->text().isEmpty());
    QVERIFY(click(buttonOf(window, q("Try again"))));
    QTRY_VERIFY_WITH_TIMEOUT(model.snapshot(), patience);
    QCOMPARE(notice->text(), QString());
    QVERIFY(buttonOf(window, q("● Train"))->isEnabled());
}

/// Data that the setup names, not those that were there; a run in training keeps its own until it is reset.
void TstRuns::aStateBringsItsData()
{
    constexpr int otherTraining = 100, otherHeldOut = 40;
    const QTemporaryDir other;
    QVERIFY(makeFewAssets(other.path(), q(HOURGLASS_TEST_ASSETS), otherTraining, otherHeldOut));
    Bench<SteadyClock> bench;
    const AeLab lab(bench.context);
    QVERIFY(lab.isReady());
    AutoencoderState state{*setupOfModel("lab-linear"), {}};
    state.setup.data = other.filePath(q("datasets/mnist")).toStdString();
    state.view.digit = 200; // those have fewer
    const auto trainsOn = [&] { return lab.model().run().data()->dataset->train.count; };
    lab.model().open(state);
    QTRY_COMPARE_WITH_TIMEOUT(trainsOn(), otherTraining, patience);
    QTRY_VERIFY_WITH_TIMEOUT(lab.model().snapshot(), patience);
    QCOMPARE(lab.model().data()->dataset->test.count, otherHeldOut);
    QCOMPARE(lab.model().digit(), otherHeldOut - 1);
    QVERIFY(!lab.model().isPending());
    lab.model().undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(trainsOn(), training, patience);
    QVERIFY(lab.trainOn());
    lab.model().open(state);
    QVERIFY(lab.model().isPending());
    QCOMPARE(lab.model().data()->dataset->train.count, training);
    lab.model().again();
    QTRY_COMPARE_WITH_TIMEOUT(trainsOn(), otherTraining, patience);
    QVERIFY(!lab.model().isPending());
}

void TstRuns::aRunOutlivesItsModel()
{
    Bench<SteadyClock> bench;
    auto lab = std::make_unique<AeLab>(bench.context);
    QVERIFY(lab->trainOn());
    const Run* run = &lab->model().run();
    const AutoencoderSetup setup = lab->model().setup();
    const int left = lab->update();
    lab.reset();
    const AeLab again(bench.context);
    QCOMPARE(&again.model().run(), run);
    QVERIFY(again.model().setup() == setup);
    QVERIFY(!again.model().isPending());
    QVERIFY(again.model().run().isTraining());
    const int found = again.update();
    QVERIFY(found >= left);
    QVERIFY(again.hasReached(found + 3));
    QCOMPARE(again.model().snapshot()->losses.size(),
             std::size_t(again.update())); // all of them, from the first
    again.model().toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(again.model().run().isIn(RunState::Paused), patience);
}

void TstRuns::twoModelsHaveTwoRuns()
{
    Bench<ManualClock> bench;
    auto first = std::make_unique<AeLab>(bench.context), second = std::make_unique<AeLab>(bench.context);
    QVERIFY(first->isReady() && second->isReady());
    const Run *one = &first->model().run(), *two = &second->model().run();
    QVERIFY(one != two);
    first->model().run().updateOnce();
    QVERIFY(first->hasReached(1));
    QCOMPARE(second->update(), 0);
    first.reset();
    const AeLab third(bench.context); // takes the one that nobody shows
    QCOMPARE(&third.model().run(), one);
    QCOMPARE(third.update(), 1);
    const AeLab fourth(bench.context);
    QVERIFY(&fourth.model().run() != one && &fourth.model().run() != two);
}

void TstRuns::finishedModelsStayByName()
{
    Bench<SteadyClock> bench;
    const RunStore& store = bench.context.runs;
    auto lab = std::make_unique<AeLab>(bench.context);
    QVERIFY(lab->isReady());
    QVERIFY(store.models().empty());
    QVERIFY(lab->finish(1));
    QCOMPARE(store.models().size(), std::size_t{1});
    const std::string name = "lab-linear, 2, mnist, seed 1";
    const TrainedModel* kept = store.find(name);
    QVERIFY(kept);
    QVERIFY(kept->setup == lab->model().setup());
    QVERIFY(kept->model == lab->model().snapshot()->model);
    QCOMPARE(kept->testError, *lab->model().run().moment().testError);
    const double error = kept->testError;

    QVERIFY(lab->finish(7));
    QCOMPARE(store.models().size(), std::size_t{2});
    QCOMPARE(store.models().back().name, std::string("lab-linear, 2, mnist, seed 7"));
    QVERIFY(store.find(name)->model != store.models().back().model);
    const auto former = store.find(name)->model;
    QVERIFY(lab->finish(1)); // once more: it replaces the first, and is the newest
    QCOMPARE(store.models().size(), std::size_t{2});
    QCOMPARE(store.models().back().name, name);
    QVERIFY(store.find(name)->model != former);
    QCOMPARE(store.find(name)->testError, error);
    lab.reset();
    QVERIFY(store.find(name));
    QVERIFY(!store.find("linear, 2, mnist, seed 2"));
}

void TstRuns::theMomentHasItsOwnError()
{
    LoneRun lone;
    lone.setup.recipe.epochs = 30;
    QVERIFY(lone.start() && lone.go(7) && lone.isComplete());
    Run& run = *lone.run;
    const SampleView test = run.data()->dataset->test.view();
    for (int stop = 0; stop <= 8; ++stop) {
        run.timeline().seek(stop);
        const RunMoment moment = run.moment();
        QCOMPARE(moment.isNow, stop == 8);
        QCOMPARE(moment.update, std::min(stop, 7));
        QCOMPARE(*moment.testError, reconstructionError(*moment.model, test, lone.workers));
        QCOMPARE(moment.trainLoss > 0, stop > 0);
    }
    QVERIFY(lone.go(96) && lone.isComplete());
    QVERIFY(!isHistoryUpdate(103, 150)); // so nothing was measured there
    QVERIFY(run.moment().isNow && !run.moment().testError);
}

/// A history in so little room that ever more stops go while the run goes on.
void TstRuns::thePlayheadStaysWhereStopsGo()
{
    LoneRun lone;
    lone.run = std::make_shared<Run>(lone.workers, lone.clock, 15'000);
    Run& run = *lone.run;
    QVERIFY(lone.start() && lone.go(25));
    run.resume();
    run.seekUpdate(20); // a round one: it stays
    const double place = run.timeline().position();
    QTRY_VERIFY_WITH_TIMEOUT(run.isIn(RunState::Finished), patience);
    QVERIFY(!run.moment().isNow);
    QCOMPARE(run.moment().update, 20);
    QVERIFY(run.timeline().position() < place);
}

void TstRuns::aRunContinuesFromAnUpdate()
{
    LoneRun lone;
    QVERIFY(lone.start() && lone.finish() && lone.isComplete());
    Run& run = *lone.run;
    const auto whole = run.snapshot()->history.back().model;
    QVERIFY(!run.ahead());
    run.seekUpdate(30);
    int states = 0;
    connect(&run, &Run::stateChanged, this, [&states] { ++states; });
    QVERIFY(run.continueFrom(30, lone.setup));
    QVERIFY(run.snapshot() && run.ahead()); // nobody is without a snapshot
    QVERIFY(lone.isAt(30));
    QVERIFY(states > 0);
    QCOMPARE(run.snapshot()->state, RunState::Paused);
    QVERIFY(run.moment().isNow);
    QCOMPARE(run.timeline().count(), 31);
    const RunAhead& ahead = *run.ahead();
    QVERIFY(ahead.from == 30 && ahead.last == 100);
    QCOMPARE(ahead.losses.size(), std::size_t{70});
    QCOMPARE(ahead.losses.front().update, 31);
    QCOMPARE(ahead.errors.size(), std::size_t{70});
    QVERIFY(run.events().size() == 1 && run.events().front().kind == RunEvent::Kind::Branch);
    QVERIFY(lone.go(5));
    QVERIFY(run.ahead());
    run.seekUpdate(3); // the playhead stays in the past while it trains
    QVERIFY(!run.moment().isNow);
    QVERIFY(lone.finish());
    QVERIFY(!run.ahead()); // training has passed it
    QVERIFY(run.snapshot()->history.back().model->parameters == whole->parameters);
}

/// One setting after the other at one update: each begins where the first one did.
void TstRuns::settingsAreTriedFromOnePast()
{
    LoneRun lone;
    QVERIFY(lone.start() && lone.finish());
    Run& run = *lone.run;
    const auto whole = run.snapshot()->history.back().model;
    AutoencoderSetup other = lone.setup;
    other.bottleneck = 3;
    QVERIFY(run.continueFrom(30, other));
    other.recipe.optimizer = OptimizerKind::Sgd;
    QVERIFY(run.continueFrom(30, other)); // before the first one has told anything
    QTRY_VERIFY_WITH_TIMEOUT(run.moment().model->plan->codeSize() == 3, patience);
    QVERIFY(lone.isAt(30));
    QVERIFY(run.continueFrom(30, lone.setup));
    QTRY_VERIFY_WITH_TIMEOUT(run.moment().model->plan->codeSize() == 2, patience);
    QVERIFY(run.ahead() && run.ahead()->from == 30);
    QTRY_COMPARE_WITH_TIMEOUT(run.events().size(), std::size_t{1}, patience);
    QVERIFY(lone.isAt(30) && lone.finish());
    QVERIFY(run.snapshot()->history.back().model->parameters == whole->parameters);
}

void TstRuns::whatDoesNotCorrespondChangesNothing()
{
    LoneRun lone;
    QVERIFY(lone.start() && lone.go(3));
    AutoencoderSetup other = lone.setup;
    other.model = "dense";
    const int serial = lone.run->serial();
    const auto refused = lone.run->continueFrom(2, other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NetworksDiffer);
    other = lone.setup;
    other.recipe.learningRate = -1;
    QVERIFY(!lone.run->continueFrom(2, other));
    QCOMPARE(lone.run->serial(), serial);
    QVERIFY(lone.run->setup() == lone.setup);
    QVERIFY(lone.go(1));
}

void TstRuns::aFinishedRunIsTakenOver()
{
    LoneRun lone;
    QVERIFY(lone.start());
    QVERIFY(!lone.store.findFinished("other", lone.setup, lone.run->data().get()));
    QVERIFY(lone.finish() && lone.isComplete());
    const auto found = lone.store.findFinished("other", lone.setup, lone.run->data().get());
    QVERIFY(found == lone.run);
    QVERIFY(!lone.store.findFinished("none", lone.setup, lone.run->data().get())); // its own
    QVERIFY(!lone.store.findFinished("other", lone.setup, nullptr));
    AutoencoderSetup other = lone.setup;
    other.recipe.seed = 9;
    QVERIFY(!lone.store.findFinished("other", other, lone.run->data().get()));

    const auto taker = lone.store.take("other", lone.workers, lone.clock);
    taker->takeOver(*found);
    QTRY_VERIFY_WITH_TIMEOUT(taker->isIn(RunState::Finished), patience);
    QVERIFY(taker->setup() == lone.setup && taker->isTakenOver() && taker->events().empty());
    QCOMPARE(taker->snapshot()->history.size(), found->snapshot()->history.size());
    QVERIFY(taker->moment().model->parameters == found->moment().model->parameters);
    QCOMPARE(*taker->moment().testError, *found->moment().testError);
    taker->seekUpdate(50);
    QCOMPARE(taker->moment().update, 50);
    // What it does from here on is its own affair, and what it leaves can be compared with.
    AutoencoderSetup longer = lone.setup;
    longer.recipe.epochs = 21;
    QVERIFY(taker->continueFrom(100, longer));
    QVERIFY(!taker->isTakenOver());
    taker->resume();
    QTRY_COMPARE_WITH_TIMEOUT(taker->snapshot()->update, 105, patience);
    QCOMPARE(found->snapshot()->update, 100);
    QCOMPARE(lone.store.earlierRuns().front().setup.recipe.epochs, 20);
}

void TstRuns::whatAnotherLabHasTrainedIsOffered()
{
    Bench<SteadyClock> bench;
    AeLab lab(bench.context);
    AutoencoderSetup setup = *setupOfModel("lab-linear");
    setup.recipe.epochs = 2;
    lab.model().edit(setup);
    QVERIFY(lab.isReady());
    QVERIFY(lab.model().remark().sentence.isEmpty());
    QSignalSpy remarks(&lab.model(), &AeModel::remarkChanged);
    Twin twin(bench.context.runs, "twin", bench.context.workers, bench.context.clock);
    twin.want(setup, bench.context.data.find(digits));
    QVERIFY(twin.train(0));
    QTRY_COMPARE_WITH_TIMEOUT(twin.standing(), Twin::Standing::Trained, patience);
    QVERIFY(!remarks.isEmpty());
    const Remark offer = lab.model().remark();
    QCOMPARE(offer.sentence, q("Another lab has trained this network already."));
    QCOMPARE(offer.offers.size(), 1);
    offer.offers.front().take();
    QTRY_COMPARE_WITH_TIMEOUT(lab.model().standing(), AeModel::Standing::Finished, patience);
    QVERIFY(lab.model().snapshot()->model->parameters == twin.model()->parameters);
    QVERIFY(lab.model().remark().sentence.isEmpty());
    lab.model().again(); // one's own is there for the asking, and what was shown stays to compare
    QTRY_COMPARE_WITH_TIMEOUT(lab.model().standing(), AeModel::Standing::Untouched, patience);
    QCOMPARE(lab.model().earlier().size(), std::size_t{1});
    QVERIFY(!lab.model().remark().sentence.isEmpty());
}

void TstRuns::endedRunsAreKeptToCompare()
{
    LoneRun lone;
    const RunStore& store = lone.store;
    int changes = 0;
    connect(&store, &RunStore::earlierRunsChanged, this, [&changes] { ++changes; });
    QVERIFY(lone.start() && lone.finish());
    QCOMPARE(store.earlierRuns().size(), std::size_t{1});
    QCOMPARE(changes, 1);
    const EarlierRun first = store.earlierRuns().front();
    QCOMPARE(first.name, std::string("linear, 2, mnist, seed 1"));
    QVERIFY(first.setup == lone.setup && !first.isDiverged && !first.pcaError);
    QVERIFY(first.curve.size() >= 2 && first.curve.back().update == 100);
    QCOMPARE(first.curve.back().epoch, 20.0);
    QCOMPARE(*first.finalError, first.curve.back().testError);
    QVERIFY(lone.isComplete());
    QVERIFY(lone.start()); // the same run once more, with its whole curve
    QCOMPARE(store.earlierRuns().size(), std::size_t{1});
    QCOMPARE(store.earlierRuns().front().curve.size(), std::size_t{101});
    for (int seed = 2; seed <= 6; ++seed) {
        lone.setup.recipe.seed = static_cast<std::uint64_t>(seed);
        QVERIFY(lone.start() && lone.finish());
    }
    QCOMPARE(store.earlierRuns().size(), std::size_t{5}); // the oldest has gone
    QCOMPARE(store.earlierRuns().front().setup.recipe.seed, std::uint64_t{2});
    const int id = store.earlierRuns()[2].id, before = changes;
    lone.store.remove(id);
    lone.store.remove(id);
    QCOMPARE(changes, before + 1);
    QCOMPARE(store.earlierRuns().size(), std::size_t{4});
    for (const EarlierRun& left : store.earlierRuns())
        QVERIFY(left.id != id);
}

void TstRuns::replacedRunsAreKeptToCompare()
{
    LoneRun lone;
    const RunStore& store = lone.store;
    QVERIFY(lone.start() && lone.go(4) && lone.start()); // less than a twentieth of its hundred updates
    QVERIFY(store.earlierRuns().empty());
    QVERIFY(lone.go(6) && lone.start());
    QCOMPARE(store.earlierRuns().size(), std::size_t{1});
    QVERIFY(lone.go(20) && lone.run->continueFrom(10, lone.setup) && lone.isAt(10));
    QCOMPARE(store.earlierRuns().size(), std::size_t{2});
    QVERIFY(lone.run->continueFrom(5, lone.setup) && lone.isAt(5)); // it had not gone on
    QVERIFY(lone.start());
    QCOMPARE(store.earlierRuns().size(), std::size_t{2});
    lone.setup.recipe.optimizer = OptimizerKind::Sgd;
    lone.setup.recipe.learningRate = 900;
    lone.setup.recipe.epochs = 500;
    QVERIFY(lone.start());
    lone.run->resume();
    QTRY_VERIFY_WITH_TIMEOUT(lone.run->isIn(RunState::Diverged), patience);
    QCOMPARE(store.earlierRuns().size(), std::size_t{3});
    QVERIFY(store.earlierRuns().back().isDiverged && store.earlierRuns().back().model);
    QVERIFY(store.models().empty());
}

void TstRuns::dataWithoutPcaTrain_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<bool>("areAlike");
    QTest::newRow("one picture") << 1 << Shape{1, 4, 4} << false;
    QTest::newRow("pictures all alike") << 30 << Shape{1, 4, 4} << true;
    QTest::newRow("three pixels") << 30 << Shape{1, 1, 3} << false;
    QTest::newRow("one pixel") << 30 << Shape{1, 1, 1} << false;
}

/// Each in batches larger than the data.
void TstRuns::dataWithoutPcaTrain()
{
    QFETCH(int, count);
    QFETCH(Shape, shape);
    QFETCH(bool, areAlike);
    LoneRun lone;
    lone.setup.recipe.batch = 1000;
    for (const char* model : {"linear", "dense"}) {
        lone.setup.model = model;
        QVERIFY(lone.run->start(lone.setup, picturesOf(count, shape, areAlike), Pace{.seconds = 0}));
        QVERIFY(lone.isAt(0) && lone.finish() && lone.isComplete());
        QCOMPARE(lone.run->snapshot()->update, 20);
        QVERIFY(std::isfinite(*lone.run->moment().testError));
        QVERIFY(lone.run->continueFrom(10, lone.setup));
        QVERIFY(lone.isAt(10) && lone.finish());
    }
}

void TstRuns::theLabTrainsWithoutPca_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("rows all alike") << QByteArray("1,2,3,4\n");
    QTest::newRow("rows of one number") << QByteArray("5\n");
}

/// Files without principal components, in the window.
void TstRuns::theLabTrainsWithoutPca()
{
    QFETCH(QByteArray, row);
    const QTemporaryDir folder;
    QFile file(folder.filePath(q("alike.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(row.repeated(30)) > 0);
    file.close();
    Bench<SteadyClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1366, 768}));
    window.openLab(q("autoencoder"));
    auto& model = dynamic_cast<AeModel&>(window.currentLab()->model());
    AutoencoderSetup setup = *setupOfModel("lab-linear");
    setup.data = file.fileName().toStdString();
    setup.recipe.epochs = 3;
    model.edit(setup);
    model.setPace({.seconds = 0});
    QTRY_VERIFY_WITH_TIMEOUT(model.snapshot() && model.data()->dataset->train.count == 27, patience);
    QVERIFY(!model.problem() && !model.data()->hasPca());
    model.toggleTraining();
    QTRY_VERIFY_WITH_TIMEOUT(model.run().isIn(RunState::Finished), patience);
    QVERIFY(model.angles(model.run().moment()).empty());
    QVERIFY(!window.grab().isNull());
}

void TstRuns::aRunGoesOnBehindAnotherLab()
{
    Bench<SteadyClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1366, 768}));
    window.openLab(q("autoencoder"));
    auto& model = dynamic_cast<AeModel&>(window.currentLab()->model());
    QTRY_VERIFY_WITH_TIMEOUT(model.snapshot(), patience);
    QVERIFY(click(buttonOf(window, q("● Train"))));
    QTRY_VERIFY_WITH_TIMEOUT(model.run().isTraining(), patience);
    window.openLab(q("conv2d"));
    const int left = model.snapshot()->update;
    QTRY_VERIFY_WITH_TIMEOUT(model.snapshot()->update > left, patience);
    window.openStartPage();
    const int start = model.snapshot()->update;
    QTRY_VERIFY_WITH_TIMEOUT(model.snapshot()->update > start, patience);
    window.openLab(q("autoencoder"));
    QVERIFY(model.run().isTraining() && model.snapshot()->update > left);
    QVERIFY(click(buttonOf(window, q("Pause"))));
    QTRY_VERIFY_WITH_TIMEOUT(model.run().isIn(RunState::Paused), patience);
}

void TstRuns::aRunGoesOnWithoutAWindow()
{
    Bench<SteadyClock> bench;
    auto window = std::make_unique<MainWindow>(bench.context);
    QVERIFY(bringUp(*window, {1366, 768}));
    window->openLab(q("autoencoder"));
    auto* model = dynamic_cast<AeModel*>(&window->currentLab()->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->snapshot(), patience);
    QVERIFY(click(buttonOf(*window, q("● Train"))));
    QTRY_VERIFY_WITH_TIMEOUT(model->snapshot()->update > 0, patience);
    const Run* run = &model->run();
    const int left = model->snapshot()->update;
    window.reset();
    QTRY_VERIFY_WITH_TIMEOUT(run->snapshot()->update > left, patience);
    window = std::make_unique<MainWindow>(bench.context);
    QVERIFY(bringUp(*window, {1366, 768}));
    window->openLab(q("autoencoder"));
    model = dynamic_cast<AeModel*>(&window->currentLab()->model());
    QCOMPARE(&model->run(), run);
    QVERIFY(model->snapshot()->update > left && buttonOf(*window, q("Pause")));
}

void TstRuns::theProgramEndsWhileItTrains()
{
    const int threads = threadCount();
    {
        Bench<SteadyClock> bench;
        const AeLab lab(bench.context);
        QVERIFY(lab.trainOn());
    }
    QVERIFY(awaitThreads(threads));    // its thread, the workers' and the yard's have all ended
    QCoreApplication::processEvents(); // nothing that was posted arrives at what is gone
}

QTEST_MAIN(TstRuns)
#include "tst_runs.moc"
