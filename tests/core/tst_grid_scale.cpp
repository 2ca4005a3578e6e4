#include "core/lab/grid_scale.h"
#include "core/lab/input_pictures.h"

#include <QTest>

using namespace hg;

namespace {

/// Ten columns of half a second, eight rows of 100 Hz.
ConvScene spectrogram(int stride, Padding::Kind padding)
{
    ConvScene s = spectrogramScene({TensorD(1, {1, 8, 10}), 0.5, 100}, SpectrogramFilter::Onsets);
    s.stride = {stride, stride};
    s.paddingH = s.paddingW = {padding};
    return s;
}

} // namespace

/// Where seconds and Hz stand on the grids of a spectrogram.
class TstGridScale : public QObject {
    Q_OBJECT

private slots:
    void inputWithPadding();
    void outputs_data();
    void outputs();
    void anOutputThatBecomesTheInputKeepsItsScales();
    void plainNumbersHaveNone();
};

void TstGridScale::inputWithPadding()
{
    const auto figure = evaluate(spectrogram(1, Padding::Kind::Same)); // one cell on each side
    const SpectrogramScales s = inputScales(*figure);
    QCOMPARE(s.seconds.cellOf(0), 1.0);
    QCOMPARE(s.seconds.at(11), 5.0);
    QCOMPARE(s.hz.at(1), 800.0); // the highest band's upper edge
    QCOMPARE(s.hz.cellOf(0), 9.0);
}

void TstGridScale::outputs_data()
{
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("padding");
    QTest::addColumn<bool>("hasGhost");
    QTest::addColumn<double>("firstMiddle"); // in seconds
    QTest::addColumn<double>("secondMiddle");
    const auto row = [](const char* name, int stride, Padding::Kind padding, bool hasGhost, double first,
                        double second) {
        QTest::newRow(name) << stride << static_cast<int>(padding) << hasGhost << first << second;
    };
    row("same: as the input", 1, Padding::Kind::Same, false, 0.25, 0.75);
    row("valid: one column later", 1, Padding::Kind::Valid, false, 0.75, 1.25);
    row("stride 2: twice as fast", 2, Padding::Kind::Valid, false, 0.75, 1.75);
    row("stride 2 with its ghost", 2, Padding::Kind::Valid, true, 0.75, 1.25);
}

void TstGridScale::outputs()
{
    QFETCH(int, stride);
    QFETCH(int, padding);
    QFETCH(bool, hasGhost);
    QFETCH(double, firstMiddle);
    QFETCH(double, secondMiddle);
    const auto figure = evaluate(spectrogram(stride, static_cast<Padding::Kind>(padding)));
    const SpectrogramScales s = outputScales(*figure, hasGhost);
    QCOMPARE(s.seconds.at(0.5), firstMiddle);
    QCOMPARE(s.seconds.at(1.5), secondMiddle);
    QCOMPARE(s.hz.at(0.5), 800 - 200 * firstMiddle); // rows are as far apart, from above
}

void TstGridScale::anOutputThatBecomesTheInputKeepsItsScales()
{
    const auto next = appliedAgain(*evaluate(spectrogram(2, Padding::Kind::Valid)));
    QCOMPARE(next->secondsPerColumn, 1.0);
    QCOMPARE(next->hzPerRow, 200.0);
}

void TstGridScale::plainNumbersHaveNone()
{
    const auto scene = withInput(spectrogram(1, Padding::Kind::Same), TensorD(1, {1, 5, 5}));
    QCOMPARE(scene->secondsPerColumn, 0.0);
    QCOMPARE(scene->hzPerRow, 0.0);
}

QTEST_GUILESS_MAIN(TstGridScale)
#include "tst_grid_scale.moc"
