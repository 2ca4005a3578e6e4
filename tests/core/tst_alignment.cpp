#include "core/embed/alignment.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
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

double largestDifference(const std::vector<double>& a, const std::vector<double>& b)
{
    double worst = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        worst = std::max(worst, std::abs(a[i] - b[i]));
    return worst;
}

bool isFinite(const AffineMap& map)
{
    const auto finite = [](double x) { return std::isfinite(x); };
    return std::all_of(map.matrix.begin(), map.matrix.end(), finite) &&
           std::all_of(map.shift.begin(), map.shift.end(), finite);
}

/// A rotation by turns of every pair of neighbouring axes, mirrored at the first one, and a shift.
AffineMap rotation(int dims, bool mirrors)
{
    const auto d = static_cast<std::size_t>(dims);
    AffineMap map{dims, dims, std::vector<double>(d * d), std::vector<double>(d, 0.5)};
    for (std::size_t i = 0; i < d; ++i)
        map.matrix[i * d + i] = i == 0 && mirrors ? -1 : 1;
    for (std::size_t i = 0; i + 1 < d; ++i) {
        const double angle = 1.1 + static_cast<double>(i), c = std::cos(angle), s = std::sin(angle);
        for (std::size_t j = 0; j < d; ++j) {
            const double a = map.matrix[i * d + j], b = map.matrix[(i + 1) * d + j];
            map.matrix[i * d + j] = c * a - s * b;
            map.matrix[(i + 1) * d + j] = s * a + c * b;
        }
    }
    return map;
}

/// What is left in the plane after a turn by the angle, the second axis times `side` first, at the best shift
/// and, where it scales, the best scale that is not negative.
double residualAt(const std::vector<float>& points, const std::vector<float>& target, double angle,
                  double side, bool scales)
{
    const std::size_t n = points.size();
    double mean[4] = {};
    for (std::size_t i = 0; i < n; ++i) {
        mean[i % 2] += 2 * static_cast<double>(points[i]) / static_cast<double>(n);
        mean[2 + i % 2] += 2 * static_cast<double>(target[i]) / static_cast<double>(n);
    }
    double xx = 0, xy = 0, yy = 0;
    for (std::size_t i = 0; i < n; i += 2) {
        const double px = static_cast<double>(points[i]) - mean[0],
                     py = side * (static_cast<double>(points[i + 1]) - mean[1]),
                     tx = static_cast<double>(target[i]) - mean[2],
                     ty = static_cast<double>(target[i + 1]) - mean[3];
        const double x = std::cos(angle) * px - std::sin(angle) * py,
                     y = std::sin(angle) * px + std::cos(angle) * py;
        xx += x * x + y * y;
        xy += x * tx + y * ty;
        yy += tx * tx + ty * ty;
    }
    const double scale = scales ? std::max(0.0, xy / xx) : 1;
    return (yy - 2 * scale * xy + scale * scale * xx) / yy;
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
    void mapsAreApplied();
    void affineMapsAreFound_data();
    void affineMapsAreFound();
    void codesOnALineGiveTheLeastMap();
    void degenerateRows_data();
    void degenerateRows();
    void rowsWithoutACodeCountAsUntold();
    void rotationsAreFound_data();
    void rotationsAreFound();
    void mirroredPointsNeedTheReflection();
    void noAngleIsBetter_data();
    void noAngleIsBetter();
    void whatPointsLeaveOpenIsNotTurned();
    void targetsThatDoNotVary();
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

void TstAlignment::mapsAreApplied()
{
    const AffineMap map{2, 3, {1, 2, 3, 4, 5, 6}, {10, 20, 30}};
    QCOMPARE(mapped(map, std::vector<float>{1, 0, 0, 1, 1, -1}),
             (std::vector<float>{11, 23, 35, 12, 24, 36, 9, 19, 29}));
    QVERIFY(mapped(map, {}).empty());
}

void TstAlignment::affineMapsAreFound_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("m");
    QTest::addColumn<int>("k");
    for (const auto& [n, m, k] : {std::tuple(2, 1, 1), std::tuple(3, 2, 2), std::tuple(500, 2, 2),
                                  std::tuple(50, 3, 5), std::tuple(40, 7, 2), std::tuple(300, 64, 64)})
        QTest::addRow("%d rows, %d to %d", n, m, k) << n << m << k;
}

