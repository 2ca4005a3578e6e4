#include "tests/support/ui_support.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace hg;
using namespace hg::test;

namespace {

/// What was printed as a warning since the last look.
QStringList& warnings()
{
    static QStringList list;
    return list;
}

void collect(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    const bool isOfPlatform = text.startsWith(q("This plugin does not support")); // of no screen at all
    if (type != QtDebugMsg && type != QtInfoMsg && !isOfPlatform) warnings() << text;
}

struct Desk {
    Desk() { isUp = bringUp(window, {1366, 768}); }

    Timeline& timeline() const { return *window.currentLab()->model().timeline(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = window.focusWidget();
        QTest::keyClick(focus ? focus : const_cast<MainWindow*>(&window), static_cast<Qt::Key>(key),
                        modifiers);
    }
    static void closeLists()
    {
        while (QWidget* list = QApplication::activePopupWidget())
            list->close();
    }
    /// Buttons and lists that a user sees and can click, except those that lead elsewhere.
    std::vector<QPointer<QWidget>> controls() const
    {
        std::vector<QPointer<QWidget>> all;
        for (auto* widget : window.findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget);
            const QVariant look = widget->property("look");
            const bool leads = look == q("rail") || look == q("primary") ||
                               widget->accessibleName() == q("Start page") ||
                               widget->accessibleName() == q("Present");
            if (isControl && !leads && widget->isVisible() && widget->isEnabled()) all.emplace_back(widget);
        }
        return all;
    }

    Bench<ManualClock> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

} // namespace

class TstKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { warnings().clear(); }
    void spacePlaysWhateverWasClicked_data();
    void spacePlaysWhateverWasClicked();
    void arrowsStepWhateverWasClicked();
    void tabGivesAControlItsKeys();
    void aTextHasItsKeysUntilItIsFinished();
    void heldSpaceIsOnePress();
    void returnPressesADoor();
    void presentingStartsFromTheStartPage();
    void theStartPagesFigureMovesAtOnce();
    void shortcutsLiveInEveryLab();
    void fieldsOfNumbersGoOn();
    void whatSucceedsIsSeen();
};

void TstKeys::spacePlaysWhateverWasClicked_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<bool>("isPresented");
    for (const char* lab : {"conv2d", "conv1d"})
        for (const bool isPresented : {false, true})
            QTest::addRow("%s %s", lab, isPresented ? "presented" : "window") << q(lab) << isPresented;
}

void TstKeys::spacePlaysWhateverWasClicked()
{
    QFETCH(QString, lab);
    QFETCH(bool, isPresented);
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(lab);
    if (isPresented) desk.window.togglePresenting();
    QCoreApplication::processEvents();
    const auto controls = desk.controls();
    QVERIFY(controls.size() > (isPresented ? 8 : 25));
    int clicked = 0;
    for (const QPointer<QWidget>& control : controls) {
        if (!control || !control->isVisible() || !control->isEnabled()) continue; // went with another one
        const QString name = control->accessibleName() + u' ' + control->toolTip();
        // A list that a button opens waits for an answer.
        QTimer::singleShot(0, &desk.window, &Desk::closeLists);
        if (!click(control)) continue; // hidden behind a scroll bar's end
        QCoreApplication::processEvents();
        Desk::closeLists();
        if (auto* dialog = QApplication::activeModalWidget()) {
            dialog->close();
            continue;
        }
        ++clicked;
        QVERIFY(QTest::qWaitFor([&] { return desk.timeline().canPlay(); }, 20'000)); // a sound is read first
        desk.timeline().pause();
        const auto* button = qobject_cast<QAbstractButton*>(control.data());
        const bool wasChecked = button && button->isChecked();
        desk.press(Qt::Key_Space);
        QVERIFY2(desk.timeline().isPlaying(), qPrintable(q("after ") + name));
        QVERIFY2(!QApplication::activePopupWidget(), qPrintable(q("a list opens after ") + name));
        if (control && button) QVERIFY2(button->isChecked() == wasChecked, qPrintable(name));
        desk.timeline().pause();
    }
    QVERIFY(clicked > 8);
}

void TstKeys::arrowsStepWhateverWasClicked()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    for (const char* text : {"Full", "Valid", "Same", "4×", "Ελ", "En"}) {
        QVERIFY2(click(buttonOf(desk.window, q(text))), text);
        desk.timeline().seek(3);
        desk.press(Qt::Key_Right);
        QCOMPARE(desk.timeline().position(), 4.0);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_PageUp);
        QCOMPARE(desk.timeline().position(), 2.0);
        desk.press(Qt::Key_End);
        QCOMPARE(desk.timeline().position(), double(desk.timeline().count()));
        desk.press(Qt::Key_Home);
        QCOMPARE(desk.timeline().position(), 0.0);
    }
}

