#include "tests/support/ui_support.h"
#include "ui/labs/conv/conv_inspector.h"
#include "ui/labs/conv/input_source.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/controls.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>

using namespace hg;
using namespace hg::test;

namespace {

enum class View { Plane, PlaneAll, PlanePresented, Line, LineAll, LinePresented, Sound };

QString nameOf(View view)
{
    static const char* names[] = {
        "plane", "plane with More", "plane presented", "line", "line with More", "line presented", "sound"};
    return q(names[static_cast<int>(view)]);
}

struct Room {
    Room(View view, const QSize& size, Language language)
    {
        window.setLanguage(Language::English);
        isUp = bringUp(window, size);
        const bool isPlane = view <= View::PlanePresented;
        window.openLab(isPlane ? q("conv2d") : q("conv1d"));
        if (view == View::PlaneAll) isUp &= click(buttonOf(window, q("▸ More")));
        if (view == View::LineAll) isUp &= click(buttonOf(window, q("▸ More: dilation, filters, rules")));
        if (view == View::Sound) isUp &= click(buttonOf(window, q("Sound"))) && soundCame();
        if (view == View::PlanePresented || view == View::LinePresented) {
            window.togglePresenting();
            window.setWindowState(Qt::WindowNoState); // the screen of the tests is small
            window.resize(size);
        }
        window.setLanguage(language);
        QCoreApplication::processEvents();
    }

    /// A sound is loaded beside the window; what acts on it can be used from then on.
    bool soundCame() const
    {
        const auto* numbers = buttonOf(window, q("As numbers"));
        return numbers && QTest::qWaitFor([=] { return numbers->isEnabled(); }, 30000);
    }

    /// What Tab comes to, from wherever the focus is until it comes there again.
    QSet<QWidget*> stops()
    {
        QSet<QWidget*> seen;
        for (int i = 0; i < 300; ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            seen << window.focusWidget();
        }
        return seen;
    }

    Bench<ManualClock> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

/// Whether a user is to operate it: a stepper's arrows are its field's Up and Down.
bool isControl(const QWidget* widget)
{
    if (!widget->isVisible() || !widget->isEnabled()) return false;
    if (qobject_cast<const Stepper*>(widget->parentWidget()))
        return qobject_cast<const QLineEdit*>(widget) != nullptr;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QLineEdit*>(widget) || (widget->focusPolicy() & Qt::TabFocus);
}

/// Of joined buttons Tab comes to the chosen one; the arrows go to the others.
bool isReachedByArrows(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button && button->group() && button->group()->exclusive() && !button->isChecked();
}

} // namespace

/// Both convolution labs without a mouse, in all their views, sizes and languages.
class TstConvKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStringLiteral("Fusion"));
        QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
    }
    void everyControlIsReached_data() { everyView(); }
    void everyControlIsReached();
    void everyStopHasAName_data() { everyView(); }
    void everyStopHasAName();
    void nothingIsCut_data() { everyView(); }
    void nothingIsCut();
    void sevenControlsBeforeMore_data();
    void sevenControlsBeforeMore();

private:
    void everyView();
};

void TstConvKeyboard::everyView()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Language>("language");
    for (int view = 0; view <= static_cast<int>(View::Sound); ++view)
        for (const QSize size : {QSize(1024, 768), QSize(1366, 768)})
            for (const auto language : {Language::English, Language::Greek})
                QTest::newRow(qPrintable(QStringLiteral("%1, %2 wide, %3")
                                             .arg(nameOf(static_cast<View>(view)))
                                             .arg(size.width())
                                             .arg(language == Language::Greek ? q("el") : q("en"))))
                    << view << size << language;
}

void TstConvKeyboard::everyControlIsReached()
{
    QFETCH(int, view);
    QFETCH(QSize, size);
    QFETCH(Language, language);
    Room room(static_cast<View>(view), size, language);
    QVERIFY(room.isUp);
    const auto stops = room.stops();
    for (auto* widget : room.window.findChildren<QWidget*>())
        if (isControl(widget) && !widget->focusProxy() && !isReachedByArrows(widget))
            QVERIFY2(stops.contains(widget), qPrintable(QLatin1String(widget->metaObject()->className()) +
                                                        u' ' + widget->accessibleName()));
}

void TstConvKeyboard::everyStopHasAName()
{
    QFETCH(int, view);
    QFETCH(QSize, size);
    QFETCH(Language, language);
    const Room room(static_cast<View>(view), size, language);
    const QStringList nameless = namelessStops(room.window);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(q("; "))));
}

void TstConvKeyboard::nothingIsCut()
{
    QFETCH(int, view);
    QFETCH(QSize, size);
    QFETCH(Language, language);
    Room room(static_cast<View>(view), size, language);
    QStringList cut;
    const auto fits = [&] { return (cut = cutTexts(room.window)).isEmpty(); };
    QVERIFY2(QTest::qWaitFor(fits, 3000), qPrintable(cut.join(q("; "))));
}

void TstConvKeyboard::sevenControlsBeforeMore_data()
{
    QTest::addColumn<int>("view");
    for (const View view : {View::Plane, View::Line, View::Sound})
        QTest::newRow(qPrintable(nameOf(view))) << static_cast<int>(view);
}

/// Of a pair for rows and columns, and of what one choice unfolds, the whole is one control.
void TstConvKeyboard::sevenControlsBeforeMore()
{
    QFETCH(int, view);
    const Room room(static_cast<View>(view), {1366, 768}, Language::English);
    QVERIFY(room.isUp);
    const QWidget* inspector = room.window.currentLab()->inspector;
    auto* filter =
        view == static_cast<int>(View::Sound) ? named<QComboBox>(*inspector, q("Filter")) : nullptr;
    for (int choice = 0; choice < (filter ? filter->count() : 1); ++choice) {
        if (filter) {
            filter->setFocus();
            QTest::keyClick(filter, choice == 0 ? Qt::Key_Home : Qt::Key_Down);
        }
        int controls = 0;
        for (const QWidget* w : inspector->findChildren<QWidget*>()) {
            const bool isPart = qobject_cast<const PairStepper*>(w->parentWidget()) != nullptr;
            const bool isControl = qobject_cast<const QComboBox*>(w) || qobject_cast<const Stepper*>(w) ||
                                   qobject_cast<const Segmented*>(w) || qobject_cast<const PairStepper*>(w) ||
                                   qobject_cast<const InputSource*>(w);
            controls += w->isVisible() && isControl && !isPart;
        }
        QVERIFY2(controls > 3 && controls <= 7, std::to_string(controls).c_str());
    }
}

QTEST_MAIN(TstConvKeyboard)
#include "tst_conv_keyboard.moc"
