#include "tests/support/few_digits.h"
#include "tests/support/ui_support.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/timeline.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStyleFactory>
#include <QToolButton>
#include <QTranslator>
#include <QUndoStack>
#include <QXmlStreamReader>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000; // the longest wait for something that must come

enum class Place { Start, Convolution, Autoencoder, Denoising, FewLabels };
constexpr Place places[] = {Place::Start, Place::Convolution, Place::Autoencoder, Place::Denoising,
                            Place::FewLabels};
constexpr const char* labIds[] = {"", "conv2d", "autoencoder", "denoising", "fewlabels"}; // of places

const char* nameOf(Place place)
{
    return place == Place::Start ? "start page" : labIds[static_cast<int>(place)];
}

template <class ClockType>
struct Desk {
    Desk() { isUp = bringUp(window, {1366, 768}); }

    /// Goes there as a user does, and waits until everything stands.
    bool go(Place place)
    {
        if (window.currentLab() && !click(buttonAt(home))) return false;
        QCoreApplication::processEvents();
        if (place == Place::Start) return true;
        const LabRow* lab = findLab(q(labIds[static_cast<int>(place)]));
        if (!click(buttonAt(static_cast<int>(lab - labRows().data())))) return false;
        QCoreApplication::processEvents();
        return QTest::qWaitFor([this] { return stands(*window.currentLab()); }, patience);
    }
    static bool stands(const LabPage& page)
    {
        return page.model().timeline()->count() > 0 && page.stage->isAtRest();
    }
    bool press(const char* text) const { return click(buttonOf(window, q(text))); }
    /// Opens what the convolution's inspector hides at first.
    bool showsAllOfConvolution() const
    {
        if (!chooses(Language::English)) return false;
        QCoreApplication::processEvents();
        return (buttonOf(window, q("▾ Less")) || press("▸ More")) && press("Sides");
    }
    bool chooses(Language language) const { return press(language == Language::Greek ? "Ελ" : "En"); }

    static constexpr int home = -1;
    /// The way home, or the door of a lab, in whatever language.
    QAbstractButton* buttonAt(int index) const
    {
        if (index == home) return findByIcon();
        QList<QAbstractButton*> doors;
        for (auto* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->property("look") == QStringLiteral("primary")) doors << button;
        return index < doors.size() ? doors.at(index) : nullptr;
    }
    QAbstractButton* findByIcon() const // the first button of the top bar
    {
        for (auto* button : window.findChildren<QToolButton*>())
            if (button->isVisible() && button->iconSize() == QSize(30, 30)) return button;
        return nullptr;
    }

    Bench<ClockType> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

/// Marks every text that goes through tr(), so that one that does not, or is not refreshed, is seen.
class Marker : public QTranslator {
public:
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

bool isMarked(const QString& text)
{
    return text.contains(QChar(0x27E6));
}

/// Names and signs that are the same in every language.
bool isUniversal(QString text)
{
    if (QStringList{q("Hourglass"), q("Ελ"), q("En"), q("Ελληνικά"), q("English"), q("Keras"), q("PyTorch")}
            .contains(text))
        return true;
    static const QRegularExpression word(q("\\p{L}{2,}"));
    return !text.contains(word);
}

/// What counts comes from English forms of its own, which lie above every other translator.
bool isCounted(const QString& text)
{
    static const QList<QRegularExpression> forms = [] {
        QList<QRegularExpression> all;
        QFile file(q(HOURGLASS_TRANSLATIONS "/hourglass_en.ts"));
        if (!file.open(QIODevice::ReadOnly)) return all;
        QXmlStreamReader xml(&file);
        static const QRegularExpression mark(q("\\\\?%[n0-9]"));
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"numerusform")
                all << QRegularExpression(
                    QRegularExpression::escape(xml.readElementText()).replace(mark, q(".+")));
        return all;
    }();
    return std::any_of(forms.begin(), forms.end(),
                       [&](const QRegularExpression& form) { return form.match(text).hasMatch(); });
}

/// Every text that is shown or spoken, with the widget's class and name.
QStringList textsOf(const QWidget& window)
{
    QStringList texts;
    const auto add = [&](const QWidget* widget, const QString& text) {
        if (!text.isEmpty()) texts << text;
        if (!widget->accessibleName().isEmpty()) texts << widget->accessibleName();
        if (!widget->toolTip().isEmpty()) texts << widget->toolTip();
    };
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            add(widget, label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            add(widget, button->text());
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            add(widget, box->currentText());
        else
            add(widget, {});
    }
    return texts;
}

} // namespace

class TstShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_shared.reset(); }

    void startsOnTheStartPage();
    void doorsAndRailLeadToLabs();
    void unknownLabIsTheStartPage();
    void labsKeepTheirState();
    void leavingALabPausesIt();
    void figureMovesOnlyWhenSeen();

    void languageByClicks_data() { everyPlace(); }
    void languageByClicks();
    void languageByKeys();
    void everyTextIsRefreshed_data() { everyPlace(Place::FewLabels); } // Texts names its rows
    void everyTextIsRefreshed();
    void greekIsComplete_data() { everyPlace(); }
    void greekIsComplete();
    void numbersFollowTheLanguage();
    void themeByClicks_data() { everyPlace(); }
    void themeByClicks();
    void themeByKeys();

    void everyStopHasAName_data() { everyPlace(); }
    void everyStopHasAName();
    void nothingIsCut_data() { everyPlace(); }
    void nothingIsCut();

    void choicesAreRemembered();
    void damagedSettingsAreReplaced();
    void closingByKeys();

private:
    void everyPlace(std::optional<Place> but = {});
    Desk<SteadyClock>& shared() { return *m_shared; }
    QTemporaryDir m_folder;
    std::unique_ptr<Desk<SteadyClock>> m_shared; // the digits are read once
};

void TstShell::initTestCase()
{
    constexpr int training = 300, heldOut = 60; // what the labs learn at once, they learn in a moment
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
    m_shared = std::make_unique<Desk<SteadyClock>>();
    QVERIFY(shared().isUp);
}

void TstShell::everyPlace(std::optional<Place> but)
{
    QTest::addColumn<int>("place");
    for (const Place place : places)
        if (place != but) QTest::newRow(nameOf(place)) << static_cast<int>(place);
}

void TstShell::startsOnTheStartPage()
{
    Desk<ManualClock> desk;
    QVERIFY(!desk.window.currentLab());
    QVERIFY(buttonOf(desk.window, q("Open")));
    QVERIFY(named<QAbstractButton>(desk.window, q("Open Autoencoder")));
    QVERIFY(named<QAbstractButton>(desk.window, q("Open Convolution 2D")));
}

void TstShell::doorsAndRailLeadToLabs()
{
    Desk<ManualClock> desk;
    QVERIFY(click(named<QAbstractButton>(desk.window, q("Open Convolution 2D"))));
    LabPage* convolution = desk.window.currentLab();
    QVERIFY(convolution && convolution->stage->isVisible());
    QVERIFY(buttonOf(desk.window, q("Convolution\n2D"))->isChecked());
    QVERIFY(desk.press("Autoencoder"));
    LabPage* autoencoder = desk.window.currentLab();
    QVERIFY(autoencoder != convolution && autoencoder->stage->isVisible() &&
            autoencoder->inspector->isVisible());
    QVERIFY(!convolution->stage->isVisible() && !convolution->inspector->isVisible());
    QVERIFY(autoencoder->stage->transportExtras()->isVisible());
    QVERIFY(desk.press("Convolution\n2D"));
    QCOMPARE(desk.window.currentLab(), convolution);
    QVERIFY(!autoencoder->stage->transportExtras()->isVisible());
    QVERIFY(click(named<QAbstractButton>(desk.window, q("Start page"))));
    QVERIFY(!desk.window.currentLab());
    QVERIFY(named<QAbstractButton>(desk.window, q("Open Convolution 2D")));
    QVERIFY(!convolution->stage->isVisible());
}

void TstShell::unknownLabIsTheStartPage()
{
    Desk<ManualClock> desk;
    QVERIFY(desk.go(Place::Convolution));
    desk.window.openLab(q("no such lab"));
    QVERIFY(!desk.window.currentLab());
}

void TstShell::labsKeepTheirState()
{
    Desk<ManualClock> desk;
    QVERIFY(desk.go(Place::Convolution));
    QVERIFY(click(named<QAbstractButton>(desk.window, q("Stride: less"))));
    desk.window.currentLab()->model().timeline()->seek(5);
    LabPage* lab = desk.window.currentLab();
    QVERIFY(desk.go(Place::Start) && desk.go(Place::Convolution));
    QCOMPARE(desk.window.currentLab(), lab);
    QCOMPARE(lab->model().timeline()->position(), 5.0);
    QCOMPARE(named<QLineEdit>(desk.window, q("Stride"))->text(), q("1"));
    QVERIFY(click(named<QAbstractButton>(desk.window, q("Undo (Ctrl+Z)"))));
    QCOMPARE(named<QLineEdit>(desk.window, q("Stride"))->text(), q("2"));
}

