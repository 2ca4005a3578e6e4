#include "core/data/dataset.h"
#include "core/embed/mds.h"
#include "core/embed/neighbours.h"
#include "core/embed/pca.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace hg;

Q_DECLARE_METATYPE(hg::Error)

namespace {

using Numbers = std::vector<double>;

/// Rows of doubles with their view.
struct Table {
    int rows = 0;
    std::size_t columns = 0;
    Numbers values;

    SampleView view() const { return {.doubles = values.data(), .count = rows, .features = columns}; }
    double at(int row, std::size_t column) const
    {
        return values[static_cast<std::size_t>(row) * columns + column];
    }
};

Workers& workers()
{
    static Workers pool(2);
    return pool;
}

Table randomTable(int rows, std::size_t columns, std::uint32_t purpose, double decay = 0.8)
{
    Table table{rows, columns, {}};
    const Random random(21, purpose);
    for (std::size_t i = 0; i < static_cast<std::size_t>(rows) * columns; ++i)
        table.values.push_back(random.normal(i) * std::pow(decay, static_cast<double>(i % columns)));
    return table;
}

Table cube()
{
    Table table{8, 3, {}};
    for (int corner = 0; corner < 8; ++corner)
        for (int axis = 0; axis < 3; ++axis)
            table.values.push_back((corner >> axis) & 1);
    return table;
}

/// The table of all distances.
Numbers tableOfDistances(const Table& table)
{
    Numbers distances;
    for (int i = 0; i < table.rows; ++i)
        for (int j = 0; j < table.rows; ++j) {
            double square = 0;
            for (std::size_t f = 0; f < table.columns; ++f)
                square += std::pow(table.at(i, f) - table.at(j, f), 2);
            distances.push_back(std::sqrt(square));
        }
    return distances;
}

Table placesOf(const Map& map)
{
    return {map.count(), static_cast<std::size_t>(map.dims), Numbers(map.points.begin(), map.points.end())};
}

/// Kruskal's stress-1 at the best scale as it is defined.
double stressByDefinition(const Table& data, const Table& places)
{
    const Numbers delta = tableOfDistances(data), d = tableOfDistances(places);
    const double cross = std::inner_product(d.begin(), d.end(), delta.begin(), 0.0);
    const double squares = std::inner_product(d.begin(), d.end(), d.begin(), 0.0);
    const double all = std::inner_product(delta.begin(), delta.end(), delta.begin(), 0.0);
    return squares > 0 ? std::sqrt(std::max(0.0, 1 - cross * cross / (squares * all))) : 1;
}

/// SMACOF in plain loops of doubles: places after `iterations` Guttman transforms.
Table smacofByDefinition(const Table& data, Table places, int iterations)
{
    const Numbers delta = tableOfDistances(data);
    const std::size_t dims = places.columns;
    for (int iteration = 0; iteration < iterations; ++iteration) {
        const Numbers d = tableOfDistances(places);
        Table next{places.rows, dims, Numbers(places.values.size())};
        for (std::size_t i = 0; i < static_cast<std::size_t>(places.rows); ++i)
            for (std::size_t j = 0; j < static_cast<std::size_t>(places.rows); ++j) {
                const std::size_t pair = i * static_cast<std::size_t>(places.rows) + j;
                for (std::size_t c = 0; c < dims && d[pair] > 0; ++c)
                    next.values[i * dims + c] += delta[pair] / d[pair] / places.rows *
                                                 (places.values[i * dims + c] - places.values[j * dims + c]);
            }
        places = next;
    }
    return places;
}

/// Largest difference of entries, the columns' signs aside.
double difference(const std::vector<float>& a, const std::vector<float>& b, std::size_t columns)
{
    double worst = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        double same = 0, mirrored = 0;
        for (std::size_t i = c; i < a.size(); i += columns) {
            same = std::max(same, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
            mirrored = std::max(mirrored, std::abs(static_cast<double>(a[i]) + static_cast<double>(b[i])));
        }
        worst = std::max(worst, std::min(same, mirrored));
    }
    return worst;
}

Distances distancesOf(const Table& table)
{
    auto distances = euclideanDistances(table.view(), workers());
    if (!distances) qFatal("no distances: code %d", static_cast<int>(distances.error().code));
    return std::move(*distances);
}

Map classical(const Table& table, int dims)
{
    auto map = classicalMds(distancesOf(table), dims, workers());
    if (!map) qFatal("no map: code %d", static_cast<int>(map.error().code));
    return std::move(*map);
}

Map fitted(const Table& table, const SmacofOptions& options)
{
    auto map = smacof(distancesOf(table), options, workers());
    if (!map) qFatal("no map: code %d", static_cast<int>(map.error().code));
    return std::move(*map);
}

} // namespace

