#include "tests/support/ui_support.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/loss_view.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/transport.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

/// A window with one widget and a field beside it that can take the focus away.
template <class Widget>
struct Stand {
    template <class... Arguments>
    explicit Stand(Arguments... arguments) : widget(new Widget(arguments...)), other(new QLineEdit)
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(widget);
        column->addWidget(other);
        isUp = bringUp(window, {600, 160});
    }
    QWidget window;
    Widget* widget;
    QLineEdit* other;
    bool isUp = false;
};

/// Whether numbers below an axis touch.
bool runTogether(const QCPAxis& axis)
{
    const QFontMetricsF font(axis.tickLabelFont());
    double end = -1e9;
    for (int i = 0; i < axis.tickVector().size(); ++i) {
        if (!axis.range().contains(axis.tickVector()[i])) continue;
        const double half = font.horizontalAdvance(axis.tickVectorLabels()[i]) / 2,
                     place = axis.coordToPixel(axis.tickVector()[i]);
        if (place - half < end + 2) return true;
        end = place + half;
    }
    return false;
}

bool isMarked(const Stepper& stepper)
{
    return stepper.edit()->property("invalid").toBool();
}

void turnWheel(QWidget* widget, int up)
{
    const QPointF place = widget->rect().center();
    QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, 120 * up}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // only what comes from outside goes on to the parents
    qApp->notify(widget, &event);
}

/// One stop a second, as many stops as it is told.
class Stops : public Timeline {
public:
    explicit Stops(const Clock& clock, int count = 10) : Timeline(clock), m_count(count) {}
    int count() const override { return m_count; }
    QString label() const override
    {
        return m_name.isEmpty() ? QStringLiteral("at %1").arg(position()) : m_name;
    }
    double rate(double) const override { return 1; }
    void setCount(int count)
    {
        m_count = count;
        countChanged();
    }
    void setName(const QString& name) { m_name = name; }

private:
    QString m_name;
    int m_count;
};

/// A transport over stops on a clock that moves when told to.
struct Player {
    explicit Player(int count = 10) : stops(clock, count)
    {
        transport.setTimeline(&stops, nullptr);
        isUp = bringUp(transport, {1100, 70});
    }
    ~Player() { transport.setTimeline(nullptr, nullptr); }
    QToolButton* button(const char* name) const { return named<QToolButton>(transport, q(name)); }
    Track* track() const { return transport.findChild<Track*>(); }
    /// The pointer's place over a share of the track.
    QPoint at(double share) const
    {
        return {static_cast<int>(std::lround(9 + share * (track()->width() - 18))), track()->height() / 2};
    }

    ManualClock clock;
    Stops stops;
    Transport transport;
    bool isUp = false;
};

} // namespace

class TstWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(localeOf(Language::English)); }

    void epochsAreReadInAnyWidth();
    void toastsFitTheirPlace();
    void errorsAreReadInAnyHeight_data();
    void errorsAreReadInAnyHeight();
    void stepperTakesGoodText_data();
    void stepperTakesGoodText();
    void stepperKeepsItsValueAtBadText_data();
    void stepperKeepsItsValueAtBadText();
    void stepperForgetsBadText();
    void stepperFinishesWhenTheFocusGoes();
    void stepperArrowsStopAtTheEnds();
    void stepperKeys();
    void stepperMultiplies();
    void stepperKeepsWhatItDoesNotShow();
    void stepperTurnsOnlyWithFocus();
    void stepperShowsTheLanguagesMark();
    void stepperIsQuietWhenSet();
    void stepperNamesItsParts();

    void segmentedByMouse();
    void segmentedByKeys();
    void segmentedIsQuietWhenSet();
    void segmentedHidesAButton();

    void switchByMouse();
    void switchByKeys();
    void switchIgnoresTheRightButton();
    void switchLetsGoOutside();
    void switchSaysWhatItIs();
    void switchStaysWhenDisabled();

    void noticeTellsAndOffers();

    void transportHasRoomForItsTrack_data();
    void transportHasRoomForItsTrack();
    void transportFollowsALabsOwnButtons();
    void playFollowsTheClock();
    void pauseHoldsThePosition();
    void playEndsAtTheEnd();
    void playAtTheEndBeginsAgain();
    void speedMultiplies_data();
    void speedMultiplies();
    void stepsLandOnWholeStops_data();
    void stepsLandOnWholeStops();
    void endsAreReached();
    void trackSeeksWholeStops();
    void trackDragHoldsPlaying();
    void trackClampsOutside();
    void trackKeys();
    void shrinkingClamps();
    void nothingToPlayIsDisabled();
    void anotherTimelineTakesOver();
};

