#include "core/lab/conv_presets.h"
#include "core/lab/solved_layers.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace hg;

/// What the tab Solve shows of the size formula backwards.
class TstSolvedLayers : public QObject {
    Q_OBJECT

private slots:
    void theExampleIsThePictures();
    void theRowIsFoundAgain();
    void turnedRoundItIsTheSame();
    void nearestAreOfTheSetup_data();
    void nearestAreOfTheSetup();
    void placesAreWhatTapsRead();
    void parentsComeToTheSame();
    void transposedLayersHaveParents();
    void shiftedMirrors();
    void scenesFit_data();
    void scenesFit();
};

void TstSolvedLayers::theExampleIsThePictures()
{
    const SolvedLayers layers = solvedLayers(findConvPreset("28-to-14")->view.solve);
    QCOMPARE(layers.rows.size(), std::size_t(8));
    QCOMPARE(layers.chosen(), 2);
    QCOMPARE(layers.commonStride, std::optional(2));
    QCOMPARE(layers.inKeras, 6);
    QCOMPARE(layers.inPytorch, 6);
    QVERIFY(!layers.hasDilations);
    QVERIFY(layers.nearest.empty());
    QVERIFY(solvedLayers({.from = 5, .to = 3}).commonStride == std::nullopt);
}

void TstSolvedLayers::theRowIsFoundAgain()
{
    for (const SizePair sizes : {SizePair{28, 14}, SizePair{5, 3}, SizePair{3, 1}, SizePair{7, 9}}) {
        SolveSetup setup{.from = sizes.from, .to = sizes.to, .limits = {5, 3, 2, true}};
        const SolvedLayers all = solvedLayers(setup);
        QVERIFY(!all.rows.empty());
        for (std::size_t i = 0; i < all.rows.size(); ++i) {
            setup.row = rowOf(all.rows[i]);
            QCOMPARE(solvedLayers(setup).chosen(), static_cast<int>(i));
        }
        setup.row = SolvedRow{9, 9, 9, 9};
        QCOMPARE(solvedLayers(setup).chosen(), 0);
    }
}

void TstSolvedLayers::turnedRoundItIsTheSame()
{
    const SolveSetup setup{.from = 9, .to = 5, .row = SolvedRow{3, 2, 1, 1}}, turned = turnedRound(setup);
    QCOMPARE(turned.from, 5);
    QCOMPARE(turned.to, 9);
    QVERIFY(turned.beginsWithDecoder);
    QVERIFY(turnedRound(turned) == setup);
    const SolvedLayers one = solvedLayers(setup), other = solvedLayers(turned);
    QCOMPARE(one.directSizes(), other.directSizes());
    QCOMPARE(one.chosen(), other.chosen());
    QCOMPARE(one.rows.size(), other.rows.size());
}

void TstSolvedLayers::nearestAreOfTheSetup_data()
{
    QTest::addColumn<SolveSetup>("setup");
    QTest::newRow("encoder") << SolveSetup{.from = 28, .to = 20};
    QTest::newRow("decoder") << SolveSetup{.from = 20, .to = 28, .beginsWithDecoder = true};
    QTest::newRow("one cell, stride 1") << SolveSetup{.from = 30, .to = 2, .limits = {1, 1}};
}

void TstSolvedLayers::nearestAreOfTheSetup()
{
    QFETCH(SolveSetup, setup);
    const SolvedLayers layers = solvedLayers(setup);
    QVERIFY(layers.rows.empty() && !layers.nearest.empty());
    QCOMPARE(layers.chosen(), 0);
    for (const SizePair& pair : layers.nearest) {
        QVERIFY(pair.from == setup.from || pair.to == setup.to);
        SolveSetup near = setup;
        near.from = pair.from;
        near.to = pair.to;
        QVERIFY(!solvedLayers(near).rows.empty());
    }
}

void TstSolvedLayers::placesAreWhatTapsRead()
{
    int unread = 0;
    for (const SizePair sizes : {SizePair{28, 14}, SizePair{9, 4}, SizePair{7, 2}, SizePair{5, 6}})
        for (const GeometrySolution& row :
             solvedLayers({.from = sizes.from, .to = sizes.to, .limits = {5, 4, 2}}).rows) {
            std::vector<int> read;
            for (int o = 0; o < row.direct.output; ++o)
                for (const Tap& tap : tapsOfOutput(row.direct, o))
                    read.push_back(tap.index);
            for (int i = -row.direct.padBefore; i < row.direct.input + row.direct.padAfter; ++i) {
                const bool isRead = std::find(read.begin(), read.end(), i) != read.end(),
                           isInside = i >= 0 && i < row.direct.input;
                unread += !isRead;
                QCOMPARE(placeKindAt(row.direct, i), isInside
                                                         ? isRead ? PlaceKind::Input : PlaceKind::UnreadInput
                                                     : isRead ? PlaceKind::Padding
                                                              : PlaceKind::UnreadPadding);
            }
        }
    QVERIFY(unread > 20);
}