class TstMds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void distances_data();
    void distances();
    void distancesOfBytesAreExact();
    void classicalIsPca_data();
    void classicalIsPca();
    void classicalOfATable();
    void classicalBeyondTheDimensions();
    void symmetricDataHaveEqualAxes();
    void followsTheDefinition_data();
    void followsTheDefinition();
    void stressNeverRises_data();
    void stressNeverRises();
    void endsWithSmallGains();
    void exactMaps_data();
    void exactMaps();
    void pointsInOnePlacePart();
    void duplicatesStayTogether();
    void seeds();
    void unitsDoNotMatter_data();
    void unitsDoNotMatter();
    void anyNumberOfThreadsGivesTheSame_data();
    void anyNumberOfThreadsGivesTheSame();
    void floatsAgreeWithDoubles();
    void errors_data();
    void errors();
    void badOptions();
    void badTables_data();
    void badTables();
    void canBeEnded_data();
    void canBeEnded();
    void descentOfDigits();
    void descentIsSmacof_data();
    void descentIsSmacof();
    void descentOfFewPoints_data();
    void descentOfFewPoints();
    void roundsCanBeEnded();
    void descentRefuses();
    void stressOfAnyMap_data();
    void stressOfAnyMap();
    void stressOfWhatIsNoMap();
    void neighbours_data();
    void neighbours();
    void neighboursOfEqualRows();
    void neighboursRefuse();

private:
    std::shared_ptr<const Dataset> m_mnist;
};

void TstMds::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    const auto mnist = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY(mnist);
    m_mnist = *mnist;
}

void TstMds::distances_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    for (const int rows : {2, 3, 16, 48, 49, 130})
        for (const int columns : {1, 3, 20})
            QTest::addRow("%d x %d", rows, columns) << rows << columns;
    QTest::newRow("in float") << 1001 << 3;
}

void TstMds::distances()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    Table table = randomTable(rows, static_cast<std::size_t>(columns), 1);
    for (double& value : table.values)
        value = static_cast<double>(static_cast<float>(value)); // so that floats hold the same
    const std::vector<float> floats(table.values.begin(), table.values.end());
    const Distances found = distancesOf(table);
    const auto fromFloats =
        euclideanDistances({.floats = floats.data(), .count = rows, .features = table.columns}, workers());
    QVERIFY(fromFloats);
    QCOMPARE(found.count(), rows);
    const Numbers expected = tableOfDistances(table);
    const double tolerance = rows <= mostDoublePoints ? 1e-13 : 1e-6;
    double squares = 0;
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < rows; ++j) {
            const double distance = expected[static_cast<std::size_t>(i * rows + j)];
            QVERIFY(std::abs(found.between(i, j) - distance) <= tolerance * distance);
            QVERIFY(std::abs(fromFloats->between(i, j) - distance) <= tolerance * distance);
            squares += i < j ? distance * distance : 0;
        }
    QVERIFY(std::abs(found.sumOfSquares() * found.scale() * found.scale() / squares - 1) < tolerance);
    QVERIFY(std::abs(found.sumOfSquares() / (0.5 * rows * (rows - 1)) - 1) < tolerance);
}

void TstMds::distancesOfBytesAreExact()
{
    const SampleView pictures = m_mnist->train.view(150);
    const auto found = euclideanDistances(pictures, workers());
    QVERIFY(found);
    for (int i = 0; i < pictures.count; ++i)
        for (int j = 0; j < i; ++j) {
            int square = 0;
            for (std::size_t f = 0; f < pictures.features; ++f) {
                const int a = pictures.bytes[static_cast<std::size_t>(i) * pictures.features + f],
                          b = pictures.bytes[static_cast<std::size_t>(j) * pictures.features + f];
                square += (a - b) * (a - b);
            }
            const double distance = std::sqrt(square) / 255;
            QVERIFY(std::abs(found->between(i, j) - distance) <= 1e-14 * distance);
        }
}

