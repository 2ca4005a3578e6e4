#include "tests/support/gate.h"
#include "tests/support/ui_support.h"
#include "ui/lab/busy_strip.h"
#include "ui/lab/lab_model.h"
#include "ui/runs/job.h"
#include "ui/widgets/conv_timeline.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QThread>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000; // the longest wait for something that must come

/// A yard with one job in it that notes what becomes of its work.
struct Bed {
    Bed()
    {
        QObject::connect(job.get(), &Job::changed, [this] { ++changes; });
        QObject::connect(job.get(), &Job::cancelled, [this] { ++cancels; });
    }
    /// Gives `value` back once the gate is open.
    void start(const Gate& gate, int value, std::atomic<bool>* mayGoOn = nullptr)
    {
        job->start<int>(
            q("Counting"),
            [opened = gate.opened(), value, mayGoOn](const Watch& watch) {
                opened.wait();
                const bool goesOn = watch(1);
                if (mayGoOn) *mayGoOn = goesOn;
                return value;
            },
            [this](int result) { results << result; });
    }

    QList<int> results;
    int changes = 0, cancels = 0;
    std::unique_ptr<JobYard> yard = std::make_unique<JobYard>();
    std::unique_ptr<Job> job = std::make_unique<Job>(*yard);
};

/// A lab with nothing but a job.
class BusyModel : public LabModel {
public:
    explicit BusyModel(AppContext& context)
        : LabModel(context, "busy"), job(context.jobs), other(context.jobs), m_timeline(context.clock)
    {
        watch(job);
        watch(other);
    }
    LabState state() const override { return {}; }
    void open(const LabState&) override {}
    Timeline* timeline() override { return &m_timeline; }
    QString summary() const override { return {}; }
    void tell(const QString&, const QList<Offer>&) override {}
    void forgetRemark() override {}
    void start(Job& which, const char* name, const Gate& gate, double share = -1)
    {
        which.start<int>(
            q(name),
            [opened = gate.opened(), share](const Watch& watch) {
                if (share >= 0) watch(share);
                opened.wait();
                return 0;
            },
            [](int) {});
    }

    Job job, other;

private:
    ConvTimeline m_timeline;
};

/// A stage with a button on it, and the strip over it.
struct Stage {
    Stage() : click(new QPushButton(&widget)), strip(new BusyStrip(model, widget))
    {
        click->setGeometry(100, 200, 80, 30);
        isUp = bringUp(widget, {600, 400});
    }
    bool isTold(const char* name) const
    {
        const auto* label = strip->findChild<QLabel*>();
        return strip->isVisible() && label->isVisible() && label->text() == q(name);
    }
    bool cancel() const { return hg::test::click(strip->findChild<QPushButton*>()); }

    Bench<SteadyClock> bench;
    BusyModel model{bench.context};
    QWidget widget;
    QPushButton* click;
    BusyStrip* strip;
    bool isUp = false;
};

} // namespace

/// Work beside the window, and the strip that tells of it. Gates hold the work up, so that nothing here
/// depends on how fast a machine is: what would wait for held work never ends.
class TstJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(q("Fusion"))); }
    void resultsArriveOnTheOwnersThread();
    void startingAgainDropsTheFirst();
    void cancellingTellsAndDoesNotWait();
    void aResultOnItsWayIsDropped();
    void givingUpIsSilent();
    void itsEndDoesNotWait();
    void itMayEndInItsDone();
    void shareIsWhatTheWorkTold();
    void theYardsEndWaits();

    void theStripTellsWhatLasts();
    void theStripEndsTheWork();
    void theStripTellsOfTheLongest();
};

