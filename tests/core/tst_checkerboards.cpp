#include "core/data/dataset.h"
#include "core/engine/plan.h"
#include "core/lab/checkerboards.h"
#include "core/train/trainer.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace hg;

namespace {

constexpr int side = 28;

template <class Function>
TensorD pictureOf(const Function& valueAt)
{
    TensorD picture(1, {1, side, side});
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            picture.at(0, 0, y, x) = valueAt(y, x);
    return picture;
}

double sign(int n)
{
    return n % 2 == 0 ? 1 : -1;
}

} // namespace

Q_DECLARE_METATYPE(Doubling)

/// Three ways to double a picture, and how much of a grid is in it.
class TstCheckerboards : public QObject {
    Q_OBJECT

private slots:
    void gridsAreMeasured_data();
    void gridsAreMeasured();
    void smoothPicturesHaveNone_data();
    void smoothPicturesHaveNone();
    void twoGridsAddAsSquares();
    void theDigitsHaveLittle();
    void overlaps();
    void networksDifferInTheDecoder();
    void theyLearn_data();
    void theyLearn();
};

/// A grid of 10 levels in the middle of a picture that has one everywhere.
void TstCheckerboards::gridsAreMeasured_data()
{
    QTest::addColumn<int>("across");
    QTest::addColumn<int>("down");
    QTest::newRow("columns") << 1 << 0;
    QTest::newRow("rows") << 0 << 1;
    QTest::newRow("chessboard") << 1 << 1;
}

void TstCheckerboards::gridsAreMeasured()
{
    QFETCH(int, across);
    QFETCH(int, down);
    const auto grid = [=](double levels) {
        return pictureOf([=](int y, int x) { // black around, as pictures of digits are
            const bool isInside = y >= 4 && y < 24 && x >= 4 && x < 24;
            return isInside ? levels / 255 * sign(across * x + down * y) : 0.0;
        });
    };
    const double ten = gridStrength(grid(10)), twenty = gridStrength(grid(20));
    // 25 of 49 blocks have it; at their border a part is taken for smooth.
    QVERIFY2(std::abs(ten - 10 * std::sqrt(25.0 / 49)) < 0.5, QByteArray::number(ten));
    QVERIFY(std::abs(twenty - 2 * ten) < 1e-9);
}

void TstCheckerboards::smoothPicturesHaveNone_data()
{
    QTest::addColumn<TensorD>("picture");
    QTest::newRow("blank") << pictureOf([](int, int) { return 0.0; });
    QTest::newRow("grey") << pictureOf([](int, int) { return 0.5; });
    QTest::newRow("hill") << pictureOf(
        [](int y, int x) { return std::exp(-0.02 * (std::pow(y - 13.5, 2) + std::pow(x - 12.0, 2))); });
    QTest::newRow("waves of eight cells") << pictureOf([](int y, int x) {
        const double window =
            std::sin(std::numbers::pi * (y + 0.5) / side) * std::sin(std::numbers::pi * (x + 0.5) / side);
        return window * window * (0.5 + 0.3 * std::sin(2 * std::numbers::pi * x / 8.0));
    });
}

void TstCheckerboards::smoothPicturesHaveNone()
{
    QFETCH(TensorD, picture);
    const double strength = gridStrength(picture);
    QVERIFY2(strength < 0.7, QByteArray::number(strength));
}

void TstCheckerboards::twoGridsAddAsSquares()
{
    const auto strength = [](double a, double b) {
        return gridStrength(pictureOf([=](int y, int x) { return a * sign(x) + b * sign(x + y); }));
    };
    const double a = strength(0.02, 0), b = strength(0, 0.03), both = strength(0.02, 0.03);
    QVERIFY(std::abs(both - std::hypot(a, b)) < 0.02 * both);
    QVERIFY(std::abs(strength(-0.02, 0) - a) < 1e-12);
}

/// What a network that copies its input would come to.
void TstCheckerboards::theDigitsHaveLittle()
{
    const auto digits = loadDataset("mnist", Assets{std::filesystem::path{}});
    QVERIFY(digits);
    std::vector<float> samples;
    for (int i = 0; i < 1000; ++i) {
        const auto one = (*digits)->test.view().sample(i);
        samples.insert(samples.end(), one.begin(), one.end());
    }
    const double strength = gridStrength(meanPicture(samples, (*digits)->test.shape));
    QVERIFY2(std::abs(strength - 0.65) < 0.005, QByteArray::number(strength));
}

void TstCheckerboards::overlaps()
{
    const auto at = [](Doubling doubling, int y, int x) {
        return overlapMap(doubling)[static_cast<std::size_t>(y * side + x)];
    };
    for (int y = 4; y < 24; ++y)
        for (int x = 4; x < 24; ++x) {
            QCOMPARE(at(Doubling::Transposed3, y, x), (2 - y % 2) * (2 - x % 2)); // 4, 2, 1
            QCOMPARE(at(Doubling::Transposed4, y, x), 4);
            QCOMPARE(at(Doubling::UpsampleConv, y, x), 1);
        }
    QCOMPARE(at(Doubling::Transposed4, 0, 0), 1); // of the corner's one input
}

void TstCheckerboards::networksDifferInTheDecoder()
{
    for (const Doubling doubling : doublings) {
        const auto network = checkerboardNetwork(doubling);
        QVERIFY(network);
        const auto resolved = resolve(*network);
        QVERIFY(resolved);
        QCOMPARE(resolved->codeSize(), 16);
        QCOMPARE(resolved->outputShape(), network->input);
        const auto other = checkerboardNetwork(Doubling::Transposed3);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(network->layers[i] == other->layers[i]);
        // The encoder begins with the same weights, whatever comes after it.
        const auto own = initialParameters(*resolved, 3), others = initialParameters(*resolve(*other), 3);
        QVERIFY(std::equal(own.begin(), own.begin() + 1000, others.begin()));
    }
    QVERIFY(!checkerboardNetwork(Doubling::Transposed3, {1, 30, 28}));
}

void TstCheckerboards::theyLearn_data()
{
    QTest::addColumn<Doubling>("doubling");
    QTest::newRow("transposed 3/2") << Doubling::Transposed3;
    QTest::newRow("transposed 4/2") << Doubling::Transposed4;
    QTest::newRow("upsample and 3") << Doubling::UpsampleConv;
}

void TstCheckerboards::theyLearn()
{
    QFETCH(Doubling, doubling);
    const auto digits = loadDataset("mnist", Assets{std::filesystem::path{}});
    QVERIFY(digits);
    Workers workers;
    const auto plan = std::make_shared<const Plan>(*resolve(*checkerboardNetwork(doubling)));
    Trainer trainer(plan, checkerboardRecipe(), {(*digits)->train.view(), (*digits)->test.view(200), *digits},
                    workers);
    const double before = trainer.testError();
    for (int i = 0; i < 60; ++i)
        QVERIFY(trainer.update());
    const double after = trainer.testError();
    QVERIFY2(after < 0.5 * before, qPrintable(QStringLiteral("%1 → %2").arg(before).arg(after)));
}

QTEST_APPLESS_MAIN(TstCheckerboards)
#include "tst_checkerboards.moc"
