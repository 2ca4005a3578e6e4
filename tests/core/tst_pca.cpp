#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

using namespace hg;

Q_DECLARE_METATYPE(hg::Error)

namespace {

using Numbers = std::vector<double>;

/// Rows of floats with their view.
struct Table {
    int rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;

    SampleView view() const { return {.floats = values.data(), .count = rows, .features = columns}; }
    SampleView view(int count) const
    {
        return {.floats = values.data(), .count = count, .features = columns};
    }
};

Workers& workers()
{
    static Workers pool(2);
    return pool;
}

Pca fitted(const Table& table, int k)
{
    auto pca = fitPca(table.view(), k, workers());
    if (!pca) qFatal("the fit failed with code %d", static_cast<int>(pca.error().code));
    return std::move(*pca);
}

bool areClose(const Numbers& found, const Numbers& expected, double tolerance)
{
    return found.size() == expected.size() &&
           std::equal(found.begin(), found.end(), expected.begin(), [&](double a, double b) {
               return std::abs(a - b) <= tolerance; // false for NaN
           });
}

std::string textOf(const Numbers& numbers)
{
    std::string text;
    for (const double number : numbers)
        text += std::to_string(number) + ' ';
    return text;
}

#define COMPARE_CLOSE(found, expected, tolerance)                                                            \
    QVERIFY2(areClose(found, expected, tolerance), (textOf(found) + "instead of " + textOf(expected)).c_str())

/// Largest distance of the Gram matrix of k rows from the identity; NaN counts as infinite.
double orthonormalityError(const Numbers& rows, int k)
{
    const std::size_t d = rows.size() / static_cast<std::size_t>(k);
    double worst = 0;
    for (std::size_t a = 0; a < static_cast<std::size_t>(k); ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            double dot = 0;
            for (std::size_t f = 0; f < d; ++f)
                dot += rows[a * d + f] * rows[b * d + f];
            const double error = std::abs(dot - (a == b ? 1 : 0));
            worst = error <= worst      ? worst
                    : std::isnan(error) ? std::numeric_limits<double>::infinity()
                                        : error;
        }
    return worst;
}

/// Normal numbers, column f scaled by scale(f).
template <class Scale>
Table randomTable(int rows, std::size_t columns, std::uint32_t purpose, const Scale& scale)
{
    Table table{rows, columns, std::vector<float>(static_cast<std::size_t>(rows) * columns)};
    const Random random(5, purpose);
    for (std::size_t i = 0; i < table.values.size(); ++i)
        table.values[i] = static_cast<float>(random.normal(i) * scale(i % columns));
    return table;
}

/// Rows on a subspace of `rank` dimensions (of small whole numbers, so that floats hold them exactly) around
/// a mean of 5.
Table flatTable(int rows, std::size_t columns, std::size_t rank)
{
    Table table{rows, columns, std::vector<float>(static_cast<std::size_t>(rows) * columns, 5.0f)};
    const Random place(6, 1), axis(6, 2);
    for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i)
        for (std::size_t r = 0; r < rank; ++r) {
            const float along = static_cast<float>(place.below(i * rank + r, 41)) - 20;
            for (std::size_t f = 0; f < columns; ++f)
                table.values[i * columns + f] +=
                    along * (static_cast<float>(axis.below(r * columns + f, 7)) - 3);
        }
    return table;
}

Pca firstOf(const Pca& pca, int k)
{
    Pca part = pca;
    part.components.resize(static_cast<std::size_t>(k) * pca.mean.size());
    part.variance.resize(static_cast<std::size_t>(k));
    part.ratio.resize(static_cast<std::size_t>(k));
    return part;
}

double sumOf(const Numbers& numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number;
    return sum;
}

} // namespace

class TstPca : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void byHand_data();
    void byHand();
    void planeOfASimplex();
    void rankDeficient_data();
    void rankDeficient();
    void featuresOfVeryDifferentScales_data();
    void featuresOfVeryDifferentScales();
    void extremeUnits_data();
    void extremeUnits();
    void signRule_data();
    void signRule();
    void tiesTakeTheLowestIndex();
    void errors_data();
    void errors();
    void fewComponentsAgreeWithAll_data();
    void fewComponentsAgreeWithAll();
    void anyNumberOfThreadsGivesTheSame();
    void bytesAreTheirFloats();
    void bytesAreExact_data();
    void bytesAreExact();
    void bytesAllAlike();
    void canBeEnded_data();
    void canBeEnded();
    void repeatedVariances();
    void doublesAreNotNarrowed();
    void projectsAndReconstructs();
    void errorFallsToTheDroppedVariance();
    void scoresAreUncorrelated();
    void principalAngles_data();
    void principalAngles();
    void principalAnglesOfTheSameSpan();
    void mnistRatios();
    void mnistErrors();
    void mnistScoresAndPictures();
    void scoresAndErrorsCanBeEnded();