void TstWidgets::stepperTakesGoodText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* text, int decimals, double value, const char* shown) {
        QTest::addRow("'%s', %d decimals", text, decimals) << q(text) << decimals << value << q(shown);
    };
    row("7", 0, 7, "7");
    row(" 7 ", 0, 7, "7");
    row("-20", 0, -20, "−20");
    row("20", 0, 20, "20");
    row("−3", 0, -3, "−3"); // a real minus sign
    row("2.0", 0, 2, "2");
    row("2,0", 0, 2, "2");
    row("0.25", 3, 0.25, "0.25");
    row("0,25", 3, 0.25, "0.25");
    row(".5", 3, 0.5, "0.5");
    row("1e-3", 3, 0.001, "0.001");
}

void TstWidgets::stepperTakesGoodText()
{
    QFETCH(QString, text);
    QFETCH(int, decimals);
    QFETCH(double, value);
    Stand<Stepper> stand;
    stand.widget->setRange(-20, 20, 1, decimals);
    stand.widget->setValue(5);
    QSignalSpy changes(stand.widget, &Stepper::changed), problems(stand.widget, &Stepper::problemFound);
    QVERIFY(type(stand.widget->edit(), text));
    QCOMPARE(stand.widget->value(), value);
    QTEST(stand.widget->edit()->text(), "shown");
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toDouble(), value);
    QCOMPARE(problems.count(), 0);
    QVERIFY(!isMarked(*stand.widget));
}

void TstWidgets::stepperKeepsItsValueAtBadText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    for (const int decimals : {0, 3})
        for (const char* text :
             {"", "   ", "abc", "-", "1 2", "0x5", "21", "-21", "nan", "inf", "1e400", "1.2.3", "5;", "٣"})
            QTest::addRow("'%s', %d decimals", text, decimals) << q(text) << decimals;
    QTest::newRow("'2.5', whole") << q("2.5") << 0;
    QTest::newRow("'2,5', whole") << q("2,5") << 0;
    QTest::newRow("'20.001', 3 decimals") << q("20.001") << 3;
}

void TstWidgets::stepperKeepsItsValueAtBadText()
{
    QFETCH(QString, text);
    QFETCH(int, decimals);
    Stand<Stepper> stand;
    stand.widget->setRange(-20, 20, 1, decimals);
    stand.widget->setValue(5);
    QSignalSpy changes(stand.widget, &Stepper::changed), problems(stand.widget, &Stepper::problemFound);
    QVERIFY(type(stand.widget->edit(), text));
    QCOMPARE(stand.widget->value(), 5.0);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(problems.count(), 1);
    const QString sentence = problems[0][0].toString();
    QVERIFY2(sentence.contains(q("“%1”").arg(text)), qPrintable(sentence));
    QVERIFY2(sentence.contains(q("−20")) && sentence.contains(q("20")), qPrintable(sentence));
    QVERIFY(isMarked(*stand.widget));
    QCOMPARE(stand.widget->edit()->text(), text); // to be corrected, not typed again
}

void TstWidgets::stepperForgetsBadText()
{
    Stand<Stepper> stand;
    QSignalSpy solved(stand.widget, &Stepper::problemSolved);
    stand.widget->setRange(1, 15);
    stand.widget->setValue(5);
    QVERIFY(type(stand.widget->edit(), q("99")));
    QVERIFY(isMarked(*stand.widget));
    QTest::keyClick(stand.widget->edit(), Qt::Key_Backspace);
    QVERIFY(!isMarked(*stand.widget));
    QCOMPARE(solved.count(), 1);
    QTest::keyClick(stand.widget->edit(), Qt::Key_Return);
    QCOMPARE(stand.widget->value(), 9.0);
    QCOMPARE(solved.count(), 1); // nothing was wrong any more

    QVERIFY(type(stand.widget->edit(), q("x")));
    QVERIFY(isMarked(*stand.widget));
    QTest::keyClick(stand.widget->edit(), Qt::Key_Up); // from the last good value
    QCOMPARE(stand.widget->value(), 10.0);
    QCOMPARE(stand.widget->edit()->text(), q("10"));
    QVERIFY(!isMarked(*stand.widget));

    QVERIFY(type(stand.widget->edit(), q("x")));
    stand.widget->setValue(3);
    QVERIFY(!isMarked(*stand.widget));
    QCOMPARE(stand.widget->edit()->text(), q("3"));
}

void TstWidgets::stepperFinishesWhenTheFocusGoes()
{
    Stand<Stepper> stand;
    QSignalSpy changes(stand.widget, &Stepper::changed), problems(stand.widget, &Stepper::problemFound);
    QVERIFY(type(stand.widget->edit(), q("12"), Qt::Key_Tab));
    QCOMPARE(stand.widget->value(), 12.0);
    QVERIFY(type(stand.widget->edit(), q("13"), Qt::Key_End));
    QCOMPARE(changes.count(), 1);
    QVERIFY(click(stand.other));
    QCOMPARE(stand.widget->value(), 13.0);
    QVERIFY(type(stand.widget->edit(), q("q"), Qt::Key_Tab));
    QCOMPARE(problems.count(), 1);
    QVERIFY(isMarked(*stand.widget));
    QCOMPARE(stand.widget->value(), 13.0);
}

