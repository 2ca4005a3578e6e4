#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "ui/labs/conv/checker_page.h"

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 240'000; // training gives way to whatever else the machine does

/// Convolution 2D with its tab Checkerboards in front.
struct CheckerDesk : ConvDesk {
    explicit CheckerDesk(Language language = Language::English)
        : ConvDesk("conv2d", language)
        , isOpen(press(language == Language::Greek ? "Σκακιέρες" : "Checkerboards"))
    {}
    CheckerPage* page() const { return lab->stage()->findChild<CheckerPage*>(); }
    CheckerCanvas* canvas() const { return page()->canvas(); }
    CheckerModel& model() const { return dynamic_cast<PlaneModel&>(lab->model()).checkerboards(); }
    CheckerModel::Standing standing() const { return model().standing(); }
    bool waitFor(int update) const
    {
        return QTest::qWaitFor([=, this] { return model().reached() >= update; }, patience);
    }
    bool rest() const
    {
        return QTest::qWaitFor([=, this] { return lab->stage()->isAtRest(); }, patience);
    }

    bool isOpen = false;
};

using Standing = CheckerModel::Standing;

} // namespace

/// The tab Checkerboards of Convolution 2D.
class TstCheckerLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWhereTheGridIsSeen();
    void theSceneStays();
    void picturesAreThoseOfTheNetworks();
    void statesComeBack();
    void trainsAgainAndPauses();
    void leavingPutsItOff();
    void anotherSeed();
    void theQuestion();
    void runsAway();
    void picturesOfIt();
    void notAlongALine();
    void whatIsSeenIsWhole_data();
    void whatIsSeenIsWhole();
};

/// At the end of the training nothing would be left to see.
void TstCheckerLab::opensWhereTheGridIsSeen()
{
    CheckerDesk desk;
    QVERIFY(desk.isOpen && desk.page()->isVisible());
    QVERIFY(desk.rest());
    QCOMPARE(desk.standing(), Standing::Trained);
    QCOMPARE(desk.model().reached(), shortChecking);
    QCOMPARE(desk.model().timeline()->update(), 50);
    QVERIFY(desk.lab->timeline() == desk.model().timeline());
    QCOMPARE(desk.model().film()->others.size(), std::size_t(2));
    QVERIFY(!isOneColour(desk.canvas()->grab().toImage()));
    const QString said = desk.canvas()->accessibleDescription();
    QVERIFY2(said.startsWith(q("Update 50.")), qPrintable(said));
    desk.key(Qt::Key_Right);
    QCOMPARE(desk.model().timeline()->update(), 60);
    desk.key(Qt::Key_Home);
    QCOMPARE(desk.model().timeline()->update(), 0);
    // A click on the last small picture of a card goes there.
    const QRectF last = desk.canvas()->painter().layout().cards[1].thumbs.back();
    QVERIFY(clickAt(desk.canvas(), last.center().toPoint()));
    QCOMPARE(desk.model().timeline()->update(), shortChecking);
    const QRectF curve = desk.canvas()->painter().layout().curve;
    QVERIFY(clickAt(desk.canvas(), curve.center().toPoint()));
    QVERIFY(desk.model().timeline()->update() > 0 && desk.model().timeline()->update() < shortChecking);
}

void TstCheckerLab::theSceneStays()
{
    CheckerDesk desk;
    const ConvScene scene = desk.scene();
    QVERIFY(desk.waitFor(20));
    QVERIFY(!named<QLineEdit>(desk.window, q("Input size")));
    QVERIFY(desk.press("Sliding"));
    QVERIFY(desk.scene() == scene && !desk.page()->isVisible());
    QCOMPARE(desk.lab->undoStack()->count(), 0);
    QVERIFY(desk.lab->timeline() != desk.model().timeline());
}

void TstCheckerLab::picturesAreThoseOfTheNetworks()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(50));
    const CheckerFilm& film = *desk.model().film();
    Workers workers;
    auto training = CheckerTraining::begin({}, film.data, workers);
    QVERIFY(training);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto moment = (*training)->next();
        QVERIFY(moment && moment->update == film.moments[i]->update);
        QVERIFY(moment->strengths == film.moments[i]->strengths);
    }
}

void TstCheckerLab::statesComeBack()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(100));
    desk.model().timeline()->seekUpdate(30);
    QVERIFY(desk.pressNamed("Grid alone, × 4"));
    QVERIFY(desk.press("Mean of 1,000"));
    const LabState saved = desk.lab->state();
    const CheckerSetup& setup = std::get<ConvState>(saved).view.checkerboards;
    QCOMPARE(setup.update, 30);
    QVERIFY(setup.isGridAlone && setup.isMean);
    QVERIFY(desk.write("Seed", "3") && desk.press("One digit"));
    QVERIFY(desk.lab->state() != saved);
    desk.lab->openState(saved);
    QVERIFY(desk.lab->state() == saved); // before the first update is trained, too
    QVERIFY(desk.waitFor(50));
    QVERIFY(desk.lab->state() == saved);
    QCOMPARE(desk.model().timeline()->update(), 30);
}