void TstAlignment::affineMapsAreFound()
{
    QFETCH(int, n);
    QFETCH(int, m);
    QFETCH(int, k);
    const auto codes = normalRows(static_cast<std::size_t>(n * m), 3),
               entries = normalRows(static_cast<std::size_t>(m * k), 4),
               shift = normalRows(static_cast<std::size_t>(k), 5);
    const AffineMap map{m, k, {entries.begin(), entries.end()}, {shift.begin(), shift.end()}};
    const auto scores = mapped(map, codes);
    const Fit fit = affineFit(codes, scores, n, m, k);
    QCOMPARE(fit.map.from, m);
    QCOMPARE(fit.map.to, k);
    QVERIFY2(fit.residual < 1e-12, qPrintable(QString::number(fit.residual)));
    QVERIFY(largestDifference(fit.map.matrix, map.matrix) < 1e-5);
    QVERIFY(largestDifference(fit.map.shift, map.shift) < 1e-5);
    QCOMPARE(fit.residual, affineResidual(codes, scores, n));
}

void TstAlignment::codesOnALineGiveTheLeastMap()
{
    // s = c1, of codes (c1, 2·c1): the least entries in units of the spreads share it out evenly.
    const std::vector<float> codes{0, 0, 1, 2, 2, 4, 5, 10}, scores{0, 1, 2, 5};
    const Fit fit = affineFit(codes, scores, 4, 2, 1);
    QVERIFY(fit.residual < 1e-28);
    QVERIFY(largestDifference(fit.map.matrix, {0.5, 0.25}) < 1e-14);
    QVERIFY(largestDifference(fit.map.shift, {0}) < 1e-14);
}

void TstAlignment::degenerateRows_data()
{
    constexpr float nan = std::numeric_limits<float>::quiet_NaN(),
                    inf = std::numeric_limits<float>::infinity(), most = std::numeric_limits<float>::max(),
                    least = std::numeric_limits<float>::denorm_min();
    QTest::addColumn<std::vector<float>>("codes");
    QTest::addColumn<std::vector<float>>("scores");
    QTest::addColumn<double>("residual"); // of the affine map
    const auto row = [](const char* name, std::vector<float> codes, std::vector<float> scores,
                        double residual) {
        QTest::newRow(name) << std::move(codes) << std::move(scores) << residual;
    };
    row("no rows", {}, {}, 0);
    row("one row", {1, 2}, {3, 4}, 0);
    row("two rows", {1, 2, 3, 5}, {3, 4, 7, 7}, 0);
    row("in one place", {.1f, .2f, .1f, .2f, .1f, .2f}, {1, 0, 0, 1, 2, 2}, 1);
    row("all NaN", {nan, nan, nan, 1}, {1, 2, 3, 4}, 1);
    row("scores NaN", {1, 2, 3, 4}, {nan, 1, nan, 2}, 0);
    row("one row whole", {inf, 1, 2, 3}, {0, 0, 1, 1}, 0.5);
    row("largest floats", {most, -most, -most, most, most, most}, {1, 0, 0, 1, 1, 1}, 0);
    row("least floats", {least, 0, 0, least, 0, 0}, {1, 0, 0, 1, 0, 0}, 0);
}

void TstAlignment::degenerateRows()
{
    QFETCH(std::vector<float>, codes);
    QFETCH(std::vector<float>, scores);
    QFETCH(double, residual);
    const int n = static_cast<int>(codes.size() / 2);
    const Fit fit = affineFit(codes, scores, n, 2, 2);
    QVERIFY2(std::abs(fit.residual - residual) < 1e-12, qPrintable(QString::number(fit.residual)));
    QVERIFY(isFinite(fit.map));
    for (const bool scales : {false, true})
        for (const bool reflects : {false, true}) {
            const Fit turned = procrustes(codes, scores, n, 2, {scales, reflects});
            QVERIFY(isFinite(turned.map));
            QVERIFY(turned.residual >= 0);
            QVERIFY(!scales || turned.residual <= 1 + 1e-12);
            QVERIFY(turned.map == procrustes(codes, scores, n, 2, {scales, reflects}).map);
        }
}

void TstAlignment::rowsWithoutACodeCountAsUntold()
{
    // Three rows that a map explains wholly and one of no code: its own part of the variance is left.
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> codes{0, 1, 2, nan}, scores{0, 2, 4, 10};
    const Fit fit = affineFit(codes, scores, 4, 1, 1);
    QVERIFY(std::abs(fit.map.matrix[0] - 2) < 1e-14);
    QVERIFY(std::abs(fit.residual - 36.0 / 56) < 1e-14);
}

void TstAlignment::rotationsAreFound_data()
{
    QTest::addColumn<int>("dims");
    QTest::addColumn<bool>("mirrors");
    QTest::addColumn<double>("scale");
    for (const int dims : {1, 2, 3, 10, 64})
        for (const bool mirrors : {false, true})
            for (const double scale : {1.0, 0.25, 1e-20, 1e15})
                QTest::addRow("%d dims%s, %g", dims, mirrors ? ", mirrored" : "", scale)
                    << dims << mirrors << scale;
}