void TstJobs::resultsArriveOnTheOwnersThread()
{
    Bed bed;
    QThread *worker = nullptr, *owner = nullptr;
    bool wasRunning = true;
    bed.job->start<int>(
        q("Counting"),
        [&worker](const Watch& watch) {
            worker = QThread::currentThread();
            return watch(0) ? 42 : 0;
        },
        [&](int result) {
            owner = QThread::currentThread();
            wasRunning = bed.job->isRunning();
            bed.results << result;
        });
    QVERIFY(bed.job->isRunning());
    QCOMPARE(bed.job->name(), q("Counting"));
    QCOMPARE(bed.changes, 1);
    QTRY_COMPARE_WITH_TIMEOUT(bed.results, QList<int>{42}, patience);
    QCOMPARE(owner, QThread::currentThread());
    QVERIFY(worker && worker != owner);
    QVERIFY(!wasRunning);
    QCOMPARE(bed.changes, 2);
    QCOMPARE(bed.job->milliseconds(), qint64(0));
    QCOMPARE(bed.cancels, 0);
}

void TstJobs::startingAgainDropsTheFirst()
{
    Bed bed;
    Gate first, second;
    std::atomic<bool> mayGoOn = true;
    bed.start(first, 1, &mayGoOn);
    bed.start(second, 2);
    second.open();
    QTRY_COMPARE_WITH_TIMEOUT(bed.results, QList<int>{2}, patience);
    first.open();
    bed.yard.reset(); // waits for it
    QCoreApplication::processEvents();
    QCOMPARE(bed.results, QList<int>{2});
    QVERIFY(!mayGoOn); // and its work was told that nobody waits
    QCOMPARE(bed.cancels, 0);
}

void TstJobs::cancellingTellsAndDoesNotWait()
{
    Bed bed;
    Gate gate;
    std::atomic<bool> mayGoOn = true;
    bed.job->cancel();
    QCOMPARE(bed.cancels, 0); // there was nothing to cancel
    bed.start(gate, 1, &mayGoOn);
    bed.job->cancel();
    QVERIFY(!bed.job->isRunning());
    QCOMPARE(bed.cancels, 1);
    QCOMPARE(bed.changes, 2);
    Gate again;
    again.open();
    bed.start(again, 3);
    QTRY_COMPARE_WITH_TIMEOUT(bed.results, QList<int>{3}, patience);
    gate.open();
    bed.yard.reset();
    QCoreApplication::processEvents();
    QCOMPARE(bed.results, QList<int>{3});
    QVERIFY(!mayGoOn);
}

void TstJobs::aResultOnItsWayIsDropped()
{
    if (threadCount() == 0) QSKIP("the system does not tell when the work has ended");
    Bed bed;
    const int threads = threadCount();
    Gate gate;
    gate.open();
    bed.start(gate, 1);
    QVERIFY(awaitThreads(threads)); // it has been posted, and not yet handled
    bed.job->cancel();
    QCoreApplication::processEvents();
    QVERIFY(bed.results.isEmpty());
    QCOMPARE(bed.cancels, 1);
}

void TstJobs::givingUpIsSilent()
{
    Bed bed;
    Gate gate;
    bed.start(gate, 1);
    bed.job->giveUp();
    QVERIFY(!bed.job->isRunning());
    QCOMPARE(bed.cancels, 0);
    QCOMPARE(bed.changes, 1);
}

void TstJobs::itsEndDoesNotWait()
{
    Bed bed;
    Gate gate;
    std::atomic<bool> mayGoOn = true;
    bed.start(gate, 1, &mayGoOn);
    bed.job.reset();
    QVERIFY(mayGoOn); // its work is still held up
    gate.open();
    bed.yard.reset();
    QCoreApplication::processEvents(); // nothing arrives at what is gone
    QVERIFY(bed.results.isEmpty());
    QVERIFY(!mayGoOn);
}

void TstJobs::itMayEndInItsDone()
{
    Bed bed;
    bed.job->start<int>(
        q("Counting"), [](const Watch&) { return 1; },
        [&bed](int result) {
            bed.job.reset();
            bed.results << result;
        });
    QTRY_COMPARE_WITH_TIMEOUT(bed.results, QList<int>{1}, patience);
    QVERIFY(!bed.job);
}

