#include "core/embed/alignment.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

using namespace hg;

namespace {

std::vector<float> normalRows(std::size_t numbers, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> rows(numbers);
    for (float& x : rows)
        x = normal(random);
    return rows;
}

/// A row by row, then t.
using Affine = std::array<float, 6>;

/// Rows of two numbers, each mapped by A·c + t and widened by noise.
std::vector<float> mapped(const std::vector<float>& codes, Affine map, float noise = 0)
{
    const auto stray = normalRows(codes.size(), 99);
    std::vector<float> out(codes.size());
    for (std::size_t i = 0; i < codes.size(); i += 2) {
        out[i] = map[0] * codes[i] + map[1] * codes[i + 1] + map[4] + noise * stray[i];
        out[i + 1] = map[2] * codes[i] + map[3] * codes[i + 1] + map[5] + noise * stray[i + 1];
    }
    return out;
}

} // namespace

class TstAlignment : public QObject {
    Q_OBJECT

private slots:
    void anglesOfKnownAxes_data();
    void anglesOfKnownAxes();
    void axesAreComparedOneByOne();
    void nothingIsLeftOfAffineMaps_data();
    void nothingIsLeftOfAffineMaps();
    void noiseIsLeft();
    void codesOnALineMissAnAxis();
    void strangersLeaveEverything();
    void scoresThatDoNotVary();
};

void TstAlignment::anglesOfKnownAxes_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {0.0, 1e-9, 1e-5, 0.1, 30.0, 45.0, 89.9999, 90.0})
        QTest::addRow("%g", degrees) << degrees;
}

void TstAlignment::anglesOfKnownAxes()
{
    QFETCH(double, degrees);
    const double angle = degrees * std::numbers::pi / 180;
    for (const double length : {1e-200, 1.0, -7.0, 1e200}) {
        const std::vector<double> a{0, 3, 0}, b{0, length * std::cos(angle), length * std::sin(angle)};
        const double found = axisAngles(a, b, 1)[0];
        QVERIFY2(std::abs(found - degrees) <= 1e-12 * degrees + 1e-300, qPrintable(QString::number(found)));
    }
}

void TstAlignment::axesAreComparedOneByOne()
{
    // The same plane, its axes exchanged: the span agrees, no axis does.
    QCOMPARE(axisAngles(std::vector<double>{1, 0, 0, 0, 1, 0}, std::vector<double>{0, 1, 0, 1, 0, 0}, 2),
             (std::vector<double>{90, 90}));
    const auto angles = axisAngles(std::vector<double>{1, 0, 0, 0}, std::vector<double>{-2, 0, 0, 1}, 2);
    QCOMPARE(angles[0], 0.0);
    QCOMPARE(angles[1], 90.0); // an axis of no length points nowhere
}

void TstAlignment::nothingIsLeftOfAffineMaps_data()
{
    QTest::addColumn<Affine>("map");
    QTest::newRow("as they are") << Affine{1, 0, 0, 1, 0, 0};
    QTest::newRow("turned and moved") << Affine{0.6f, -0.8f, 0.8f, 0.6f, 5, -3};
    QTest::newRow("sheared and mirrored") << Affine{-1, 0.5f, 0, 1.5f, 0, 0};
    QTest::newRow("of very different size") << Affine{1e-4f, 0, 0, 1e4f, 1, 1};
}

void TstAlignment::nothingIsLeftOfAffineMaps()
{
    QFETCH(Affine, map);
    const auto codes = normalRows(2000, 1);
    QVERIFY(affineResidual(codes, mapped(codes, map), 1000) < 1e-12);
}

void TstAlignment::noiseIsLeft()
{
    const auto codes = normalRows(20000, 1);
    const double residual = affineResidual(codes, mapped(codes, {1, 0, 0, 1, 2, 3}, 0.5f), 10000);
    QVERIFY(std::abs(residual - 0.25 / 1.25) < 0.01);
}

void TstAlignment::codesOnALineMissAnAxis()
{
    const auto scores = normalRows(20000, 1);
    const double half = affineResidual(mapped(scores, {1, 0, 3, 0, 0, 1}), scores, 10000);
    QVERIFY(std::abs(half - 0.5) < 0.02);
}

void TstAlignment::strangersLeaveEverything()
{
    const auto scores = normalRows(20000, 1), others = normalRows(20000, 2);
    QVERIFY(affineResidual(others, scores, 10000) > 0.99);
    const std::vector<float> dead(20000, 0.5f);
    QCOMPARE(affineResidual(dead, scores, 10000), 1.0);
}

void TstAlignment::scoresThatDoNotVary()
{
    QCOMPARE(affineResidual(normalRows(10, 1), std::vector<float>(10, 3.0f), 5), 0.0);
}

QTEST_APPLESS_MAIN(TstAlignment)
#include "tst_alignment.moc"
