#include "core/embed/medoids.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace hg;

namespace {

/// `sizes[g]` rows around (10·g², 0).
std::vector<double> heaps(const std::vector<int>& sizes)
{
    std::vector<double> rows;
    const Random random(2, 305);
    for (std::size_t g = 0; g < sizes.size(); ++g)
        for (int i = 0; i < sizes[g]; ++i) {
            rows.push_back(10 * double(g * g) + random.normal(rows.size()));
            rows.push_back(random.normal(rows.size()));
        }
    return rows;
}

double squareOf(const std::vector<double>& rows, int a, int b)
{
    const double dx = rows[static_cast<std::size_t>(2 * a)] - rows[static_cast<std::size_t>(2 * b)],
                 dy = rows[static_cast<std::size_t>(2 * a) + 1] - rows[static_cast<std::size_t>(2 * b) + 1];
    return dx * dx + dy * dy;
}

} // namespace

/// Medoids of k-means groups, in an order that spreads.
class TstMedoids : public QObject {
    Q_OBJECT

private slots:
    void oneOfEachHeap();
    void standNearestToTheirMeans();
    void eachNextIsTheFarthest();
    void areTheSameOnAnyThreads();
    void alikeRowsAreOne();
    void moreThanRowsAreAllRows();
    void faultsAreErrors();
};

void TstMedoids::oneOfEachHeap()
{
    const auto rows = heaps({30, 50, 20});
    Workers workers(1);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto found = medoids(rows, 2, 3, seed, workers);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(3));
        std::set<int> seen;
        for (const int row : *found)
            seen.insert(row < 30 ? 0 : row < 80 ? 1 : 2);
        QCOMPARE(seen.size(), std::size_t(3));
        QVERIFY((*found)[0] >= 30 && (*found)[0] < 80); // the largest
        QVERIFY((*found)[1] >= 80);                     // at 40, while the other is 10 away
    }
}

void TstMedoids::standNearestToTheirMeans()
{
    const auto rows = heaps({40});
    Workers workers(1);
    const auto found = medoids(rows, 2, 1, 1, workers);
    QVERIFY(found);
    double x = 0, y = 0;
    for (int i = 0; i < 40; ++i) {
        x += rows[static_cast<std::size_t>(2 * i)] / 40;
        y += rows[static_cast<std::size_t>(2 * i) + 1] / 40;
    }
    const auto fromMean = [&](int i) {
        return std::hypot(rows[static_cast<std::size_t>(2 * i)] - x,
                          rows[static_cast<std::size_t>(2 * i) + 1] - y);
    };
    for (int i = 0; i < 40; ++i)
        QVERIFY(fromMean(i) >= fromMean(found->front()));
}

void TstMedoids::eachNextIsTheFarthest()
{
    const auto rows = heaps({300});
    Workers workers(1);
    const auto found = *medoids(rows, 2, 20, 3, workers);
    QCOMPARE(found.size(), std::size_t(20));
    const auto toThoseBefore = [&](std::size_t i, int row) {
        double least = 1e300;
        for (std::size_t j = 0; j < i; ++j)
            least = std::min(least, squareOf(rows, row, found[j]));
        return least;
    };
    for (std::size_t i = 1; i < found.size(); ++i)
        for (std::size_t j = i; j < found.size(); ++j)
            QVERIFY(toThoseBefore(i, found[i]) >= toThoseBefore(i, found[j]));
}

void TstMedoids::areTheSameOnAnyThreads()
{
    const auto rows = heaps({400, 300, 200});
    std::vector<std::vector<int>> found;
    for (const int threads : {1, 2, 3}) {
        Workers workers(threads);
        found.push_back(*medoids(rows, 2, 12, 4, workers));
    }
    QVERIFY(found[0] == found[1] && found[0] == found[2]);
    Workers workers(1);
    QVERIFY(*medoids(rows, 2, 12, 5, workers) != found[0]); // another seed
}

void TstMedoids::alikeRowsAreOne()
{
    const std::vector<double> rows{1, 1, 1, 2, 2, 2};
    Workers workers(1);
    auto found = *medoids(rows, 1, 4, 1, workers);
    std::sort(found.begin(), found.end());
    QVERIFY(found == (std::vector<int>{0, 3}));
}

void TstMedoids::moreThanRowsAreAllRows()
{
    const auto rows = heaps({4});
    Workers workers(1);
    QCOMPARE(medoids(rows, 2, 10, 1, workers)->size(), std::size_t(4));
}

void TstMedoids::faultsAreErrors()
{
    Workers workers(1);
    const std::vector<double> rows = heaps({30});
    QCOMPARE(medoids({}, 2, 1, 1, workers).error().code, ErrorCode::TooFewSamples);
    QCOMPARE(medoids(rows, 2, 0, 1, workers).error().code, ErrorCode::BadValue);
    QCOMPARE(medoids(rows, 2, 3, 1, workers, [](double) { return false; }).error().code,
             ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TstMedoids)
#include "tst_medoids.moc"