void TstMds::classicalIsPca_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("dims");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("two points") << 2 << 3 << 1 << 1e-6;
    QTest::newRow("few points") << 30 << 6 << 3 << 1e-6;
    QTest::newRow("n < d") << 20 << 50 << 2 << 1e-6;
    QTest::newRow("by Lanczos") << 300 << 10 << 2 << 1e-6;
    QTest::newRow("by Lanczos, five") << 400 << 10 << 5 << 1e-6;
    QTest::newRow("in float") << 1300 << 10 << 2 << 1e-5;
    QTest::newRow("many dimensions") << 200 << 40 << 30 << 1e-6;
}

void TstMds::classicalIsPca()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, dims);
    QFETCH(double, tolerance);
    const Table table = randomTable(rows, static_cast<std::size_t>(columns), 2);
    const auto pca = fitPca(table.view(), dims, workers());
    QVERIFY(pca);
    const Map map = classical(table, dims);
    QCOMPARE(map.count(), rows);
    const double error =
        difference(map.points, project(*pca, table.view(), workers()), static_cast<std::size_t>(dims));
    QVERIFY2(error < tolerance, QByteArray::number(error).constData());
    QVERIFY(std::abs(map.stress - stressByDefinition(table, placesOf(map))) < 1e-6);
    for (int c = 0; c < dims; ++c) { // the sign rule
        float largest = 0;
        for (int i = 0; i < rows; ++i) {
            const float x = map.points[static_cast<std::size_t>(i * dims + c)];
            if (std::abs(x) > std::abs(largest)) largest = x;
        }
        QVERIFY(largest > 0);
    }
}

void TstMds::classicalOfATable()
{
    // A triangle that no points have, its sides 2, 2 and 4.5: by hand, Torgerson's matrix has the eigenvalues
    // 81/8 with (0, 1, −1), 0 and −17/24.
    const Numbers table{0, 2, 2, 2, 0, 4.5, 2, 4.5, 0};
    const auto distances = distancesFromTable(table, 3);
    QVERIFY(distances);
    const auto map = classicalMds(*distances, 2, workers());
    QVERIFY(map);
    const double half = std::sqrt(81.0 / 8 / 2);
    const Numbers expected{0, 0, half, 0, -half, 0};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(static_cast<double>(map->points[i]) - expected[i]) < 1e-6,
                 QByteArray::number(static_cast<double>(map->points[i])).constData());
}

void TstMds::classicalBeyondTheDimensions()
{
    // Points on a line: the other columns are exactly 0, whatever the number of points.
    for (const int rows : {2, 5, 200, 1200}) {
        const Map map = classical(randomTable(rows, 1, 3), 4);
        QCOMPARE(map.count(), rows);
        QVERIFY(map.stress < 1e-6);
        for (std::size_t i = 0; i < map.points.size(); ++i)
            if (i % 4 != 0) QCOMPARE(map.points[i], 0.0f);
    }
}

void TstMds::symmetricDataHaveEqualAxes()
{
    // A square grid: two equal eigenvalues, which one Lanczos vector alone would take for one.
    Table grid{400, 2, {}};
    for (int i = 0; i < 400; ++i)
        for (const int axis : {i / 20, i % 20})
            grid.values.push_back(axis);
    const Map map = classical(grid, 2);
    QVERIFY2(map.stress < 1e-6, QByteArray::number(map.stress).constData());
}

void TstMds::followsTheDefinition_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("dims");
    QTest::addColumn<int>("iterations");
    for (const int rows : {3, 17, 60})
        for (const int dims : {1, 2, 3, 4})
            for (const int iterations : {1, 2, 25})
                QTest::addRow("%d points, %d dims, %d", rows, dims, iterations) << rows << dims << iterations;
}

void TstMds::followsTheDefinition()
{
    QFETCH(int, rows);
    QFETCH(int, dims);
    QFETCH(int, iterations);
    const Table table = randomTable(rows, 6, 4);
    const Map start = fitted(table, {.dims = dims, .seed = 5, .tolerance = 0, .mostIterations = 1});
    const Map map =
        fitted(table, {.dims = dims, .seed = 5, .tolerance = 0, .mostIterations = iterations + 1});
    const Table expected = smacofByDefinition(table, placesOf(start), iterations);
    QCOMPARE(map.iterations, iterations + 1);
    for (std::size_t i = 0; i < map.points.size(); ++i) // the start was rounded to floats
        QVERIFY2(std::abs(static_cast<double>(map.points[i]) - expected.values[i]) < 2e-5,
                 QByteArray::number(static_cast<double>(map.points[i]) - expected.values[i]).constData());
    QVERIFY(std::abs(map.stress - stressByDefinition(table, expected)) < 1e-6);
    QVERIFY(std::abs(map.stress - stressByDefinition(table, placesOf(map))) < 1e-6);
}

