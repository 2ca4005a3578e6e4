#include "core/session/state_command.h"
#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "tests/support/gate.h"
#include "ui/labs/autoencoder/ae_inspector.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/plane_gauge.h"
#include "ui/theme/error_text.h"
#include "ui/widgets/map_view.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int mapPoints = 5000;
constexpr const char* waiting = "These settings wait";
constexpr const char* another = "The new network applies"; // where the weights have no place in it
constexpr int linear = 0, convolutional = 4;               // rows of the list of networks
constexpr int patience =
    60000; // the longest wait for something that must come, not a duration that is tested

/// The window with the lab open, on the computer's clock.
struct Desk : DeskWith<SteadyClock> {
    Desk() : DeskWith(q("autoencoder")) {}
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    const Snapshot* snapshot() const { return model().snapshot(); }
    int update() const { return snapshot() ? snapshot()->update : -1; }
    bool isIn(RunState state) const { return snapshot() && snapshot()->state == state; }
    std::string network() const
    {
        return snapshot() && snapshot()->model
                   ? (snapshot()->model->plan->network().network.isLinear() ? "linear" : "bent")
                   : "";
    }
    AeStage& stage() const { return *qobject_cast<AeStage*>(window.currentLab()->stage); }
    QString notice() const { return stage().findChild<Notice*>()->text(); }
    /// The linear network for one epoch of few updates: a real run of moments.
    bool chooseShortRun() const
    {
        return choose("Network", linear) && type(field("Epochs"), q("1")) &&
               type(field("Batch"), q("4096")) && press("Full speed");
    }
    QString shownIn(const char* list) const { return named<QComboBox>(window, q(list))->currentText(); }
    LabState state() const { return model().state(); }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    void paste(const QString& text) const
    {
        QGuiApplication::clipboard()->setText(text);
        stage().setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
    }
    bool finishShortRun() const
    {
        return chooseShortRun() &&
               QTest::qWaitFor([this] { return update() == 0 && network() == "linear"; }, patience) &&
               press("● Train") && QTest::qWaitFor([this] { return isIn(RunState::Finished); }, patience);
    }
};

/// A setup unlike the one that the lab begins with, as a state looked at unlike it.
AutoencoderState anotherState()
{
    AutoencoderState state{*setupOfModel("lab-linear")};
    state.setup.recipe.epochs = 3;
    state.setup.recipe.seed = 7;
    state.view.digit = 41;
    state.view.paceSeconds = 5;
    return state;
}

} // namespace

class TstAutoencoderLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void loadsTheDigits();
    void oneUpdate();
    void trainsAndPauses();
    void shortRunFinishes();
    void scrubsBack();
    void trainingAfterTheEndBeginsAgain();
    void continuesFromTheUpdateShown();
    void continuesLonger();
    void keepsTheWeights();
    void resetGoesBackToTheBeginning();
    void comesBackUpToDate();
    void examplesSetEverything();
    void learnsSaysHowItStands();
    void anotherNetworkBeforeTraining();
    void changesWaitWhileItTrains();
    void theLearningRateDoesNotWait();
    void theSameSeedGivesTheSameRun();
    void badTextInAFieldIsTold();
    void digitsAreChosen();
    void chipsFollowThePace();
    void draggingDecodes();
    void alignedCodesLieOnTheScores();
    void mdsIsSolvedBeside();
    void classesAndLassosChoose();
    void aDoubleClickLeavesAClassAlone();
    void aCodeOfOneIsALine();
    void textsFollowTheNetwork();
    void mdsOfEqualPicturesIsTold();
    void largestLearningRateIsSurvived();
    void divergenceIsTold();

    void savesAndOpens();
    void menuCopiesLinkAndCommand();
    void takesText_data();
    void takesText();
    void refuses_data();
    void refuses();
    void takesWhatIsDropped();
    void openedWhileItTrains();
    void goesToTheLabOfTheState();

    void changesWhileItLoads();
    void missingDataAreNamed();
    void endsWhileItTrains();
    void endsWhileItLoads();

private:
    Desk& desk() { return *m_desk; }
    /// A lab of its own on few digits, which loads in less time.
    std::unique_ptr<Desk> smallDesk();
    std::unique_ptr<Desk> m_desk; // the digits are read once
    QTemporaryDir m_few;
};

std::unique_ptr<Desk> TstAutoencoderLab::smallDesk()
{
    const QString folder = m_few.filePath(q("datasets/mnist"));
    const Dataset& all = *desk().model().data()->dataset;
    if (!QDir().mkpath(folder) || !writeIdx(folder, q("train"), all.train, 2000) ||
        !writeIdx(folder, q("t10k"), all.test, mapPoints))
        return nullptr;
    qputenv("HOURGLASS_ASSETS", m_few.path().toLocal8Bit());
    auto small = std::make_unique<Desk>();
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    return small;
}

void TstAutoencoderLab::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_desk = std::make_unique<Desk>();
    QVERIFY(desk().isUp);
    QVERIFY(desk().shows(q("Reading the data")));
    for (const char* text : {"● Train", "One update", "Reset"})
        QVERIFY2(!buttonOf(desk().window, q(text))->isEnabled(), text);
    QTRY_VERIFY_WITH_TIMEOUT(desk().snapshot(), patience);
    QVERIFY(desk().press("▸ More: the training"));
}

