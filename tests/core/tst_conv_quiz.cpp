#include "core/lab/conv_presets.h"
#include "core/lab/conv_quiz.h"

#include <QTest>

using namespace hg;

namespace {

ConvScene lecture()
{
    return findConvPreset("lecture-example")->make();
}

} // namespace

class TstConvQuiz : public QObject {
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void sizes_data();
    void sizes();
    void bothSides_data();
    void bothSides();
};

void TstConvQuiz::values_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<double>("answer");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* name, int r, int c, double answer, Verdict verdict) {
        QTest::newRow(name) << r << c << answer << static_cast<int>(verdict);
    };
    row("right", 1, 1, 8 + 2, Verdict::Right); // the bias 2 is part of it
    row("right to two decimals", 1, 1, 10.004, Verdict::Right);
    row("the window without padding", 0, 0, 10 + 2, Verdict::ForgotPadding);
    row("the filter turned", 0, 0, 4 + 2, Verdict::ForgotFlip);
    row("the next window at stride 1", 2, 1, 10 + 2, Verdict::Right);
    row("stride 1", 1, 2, 9 + 2, Verdict::ForgotStride);
    row("the bias", 1, 1, 8, Verdict::ForgotBias);
    row("nonsense", 1, 1, 1000, Verdict::Wrong);
}

void TstConvQuiz::values()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(double, answer);
    QFETCH(int, verdict);
    ConvScene scene = lecture();
    scene.bias = {2};
    const auto figure = evaluate(scene);
    QCOMPARE(static_cast<int>(judgeValue(*figure, {row, column, 0}, answer)), verdict);
}

void TstConvQuiz::sizes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* id, int answer, Verdict verdict) {
        QTest::addRow("%s %d", id, answer) << QByteArray(id) << answer << static_cast<int>(verdict);
    };
    row("lecture-example", 3, Verdict::Right);
    row("lecture-example", 2, Verdict::ForgotPadding); // ⌊(5 − 3) / 2⌋ + 1
    row("lecture-example", 5, Verdict::ForgotStride);
    row("padding-strides-odd", 4, Verdict::ForgotFloor); // (6 + 2 − 3) / 2 rounded up, + 1
    row("padding-strides-odd", 2, Verdict::ForgotPadding);
    row("dilation", 5, Verdict::ForgotDilation);
    row("dilation", 2, Verdict::ForgotLastOne);
    row("dilation", 9, Verdict::Wrong);
    row("padding-strides-transposed", 5, Verdict::Right);
    row("padding-strides-transposed", 7, Verdict::ForgotPadding);
    row("padding-strides-transposed", 6, Verdict::ForgotStride);
}

void TstConvQuiz::sizes()
{
    QFETCH(QByteArray, id);
    QFETCH(int, answer);
    QFETCH(int, verdict);
    const auto figure = evaluate(findConvPreset(id.constData())->make());
    QCOMPARE(static_cast<int>(judgeSize(figure->geometry.w, figure->scene.isTransposed, answer)), verdict);
}

void TstConvQuiz::bothSides_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("ofRows");
    QTest::addColumn<int>("ofColumns");
    const auto row = [](int rows, int columns, Verdict ofRows, Verdict ofColumns) {
        QTest::addRow("%d x %d", rows, columns)
            << rows << columns << static_cast<int>(ofRows) << static_cast<int>(ofColumns);
    };
    row(5, 6, Verdict::Right, Verdict::Right);
    row(6, 5, Verdict::SwappedSides, Verdict::SwappedSides);
    row(5, 5, Verdict::Right, Verdict::ForgotOutputPadding);
    row(7, 8, Verdict::ForgotPadding, Verdict::ForgotPadding);
    row(7, 7, Verdict::ForgotPadding, Verdict::ForgotPadding); // the output padding too
    row(5, 99, Verdict::Right, Verdict::Wrong);
}

/// Rows crop 1 + 1 of 7; columns the same with an output padding of 1.
void TstConvQuiz::bothSides()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, ofRows);
    QFETCH(int, ofColumns);
    ConvScene scene = findConvPreset("padding-strides-transposed")->make();
    scene.outputPadding = {0, 1};
    const auto figure = evaluate(scene);
    const SizeVerdict verdict = judgeSizes(*figure, {rows, columns});
    QCOMPARE(static_cast<int>(verdict.rows), ofRows);
    QCOMPARE(static_cast<int>(verdict.columns), ofColumns);
}

QTEST_GUILESS_MAIN(TstConvQuiz)
#include "tst_conv_quiz.moc"