void TstWidgets::stepperArrowsStopAtTheEnds()
{
    Stand<Stepper> stand;
    stand.widget->setName(q("Stride"));
    stand.widget->setRange(1, 3);
    stand.widget->setValue(2);
    QSignalSpy changes(stand.widget, &Stepper::changed);
    auto* more = named<QToolButton>(*stand.widget, q("Stride: more"));
    auto* less = named<QToolButton>(*stand.widget, q("Stride: less"));
    for (const double expected : {3.0, 3.0}) {
        QVERIFY(click(more));
        QCOMPARE(stand.widget->value(), expected);
    }
    QCOMPARE(changes.count(), 1); // at the end nothing changes and nothing is said
    for (const double expected : {2.0, 1.0, 1.0}) {
        QVERIFY(click(less));
        QCOMPARE(stand.widget->value(), expected);
        QCOMPARE(stand.widget->edit()->text(), QString::number(expected));
    }
    QCOMPARE(changes.count(), 3);
}

void TstWidgets::stepperKeys()
{
    Stand<Stepper> stand;
    stand.widget->setRange(-5, 5, 2.5, 2);
    stand.widget->setValue(0);
    QVERIFY(click(stand.widget->edit()));
    for (const double expected : {2.5, 5.0, 5.0}) {
        QTest::keyClick(stand.widget->edit(), Qt::Key_Up);
        QCOMPARE(stand.widget->value(), expected);
    }
    for (const double expected : {2.5, 0.0, -2.5, -5.0, -5.0}) {
        QTest::keyClick(stand.widget->edit(), Qt::Key_Down);
        QCOMPARE(stand.widget->value(), expected);
    }
}

void TstWidgets::stepperMultiplies()
{
    Stand<Stepper> stand;
    stand.widget->setRange(1, 64);
    stand.widget->setFactor(2);
    stand.widget->setValue(16);
    QVERIFY(click(stand.widget->edit()));
    for (const double expected : {32.0, 64.0, 64.0}) {
        QTest::keyClick(stand.widget->edit(), Qt::Key_Up);
        QCOMPARE(stand.widget->value(), expected);
    }
    stand.widget->setValue(2);
    for (const double expected : {1.0, 1.0}) {
        QTest::keyClick(stand.widget->edit(), Qt::Key_Down);
        QCOMPARE(stand.widget->value(), expected);
    }
    // Whole fields hold whole numbers, whatever they are multiplied with.
    stand.widget->setValue(5);
    QTest::keyClick(stand.widget->edit(), Qt::Key_Down);
    QCOMPARE(stand.widget->value(), std::floor(stand.widget->value()));
    QCOMPARE(stand.widget->edit()->text(), QString::number(stand.widget->value()));
}

void TstWidgets::stepperKeepsWhatItDoesNotShow()
{
    Stand<Stepper> stand;
    stand.widget->setRange(1e-6, 10, 0, 3);
    stand.widget->setFactor(std::pow(10, 0.25));
    stand.widget->setValue(3e-3);
    QVERIFY(click(stand.widget->edit()));
    QTest::keyClick(stand.widget->edit(), Qt::Key_Up);
    const double stepped = stand.widget->value(); // 0.005334…, shown as 0.00533
    QCOMPARE(stand.widget->edit()->text(), q("0.00533"));
    QSignalSpy changes(stand.widget, &Stepper::changed);
    QTest::keyClick(stand.widget->edit(), Qt::Key_Return);
    QVERIFY(click(stand.other));
    QCOMPARE(changes.count(), 0);
    QCOMPARE(stand.widget->value(), stepped);
}

void TstWidgets::stepperTurnsOnlyWithFocus()
{
    Stand<Stepper> stand;
    stand.widget->setRange(1, 9);
    stand.widget->setValue(5);
    QVERIFY(click(stand.other));
    turnWheel(stand.widget->edit(), 1);
    turnWheel(stand.widget, -1);
    turnWheel(stand.widget, -1);
    QCOMPARE(stand.widget->value(), 5.0);
    QVERIFY(click(stand.widget->edit()));
    turnWheel(stand.widget->edit(), 1);
    QCOMPARE(stand.widget->value(), 6.0);
    turnWheel(stand.widget->edit(), -1);
    turnWheel(stand.widget, -1);
    QCOMPARE(stand.widget->value(), 4.0);
}

