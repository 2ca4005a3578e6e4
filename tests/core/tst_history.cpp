#include "core/train/history.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace hg;

namespace {

/// A point with `weights` numbers, and twice as many in its optimiser's memory.
HistoryPoint pointAt(int update, std::size_t weights = 100)
{
    HistoryPoint point{.update = update};
    point.model = std::make_shared<const Model>(Model{nullptr, std::vector<float>(weights), {}});
    OptimizerState memory{.update = update};
    if (update > 0) memory.first = memory.second = std::vector<float>(weights);
    point.optimizer = std::make_shared<const OptimizerState>(std::move(memory));
    return point;
}

std::vector<HistoryPoint> historyOf(int total)
{
    std::vector<HistoryPoint> points;
    for (int u = 0; u <= total; ++u)
        if (isHistoryUpdate(u, total)) points.push_back(pointAt(u));
    return points;
}

std::set<int> updatesOf(const std::vector<HistoryPoint>& points)
{
    std::set<int> updates;
    for (const HistoryPoint& p : points)
        updates.insert(p.update);
    return updates;
}

constexpr std::size_t pointBytes = 100 * sizeof(float);

} // namespace

class TstHistory : public QObject {
    Q_OBJECT

private slots:
    void bytesAreCountedOnce();
    void memoriesGoFirst();
    void roundOnesGoLast();
    void turnsStay();
    void whatRemainsIsSpreadGeometrically();
    void aGrowingHistoryKeepsWithinItsBudget();
    void lossesUpToAnUpdate();
    void missingPiecesAreCoarseFirst();
    void aRecipeHoldsFromItsUpdate();
    void changesOfTheRateAreJoined();
};

void TstHistory::bytesAreCountedOnce()
{
    std::vector<HistoryPoint> points{pointAt(0), pointAt(1)};
    QCOMPARE(bytesOf(points), 4 * pointBytes); // update 0 remembers nothing
    points[1].codes = std::make_shared<const std::vector<float>>(10);
    QCOMPARE(bytesOf(points), 4 * pointBytes + 40);
    points.push_back(points[1]);
    points.back().update = 2;
    QCOMPARE(bytesOf(points), 4 * pointBytes + 40);
}

void TstHistory::memoriesGoFirst()
{
    auto points = historyOf(1000);
    const auto all = updatesOf(points);
    thinOut(points, (points.size() + 2 * 20) * pointBytes); // room for twenty memories
    QVERIFY(updatesOf(points) == all);
    int kept = 0;
    for (const HistoryPoint& p : points) {
        const bool mustStay = isRoundUpdate(p.update) || p.update == 1000;
        QVERIFY(p.optimizer || !mustStay);
        kept += p.optimizer && p.update > 0;
    }
    QCOMPARE(kept, 20);
}

void TstHistory::roundOnesGoLast()
{
    auto points = historyOf(1234);
    thinOut(points, 40 * pointBytes); // 0, nine round ones and the newest, with their memories, and a few
    const auto left = updatesOf(points);
    for (const int u : {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1234})
        QVERIFY2(left.contains(u), std::to_string(u).c_str());
    for (const HistoryPoint& p : points)
        if (isRoundUpdate(p.update)) QVERIFY(p.optimizer);
    thinOut(points, 14 * pointBytes);
    QVERIFY(bytesOf(points) <= 14 * pointBytes);
    for (const HistoryPoint& p : points)
        QVERIFY(isRoundUpdate(p.update) || p.update == 1234);
    thinOut(points, 0);
    QVERIFY(updatesOf(points) == std::set<int>({0, 1234})); // these stay whatever they take
    QVERIFY(points.back().optimizer);
}

void TstHistory::turnsStay()
{
    auto points = historyOf(1000);
    const auto turn = std::find_if(points.begin(), points.end(), [](auto& p) { return p.update == 77; });
    turn->isTurn = true;
    thinOut(points, 0);
    QVERIFY(updatesOf(points) == std::set<int>({0, 77, 1000}));
    QVERIFY(points[1].optimizer);
}

