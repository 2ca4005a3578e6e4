#include "core/embed/neighbour_path.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>

using namespace hg;

namespace {

using Points = std::vector<float>;
using Rows = std::vector<int>;

constexpr float nan_ = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity(),
                most = std::numeric_limits<float>::max();
constexpr double far = std::numeric_limits<double>::infinity();

NeighbourGraph graphOf(const Points& points, int k = 8)
{
    auto graph = NeighbourGraph::over(points, k);
    if (!graph) qFatal("no graph");
    return std::move(*graph);
}

double distance(const Points& points, int a, int b)
{
    const auto i = 2 * static_cast<std::size_t>(a), j = 2 * static_cast<std::size_t>(b);
    return std::hypot(static_cast<double>(points[i]) - static_cast<double>(points[j]),
                      static_cast<double>(points[i + 1]) - static_cast<double>(points[j + 1]));
}

double lengthOf(const Points& points, const Rows& path)
{
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        length += distance(points, path[i - 1], path[i]);
    return length;
}

Points normalPoints(int n, unsigned seed, float spread = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, spread);
    Points points(2 * static_cast<std::size_t>(n));
    for (float& x : points)
        x = normal(random);
    return points;
}

/// On a circle around 0, one after another.
Points ring(int n)
{
    Points points;
    for (int i = 0; i < n; ++i) {
        const double angle = 2 * std::numbers::pi * i / n;
        points.push_back(static_cast<float>(std::cos(angle)));
        points.push_back(static_cast<float>(std::sin(angle)));
    }
    return points;
}

Points lattice(int rows, int columns)
{
    Points points;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            points.insert(points.end(), {static_cast<float>(column), static_cast<float>(row)});
    return points;
}

Points scaled(Points points, float x, float y)
{
    for (std::size_t i = 0; i < points.size(); i += 2) {
        points[i] *= x;
        points[i + 1] *= y;
    }
    return points;
}

/// Most in a small heap, some far away by powers of two: what cells of one size would be slow for.
Points withOutliers(int n, unsigned seed)
{
    Points points = normalPoints(n, seed);
    for (std::size_t i = 0; i < 60; ++i)
        points[i] = std::ldexp(points[i], static_cast<int>(i));
    return points;
}

/// Lengths of the graph's edges between all pairs of distinct points, infinite where there is none, by the
/// definition.
std::vector<double> edgesOf(const Points& points, int k)
{
    const int n = static_cast<int>(points.size() / 2);
    const auto size = static_cast<std::size_t>(n);
    std::vector<double> edges(size * size, far);
    for (int a = 0; a < n; ++a) {
        std::vector<std::pair<double, int>> others;
        for (int b = 0; b < n; ++b)
            if (b != a) others.emplace_back(distance(points, a, b), b);
        std::sort(others.begin(), others.end());
        others.resize(std::min(others.size(), static_cast<std::size_t>(k)));
        for (const auto& [length, b] : others)
            edges[static_cast<std::size_t>(a) * size + static_cast<std::size_t>(b)] =
                edges[static_cast<std::size_t>(b) * size + static_cast<std::size_t>(a)] = length;
    }
    return edges;
}

/// Of all pairs: Floyd 1962.
std::vector<double> shortest(std::vector<double> lengths, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        lengths[i * n + i] = 0;
    for (std::size_t by = 0; by < n; ++by)
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                lengths[a * n + b] = std::min(lengths[a * n + b], lengths[a * n + by] + lengths[by * n + b]);
    return lengths;
}

double largestDifference(const Points& a, const Points& b)
{
    double largest = a.size() == b.size() ? 0 : far;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return largest;
}

} // namespace

class TstNeighbourPath : public QObject {
    Q_OBJECT

private slots:
    void pathsAreShortest_data();
    void pathsAreShortest();
    void aLineIsWalkedAlong();
    void aRingIsWalkedRound();
    void clustersApartAreNotJoined();
    void onePlaceIsOneNode();
    void fewPoints();
    void rowsThatAreNotThereHaveNoPath();
    void rowsThatAreNotFiniteAreJoinedWithNobody();
    void manyPoints_data();
    void manyPoints();
    void badNumbersOfNeighbours();
    void canBeEnded();
    void pointsAreEvenlyAlong_data();
    void pointsAreEvenlyAlong();
    void arcsBetweenAreEqual();
};