void TstSolvedLayers::parentsComeToTheSame()
{
    for (const GeometrySolution& row : solvedLayers({.from = 28, .to = 14}).rows) {
        const SizePair parents = parentsOf(row.direct);
        QCOMPARE(parents.to - parents.from, 1);
        for (int n = parents.from - 1; n <= parents.to + 1; ++n) {
            const AxisChoice choice{n,
                                    row.direct.kernel,
                                    row.direct.stride,
                                    1,
                                    {Padding::Kind::Explicit, row.direct.padBefore, row.direct.padAfter}};
            const auto axis = forwardAxis(choice, Convention::Keras);
            QVERIFY(axis);
            QCOMPARE(axis->output == 14, n >= parents.from && n <= parents.to);
        }
    }
}

/// Of transposed layers, whatever their output padding: its parents, and no neighbour, go forward to the size
/// that it began with.
void TstSolvedLayers::transposedLayersHaveParents()
{
    std::mt19937 random(5);
    const auto from = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    int seen = 0;
    for (int trial = 0; trial < 4000; ++trial) {
        AxisChoice choice{from(2, 9), from(1, 5), from(1, 4), from(1, 2)};
        const int reach = (choice.kernel - 1) * choice.dilation;
        choice.padding = {Padding::Kind::Explicit, from(0, reach), from(0, reach)};
        const int extra = from(0, std::max(choice.stride, choice.dilation) - 1);
        auto axis = transposedAxis(choice, Convention::PyTorch, extra);
        if (!axis || axis->input <= extra) continue;
        ++seen;
        axis->padAfter += extra;
        const SizePair parents = parentsOf(*axis);
        QCOMPARE(parents, (SizePair{axis->input - extra, axis->input - extra + choice.stride - 1}));
        for (int size = parents.from - 1; size <= parents.to + 1; ++size) {
            AxisChoice direct = choice;
            direct.input = size;
            const auto forward = forwardAxis(direct, Convention::PyTorch);
            QCOMPARE(forward && forward->output == choice.input, size >= parents.from && size <= parents.to);
        }
    }
    QVERIFY(seen > 1000);
}

void TstSolvedLayers::shiftedMirrors()
{
    const SolvedLayers layers = solvedLayers({.from = 28, .to = 14});
    QVERIFY(shiftedMirror(layers, 2) == (ShiftedMirror{3, true, 1})); // 3/2, 0 + 1: PyTorch's 1 + 1
    QVERIFY(shiftedMirror(layers, 3) == (ShiftedMirror{2, false, 1}));
    QVERIFY(!shiftedMirror(layers, 4)); // 4/2 has one row
}

void TstSolvedLayers::scenesFit_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id :
         {"28-to-14", "lecture-example", "max-pooling", "average-pooling", "four-edges", "colours",
          "transposed-3-2", "same-even", "max-pooling-1d", "stretched", "causal-dilated"})
        QTest::newRow(id) << QByteArray(id);
}

void TstSolvedLayers::scenesFit()
{
    QFETCH(QByteArray, id);
    const ConvScene scene = findConvPreset(id.constData())->make();
    for (const GeometrySolution& row : solvedLayers({.from = 28, .to = 14}).rows) {
        const auto pair = scenesOf(scene, row);
        QVERIFY(pair);
        const auto encoder = evaluate(pair->encoder), decoder = evaluate(pair->decoder);
        QVERIFY(encoder && decoder);
        QVERIFY(decoder->geometry.w == row.mirror);
        QCOMPARE(encoder->geometry.w.output, 14);
        QCOMPARE(decoder->outputShape(), encoder->inputShape());
        QCOMPARE(encoder->outputShape(), decoder->inputShape());
        QCOMPARE(pair->encoder.channels(), scene.channels());
        const auto again = scenesOf(pair->encoder, row);
        QVERIFY(again && again->encoder == pair->encoder && again->decoder == pair->decoder);
    }
}

QTEST_APPLESS_MAIN(TstSolvedLayers)
#include "tst_solved_layers.moc"