void TstWidgets::stepperShowsTheLanguagesMark()
{
    Stand<Stepper> stand;
    stand.widget->setRange(0, 10, 1, 3);
    stand.widget->setValue(0.25);
    QCOMPARE(stand.widget->edit()->text(), q("0.25"));
    QLocale::setDefault(localeOf(Language::Greek));
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(stand.widget, &change);
    QCOMPARE(stand.widget->edit()->text(), q("0,25"));
    for (const char* text : {"0,5", "0.5"}) { // both marks, in both languages
        QVERIFY(type(stand.widget->edit(), q(text)));
        QCOMPARE(stand.widget->value(), 0.5);
        QCOMPARE(stand.widget->edit()->text(), q("0,5"));
    }
}

void TstWidgets::stepperIsQuietWhenSet()
{
    Stepper stepper;
    QSignalSpy changes(&stepper, &Stepper::changed);
    stepper.setRange(0, 5000);
    stepper.setValue(4096);
    QCOMPARE(stepper.value(), 4096.0);
    QCOMPARE(stepper.edit()->text(), q("4096")); // without a mark for thousands
    QCOMPARE(changes.count(), 0);
}

void TstWidgets::stepperNamesItsParts()
{
    Stepper stepper;
    stepper.setName(q("Seed"));
    QCOMPARE(stepper.edit()->accessibleName(), q("Seed"));
    QStringList names;
    for (const auto* arrow : stepper.findChildren<QToolButton*>()) {
        names << arrow->accessibleName();
        QVERIFY(!arrow->icon().isNull());
    }
    names.sort();
    QCOMPARE(names, (QStringList{q("Seed: less"), q("Seed: more")}));
}

void TstWidgets::segmentedByMouse()
{
    Stand<Segmented> stand(3);
    stand.widget->setTexts({q("a"), q("b"), q("c")});
    stand.widget->setCurrent(0);
    QSignalSpy choices(stand.widget, &Segmented::chosen);
    for (const int i : {2, 1, 0}) {
        QVERIFY(click(stand.widget->button(i)));
        QCOMPARE(stand.widget->current(), i);
        QCOMPARE(choices.last()[0].toInt(), i);
        for (int other = 0; other < 3; ++other)
            QCOMPARE(stand.widget->button(other)->isChecked(), other == i);
    }
    QCOMPARE(choices.count(), 3);
    QVERIFY(click(stand.widget->button(0))); // the chosen one stays chosen
    QCOMPARE(stand.widget->current(), 0);
}

void TstWidgets::segmentedByKeys()
{
    Stand<Segmented> stand(3);
    stand.widget->setTexts({q("a"), q("b"), q("c")});
    stand.widget->setCurrent(0);
    QSignalSpy choices(stand.widget, &Segmented::chosen);
    stand.widget->button(0)->setFocus();
    QTest::keyClick(stand.widget->button(0), Qt::Key_Right);
    QCOMPARE(stand.widget->current(), 1);
    QCOMPARE(choices.count(), 1);
    QCOMPARE(choices[0][0].toInt(), 1);
    QVERIFY(stand.widget->button(1)->hasFocus());
    QTest::keyClick(stand.widget->button(1), Qt::Key_Left);
    QCOMPARE(stand.widget->current(), 0);
    QCOMPARE(choices.count(), 2);
}

void TstWidgets::segmentedIsQuietWhenSet()
{
    Segmented segmented(2);
    QSignalSpy choices(&segmented, &Segmented::chosen);
    QCOMPARE(segmented.current(), -1);
    segmented.setCurrent(1);
    QCOMPARE(segmented.current(), 1);
    segmented.setCurrent(-1);
    QCOMPARE(segmented.current(), -1);
    segmented.setCurrent(0);
    QCOMPARE(segmented.current(), 0);
    QCOMPARE(choices.count(), 0);
}

void TstWidgets::segmentedHidesAButton()
{
    Stand<Segmented> stand(3);
    stand.widget->setButtonVisible(1, false);
    QVERIFY(stand.widget->button(0)->isVisible());
    QVERIFY(!stand.widget->button(1)->isVisible());
    QVERIFY(!click(stand.widget->button(1)));
    QCOMPARE(stand.widget->button(2)->property("place").toString(), q("last"));
    stand.widget->setButtonVisible(2, false);
    QCOMPARE(stand.widget->button(0)->property("place").toString(), q("only"));
    stand.widget->setButtonVisible(2, true);
    stand.widget->setButtonVisible(1, true);
    QCOMPARE(stand.widget->button(1)->property("place").toString(), q("middle"));
    QVERIFY(click(stand.widget->button(1)));
    QCOMPARE(stand.widget->current(), 1);
}