void TstNeighbourPath::pathsAreShortest_data()
{
    QTest::addColumn<Points>("points");
    QTest::addColumn<int>("k");
    for (const int k : {1, 2, 3, 8, 300}) {
        const auto row = [k](const char* name, Points points) {
            QTest::addRow("%s, k %d", name, k) << std::move(points) << k;
        };
        row("normal", normalPoints(100, 1));
        row("ring", ring(70));
        row("lattice", lattice(7, 9)); // many equally near
        row("line across", scaled(normalPoints(70, 2), 1, 0));
        row("line upright", scaled(normalPoints(70, 3), 0, 1));
        row("flat", scaled(normalPoints(70, 4), 1000, 1e-3f));
        row("steep", scaled(normalPoints(70, 4), 1e-3f, 1000));
        row("outliers", withOutliers(80, 5));
        row("two of the largest floats", {most, most, -most, -most, 0, 0, 1, 1, 2, 1});
    }
}

void TstNeighbourPath::pathsAreShortest()
{
    QFETCH(Points, points);
    QFETCH(int, k);
    const int n = static_cast<int>(points.size() / 2);
    const auto size = static_cast<std::size_t>(n);
    const auto graph = graphOf(points, k);
    QCOMPARE(graph.count(), n);
    const auto edges = edgesOf(points, k), lengths = shortest(edges, size);
    for (int from = 0; from < n; from += 3)
        for (int to = 0; to < n; ++to) {
            const double expected =
                lengths[static_cast<std::size_t>(from) * size + static_cast<std::size_t>(to)];
            const auto path = graph.path(from, to);
            QCOMPARE(path.has_value(), std::isfinite(expected));
            if (!path) continue;
            QCOMPARE(path->front(), from);
            QCOMPARE(path->back(), to);
            for (std::size_t i = 1; i < path->size(); ++i)
                QVERIFY(std::isfinite(edges[static_cast<std::size_t>((*path)[i - 1]) * size +
                                            static_cast<std::size_t>((*path)[i])]));
            QVERIFY(std::abs(lengthOf(points, *path) - expected) <= 1e-12 * expected);
        }
}

void TstNeighbourPath::aLineIsWalkedAlong()
{
    const Points line = lattice(1, 20);
    Rows all(20);
    std::iota(all.begin(), all.end(), 0);
    QCOMPARE(*graphOf(line, 1).path(0, 19), all);
    std::reverse(all.begin(), all.end());
    QCOMPARE(*graphOf(line, 1).path(19, 0), all);
    const auto path = graphOf(line).path(0, 19); // steps of up to eight, as the ends have their eight aside
    QCOMPARE(lengthOf(line, *path), 19.0);
    QVERIFY(std::is_sorted(path->begin(), path->end()));
    QCOMPARE(*graphOf(line).path(7, 7), Rows{7});
}

void TstNeighbourPath::aRingIsWalkedRound()
{
    const Points points = ring(360);
    const auto graph = graphOf(points);
    for (const int to : {90, 150, 180, 200}) {
        const auto path = graph.path(0, to);
        const double angle = std::min(to, 360 - to) * std::numbers::pi / 180;
        QVERIFY(std::abs(lengthOf(points, *path) - angle) < 1e-2); // by arcs of four degrees, not across
        QCOMPARE(*path, *graphOf(points).path(0, to));
    }
}

void TstNeighbourPath::clustersApartAreNotJoined()
{
    Points points = normalPoints(100, 6);
    for (float x : normalPoints(100, 7))
        points.push_back(x + 100);
    const auto graph = graphOf(points);
    QVERIFY(graph.path(0, 99));
    QVERIFY(graph.path(100, 199));
    QVERIFY(!graph.path(0, 100));
    QVERIFY(!graph.path(199, 50));
    QVERIFY(graphOf(points, 100).path(0, 100)); // the hundredth is beyond the gap
}

