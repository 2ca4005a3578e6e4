#include "core/engine/code_dial.h"
#include "core/lab/dial_moves.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace hg;

namespace {

double determinantOf(const DialMatrix& m)
{
    return m[0] * m[3] - m[1] * m[2];
}

bool isNear(const DialMatrix& a, const DialMatrix& b, double apart = 2e-6)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::abs(a[i] - b[i]) > apart) return false;
    return true;
}

} // namespace

class TstDialMoves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAllowedIsTaken();
    void theDeterminantStops();
    void entriesStop();
    void arrowsAreColumnsOfTheInverse();
    void arrowsDoNotComeOntoOneLine();
    void everyMoveIsADial();
    void buttonsComeBack();
    void alongTheAxesOfAMap_data();
    void alongTheAxesOfAMap();
};

void TstDialMoves::whatIsAllowedIsTaken()
{
    const DialMove move = moveDial(dialAsTrained, {1, 0.5, -0.5, 1.5});
    QCOMPARE(move.matrix, (DialMatrix{1, 0.5, -0.5, 1.5}));
    QVERIFY(move.stop == DialStop::None);
    // Twenty steps of a twentieth are one.
    DialMatrix m = dialAsTrained;
    for (int i = 0; i < 20; ++i)
        m = moveDial(m, {m[0], m[1] + 0.05, m[2], m[3]}).matrix;
    QCOMPARE(m[1], 1.0);
}

void TstDialMoves::theDeterminantStops()
{
    const DialMove line = moveDial({1, 1, 0, 1}, {1, 1, 1, 1}), flat = moveDial(dialAsTrained, {0, 0, 0, 1});
    QVERIFY(line.stop == DialStop::Line);
    QVERIFY(flat.stop == DialStop::Small);
    for (const DialMatrix& m : {line.matrix, flat.matrix}) {
        QVERIFY(isDial(m));
        QVERIFY(std::abs(std::abs(determinantOf(m)) - leastDeterminant) < 1e-4);
    }
    // From there it does not fall back, and can be left again.
    QVERIFY(isNear(moveDial(line.matrix, {1, 1, 1, 1}).matrix, line.matrix));
    QVERIFY(moveDial(line.matrix, {1, 1, 0.5, 1}).stop == DialStop::None);
    // On the other side everything is mirrored, and allowed.
    QVERIFY(moveDial({1, 1, 0, 1}, {1, 1, 2, 1}).stop == DialStop::None);
}

void TstDialMoves::entriesStop()
{
    const DialMove move = stretchDial({3, 0, 0, 1});
    QVERIFY(move.stop == DialStop::Large);
    QVERIFY(move.matrix[0] <= largestInDial && move.matrix[0] > 3.99);
}

void TstDialMoves::arrowsAreColumnsOfTheInverse()
{
    const DialMatrix m{1, 0.5, -0.5, 1.5};
    const auto inverse = *inverseOf(m);
    for (const int arrow : {0, 1}) {
        const auto tip = arrowOf(m, arrow);
        QCOMPARE(tip[0], inverse[static_cast<std::size_t>(arrow)]);
        QCOMPARE(tip[1], inverse[static_cast<std::size_t>(2 + arrow)]);
        const DialMove moved = moveArrow(m, arrow, {0.9, 0.8});
        QVERIFY(moved.stop == DialStop::None);
        QVERIFY(std::abs(arrowOf(moved.matrix, arrow)[0] - 0.9) < 1e-5);
        QVERIFY(std::abs(arrowOf(moved.matrix, arrow)[1] - 0.8) < 1e-5);
        QVERIFY(std::abs(arrowOf(moved.matrix, 1 - arrow)[0] - arrowOf(m, 1 - arrow)[0]) < 1e-5);
    }
}

void TstDialMoves::arrowsDoNotComeOntoOneLine()
{
    const DialMove line = moveArrow(dialAsTrained, 0, {0.001, 1}), none = moveArrow(dialAsTrained, 0, {0, 0}),
                   far = moveArrow(dialAsTrained, 0, {100, 0});
    QVERIFY(line.stop == DialStop::Line);
    QVERIFY(none.stop == DialStop::Large);
    QVERIFY(far.stop == DialStop::Small);
    for (const DialMove& move : {line, none, far})
        QVERIFY(isDial(move.matrix) && move.matrix != dialAsTrained);
}

void TstDialMoves::everyMoveIsADial()
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> entry(-6, 6), place(-30, 30);
    DialMatrix m = dialAsTrained;
    for (int i = 0; i < 4000; ++i) {
        const DialMove move = i % 3 == 0 ? moveArrow(m, i % 2, {place(random), place(random)})
                              : i % 3 == 1
                                  ? moveArrow(m, i % 2, {entry(random) / 6, entry(random) / 6})
                                  : moveDial(m, {entry(random), entry(random), entry(random), entry(random)});
        QVERIFY2(isDial(move.matrix), qPrintable(QString::number(i)));
        QCOMPARE(move == DialMove{move.matrix}, move.stop == DialStop::None);
        m = move.matrix;
    }
}

void TstDialMoves::buttonsComeBack()
{
    const DialMatrix m{1, 0.5, -0.5, 1.5};
    DialMatrix turned = m;
    for (int i = 0; i < 12; ++i)
        turned = turnDial(turned, 30).matrix;
    QVERIFY(isNear(turned, m, 1e-5));
    QCOMPARE(swapDial(swapDial(m).matrix).matrix, m);
    QVERIFY(std::abs(determinantOf(stretchDial(m).matrix) - determinantOf(m)) < 1e-5);
}

void TstDialMoves::alongTheAxesOfAMap_data()
{
    QTest::addColumn<std::vector<double>>("map");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("identity") << std::vector<double>{1, 0, 0, 1} << true;
    QTest::newRow("large") << std::vector<double>{300, 20, -70, 90} << true;
    QTest::newRow("small") << std::vector<double>{0.003, 0.001, 0.002, -0.004} << true;
    QTest::newRow("axes of unlike units") << std::vector<double>{900, 300, 0.1, 0.2} << true;
    QTest::newRow("nearly flat") << std::vector<double>{1, 1, 1, 1.02} << true;
    QTest::newRow("flat") << std::vector<double>{1, 1, 1, 1} << false;
    QTest::newRow("nothing") << std::vector<double>{0, 0, 0, 0} << false;
    QTest::newRow("not finite") << std::vector<double>{NAN, 0, 0, 1} << false;
}

/// Where the new code is 1 along one of its axes, the map is along one of its own.
void TstDialMoves::alongTheAxesOfAMap()
{
    QFETCH(std::vector<double>, map);
    QFETCH(bool, isThere);
    const auto m = dialAlong(map);
    QCOMPARE(m.has_value(), isThere);
    if (!m) return;
    QVERIFY(isDial(*m));
    for (const int axis : {0, 1}) {
        const auto tip = arrowOf(*m, axis);
        const double along = map[0] * tip[0] + map[1] * tip[1], up = map[2] * tip[0] + map[3] * tip[1];
        const double first = std::hypot(map[0], map[1]), second = std::hypot(map[2], map[3]);
        const double off = axis == 0 ? up / second : along / first;
        QVERIFY2(std::abs(off) < 1e-3 * std::hypot(tip[0], tip[1]), qPrintable(QString::number(off)));
    }
}

QTEST_APPLESS_MAIN(TstDialMoves)
#include "tst_dial_moves.moc"
