#include "core/embed/nearest_rows.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace hg;

namespace {

std::vector<float> normalRows(int count, std::size_t features, std::uint32_t stream)
{
    std::vector<float> numbers;
    const Random random(11, 304, stream);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count) * features; ++i)
        numbers.push_back(static_cast<float>(random.normal(i)));
    return numbers;
}

/// All distances in double.
std::vector<int> byHand(const NearestSearch& search)
{
    const std::size_t d = search.features;
    std::vector<int> found;
    for (std::size_t q = 0; q < search.queries.size() / d; ++q) {
        std::vector<std::pair<double, int>> all;
        for (std::size_t r = 0; r < search.rows.size() / d; ++r) {
            double square = 0;
            for (std::size_t f = 0; f < d; ++f) {
                const double apart = double(search.queries[q * d + f]) - double(search.rows[r * d + f]);
                square += apart * apart;
            }
            if (!search.isWithin || q != r) all.emplace_back(square, static_cast<int>(r));
        }
        std::sort(all.begin(), all.end());
        for (int n = 0; n < search.k; ++n)
            found.push_back(all[static_cast<std::size_t>(n)].second);
    }
    return found;
}

} // namespace

/// The nearest rows of queries, against all distances.
class TstNearestRows : public QObject {
    Q_OBJECT

private slots:
    void areThoseOfAllDistances_data();
    void areThoseOfAllDistances();
    void alikeRowsComeInOrder();
    void outOfRangeIsRefused();
    void stops();
};

void TstNearestRows::areThoseOfAllDistances_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("queries");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("k");
    const auto row = [](int rows, int queries, int features, int k) {
        QTest::addRow("%d of %d rows of %d for %d", k, rows, features, queries)
            << rows << queries << features << k;
    };
    row(2, 0, 1, 1);
    row(300, 0, 2, 5);
    row(200, 130, 2, 7);
    row(200, 0, 8, 10);
    row(97, 64, 200, 3);
    row(5, 3, 4, 5);
}

void TstNearestRows::areThoseOfAllDistances()
{
    QFETCH(int, rows);
    QFETCH(int, queries);
    QFETCH(int, features);
    QFETCH(int, k);
    const auto size = static_cast<std::size_t>(features);
    const auto own = normalRows(rows, size, 0), others = normalRows(queries, size, 1);
    const NearestSearch search{own, queries > 0 ? others : own, size, k, queries == 0};
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        const auto found = nearestRows(search, workers);
        QVERIFY(found);
        QVERIFY(*found == byHand(search));
    }
}

void TstNearestRows::alikeRowsComeInOrder()
{
    const std::vector<float> rows{1, 0, 1, 1, 5}, query{1};
    Workers workers(1);
    QVERIFY(*nearestRows({rows, query, 1, 4, false}, workers) == (std::vector<int>{0, 2, 3, 1}));
    QVERIFY(*nearestRows({rows, rows, 1, 2, true}, workers) ==
            (std::vector<int>{2, 3, 0, 2, 0, 3, 0, 2, 0, 2}));
}

void TstNearestRows::outOfRangeIsRefused()
{
    const std::vector<float> rows{1, 2, 3};
    Workers workers(1);
    for (const auto& [k, isWithin] : {std::pair(0, false), {4, false}, {3, true}}) {
        const auto found = nearestRows({rows, rows, 1, k, isWithin}, workers);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::BadValue);
    }
}

void TstNearestRows::stops()
{
    const auto rows = normalRows(2000, 2, 0);
    Workers workers(2);
    double last = 0;
    const auto found = nearestRows({rows, rows, 2, 3, true}, workers, [&](double share) {
        last = share;
        return share < 0.5;
    });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
    QVERIFY(last >= 0.5 && last < 1);
}

QTEST_GUILESS_MAIN(TstNearestRows)
#include "tst_nearest_rows.moc"