private:
    const Pca& ofMnist();

    std::shared_ptr<const Dataset> m_mnist;
    std::optional<Pca> m_pca; // 30 components of the 60,000
};

namespace {

/// Every ask tells a share that does not fall; at whichever it is ended, it is Cancelled and asks no more;
/// and watched it gives the same bits.
template <class Work>
void endsAtEveryAsk(const Work& work, std::size_t leastAsks)
{
    std::vector<double> shares;
    const auto whole = work([&](double share) {
        shares.push_back(share);
        return true;
    });
    QVERIFY(whole);
    QVERIFY(*whole == *work({}));
    QVERIFY2(shares.size() >= leastAsks, qPrintable(QString::number(shares.size())));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() >= 0 && shares.back() <= 1);
    for (std::size_t allowed = 0; allowed < shares.size(); ++allowed) {
        std::size_t calls = 0;
        const auto ended = work([&](double) { return calls++ < allowed; });
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, allowed + 1);
    }
}

} // namespace

void TstPca::scoresAndErrorsCanBeEnded()
{
    const Table table = randomTable(4000, 10, 78, [](std::size_t) { return 1.0; });
    const Pca pca = fitted(table, 2);
    Workers two(2); // eight blocks in four rounds
    endsAtEveryAsk([&](const Watch& watch) { return project(pca, table.view(), two, watch); }, 4);
    endsAtEveryAsk([&](const Watch& watch) { return reconstructionError(pca, table.view(), two, watch); }, 4);
}

void TstPca::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    const auto mnist = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY(mnist);
    m_mnist = *mnist;
}

void TstPca::byHand_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<Numbers>("mean");
    QTest::addColumn<Numbers>("components");
    QTest::addColumn<Numbers>("variance");
    QTest::addColumn<Numbers>("ratio");
    const auto row = [](const char* name, Table table, Numbers mean, Numbers components, Numbers variance,
                        Numbers ratio) {
        QTest::newRow(name) << std::move(table) << std::move(mean) << std::move(components)
                            << std::move(variance) << std::move(ratio);
    };
    row("along the axes", {4, 2, {2, 0, -2, 0, 0, 1, 0, -1}}, {0, 0}, {1, 0, 0, 1}, {8.0 / 3, 2.0 / 3},
        {0.8, 0.2});
    // ±10 along (3,4)/5 and ±5 along (4,−3)/5 around (1, 2).
    row("along 3-4-5", {4, 2, {7, 10, -5, -6, 5, -1, -3, 5}}, {1, 2}, {0.6, 0.8, 0.8, -0.6},
        {200.0 / 3, 50.0 / 3}, {0.8, 0.2});
    row("one feature", {3, 1, {1, 2, 6}}, {3}, {1}, {7}, {1});
    row("n < d: two points", {2, 3, {0, 0, 0, 2, 4, 4}}, {1, 2, 2}, {1.0 / 3, 2.0 / 3, 2.0 / 3}, {18}, {1});
    row("n = d", {2, 2, {1, 1, 4, 5}}, {2.5, 3}, {0.6, 0.8}, {12.5}, {1});
    // ±3 along feature 1, ±1 along feature 3.
    row("n < d, two directions", {4, 5, {0, 3, 0, 0, 7, 0, -3, 0, 0, 7, 0, 0, 0, 1, 7, 0, 0, 0, -1, 7}},
        {0, 0, 0, 0, 7}, {0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {6, 2.0 / 3}, {0.9, 0.1});
    row("a constant feature", {3, 2, {-1, 4, 0, 4, 1, 4}}, {0, 4}, {1, 0, 0, 1}, {1, 0}, {1, 0});
    row("far from the origin", {3, 2, {1000001, 4, 1000002, 4, 1000003, 4}}, {1000002, 4}, {1, 0, 0, 1},
        {1, 0}, {1, 0});
}

