#include "tests/support/exported.h"
#include "tests/support/ui_support.h"
#include "ui/export/export_path.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/timeline.h"

#include <QAccessible>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTranslator>

#include <optional>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000; // the longest wait for something that must come

/// The window with a lab, and the dialog over it.
struct Desk {
    Desk()
    {
        bench.settings.setExportFolder(files.path());
        isUp = bringUp(window, {1366, 768});
        window.openLab(q("conv2d"));
    }

    ExportDialog* open()
    {
        if (!click(buttonOf(window, q("Export…")))) return nullptr;
        auto* dialog = window.findChild<ExportDialog*>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    Timeline* timeline() const { return window.currentLab()->model().timeline(); }
    QString path(const char* name) const { return files.filePath(q(name)); }
    QStringList names() const { return QDir(files.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir files;
    Bench<ManualClock> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

bool press(const QWidget& root, const char* text)
{
    return click(buttonOf(root, q(text)));
}

/// The sentence at the dialog's end, or the problem that it tells, whose lines may end anywhere.
QString said(const ExportDialog& dialog)
{
    const auto* notice = dialog.findChild<Notice*>();
    if (!notice->text().isEmpty()) return notice->text().remove(QChar(0x200B));
    for (const auto* label : dialog.findChildren<QLabel*>())
        if (label->isVisible() && label->objectName() == q("message")) return label->text();
    return {};
}

bool shows(const ExportDialog& dialog, const QString& text)
{
    for (const auto* label : dialog.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text)) return true;
    return false;
}

bool exportTo(ExportDialog& dialog, const QString& path)
{
    auto* place = named<QLineEdit>(dialog, q("File"));
    if (!place) return false;
    place->setFocus();
    place->selectAll();
    for (const QChar c : path)
        QTest::sendKeyEvent(QTest::Click, place, Qt::Key_unknown, QString(c), Qt::NoModifier);
    if (!press(dialog, "Export") && !press(dialog, "Replace")) return false;
    return QTest::qWaitFor([&] { return !dialog.isRunning(); }, patience);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Sets PATH for as long as it lives.
class ProgramsIn {
public:
    explicit ProgramsIn(const QByteArray& path) : m_before(qgetenv("PATH")) { qputenv("PATH", path); }
    ~ProgramsIn() { qputenv("PATH", m_before); }
    ProgramsIn(const ProgramsIn&) = delete;
    ProgramsIn& operator=(const ProgramsIn&) = delete;

private:
    QByteArray m_before;
};

/// A program ffmpeg that does as the script says.
QByteArray ffmpegAs(const QTemporaryDir& folder, const QByteArray& script)
{
    QFile file(folder.filePath(q("ffmpeg")));
    if (file.open(QIODevice::WriteOnly)) file.write("#!/bin/sh\n" + script + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder.path().toUtf8() + ':' + qgetenv("PATH");
}

/// Marks every text that goes through tr().
class Marker : public QTranslator {
public:
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TstExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void endingsFollowTheKind_data();
    void endingsFollowTheKind();
    void freeNamesAreFound();

    void opensByMouseAndKeys();
    void isNotOfferedWithoutADrawing();
    void writesEveryKind_data();
    void writesEveryKind();
    void pictureIsWhatIsShown();
    void sizesTakeEffect();
    void languageAndColoursTakeEffect();
    void kindAndEndingAgree();
    void replacesOnlyWhatItSays();
    void refusesImpossiblePlaces_data();
    void refusesImpossiblePlaces();
    void tellsWhatFailed();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void endsWithItsWindow();
    void saysWhatFilmsNeed();
    void placeIsChosenInADialog();

    void worksByKeysAlone();
    void everyStopHasAName();
    void everyTextIsRefreshed();
    void fitsItsTexts_data();
    void fitsItsTexts();
};

void TstExportDialog::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
}

void TstExportDialog::endingsFollowTheKind_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* path, const char* ending, const char* result) {
        QTest::addRow("%s as %s", path, ending) << q(path) << q(ending) << q(result);
    };
    row("a", "png", "a.png");
    row("a.png", "png", "a.png");
    row("a.PNG", "png", "a.PNG");
    row("a.png", "html", "a.html");
    row("/b.c/a", "gif", "/b.c/a.gif");
    row("stride 1.5", "gif", "stride 1.5.gif");
    row("a.mp4.svg", "pdf", "a.mp4.pdf");
}

void TstExportDialog::endingsFollowTheKind()
{
    QFETCH(QString, path);
    QFETCH(QString, ending);
    QFETCH(QString, result);
    QCOMPARE(withEnding(path, *findExportKind(ending)), result);
}

void TstExportDialog::freeNamesAreFound()
{
    const QTemporaryDir folder;
    const auto touch = [&](const char* name) {
        QFile file(folder.filePath(q(name)));
        return file.open(QIODevice::WriteOnly);
    };
    const ExportKind& kind = *findExportKind(q("png"));
    QCOMPARE(freePath(folder.path(), q("conv2d"), kind), folder.filePath(q("conv2d.png")));
    QVERIFY(touch("conv2d.png") && touch("conv2d-3.png"));
    QCOMPARE(freePath(folder.path(), q("conv2d"), kind), folder.filePath(q("conv2d-2.png")));
    QVERIFY(touch("conv2d-2.png"));
    QCOMPARE(freePath(folder.path(), q("conv2d"), kind), folder.filePath(q("conv2d-4.png")));
}

void TstExportDialog::opensByMouseAndKeys()
{
    Desk desk;
    QVERIFY(desk.isUp);
    desk.timeline()->play();
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && dialog->isModal());
    QVERIFY(!desk.timeline()->isPlaying());
    QVERIFY(press(*dialog, "Close"));
    QTRY_VERIFY(!desk.window.findChild<ExportDialog*>());
    desk.window.activateWindow(); // a desktop does that by itself
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    dialog = desk.window.findChild<ExportDialog*>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.window.findChild<ExportDialog*>());
}