void TstNeighbourPath::onePlaceIsOneNode()
{
    // Three places in a row, 20 rows in each, one of which has another zero.
    Points points;
    for (int i = 0; i < 60; ++i)
        points.insert(points.end(), {static_cast<float>(i % 3), i == 30 ? -0.0f : 0.0f});
    for (const int k : {1, 8}) {
        const auto graph = graphOf(points, k);
        QCOMPARE(*graph.path(9, 9), Rows{9});
        QCOMPARE(*graph.path(9, 30), (Rows{9, 30}));
        QCOMPARE(*graph.path(30, 0), (Rows{30, 0}));
        QCOMPARE(*graph.path(12, 58), (Rows{12, 58}));
    }
    QCOMPARE(*graphOf(points, 1).path(12, 59), (Rows{12, 1, 59})); // by the first row of the middle
    const auto same = graphOf(Points(40000, 0.5f));
    QCOMPARE(*same.path(3, 19999), (Rows{3, 19999}));
}

void TstNeighbourPath::fewPoints()
{
    QCOMPARE(graphOf({}).count(), 0);
    QCOMPARE(*graphOf({1, 2}).path(0, 0), Rows{0});
    QCOMPARE(*graphOf({1, 2, 3, 4}).path(1, 0), (Rows{1, 0}));
    QCOMPARE(*graphOf({0, 0, 1, 0, 5, 0}).path(0, 2), (Rows{0, 2}));
}

void TstNeighbourPath::rowsThatAreNotThereHaveNoPath()
{
    const NeighbourGraph graph = graphOf({0, 0, 1, 0, 2, 0});
    for (const int row : {-1, 3})
        QVERIFY(!graph.path(row, 0) && !graph.path(0, row));
}

void TstNeighbourPath::rowsThatAreNotFiniteAreJoinedWithNobody()
{
    const Points points{0, 0, nan_, 0, 1, 0, 0, nan_, 2, 0, inf, 0, 3, -inf, nan_, nan_, 3, 0};
    const auto graph = graphOf(points, 1);
    QCOMPARE(graph.count(), 9);
    QCOMPARE(*graph.path(0, 8), (Rows{0, 2, 4, 8}));
    for (const int lost : {1, 3, 5, 6, 7}) {
        QVERIFY(!graph.path(lost, 0));
        QVERIFY(!graph.path(0, lost));
        QVERIFY(!graph.path(lost, lost));
    }
    QVERIFY(!graphOf(Points(20, nan_)).path(0, 1));
}

void TstNeighbourPath::manyPoints_data()
{
    QTest::addColumn<Points>("points");
    constexpr int n = 20000;
    QTest::newRow("normal") << normalPoints(n, 8);
    QTest::newRow("outliers") << withOutliers(n, 9);
    QTest::newRow("line upright") << scaled(normalPoints(n, 10), 0, 1);
    QTest::newRow("line across") << scaled(normalPoints(n, 10), 1, 0);
    QTest::newRow("lattice") << lattice(100, 200);
    QTest::newRow("ring") << ring(n);
}

/// Neighbours beyond what the definition can be tried on: eight nearest by a look at all of them, which one
/// step of a path joins, as none is shorter.
void TstNeighbourPath::manyPoints()
{
    QFETCH(Points, points);
    const int n = static_cast<int>(points.size() / 2);
    const auto graph = graphOf(points);
    for (int row = 5; row < n; row += n / 20) {
        std::vector<std::pair<double, int>> others;
        for (int b = 0; b < n; ++b)
            if (distance(points, row, b) > 0) others.emplace_back(distance(points, row, b), b);
        std::partial_sort(others.begin(), others.begin() + 8, others.end());
        for (std::size_t i = 0; i < 8; ++i) {
            const auto path = graph.path(row, others[i].second);
            QVERIFY(path);
            QVERIFY(lengthOf(points, *path) <= others[i].first * (1 + 1e-12));
        }
    }
}

