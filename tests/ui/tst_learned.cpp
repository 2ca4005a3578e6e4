#include "core/lab/conv_presets.h"
#include "core/util/rng.h"
#include "tests/support/exported.h"
#include "tests/support/ui_support.h"
#include "ui/labs/conv/learned_page.h"

#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QUndoStack>

#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 30000;

/// A picture of some shape on which every direction of a 3 × 3 filter is seen.
ConvScene noiseScene(Axes size = {10, 10})
{
    ConvScene scene = findConvPreset("vertical-edge")->make();
    const Random random(9, 2);
    scene.input = TensorD(1, {1, size.h, size.w});
    for (std::size_t i = 0; i < scene.input.data.size(); ++i)
        scene.input.data[i] = std::round(10 * random.uniform(i)) / 10;
    scene.kernel = TensorD(1, {1, 3, 3});
    scene.kernel.data = {1, 0, -1, 2, 0, -2, 1, 0, -1};
    scene.stride = scene.dilation = {};
    scene.paddingH = scene.paddingW = {Padding::Kind::Same};
    return scene;
}

ConvScene withInput(ConvScene scene, const std::function<double(int, int)>& value)
{
    for (int r = 0; r < scene.input.shape.height; ++r)
        for (int c = 0; c < scene.input.shape.width; ++c)
            scene.input.at(0, 0, r, c) = value(r, c);
    return scene;
}

/// The tab alone, in a window of its own, and its controls beside it.
struct Desk {
    explicit Desk(const ConvScene& scene = noiseScene(), const QSize& size = {760, 620})
        : model(bench.context, undo, scene.axes, scene.axes == 1 ? "lecture-1d-full" : "lecture-example")
        , learned(bench.context, model)
        , page(learned)
        , form(learned)
    {
        model.edit(scene);
        page.setStyle(PaintStyle());
        form.setStyle(PaintStyle());
        isUp = bringUp(page, size);
        form.resize(280, 400);
        form.show();
    }
    bool learns() const
    {
        return QTest::qWaitFor([this] { return learned.isReady() && page.canvas()->painter(); }, patience);
    }
    const LearnedRun& run() const { return *learned.learned(); }
    QImage picture() { return page.canvas()->grab().toImage(); }
    QPoint placeIn(const GridLayout& grid, int row, int column) const
    {
        return grid.at(row, column).center().toPoint() + QPoint(4, 4);
    }
    const LearnedLayout& layout() const { return page.canvas()->painter()->layout(); }
    /// Clicks a way out, once it stands there.
    bool takes(const QString& offer) const
    {
        const auto isThere = [&] {
            QWidget* button = buttonOf(page, offer);
            return button && isReachable(*button, button->rect().center());
        };
        return QTest::qWaitFor(isThere) && click(buttonOf(page, offer));
    }
    /// Plays for so many seconds of the clock.
    void play(double seconds)
    {
        bench.clock.advance(seconds);
        (void)QTest::qWaitFor([before = learned.timeline()->position(), this] {
            return learned.timeline()->position() != before;
        });
    }

    Bench<ManualClock> bench;
    QUndoStack undo;
    ConvModel model;
    LearnedModel learned;
    LearnedPage page;
    LearnedForm form;
    bool isUp = false;
};

} // namespace

/// The tab Learned filter by clicks and keys, alone.
class TstLearned : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainingFindsTheFilter();
    void whatIsToldIsCores();
    void seekingBackGivesTheSamePicture();
    void theTrackIsThatOfTheCurve();
    void weightsAreChosen();
    void theCurveIsClicked();
    void bothGradients();
    void methodsAndRates();
    void aRateAboveTheEdgeFliesApart();
    void aPictureIsDrawn();
    void oddScenesAreNeverBlank_data();
    void oddScenesAreNeverBlank();
    void hindrancesHaveAWayOut_data();
    void hindrancesHaveAWayOut();
    void whatNothingFixesIsTold();
    void statesComeBack();
    void chipsDoWhatTheySay();
    void filesHaveEveryStop();
    void everySizeAndTheme_data();
    void everySizeAndTheme();
    void nothingIsLearnedUnseen();
};

