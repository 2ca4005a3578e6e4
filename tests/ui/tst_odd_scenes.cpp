#include "core/lab/conv_filters.h"
#include "core/lab/conv_presets.h"
#include "tests/support/desk.h"

using namespace hg;
using namespace hg::test;

namespace {

ConvScene sized(Axes input, Axes kernel)
{
    ConvScene s;
    s.input = TensorD(1, {1, input.h, input.w});
    for (std::size_t i = 0; i < s.input.data.size(); ++i)
        s.input.data[i] = static_cast<double>(i % 7) - 2;
    s.kernel = TensorD(1, {1, kernel.h, kernel.w});
    for (std::size_t i = 0; i < s.kernel.data.size(); ++i)
        s.kernel.data[i] = static_cast<double>(i % 3) - 1;
    s.paddingH = s.paddingW = {Padding::Kind::Same};
    return s;
}

ConvScene transposed(ConvScene s, Axes stride)
{
    s.isTransposed = true;
    s.stride = stride;
    return s;
}

ConvScene pooled(ConvScene s, Pooling pooling)
{
    s.pooling = pooling;
    return s;
}

struct Odd {
    const char* name;
    ConvScene scene;
};

/// What nobody shows, but anybody may set.
std::vector<Odd> oddScenes()
{
    ConvScene huge = sized({6, 6}, {3, 3}), blank = huge, wide = sized({3, 40}, {1, 9}),
              dilated = sized({20, 20}, {4, 3}), circular = sized({7, 5}, {3, 3}), bare = huge;
    for (double& x : huge.input.data)
        x *= 1e29;
    std::ranges::fill(blank.input.data, 0.0);
    std::ranges::fill(bare.kernel.data, 0.0);
    dilated.dilation = {6, 5};
    circular.fill = Fill::Circular;
    return {{"one cell", sized({1, 1}, {1, 1})},
            {"one cell under a large filter", sized({1, 1}, {15, 15})},
            {"as large as it gets", withFilters(withChannels(sized({64, 64}, {3, 3}), 4), 8)},
            {"large filter", sized({64, 64}, {15, 15})},
            {"wide", wide},
            {"high", sized({40, 3}, {9, 1})},
            {"dilated", dilated},
            {"circular", circular},
            {"huge numbers", huge},
            {"blank input", blank},
            {"blank filter", bare},
            {"maximum", pooled(sized({9, 9}, {2, 2}), Pooling::Max)},
            {"average", pooled(withChannels(sized({9, 9}, {3, 3}), 3), Pooling::Average)},
            {"one cell transposed", transposed(sized({1, 1}, {3, 3}), {8, 8})},
            {"transposed with gaps", transposed(sized({5, 7}, {2, 2}), {5, 3})},
            {"transposed, large", transposed(sized({28, 28}, {4, 4}), {2, 2})},
            {"transposed, several", withFilters(transposed(sized({4, 4}, {3, 3}), {2, 2}), 3)}};
}

constexpr std::array tabs{ConvTab::Sliding, ConvTab::Learned, ConvTab::Matrix,
                          ConvTab::Field,   ConvTab::Solve,   ConvTab::Checkerboards};

/// What stands below the tabs.
bool showsSomething(QWidget& stage)
{
    const QImage image = stage.grab().toImage();
    constexpr int belowTabs = 90;
    const QRect picture(0, belowTabs, image.width(), image.height() - belowTabs);
    return !isOneColour(image.copy(picture));
}

} // namespace

/// No setting, however odd, leaves a tab of a convolution lab blank.
class TstOddScenes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noTabIsBlank_data();
    void noTabIsBlank();
};

void TstOddScenes::noTabIsBlank_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isPresented");
    QTest::newRow("small") << QSize(1024, 744) << false;
    QTest::newRow("large, presented") << QSize(1920, 1056) << true;
}

void TstOddScenes::noTabIsBlank()
{
    QFETCH(QSize, size);
    QFETCH(bool, isPresented);
    DeskWith<ManualClock> desk(q("conv2d"), Language::Greek, size);
    if (isPresented) desk.window.togglePresenting();
    desk.window.resize(size);
    const auto lab = ConvLabSeen::in(desk.window);
    for (const auto& [name, scene] : oddScenes()) {
        QVERIFY2(geometryOf(scene), name);
        lab->edit(scene);
        for (const ConvTab tab : tabs) {
            lab->numbers().setTab(tab);
            QVERIFY2(lab->numbers().tab() == tab, name);
            QCoreApplication::processEvents();
            QVERIFY2(showsSomething(*lab->stage()),
                     qPrintable(q("%1, tab %2").arg(q(name)).arg(static_cast<int>(tab))));
        }
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstOddScenes test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_odd_scenes.moc"