void TstWidgets::switchByMouse()
{
    Stand<Switch> stand;
    QSignalSpy toggles(stand.widget, &Switch::toggled);
    QVERIFY(click(stand.widget));
    QVERIFY(stand.widget->isOn());
    QVERIFY(click(stand.widget));
    QVERIFY(!stand.widget->isOn());
    QCOMPARE(toggles.count(), 2);
    QCOMPARE(toggles[0][0].toBool(), true);
    QCOMPARE(toggles[1][0].toBool(), false);
    stand.widget->setOn(true);
    QVERIFY(stand.widget->isOn());
    QCOMPARE(toggles.count(), 2);
}

void TstWidgets::switchByKeys()
{
    Stand<Switch> stand;
    QSignalSpy toggles(stand.widget, &Switch::toggled);
    stand.widget->setFocus();
    QVERIFY(stand.widget->hasFocus());
    QTest::keyClick(stand.widget, Qt::Key_Space);
    QVERIFY(stand.widget->isOn());
    QTest::keyClick(stand.widget, Qt::Key_Return);
    QVERIFY(!stand.widget->isOn());
    QTest::keyClick(stand.widget, Qt::Key_A);
    QVERIFY(!stand.widget->isOn());
    QCOMPARE(toggles.count(), 2);
}

void TstWidgets::switchIgnoresTheRightButton()
{
    Stand<Switch> stand;
    QSignalSpy toggles(stand.widget, &Switch::toggled);
    for (const auto button : {Qt::RightButton, Qt::MiddleButton})
        QTest::mouseClick(stand.widget, button);
    QVERIFY(!stand.widget->isOn());
    QCOMPARE(toggles.count(), 0);
}

void TstWidgets::switchLetsGoOutside()
{
    Stand<Switch> stand;
    drag(*stand.widget, stand.widget->rect().center(), {stand.widget->width() + 20, 5});
    QVERIFY(!stand.widget->isOn());
}

void TstWidgets::switchSaysWhatItIs()
{
    Stand<Switch> stand;
    stand.widget->setAccessibleName(q("Ghost"));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(stand.widget);
    QCOMPARE(spoken->role(), QAccessible::CheckBox);
    QCOMPARE(spoken->text(QAccessible::Name), q("Ghost"));
    QVERIFY(spoken->state().checkable);
    QVERIFY(!spoken->state().checked);
    QTest::keyClick(stand.widget, Qt::Key_Space);
    QVERIFY(spoken->state().checked);
    stand.widget->setOn(false);
    QVERIFY(!spoken->state().checked);
    QVERIFY(spoken->actionInterface()->actionNames().contains(QAccessibleActionInterface::toggleAction()));
    spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(stand.widget->isOn());
}

void TstWidgets::switchStaysWhenDisabled()
{
    Stand<Switch> stand;
    stand.widget->setEnabled(false);
    QTest::mouseClick(stand.widget, Qt::LeftButton);
    QTest::keyClick(stand.widget, Qt::Key_Space);
    QVERIFY(!stand.widget->isOn());
}

void TstWidgets::noticeTellsAndOffers()
{
    Stand<Notice> stand;
    QVERIFY(!stand.widget->isVisible());
    QCOMPARE(stand.widget->text(), QString());
    QStringList taken;
    const auto offer = [&](const char* text) { return Offer{q(text), [&taken, text] { taken << q(text); }}; };
    stand.widget->showProblem(q("Too large."));
    QVERIFY(stand.widget->isVisible());
    QCOMPARE(stand.widget->text(), q("Too large."));
    QVERIFY(!stand.widget->findChild<QPushButton*>());
    stand.widget->showProblem(q("Still too large."), {offer("Make it smaller")});
    QCoreApplication::processEvents(); // the button finds its place
    QVERIFY(click(buttonOf(*stand.widget, q("Make it smaller"))));
    QCOMPARE(taken, QStringList{q("Make it smaller")});
    stand.widget->showProblem(q("Again."), {offer("Halve it"), offer("Cut it"), offer("Leave it")});
    QTRY_COMPARE(stand.widget->findChildren<QPushButton*>().size(), 3); // the old one has gone
    QVERIFY(click(buttonOf(*stand.widget, q("Cut it"))));
    QCOMPARE(taken.last(), q("Cut it"));
    stand.widget->clear();
    QVERIFY(!stand.widget->isVisible());
    QCOMPARE(stand.widget->text(), QString());
}

void TstWidgets::playFollowsTheClock()
{
    Player player;
    QVERIFY(click(player.button("Play (Space)")));
    QVERIFY(player.stops.isPlaying());
    QVERIFY(player.button("Pause (Space)")); // the button says what it would do now
    player.clock.advance(0.5);
    QTRY_COMPARE(player.stops.position(), 0.5);
    player.clock.advance(3);
    QTRY_COMPARE(player.stops.position(), 3.5);
    QTRY_COMPARE(player.transport.findChild<QLabel*>()->text(), q("at 3.5"));
}