void TstLearned::trainingFindsTheFilter()
{
    Desk desk;
    QVERIFY(desk.isUp && desk.learns());
    QCOMPARE(desk.run().run.end(), FilterEnd::Learned);
    UpdateTimeline& timeline = *desk.learned.timeline();
    QCOMPARE(timeline.count(), desk.run().run.updates());
    QCOMPARE(timeline.update(), 0);
    QVERIFY(desk.page.canvas()->accessibleDescription().contains(q("Update 0 of")));
    QVERIFY(!desk.page.canvas()->accessibleDescription().contains(q("largest gap")));
    QVERIFY(click(buttonOf(desk.page, q("● Train"))));
    QVERIFY(timeline.isPlaying());
    desk.play(1);
    const int early = timeline.update();
    QVERIFY(early < 3); // the beginning is slow
    for (int i = 0; i < 400 && timeline.isPlaying(); ++i)
        desk.play(0.25);
    QVERIFY(!timeline.isPlaying());
    QCOMPARE(timeline.update(), timeline.count());
    QVERIFY(desk.page.canvas()->accessibleDescription().contains(q("largest gap")));
    QVERIFY(largestGap(desk.run().run, timeline.update()) < 1e-3);
    QVERIFY(buttonOf(desk.page, q("● Train again")));
}

void TstLearned::whatIsToldIsCores()
{
    Desk desk;
    QVERIFY(desk.learns());
    const auto figure = evaluate(noiseScene());
    FilterTask task = filterTaskOf(*figure, 0, {});
    const auto expected = learn(task, {});
    QVERIFY(desk.run().figure().task.input == task.input);
    QVERIFY(desk.run().figure().wanted.data == figure->output.data);
    for (const int update : {0, 1, 5, desk.run().run.updates()}) {
        const auto weights = (**expected).run.weightsAt(update), shown = desk.run().run.weightsAt(update);
        QVERIFY(std::ranges::equal(weights, shown));
        LearnedLook look;
        look.update = update;
        const QString told = desk.page.canvas()->painter()->describe(look);
        for (const double w : weights)
            QVERIFY(told.contains(Texts().glance(w, 2)));
    }
}

void TstLearned::seekingBackGivesTheSamePicture()
{
    Desk desk;
    QVERIFY(desk.learns());
    UpdateTimeline& timeline = *desk.learned.timeline();
    timeline.seek(5);
    const QImage five = desk.picture();
    QVERIFY(!isOneColour(five));
    timeline.toLast();
    const QImage last = desk.picture();
    QVERIFY(last != five);
    timeline.toFirst();
    timeline.seek(5);
    QVERIFY(desk.picture() == five);
    timeline.toLast();
    QVERIFY(desk.picture() == last);
    timeline.stepBack();
    QCOMPARE(timeline.update(), timeline.count() - 1);
    QVERIFY(timeline.label().contains(QString::number(timeline.count())));
}

void TstLearned::theTrackIsThatOfTheCurve()
{
    Desk desk;
    QVERIFY(desk.learns());
    const UpdateTimeline& timeline = *desk.learned.timeline();
    for (int update = 0; update <= timeline.count(); update += 7) {
        QCOMPARE(timeline.shareOf(update), shareOfUpdate(update, timeline.count()));
        QVERIFY(std::abs(timeline.positionAt(timeline.shareOf(update)) - update) < 1e-6);
    }
    double seconds = 0; // of the whole run
    for (double at = 0; at < timeline.count(); at += 0.01)
        seconds += 0.01 / timeline.rate(at);
    QVERIFY(std::abs(seconds - 20) < 0.2);
}

void TstLearned::weightsAreChosen()
{
    Desk desk;
    QVERIFY(desk.learns());
    LearnedCanvas* canvas = desk.page.canvas();
    const QImage before = desk.picture();
    QVERIFY(clickAt(canvas, desk.placeIn(desk.layout().steps[1], 0, 2)));
    QCOMPARE(*desk.learned.weight(), 2);
    QVERIFY(canvas->property("takesArrows").toBool());
    QTest::keyClick(canvas, Qt::Key_Down);
    QTest::keyClick(canvas, Qt::Key_Left);
    QCOMPARE(*desk.learned.weight(), 4);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(canvas, Qt::Key_Up);
    QCOMPARE(*desk.learned.weight(), 1);
    QVERIFY(desk.picture() != before);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!desk.learned.weight());
    QVERIFY(desk.picture() == before);
    QVERIFY(clickAt(canvas, desk.placeIn(desk.layout().part(LearnedPart::Filter), 2, 0)));
    QCOMPARE(*desk.learned.weight(), 6);
}

void TstLearned::theCurveIsClicked()
{
    Desk desk;
    QVERIFY(desk.learns());
    const QRectF curve = desk.layout().curve;
    const QPoint right = curve.center().toPoint() + QPoint(20, 4);
    QVERIFY(clickAt(desk.page.canvas(), right));
    const int there = desk.learned.timeline()->update();
    QVERIFY(there > 0 && there < desk.learned.timeline()->count());
    drag(*desk.page.canvas(), right, right - QPoint(30, 0));
    QVERIFY(desk.learned.timeline()->update() < there);
}