void TstMds::stressNeverRises_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("dims");
    QTest::addColumn<double>("noise");
    QTest::newRow("double, 2 dims") << 50 << 2 << 1e-12;
    QTest::newRow("double, 5 dims") << 300 << 5 << 1e-12;
    QTest::newRow("float, 2 dims") << 1200 << 2 << 1e-8;
}

void TstMds::stressNeverRises()
{
    QFETCH(int, rows);
    QFETCH(int, dims);
    QFETCH(double, noise);
    const Distances distances = distancesOf(randomTable(rows, 10, 6, 1));
    double before = 1;
    for (int iterations = 1; iterations < 40; iterations += 3) {
        const auto map = smacof(
            distances, {.dims = dims, .seed = 9, .tolerance = 0, .mostIterations = iterations}, workers());
        QVERIFY(map);
        QCOMPARE(map->iterations, iterations);
        QVERIFY2(map->stress <= before + noise, QByteArray::number(map->stress - before).constData());
        QVERIFY(map->stress > 0);
        before = map->stress;
    }
}

void TstMds::endsWithSmallGains()
{
    const Table table = randomTable(120, 8, 7);
    const Map map = fitted(table, {}), start = classical(table, 2);
    QVERIFY(map.stress < start.stress);
    QVERIFY(map.iterations > 2);
    const auto stressAfter = [&](int iterations) {
        return fitted(table, {.tolerance = 0, .mostIterations = iterations}).stress;
    };
    const double last = stressAfter(map.iterations), before = stressAfter(map.iterations - 1),
                 twoBefore = stressAfter(map.iterations - 2);
    QCOMPARE(last, map.stress);
    QVERIFY(before - last < 1e-6 * before);
    QVERIFY(twoBefore - before >= 1e-6 * twoBefore);
    QCOMPARE(fitted(table, {}).points, map.points);
}

void TstMds::exactMaps_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<int>("dims");
    QTest::newRow("3-4-5") << Table{3, 2, {0, 0, 3, 0, 0, 4}} << 2;
    QTest::newRow("two points") << Table{2, 4, {1, 1, 1, 1, 2, 2, 2, 2}} << 2;
    QTest::newRow("a line") << randomTable(40, 1, 8) << 2;
    QTest::newRow("a plane") << randomTable(40, 2, 8) << 2;
    QTest::newRow("a plane in three dimensions") << randomTable(40, 2, 8) << 3;
    QTest::newRow("a cube") << cube() << 3;
    QTest::newRow("many points of a plane") << randomTable(1100, 2, 8) << 2;
}

void TstMds::exactMaps()
{
    QFETCH(Table, table);
    QFETCH(int, dims);
    const Map map = fitted(table, {.dims = dims});
    QVERIFY2(map.stress < 1e-6, QByteArray::number(map.stress).constData());
    const Numbers expected = tableOfDistances(table), found = tableOfDistances(placesOf(map));
    const double scale = *std::max_element(expected.begin(), expected.end());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(found[i] - expected[i]) < 2e-5 * scale);
}

void TstMds::pointsInOnePlacePart()
{
    // The classical plane may lay opposite corners of the cube on each other, where nothing would part them.
    const Map map = fitted(cube(), {});
    const Numbers found = tableOfDistances(placesOf(map));
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(found[i * 8 + j] > 0.1, QByteArray::number(found[i * 8 + j]).constData());
    QVERIFY(map.stress < 0.3);
    // A bar seen along its length: two ends above each other in the first column and in the second.
    const Table bar{6, 3, {0, 0, 0, 0, 0, 1, 9, 0, 0, 9, 0, 1, 0, 8, 0, 0, 8, 1}};
    const Numbers ends = tableOfDistances(placesOf(fitted(bar, {})));
    QVERIFY(ends[1] > 0.1);
}