void TstWidgets::pauseHoldsThePosition()
{
    Player player;
    QVERIFY(click(player.button("Play (Space)")));
    player.clock.advance(1.25);
    QTRY_COMPARE(player.stops.position(), 1.25);
    QVERIFY(click(player.button("Pause (Space)")));
    QVERIFY(!player.stops.isPlaying());
    player.clock.advance(5);
    QTest::qWait(40); // more than two looks at the clock
    QCOMPARE(player.stops.position(), 1.25);
    QVERIFY(click(player.button("Play (Space)")));
    player.clock.advance(0.25);
    QTRY_COMPARE(player.stops.position(), 1.5); // the pause does not count
}

void TstWidgets::playEndsAtTheEnd()
{
    Player player(3);
    QVERIFY(click(player.button("Play (Space)")));
    player.clock.advance(100);
    QTRY_COMPARE(player.stops.position(), 3.0);
    QVERIFY(!player.stops.isPlaying());
    QVERIFY(player.button("Play (Space)"));
}

void TstWidgets::playAtTheEndBeginsAgain()
{
    Player player(3);
    QVERIFY(click(player.button("To the end (End)")));
    QVERIFY(click(player.button("Play (Space)")));
    QCOMPARE(player.stops.position(), 0.0);
    QVERIFY(player.stops.isPlaying());
    player.clock.advance(0.5);
    QTRY_COMPARE(player.stops.position(), 0.5);
}

void TstWidgets::speedMultiplies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("speed");
    const std::pair<const char*, double> speeds[] = {{"¼×", 0.25}, {"½×", 0.5}, {"1×", 1},  {"2×", 2},
                                                     {"4×", 4},    {"8×", 8},   {"16×", 16}};
    for (const auto& [text, speed] : speeds)
        QTest::newRow(text) << q(text) << speed;
}

void TstWidgets::speedMultiplies()
{
    QFETCH(QString, text);
    QFETCH(double, speed);
    Player player(100);
    QCOMPARE(buttonOf(player.transport, q("1×"))->isChecked(), true);
    QVERIFY(click(buttonOf(player.transport, text)));
    QCOMPARE(player.stops.speed(), speed);
    QVERIFY(buttonOf(player.transport, text)->isChecked());
    QVERIFY(click(player.button("Play (Space)")));
    player.clock.advance(2);
    QTRY_COMPARE(player.stops.position(), 2 * speed);
}

void TstWidgets::stepsLandOnWholeStops_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("back");
    QTest::addColumn<double>("forward");
    QTest::newRow("a stop") << 4.0 << 3.0 << 5.0;
    QTest::newRow("the middle") << 4.5 << 4.0 << 5.0; // back goes to the beginning of the position
    QTest::newRow("just begun") << 4.001 << 4.0 << 5.0;
    QTest::newRow("nearly over") << 4.999 << 4.0 << 5.0;
    QTest::newRow("a rounding above a stop") << 4 + 1e-12 << 3.0 << 5.0;
    QTest::newRow("a rounding below a stop") << 4 - 1e-12 << 3.0 << 5.0;
    QTest::newRow("the beginning") << 0.0 << 0.0 << 1.0;
    QTest::newRow("the end") << 10.0 << 9.0 << 10.0;
}

void TstWidgets::stepsLandOnWholeStops()
{
    QFETCH(double, from);
    QFETCH(double, back);
    QFETCH(double, forward);
    Player player;
    for (const auto& [name, expected] : {std::pair("Back (←)", back), std::pair("Forward (→)", forward)}) {
        player.stops.seek(from);
        player.stops.play(); // a step stops what plays
        if (from == 10) player.stops.seek(from);
        QVERIFY(click(player.button(name)));
        QCOMPARE(player.stops.position(), expected);
        QVERIFY(!player.stops.isPlaying());
    }
}

void TstWidgets::endsAreReached()
{
    Player player;
    player.stops.seek(4.5);
    player.stops.play();
    QVERIFY(click(player.button("To the end (End)")));
    QCOMPARE(player.stops.position(), 10.0);
    QVERIFY(!player.stops.isPlaying());
    QVERIFY(click(player.button("To the beginning (Home)")));
    QCOMPARE(player.stops.position(), 0.0);
}

void TstWidgets::trackSeeksWholeStops()
{
    Player player;
    for (const auto& [share, stop] : {std::pair(0.3, 3.0), std::pair(0.34, 3.0), std::pair(0.36, 4.0),
                                      std::pair(0.0, 0.0), std::pair(1.0, 10.0)}) {
        QVERIFY(clickAt(player.track(), player.at(share)));
        QCOMPARE(player.stops.position(), stop);
    }
}

