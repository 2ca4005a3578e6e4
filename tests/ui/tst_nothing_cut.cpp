#include "tests/support/desk.h"
#include "ui/shell/presenter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

using namespace hg;
using namespace hg::test;

namespace {

/// The window on a screen of some width, as its title bar leaves it.
struct Desk : DeskWith<ManualClock> {
    Desk(const QString& lab, Language language, int width) : DeskWith(lab, language, {width, 768 - 24})
    {
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 8; ++i) // a level of layouts each
            QCoreApplication::processEvents();
    }
    QStringList cut() const
    {
        settle();
        return cutThings(window);
    }
    /// Opens what is folded, wherever there is something.
    void unfold() const
    {
        for (auto* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().startsWith(QChar(0x25B8)) &&
                button->property("look") == QStringLiteral("link"))
                button->click();
    }
    std::unique_ptr<ConvLabSeen> conv() { return ConvLabSeen::in(window); }
};

/// Rows and columns that differ in every setting, so that the pairs come apart.
ConvScene apart(ConvScene scene)
{
    if (scene.axes == 1 || scene.pooling) return scene;
    scene = withInputSize(scene, {scene.input.shape.height, scene.input.shape.width + 1});
    scene.dilation.w = scene.dilation.h + 1;
    scene.paddingH = scene.paddingW = {Padding::Kind::Explicit, 1, 2};
    return nearestWorking(scene).value_or(scene);
}

} // namespace

class TstNothingCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyState_data();
    void everyState();
    void everyStatePresented_data() { everyState_data(); }
    void everyStatePresented();
    void theStartPage_data();
    void theStartPage();
};

void TstNothingCut::everyState_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("width");
    for (const LabRow& row : labRows())
        for (const int width : {1000, 1022, 1024, 1366})
            for (const bool isGreek : {false, true})
                QTest::addRow("%s %s %d", row.id, isGreek ? "el" : "en", width)
                    << QString::fromLatin1(row.id) << (isGreek ? Language::Greek : Language::English)
                    << width;
}

void TstNothingCut::everyState()
{
    QFETCH(QString, lab);
    QFETCH(Language, language);
    QFETCH(int, width);
    Desk desk(lab, language, width);
    QVERIFY(desk.isUp);
    QStringList cut = desk.cut();
    desk.unfold();
    cut << desk.cut();
    const auto conv = desk.conv();
    for (const ConvExample& example : conv ? conv->examples().rows() : std::vector<ConvExample>{}) {
        if (!example.scene) continue;
        conv->edit(*example.scene);
        conv->rewind();
        for (const QString& thing : desk.cut())
            cut << QString::fromUtf8(example.id.data(), std::ssize(example.id)) + q(": ") + thing;
        conv->edit(apart(*example.scene));
        for (const QString& thing : desk.cut())
            cut << QString::fromUtf8(example.id.data(), std::ssize(example.id)) + q(", apart: ") + thing;
    }
    if (const auto seen = desk.conv(); seen && seen->axes() == 1) {
        seen->line().showSound(true);
        cut << desk.cut();
    }
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.mid(0, 12).join(u'\n')));
}

void TstNothingCut::everyStatePresented()
{
    QFETCH(QString, lab);
    QFETCH(Language, language);
    QFETCH(int, width);
    Desk desk(lab, language, width);
    desk.window.togglePresenting();
    desk.window.setWindowState(Qt::WindowNoState); // the screen of the tests has its own size
    desk.window.resize(width, 768);
    QStringList cut = desk.cut();
    if (const auto conv = desk.conv())
        for (const ConvExample& example : conv->examples().rows()) {
            if (!example.scene) continue;
            conv->edit(*example.scene);
            for (const ChipContent& chip : conv->chips())
                if (chip.isSwitch && chip.current == 0) chip.choose(1);
            for (const QString& thing : desk.cut())
                cut << QString::fromUtf8(example.id.data(), std::ssize(example.id)) + q(": ") + thing;
        }
    if (const auto seen = desk.conv(); seen && seen->axes() == 1) {
        seen->line().showSound(true);
        cut << desk.cut();
    }
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.mid(0, 12).join(u'\n')));
}

void TstNothingCut::theStartPage_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("width");
    for (const int width : {1000, 1024, 1366, 1920}) {
        QTest::addRow("en %d", width) << Language::English << width;
        QTest::addRow("el %d", width) << Language::Greek << width;
    }
}

void TstNothingCut::theStartPage()
{
    QFETCH(Language, language);
    QFETCH(int, width);
    Desk desk(q("conv2d"), language, width);
    desk.window.openStartPage();
    const QStringList cut = desk.cut();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstNothingCut test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nothing_cut.moc"