void TstPca::byHand()
{
    QFETCH(Table, table);
    QFETCH(Numbers, mean);
    QFETCH(Numbers, components);
    QFETCH(Numbers, variance);
    QFETCH(Numbers, ratio);
    const int k = static_cast<int>(variance.size());
    const Pca pca = fitted(table, k);
    QCOMPARE(pca.count(), k);
    COMPARE_CLOSE(pca.mean, mean, 1e-12);
    COMPARE_CLOSE(pca.components, components, 1e-12);
    COMPARE_CLOSE(pca.variance, variance, 1e-12);
    COMPARE_CLOSE(pca.ratio, ratio, 1e-12);
    // The first component alone is the same one.
    const Pca first = fitted(table, 1);
    QCOMPARE(first.count(), 1);
    COMPARE_CLOSE(first.components,
                  Numbers(components.begin(), components.begin() + static_cast<std::ptrdiff_t>(mean.size())),
                  1e-12);
}

void TstPca::planeOfASimplex()
{
    // Unit vectors: 1/2 of variance in every direction of the plane across (1,1,1), so only the plane is
    // certain.
    const Pca pca = fitted({3, 3, {1, 0, 0, 0, 1, 0, 0, 0, 1}}, 0);
    QCOMPARE(pca.count(), 2); // n − 1
    COMPARE_CLOSE(pca.variance, (Numbers{0.5, 0.5}), 1e-12);
    COMPARE_CLOSE(pca.ratio, (Numbers{0.5, 0.5}), 1e-12);
    QVERIFY(orthonormalityError(pca.components, 2) < 1e-12);
    for (std::size_t c = 0; c < 2; ++c)
        QVERIFY(std::abs(pca.components[3 * c] + pca.components[3 * c + 1] + pca.components[3 * c + 2]) <
                1e-12);
}

void TstPca::rankDeficient_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rank");
    QTest::addColumn<int>("k");
    QTest::newRow("n > d, all components") << 60 << 10 << 3 << 0;
    QTest::newRow("n > d, some") << 60 << 10 << 3 << 5;
    QTest::newRow("n = d") << 12 << 12 << 4 << 0;
    QTest::newRow("n < d, all components") << 20 << 50 << 3 << 0;
    QTest::newRow("n < d, one more than the rank") << 20 << 50 << 3 << 4;
    QTest::newRow("n < d, large") << 150 << 400 << 6 << 0;
    QTest::newRow("few of many features") << 300 << 160 << 4 << 12;
    QTest::newRow("rank 1") << 30 << 8 << 1 << 0;
    QTest::newRow("rank 1, n < d") << 5 << 8 << 1 << 0;
}

void TstPca::rankDeficient()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, rank);
    QFETCH(int, k);
    const Table table = flatTable(rows, static_cast<std::size_t>(columns), static_cast<std::size_t>(rank));
    const Pca pca = fitted(table, k);
    const int count = k == 0 ? std::min(rows - 1, columns) : k;
    QCOMPARE(pca.count(), count);
    QCOMPARE(pca.components.size(), static_cast<std::size_t>(count) * static_cast<std::size_t>(columns));
    const double error = orthonormalityError(pca.components, count);
    QVERIFY2(error < 1e-10, std::to_string(error).c_str());
    QVERIFY(std::is_sorted(pca.variance.rbegin(), pca.variance.rend()));
    for (int i = 0; i < count; ++i) {
        const double ratio = pca.ratio[static_cast<std::size_t>(i)];
        if (i < rank)
            QVERIFY(ratio > 1e-4);
        else
            QVERIFY2(ratio >= 0 && ratio < 1e-14, std::to_string(ratio).c_str());
    }
    QVERIFY(std::abs(sumOf(pca.ratio) - 1) < 1e-12);
    // As many components as dimensions give every row back.
    QVERIFY(reconstructionError(firstOf(pca, rank), table.view(), workers()) < 1e-20 * sumOf(pca.variance));
}

void TstPca::featuresOfVeryDifferentScales_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("n > d") << 60 << 8;
    QTest::newRow("n < d") << 7 << 8;
    QTest::newRow("n = d") << 8 << 8;
}

void TstPca::featuresOfVeryDifferentScales()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    // Ratios of variance down to 1e-14 and beyond: where directions drown in rounding, they still have to be
    // orthonormal.
    const Table table = randomTable(rows, static_cast<std::size_t>(columns), 3, [](std::size_t f) {
        return std::pow(10.0, -1.2 * static_cast<double>(f));
    });
    const Pca pca = fitted(table, 0);
    const double error = orthonormalityError(pca.components, pca.count());
    QVERIFY2(error < 1e-10, QByteArray::number(error).constData());
    QVERIFY(std::is_sorted(pca.variance.rbegin(), pca.variance.rend()));
}

void TstPca::extremeUnits_data()
{
    QTest::addColumn<double>("unit");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1e-25") << 1e-25;
    QTest::newRow("1e25") << 1e25;
}