void TstMds::duplicatesStayTogether()
{
    Table table = randomTable(30, 4, 9);
    for (int copies = 0; copies < 2; ++copies) // rows 30 … 49 are rows 0 … 9, twice
        table.values.insert(table.values.end(), table.values.begin(), table.values.begin() + 40);
    table.rows = 50;
    for (const std::optional<std::uint64_t>& seed :
         {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(4)}) {
        const Map map = fitted(table, {.seed = seed, .tolerance = 1e-9});
        for (std::size_t i = 0; i < 10; ++i)
            for (std::size_t c = 0; c < 2; ++c) {
                QVERIFY(std::abs(map.points[2 * i + c] - map.points[2 * (i + 30) + c]) < 1e-3f);
                QVERIFY(std::abs(map.points[2 * i + c] - map.points[2 * (i + 40) + c]) < 1e-3f);
            }
    }
}

void TstMds::seeds()
{
    const Table table = randomTable(60, 5, 10);
    const Map plain = fitted(table, {}), one = fitted(table, {.seed = 1}), again = fitted(table, {.seed = 1}),
              other = fitted(table, {.seed = 2});
    QCOMPARE(one.points, again.points);
    QVERIFY(one.points != plain.points);
    QVERIFY(one.points != other.points);
    // Wherever they began, they are about as good.
    QVERIFY(std::abs(one.stress - plain.stress) < 0.1);
    QVERIFY(std::abs(other.stress - plain.stress) < 0.1);
}

void TstMds::unitsDoNotMatter_data()
{
    QTest::addColumn<double>("unit");
    for (const double unit : {1e-30, 1e-12, 1e3, 1e30, 1e37})
        QTest::newRow(QByteArray::number(unit).constData()) << unit;
}

void TstMds::unitsDoNotMatter()
{
    QFETCH(double, unit);
    Table table = randomTable(60, 5, 11);
    const Map plain = fitted(table, {.tolerance = 0, .mostIterations = 20});
    for (double& value : table.values)
        value *= unit;
    const Map scaled = fitted(table, {.tolerance = 0, .mostIterations = 20});
    QVERIFY(std::abs(scaled.stress - plain.stress) < 1e-9);
    for (std::size_t i = 0; i < plain.points.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(scaled.points[i]) / unit -
                         static_cast<double>(plain.points[i])) < 1e-5);
}

void TstMds::anyNumberOfThreadsGivesTheSame_data()
{
    QTest::addColumn<int>("points");
    QTest::newRow("double") << 700;
    QTest::newRow("float") << 1500;
}

void TstMds::anyNumberOfThreadsGivesTheSame()
{
    QFETCH(int, points);
    const SampleView pictures = m_mnist->train.view(points);
    std::vector<float> first, firstClassical;
    double stress = 0;
    for (const int threads : {1, 2, 3}) {
        Workers pool(threads);
        const auto distances = euclideanDistances(pictures, pool);
        QVERIFY(distances);
        const auto map = smacof(*distances, {.tolerance = 0, .mostIterations = 15}, pool);
        const auto plane = classicalMds(*distances, 2, pool);
        QVERIFY(map && plane);
        if (first.empty()) {
            first = map->points;
            firstClassical = plane->points;
            stress = map->stress;
        }
        QCOMPARE(map->points, first);
        QCOMPARE(plane->points, firstClassical);
        QCOMPARE(map->stress, stress);
    }
}

void TstMds::floatsAgreeWithDoubles()
{
    // Just above the bound maps are computed in float: the definition, in double, sees no difference.
    const Table table = randomTable(mostDoublePoints + 1, 6, 12);
    const Map start = fitted(table, {.seed = 5, .tolerance = 0, .mostIterations = 1});
    const Map map = fitted(table, {.seed = 5, .tolerance = 0, .mostIterations = 6});
    const Table expected = smacofByDefinition(table, placesOf(start), 5);
    for (std::size_t i = 0; i < map.points.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(map.points[i]) - expected.values[i]) < 2e-5);
    QVERIFY(std::abs(map.stress - stressByDefinition(table, expected)) < 1e-6);
}

void TstMds::errors_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<Error>("error");
    const double nan = std::numeric_limits<double>::quiet_NaN(),
                 inf = std::numeric_limits<double>::infinity();
    const auto row = [](const char* name, const Table& table, const Error& error) {
        QTest::newRow(name) << table << error;
    };
    row("no samples", {0, 2, {}}, {ErrorCode::TooFewSamples, "", {0, 2}});
    row("one sample", {1, 2, {1, 2}}, {ErrorCode::TooFewSamples, "", {1, 2}});
    row("all alike", {3, 2, {0.1, 0.2, 0.1, 0.2, 0.1, 0.2}}, {ErrorCode::NoVariance});
    row("5,001", randomTable(5001, 1, 13), {ErrorCode::TooManySamples, "", {5001, 5000}});
    row("NaN", {2, 2, {1, 2, nan, 4}}, {ErrorCode::NotFinite, "", {3}});
    row("infinity", {2, 2, {1, 2, 3, -inf}}, {ErrorCode::NotFinite, "", {4}});
}

