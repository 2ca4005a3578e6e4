#include "core/lab/conv_presets.h"
#include "tests/support/desk.h"
#include "tests/support/upright.h"
#include "ui/labs/conv/learned_page.h"
#include "ui/painters/learned_export.h"

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 30000;

std::shared_ptr<const LearnedRun> runOf(const ConvScene& scene, const LearnSetup& setup = {})
{
    const ConvFigure figure = *evaluate(scene);
    return std::make_shared<const LearnedRun>(**learn(filterTaskOf(figure, 0, setup), setup.rate));
}

std::vector<QRectF> boxesOf(const LearnedLayout& l)
{
    std::vector<QRectF> boxes{l.brace,      l.ramp,       l.sum,       l.notes,      l.curve,
                              l.hiddenHead, l.hiddenNote, l.found.box, l.hidden.box, l.hiddenSign};
    boxes.insert(boxes.end(), l.heads.begin(), l.heads.end());
    boxes.insert(boxes.end(), l.signs.begin(), l.signs.end());
    boxes.insert(boxes.end(), l.stepHeads.begin(), l.stepHeads.end());
    boxes.insert(boxes.end(), l.stepSigns.begin(), l.stepSigns.end());
    for (const GridLayout& grid : l.parts)
        boxes.push_back(grid.box);
    for (const GridLayout& grid : l.steps)
        boxes.push_back(grid.box);
    return boxes;
}

} // namespace

/// The tab Learned filter in both convolution labs.
class TstLearnedLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inTheLab_data();
    void inTheLab();
    void examplesOpenIt();
    void whatIsSeenIsWhole_data();
    void whatIsSeenIsWhole();
    void uprightIsRead_data();
    void uprightIsRead();
};

void TstLearnedLab::inTheLab_data()
{
    QTest::addColumn<QByteArray>("lab");
    QTest::newRow("on a plane") << QByteArray("conv2d");
    QTest::newRow("along a line") << QByteArray("conv1d");
}