void TstWidgets::trackDragHoldsPlaying()
{
    Player player;
    QVERIFY(click(player.button("Play (Space)")));
    drag(*player.track(), player.at(0.2), player.at(0.71), false);
    QCOMPARE(player.stops.position(), 7.0);
    QVERIFY(!player.stops.isPlaying());
    QTest::mouseRelease(player.track(), Qt::LeftButton, {}, player.at(0.71));
    QCOMPARE(player.stops.position(), 7.0);
    // A pointer that passes without a pressed button moves nothing.
    QMouseEvent move(QEvent::MouseMove, player.at(0.1), player.track()->mapToGlobal(player.at(0.1)),
                     Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(player.track(), &move);
    QCOMPARE(player.stops.position(), 7.0);
}

void TstWidgets::trackClampsOutside()
{
    Player player;
    drag(*player.track(), player.at(0.5), player.at(1) + QPoint(500, 0));
    QCOMPARE(player.stops.position(), 10.0);
    drag(*player.track(), player.at(0.5), player.at(0) - QPoint(500, 0));
    QCOMPARE(player.stops.position(), 0.0);
}

void TstWidgets::trackKeys()
{
    Player player;
    player.stops.seek(4.5);
    player.track()->setFocus();
    QTest::keyClick(player.track(), Qt::Key_Left);
    QCOMPARE(player.stops.position(), 4.0);
    QTest::keyClick(player.track(), Qt::Key_Left);
    QCOMPARE(player.stops.position(), 3.0);
    QTest::keyClick(player.track(), Qt::Key_Right);
    QCOMPARE(player.stops.position(), 4.0);
}

void TstWidgets::shrinkingClamps()
{
    Player player;
    player.stops.seek(8);
    player.stops.setCount(20);
    QCOMPARE(player.stops.position(), 8.0);
    player.stops.setCount(5);
    QCOMPARE(player.stops.position(), 5.0);
    QCOMPARE(player.transport.findChild<QLabel*>()->text(), q("at 5"));
    player.stops.seek(2);
    player.stops.play();
    player.stops.setCount(0);
    QCOMPARE(player.stops.position(), 0.0);
    QVERIFY(!player.stops.isPlaying());
}

void TstWidgets::nothingToPlayIsDisabled()
{
    Player player(0);
    for (const char* name :
         {"To the beginning (Home)", "Back (←)", "Play (Space)", "Forward (→)", "To the end (End)"}) {
        QVERIFY2(player.button(name), name);
        QVERIFY2(!player.button(name)->isEnabled(), name);
    }
    QVERIFY(!player.track()->isEnabled());
    player.stops.play();
    QVERIFY(!player.stops.isPlaying());
    player.stops.setCount(2);
    QVERIFY(player.button("Play (Space)")->isEnabled());
    QVERIFY(player.track()->isEnabled());
    player.transport.setTimeline(nullptr, nullptr);
    QVERIFY(!player.button("Play (Space)")->isEnabled());
    QCOMPARE(player.transport.findChild<QLabel*>()->text(), QString());
}

void TstWidgets::anotherTimelineTakesOver()
{
    Player player;
    Stops other(player.clock, 4);
    auto* extras = new QPushButton(q("mine"), &player.transport);
    extras->hide();
    player.transport.setTimeline(&other, extras);
    QVERIFY(buttonOf(player.transport, q("mine")));
    QVERIFY(click(player.button("To the end (End)")));
    QCOMPARE(other.position(), 4.0);
    QCOMPARE(player.stops.position(), 0.0);
    player.stops.seek(7); // no longer its business
    QCOMPARE(player.transport.findChild<QLabel*>()->text(), q("at 4"));
    player.transport.setTimeline(&player.stops, nullptr);
    QVERIFY(!buttonOf(player.transport, q("mine")));
    QCOMPARE(player.transport.findChild<QLabel*>()->text(), q("at 7"));
}

void TstWidgets::transportHasRoomForItsTrack_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("extras");
    for (const int width : {888, 912, 1254, 1808})
        for (const int extras : {0, 250, 380})
            QTest::addRow("%d px, own buttons of %d", width, extras) << width << extras;
}

void TstWidgets::transportHasRoomForItsTrack()
{
    QFETCH(int, width);
    QFETCH(int, extras);
    Player player;
    player.stops.setName(q("εποχή 5,0 από 5 · ενημέρωση 2345")); // the longest of the labs, in Greek
    QPushButton own;
    own.setFixedWidth(std::max(1, extras));
    player.transport.setTimeline(&player.stops, extras > 0 ? &own : nullptr);
    player.transport.resize(width, 70);
    QCoreApplication::processEvents();
    const auto* label = player.transport.findChild<QLabel*>();
    QVERIFY(player.track()->width() >= 160);
    QVERIFY(label->width() >= label->sizeHint().width());
    for (const auto* child : player.transport.findChildren<QWidget*>()) {
        if (!child->isVisible()) continue;
        QVERIFY(child->mapTo(&player.transport, QPoint(child->width(), 0)).x() <= width);
        QVERIFY2(child->width() >= std::min(child->minimumSizeHint().width(), 40),
                 child->metaObject()->className());
    }
    // The speeds are there in one of their two forms.
    QVERIFY(buttonOf(player.transport, q("1×")));
    player.transport.setTimeline(nullptr, nullptr);
    own.setParent(nullptr);
}