void TstShell::leavingALabPausesIt()
{
    Desk<ManualClock> desk;
    QVERIFY(desk.go(Place::Convolution));
    Timeline* timeline = desk.window.currentLab()->model().timeline();
    for (const bool isHome : {true, false}) {
        QTest::keyClick(&desk.window, Qt::Key_Space);
        QVERIFY(timeline->isPlaying());
        if (isHome)
            QVERIFY(desk.go(Place::Start));
        else
            QVERIFY(desk.press("Autoencoder"));
        QVERIFY(!timeline->isPlaying());
        if (isHome) QVERIFY(desk.go(Place::Convolution));
    }
}

void TstShell::figureMovesOnlyWhenSeen()
{
    Desk<ManualClock> desk;
    auto* figure = named<QWidget>(desk.window, q("A filter sliding over numbers"));
    QVERIFY(figure);
    const QImage before = figure->grab().toImage();
    desk.bench.clock.advance(6); // at speed 2, past the first position
    QTRY_VERIFY(figure->grab().toImage() != before);
    QVERIFY(desk.go(Place::Convolution));
    const QImage left = figure->grab().toImage();
    desk.bench.clock.advance(6);
    QTest::qWait(40); // more than two looks at the clock
    QCOMPARE(figure->grab().toImage(), left);
}

void TstShell::languageByClicks()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)));
    QVERIFY(shared().chooses(Language::English));
    QCoreApplication::processEvents();
    const QStringList english = textsOf(shared().window);
    for (const Language language : {Language::Greek, Language::English, Language::Greek, Language::English}) {
        QVERIFY(shared().chooses(language));
        QCoreApplication::processEvents();
        const bool isGreek = language == Language::Greek;
        QCOMPARE(shared().bench.settings.language() == Language::Greek, isGreek);
        QVERIFY(buttonOf(shared().window, isGreek ? q("Ελ") : q("En"))->isChecked());
        QCOMPARE(QLocale().decimalPoint(), isGreek ? q(",") : q("."));
        if (!isGreek) QCOMPARE(textsOf(shared().window), english);
    }
}

void TstShell::languageByKeys()
{
    Desk<ManualClock> desk;
    for (const Place place : {Place::Start, Place::Convolution}) {
        QVERIFY(desk.go(place) && desk.chooses(Language::English));
        for (const bool isGreek : {true, false}) {
            QTest::keyClick(&desk.window, Qt::Key_L, Qt::ControlModifier);
            QCOMPARE(desk.bench.settings.language() == Language::Greek, isGreek);
            QVERIFY(buttonOf(desk.window, isGreek ? q("Ελ") : q("En"))->isChecked());
        }
    }
}

void TstShell::everyTextIsRefreshed()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)) && shared().chooses(Language::English));
    if (static_cast<Place>(place) == Place::Convolution) QVERIFY(shared().showsAllOfConvolution());
    Marker marker;
    for (const bool isThere : {true, false}) {
        isThere ? QCoreApplication::installTranslator(&marker) : QCoreApplication::removeTranslator(&marker);
        shared().window.setLanguage(Language::English); // what a click does, with another translator below it
        QCoreApplication::processEvents();
        for (const QString& text : textsOf(shared().window))
            QVERIFY2(isMarked(text) == isThere || (isThere && (isUniversal(text) || isCounted(text))),
                     qPrintable(text));
    }
}

void TstShell::greekIsComplete()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)));
    Marker marker;
    QCoreApplication::installTranslator(&marker); // below the Greek texts: marks what they lack
    const bool isChosen = shared().chooses(Language::Greek);
    QCoreApplication::processEvents();
    const QStringList texts = textsOf(shared().window);
    QCoreApplication::removeTranslator(&marker);
    shared().window.setLanguage(Language::English);
    QVERIFY(isChosen);
    for (const QString& text : texts)
        QVERIFY2(!isMarked(text), qPrintable(text));
}

void TstShell::numbersFollowTheLanguage()
{
    QVERIFY(shared().go(Place::Autoencoder));
    const auto shows = [this](const char* text) {
        return textsOf(shared().window).filter(q(text)).size() > 0;
    };
    for (const Language language : {Language::English, Language::Greek, Language::English}) {
        QVERIFY(shared().chooses(language));
        QCoreApplication::processEvents();
        const bool isGreek = language == Language::Greek;
        bool hasRate = false;
        for (const auto* edit : shared().window.findChildren<QLineEdit*>())
            hasRate |= edit->isVisible() && edit->text() == (isGreek ? q("0,003") : q("0.003"));
        QVERIFY(hasRate);
        QCOMPARE(shows("0.0 "), !isGreek); // the epoch beside the transport
        QCOMPARE(shows("0,0 "), isGreek);
    }
}