void TstHistory::whatRemainsIsSpreadGeometrically()
{
    auto points = historyOf(10'000);
    thinOut(points, 80 * pointBytes);
    for (std::size_t i = 1; i < points.size(); ++i)
        QVERIFY(std::log1p(points[i].update) - std::log1p(points[i - 1].update) < 0.75); // as from 0 to 1
}

void TstHistory::aGrowingHistoryKeepsWithinItsBudget()
{
    std::vector<HistoryPoint> points;
    constexpr int total = 3000;
    for (int u = 0; u <= total; ++u)
        if (isHistoryUpdate(u, total)) {
            points.push_back(pointAt(u));
            thinOut(points, 60 * pointBytes);
            QVERIFY(bytesOf(points) <= 60 * pointBytes);
            QCOMPARE(points.front().update, 0);
            QCOMPARE(points.back().update, u);
        }
}

void TstHistory::lossesUpToAnUpdate()
{
    LossLog log;
    for (int u = 1; u <= 700; ++u)
        log.add({u, static_cast<float>(u)});
    for (const int end : {0, 1, 255, 256, 257, 512, 600, 700, 900}) {
        LossLog part = log.upTo(end);
        QCOMPARE(part.size(), static_cast<std::size_t>(std::min(end, 700)));
        part.add({end + 1, 0});
        int next = 1;
        part.forEach([&](const LossPoint& p) {
            if (p.update <= std::min(end, 700)) QCOMPARE(p.update, next++);
        });
    }
    QCOMPARE(log.size(), std::size_t{700});
}

void TstHistory::missingPiecesAreCoarseFirst()
{
    auto points = historyOf(1000);
    points[0].testError = 1;
    points[0].codes = std::make_shared<const std::vector<float>>(2);
    std::vector<int> order;
    while (const auto piece = nextMissing(points, true)) {
        if (piece->kind == MissingPiece::Kind::Codes) break; // errors come before all codes
        points[piece->point].testError = 1;
        order.push_back(points[piece->point].update);
    }
    QCOMPARE(order.size(), points.size() - 1);
    QCOMPARE(order.front(), 1000);
    // After n of them no gap is wider than the range halved log2(n) times, up to the spacing of the points.
    std::set<int> measured{0};
    for (std::size_t i = 0; i < 9; ++i)
        measured.insert(order[i]);
    double widest = 0, last = 0;
    for (const int u : measured) {
        widest = std::max(widest, std::log1p(u) - last);
        last = std::log1p(u);
    }
    QVERIFY(widest < std::log(1001.0) / 4);
    for (const bool wantsErrors : {false, true})
        QVERIFY(nextMissing(points, wantsErrors)->kind == MissingPiece::Kind::Codes);
    for (HistoryPoint& p : points)
        p.codes = points[0].codes;
    QVERIFY(!nextMissing(points, true));
    points[3].testError.reset();
    QVERIFY(nextMissing(points, true) && !nextMissing(points, false)); // data without a held-out part
    QVERIFY(!nextMissing({}, true));
}

void TstHistory::aRecipeHoldsFromItsUpdate()
{
    const std::vector<RecipePart> parts{{0, {.batch = 1}}, {10, {.batch = 2}}, {20, {.batch = 3}}};
    QCOMPARE(recipeAt(parts, 0).batch, 1);
    QCOMPARE(recipeAt(parts, 9).batch, 1);
    QCOMPARE(recipeAt(parts, 10).batch, 2);
    QCOMPARE(recipeAt(parts, 25).batch, 3);
}

void TstHistory::changesOfTheRateAreJoined()
{
    std::vector<RunEvent> events;
    addRateChange(events, 5, 0.1, 0.2);
    addRateChange(events, 5, 0.2, 0.3);
    QCOMPARE(events.size(), std::size_t{1});
    QVERIFY((events[0] == RunEvent{5, RunEvent::Kind::LearningRate, 0.1, 0.3}));
    addRateChange(events, 9, 0.3, 0.3);
    QCOMPARE(events.size(), std::size_t{1});
    addRateChange(events, 5, 0.3, 0.1);
    QVERIFY(events.empty());
}

QTEST_APPLESS_MAIN(TstHistory)
#include "tst_history.moc"
