#include "core/util/clock.h"
#include "core/util/latest.h"
#include "core/util/result.h"
#include "core/util/rng.h"
#include "core/util/workers.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <thread>

using namespace hg;

class TstUtil : public QObject {
    Q_OBJECT

private slots:
    void philoxMatchesThePublishedVectors();
    void uniformNumbersFillTheUnitInterval();
    void normalNumbersHaveUnitVariance();
    void streamsDiffer();
    void shuffleIsAPermutation();
    void workersDoEveryPartOnce_data();
    void workersDoEveryPartOnce();
    void workersTakeNoMoreThreadsThanAsked();
    void workersServeSeveralCallers();
    void workersLetNobodyWait();
    void mailboxKeepsTheNewestAndWakesOnce();
    void resultHoldsValueOrError();
};

void TstUtil::philoxMatchesThePublishedVectors()
{
    // Known-answer vectors of Random123 1.14, kat_vectors, philox4x32-10.
    const std::array<std::uint32_t, 4> zeros{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    QVERIFY(philox(0, 0, 0) == zeros);
    const std::array<std::uint32_t, 4> ones{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
    const std::uint64_t all = ~std::uint64_t{0};
    QVERIFY(philox(all, all, all) == ones);
}

void TstUtil::uniformNumbersFillTheUnitInterval()
{
    const Random random(7, 1);
    double sum = 0, least = 1, greatest = 0;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        const double u = random.uniform(static_cast<std::uint64_t>(i));
        sum += u;
        least = std::min(least, u);
        greatest = std::max(greatest, u);
    }
    QVERIFY(least >= 0 && least < 1e-3);
    QVERIFY(greatest < 1 && greatest > 1 - 1e-3);
    QVERIFY(std::abs(sum / count - 0.5) < 5e-3);
}

void TstUtil::normalNumbersHaveUnitVariance()
{
    const Random random(7, 2);
    double sum = 0, squares = 0;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        const double z = random.normal(static_cast<std::uint64_t>(i));
        sum += z;
        squares += z * z;
    }
    QVERIFY(std::abs(sum / count) < 0.02);
    QVERIFY(std::abs(squares / count - 1) < 0.03);
}

void TstUtil::streamsDiffer()
{
    const Random a(1, 1, 0), b(1, 1, 1), c(1, 2, 0), d(2, 1, 0);
    QVERIFY(a.uniform(5) != b.uniform(5));
    QVERIFY(a.uniform(5) != c.uniform(5));
    QVERIFY(a.uniform(5) != d.uniform(5));
    QCOMPARE(a.uniform(5), Random(1, 1, 0).uniform(5));
}

void TstUtil::shuffleIsAPermutation()
{
    auto order = shuffled(1000, Random(3, 4));
    QVERIFY(!std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    std::vector<int> expected(1000);
    std::iota(expected.begin(), expected.end(), 0);
    QVERIFY(order == expected);
    QVERIFY(shuffled(0, Random(3, 4)).empty());
}

void TstUtil::workersDoEveryPartOnce_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("parts");
    for (int threads : {1, 2, 5})
        for (int parts : {0, 1, 2, 7, 300})
            QTest::addRow("%d threads, %d parts", threads, parts) << threads << parts;
}

void TstUtil::workersDoEveryPartOnce()
{
    QFETCH(int, threads);
    QFETCH(int, parts);
    Workers workers(threads);
    QCOMPARE(workers.count(), threads);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(parts));
        workers.run(parts, [&](int part) { ++calls[static_cast<std::size_t>(part)]; });
        QVERIFY(std::all_of(calls.begin(), calls.end(), [](const auto& n) { return n == 1; }));
    }
}

/// One is the caller itself; who is not woken now comes again when all are asked for.
void TstUtil::workersTakeNoMoreThreadsThanAsked()
{
    constexpr int parts = 12;
    Workers workers(4);
    const auto own = std::this_thread::get_id();
    for (int round = 0; round < 100; ++round) {
        int byMyself = 0;
        workers.runOn(1, parts, [&](int) { byMyself += std::this_thread::get_id() == own; });
        QCOMPARE(byMyself, parts);
        std::atomic<int> calls = 0;
        workers.runOn(2, parts, [&](int) { ++calls; });
        workers.runOn(100, parts, [&](int) { ++calls; });
        workers.run(parts, [&](int) { ++calls; });
        QCOMPARE(calls.load(), 3 * parts);
        if (round % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1)); // all asleep
    }
}

void TstUtil::workersServeSeveralCallers()
{
    Workers workers(2);
    std::atomic<int> total = 0;
    const auto caller = [&] {
        for (int i = 0; i < 200; ++i)
            workers.run(3, [&](int) { ++total; });
    };
    {
        std::jthread other(caller);
        caller();
    }
    QCOMPARE(total.load(), 2 * 200 * 3);
}

/// Two calls of which the first cannot end before the second has.
void TstUtil::workersLetNobodyWait()
{
    for (const int parts : {1, 3}) {
        Workers workers(2);
        std::atomic<bool> isBusy = false, isOtherDone = false;
        std::jthread first([&] {
            workers.run(2, [&](int) {
                isBusy = true;
                isBusy.notify_all();
                isOtherDone.wait(false);
            });
        });
        isBusy.wait(false);
        const auto own = std::this_thread::get_id();
        int done = 0;
        workers.run(parts, [&](int) { done += std::this_thread::get_id() == own; });
        isOtherDone = true;
        isOtherDone.notify_all();
        QCOMPARE(done, parts);
    }
}

void TstUtil::mailboxKeepsTheNewestAndWakesOnce()
{
    int wakeUps = 0;
    Latest<int> mailbox([&] { ++wakeUps; });
    mailbox.put(std::make_shared<const int>(1));
    mailbox.put(std::make_shared<const int>(2));
    QCOMPARE(wakeUps, 1);
    QVERIFY(mailbox.isFull());
    QCOMPARE(*mailbox.take(), 2);
    QVERIFY(!mailbox.take());
    mailbox.put(std::make_shared<const int>(3));
    QCOMPARE(wakeUps, 2);
}

void TstUtil::resultHoldsValueOrError()
{
    const Result<int> good = 5;
    QVERIFY(good);
    QCOMPARE(*good, 5);
    const Result<int> bad = Error{ErrorCode::FileNotFound, "a.csv"};
    QVERIFY(!bad);
    QCOMPARE(QString::fromStdString(bad.error().where), QStringLiteral("a.csv"));
    QVERIFY(Result<void>().isOk());
}

QTEST_APPLESS_MAIN(TstUtil)
#include "tst_util.moc"