void TstAutoencoderLab::init()
{
    if (desk().model().run().isTraining()) QVERIFY(desk().press("Pause"));
    desk().model().undoStack()->setIndex(0);
    desk().model().undoStack()->clear();
    desk().model().again();
    while (!desk().model().earlier().empty())
        desk().model().removeEarlier(0);
    desk().model().forgetRemark();
    desk().model().setTab(AutoencoderTab::Compared);
    QVERIFY(desk().press("20 s"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 0, patience);
    QVERIFY(desk().model().setup() == *setupOfModel("lab-dense"));
}

void TstAutoencoderLab::loadsTheDigits()
{
    const LabData* data = desk().model().data();
    QVERIFY(data);
    QCOMPARE(data->dataset->train.count, 60000);
    QCOMPARE(data->dataset->test.count, 10000);
    QVERIFY(!desk().shows(q("Reading the data")));
    QCOMPARE(desk().notice(), QString());
    QVERIFY(desk().isIn(RunState::Paused));
    QCOMPARE(desk().network(), std::string("bent"));
    QVERIFY(desk().shows(q("epoch 0.0 of 5 · update 0")));
    QVERIFY(desk().shows(Texts().number(data->pcaErrorOf(2), 4)));
    QCOMPARE(desk().stage().bottleneckMap()->pointCount(), mapPoints);
    QVERIFY(desk().stage().bottleneckMap()->pointsInView() > 0);
}

void TstAutoencoderLab::oneUpdate()
{
    const auto codes = desk().model().run().moment().codes;
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(desk().press("One update"));
        QTRY_COMPARE_WITH_TIMEOUT(desk().update(), i, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Paused), patience);
        QVERIFY(desk().model().run().moment().isNow);
        QCOMPARE(desk().model().run().moment().update, i);
        QCOMPARE(desk().snapshot()->losses.size(), std::size_t(i));
        QVERIFY(desk().shows(q("update %1").arg(i)));
    }
    QVERIFY(*desk().model().run().moment().codes != *codes);
    QVERIFY(buttonOf(desk().window, q("● Continue")));
}

void TstAutoencoderLab::trainsAndPauses()
{
    QVERIFY(desk().press("● Train"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().run().isTraining(), patience);
    QVERIFY(buttonOf(desk().window, q("Pause")));
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() > 1, patience);
    QVERIFY(desk().press("Pause"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Paused), patience);
    QVERIFY(buttonOf(desk().window, q("● Continue")));
    const int held = desk().update();
    QTest::qWait(100); // several updates' worth, were it still running
    QCOMPARE(desk().update(), held);
    QCOMPARE(desk().snapshot()->codesUpdate, held); // what is seen at rest is of this update
    QVERIFY(desk().press("● Continue"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() > held, patience); // on, not anew
    QVERIFY(desk().press("Pause"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Paused), patience);
}

void TstAutoencoderLab::shortRunFinishes()
{
    QVERIFY(desk().chooseShortRun());
    QVERIFY(desk().model().pace() == Pace({.seconds = 0}));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().run().moment().testError, patience);
    const double before = *desk().model().run().moment().testError;
    QVERIFY(desk().finishShortRun());
    QCOMPARE(desk().update(), 15); // ⌈60000 / 4096⌉
    QCOMPARE(desk().snapshot()->losses.size(), std::size_t{15});
    QVERIFY(desk().shows(q("epoch 1.0 of 1 · update 15")));
    const RunMoment moment = desk().model().run().moment();
    QVERIFY(moment.isNow);
    QVERIFY(moment.testError < before);
    QVERIFY(moment.testError >
            desk().model().data()->pcaErrorOf(2)); // nothing linear of two numbers is better
    QVERIFY(desk().shows(Texts().number(*moment.testError, 4)));
    QVERIFY(desk().shows(q("linear autoencoder")));
    const auto angles = desk().model().angles(moment);
    QCOMPARE(angles.size(), std::size_t{2});
    const auto* gauge = desk().stage().findChild<PlaneGauge*>();
    QVERIFY(gauge && gauge->isVisible());
    QVERIFY2(gauge->accessibleDescription().contains(Texts().number(angles[0], angles[0] < 1 ? 2 : 1)),
             qPrintable(gauge->accessibleDescription()));
}

void TstAutoencoderLab::scrubsBack()
{
    QVERIFY(desk().finishShortRun());
    AeModel& model = desk().model();
    const RunMoment last = model.run().moment();
    QTRY_VERIFY(desk().stage().bottleneckMap()->isAtRest());
    const QImage map = desk().stage().bottleneckMap()->grab().toImage();
    QVERIFY(desk().pressNamed("To the beginning (Home)"));
    const RunMoment first = model.run().moment();
    QVERIFY(!first.isNow);
    QCOMPARE(first.update, 0);
    QVERIFY(first.model != last.model);
    QVERIFY(*first.codes != *last.codes);
    QVERIFY(first.testError > last.testError);
    QVERIFY(desk().shows(q("update 0")) && desk().shows(Texts().number(*first.testError, 4)));
    QVERIFY(desk().stage().bottleneckMap()->grab().toImage() != map);

    QVERIFY(desk().pressNamed("Forward (→)") && desk().pressNamed("Forward (→)"));
    QCOMPARE(model.run().moment().update, model.snapshot()->history[2].update);
    // What is shown is of the update that is named: its own network makes the codes.
    const RunMoment second = model.run().moment();
    QVERIFY(encode(*second.model, model.data()->mapView(), model.context().workers) == *second.codes);

    QVERIFY(desk().pressNamed("To the end (End)"));
    QVERIFY(model.run().moment().isNow);
    QCOMPARE(model.run().moment().update, last.update);
    QCOMPARE(desk().stage().bottleneckMap()->grab().toImage(), map);
}

/// A run that has ended is never lost: another one begins beside it.
void TstAutoencoderLab::trainingAfterTheEndBeginsAgain()
{
    QVERIFY(desk().finishShortRun());
    const auto error = desk().model().run().moment().testError;
    QVERIFY(error && desk().model().earlier().empty()); // what is shown is not beside itself
    const Snapshot* finished = desk().snapshot();
    QVERIFY(desk().press("● Again"));
    QVERIFY(desk().snapshot() != finished);
    QCOMPARE(desk().model().earlier().size(), std::size_t{1});
    QCOMPARE(desk().model().earlier().front().finalError, error);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Finished), patience);
    QCOMPARE(desk().update(), 15);
    QVERIFY(desk().model().run().moment().isNow);
    QCOMPARE(desk().model().run().moment().testError, error);
    desk().model().chooseEarlier(0);
    QCOMPARE(desk().model().chosenEarlier(), 0);
    desk().model().setTab(AutoencoderTab::Learns);
    desk().key(Qt::Key_Delete);
    QVERIFY(desk().model().earlier().empty() && desk().model().chosenEarlier() < 0);
}