void TstExportDialog::isNotOfferedWithoutADrawing()
{
    Desk desk;
    desk.window.openLab(q("autoencoder"));
    QVERIFY(!desk.window.currentLab()->model().canExport());
    auto* button = buttonOf(desk.window, q("Export…"));
    QVERIFY(button && !button->isEnabled() && button->toolTip().contains(q("Nothing")));
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!desk.window.findChild<ExportDialog*>());
    desk.window.openStartPage();
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!desk.window.findChild<ExportDialog*>());
}

void TstExportDialog::writesEveryKind_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("PNG") << q("PNG") << QByteArray("\x89PNG");
    QTest::newRow("SVG") << q("SVG") << QByteArray("<?xml");
    QTest::newRow("PDF") << q("PDF") << QByteArray("%PDF-");
    QTest::newRow("GIF") << q("GIF") << QByteArray("GIF89a");
    QTest::newRow("HTML") << q("HTML") << QByteArray("<!DOCTYPE html>");
    if (!QStandardPaths::findExecutable(q("ffmpeg")).isEmpty())
        QTest::newRow("MP4") << q("MP4") << QByteArray("\0\0\0", 3);
}

void TstExportDialog::writesEveryKind()
{
    QFETCH(QString, button);
    QFETCH(QByteArray, begin);
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog);
    QVERIFY(click(buttonOf(*dialog, button)));
    QVERIFY(QDir(desk.files.path()).mkdir(q("figures")));
    QVERIFY(exportTo(*dialog, desk.path("figures/conv λ")));
    const QString file = desk.path("figures/conv λ.") + button.toLower();
    QVERIFY2(said(*dialog).startsWith(q("Saved: conv λ.") + button.toLower()), qPrintable(said(*dialog)));
    QVERIFY(contentOf(file).startsWith(begin));
    // What comes next begins where this ended.
    QCOMPARE(desk.bench.settings.exportFolder(), desk.path("figures"));
    QCOMPARE(desk.bench.settings.exportKind(), button.toLower());
    QVERIFY(press(*dialog, "Close"));
    QTRY_VERIFY(!desk.window.findChild<ExportDialog*>());
    dialog = desk.open();
    QVERIFY(dialog && static_cast<QPushButton*>(buttonOf(*dialog, button))->isChecked());
    QCOMPARE(named<QLineEdit>(*dialog, q("File"))->text(), desk.path("figures/conv2d.") + button.toLower());
}

void TstExportDialog::pictureIsWhatIsShown()
{
    Desk desk;
    for (const double t : {4.0, 5.5}) {
        desk.timeline()->seek(t);
        ExportDialog* dialog = desk.open();
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, t == 4 ? q("Position 4 of 9") : q("Position 6 of 9")));
        QVERIFY(exportTo(*dialog, desk.path("a.png")));
        const auto exportable = desk.window.currentLab()->model().exportable({});
        QCOMPARE(exportable->size, QSize(960, 600));
        QCOMPARE(QImage(desk.path("a.png")).convertToFormat(QImage::Format_RGB32), paintedAt(*exportable, t));
        delete dialog;
    }
}