void TstMds::errors()
{
    QFETCH(Table, table);
    QFETCH(Error, error);
    const auto distances = euclideanDistances(table.view(), workers());
    QVERIFY(!distances);
    QCOMPARE(distances.error().code, error.code);
    QVERIFY(distances.error() == error);
}

void TstMds::badOptions()
{
    const Distances distances = distancesOf(randomTable(10, 2, 14));
    for (const int dims : {-1, 0, mostMapDimensions + 1}) {
        const auto plane = classicalMds(distances, dims, workers());
        const auto map = smacof(distances, {.dims = dims}, workers());
        QVERIFY(!plane && plane.error().code == ErrorCode::BadValue);
        QVERIFY(!map && map.error().code == ErrorCode::BadValue);
    }
    const auto endless = smacof(distances, {.tolerance = 0}, workers());
    QVERIFY(!endless && endless.error().code == ErrorCode::BadValue);
    const auto many = smacof(distances, {.dims = mostMapDimensions}, workers());
    QVERIFY(many && many->stress < 1e-6);
}

void TstMds::badTables_data()
{
    QTest::addColumn<Numbers>("table");
    QTest::addColumn<int>("code");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("negative") << Numbers{0, -1, 1, 0} << static_cast<int>(ErrorCode::BadValue);
    QTest::newRow("NaN") << Numbers{0, nan, 1, 0} << static_cast<int>(ErrorCode::NotFinite);
    QTest::newRow("zeros") << Numbers{0, 0, 0, 0} << static_cast<int>(ErrorCode::NoVariance);
    QTest::newRow("one") << Numbers{0} << static_cast<int>(ErrorCode::TooFewSamples);
}

void TstMds::badTables()
{
    QFETCH(Numbers, table);
    QFETCH(int, code);
    const auto distances = distancesFromTable(table, table.size() == 4 ? 2 : 1);
    QVERIFY(!distances);
    QCOMPARE(static_cast<int>(distances.error().code), code);
}

void TstMds::canBeEnded_data()
{
    QTest::addColumn<bool>("isClassical");
    QTest::newRow("classical") << true;
    QTest::newRow("SMACOF") << false;
}

void TstMds::canBeEnded()
{
    QFETCH(bool, isClassical);
    const Table table = randomTable(300, 5, 15);
    const auto whole = [&](const Watch& watch) -> Result<Map> {
        const auto distances = euclideanDistances(table.view(), workers(), partOf(watch, 0, 0.2));
        if (!distances) return distances.error();
        if (isClassical) return classicalMds(*distances, 2, workers(), partOf(watch, 0.2, 1));
        return smacof(*distances, {.tolerance = 1e-4}, workers(), partOf(watch, 0.2, 1));
    };
    std::vector<double> shares;
    const auto map = whole([&](double share) {
        shares.push_back(share);
        return true;
    });
    QVERIFY(map);
    QVERIFY(map->points == whole({})->points);
    QVERIFY(shares.size() > 10);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() >= 0 && shares.back() <= 1 && shares.back() > 0.5);
    for (std::size_t stop = 0; stop < shares.size(); ++stop) {
        std::size_t calls = 0;
        const auto ended = whole([&](double) { return calls++ < stop; });
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, stop + 1);
    }
}

void TstMds::descentOfDigits()
{
    // The figures of the lab: .410 for PCA's plane, .354 after 300 rounds.
    auto distances = euclideanDistances(m_mnist->test.view(1000), workers());
    QVERIFY(distances);
    const auto shared = std::make_shared<const Distances>(std::move(*distances));
    auto descent = MapDescent::start(shared, {.tolerance = 1e-5, .mostIterations = 300}, workers());
    QVERIFY(descent);
    QVERIFY2(std::abs(descent->stress() - 0.410) < 0.001, QByteArray::number(descent->stress()).constData());
    QCOMPARE(descent->iterations(), 0);
    double before = descent->stress();
    while (!descent->isDone()) {
        const auto stress = descent->step();
        QVERIFY(stress);
        QVERIFY2(*stress <= before + 1e-12, QByteArray::number(*stress - before).constData());
        before = *stress;
    }
    QVERIFY(descent->iterations() <= 300);
    QVERIFY2(before <= 0.356, QByteArray::number(before).constData());
    const Map map = descent->map();
    QCOMPARE(map.stress, before);
    QCOMPARE(map.count(), 1000);
    QVERIFY(std::abs(mapStress(*shared, map.points, 2, workers()) - before) < 1e-6); // points are floats
}

