#include "core/lab/conv_presets.h"
#include "tests/support/ui_support.h"
#include "ui/widgets/conv_canvas.h"

#include <QtTest>

using namespace hg;

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
    void glidingWindow();
    void changedSetting();
};

/// One frame of the animation while only the window moves.
void BmLabs::glidingWindow()
{
    const ManualClock clock;
    ConvTimeline timeline(clock);
    timeline.setSpeed(8);
    ConvCanvas canvas(timeline);
    canvas.resize(1500, 900);
    const auto figure = evaluate(largest());
    canvas.setFigure(*figure);
    timeline.setCount(figure->positionCount());
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    double t = 64 * 20 + 30.05;
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
        canvas.setFigure(*figure);
        timeline.setCount(figure->positionCount());
        canvas.repaint();
    }
}

QTEST_MAIN(BmLabs)
#include "bm_labs.moc"