void TstExportDialog::sizesTakeEffect()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && !named<QLineEdit>(*dialog, q("Width")));
    QVERIFY(press(*dialog, "1280 × 720"));
    QVERIFY(exportTo(*dialog, desk.path("a.png")));
    QCOMPARE(QImage(desk.path("a.png")).size(), QSize(1280, 720));
    QVERIFY(press(*dialog, "Other"));
    QCOMPARE(named<QLineEdit>(*dialog, q("Width"))->text(), q("1280"));
    QVERIFY(type(named<QLineEdit>(*dialog, q("Width")), q("700"), Qt::Key_Tab));
    QVERIFY(type(named<QLineEdit>(*dialog, q("Height")), q("501"), Qt::Key_Tab));
    QVERIFY(exportTo(*dialog, desk.path("b.png")));
    QCOMPARE(QImage(desk.path("b.png")).size(), QSize(700, 501));
    QVERIFY(type(named<QLineEdit>(*dialog, q("Width")), q("5000"), Qt::Key_Tab));
    QVERIFY2(said(*dialog).contains(q("5000")), qPrintable(said(*dialog)));
    QVERIFY(type(named<QLineEdit>(*dialog, q("Width")), q("800"), Qt::Key_Tab));
    QVERIFY2(!said(*dialog).contains(q("5000")), qPrintable(said(*dialog))); // what is solved is silent
    QVERIFY(press(*dialog, "960 × 600"));
    QVERIFY(exportTo(*dialog, desk.path("c.png")));
    QCOMPARE(QImage(desk.path("c.png")).size(), QSize(960, 600));
}

void TstExportDialog::languageAndColoursTakeEffect()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && press(*dialog, "SVG"));
    QVERIFY(exportTo(*dialog, desk.path("a.svg")));
    QVERIFY(contentOf(desk.path("a.svg")).contains(">Input 5 × 5<"));
    QVERIFY(contentOf(desk.path("a.svg")).contains(lightTheme().stage.name().toUtf8()));
    QVERIFY(press(*dialog, "Ελ") && press(*dialog, "Dark"));
    QVERIFY(exportTo(*dialog, desk.path("a.svg")));
    QVERIFY(contentOf(desk.path("a.svg")).contains(q(">Είσοδος 5 × 5<").toUtf8()));
    QVERIFY(contentOf(desk.path("a.svg")).contains(darkTheme().stage.name().toUtf8()));
    QVERIFY(press(*dialog, "HTML"));
    QVERIFY(exportTo(*dialog, desk.path("a.html")));
    QVERIFY(contentOf(desk.path("a.html")).contains(q("<h1>Συνέλιξη 2Δ</h1>").toUtf8()));
    // The window itself has not changed.
    QVERIFY(desk.bench.settings.language() == Language::English && !desk.bench.settings.isDark());
}

void TstExportDialog::kindAndEndingAgree()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog);
    auto* place = named<QLineEdit>(*dialog, q("File"));
    QCOMPARE(place->text(), desk.path("conv2d.png"));
    QVERIFY(press(*dialog, "GIF"));
    QCOMPARE(place->text(), desk.path("conv2d.gif"));
    QVERIFY(shows(*dialog, q("The animation (19 s)")));
    place->setFocus();
    QTest::keyClick(place, Qt::Key_End);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(place, Qt::Key_Backspace);
    QTest::keyClicks(place, q("pdf"));
    QVERIFY(static_cast<QPushButton*>(buttonOf(*dialog, q("PDF")))->isChecked());
    QVERIFY(shows(*dialog, q("A page for every position, 9 in all")));
    QVERIFY(press(*dialog, "Export"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), patience);
    QCOMPARE(desk.names(), QStringList{q("conv2d.pdf")});
}