void TstMds::descentIsSmacof_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("isSeeded");
    for (const int rows : {3, 60, 1100})
        for (const bool isSeeded : {false, true})
            QTest::addRow("%d points%s", rows, isSeeded ? ", seeded" : "") << rows << isSeeded;
}

void TstMds::descentIsSmacof()
{
    QFETCH(int, rows);
    QFETCH(bool, isSeeded);
    const auto distances = std::make_shared<const Distances>(distancesOf(randomTable(rows, 6, 18)));
    const auto seed = isSeeded ? std::optional<std::uint64_t>(3) : std::nullopt;
    auto descent = MapDescent::start(distances, {.seed = seed}, workers());
    QVERIFY(descent);
    for (int rounds = 1; rounds <= 7; rounds += 2) {
        while (descent->iterations() < rounds)
            QVERIFY(descent->step());
        const auto map =
            smacof(*distances, {.seed = seed, .tolerance = 0, .mostIterations = rounds}, workers());
        QVERIFY(map);
        QCOMPARE(descent->map().points, map->points);
        QCOMPARE(descent->stress(), map->stress);
    }
    const auto whole = smacof(*distances, {.seed = seed}, workers());
    MapDescent moved = std::move(*MapDescent::start(distances, {.seed = seed}, workers()));
    while (!moved.isDone())
        QVERIFY(moved.step());
    QCOMPARE(moved.map().points, whole->points);
    QCOMPARE(moved.iterations(), whole->iterations);
}

void TstMds::descentOfFewPoints_data()
{
    QTest::addColumn<Table>("table");
    QTest::newRow("two points") << Table{2, 2, {0, 0, 3, 4}};
    QTest::newRow("three points") << Table{3, 1, {0, 1, 5}};
    QTest::newRow("two places") << Table{5, 1, {1, 1, 1, 2, 2}};
    QTest::newRow("one place but one") << Table{4, 2, {7, 7, 7, 7, 7, 7, 7, 8}};
}

void TstMds::descentOfFewPoints()
{
    QFETCH(Table, table);
    const auto distances = std::make_shared<const Distances>(distancesOf(table));
    for (const int dims : {1, 2, 5}) {
        auto descent = MapDescent::start(distances, {.dims = dims}, workers());
        QVERIFY(descent);
        for (int round = 0; round < 5; ++round)
            QVERIFY(descent->step());
        QVERIFY(descent->stress() < 1e-6);
        QVERIFY(std::abs(stressByDefinition(table, placesOf(descent->map()))) < 1e-3);
        QVERIFY(descent->isDone());
    }
}

void TstMds::roundsCanBeEnded()
{
    const auto distances = std::make_shared<const Distances>(distancesOf(randomTable(300, 5, 19)));
    const auto started = [&](const Watch& watch) {
        return MapDescent::start(distances, {}, workers(), watch);
    };
    auto descent = started({}), undisturbed = started({});
    const auto none = started([](double) { return false; });
    QVERIFY(!none && none.error().code == ErrorCode::Cancelled);
    QVERIFY(descent->step() && undisturbed->step());
    const Map before = descent->map();
    const auto ended = descent->step([](double) { return false; });
    QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
    QCOMPARE(descent->map().points, before.points);
    QCOMPARE(descent->iterations(), 1);
    QVERIFY(descent->step() && undisturbed->step());
    QCOMPARE(descent->map().points, undisturbed->map().points);
}

void TstMds::descentRefuses()
{
    const auto distances = std::make_shared<const Distances>(distancesOf(randomTable(10, 2, 20)));
    for (const SmacofOptions& options :
         {SmacofOptions{.dims = 0}, SmacofOptions{.dims = mostMapDimensions + 1},
          SmacofOptions{.mostIterations = -1}}) {
        const auto descent = MapDescent::start(distances, options, workers());
        QVERIFY(!descent && descent.error().code == ErrorCode::BadValue);
    }
    const auto endless = MapDescent::start(distances, {.tolerance = 0}, workers());
    QVERIFY(endless && !endless->isDone());
}