void TstLearnedLab::inTheLab()
{
    QFETCH(QByteArray, lab);
    ConvDesk desk(lab.constData());
    const ConvScene scene = desk.scene();
    Timeline* const sliding = desk.lab->timeline();
    QVERIFY(desk.press("Learned filter"));
    const auto* page = desk.lab->stage()->findChild<LearnedPage*>();
    QVERIFY(page && page->isVisible() && !desk.canvas()->isVisible());
    Timeline* const updates = desk.lab->timeline();
    QVERIFY(updates != sliding);
    QTRY_VERIFY_WITH_TIMEOUT(desk.lab->stage()->isAtRest() && page->canvas()->painter(), patience);
    QVERIFY(updates->count() > 0);
    QVERIFY(!isOneColour(page->canvas()->grab().toImage()));
    desk.key(Qt::Key_Right); // the transport's
    QCOMPARE(updates->position(), 1.0);
    desk.key(Qt::Key_Space);
    QVERIFY(updates->isPlaying());
    desk.key(Qt::Key_Space);
    desk.key(Qt::Key_End);
    QCOMPARE(updates->position(), double(updates->count()));
    QVERIFY(desk.lab->model().canExport());
    const auto file = desk.lab->exportable({});
    QVERIFY(file && file->label(file->stops()).contains(QString::number(updates->count())));
    QVERIFY(desk.lab->summary().contains(q("Nobody writes")));
    const LabState saved = desk.lab->state();
    QCOMPARE(std::get<ConvState>(saved).view.tab, ConvTab::Learned);
    QCOMPARE(std::get<ConvState>(saved).view.learn.update, double(updates->count()));
    QVERIFY(desk.write("Random start", "4"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.lab->stage()->isAtRest(), patience);
    QVERIFY(desk.lab->state() != saved);
    desk.lab->openState(saved);
    QTRY_VERIFY_WITH_TIMEOUT(desk.lab->stage()->isAtRest(), patience);
    QVERIFY(desk.lab->state() == saved);
    QVERIFY(desk.press("Sliding"));
    QVERIFY(desk.lab->timeline() == sliding && desk.canvas()->isVisible() && !page->isVisible());
    QVERIFY(!named<QLineEdit>(desk.window, q("Random start")));
    QVERIFY(desk.scene() == scene);
    QCOMPARE(desk.lab->undoStack()->count(), 0); // nothing of all this is an edit
}

void TstLearnedLab::examplesOpenIt()
{
    ConvDesk desk("conv2d");
    const auto* page = desk.lab->stage()->findChild<LearnedPage*>();
    for (const char* id : {"learned-edges", "learned-stripes"}) {
        desk.lab->openPreset(id);
        QVERIFY(page->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(desk.lab->stage()->isAtRest() && page->canvas()->painter(), patience);
        QCOMPARE(desk.lab->timeline()->position(), 0.0);
        const bool tellsLack = page->canvas()->accessibleDescription().contains(q("3 of 9"));
        QCOMPARE(tellsLack, std::string_view(id) == "learned-stripes");
        desk.key(Qt::Key_End);
    }
}

void TstLearnedLab::whatIsSeenIsWhole_data()
{
    QTest::addColumn<QByteArray>("lab");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QSize>("size");
    for (const char* lab : {"conv2d", "conv1d"})
        for (const QSize& size : {QSize(1024, 744), QSize(1366, 744), QSize(1920, 1056)}) {
            QTest::addRow("%s, %d", lab, size.width()) << QByteArray(lab) << Language::English << size;
            QTest::addRow("%s, %d, Greek", lab, size.width()) << QByteArray(lab) << Language::Greek << size;
        }
}

void TstLearnedLab::whatIsSeenIsWhole()
{
    QFETCH(QByteArray, lab);
    QFETCH(Language, language);
    QFETCH(QSize, size);
    DeskWith<ManualClock> desk(QString::fromLatin1(lab), language, size);
    const auto seen = ConvLabSeen::in(desk.window);
    seen->numbers().setTab(ConvTab::Learned);
    QTRY_VERIFY_WITH_TIMEOUT(seen->stage()->isAtRest(), patience);
    const QString wrong = notWhole(desk.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TstLearnedLab::uprightIsRead_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<bool>("isOfInput");
    for (const char* preset : {"learned-edges", "learned-stripes", "lecture-1d-valid", "moving-average"})
        for (const int kernel : {3, 5, 11})
            for (const bool isOfInput : {false, true})
                QTest::addRow("%s, %d%s", preset, kernel, isOfInput ? ", of the input" : "")
                    << QByteArray(preset) << kernel << isOfInput;
}

void TstLearnedLab::uprightIsRead()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, kernel);
    QFETCH(bool, isOfInput);
    const ConvScene scene = findConvPreset(preset.constData())->make();
    const bool isLine = scene.axes == 1;
    const auto run = runOf(withKernelSize(scene, {isLine ? 1 : kernel, kernel}));
    const int updates = run->run.updates();
    for (const Language language : {Language::English, Language::Greek}) {
        const Exportable file =
            exportLearned(run, {.update = updates}, isOfInput, {{960, 600}, language, false});
        QCOMPARE(file.uprightSize.width(), 400);
        for (const double t : {1.0, 0.5 * file.stops(), 1.0 * file.stops()}) {
            QVERIFY(keepsMargins(file, t));
            const QString illegible = illegibleAt(file, t);
            QVERIFY2(illegible.isEmpty(), qPrintable(illegible));
            QVERIFY(uprightNumbers(file, t) >= 2);
        }
        const PaintStyle style{lightTheme(), Texts(language)};
        const LearnedLayout layout = LearnedPainter::uprightLayout(*run, uprightRoom, style, isOfInput);
        const QString wrong = notApart(boxesOf(layout), {0, 0, uprightRoom, layout.height});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstLearnedLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_learned_lab.moc"
