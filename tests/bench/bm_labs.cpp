#include "core/lab/conv_presets.h"
#include "core/lab/line_sources.h"
#include "tests/support/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/sound_canvas.h"

#include <QtTest>

using namespace hg;
using namespace hg::test;

namespace {

/// The largest figure that the labs offer: 64 × 64 with eight filters.
ConvScene largest()
{
    return withFilters(withInputSize(findConvPreset("four-edges")->make(), {64, 64}), 8);
}

} // namespace

/// What the convolution labs cost the window. A plain run, no test: nothing is asserted.
class BmLabs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void glidingWindow_data();
    void glidingWindow();
    void changedSetting();
    void changedSettingInTheWindow_data();
    void changedSettingInTheWindow();
    void scrolledSound_data();
    void scrolledSound();
};

void BmLabs::glidingWindow_data()
{
    QTest::addColumn<bool>("isTransposed");
    QTest::addColumn<double>("t");
    QTest::newRow("forward") << false << 64 * 20 + 30.05;
    QTest::newRow("transposed") << true << 64 * 20 + 30.05;
}

/// One frame of the animation while only the window moves.
void BmLabs::glidingWindow()
{
    QFETCH(bool, isTransposed);
    QFETCH(double, t);
    const ManualClock clock;
    ConvTimeline timeline(clock);
    timeline.setSpeed(8);
    ConvCanvas canvas(timeline);
    canvas.resize(1500, 900);
    const auto figure = evaluate(withDirection(largest(), isTransposed));
    canvas.setFigure(*figure, {});
    timeline.setCount(figure->positionCount());
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    timeline.seek(t);
    QCoreApplication::processEvents();
    QBENCHMARK
    {
        t += t - std::floor(t) > 0.4 ? -0.3 : 0.01;
        timeline.seek(t);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

/// From a changed number to the whole picture on the screen.
void BmLabs::changedSetting()
{
    const ManualClock clock;
    ConvTimeline timeline(clock);
    ConvCanvas canvas(timeline);
    canvas.resize(1500, 900);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    ConvScene scene = largest();
    QBENCHMARK
    {
        scene.input.data[0] += 1;
        const auto figure = evaluate(scene);
        canvas.setFigure(*figure, {});
        timeline.setCount(figure->positionCount());
        canvas.repaint();
    }
}

void BmLabs::changedSettingInTheWindow_data()
{
    QTest::addColumn<int>("filters");
    QTest::addColumn<bool>("isPresented");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("kernel");
    QTest::newRow("one filter") << 1 << false << 1 << 3;
    QTest::newRow("eight filters") << 8 << false << 1 << 3;
    QTest::newRow("eight filters, presented") << 8 << true << 1 << 3;
    QTest::newRow("eight filters of 15 × 15 on four channels") << 8 << false << 4 << 15;
}

/// The same in the program's window: the inspector, chips and titles follow, and all is painted. Every second
/// change takes the stride away and shows again what it hid.
void BmLabs::changedSettingInTheWindow()
{
    QFETCH(int, filters);
    QFETCH(bool, isPresented);
    QFETCH(int, channels);
    QFETCH(int, kernel);
    Bench<SteadyClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1920, 1080}));
    window.openLab(q("conv2d"));
    const auto lab = ConvLabSeen::in(window);
    QVERIFY(lab);
    if (isPresented) window.togglePresenting();
    ConvScene scene = withFilters(withInputSize(findConvPreset("four-edges")->make(), {64, 64}), filters);
    scene = withKernelSize(withChannels(scene, channels), {kernel, kernel});
    const auto change = [&] {
        scene.stride.h = scene.stride.w = 3 - scene.stride.h;
        lab->edit(scene);
        for (int level = 0; level < 4; ++level) { // layouts answer layouts
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    };
    change();
    QBENCHMARK
    {
        change();
    }
}

void BmLabs::scrolledSound_data()
{
    QTest::addColumn<int>("zooms");
    QTest::addColumn<bool>("movesPlayheadOnly");
    QTest::newRow("2 s in view") << 4 << false;
    QTest::newRow("single samples in view") << 40 << false;
    QTest::newRow("the playhead over all") << 0 << true;
}

/// One frame of ten seconds at 44.1 kHz that move, on the whole of a large screen.
void BmLabs::scrolledSound()
{
    QFETCH(int, zooms);
    QFETCH(bool, movesPlayheadOnly);
    SoundScene scene;
    scene.filter = "identity";
    constexpr int rateHz = 44'100;
    auto track = std::make_shared<const SoundTrack>(trackOf(*sourceSound("noise", 10, rateHz), rateHz));
    SoundCanvas canvas;
    canvas.resize(1920, 1080);
    canvas.setFigure(std::make_shared<const SoundFigure>(*evaluateSound(track, scene)),
                     {0, track->seconds()});
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    for (int i = 0; i < zooms; ++i)
        QTest::keyClick(&canvas, Qt::Key_Plus);
    QTest::keyClick(&canvas, Qt::Key_Home);
    int step = 0;
    QBENCHMARK
    {
        ++step;
        if (movesPlayheadOnly)
            canvas.setPlayhead(step % 600 / 60.0);
        else
            QTest::keyClick(&canvas, step % 20 < 10 ? Qt::Key_Right : Qt::Key_Left);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(BmLabs)
#include "bm_labs.moc"