/// From a point of the history a run goes on as it did: the same numbers, with what had come as a branch
/// ahead.
void TstAutoencoderLab::continuesFromTheUpdateShown()
{
    QVERIFY(desk().finishShortRun());
    const auto error = desk().model().run().moment().testError;
    QVERIFY(desk().pressNamed("To the beginning (Home)"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(desk().pressNamed("Forward (→)"));
    QCOMPARE(desk().model().moment().update, 4);
    QCOMPARE(desk().model().standing(), AeModel::Standing::Past);
    QVERIFY(desk().press("● Continue from here"));
    QVERIFY(desk().model().run().ahead());
    QCOMPARE(desk().model().run().ahead()->from, 4);
    QTRY_VERIFY_WITH_TIMEOUT(!desk().snapshot()->events.empty(), patience);
    QCOMPARE(desk().snapshot()->events.front().kind, RunEvent::Kind::Branch);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Finished) && desk().model().run().moment().isNow,
                             patience);
    QCOMPARE(desk().update(), 15);
    QTRY_COMPARE_WITH_TIMEOUT(desk().model().run().moment().testError, error, patience);
}

/// A finished run goes on for as many epochs again.
void TstAutoencoderLab::continuesLonger()
{
    QVERIFY(desk().finishShortRun());
    QVERIFY(desk().press("Continue"));
    QCOMPARE(desk().model().setup().recipe.epochs, 2);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Finished) && desk().update() == 30, patience);
    QCOMPARE(desk().snapshot()->losses.size(), std::size_t{30});
    QVERIFY(!desk().model().isPending());
}

/// A code that grows in the middle of a run keeps what it has learned.
void TstAutoencoderLab::keepsTheWeights()
{
    QVERIFY(desk().finishShortRun());
    const auto error = desk().model().run().moment().testError;
    QVERIFY(type(desk().field("Bottleneck"), q("5")));
    QVERIFY(desk().model().isPending() && desk().shows(q(waiting)));
    QVERIFY(desk().press("Keep the weights"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().snapshot() && desk().snapshot()->model->plan->codeSize() == 5, patience);
    QVERIFY(!desk().model().isPending() && !desk().shows(q(waiting)));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().run().moment().testError, patience);
    QVERIFY(std::abs(*desk().model().run().moment().testError - *error) < 1e-6);
    const auto& events = desk().snapshot()->events;
    QVERIFY(std::any_of(events.begin(), events.end(),
                        [](const RunEvent& e) { return e.kind == RunEvent::Kind::CodeSize; }));
    QCOMPARE(*desk().model().pcaError(), desk().model().data()->pcaErrorOf(5)); // its line follows
}