void TstExportDialog::replacesOnlyWhatItSays()
{
    Desk desk;
    QFile file(desk.path("conv2d.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog);
    QCOMPARE(named<QLineEdit>(*dialog, q("File"))->text(), desk.path("conv2d-2.png")); // nothing is replaced
    QVERIFY(buttonOf(*dialog, q("Export")) && !shows(*dialog, q("will be replaced")));
    QVERIFY(type(named<QLineEdit>(*dialog, q("File")), desk.path("conv2d.png"), Qt::Key_Shift));
    QVERIFY(shows(*dialog, q("will be replaced")));
    QVERIFY(press(*dialog, "Replace"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), patience);
    QVERIFY(contentOf(desk.path("conv2d.png")).startsWith("\x89PNG"));
    QVERIFY(!shows(*dialog, q("will be replaced"))); // one's own file may be written again
}

void TstExportDialog::refusesImpossiblePlaces_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << q("") << q("The file needs a name.");
    QTest::newRow("only an ending") << q("%1/.png") << q("The file needs a name.");
    QTest::newRow("no folder") << q("%1/no/such/a.png") << q("There is no folder %1/no/such.");
    QTest::newRow("a file as folder") << q("%1/file/a.png") << q("%1/file is not a folder.");
    QTest::newRow("a folder as file") << q("%1/taken.png") << q("%1/taken.png is a folder.");
}

void TstExportDialog::refusesImpossiblePlaces()
{
    QFETCH(QString, place);
    QFETCH(QString, says);
    Desk desk;
    QFile file(desk.path("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(desk.files.path()).mkdir(q("taken.png")));
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog);
    const auto inFolder = [&](const QString& text) {
        return text.contains(u'%') ? text.arg(desk.files.path()) : text;
    };
    named<QLineEdit>(*dialog, q("File"))->clear();
    QVERIFY(exportTo(*dialog, inFolder(place)));
    QCOMPARE(said(*dialog), inFolder(says));
    QCOMPARE(desk.names(), QStringList{q("file")});
    QVERIFY(exportTo(*dialog, desk.path("good.png"))); // and on it goes
    QVERIFY(said(*dialog).startsWith(q("Saved")));
}

void TstExportDialog::tellsWhatFailed()
{
    const QTemporaryDir bin;
    const ProgramsIn programs(ffmpegAs(bin, "echo Unknown encoder >&2; exit 1"));
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && press(*dialog, "MP4"));
    QVERIFY(exportTo(*dialog, desk.path("a.mp4")));
    QCOMPARE(said(*dialog), desk.path("a.mp4") + q(": the file cannot be written: Unknown encoder."));
    QVERIFY(desk.names().isEmpty());
    QVERIFY(buttonOf(*dialog, q("Export"))->isEnabled());
}

void TstExportDialog::cancelLeavesNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("byKey");
    for (const char* kind : {"GIF", "MP4"}) {
        QTest::addRow("%s by its button", kind) << q(kind) << false;
        QTest::addRow("%s by Esc", kind) << q(kind) << true;
    }
}

void TstExportDialog::cancelLeavesNothing()
{
    QFETCH(QString, kind);
    QFETCH(bool, byKey);
    // A film is never done: the program takes no picture.
    const QTemporaryDir bin;
    const ProgramsIn programs(ffmpegAs(bin, "exec sleep 1000"));
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && click(buttonOf(*dialog, kind)));
    QVERIFY(press(*dialog, "1920 × 1080"));
    named<QLineEdit>(*dialog, q("File"))->setFocus();
    QTest::keyClick(named<QLineEdit>(*dialog, q("File")), Qt::Key_Return);
    QVERIFY(dialog->isRunning());
    auto* progress = dialog->findChild<QProgressBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible() && progress->value() > 0, patience); // the window lives
    QVERIFY(!named<QLineEdit>(*dialog, q("File"))->isEnabled() && !buttonOf(*dialog, q("Export")));
    if (byKey)
        QTest::keyClick(dialog, Qt::Key_Escape);
    else
        QVERIFY(press(*dialog, "Cancel"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), patience);
    QVERIFY(dialog->isVisible());
    QCOMPARE(said(*dialog), q("Cancelled; nothing was written."));
    QVERIFY(desk.names().isEmpty());
    QVERIFY(!progress->isVisible() && buttonOf(*dialog, q("Export")));
    QVERIFY(press(*dialog, "Close"));
    QTRY_VERIFY(!desk.window.findChild<ExportDialog*>());
}