void TstPca::extremeUnits()
{
    // Large enough for the products in float, whose squares have no room for such units.
    QFETCH(double, unit);
    Table table = randomTable(16000, 512, 4,
                              [&](std::size_t f) { return f < 2 ? unit * static_cast<double>(3 - f) : 0.0; });
    const Pca pca = fitted(table, 2);
    QVERIFY(std::abs(pca.ratio[0] - 9.0 / 13) < 0.01);
    QVERIFY(std::abs(sumOf(pca.ratio) - 1) < 1e-6);
    QVERIFY(std::abs(pca.variance[0] / (9 * unit * unit) - 1) < 0.05);
    QVERIFY(pca.components[0] > 0.999);
    QVERIFY(pca.components[512 + 1] > 0.999);
}

void TstPca::signRule_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<Numbers>("first");
    const double half = std::sqrt(0.5);
    const auto row = [](const char* name, Table table, Numbers first) {
        QTest::newRow(name) << std::move(table) << std::move(first);
    };
    row("largest entry is second", {3, 2, {-1, 2, 0, 0, 1, -2}}, {-1 / std::sqrt(5), 2 / std::sqrt(5)});
    row("largest entry is first", {3, 2, {-2, 1, 0, 0, 2, -1}}, {2 / std::sqrt(5), -1 / std::sqrt(5)});
    // Ties: the lowest index, whatever the last bits say.
    row("tie", {3, 2, {-1, 1, 0, 0, 1, -1}}, {half, -half});
    row("tie, n = d", {2, 2, {0.3f, 0.6f, 0.6f, 0.3f}}, {half, -half});
    row("tie, n < d", {2, 4, {0, 1, -1, 1, 0, -1, 1, -1}},
        {0, std::sqrt(1.0 / 3), -std::sqrt(1.0 / 3), std::sqrt(1.0 / 3)});
    row("tie of three",
        {5, 3, {-0.1f, 0.1f, 0.1f, 0.3f, -0.3f, -0.3f, 0, 0, 0, 0.7f, -0.7f, -0.7f, -1, 1, 1}},
        {std::sqrt(1.0 / 3), -std::sqrt(1.0 / 3), -std::sqrt(1.0 / 3)});
}

void TstPca::signRule()
{
    QFETCH(Table, table);
    QFETCH(Numbers, first);
    COMPARE_CLOSE(fitted(table, 1).components, first, 1e-7);
    // The mirrored data have the same components.
    for (float& value : table.values)
        value = -value;
    COMPARE_CLOSE(fitted(table, 1).components, first, 1e-7);
}

void TstPca::tiesTakeTheLowestIndex()
{
    // Multiples of (1, −1, 1, −1, …): the entries differ by rounding alone, which may not decide.
    const Random random(15, 1);
    for (int rows = 2; rows <= 14; ++rows)
        for (std::size_t columns = 2; columns <= 13; ++columns) {
            Table table{rows, columns, {}};
            for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i)
                for (std::size_t f = 0; f < columns; ++f)
                    table.values.push_back(static_cast<float>(random.normal(i + columns)) *
                                           (f % 2 == 0 ? 1.0f : -1.0f));
            const Pca pca = fitted(table, 1);
            QVERIFY2(pca.components[0] > 0, (std::to_string(rows) + " x " + std::to_string(columns)).c_str());
        }
}

void TstPca::errors_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<int>("k");
    QTest::addColumn<Error>("error");
    const Table good{3, 2, {0, 1, 2, 3, 4, 6}};
    const auto row = [](const char* name, const Table& table, int k, Error error) {
        QTest::newRow(name) << table << k << std::move(error);
    };
    row("no samples", {0, 2, {}}, 1, {ErrorCode::TooFewSamples, "", {0, 2}});
    row("one sample", {1, 2, {1, 2}}, 1, {ErrorCode::TooFewSamples, "", {1, 2}});
    row("negative k", good, -1, {ErrorCode::BadValue, "", {1, 2}, "-1"});
    row("more than features", good, 3, {ErrorCode::TooManyComponents, "", {3, 2}});
    row("more than n − 1", {2, 5, {1, 2, 3, 4, 5, 6, 7, 8, 9, 0}}, 2,
        {ErrorCode::TooManyComponents, "", {2, 1}});
    row("all alike", {4, 2, {0.1f, 0.7f, 0.1f, 0.7f, 0.1f, 0.7f, 0.1f, 0.7f}}, 1, {ErrorCode::NoVariance});
    row("all alike, n < d", {3, 4, {0.1f, 0.2f, 0.3f, 0.4f, 0.1f, 0.2f, 0.3f, 0.4f, 0.1f, 0.2f, 0.3f, 0.4f}},
        0, {ErrorCode::NoVariance});
}

