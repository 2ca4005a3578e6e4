#include "core/lab/conv_moment.h"
#include "core/lab/conv_presets.h"
#include "core/lab/size_formula.h"
#include "core/lab/stamps.h"

#include <QTest>

#include <set>

using namespace hg;

namespace {

std::string text(const std::vector<FormulaPiece>& pieces)
{
    std::string all;
    for (const auto& p : pieces)
        all += p.text;
    return all;
}

ConvScene preset(const char* id)
{
    return findConvPreset(id)->make();
}

} // namespace

class TstConvScene : public QObject {
    Q_OBJECT

private slots:
    void poolingNeedsInput();
    void lectureExampleIsRight();
    void publishedNumbers();
    void everyPresetWorks_data();
    void everyPresetWorks();
    void strideOneKeepsEverySecond();
    void momentsCoverEveryPositionInOrder();
    void noGlideAcrossARowEnd();
    void stampsAddUpToTheOutput_data();
    void stampsAddUpToTheOutput();
    void stampsOfOneCellAreThoseOfAll_data();
    void stampsOfOneCellAreThoseOfAll();
    void formulas();
    void impossibleScenesHaveAWayOut_data();
    void impossibleScenesHaveAWayOut();
    void resizingKeepsNumbers();
};

void TstConvScene::poolingNeedsInput()
{
    ConvScene scene;
    scene.pooling = Pooling::Average;
    scene.input = TensorD(1, {1, 3, 4});
    scene.kernel = TensorD(1, {1, 2, 2});
    scene.paddingH = {Padding::Kind::Explicit, 1, 1};
    scene.paddingW = {Padding::Kind::Explicit, 1, 3};
    const auto geometry = geometryOf(scene);
    QVERIFY(!geometry);
    QVERIFY(geometry.error() == (Error{ErrorCode::WindowEmpty, {}, {0, 5}}));
    const auto working = nearestWorking(scene);
    QVERIFY(working && geometryOf(*working));
    scene.paddingW.after = 1;
    QVERIFY(geometryOf(scene));
}

void TstConvScene::lectureExampleIsRight()
{
    const auto figure = evaluate(preset("lecture-example"));
    QVERIFY(figure);
    const std::vector<double> expected{1, 5, 6, 7, 8, 3, 3, 10, 4};
    QCOMPARE(figure->output.data, expected);
}

/// Figures 1.1 and 1.2 of the guide; the lecture's waveform leaves one of 22 samples unread.
void TstConvScene::publishedNumbers()
{
    QCOMPARE(evaluate(preset("numerical-no-padding-no-strides"))->output.data,
             (std::vector<double>{12, 12, 17, 10, 17, 19, 9, 6, 14}));
    QCOMPARE(evaluate(preset("numerical-padding-strides"))->output.data,
             (std::vector<double>{6, 17, 3, 8, 17, 13, 6, 4, 4}));
    QCOMPARE(evaluate(preset("max-pooling"))->output.data, (std::vector<double>{3, 3, 3, 3, 3, 3, 3, 2, 3}));
    QCOMPARE(evaluate(preset("lecture-1d-valid"))->geometry.w.unreadTail(), 1);
}

void TstConvScene::everyPresetWorks_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("rows");
    const auto row = [](const char* id, int columns, int rows = 0) {
        QTest::newRow(id) << QByteArray(id) << columns << (rows > 0 ? rows : columns);
    };
    row("lecture-example", 3);
    row("lecture-2d-full", 5);
    row("no-padding-no-strides", 2);
    row("arbitrary-padding-no-strides", 6);
    row("half-padding-no-strides", 5);
    row("full-padding-no-strides", 7);
    row("no-padding-strides", 2);
    row("padding-strides", 3);
    row("padding-strides-odd", 3);
    row("dilation", 3);
    row("numerical-no-padding-no-strides", 3);
    row("numerical-padding-strides", 3);
    row("average-pooling", 3);
    row("max-pooling", 3);
    row("no-padding-no-strides-transposed", 4);
    row("arbitrary-padding-no-strides-transposed", 5);
    row("half-padding-no-strides-transposed", 5);
    row("full-padding-no-strides-transposed", 5);
    row("no-padding-strides-transposed", 5);
    row("padding-strides-transposed", 5);
    row("padding-strides-odd-transposed", 6);
    row("receptive-encoder", 28);
    row("receptive-five", 28);
    row("receptive-dilated", 28);
    row("checkerboards", 14);
    row("vertical-edge", 8);
    row("four-edges", 20);
    row("colours", 3);
    row("box-blur", 8);
    row("lecture-1d-full", 7, 1);
    row("lecture-1d-valid", 7, 1);
    row("moving-average", 28, 1);
    row("derivative", 12, 1);
    row("causal-dilated", 12, 1);
    row("same-even", 3, 1);
    row("stretched", 5, 1);
    row("max-pooling-1d", 4, 1);
    QCOMPARE(convPresets().size(), std::size_t{46}); // a new preset gets a row
}