void TstLearned::bothGradients()
{
    Desk desk;
    QVERIFY(desk.learns());
    const QImage weights = desk.picture();
    QVERIFY(click(buttonOf(desk.page, q("Gradient dL/dx"))));
    QVERIFY(desk.learned.setup().showsInputGradient);
    QVERIFY(desk.learned.isReady()); // the same run
    QVERIFY(desk.picture() != weights);
    QCOMPARE(desk.layout().steps[2].rows, 10);
    QVERIFY(click(buttonOf(desk.page, q("Gradient dL/dw"))));
    QVERIFY(desk.picture() == weights);
}

void TstLearned::methodsAndRates()
{
    Desk desk;
    QVERIFY(desk.learns());
    const double edge = *desk.run().edge();
    QVERIFY(std::abs(desk.run().rate() - 0.9 * edge) < 1e-12);
    auto* box = named<QComboBox>(desk.form, q("Method"));
    QVERIFY(box);
    for (const int i : {1, 2, 0}) {
        box->setCurrentIndex(i);
        Q_EMIT box->activated(i);
        QVERIFY(desk.learns());
        QCOMPARE(desk.run().figure().task.method, static_cast<DescentMethod>(i));
        QCOMPARE(desk.run().rate(), usualRate(static_cast<DescentMethod>(i), desk.run().spectrum));
        QVERIFY(desk.run().run.end() != FilterEnd::Diverged);
    }
    QVERIFY(type(named<QLineEdit>(desk.form, q("Random start")), q("7")));
    QVERIFY(desk.learns());
    QCOMPARE(desk.run().figure().task.seed, std::uint64_t{7});
}

void TstLearned::aRateAboveTheEdgeFliesApart()
{
    Desk desk;
    QVERIFY(desk.learns());
    const double edge = *desk.run().edge();
    auto* field = named<QLineEdit>(desk.form, q("Learning rate"));
    QVERIFY(type(field, QString::number(2 * edge, 'f', 3)));
    QVERIFY(desk.learns());
    QCOMPARE(desk.run().run.end(), FilterEnd::Diverged);
    QVERIFY(desk.learned.remark().sentence.contains(q("flies apart")));
    desk.learned.timeline()->toLast();
    QVERIFY(desk.page.canvas()->painter()->describe(desk.learned.look()).contains(q("flown apart")));
    QVERIFY(!isOneColour(desk.picture()));
    QVERIFY(desk.takes(q("Use the usual rate")));
    QVERIFY(desk.learns());
    QCOMPARE(desk.run().run.end(), FilterEnd::Learned);
    QVERIFY(desk.learned.remark().sentence.isEmpty());
}

void TstLearned::aPictureIsDrawn()
{
    Desk desk;
    QVERIFY(desk.learns());
    const TensorD before = desk.run().figure().wanted;
    const GridLayout wanted = desk.layout().part(LearnedPart::Wanted);
    const double ink = desk.page.canvas()->painter()->greatestOutput();
    const bool wasFull = before.at(0, 0, 2, 3) > 0.5 * ink;
    drag(*desk.page.canvas(), desk.placeIn(wanted, 2, 3), desk.placeIn(wanted, 5, 6));
    const LearnSetup setup = desk.learned.setup();
    QCOMPARE(setup.wanted, WantedKind::Picture);
    QCOMPARE(setup.picture->at(0, 0, 2, 3), wasFull ? 0 : ink);
    QCOMPARE(setup.picture->at(0, 0, 5, 6), wasFull ? 0 : ink);
    QCOMPARE(setup.picture->at(0, 0, 9, 9), before.at(0, 0, 9, 9));
    QVERIFY(desk.learns());
    QVERIFY(desk.run().figure().wanted == *setup.picture);
    QVERIFY(!desk.run().figure().hidden);
    desk.learned.timeline()->toLast();
    QVERIFY(!isOneColour(desk.picture()));
    desk.model.edit(noiseScene({6, 6})); // now it does not fit
    QVERIFY(desk.learned.hindrance() == LearnHindrance::PictureShape);
    QVERIFY(desk.takes(q("Want what the filter makes")));
    QVERIFY(desk.learns());
    QVERIFY(desk.run().figure().hidden);
}