void TstPca::errors()
{
    QFETCH(Table, table);
    QFETCH(int, k);
    QFETCH(Error, error);
    const auto pca = fitPca(table.view(), k, workers());
    QVERIFY(!pca);
    QCOMPARE(pca.error().code, error.code);
    QVERIFY(pca.error() == error);
}

void TstPca::fewComponentsAgreeWithAll_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("k");
    QTest::addColumn<double>("decay");
    QTest::newRow("1 of 120") << 120 << 1 << 0.9;
    QTest::newRow("15 of 120") << 120 << 15 << 0.9;
    QTest::newRow("slow decay") << 160 << 10 << 0.97;
    QTest::newRow("fast decay") << 101 << 12 << 0.6;
    QTest::newRow("16 of 120 is not few") << 120 << 16 << 0.9;
}

void TstPca::fewComponentsAgreeWithAll()
{
    QFETCH(int, columns);
    QFETCH(int, k);
    QFETCH(double, decay);
    const Table table = randomTable(400, static_cast<std::size_t>(columns), 7,
                                    [&](std::size_t f) { return std::pow(decay, static_cast<double>(f)); });
    const Pca all = fitted(table, 0), few = fitted(table, k), expected = firstOf(all, k);
    QCOMPARE(all.count(), columns);
    QCOMPARE(few.count(), k);
    QVERIFY(std::abs(sumOf(all.ratio) - 1) < 1e-12);
    COMPARE_CLOSE(few.variance, expected.variance, 1e-12 * all.variance[0]);
    COMPARE_CLOSE(few.ratio, expected.ratio, 1e-12);
    COMPARE_CLOSE(few.components, expected.components, 1e-7);
    QVERIFY(orthonormalityError(few.components, k) < 1e-12);
}

void TstPca::anyNumberOfThreadsGivesTheSame()
{
    const Table table = randomTable(5000, 20, 8, [](std::size_t f) { return 1.0 + static_cast<double>(f); });
    Workers one(1), three(3);
    const auto a = fitPca(table.view(), 4, one), b = fitPca(table.view(), 4, three);
    QVERIFY(a && b);
    QVERIFY(a->components == b->components);
    QVERIFY(a->variance == b->variance);
    QVERIFY(project(*a, table.view(), one) == project(*b, table.view(), three));
    QCOMPARE(reconstructionError(*a, table.view(), one), reconstructionError(*b, table.view(), three));
}

void TstPca::bytesAreTheirFloats()
{
    std::vector<std::uint8_t> bytes(200 * 6);
    Table table{200, 6, {}};
    const Random random(9, 9);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(random.below(i, 20 + 40 * (i % 6)));
        table.values.push_back(static_cast<float>(bytes[i]) * (1.0f / 255.0f));
    }
    const auto ofBytes = fitPca({.bytes = bytes.data(), .count = 200, .features = 6}, 3, workers());
    const Pca ofFloats = fitted(table, 3);
    QVERIFY(ofBytes);
    COMPARE_CLOSE(ofBytes->mean, ofFloats.mean, 1e-7); // 1/255 is no float
    COMPARE_CLOSE(ofBytes->components, ofFloats.components, 1e-5);
    COMPARE_CLOSE(ofBytes->variance, ofFloats.variance, 1e-7);
}

void TstPca::bytesAreExact_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    for (const auto& [rows, columns] : {std::pair(9, 3), std::pair(48, 47), std::pair(101, 48),
                                        std::pair(150, 97), std::pair(2049, 5), std::pair(4100, 50)})
        QTest::addRow("%d x %d", rows, columns) << rows << columns;
}

void TstPca::bytesAreExact()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const auto d = static_cast<std::size_t>(columns);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(rows) * d);
    Numbers numbers;
    const Random random(16, 1);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        // Feature 1 never changes; the others reach both ends of a byte.
        const std::size_t feature = i % d, value = random.below(i, 256);
        const std::size_t extreme = feature == 1 || value > 127 ? 255 : 0;
        bytes[i] = static_cast<std::uint8_t>(feature < 2 ? extreme : value / (1 + feature % 5));
        numbers.push_back(bytes[i] / 255.0);
    }
    const SampleView ofBytes{.bytes = bytes.data(), .count = rows, .features = d},
        ofDoubles{.doubles = numbers.data(), .count = rows, .features = d};
    const auto found = fitPca(ofBytes, 0, workers()), expected = fitPca(ofDoubles, 0, workers());
    QVERIFY(found && expected);
    COMPARE_CLOSE(found->mean, expected->mean, 1e-14);
    COMPARE_CLOSE(found->variance, expected->variance, 1e-14);
    COMPARE_CLOSE(firstOf(*found, 1).components, firstOf(*expected, 1).components, 1e-10);
    for (const int threads : {1, 3}) {
        Workers pool(threads);
        const auto again = fitPca(ofBytes, 0, pool);
        QVERIFY(again && again->mean == found->mean && again->variance == found->variance);
        QVERIFY(again->components == found->components);
    }
}