void TstCheckerLab::trainsAgainAndPauses()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(shortChecking));
    const auto before = desk.model().film();
    QVERIFY(desk.press("Full speed"));
    QVERIFY(desk.pressNamed("Trains all three from the same beginning, side by side"));
    QCOMPARE(desk.standing(), Standing::Running);
    QVERIFY(desk.waitFor(10));
    QVERIFY(desk.pressNamed("Pause the training"));
    QCOMPARE(desk.standing(), Standing::Paused);
    QVERIFY(desk.rest());
    const int reached = desk.model().reached();
    QVERIFY(reached < shortChecking);
    QCOMPARE(desk.model().timeline()->update(), reached); // along with the training
    QVERIFY(desk.pressNamed("Goes on training"));
    QVERIFY(desk.waitFor(shortChecking));
    QCOMPARE(desk.model().timeline()->update(), shortChecking);
    const auto after = desk.model().film();
    QVERIFY(after->moments.back()->strengths == before->moments.back()->strengths);
    QVERIFY(desk.press("2,000"));
    QCOMPARE(desk.standing(), Standing::Running); // it goes on from where it is
    QCOMPARE(desk.model().reached(), shortChecking);
    QVERIFY(desk.waitFor(600));
}

void TstCheckerLab::leavingPutsItOff()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(10));
    QVERIFY(desk.press("Matrix"));
    QVERIFY(QTest::qWaitFor([&] { return !desk.model().isWorking(); }, patience));
    const int reached = desk.model().reached();
    QVERIFY(reached < shortChecking);
    QTest::qWait(100);
    QVERIFY(!desk.model().isWorking());
    QCOMPARE(desk.model().reached(), reached);
    QVERIFY(desk.press("Checkerboards"));
    QVERIFY(desk.waitFor(reached + 20));
}

void TstCheckerLab::anotherSeed()
{
    CheckerDesk desk;
    QVERIFY(desk.rest());
    const auto first = desk.model().film();
    QVERIFY(desk.write("Seed", "2"));
    QVERIFY(desk.waitFor(shortChecking));
    const auto second = desk.model().film();
    QCOMPARE(second->recipe.seed, std::uint64_t(2));
    QCOMPARE(desk.model().timeline()->update(), 50);
    // What was a thin curve is the same curve now.
    const auto thin = std::ranges::find(first->others, std::uint64_t(2), &CheckerFilm::Curve::seed);
    QVERIFY(thin != first->others.end());
    QVERIFY(thin->strengths == second->curve().strengths);
}

void TstCheckerLab::theQuestion()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(50));
    const auto answer = desk.model().answer();
    QVERIFY(answer && *answer > 1);
    QVERIFY(desk.press("Answer"));
    const QString number = Texts().number(*answer, 1);
    QVERIFY(desk.shows(q("No: %1 grey levels").arg(number)));
}

void TstCheckerLab::runsAway()
{
    CheckerDesk desk;
    QVERIFY(desk.waitFor(10));
    desk.model().change([](CheckerSetup& s) { s.recipe.rate = 1e30; });
    QVERIFY(desk.rest());
    QCOMPARE(desk.standing(), Standing::Diverged);
    QVERIFY(desk.shows(q("The training has run away")));
    QVERIFY(!isOneColour(desk.canvas()->grab().toImage()));
    QVERIFY(desk.press("Use the usual rate"));
    QVERIFY(desk.waitFor(10));
    QVERIFY(!desk.shows(q("The training has run away")));
}

void TstCheckerLab::picturesOfIt()
{
    CheckerDesk desk;
    QVERIFY(!desk.model().canExport());
    QVERIFY(desk.waitFor(100));
    const auto file = desk.lab->exportable({{960, 600}, Language::Greek, false});
    QVERIFY(file);
    QCOMPARE(file->stops(), static_cast<int>(desk.model().film()->moments.size()));
    QVERIFY2(file->label(1).startsWith(q("Ενημέρωση 0")), qPrintable(file->label(1)));
    QCOMPARE(file->now, 6.0); // update 50
    QVERIFY(file->paintUpright && file->uprightSize.width() == 400);
    QVERIFY(uprightAt(*file, file->now) != groundOf(*file, file->uprightSize));
}

void TstCheckerLab::notAlongALine()
{
    ConvDesk desk("conv1d");
    QVERIFY(!desk.press("Checkerboards"));
    ConvState state = std::get<ConvState>(desk.lab->state());
    state.view.tab = ConvTab::Checkerboards;
    desk.lab->openState(state);
    QVERIFY(desk.canvas()->isVisible());
}

void TstCheckerLab::whatIsSeenIsWhole_data()
{
    addWindowRows();
}

void TstCheckerLab::whatIsSeenIsWhole()
{
    QFETCH(Language, language);
    QFETCH(QSize, size);
    DeskWith<ManualClock> desk(q("conv2d"), language, size);
    const auto seen = ConvLabSeen::in(desk.window);
    seen->numbers().setTab(ConvTab::Checkerboards);
    CheckerModel& model = dynamic_cast<PlaneModel&>(seen->model()).checkerboards();
    QVERIFY(QTest::qWaitFor([&] { return model.reached() >= 50; }, patience));
    const QString wrong = notWhole(desk.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstCheckerLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_checker_lab.moc"
