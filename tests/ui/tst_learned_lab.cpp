#include "tests/support/desk.h"
#include "ui/labs/conv/learned_page.h"

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 30000;

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

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstLearnedLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_learned_lab.moc"