void TstExportDialog::endsWithItsWindow()
{
    std::optional<Desk> desk(std::in_place);
    const QString folder = desk->files.path();
    desk->files.setAutoRemove(false);
    ExportDialog* dialog = desk->open();
    QVERIFY(dialog && press(*dialog, "GIF") && press(*dialog, "1920 × 1080"));
    QVERIFY(press(*dialog, "Export") && dialog->isRunning());
    desk.reset();
    QVERIFY(QDir(folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QVERIFY(QDir(folder).removeRecursively());
}

void TstExportDialog::saysWhatFilmsNeed()
{
    const QTemporaryDir nothing;
    const ProgramsIn programs(nothing.path().toUtf8());
    Desk desk;
    desk.bench.settings.setExportKind(q("mp4"));
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog);
    auto* films = buttonOf(*dialog, q("MP4"));
    QVERIFY(films && !films->isEnabled());
    QVERIFY(shows(*dialog, q("MP4 needs the program ffmpeg")));
    QVERIFY(static_cast<QPushButton*>(buttonOf(*dialog, q("PNG")))->isChecked());
    QVERIFY(exportTo(*dialog, desk.path("a.mp4"))); // a name as any other
    QCOMPARE(desk.names(), QStringList{q("a.png")});
}

void TstExportDialog::placeIsChosenInADialog()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && press(*dialog, "Choose…"));
    auto* chooser = dialog->findChild<QFileDialog*>();
    QVERIFY(chooser && QTest::qWaitForWindowActive(chooser));
    QCOMPARE(chooser->directory().path(), desk.files.path());
    auto* name = chooser->findChild<QLineEdit*>(q("fileNameEdit"));
    QVERIFY(name);
    QCOMPARE(name->text(), q("conv2d.png"));
    name->selectAll();
    QTest::keyClicks(name, q("other.svg"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(named<QLineEdit>(*dialog, q("File"))->text(), desk.path("other.svg"));
    QVERIFY(static_cast<QPushButton*>(buttonOf(*dialog, q("SVG")))->isChecked());
}

void TstExportDialog::worksByKeysAlone()
{
    Desk desk;
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = desk.window.findChild<ExportDialog*>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(buttonOf(*dialog, q("PNG"))));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(static_cast<QPushButton*>(buttonOf(*dialog, q("HTML")))->isChecked());
    // Tab comes to everything that can be chosen, and back to the beginning.
    QWidget* const first = QApplication::focusWidget();
    QSet<QWidget*> met;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        met << QApplication::focusWidget();
        if (QApplication::focusWidget() == first) break;
    }
    QVERIFY(met.contains(first));
    for (const char* name : {"Choose…", "Export", "Close"})
        QVERIFY2(met.contains(buttonOf(*dialog, q(name))), name);
    QVERIFY(met.contains(named<QLineEdit>(*dialog, q("File"))));
    auto* place = named<QLineEdit>(*dialog, q("File"));
    place->setFocus();
    QTest::keyClick(place, Qt::Key_Return);
    QVERIFY(dialog->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), patience);
    QCOMPARE(desk.names(), QStringList{q("conv2d.html")});
}

void TstExportDialog::everyStopHasAName()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && press(*dialog, "Other"));
    int stops = 0;
    for (auto* widget : dialog->findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()) continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        ++stops;
    }
    QVERIFY(stops >= 15);
    auto* preview = named<QWidget>(*dialog, q("Preview"));
    QVERIFY(preview && preview->accessibleDescription().contains(q("sum")));
}

void TstExportDialog::everyTextIsRefreshed()
{
    Desk desk;
    ExportDialog* dialog = desk.open();
    QVERIFY(dialog && press(*dialog, "Other"));
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    desk.window.setLanguage(Language::English); // with the marking translator below it
    QCoreApplication::processEvents();
    static const QRegularExpression word(q("\\p{L}{2,}"));
    const QStringList ownWords{q("PNG"), q("SVG"), q("PDF"), q("GIF"), q("MP4"), q("HTML"), q("Ελ"), q("En")};
    for (const auto* widget : dialog->findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        const bool isOfThePicture = text.startsWith(q("Position"));
        if (text.contains(word) && !ownWords.contains(text) && !isOfThePicture)
            QVERIFY2(text.contains(QChar(0x27E6)), qPrintable(text));
    }
    QCoreApplication::removeTranslator(&marker);
}

void TstExportDialog::fitsItsTexts_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"PNG", "SVG", "PDF", "GIF", "HTML"}) {
        QTest::addRow("%s English", kind) << Language::English << q(kind);
        QTest::addRow("%s Greek", kind) << Language::Greek << q(kind);
    }
}

void TstExportDialog::fitsItsTexts()
{
    QFETCH(Language, language);
    QFETCH(QString, kind);
    Desk desk;
    desk.window.setLanguage(language);
    desk.window.resize(1024, 768);
    desk.window.openExport();
    auto* dialog = desk.window.findChild<ExportDialog*>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QVERIFY(click(buttonOf(*dialog, kind)));
    const bool isGreek = language == Language::Greek;
    QVERIFY(click(buttonOf(*dialog, isGreek ? q("Άλλο") : q("Other"))));
    QTest::qWait(50);
    QVERIFY(dialog->width() <= 1024 && dialog->height() <= 768);
    for (const auto* widget : dialog->findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (text.isEmpty()) continue;
        const bool isCut = label && label->wordWrap()
                               ? label->heightForWidth(label->width()) > label->height()
                               : widget->sizeHint().width() > widget->width();
        QVERIFY2(!isCut, qPrintable(text));
    }
    desk.window.setLanguage(Language::English);
}

QTEST_MAIN(TstExportDialog)
#include "tst_export_dialog.moc"