void TstAlignment::rotationsAreFound()
{
    QFETCH(int, dims);
    QFETCH(bool, mirrors);
    QFETCH(double, scale);
    AffineMap map = rotation(dims, mirrors);
    for (double& entry : map.matrix)
        entry *= scale;
    for (double& entry : map.shift)
        entry *= scale;
    const int n = 200;
    const auto points = normalRows(static_cast<std::size_t>(n * dims), 6), target = mapped(map, points);
    const Fit fit = procrustes(points, target, n, dims, {true, mirrors});
    QVERIFY2(fit.residual < 1e-12, qPrintable(QString::number(fit.residual)));
    QVERIFY(largestDifference(fit.map.matrix, map.matrix) < 1e-6 * scale);
    QVERIFY(largestDifference(fit.map.shift, map.shift) < 1e-6 * scale);
    const Fit rigid = procrustes(points, target, n, dims, {false, mirrors});
    QCOMPARE(rigid.residual < 1e-12, scale == 1);
    for (std::size_t i = 0; i < map.matrix.size(); ++i) // the same rotation, of no scale
        QVERIFY(std::abs(rigid.map.matrix[i] - map.matrix[i] / scale) < 1e-5);
}

void TstAlignment::mirroredPointsNeedTheReflection()
{
    for (const int dims : {1, 2, 3}) {
        const auto points = normalRows(static_cast<std::size_t>(300 * dims), 7);
        const auto target = mapped(rotation(dims, true), points);
        QVERIFY(procrustes(points, target, 300, dims).residual < 1e-12);
        QVERIFY(procrustes(points, target, 300, dims, {true, false}).residual > 0.1);
        QVERIFY(procrustes(points, target, 300, dims, {false, false}).residual > 0.1);
    }
}

void TstAlignment::noAngleIsBetter_data()
{
    QTest::addColumn<bool>("scales");
    QTest::addColumn<bool>("reflects");
    QTest::addColumn<float>("noise");
    for (const bool scales : {false, true})
        for (const bool reflects : {false, true})
            for (const float noise : {0.1f, 1.0f, 10.0f})
                QTest::addRow("%s%snoise %g", scales ? "scaled, " : "", reflects ? "reflected, " : "",
                              static_cast<double>(noise))
                    << scales << reflects << noise;
}

void TstAlignment::noAngleIsBetter()
{
    QFETCH(bool, scales);
    QFETCH(bool, reflects);
    QFETCH(float, noise);
    const auto points = normalRows(200, 8);
    for (const float mirror : {-1.0f, 1.0f}) {
        const auto target = mapped(points, {0.6f, -0.8f * mirror, 0.8f, 0.6f * mirror, 5, -3}, noise);
        double best = std::numeric_limits<double>::infinity();
        for (int tenths = 0; tenths < 3600; ++tenths)
            for (const double side : {1.0, -1.0})
                if (side > 0 || reflects)
                    best = std::min(
                        best, residualAt(points, target, tenths * std::numbers::pi / 1800, side, scales));
        const double found = procrustes(points, target, 100, 2, {scales, reflects}).residual;
        QVERIFY(found <= best + 1e-12);
        QVERIFY2(best - found < 1e-5 * std::max(1.0, best), qPrintable(QString::number(best - found)));
    }
}

void TstAlignment::whatPointsLeaveOpenIsNotTurned()
{
    const std::vector<double> identity{1, 0, 0, 0, 1, 0, 0, 0, 1};
    const auto target = normalRows(30, 9);
    const Fit still = procrustes(std::vector<float>(30, 0.3f), target, 10, 3, {false, true});
    QCOMPARE(still.map.matrix, identity);
    QCOMPARE(procrustes(std::vector<float>(30, 0.3f), target, 10, 3).map.matrix, std::vector<double>(9, 0.0));
    // Points along x that are turned to y: z stays, and nothing is mirrored.
    const std::vector<float> line{0, 0, 0, 1, 0, 0, 3, 0, 0}, turned{0, 0, 0, 0, 1, 0, 0, 3, 0};
    const Fit quarter = procrustes(line, turned, 3, 3, {false, false});
    QVERIFY(quarter.residual < 1e-20);
    QVERIFY(largestDifference(quarter.map.matrix, {0, -1, 0, 1, 0, 0, 0, 0, 1}) < 1e-9);
}

void TstAlignment::targetsThatDoNotVary()
{
    const auto points = normalRows(20, 10);
    const std::vector<float> target(20, 2.0f);
    const Fit fit = procrustes(points, target, 10, 2);
    QCOMPARE(fit.residual, 0.0);
    QCOMPARE(mapped(fit.map, points), target);
    QVERIFY(std::isinf(procrustes(points, target, 10, 2, {false, true}).residual));
}

QTEST_APPLESS_MAIN(TstAlignment)
#include "tst_alignment.moc"