void TstMds::stressOfAnyMap_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("dims");
    QTest::addColumn<double>("unit");
    for (const int rows : {2, 3, 50, 1100})
        for (const int dims : {1, 2, 7})
            for (const double unit : {1.0, 1e-35, 1e30})
                QTest::addRow("%d points, %d dims, %g", rows, dims, unit) << rows << dims << unit;
}

void TstMds::stressOfAnyMap()
{
    QFETCH(int, rows);
    QFETCH(int, dims);
    QFETCH(double, unit);
    const Table table = randomTable(rows, 6, 22);
    Table places = randomTable(rows, static_cast<std::size_t>(dims), 23);
    std::vector<float> points;
    for (double& value : places.values) {
        points.push_back(static_cast<float>(value * unit + 3 * unit));
        value = static_cast<double>(points.back()) / unit;
    }
    const double found = mapStress(distancesOf(table), points, dims, workers());
    const double expected = stressByDefinition(table, places);
    QVERIFY2(std::abs(found - expected) < 1e-6, QByteArray::number(found - expected).constData());
}

void TstMds::stressOfWhatIsNoMap()
{
    const Distances distances = distancesOf(randomTable(5, 3, 24));
    std::vector<float> points(10, 0.1f);
    QCOMPARE(mapStress(distances, points, 2, workers()), 1.0);
    QVERIFY(std::isnan(mapStress(distances, points, 3, workers())));
    QVERIFY(std::isnan(mapStress(distances, points, 0, workers())));
    points[3] = std::numeric_limits<float>::infinity();
    QVERIFY(std::isnan(mapStress(distances, points, 2, workers())));
    points[3] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(std::isnan(mapStress(distances, points, 2, workers())));
}

void TstMds::neighbours_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("k");
    for (const auto& [rows, k] :
         {std::pair(2, 1), std::pair(48, 47), std::pair(49, 5), std::pair(150, 10), std::pair(400, 1)})
        QTest::addRow("%d of %d", k, rows) << rows << k;
}

void TstMds::neighbours()
{
    QFETCH(int, rows);
    QFETCH(int, k);
    const Table table = randomTable(rows, 4, 16);
    const Numbers all = tableOfDistances(table);
    for (const int threads : {1, 3}) {
        Workers pool(threads);
        const auto found = nearestNeighbours(table.view(), k, pool);
        QVERIFY(found);
        for (int i = 0; i < rows; ++i) {
            std::vector<int> order;
            for (int j = 0; j < rows; ++j)
                if (j != i) order.push_back(j);
            const auto from = all.begin() + std::ptrdiff_t{i} * rows;
            std::sort(order.begin(), order.end(), [&](int a, int b) { return from[a] < from[b]; });
            for (int n = 0; n < k; ++n) {
                const auto at = static_cast<std::size_t>(i * k + n);
                QCOMPARE(found->rows[at], order[static_cast<std::size_t>(n)]);
                QVERIFY(std::abs(static_cast<double>(found->distances[at]) - from[found->rows[at]]) < 1e-6);
            }
        }
    }
}

void TstMds::neighboursOfEqualRows()
{
    // Of equally near rows the first one; pictures a byte apart.
    const std::vector<std::uint8_t> bytes{7, 7, 8, 7, 7, 9};
    const auto found = nearestNeighbours({.bytes = bytes.data(), .count = 6, .features = 1}, 3, workers());
    QVERIFY(found);
    QCOMPARE(found->rows, (std::vector<int>{1, 3, 4, 0, 3, 4, 0, 1, 3, 0, 1, 4, 0, 1, 3, 2, 0, 1}));
    QCOMPARE(found->distances[6], 1.0f / 255);
    QCOMPARE(found->distances[0], 0.0f);
}

void TstMds::neighboursRefuse()
{
    const Table table = randomTable(5, 2, 17);
    for (const int k : {-1, 0, 5}) {
        const auto found = nearestNeighbours(table.view(), k, workers());
        QVERIFY(!found && found.error().code == ErrorCode::BadValue);
    }
    const auto none =
        nearestNeighbours({.doubles = table.values.data(), .count = 1, .features = 2}, 1, workers());
    QVERIFY(!none && none.error().code == ErrorCode::TooFewSamples);
    const auto ended = nearestNeighbours(table.view(), 2, workers(), [](double) { return false; });
    QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TstMds)
#include "tst_mds.moc"