void TstPca::bytesAllAlike()
{
    const std::vector<std::uint8_t> bytes(3 * 100, 77);
    const auto pca = fitPca({.bytes = bytes.data(), .count = 100, .features = 3}, 1, workers());
    QVERIFY(!pca);
    QCOMPARE(pca.error().code, ErrorCode::NoVariance);
}

void TstPca::canBeEnded_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("inBytes");
    QTest::addColumn<int>("asks");
    // Two passes over blocks of 512 rows, the scatter of eight at a time or of 2,048 bytes; once the pairs.
    QTest::newRow("bytes") << 5000 << 120 << true << 4;
    QTest::newRow("floats") << 4200 << 120 << false << 9 + 9 + 2 + 1;
    QTest::newRow("n < d") << 110 << 200 << false << 1 + 1 + 1 + 1;
}

void TstPca::canBeEnded()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(bool, inBytes);
    QFETCH(int, asks);
    const Table table =
        randomTable(rows, static_cast<std::size_t>(columns), 17, [](std::size_t) { return 1.0; });
    std::vector<std::uint8_t> bytes;
    for (const float value : table.values)
        bytes.push_back(static_cast<std::uint8_t>(std::clamp(128 + 30 * value, 0.0f, 255.0f)));
    SampleView view = table.view();
    if (inBytes) view = {.bytes = bytes.data(), .count = rows, .features = view.features};
    endsAtEveryAsk(
        [&](const Watch& watch) -> Result<std::vector<double>> {
            auto pca = fitPca(view, 2, workers(), watch);
            if (!pca) return pca.error();
            return std::move(pca->components);
        },
        static_cast<std::size_t>(asks));
}

void TstPca::repeatedVariances()
{
    // Of six variances three are equal, twice: the axes are free, the variances are not.
    Table table{240, 120, std::vector<float>(240 * 120)};
    const std::vector<float> sizes{9, 9, 9, 4, 4, 4, 1};
    for (std::size_t f = 0; f < 120; ++f) {
        const float size = f < sizes.size() ? sizes[f] : 0.5f;
        table.values[2 * f * 120 + f] = size;
        table.values[(2 * f + 1) * 120 + f] = -size;
    }
    for (const int k : {1, 2, 3, 4, 6, 7}) {
        const Pca pca = fitted(table, k);
        for (std::size_t i = 0; i < static_cast<std::size_t>(k); ++i)
            QVERIFY2(std::abs(pca.variance[i] * 239 / 2 - static_cast<double>(sizes[i] * sizes[i])) < 1e-9,
                     textOf(pca.variance).c_str());
        QVERIFY(orthonormalityError(pca.components, k) < 1e-12);
    }
}

void TstPca::doublesAreNotNarrowed()
{
    // As floats the two rows would be the same.
    const Numbers rows{16777217, 1, 16777216, 1};
    const auto pca = fitPca({.doubles = rows.data(), .count = 2, .features = 2}, 1, workers());
    QVERIFY(pca);
    QVERIFY(pca->mean == (Numbers{16777216.5, 1}));
    COMPARE_CLOSE(pca->variance, Numbers{0.5}, 1e-12);
    const std::vector<float> scores =
        project(*pca, {.doubles = rows.data(), .count = 2, .features = 2}, workers());
    COMPARE_CLOSE(Numbers(scores.begin(), scores.end()), (Numbers{0.5, -0.5}), 1e-7);
}