void TstShell::themeByClicks()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)) && shared().chooses(Language::English));
    const auto toggle = [this] {
        for (const char* name :
             {"Light or dark colours (Ctrl+D)", "Dark colours (Ctrl+D)", "Light colours (Ctrl+D)"})
            if (auto* button = named<QAbstractButton>(shared().window, q(name))) return click(button);
        return false;
    };
    for (const bool isDark : {true, false}) {
        QVERIFY(toggle());
        const Theme& theme = isDark ? darkTheme() : lightTheme();
        QCOMPARE(shared().bench.settings.isDark(), isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.ground);
        const QImage picture = shared().window.grab().toImage();
        const QColor corner = picture.pixelColor(4, picture.height() - 4);
        QVERIFY2(corner == theme.ground || corner == theme.surface, qPrintable(corner.name()));
        // The stage too is repainted: most of it is ground, not the other theme's. Digits are black in both.
        int bright = 0, seen = 0;
        for (int y = 80; y < picture.height() - 80; y += 7)
            for (int x = 130; x < 1000; x += 7, ++seen)
                bright += picture.pixelColor(x, y).lightness() > 128;
        QVERIFY2(isDark ? bright < seen / 4 : bright > seen * 2 / 3,
                 qPrintable(QString::number(100 * bright / seen)));
    }
}

void TstShell::themeByKeys()
{
    Desk<ManualClock> desk;
    for (const bool isDark : {true, false, true}) {
        QTest::keyClick(&desk.window, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.bench.settings.isDark(), isDark);
    }
    desk.window.setDark(false);
}

void TstShell::everyStopHasAName()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)));
    if (static_cast<Place>(place) == Place::Convolution) QVERIFY(shared().showsAllOfConvolution());
    for (const Language language : {Language::English, Language::Greek, Language::English}) {
        QVERIFY(shared().chooses(language));
        QCoreApplication::processEvents();
        const QStringList nameless = namelessStops(shared().window);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(q("; "))));
    }
}

void TstShell::nothingIsCut()
{
    QFETCH(int, place);
    QVERIFY(shared().go(static_cast<Place>(place)));
    if (static_cast<Place>(place) == Place::Convolution) QVERIFY(shared().showsAllOfConvolution());
    for (const Language language : {Language::Greek, Language::English}) {
        QVERIFY(shared().chooses(language));
        shared().window.resize(1366, 768);
        QTest::qWait(50); // the new texts are there from here on; the layout follows some events later
        QStringList cut;
        const auto fits = [&] { return (cut = cutTexts(shared().window)).isEmpty(); };
        if (!QTest::qWaitFor(fits, 2000)) qWarning("the layout does not come to rest");
        QCOMPARE(shared().window.size(), QSize(1366, 768)); // nothing asks for more room
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(q("; "))));
    }
}

void TstShell::choicesAreRemembered()
{
    Bench<ManualClock> bench;
    {
        MainWindow window(bench.context);
        QVERIFY(bringUp(window, {1200, 700}));
        QVERIFY(click(buttonOf(window, q("Ελ"))));
        QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(window.close());
        QVERIFY(!window.isVisible());
    }
    Settings again(bench.folder.filePath(q("settings.ini")));
    QCOMPARE(again.language() == Language::Greek, true);
    QVERIFY(again.isDark());
    QVERIFY(!again.windowGeometry().isEmpty());
    {
        MainWindow window(bench.context);
        window.show();
        QVERIFY(buttonOf(window, q("Ελ"))->isChecked());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().ground);
        window.setDark(false);
        window.setLanguage(Language::English);
    }
}

void TstShell::damagedSettingsAreReplaced()
{
    Bench<ManualClock> bench;
    {
        QSettings store(bench.folder.filePath(q("settings.ini")), QSettings::IniFormat);
        store.setValue(q("language"), q("xx"));
        store.setValue(q("theme"), 17);
        store.setValue(q("geometry"), QByteArray("not a geometry"));
    }
    Settings damaged(bench.folder.filePath(q("settings.ini")));
    QVERIFY(damaged.language() == Language::English);
    QVERIFY(!damaged.isDark());
    AppContext context{damaged,           bench.workers,     bench.clock,      bench.assets,
                       bench.stores.jobs, bench.stores.data, bench.stores.runs};
    MainWindow window(context);
    window.show();
    QVERIFY(window.width() >= 1000 && window.height() >= 660);
    QVERIFY(buttonOf(window, q("En"))->isChecked());
}

void TstShell::closingByKeys()
{
    Desk<ManualClock> desk;
    QVERIFY(desk.go(Place::Convolution));
    QTest::keyClick(&desk.window, Qt::Key_Space); // also while something moves
    QTest::keyClick(&desk.window, Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!desk.window.isVisible());
    QVERIFY(!desk.bench.settings.windowGeometry().isEmpty());
}

QTEST_MAIN(TstShell)
#include "tst_shell.moc"