void TstKeys::tabGivesAControlItsKeys()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    auto* terms = named<Switch>(desk.window, q("Term by term"));
    QVERIFY(terms);
    for (int i = 0; i < 80 && !terms->hasFocus(); ++i)
        desk.press(Qt::Key_Tab);
    QVERIFY(terms->hasFocus());
    desk.press(Qt::Key_Space);
    QVERIFY(terms->isOn());
    QVERIFY(!desk.timeline().isPlaying());
    // A click, even on the same control, gives the key back to the transport.
    QVERIFY(click(terms));
    QVERIFY(!terms->isOn());
    desk.press(Qt::Key_Space);
    QVERIFY(!terms->isOn());
    QVERIFY(desk.timeline().isPlaying());
}

void TstKeys::aTextHasItsKeysUntilItIsFinished()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    auto* stride = named<QLineEdit>(desk.window, q("Stride"));
    QVERIFY(click(stride));
    desk.timeline().seek(3);
    desk.press(Qt::Key_Home); // of the text
    QCOMPARE(desk.timeline().position(), 3.0);
    QTest::keyClick(stride, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(stride, QStringLiteral("1"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Space);
    QCOMPARE(stride->text(), q("1"));
    QVERIFY(desk.timeline().isPlaying());
    desk.press(Qt::Key_Space);
    QGuiApplication::clipboard()->setText(
        QStringLiteral("1\t2\n3\t4\n")); // pasted as the input, not into the field
    desk.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(stride->text(), q("1"));
    QVERIFY(named<QLineEdit>(desk.window, q("Input size"))->text() == q("2"));
    QTest::keyClicks(stride, QStringLiteral("2"));
    desk.press(Qt::Key_Space); // it is written in again
    QVERIFY(!desk.timeline().isPlaying());
}

void TstKeys::heldSpaceIsOnePress()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    desk.press(Qt::Key_Space);
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
    QApplication::sendEvent(desk.window.focusWidget(), &again);
    QVERIFY(desk.timeline().isPlaying());
}

void TstKeys::returnPressesADoor()
{
    Desk desk;
    QVERIFY(desk.isUp);
    auto* door = named<QPushButton>(desk.window, q("Open Convolution 1D"));
    QVERIFY(door);
    door->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.window.currentLab());
    QVERIFY(buttonOf(desk.window, q("Sound"))); // it is that door's
}

void TstKeys::presentingStartsFromTheStartPage()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.press(Qt::Key_F5);
    QVERIFY(desk.window.currentLab());
    QCOMPARE(desk.timeline().position(), 0.0);
    QVERIFY(!desk.window.findChildren<Chip*>().isEmpty());
    desk.press(Qt::Key_Space);
    QVERIFY(desk.timeline().isPlaying());
}

void TstKeys::theStartPagesFigureMovesAtOnce()
{
    Desk desk;
    QVERIFY(desk.isUp);
    auto* canvas = desk.window.findChild<ConvCanvas*>();
    QVERIFY(canvas && canvas->isVisible());
    const auto moves = [&] {
        const QImage before = canvas->grab().toImage();
        desk.bench.clock.advance(1);
        return QTest::qWaitFor([&] { return canvas->grab().toImage() != before; }, 500);
    };
    QVERIFY(moves());
    desk.press(Qt::Key_Space); // and stands still when it is told to
    QVERIFY(!moves());
    desk.press(Qt::Key_Space);
    QVERIFY(moves());
}