void TstConvScene::everyPresetWorks()
{
    QFETCH(QByteArray, id);
    QFETCH(int, size);
    const auto figure = evaluate(preset(id.constData()));
    QVERIFY(figure);
    QFETCH(int, rows);
    QCOMPARE(figure->outputShape().height, rows);
    QCOMPARE(figure->outputShape().width, size);
}

void TstConvScene::strideOneKeepsEverySecond()
{
    const auto figure = evaluate(preset("lecture-example"));
    QVERIFY(figure && figure->strideOne);
    QCOMPARE(figure->strideOne->shape.height, 5);
    QCOMPARE(figure->output, outputOf(figure->scene, figure->geometry)); // summed with the stride
    QVERIFY(!evaluate(preset("half-padding-no-strides"))->strideOne);
}

void TstConvScene::momentsCoverEveryPositionInOrder()
{
    const auto figure = evaluate(preset("lecture-example"));
    std::set<int> seen;
    int last = 0;
    for (double t = 0; t <= 9.0; t += 0.01) {
        const ConvMoment m = momentAt(*figure, t);
        QVERIFY(m.position >= last && m.position <= last + 1);
        last = m.position;
        seen.insert(m.position);
        QVERIFY(m.termsShare >= m.writeShare);
    }
    QCOMPARE(seen.size(), std::size_t{9});
    for (int stop = 1; stop <= 9; ++stop) {
        const ConvMoment m = momentAt(*figure, stop);
        QCOMPARE(m.position, stop - 1);
        QCOMPARE(m.writeShare, 1.0);
        QCOMPARE(m.windowColumn, static_cast<double>(m.column));
    }
    QCOMPARE(momentAt(*figure, 0).writeShare, 0.0);
    QCOMPARE(momentAt(*figure, 1e9).position, 8);
    QCOMPARE(momentAt(*figure, -3).position, 0);
}

void TstConvScene::noGlideAcrossARowEnd()
{
    const auto figure = evaluate(preset("lecture-example"));
    QCOMPARE(momentAt(*figure, 3.05).windowColumn, 0.0); // the fourth position begins row 2
    const double between = momentAt(*figure, 4.15).windowColumn;
    QVERIFY(between > 0 && between < 1);
}

void TstConvScene::stampsAddUpToTheOutput_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("no crop") << QByteArray("no-padding-strides-transposed");
    QTest::newRow("crop 1") << QByteArray("padding-strides-transposed");
}

void TstConvScene::stampsAddUpToTheOutput()
{
    QFETCH(QByteArray, id);
    const auto figure = evaluate(preset(id.constData()));
    const StampedOutput all = stampedOutput(*figure, figure->positionCount());
    for (int r = 0; r < figure->outputShape().height; ++r)
        for (int c = 0; c < figure->outputShape().width; ++c)
            QCOMPARE(all.values.at(0, 0, r + all.cropTop, c + all.cropLeft), figure->output.at(0, 0, r, c));
    const StampedOutput none = stampedOutput(*figure, 0);
    for (const double v : none.values.data)
        QCOMPARE(v, 0.0);
}

void TstConvScene::stampsOfOneCellAreThoseOfAll_data()
{
    QTest::addColumn<Axes>("stride");
    QTest::addColumn<Axes>("dilation");
    QTest::addColumn<Padding>("padding");
    const Padding valid{Padding::Kind::Valid}, cropped{Padding::Kind::Explicit, 1, 2};
    QTest::newRow("overlapping") << Axes{1, 1} << Axes{1, 1} << valid;
    QTest::newRow("cropped") << Axes{2, 2} << Axes{1, 1} << cropped;
    QTest::newRow("gaps between the stamps") << Axes{4, 5} << Axes{1, 1} << valid;
    QTest::newRow("gaps inside them") << Axes{2, 1} << Axes{2, 3} << cropped;
}

