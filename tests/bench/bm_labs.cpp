#include "core/lab/conv_presets.h"
#include "core/lab/line_sources.h"
#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/ink_pad.h"
#include "ui/widgets/sound_canvas.h"

#include <QTest>

using namespace hg;
using namespace hg::test;

namespace {

/// The largest figure that the labs offer: 64 × 64 with eight filters.
ConvScene largest()
{
    return withFilters(withInputSize(findConvPreset("four-edges")->make(), {64, 64}), 8);
}

/// What is asked of a network at once.
enum class Walked { Place, Sheet };

constexpr int patience = 60'000;

/// The program's window on the tab Walk.
struct WalkDesk {
    explicit WalkDesk(WalkLayer layer = WalkLayer::Grid)
    {
        isUp = bringUp(window, {1920, 1080});
        window.openLab(q("autoencoder"));
        AutoencoderState state{*setupOfModel("lab-dense")};
        state.view.tab = AutoencoderTab::Walk;
        state.view.walk.layer = layer;
        model().open(state);
    }
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    const LabStage& stage() const { return *window.currentLab()->stage; }
    bool settle() const
    {
        const auto isThere = [this] { return model().walk().training() && stage().isAtRest(); };
        return isUp && QTest::qWaitFor(isThere, patience);
    }

    Bench<SteadyClock> bench;
    MainWindow window{bench.context};
    bool isUp = false;
};

} // namespace

Q_DECLARE_METATYPE(Walked)
Q_DECLARE_METATYPE(hg::WalkLayer)

/// What the labs cost the window. A plain run, no test: nothing is asserted.
class BmLabs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void glidingWindow_data();
    void glidingWindow();
    void tabFrame_data();
    void tabFrame();
    void changedSetting();
    void changedSettingInTheWindow_data();
    void changedSettingInTheWindow();
    void scrolledSound_data();
    void scrolledSound();
    void walk_data();
    void walk();
    void draggedCross_data();
    void draggedCross();
    void drawnStroke();
    void ownLabel();
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

void BmLabs::tabFrame_data()
{
    QTest::addColumn<QByteArray>("preset");
    for (const char* preset : {"transposed-3-2", "matrix", "matrix-digit-sized", "learned-edges",
                               "receptive-encoder", "28-to-14", "checkerboards"})
        QTest::newRow(preset) << QByteArray(preset);
}

/// One step of the playhead in a tab of the program's window: worked out, and all is painted.
void BmLabs::tabFrame()
{
    QFETCH(QByteArray, preset);
    Bench<SteadyClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1920, 1080}));
    window.openLab(q("conv2d"));
    const auto lab = ConvLabSeen::in(window);
    lab->openPreset(preset.constData());
    QVERIFY(QTest::qWaitFor([&] { return lab->stage()->isAtRest(); }, patience));
    Timeline& timeline = *lab->timeline();
    timeline.toFirst();
    QBENCHMARK
    {
        timeline.position() < timeline.count() ? timeline.seek(timeline.position() + 0.1)
                                               : timeline.toFirst();
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

void BmLabs::walk_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<Walked>("what");
    for (const char* model : {"lab-linear", "lab-dense", "lab-deep", "lab-conv"}) {
        QTest::addRow("%s, a place is decoded", model) << q(model) << Walked::Place;
        QTest::addRow("%s, the sheet of 24 by 24 places of a new moment", model) << q(model) << Walked::Sheet;
    }
}

/// What the tab Walk asks of a network, apart from painting.
void BmLabs::walk()
{
    QFETCH(QString, model);
    QFETCH(Walked, what);
    const AutoencoderSetup setup = *setupOfModel(model.toStdString());
    const auto network = validate(setup, Shape{1, 28, 28});
    QVERIFY(network);
    const auto shared = std::make_shared<const Model>(
        Model{std::make_shared<const Plan>(*network), initialParameters(*network, 1), {}});
    WalkPlane plane(shared, {}, {0, 0});
    Workers workers;
    int step = 0;
    if (what == Walked::Place) {
        QBENCHMARK
        {
            plane.pictureAt({0.001 * ++step, 0.5});
        }
        return;
    }
    const CellGrid cells{-3, 3, -3, 3, 24, 24};
    QBENCHMARK
    {
        decodeSheet(shared, cells, plane.codesIn(cells), workers);
    }
}

void BmLabs::draggedCross_data()
{
    QTest::addColumn<WalkLayer>("layer");
    QTest::newRow("nothing behind") << WalkLayer::None;
    QTest::newRow("grid") << WalkLayer::Grid;
    QTest::newRow("density") << WalkLayer::Density;
    QTest::newRow("holes") << WalkLayer::Holes;
}

/// One step of dragging across the map in the program's window: decoded, and all is painted.
void BmLabs::draggedCross()
{
    QFETCH(WalkLayer, layer);
    WalkDesk desk(layer);
    QVERIFY(desk.settle());
    AeModel& model = desk.model();
    const auto& places = *model.walk().training()->places;
    std::size_t step = 0;
    QBENCHMARK
    {
        const std::size_t at = 2 * (37 * ++step % (places.size() / 2)); // where there are codes
        model.walk().setCross(QPointF(double(places[at]), double(places[at + 1])));
        QCoreApplication::processEvents();
    }
}

/// A piece of a stroke on the pad: read, encoded, rebuilt, its place among the others found.
void BmLabs::drawnStroke()
{
    WalkDesk desk;
    QVERIFY(desk.settle());
    AeModel& model = desk.model();
    auto* pad = desk.stage().findChild<InkPad*>();
    QVERIFY(pad);
    QTest::mousePress(pad, Qt::LeftButton, {}, {20, 20});
    QVERIFY(QTest::qWaitFor([&] { return model.walk().errors() && desk.stage().isAtRest(); }, patience));
    int step = 0;
    QBENCHMARK
    {
        ++step;
        const QPoint at(20 + step % 50, 20 + step % 37);
        QMouseEvent move(QEvent::MouseMove, at, pad->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(pad, &move);
    }
}

/// From a label that somebody gives to the scores of all rows with it on the screen, label by label up to
/// twenty, on all digits.
void BmLabs::ownLabel()
{
    Bench<SteadyClock> bench;
    MainWindow window(bench.context);
    QVERIFY(bringUp(window, {1366, 768}));
    window.openLab(q("fewlabels"));
    auto& model = dynamic_cast<FewLabelsModel&>(window.currentLab()->model());
    const LabStage& stage = *window.currentLab()->stage;
    model.setTab(FewLabelsTab::Yourself);
    const auto isThere = [&] { return model.isAtRest() && stage.isAtRest() && model.clicks(); };
    QVERIFY(QTest::qWaitFor(isThere, 3 * patience));
    int sample = 0;
    QBENCHMARK
    {
        if (model.own().size() == mostOwnLabels) model.clearOwn();
        model.ask(++sample);
        model.answer(sample % 10);
        while (!isThere())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
}

QTEST_MAIN(BmLabs)
#include "bm_labs.moc"