/// Every key sequence of the table, in every lab after every other lab and menu: heard once where its command
/// is offered, and nothing complains.
void TstKeys::shortcutsLiveInEveryLab()
{
    Desk desk;
    QVERIFY(desk.isUp);
    qInstallMessageHandler(collect);
    auto* commands = desk.window.findChild<Commands*>();
    QVERIFY(commands);
    std::vector<CommandId> heard;
    connect(commands, &Commands::triggered, this, [&](CommandId id) { heard.push_back(id); });
    const auto showMenu = [&] {
        auto* file = qobject_cast<QPushButton*>(buttonOf(desk.window, q("File")));
        if (!file) return;
        file->menu()->popup(QPoint(10, 10));
        Desk::closeLists();
    };
    for (int round = 0; round < 2; ++round)
        for (const LabRow& row : labRows()) {
            desk.window.openLab(QLatin1String(row.id));
            showMenu();
        }
    for (const LabRow& row : labRows()) {
        desk.window.openLab(QLatin1String(row.id));
        showMenu();
        for (const CommandRow& command : commandRows())
            for (const QKeySequence& keys : command.keys) {
                if (command.id == CommandId::Quit) continue;
                heard.clear();
                const bool isOffered = commands->action(command.id)->isEnabled();
                desk.press(keys[0].key(), keys[0].keyboardModifiers());
                if (auto* dialog = QApplication::activeModalWidget()) dialog->close();
                const auto expected =
                    isOffered ? std::vector<CommandId>{command.id} : std::vector<CommandId>{};
                QVERIFY2(heard == expected, qPrintable(q(row.id) + u' ' + keys.toString()));
                if (command.id == CommandId::Present) desk.press(Qt::Key_Escape);
                if (command.id == CommandId::Language) desk.press(Qt::Key_L, Qt::ControlModifier);
            }
    }
    // Back on the start page the commands of labs mean nothing.
    desk.window.openStartPage();
    for (const CommandRow& command : commandRows()) {
        const bool isOfAnyPlace = command.id == CommandId::Language || command.id == CommandId::Theme;
        if (command.id == CommandId::Present || command.id == CommandId::Quit) continue;
        heard.clear();
        for (const QKeySequence& keys : command.keys)
            desk.press(keys[0].key(), keys[0].keyboardModifiers());
        QCOMPARE(heard.size(), isOfAnyPlace ? command.keys.size() : std::size_t(0));
    }
    qInstallMessageHandler(nullptr);
    QVERIFY2(warnings().isEmpty(), qPrintable(warnings().join(u'\n')));
}

void TstKeys::fieldsOfNumbersGoOn()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    auto* canvas = desk.window.currentLab()->stage->findChild<ConvCanvas*>();
    QVERIFY(clickAt(canvas, canvas->picture()->cellOf({ConvPlace::Input, 0, 3}).center().toPoint()));
    auto* editor = canvas->findChild<QLineEdit*>();
    QTest::keyClicks(editor, QStringLiteral("7"));
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(canvas->look().selected, std::optional(ConvHit{ConvPlace::Input, 0, 4}));
    QVERIFY(canvas->hasFocus());
    QTest::keyClicks(canvas, QStringLiteral("8"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(canvas->look().selected, std::optional(ConvHit{ConvPlace::Input, 1, 0})); // the next row
    QTest::keyClicks(canvas, QStringLiteral("9"));
    QTest::keyClick(editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(canvas->look().selected, std::optional(ConvHit{ConvPlace::Input, 0, 4}));
    QTest::keyClick(canvas, Qt::Key_Right, Qt::NoModifier); // the arrows are the cell's
    QCOMPARE(desk.timeline().position(), 0.0);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Right); // and the transport's again
    QCOMPARE(desk.timeline().position(), 1.0);
}

void TstKeys::whatSucceedsIsSeen()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.window.openLab(q("conv2d"));
    for (const auto id : {CommandId::Copy, CommandId::CopyLink, CommandId::CopyCommand}) {
        auto* stride = named<QLineEdit>(desk.window, q("Stride"));
        QVERIFY(type(stride, q("99")));
        auto* notice = desk.window.currentLab()->stage->findChild<Notice*>();
        QVERIFY(!notice->text().isEmpty());
        desk.window.findChild<Commands*>()->action(id)->trigger();
        auto* toast = desk.window.currentLab()->stage->findChild<Toast*>();
        QVERIFY(toast && toast->isVisible() && toast->text().contains(q("copied")));
        QVERIFY(notice->text().isEmpty()); // the old complaint has gone
    }
}

QTEST_MAIN(TstKeys)
#include "tst_keys.moc"