void TstNeighbourPath::badNumbersOfNeighbours()
{
    for (const int k : {0, -1}) {
        const auto refused = NeighbourGraph::over(ring(5), k);
        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Error{ErrorCode::BadValue, {}, {1}, std::to_string(k)}));
    }
}

void TstNeighbourPath::canBeEnded()
{
    const Points points = normalPoints(5000, 11);
    double last = 0;
    int calls = 0;
    const auto counted = [&](double share) {
        if (share < last || share > 1) qFatal("the share falls");
        last = share;
        ++calls;
        return true;
    };
    QVERIFY(NeighbourGraph::over(points, 8, counted));
    QVERIFY(calls >= 5);
    for (int allowed = 0; allowed < calls; ++allowed) {
        int asked = 0;
        const auto ended = NeighbourGraph::over(points, 8, [&](double) { return ++asked <= allowed; });
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
        QCOMPARE(asked, allowed + 1);
    }
}

void TstNeighbourPath::pointsAreEvenlyAlong_data()
{
    QTest::addColumn<Points>("polyline");
    QTest::addColumn<int>("count");
    QTest::addColumn<Points>("points");
    const auto row = [](const char* name, Points polyline, int count, Points points) {
        QTest::newRow(name) << std::move(polyline) << count << std::move(points);
    };
    const Points corner{0, 0, 3, 0, 3, 1};
    row("nothing", {}, 5, {});
    row("no points", corner, 0, {});
    row("fewer than none", corner, -3, {});
    row("one point", corner, 1, {0, 0});
    row("two", corner, 2, {0, 0, 3, 1});
    row("round a corner", corner, 5, {0, 0, 1, 0, 2, 0, 3, 0, 3, 1});
    row("across a corner", corner, 3, {0, 0, 2, 0, 3, 1});
    row("more than vertices", {0, 0, 1, 2}, 5, {0, 0, 0.25f, 0.5f, 0.5f, 1, 0.75f, 1.5f, 1, 2});
    row("there and back", {0, 0, 2, 0, 0, 0}, 5, {0, 0, 1, 0, 2, 0, 1, 0, 0, 0});
    row("vertices twice", {0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 2, 0, 2, 0}, 3, {0, 0, 1, 0, 2, 0});
    row("one vertex", {4, 5}, 3, {4, 5, 4, 5, 4, 5});
    row("one place", {4, 5, 4, 5}, 3, {4, 5, 4, 5, 4, 5});
    row("large", {-most, 0, most, 0}, 3, {-most, 0, 0, 0, most, 0});
}

void TstNeighbourPath::pointsAreEvenlyAlong()
{
    QFETCH(Points, polyline);
    QFETCH(int, count);
    QFETCH(Points, points);
    QCOMPARE(evenlyAlong(polyline, count), points);
}

void TstNeighbourPath::arcsBetweenAreEqual()
{
    // As many points as chords of a finely drawn ring are apart by chords of equal arcs.
    Points line = ring(3600);
    line.insert(line.end(), line.begin(), line.begin() + 2);
    for (const int count : {2, 3, 11, 25, 1000}) {
        const auto points = evenlyAlong(line, count);
        QCOMPARE(points.size(), 2 * static_cast<std::size_t>(count));
        const double chord = 2 * std::sin(std::numbers::pi / (count - 1));
        for (int i = 1; i < count; ++i)
            QVERIFY(std::abs(distance(points, i - 1, i) - chord) < 1e-5);
    }
    const auto bare = normalPoints(30, 12);
    const auto ends = evenlyAlong(bare, 7);
    QVERIFY(largestDifference({ends[0], ends[1], ends[12], ends[13]},
                              {bare[0], bare[1], bare[58], bare[59]}) == 0);
    // Any number of axes: a corner in space, whose arms are 3 and 4 long.
    const std::vector<float> corner{0, 0, 3, 0, 0, 0, 0, 4, 0};
    QCOMPARE(evenlyAlong(corner, 8, 3),
             (std::vector<float>{0, 0, 3, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 4, 0}));
}

QTEST_APPLESS_MAIN(TstNeighbourPath)
#include "tst_neighbour_path.moc"