/// One cell against the whole output, before and after every stamp.
void TstConvScene::stampsOfOneCellAreThoseOfAll()
{
    QFETCH(Axes, stride);
    QFETCH(Axes, dilation);
    QFETCH(Padding, padding);
    ConvScene scene =
        withDirection(withFilters(withChannels(preset("no-padding-strides-transposed"), 2), 2), true);
    scene.stride = stride;
    scene.dilation = dilation;
    scene.paddingH = scene.paddingW = padding;
    scene.bias = {0.5, -2};
    const auto figure = evaluate(scene);
    QVERIFY(figure);
    const Stamps stamps(*figure);
    const int places = figure->positionCount();
    const TensorD end = stampedOutput(*figure, places).values;
    QCOMPARE(stamps.size(), (Axes{end.shape.height, end.shape.width}));
    for (int count = 0; count <= places; ++count) {
        const TensorD now = stampedOutput(*figure, count).values;
        const auto [first, last] = stamps.openRows(count);
        for (int r = 0; r < end.shape.height; ++r) {
            int waiting = 0;
            for (int c = 0; c < end.shape.width; ++c) {
                for (int f = 0; f < 2; ++f)
                    QCOMPARE(stamps.valueAt(f, r, c, count), now.at(0, f, r, c));
                if (stamps.isFinished(r, c, count)) QCOMPARE(now.at(0, 0, r, c), end.at(0, 0, r, c));
                if (!stamps.isBegun(r, c, count)) QCOMPARE(now.at(0, 0, r, c), 0.5);
                if (stamps.isOpen(r, c, count)) QVERIFY(r >= first && r <= last);
                if (count == places) QVERIFY(!stamps.isOpen(r, c, count));
                if (count == 0) QVERIFY(!stamps.isBegun(r, c, count));
                if (!stamps.isFinished(r, c, count) && stamps.isFinished(r, c, places)) ++waiting;
            }
            QCOMPARE(stamps.isRowFinished(r, count), waiting == 0);
        }
    }
}

void TstConvScene::formulas()
{
    QCOMPARE(text(sizeFormula(evaluate(preset("lecture-example"))->geometry.h, false)),
             std::string("⌊(5 + 1 + 1 − 3) / 2⌋ + 1 = 3"));
    QCOMPARE(text(sizeFormula(evaluate(preset("dilation"))->geometry.h, false)),
             std::string("⌊(7 + 0 + 0 − ((3 − 1) · 2 + 1)) / 1⌋ + 1 = 3"));
    QCOMPARE(text(sizeFormula(evaluate(preset("padding-strides-transposed"))->geometry.h, true)),
             std::string("(3 − 1) · 2 + 3 − 1 − 1 = 5"));
}

void TstConvScene::impossibleScenesHaveAWayOut_data()
{
    QTest::addColumn<ConvScene>("scene");
    const auto row = [](const char* name, auto change) {
        ConvScene s = preset("lecture-example");
        change(s);
        QTest::newRow(name) << s;
    };
    row("dilation too large", [](ConvScene& s) {
        s.dilation = {8, 8};
        s.paddingH = s.paddingW = {};
    });
    row("kernel larger than the input", [](ConvScene& s) {
        s = withKernelSize(s, {7, 7});
        s.paddingH = s.paddingW = {};
    });
    row("pytorch same with a stride", [](ConvScene& s) { s.convention = Convention::PyTorch; });
    row("reflect too wide", [](ConvScene& s) {
        s.paddingH = s.paddingW = {Padding::Kind::Explicit, 5, 5};
        s.fill = Fill::Reflect;
    });
    row("everything cropped", [](ConvScene& s) {
        s.isTransposed = true;
        s.paddingH = s.paddingW = {Padding::Kind::Explicit, 9, 9};
    });
    row("transposed with reflect", [](ConvScene& s) {
        s.isTransposed = true;
        s.fill = Fill::Reflect;
    });
    row("output padding too large", [](ConvScene& s) {
        s.isTransposed = true;
        s.paddingH = s.paddingW = {Padding::Kind::Explicit, 1, 1};
        s.outputPadding = {5, 5};
    });
}

void TstConvScene::impossibleScenesHaveAWayOut()
{
    QFETCH(ConvScene, scene);
    QVERIFY(!evaluate(scene));
    const auto way = nearestWorking(scene);
    QVERIFY(way);
    QVERIFY(evaluate(*way));
}

void TstConvScene::resizingKeepsNumbers()
{
    const ConvScene s = preset("lecture-example");
    const ConvScene larger = withInputSize(s, {7, 6});
    for (int r = 0; r < 5; ++r)
        for (int c = 0; c < 5; ++c)
            QCOMPARE(larger.input.at(0, 0, r, c), s.input.at(0, 0, r, c));
    QVERIFY(withInputSize(larger, {5, 5}) == s);
}

QTEST_APPLESS_MAIN(TstConvScene)
#include "tst_conv_scene.moc"