void TstJobs::shareIsWhatTheWorkTold()
{
    Bed bed;
    Gate before, middle;
    QCOMPARE(bed.job->share(), -1.0);
    bed.job->start<int>(
        q("Counting"),
        [before = before.opened(), middle = middle.opened()](const Watch& watch) {
            before.wait();
            watch(0.25);
            middle.wait();
            return 0;
        },
        [&bed](int result) { bed.results << result; });
    QCOMPARE(bed.job->share(), -1.0);
    before.open();
    QTRY_COMPARE_WITH_TIMEOUT(bed.job->share(), 0.25, patience);
    middle.open();
    QTRY_COMPARE_WITH_TIMEOUT(bed.results, QList<int>{0}, patience);
    QCOMPARE(bed.job->share(), -1.0);
}

void TstJobs::theYardsEndWaits()
{
    Bed bed;
    Gate gate;
    std::atomic<int> ended = 0;
    for (int i = 0; i < 3; ++i)
        bed.job->start<int>(
            q("Counting"),
            [opened = gate.opened(), &ended](const Watch&) {
                opened.wait();
                std::this_thread::sleep_for(
                    std::chrono::milliseconds(20)); // a yard that does not wait is first
                return ++ended;
            },
            [&bed](int result) { bed.results << result; });
    bed.job.reset();
    QCOMPARE(ended.load(), 0);
    gate.open();
    bed.yard.reset();
    QCOMPARE(ended.load(), 3);
    QVERIFY(bed.results.isEmpty());
}

void TstJobs::theStripTellsWhatLasts()
{
    Stage stage;
    QVERIFY(stage.isUp && !stage.strip->isVisible());
    Gate gate;
    stage.model.start(stage.model.job, "Reading the digits", gate, 0.5);
    QVERIFY(stage.model.job.milliseconds() >= 300 || !stage.strip->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(stage.isTold("Reading the digits"), patience);
    QVERIFY(stage.model.job.milliseconds() >= 300);
    const auto* share = stage.strip->findChild<QProgressBar*>();
    QTRY_COMPARE_WITH_TIMEOUT(share->value(), 50, patience);
    QCOMPARE(share->maximum(), 100);
    QCOMPARE(share->accessibleName(), q("Reading the digits"));
    QVERIFY(stage.widget.rect().contains(stage.strip->geometry()));
    stage.widget.resize(500, 300);
    QTRY_COMPARE(stage.strip->geometry().right(), 500 - 18 - 1); // beside the tabs, not on them
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.strip->isVisible(), patience);
    QVERIFY(!stage.model.job.isRunning());
}

void TstJobs::theStripEndsTheWork()
{
    Stage stage;
    QSignalSpy cancels(&stage.model.job, &Job::cancelled), clicks(stage.click, &QPushButton::clicked);
    Gate gate;
    stage.model.start(stage.model.job, "Reading the digits", gate);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isTold("Reading the digits"), patience);
    QCOMPARE(stage.strip->findChild<QProgressBar*>()->maximum(), 0); // its share is not known
    QVERIFY(click(stage.click));                                     // the stage below stays usable
    QCOMPARE(clicks.count(), 1);
    QVERIFY(stage.cancel());
    QCOMPARE(cancels.count(), 1);
    QVERIFY(!stage.model.busyJob());
    QVERIFY(!stage.strip->isVisible());
    Gate again;
    stage.model.start(stage.model.job, "Reading once more", again);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isTold("Reading once more"), patience);
}

void TstJobs::theStripTellsOfTheLongest()
{
    Stage stage;
    Gate first, second;
    stage.model.start(stage.model.other, "Decoding", first);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isTold("Decoding"), patience);
    stage.model.start(stage.model.job, "Reading the digits", second);
    QVERIFY(stage.isTold("Decoding"));
    QVERIFY(stage.cancel());
    QVERIFY(!stage.model.other.isRunning() && stage.model.job.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(stage.isTold("Reading the digits"), patience);
}

QTEST_MAIN(TstJobs)
#include "tst_jobs.moc"