void TstAutoencoderLab::resetGoesBackToTheBeginning()
{
    QVERIFY(desk().chooseShortRun());
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QVERIFY(!buttonOf(desk().window, q("Reset"))->isEnabled()); // nothing to go back from
    QVERIFY(desk().press("One update"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() == 1 && desk().isIn(RunState::Paused), patience);
    QVERIFY(desk().press("Reset"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 0, patience);
    QVERIFY(desk().isIn(RunState::Paused));
    QCOMPARE(desk().snapshot()->losses.size(), std::size_t{0});
    QCOMPARE(desk().snapshot()->history.size(), std::size_t{1});
    QCOMPARE(desk().model().timeline()->count(), 1);
    QVERIFY(desk().model().run().moment().isNow);
    QVERIFY(desk().shows(q("epoch 0.0 of 1 · update 0")));
}

/// A tab that was behind another lab shows the run as it ended meanwhile.
void TstAutoencoderLab::comesBackUpToDate()
{
    AeModel& model = desk().model();
    for (const AutoencoderTab tab : {AutoencoderTab::Compared, AutoencoderTab::Learns}) {
        model.again();
        model.setTab(tab);
        QVERIFY(desk().chooseShortRun());
        QTRY_VERIFY_WITH_TIMEOUT(desk().update() == 0 && desk().network() == "linear", patience);
        desk().window.openLab(q("conv2d"));
        model.toggleTraining();
        QTRY_VERIFY_WITH_TIMEOUT(model.run().isIn(RunState::Finished), patience);
        const auto error = model.moment().testError;
        QVERIFY(error);
        desk().window.openLab(q("autoencoder"));
        QVERIFY(tab == AutoencoderTab::Compared ? desk().shows(Texts().number(*error, 4))
                                                : desk().shows(q("at update 15.")));
    }
}

/// Every example stands there as it is named, and says what is to be expected.
void TstAutoencoderLab::examplesSetEverything()
{
    for (std::size_t i = 0; i < autoencoderExamples().size(); ++i) {
        const AutoencoderExample& example = autoencoderExamples()[i];
        QVERIFY(desk().choose("Example", static_cast<int>(i)));
        QVERIFY2(desk().model().setup() == example.state.setup, example.id);
        QCOMPARE(desk().model().shownExample(), &example);
        QVERIFY(!exampleName(example.id).isEmpty() && desk().shows(exampleExpectation(example.id)));
        QTRY_VERIFY2_WITH_TIMEOUT(desk().snapshot() && !desk().model().isPending(), example.id, patience);
    }
}

/// The status says how a run stands, and its error is the shown update's or none.
void TstAutoencoderLab::learnsSaysHowItStands()
{
    desk().model().setTab(AutoencoderTab::Learns);
    QVERIFY(desk().shows(q("not trained yet")));
    QVERIFY(desk().finishShortRun());
    QTRY_VERIFY_WITH_TIMEOUT(desk().shows(q("finished after 1 epoch")), patience);
    QVERIFY(desk().shows(q("angle to PCA ")) && desk().shows(q("at update 15.")));
    QVERIFY(desk().pressNamed("To the beginning (Home)"));
    QVERIFY(desk().shows(q("update 0, looking back")) && desk().shows(q("at update 0.")));
    QVERIFY(desk().press("▶ Replay"));
    QVERIFY(desk().model().timeline()->isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().moment().update > 0, patience);
    QVERIFY(desk().model().moment().update < 5); // four a second
    desk().model().timeline()->pause();
}

void TstAutoencoderLab::anotherNetworkBeforeTraining()
{
    QCOMPARE(desk().network(), std::string("bent"));
    QVERIFY(desk().choose("Network", linear));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QVERIFY(!desk().model().isPending());
    QVERIFY(!desk().shows(q(waiting)));
    QVERIFY(desk().model().setup() == *setupOfModel("lab-linear"));
    QCOMPARE(desk().field("Epochs")->text(), q("6"));
    QVERIFY(desk().choose("Network", convolutional));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("bent"), patience);
    QVERIFY(desk().pressNamed("Undo (Ctrl+Z)"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QCOMPARE(desk().shownIn("Network"), q("Linear"));
    QVERIFY(desk().pressNamed("Undo (Ctrl+Z)"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("bent"), patience);
    QVERIFY(desk().pressNamed("Redo (Ctrl+Shift+Z)"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
}

void TstAutoencoderLab::changesWaitWhileItTrains()
{
    QVERIFY(desk().press("● Train"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() > 0, patience);
    QCOMPARE(desk().snapshot()->updatesPerEpoch, 469); // ⌈60000 / 128⌉
    QVERIFY(type(desk().field("Batch"), q("256")) && desk().choose("Network", linear));
    QVERIFY(desk().model().isPending());
    QVERIFY(desk().shows(q(another)));
    const int then = desk().update();
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() > then, patience); // it goes on as it was
    QCOMPARE(desk().network(), std::string("bent"));
    QCOMPARE(desk().snapshot()->updatesPerEpoch, 469);

    for (int i = 0; i < 2; ++i)
        QVERIFY(desk().pressNamed("Undo (Ctrl+Z)"));
    QVERIFY(!desk().model().isPending()); // what trains is what is asked for again
    QVERIFY(!desk().shows(q(waiting)) && !desk().shows(q(another)));
    QVERIFY(desk().pressNamed("Redo (Ctrl+Shift+Z)"));
    QVERIFY(desk().model().isPending());
    QVERIFY(desk().press("Reset"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 0, patience);
    QCOMPARE(desk().snapshot()->updatesPerEpoch, 235);
    QVERIFY(desk().isIn(RunState::Paused));
    QVERIFY(!desk().model().isPending());
    QVERIFY(!desk().shows(q(waiting)) && !desk().shows(q(another)));
}

void TstAutoencoderLab::theLearningRateDoesNotWait()
{
    QVERIFY(desk().press("One update"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 1, patience);
    QVERIFY(type(desk().field("Learning rate"), q("0,000001")));
    QVERIFY(!desk().model().isPending());
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Paused), patience);
    const auto before = *desk().model().run().moment().codes;
    QVERIFY(desk().press("One update"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() == 2 && desk().isIn(RunState::Paused), patience);
    const auto& after = *desk().model().run().moment().codes;
    double largest = 0;
    for (std::size_t i = 0; i < after.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(after[i] - before[i])));
    QVERIFY2(largest > 0 && largest < 1e-2,
             qPrintable(QString::number(largest))); // a step three thousand times smaller
}

void TstAutoencoderLab::theSameSeedGivesTheSameRun()
{
    QVERIFY(desk().choose("Network", linear));
    const auto runTwice = [this] {
        if ((desk().update() > 0 && !desk().press("Reset")) ||
            !QTest::qWaitFor([this] { return desk().update() == 0; }, patience))
            return std::vector<float>();
        for (int i = 1; i <= 2; ++i)
            if (!desk().press("One update") ||
                !QTest::qWaitFor([&] { return desk().update() == i && desk().isIn(RunState::Paused); },
                                 patience))
                return std::vector<float>();
        return *desk().model().run().moment().codes;
    };
    const auto once = runTwice(), again = runTwice();
    QVERIFY(!once.empty());
    QVERIFY(once == again);
    QVERIFY(type(desk().field("Seed"), q("7")));
    QVERIFY(runTwice() != once);
}

void TstAutoencoderLab::badTextInAFieldIsTold()
{
    const AutoencoderSetup before = desk().model().setup();
    for (const char* name : {"Learning rate", "Batch", "Epochs", "Seed"}) {
        QVERIFY(type(desk().field(name), q("-7")));
        QVERIFY2(desk().notice().contains(q("“-7”")), qPrintable(desk().notice()));
        QVERIFY(desk().field(name)->property("invalid").toBool());
        QVERIFY(desk().model().setup() == before);
    }
    QVERIFY(!desk().model().undoStack()->canUndo());
}

void TstAutoencoderLab::digitsAreChosen()
{
    QCOMPARE(desk().field("Picture no.")->text(), QString::number(desk().model().digit() + 1));
    QVERIFY(type(desk().field("Picture no."), q("10000")));
    QCOMPARE(desk().model().digit(), 9999);
    QVERIFY(type(desk().field("Picture no."), q("1")));
    QCOMPARE(desk().model().digit(), 0);
    QSignalSpy picks(&desk().model(), &AeModel::digitChanged);
    MapView* map = desk().stage().bottleneckMap();
    const auto& codes = *desk().model().run().moment().codes;
    const auto placeOf = [&](int i) {
        return map->placeOf(static_cast<double>(codes[2 * static_cast<std::size_t>(i)]),
                            static_cast<double>(codes[2 * static_cast<std::size_t>(i) + 1]));
    };
    const QPointF wanted = placeOf(123);
    QVERIFY(clickAt(map, wanted.toPoint()));
    QCOMPARE(picks.count(), 1);
    const QPointF apart = placeOf(desk().model().digit()) - wanted; // itself, or one that lies as near
    QVERIFY(std::hypot(apart.x(), apart.y()) < 2);
    QCOMPARE(desk().field("Picture no.")->text(), QString::number(desk().model().digit() + 1));
}

void TstAutoencoderLab::chipsFollowThePace()
{
    QSignalSpy changes(&desk().model(), &LabModel::changed);
    desk().model().setPace({.seconds = 0});
    QVERIFY(changes.count() > 0); // after which they are asked anew
    const auto chips = desk().model().chips();
    const auto pace =
        std::find_if(chips.begin(), chips.end(), [](const ChipContent& c) { return c.name == q("Pace"); });
    QVERIFY(pace != chips.end());
    QCOMPARE(pace->current, 2);
}

void TstAutoencoderLab::draggingDecodes()
{
    MapView* map = desk().stage().bottleneckMap();
    QSignalSpy drags(map, &MapView::dragged);
    QPoint corner = map->axesBox().topLeft().toPoint() + QPoint(2, 2);
    while (map->pointAt(corner) >= 0) // beside all points
        corner.ry() += 5;
    QVERIFY(map->axesBox().contains(corner));
    QVERIFY(clickAt(map, corner));
    QCOMPARE(drags.count(), 1);
    const QImage before = map->grab().toImage();
    const int digit = desk().model().digit();
    const QPoint to = corner + QPoint(60, 20);
    drag(*map, corner, to);
    QCOMPARE(drags.count(), 2);
    QVERIFY(!map->zoom()); // the cross was dragged, not the plane
    const QPointF place = drags[1][0].toPointF();
    const QPointF back = map->placeOf(place.x(), place.y()) - to;
    QVERIFY(std::abs(back.x()) < 1.5 && std::abs(back.y()) < 1.5);
    QVERIFY(map->grab().toImage() != before); // the cross and what is decoded there
    QCOMPARE(desk().model().digit(), digit);  // a drag chooses nothing
}

/// Of a linear network the codes are PCA's scores up to an affine map; both maps are then seen in one scale.
void TstAutoencoderLab::alignedCodesLieOnTheScores()
{
    QVERIFY(desk().finishShortRun());
    AeModel& model = desk().model();
    ComparedModel& compared = model.compared();
    model.alignMaps(true);
    QVERIFY(compared.residual() && compared.alignment());
    const auto aligned = compared.aligned();
    QCOMPARE(aligned->size(), compared.scores()->size());
    QVERIFY2(std::abs(affineResidual(*compared.plain(), *compared.scores(),
                                     static_cast<int>(aligned->size() / 2)) -
                      *compared.residual()) < 1e-9,
             qPrintable(QString::number(*compared.residual())));
    MapView* map = desk().stage().bottleneckMap();
    QTRY_VERIFY(map->isAtRest() && !(map->wantedRange() == robustRange(*compared.plain())));
    const auto unit = [](const MapView* m) { return m->frame().range.width() / m->frame().box.width(); };
    QTRY_VERIFY(std::abs(unit(map) / unit(desk().stage().otherMap()) - 1) < 1e-6);
    QVERIFY(desk().shows(q("Left after aligning")));
    desk().key(Qt::Key_A); // back
    QVERIFY(!model.view().isAligned);
    QTRY_VERIFY(map->wantedRange() == robustRange(*compared.plain()));
}

void TstAutoencoderLab::mdsIsSolvedBeside()
{
    AeModel& model = desk().model();
    AutoencoderView view = model.view();
    view.beside = Beside::Mds;
    view.mdsImages = 150;
    model.look(view);
    MdsRun& mds = model.compared().mds();
    QTRY_VERIFY_WITH_TIMEOUT(mds.moment() && mds.otherStress(), patience);
    QCOMPARE(mds.pictures(), 150);
    const double start = mds.stresses().front();
    QVERIFY(std::abs(start - *mds.pcaStress()) < 0.05);
    QVERIFY(desk().press("Pause"));
    const int round = mds.moment()->round;
    QTest::qWait(120);
    QVERIFY(mds.moment()->round <= round + 1); // one may have been under way
    QVERIFY(desk().press("Continue"));
    mds.setRoundTime({});
    QTRY_VERIFY_WITH_TIMEOUT(mds.isDone(), patience);
    QVERIFY(std::is_sorted(mds.stresses().rbegin(), mds.stresses().rend()));
    QVERIFY(mds.moment()->stress < start - 0.02);
    QCOMPARE(desk().stage().otherMap()->pointCount(), 150);
    view.mdsImages = 3;
    model.look(view);
    QTRY_VERIFY_WITH_TIMEOUT(mds.moment() && mds.moment()->points->size() == 6, patience);
    view.beside = Beside::Pca;
    model.look(view);
    QCOMPARE(desk().stage().otherMap()->pointCount(), 5000);
}

void TstAutoencoderLab::classesAndLassosChoose()
{
    ComparedModel& compared = desk().model().compared();
    MapView* map = desk().stage().bottleneckMap();
    const int all = map->pointsInView();
    compared.isolate(3);
    const int threes = map->pointsInView();
    QVERIFY(threes > 300 && threes < all / 5);
    compared.showClass(3, false);
    QCOMPARE(map->pointsInView(), 0);
    QVERIFY(desk().shows(q("All classes are hidden")));
    compared.isolate(3);
    compared.isolate(3); // it was alone: all again
    const MapRange r = map->frame().range;
    const QPolygonF half{QRectF(QPointF(r.left, r.bottom), QPointF(r.centre().x(), r.top))};
    Q_EMIT map->lassoed(half, {});
    const auto count = static_cast<int>(compared.selected().size());
    QVERIFY(count > 0 && count < all);
    const auto byClass = compared.selectedByClass();
    QCOMPARE(std::accumulate(byClass.begin(), byClass.end(), 0,
                             [](int sum, const auto& one) { return sum + one.second; }),
             count);
    Q_EMIT map->lassoed(half, Qt::ShiftModifier);
    QCOMPARE(static_cast<int>(compared.selected().size()), count);
    compared.showOnly(true);
    QCOMPARE(map->pointsInView(), count);
    Q_EMIT map->lassoed(half, Qt::AltModifier);
    QVERIFY(compared.selected().empty() && !compared.isOnly());
    QCOMPARE(map->pointsInView(), all);
}

void TstAutoencoderLab::aDoubleClickLeavesAClassAlone()
{
    const auto discs = desk().stage().findChildren<QAbstractButton*>();
    const auto three = std::find_if(discs.begin(), discs.end(), [](const QAbstractButton* b) {
        return b->accessibleName() == q("Class 3");
    });
    QVERIFY(three != discs.end());
    const auto twice = [&] { // as a hand does it: the first click is one as well
        QTest::mouseClick(*three, Qt::LeftButton);
        QTest::mouseDClick(*three, Qt::LeftButton);
    };
    twice();
    QVERIFY((desk().model().compared().hidden() == std::set<int>{0, 1, 2, 4, 5, 6, 7, 8, 9}));
    twice();
    QVERIFY(desk().model().compared().hidden().empty());
}

void TstAutoencoderLab::aCodeOfOneIsALine()
{
    AeModel& model = desk().model();
    AutoencoderSetup setup = model.setup();
    for (const int code : {1, 3}) {
        setup.bottleneck = code;
        model.edit(setup);
        QTRY_COMPARE_WITH_TIMEOUT(model.moment().model ? model.moment().model->plan->codeSize() : 0, code,
                                  patience);
        QTRY_VERIFY_WITH_TIMEOUT(model.compared().plain(), patience);
        for (const bool isPca : {false, true}) {
            AutoencoderView view = model.view();
            view.plane.isPca = isPca;
            view.isAligned = isPca;
            model.look(view);
            QCOMPARE(model.compared().plain()->size(), std::size_t{10000});
            QVERIFY(model.compared().residual().value_or(2) <= 1);
        }
        QVERIFY(!desk().stage().grab().isNull());
    }
    AutoencoderView view = model.view();
    view.plane = {};
    view.isAligned = false;
    model.look(view);
}

/// Also where the page came to the front before the network was there.
void TstAutoencoderLab::textsFollowTheNetwork()
{
    AeModel& model = desk().model();
    AutoencoderSetup setup = model.setup();
    setup.bottleneck = 5;
    model.edit(setup);
    model.setTab(AutoencoderTab::Learns);
    model.setTab(AutoencoderTab::Compared);
    QTRY_VERIFY_WITH_TIMEOUT(desk().shows(q("numbers 1 and 2 of the 5 of each code")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk().shows(q("the best flat view")), patience);
}

/// What keeps MDS from beginning is known only when the distances are.
void TstAutoencoderLab::mdsOfEqualPicturesIsTold()
{
    QTemporaryDir folder;
    QFile table(folder.filePath(q("equal.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    for (int row = 0; row < 60; ++row)
        table.write("0.5,0.25,0.5,1\n");
    table.close();
    AeModel& model = desk().model();
    const AutoencoderSetup before = model.setup();
    AutoencoderSetup setup = before;
    setup.data = table.fileName().toStdString();
    model.putBeside(Beside::Mds);
    model.choose(setup);
    MdsRun& mds = model.compared().mds();
    QTRY_VERIFY_WITH_TIMEOUT(model.run().setup().data == setup.data && mds.problem(), patience);
    QVERIFY(!mds.moment());
    QTRY_VERIFY_WITH_TIMEOUT(desk().shows(errorSentence(*mds.problem())), patience);
    model.putBeside(Beside::Pca);
    model.choose(before);
    QTRY_VERIFY_WITH_TIMEOUT(model.run().setup().data == before.data, patience);
}

void TstAutoencoderLab::largestLearningRateIsSurvived()
{
    QVERIFY(desk().chooseShortRun() && type(desk().field("Learning rate"), q("10")));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    MapView* map = desk().stage().bottleneckMap();
    QCoreApplication::processEvents(); // in which plots are drawn
    const QImage before = map->grab().toImage();
    QVERIFY(desk().press("● Train"));
    // Adam's steps are bounded, so this run may end badly without becoming infinite.
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Finished) || desk().isIn(RunState::Diverged), patience);
    QCOMPARE(desk().notice().contains(q("diverged")), desk().isIn(RunState::Diverged));
    QCoreApplication::processEvents();
    QVERIFY(map->grab().toImage() != before);
    QVERIFY(map->pointsInView() > 0);
    QVERIFY(!desk().shows(q("nan")) && !desk().shows(q("inf")));
}

void TstAutoencoderLab::divergenceIsTold()
{
    AutoencoderSetup setup = *setupOfModel("lab-linear");
    setup.recipe.optimizer = OptimizerKind::Sgd;
    setup.recipe.learningRate = 1000;
    desk().model().edit(setup);
    QVERIFY(desk().press("Full speed"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QVERIFY(desk().press("● Train"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIn(RunState::Diverged), patience);
    QVERIFY2(desk().notice().contains(q("diverged after update %1").arg(desk().update())),
             qPrintable(desk().notice()));
    for (const float z : *desk().model().run().moment().codes) // of the last state that was finite
        QVERIFY(std::isfinite(z));
    MapView* map = desk().stage().bottleneckMap();
    QVERIFY(map->pointsInView() > 0);
    QCoreApplication::processEvents(); // in which plots are drawn
    const QImage seen = map->grab().toImage();
    map->setHiddenClasses({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}); // which no later moment sets again
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(map->grab().toImage() != seen, patience); // they are drawn
    for (const char* text : {"nan", "inf"})
        QVERIFY2(!desk().shows(q(text)), text);
    QVERIFY(desk().press("Start again"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 0, patience);
    QCOMPARE(desk().notice(), QString());
    QVERIFY(desk().isIn(RunState::Paused));
}

void TstAutoencoderLab::savesAndOpens()
{
    const QString path = desk().bench.folder.filePath(q("εκπαίδευση.json"));
    desk().model().open(anotherState());
    QVERIFY(desk().chooseFile("Save state…") && desk().chooseInDialog(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), writeState(anotherState()));
    QVERIFY(desk().choose("Network", convolutional) && desk().press("20 s") &&
            type(desk().field("Picture no."), q("1")));
    QVERIFY(desk().state() != LabState(anotherState()));
    desk().key(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(desk().chooseInDialog(path));
    QTRY_VERIFY_WITH_TIMEOUT(desk().state() == LabState(anotherState()), patience);
    QCOMPARE(desk().shownIn("Network"), q("Linear"));
    QCOMPARE(desk().field("Picture no.")->text(), q("42"));
    QCOMPARE(desk().field("Epochs")->text(), q("3"));
    desk().key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(desk().chooseInDialog(desk().bench.folder.filePath(q("no/such/folder.json"))));
    QVERIFY2(desk().notice().contains(q("the file cannot be written")), qPrintable(desk().notice()));
    QVERIFY(desk().chooseFile("Open…") && desk().chooseInDialog(path + q(".lost")));
    QTRY_VERIFY2_WITH_TIMEOUT(desk().notice().contains(q("there is no such file")),
                              qPrintable(desk().notice()), patience);
    QVERIFY(desk().state() == LabState(anotherState()));
    QVERIFY(desk().chooseFile("Open…") && desk().chooseInDialog(path));
    QTRY_COMPARE_WITH_TIMEOUT(desk().notice(), QString(), patience);
}

void TstAutoencoderLab::menuCopiesLinkAndCommand()
{
    desk().model().open(anotherState());
    QVERIFY(desk().chooseFile("Copy link"));
    const auto linked = readStateLink(desk().clipboard().toStdString());
    QVERIFY(linked && *linked == LabState(anotherState()));
    QVERIFY(desk().chooseFile("Copy as command"));
    // Options say nothing of another digit, which a film of the training shows.
    QVERIFY2(desk().clipboard().startsWith(q("hourglass train --state hourglass:autoencoder/")),
             qPrintable(desk().clipboard()));
    const auto called = readCommand(desk().clipboard().toStdString(), desk().bench.assets);
    QVERIFY(called && *called == LabState(anotherState()));
    desk().model().chooseDigit(AutoencoderView().digit);
    QVERIFY(desk().chooseFile("Copy as command"));
    QVERIFY2(desk().clipboard().startsWith(q("hourglass train --model lab-linear")),
             qPrintable(desk().clipboard()));
    const auto said = readCommand(desk().clipboard().toStdString(), desk().bench.assets);
    QVERIFY(said && std::get<AutoencoderState>(*said).setup == anotherState().setup);
    QVERIFY(!desk().chooseFile("Copy numbers")); // there are none to choose
}

void TstAutoencoderLab::takesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasView");
    const std::string link = stateLink(anotherState());
    const auto row = [](const char* name, const std::string& text, bool hasView) {
        QTest::newRow(name) << QString::fromStdString(text) << hasView;
    };
    row("link", link + "\n", true);
    row("state", writeState(anotherState()), true);
    row("command", "$ hourglass train --model linear --epochs 3 --seed 7", false);
    row("command with a link", "hourglass train --state '" + link + "'", true);
    row("copied command", *commandOf(anotherState(), Assets({})), true);
    AutoencoderState usual = anotherState();
    usual.view = {};
    row("copied options", *commandOf(usual, Assets({})), false);
}

void TstAutoencoderLab::takesText()
{
    QFETCH(QString, text);
    QFETCH(bool, hasView);
    const LabState before = desk().state();
    desk().paste(text);
    QCOMPARE(desk().notice(), QString());
    // A bare line trains by the command line's recipe.
    const auto read = stateInText(text.toStdString(), {}, desk().bench.assets);
    QVERIFY(read && *read);
    const AutoencoderSetup& setup = std::get<AutoencoderState>(**read).setup;
    QVERIFY(desk().model().setup() == setup);
    QVERIFY(setup.model.ends_with("linear") && setup.recipe.epochs == 3 && setup.recipe.seed == 7);
    if (hasView) QVERIFY(desk().state() == LabState(anotherState()));
    QTRY_COMPARE_WITH_TIMEOUT(desk().network(), std::string("linear"), patience);
    QVERIFY(!desk().model().isPending());
    QCOMPARE(desk().field("Seed")->text(), q("7"));
    QCOMPARE(desk().model().undoStack()->count(), 1);
    desk().key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk().model().setup() == std::get<AutoencoderState>(before).setup);
}

void TstAutoencoderLab::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
        QTest::newRow(name) << q(text) << q(says);
    };
    row("numbers", "1\t2\n3\t4", "Clipboard: ");
    row("prose", "Sing to me of the man, Muse", "Clipboard: ");
    row("broken link", "hourglass:autoencoder/AAAA", "Clipboard: the link is cut off or altered");
    row("broken state", "{\"hourglass\":", "Clipboard: line 1");
    row("refused command", "hourglass train --epochs 0", "Clipboard: --epochs: ");
    row("data in a command", "hourglass train --data digits.csv",
        "Clipboard: it needs the file \"digits.csv\"");
    row("a network in a command", "hourglass train --model net.json",
        "Clipboard: --model: a pasted line brings no files along");
}

void TstAutoencoderLab::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const LabState before = desk().state();
    desk().paste(text);
    QVERIFY2(desk().notice().startsWith(says), qPrintable(desk().notice()));
    QVERIFY2(desk().notice().endsWith(q("Nothing has changed.")), qPrintable(desk().notice()));
    QVERIFY(desk().state() == before);
    QVERIFY(!desk().model().undoStack()->canUndo());
    desk().model().forgetRemark();
}

void TstAutoencoderLab::takesWhatIsDropped()
{
    const QByteArray document = QByteArray::fromStdString(writeState(anotherState()));
    QVERIFY(desk().dropNewFile(q("state"), document));
    QTRY_VERIFY_WITH_TIMEOUT(desk().state() == LabState(anotherState()), patience);
    QMimeData text;
    text.setText(q("hourglass train --model conv"));
    QVERIFY(desk().drop(text));
    QCOMPARE(desk().model().setup().model, std::string("conv"));
    const LabState before = desk().state();
    QVERIFY(desk().dropNewFile(q("cut.json"), document.left(40)));
    QTRY_VERIFY2_WITH_TIMEOUT(desk().notice().startsWith(q("cut.json: line ")), qPrintable(desk().notice()),
                              patience);
    QVERIFY(desk().state() == before);
    text.setText(q("1,2,3"));
    QVERIFY(desk().drop(text));
    QVERIFY2(desk().notice().startsWith(q("What was dropped: ")), qPrintable(desk().notice()));
    QVERIFY(desk().state() == before);
    QCOMPARE(desk().model().undoStack()->count(), 2);
    desk().model().forgetRemark();
}

/// What trains goes on, and the playhead waits for the update that the state names.
void TstAutoencoderLab::openedWhileItTrains()
{
    QVERIFY(desk().chooseShortRun());
    QTRY_COMPARE_WITH_TIMEOUT(desk().update(), 0, patience);
    AutoencoderState state = std::get<AutoencoderState>(desk().state());
    state.view.update = 3;
    desk().paste(QString::fromStdString(stateLink(state)));
    QCOMPARE(writeState(desk().state()), writeState(state)); // still a wish
    QVERIFY(!desk().model().run().moment().model || desk().model().run().moment().update == 0);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(desk().press("One update"));
        QTRY_VERIFY_WITH_TIMEOUT(desk().update() == i && desk().isIn(RunState::Paused), patience);
    }
    QCOMPARE(desk().model().run().moment().update, 3);
    QVERIFY(desk().press("Slow") && desk().press("● Continue")); // so that it does not end meanwhile
    QTRY_VERIFY_WITH_TIMEOUT(desk().update() > 3, patience);
    const Run* run = &desk().model().run();
    desk().paste(QString::fromStdString(stateLink(anotherState())));
    QCOMPARE(&desk().model().run(), run);
    QVERIFY(desk().model().isPending() && desk().update() > 3);
    QVERIFY(desk().shows(q(waiting)));
}

void TstAutoencoderLab::goesToTheLabOfTheState()
{
    const LabState before = desk().state();
    desk().paste(q("hourglass conv2d --preset dilation"));
    QCOMPARE(desk().window.currentLab()->model().id(), q("conv2d"));
    desk().window.openLab(q("autoencoder"));
    QVERIFY(desk().state() == before);
    QVERIFY(!desk().model().undoStack()->canUndo());
}

void TstAutoencoderLab::changesWhileItLoads()
{
    const auto fresh = smallDesk();
    QVERIFY(fresh && !fresh->model().data());
    QVERIFY(fresh->choose("Network", linear));
    QTRY_COMPARE_WITH_TIMEOUT(fresh->network(), std::string("linear"), patience);
    QCOMPARE(fresh->model().data()->dataset->train.count, 2000);
    QVERIFY(!fresh->model().isPending());
    QVERIFY(!fresh->shows(q(waiting)));
}

void TstAutoencoderLab::missingDataAreNamed()
{
    const QTemporaryDir folder;
    const QString assets = folder.filePath(q("assets"));
    qputenv("HOURGLASS_ASSETS", assets.toLocal8Bit());
    Desk lost;
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(lost.model().problem(), patience);
        QVERIFY2(lost.notice().contains(assets + q("/datasets/mnist")), qPrintable(lost.notice()));
        QVERIFY2(lost.notice().contains(q("there is no such file")), qPrintable(lost.notice()));
        QVERIFY(!buttonOf(lost.window, q("● Train"))->isEnabled());
        for (const auto* label : lost.window.findChildren<QLabel*>())
            QVERIFY(!label->text().startsWith(q("Reading"))); // nothing is being read any more
        QVERIFY(lost.press("Try again"));
        QCOMPARE(lost.notice(), QString()); // until the second try has failed too
    }
    QTRY_VERIFY_WITH_TIMEOUT(lost.model().problem(), patience);
    QVERIFY(QFile::link(q(HOURGLASS_TEST_ASSETS), assets)); // now they are there
    QVERIFY(lost.press("Try again"));
    QTRY_VERIFY_WITH_TIMEOUT(lost.snapshot(), patience);
    QCOMPARE(lost.notice(), QString());
    QVERIFY(buttonOf(lost.window, q("● Train"))->isEnabled());
}

/// A lab is lent its run, and the program's end ends it: nothing arrives at what is gone.
void TstAutoencoderLab::endsWhileItTrains()
{
    const int threads = threadCount();
    auto brief = smallDesk();
    QVERIFY(brief);
    QTRY_VERIFY_WITH_TIMEOUT(brief->snapshot(), patience);
    QVERIFY(brief->press("Full speed") && brief->press("● Train"));
    QTRY_VERIFY_WITH_TIMEOUT(brief->update() > 0, patience);
    QVERIFY(brief->model().run().isTraining());
    int arrivals = 0;
    connect(&brief->model().run(), &Run::momentChanged, [&arrivals] { ++arrivals; });
    QTRY_VERIFY_WITH_TIMEOUT(arrivals > 0, patience);
    brief.reset();
    const int arrived = arrivals;
    QVERIFY(awaitThreads(threads));
    QCoreApplication::processEvents();
    QCOMPARE(arrivals, arrived);
}

void TstAutoencoderLab::endsWhileItLoads()
{
    const int threads = threadCount();
    auto brief = smallDesk();
    QVERIFY(brief);
    QVERIFY(!brief->model().data());
    int arrivals = 0;
    for (const auto told : {&DataStore::loaded, &DataStore::failed})
        connect(&brief->bench.context.data, told, [&arrivals] { ++arrivals; });
    QVERIFY(brief->bench.context.data.job("mnist").isRunning());
    brief.reset();
    QVERIFY(awaitThreads(threads));
    QCoreApplication::processEvents();
    QCOMPARE(arrivals, 0);
}

QTEST_MAIN(TstAutoencoderLab)
#include "tst_autoencoder_lab.moc"