void TstLearned::oddScenesAreNeverBlank_data()
{
    QTest::addColumn<ConvScene>("scene");
    const ConvScene scene = noiseScene();
    const auto row = [&](const char* name, auto change) {
        ConvScene odd = scene;
        change(odd);
        QTest::newRow(name) << odd;
    };
    row("blank", [](ConvScene& s) { s = withInput(s, [](int, int) { return 0; }); });
    row("flat", [](ConvScene& s) { s = withInput(s, [](int, int) { return 0.5; }); });
    row("1 × 1", [](ConvScene& s) { s = withInputSize(s, {1, 1}); });
    row("filter 1 × 1", [](ConvScene& s) { s = withKernelSize(s, {1, 1}); });
    row("filter of zeros", [](ConvScene& s) { s.kernel.data.assign(9, 0.0); });
    row("filter larger than the input", [](ConvScene& s) {
        s = withInputSize(s, {2, 2});
        s.paddingH = s.paddingW = {Padding::Kind::Full};
    });
    row("one output", [](ConvScene& s) {
        s = withInputSize(s, {3, 3});
        s.paddingH = s.paddingW = {Padding::Kind::Valid};
    });
    row("wide", [](ConvScene& s) { s = withInputSize(s, {2, 60}); });
    row("64 × 64, filter 15 × 15", [](ConvScene& s) {
        s = withInputSize(withKernelSize(s, {15, 15}), {64, 64});
    });
    row("three filters", [](ConvScene& s) { s = withFilters(s, 3); });
    row("three channels", [](ConvScene& s) { s = withChannels(s, 3); });
    row("stride 3, dilation 2", [](ConvScene& s) {
        s.stride = {3, 3};
        s.dilation = {2, 2};
    });
    row("reflected", [](ConvScene& s) { s.fill = Fill::Reflect; });
    row("numbers of a million", [](ConvScene& s) {
        for (double& x : s.input.data)
            x *= 1e6;
    });
    row("a line", [](ConvScene& s) {
        s.axes = 1;
        s.input = TensorD(1, {1, 1, 40});
        for (std::size_t i = 0; i < 40; ++i)
            s.input.data[i] = std::sin(0.7 * static_cast<double>(i)) + (i % 5 == 0 ? 1 : 0);
        s.kernel = TensorD(1, {1, 1, 5});
        s.kernel.data = {1, 2, 0, -1, 1};
    });
}

void TstLearned::oddScenesAreNeverBlank()
{
    QFETCH(ConvScene, scene);
    Desk desk(scene);
    QVERIFY(desk.isUp && desk.learns());
    QVERIFY(!desk.learned.hindrance());
    UpdateTimeline& timeline = *desk.learned.timeline();
    for (const double at : {0.0, 1.0, timeline.count() / 2.0, double(timeline.count())}) {
        timeline.seek(at);
        for (const bool showsInput : {false, true}) {
            desk.learned.change([&](LearnSetup& s) { s.showsInputGradient = showsInput; });
            QVERIFY(!isOneColour(desk.picture()));
            QVERIFY(!desk.page.canvas()->accessibleDescription().contains(q("nan")));
        }
    }
    if (desk.run().isBlank()) QCOMPARE(timeline.count(), 0);
}

void TstLearned::hindrancesHaveAWayOut_data()
{
    QTest::addColumn<ConvScene>("scene");
    QTest::addColumn<QString>("offer");
    ConvScene pooled = noiseScene();
    pooled.pooling = Pooling::Max;
    QTest::newRow("pooling") << pooled << q("Use a filter that averages");
    QTest::newRow("transposed") << withDirection(noiseScene(), true) << q("Use it forward");
}

void TstLearned::hindrancesHaveAWayOut()
{
    QFETCH(ConvScene, scene);
    QFETCH(QString, offer);
    Desk desk(scene);
    QVERIFY(desk.isUp);
    QVERIFY(desk.learned.hindrance());
    QVERIFY(!desk.learned.remark().sentence.isEmpty());
    QCoreApplication::processEvents();
    QVERIFY(!isOneColour(desk.picture()));
    QVERIFY(!buttonOf(desk.page, q("● Train"))->isEnabled());
    QVERIFY(desk.takes(offer));
    QVERIFY(!desk.learned.hindrance());
    QVERIFY(desk.learns());
    desk.undo.undo();
    QVERIFY(desk.model.scene() == scene);
    QVERIFY(desk.learned.hindrance());
    QVERIFY(!isOneColour(desk.picture()));
}

