#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "tests/support/gate.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/widgets/controls.h"

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
        model().setPace(0);
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
        model().reset();
        model().setPace(0);
        if (!isReady()) return false;
        model().toggleTraining();
        return QTest::qWaitFor([this] { return model().run().isIn(RunState::Finished); }, patience);
    }

    std::unique_ptr<Lab> lab;
};

} // namespace

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
    connect(&store, &DataStore::loaded, [&times](const std::string& source) { times += source == digits; });
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
    lab.model().reset();
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
    QCOMPARE(kept->testError, lab->model().run().moment().testError);
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