void TstPca::projectsAndReconstructs()
{
    // The data of "along 3-4-5": scores are ±10 and ±5.
    const Table table{4, 2, {7, 10, -5, -6, 5, -1, -3, 5}};
    const Pca both = fitted(table, 2), one = firstOf(both, 1);
    const auto widened = [](const std::vector<float>& v) { return Numbers(v.begin(), v.end()); };
    const std::vector<float> scores = project(both, table.view(), workers());
    COMPARE_CLOSE(widened(scores), (Numbers{10, 0, -10, 0, 0, 5, 0, -5}), 1e-5);
    for (std::size_t i = 0; i < 4; ++i)
        COMPARE_CLOSE(widened(reconstruct(both, scores.data() + 2 * i)),
                      (Numbers{table.values[2 * i], table.values[2 * i + 1]}), 1e-5);
    COMPARE_CLOSE(widened(project(one, table.view(), workers())), (Numbers{10, -10, 0, 0}), 1e-5);
    const float score = 10;
    COMPARE_CLOSE(widened(reconstruct(one, &score)), (Numbers{7, 10}), 1e-6);
    const float nothing = 0;
    COMPARE_CLOSE(widened(reconstruct(one, &nothing)), (Numbers{1, 2}), 1e-6);
    // Two rows are 5 away from the line: 2 · 25 / (4 · 2).
    QVERIFY(std::abs(reconstructionError(one, table.view(), workers()) - 6.25) < 1e-12);
    QVERIFY(reconstructionError(both, table.view(), workers()) < 1e-24);
    QVERIFY(project(both, table.view(0), workers()).empty());
}

void TstPca::errorFallsToTheDroppedVariance()
{
    // On its own data the error is what the components left out vary, (n−1)/(n·d) of it.
    constexpr int rows = 1500, columns = 12; // more than one block of rows
    const Table table =
        randomTable(rows, columns, 10, [](std::size_t f) { return 1.0 + static_cast<double>(f * f); });
    const Pca all = fitted(table, 0);
    for (const int k : {1, 2, 5, 11, 12}) {
        double dropped = 0;
        for (std::size_t i = static_cast<std::size_t>(k); i < columns; ++i)
            dropped += all.variance[i];
        const double error = reconstructionError(firstOf(all, k), table.view(), workers());
        QVERIFY2(std::abs(error - dropped * (rows - 1) / rows / columns) < 1e-10 * all.variance[0],
                 std::to_string(k).c_str());
    }
}

void TstPca::scoresAreUncorrelated()
{
    constexpr std::size_t rows = 1200, k = 3;
    const Table table = randomTable(rows, 9, 11, [](std::size_t f) { return 1.0 + static_cast<double>(f); });
    const Pca pca = fitted(table, k);
    const std::vector<float> scores = project(pca, table.view(), workers());
    QCOMPARE(scores.size(), rows * k);
    for (std::size_t a = 0; a < k; ++a)
        for (std::size_t b = 0; b < k; ++b) {
            double sum = 0;
            for (std::size_t i = 0; i < rows; ++i)
                sum += static_cast<double>(scores[i * k + a]) * static_cast<double>(scores[i * k + b]);
            QVERIFY(std::abs(sum / (rows - 1) - (a == b ? pca.variance[a] : 0)) < 1e-5 * pca.variance[0]);
        }
}

void TstPca::principalAngles_data()
{
    QTest::addColumn<Numbers>("a");
    QTest::addColumn<Numbers>("b");
    QTest::addColumn<int>("count");
    QTest::addColumn<Numbers>("angles");
    const auto row = [](const char* name, Numbers a, Numbers b, int count, Numbers angles) {
        QTest::newRow(name) << std::move(a) << std::move(b) << count << std::move(angles);
    };
    const auto turned = [](double degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        return Numbers{std::cos(angle), std::sin(angle)};
    };
    for (const double degrees :
         {0.0, 1e-9, 1e-6, 1e-3, 1.0, 30.0, 44.0, 45.0, 46.0, 60.0, 89.0, 89.999999, 90.0})
        QTest::newRow(("lines at " + QByteArray::number(degrees, 'g', 9)).constData())
            << Numbers{1, 0} << turned(degrees) << 1 << Numbers{degrees};
    row("lines have no direction", {1, 0}, turned(150), 1, {30});
    row("lengths do not matter", {5, 0}, {-300, -300}, 1, {45});
    row("planes across each other", {1, 0, 0, 0, 0, 1, 0, 0}, {0, 0, 1, 0, 0, 0, 0, 1}, 2, {90, 90});
    row("planes with a common line", {1, 0, 0, 0, 1, 0}, {1, 0, 0, 0, 0, 1}, 2, {90, 0});
    row("the whole space", {1, 0, 0, 1}, {1, 1, 0, 3}, 2, {0, 0});
    // Turned by 50° in the plane of axes 0 and 2, by 1e-6° in that of 1 and 3; given by slanted, unequal
    // rows.
    const Numbers wide = turned(50), tiny = turned(1e-6);
    row("one wide, one tiny", {1, 1, 0, 0, 1, -2, 0, 0},
        {2 * wide[0], tiny[0], 2 * wide[1], tiny[1], wide[0], 7 * tiny[0], wide[1], 7 * tiny[1]}, 2,
        {50, 1e-6});
}