void TstLearned::whatNothingFixesIsTold()
{
    ConvScene stripes = withInput(noiseScene(), [](int, int c) { return c % 4 < 2 ? 1.0 : 0.0; });
    stripes.paddingH = stripes.paddingW = {Padding::Kind::Valid};
    Desk desk(stripes);
    QVERIFY(desk.learns());
    QCOMPARE(desk.run().spectrum.rank, 3);
    QVERIFY(desk.page.canvas()->accessibleDescription().contains(q("3 of 9")));
    desk.learned.timeline()->toLast();
    const FilterStep end = stepAt(desk.run().figure(), desk.run().run.weightsAt(desk.run().run.updates()));
    QVERIFY(end.loss < 1e-7);                                            // the outputs agree
    QVERIFY(largestGap(desk.run().run, desk.run().run.updates()) > 0.1); // the filters do not
    desk.model.edit(noiseScene());
    QVERIFY(desk.learns());
    QVERIFY(!desk.page.canvas()->accessibleDescription().contains(q("of 9")));
}

void TstLearned::statesComeBack()
{
    Desk desk;
    QVERIFY(desk.learns());
    desk.learned.change([](LearnSetup& s) {
        s.wanted = WantedKind::Average;
        s.seed = 3;
        s.method = DescentMethod::Momentum;
    });
    QVERIFY(desk.learns());
    desk.learned.timeline()->seek(12);
    const LearnSetup saved = desk.learned.setup();
    QCOMPARE(saved.update, 12.0);
    const QImage picture = desk.picture();
    Desk other;
    other.learned.open(saved);
    QVERIFY(other.learned.setup() == saved); // before there is a run
    QVERIFY(other.learns());
    QVERIFY(other.learned.setup() == saved);
    QCOMPARE(other.learned.timeline()->update(), 12);
    QVERIFY(other.picture() == picture);
}

void TstLearned::chipsDoWhatTheySay()
{
    Desk desk;
    QVERIFY(desk.learns());
    for (std::size_t i = 0; i < desk.learned.chips().size(); ++i) {
        const int count = static_cast<int>(desk.learned.chips()[i].values.size());
        for (int value = 0; value < count; ++value) {
            desk.learned.chips()[i].choose(value);
            QVERIFY(desk.learns());
            const ChipContent chip = desk.learned.chips()[i];
            QVERIFY2(chip.current == value, qPrintable(chip.name + u' ' + chip.values[value]));
        }
    }
}

void TstLearned::filesHaveEveryStop()
{
    Desk desk;
    QVERIFY(desk.learns());
    desk.learned.timeline()->seek(5);
    for (const Language language : {Language::English, Language::Greek}) {
        const auto file = desk.learned.exportable({{960, 600}, language, true});
        QVERIFY(file);
        QVERIFY(file->stops() > 20 && file->stops() < 60);
        QVERIFY(std::abs(durationOf(*file) - 20) < 5);
        QVERIFY(file->label(static_cast<int>(file->now)).contains(q("5")));
        const QImage first = paintedAt(*file, 1), last = paintedAt(*file, file->stops());
        QVERIFY(!isOneColour(first) && first != last);
        QVERIFY(file->describe(file->stops()).contains(QString::number(desk.run().run.updates())));
    }
}

void TstLearned::everySizeAndTheme_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize& size : {QSize(300, 240), QSize(600, 480), QSize(900, 640), QSize(1500, 860)})
        QTest::addRow("%d × %d", size.width(), size.height()) << size;
}

void TstLearned::everySizeAndTheme()
{
    QFETCH(QSize, size);
    Desk desk(noiseScene(), size);
    QVERIFY(desk.learns());
    desk.learned.timeline()->seek(5);
    const QImage light = desk.picture();
    PaintStyle dark;
    dark.theme = darkTheme();
    desk.page.setStyle(dark);
    QVERIFY(desk.picture() != light);
    const LearnedLayout& layout = desk.layout();
    const QRectF all(QPointF(), QSizeF(desk.page.canvas()->size()));
    for (const GridLayout& grid : layout.parts)
        QVERIFY(all.adjusted(-1, -1, 1, 1).contains(grid.box));
    if (size.width() < 480) return; // smaller than the page allows: painted, not measured
    for (const GridLayout& grid : layout.steps)
        QVERIFY(layout.stepCard.contains(grid.box));
    for (const GridLayout* grid : {&layout.found, &layout.hidden})
        QVERIFY(layout.curveCard.contains(grid->box));
}

void TstLearned::nothingIsLearnedUnseen()
{
    Bench<ManualClock> bench;
    QUndoStack undo;
    ConvModel model(bench.context, undo, 2, "lecture-example");
    LearnedModel learned(bench.context, model);
    LearnedPage page(learned);
    page.setStyle(PaintStyle());
    model.edit(noiseScene());
    QTest::qWait(50);
    QVERIFY(!learned.job().isRunning() && !learned.isReady());
}

QTEST_MAIN(TstLearned)
#include "tst_learned.moc"