void TstWidgets::transportFollowsALabsOwnButtons()
{
    Player player;
    player.stops.setName(q("εποχή 5,0 από 5 · ενημέρωση 2345"));
    QWidget own;
    auto* row = new QVBoxLayout(&own);
    auto* button = new QPushButton(q("Pause"));
    row->addWidget(button);
    player.transport.setTimeline(&player.stops, &own);
    int width = 700; // the narrowest at which all is as it was
    const auto settle = [&] {
        player.transport.resize(width, 70);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    };
    for (settle(); !player.button("To the end (End)"); width += 20)
        settle();
    settle();
    button->setText(QString(40, u'm')); // much longer
    settle();
    QVERIFY(button->width() >= button->sizeHint().width());
    QVERIFY(player.track()->width() >= 160 || !player.button("To the end (End)"));
    player.transport.setTimeline(nullptr, nullptr);
    own.setParent(nullptr);
}

/// A narrow plot of many epochs, and of few.
void TstWidgets::epochsAreReadInAnyWidth()
{
    for (const int width : {150, 200, 260, 500})
        for (const int epochs : {1, 2, 5, 72, 1000}) {
            LossView view;
            view.setStyle(PaintStyle());
            view.setCurves({.heldOut = {{0, 0.2}, {double(epochs), 0.05}},
                            .updatesPerEpoch = 1,
                            .totalUpdates = double(epochs),
                            .pcaError = 0.06});
            QVERIFY(bringUp(view, {width, 140}));
            auto* plot = view.findChild<QCustomPlot*>();
            QVERIFY(QTest::qWaitFor([&] { return !runTogether(*plot->xAxis); }, 500));
            QVERIFY(!plot->xAxis->tickVector().isEmpty());
        }
}

/// A sentence that is wider than its place goes on in a second line.
void TstWidgets::toastsFitTheirPlace()
{
    QWidget place;
    QVERIFY(bringUp(place, {300, 200}));
    Toast::tell(place, QStringLiteral("Saved"));
    auto* toast = place.findChild<Toast*>();
    const QSize little = toast->size();
    QVERIFY(little.width() < 150);
    Toast::tell(place, QStringLiteral("Link copied. It names points.csv, which whoever follows it chooses."));
    QVERIFY(place.rect().contains(toast->geometry()));
    QVERIFY(toast->height() >= toast->heightForWidth(toast->width()));
    QVERIFY(toast->height() > little.height());
    Toast::tell(place, QStringLiteral("Saved"));
    QCOMPARE(toast->size(), little);
}

void TstWidgets::errorsAreReadInAnyHeight_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("pca");
    for (const int height : {80, 100, 120, 200, 400})
        for (const double pca : {0.0008, 0.0557, 0.3})
            QTest::addRow("%d pixels, PCA %g", height, pca) << height << pca;
}

/// A notice above takes height from the plot: its numbers become fewer and do not run together.
void TstWidgets::errorsAreReadInAnyHeight()
{
    QFETCH(int, height);
    QFETCH(double, pca);
    LossView view;
    view.resize(380, 240);
    view.setStyle(PaintStyle());
    view.setCurves({.heldOut = {{0, 3 * pca}, {5, 1.1 * pca}, {10, 0.8 * pca}},
                    .updatesPerEpoch = 2,
                    .totalUpdates = 10,
                    .pcaError = pca,
                    .band = LossCurves::Band{0.7 * pca, 0.8 * pca}});
    QVERIFY(bringUp(view, {380, height}));
    auto* plot = view.findChild<QCustomPlot*>();
    plot->replot();
    const QCPAxis* axis = plot->yAxis;
    std::vector<double> places;
    for (const double tick : axis->tickVector())
        if (axis->range().contains(tick)) places.push_back(axis->coordToPixel(tick));
    QVERIFY(!places.empty());
    const double line = QFontMetricsF(axis->tickLabelFont()).height();
    for (std::size_t i = 1; i < places.size(); ++i)
        QVERIFY2(places[i - 1] - places[i] > line, qPrintable(QString::number(places[i - 1] - places[i])));
    QVERIFY(!runTogether(*plot->xAxis));
}

QTEST_MAIN(TstWidgets)
#include "tst_widgets.moc"