void TstPca::principalAngles()
{
    QFETCH(Numbers, a);
    QFETCH(Numbers, b);
    QFETCH(int, count);
    QFETCH(Numbers, angles);
    for (const auto& found : {hg::principalAngles(a, b, count), hg::principalAngles(b, a, count)}) {
        QCOMPARE(found.size(), angles.size());
        for (std::size_t i = 0; i < angles.size(); ++i)
            QVERIFY2(std::abs(found[i] - angles[i]) < 1e-13 + 1e-14 * 180,
                     QByteArray::number(found[i], 'g', 17).constData());
    }
}

void TstPca::principalAnglesOfTheSameSpan()
{
    // Five rows of 784 and as many mixtures of them.
    const Table rows = randomTable(5, 784, 12, [](std::size_t) { return 1.0; });
    const Numbers a(rows.values.begin(), rows.values.end());
    const Random random(13, 1);
    Numbers b(a.size());
    for (std::size_t i = 0; i < 5; ++i)
        for (std::size_t j = 0; j < 5; ++j)
            for (std::size_t f = 0; f < 784; ++f)
                b[i * 784 + f] += random.normal(i * 5 + j) * a[j * 784 + f];
    const Numbers same = hg::principalAngles(a, b, 5);
    QCOMPARE(same.size(), std::size_t{5});
    QVERIFY2(same[0] < 1e-11, textOf(same).c_str());
    // Five others in so many dimensions are nearly across.
    const Table others = randomTable(5, 784, 14, [](std::size_t) { return 1.0; });
    const Numbers wide = hg::principalAngles(a, Numbers(others.values.begin(), others.values.end()), 5);
    QVERIFY(std::is_sorted(wide.rbegin(), wide.rend()));
    QVERIFY(wide[4] > 75 && wide[0] <= 90);
}

const Pca& TstPca::ofMnist()
{
    if (!m_pca) m_pca = *fitPca(m_mnist->train.view(), 30, workers());
    return *m_pca;
}

void TstPca::mnistRatios()
{
    // Explained variance of the 60,000: 9.70 %, 7.10 %, 6.17 % (as any exact PCA of them gives).
    const Pca& pca = ofMnist();
    QCOMPARE(pca.count(), 30);
    QVERIFY(std::abs(pca.ratio[0] - 0.0970) < 5e-5);
    QVERIFY(std::abs(pca.ratio[1] - 0.0710) < 5e-5);
    QVERIFY(std::abs(pca.ratio[2] - 0.0617) < 5e-5);
    QVERIFY(orthonormalityError(pca.components, 30) < 1e-12);
    for (std::size_t c = 0; c < 30; ++c) {
        const auto row = pca.components.begin() + static_cast<std::ptrdiff_t>(c * 784);
        const auto largest =
            std::max_element(row, row + 784, [](double a, double b) { return std::abs(a) < std::abs(b); });
        QVERIFY(*largest > 0);
    }
}

void TstPca::mnistErrors()
{
    const double two = reconstructionError(firstOf(ofMnist(), 2), m_mnist->test.view(), workers());
    const double thirty = reconstructionError(ofMnist(), m_mnist->test.view(), workers());
    QVERIFY2(std::abs(two - 0.05567) < 1e-5, QByteArray::number(two, 'g', 8).constData());
    QVERIFY2(std::abs(thirty - 0.01769) < 2e-5, QByteArray::number(thirty, 'g', 8).constData());
}

void TstPca::mnistScoresAndPictures()
{
    // The error is the one of the pictures that scores give back, one at a time.
    const Pca& pca = ofMnist();
    const SampleView some = m_mnist->test.view(700);
    const std::vector<float> scores = project(pca, some, workers());
    QCOMPARE(scores.size(), std::size_t{700 * 30});
    double sum = 0;
    for (int i = 0; i < some.count; ++i) {
        const std::vector<float> picture = reconstruct(pca, scores.data() + std::ptrdiff_t{i} * 30);
        for (std::size_t f = 0; f < 784; ++f) {
            const double difference = static_cast<double>(picture[f]) - static_cast<double>(some.value(i, f));
            sum += difference * difference;
        }
    }
    QVERIFY(std::abs(sum / (700 * 784) - reconstructionError(pca, some, workers())) < 1e-8);
}

QTEST_GUILESS_MAIN(TstPca)
#include "tst_pca.moc"
