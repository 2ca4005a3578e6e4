#include "core/engine/softmax.h"
#include "core/nn/reference.h"
#include "tests/support/numbers.h"

#include <QTest>

#include <limits>
#include <random>

using namespace hg;

namespace {

std::mt19937 random_(23);

std::vector<float> floats(std::size_t n, float spread)
{
    return test::normalFloats(n, spread, random_);
}

TensorD laneOf(const std::vector<float>& chunk, int lane)
{
    const int features = static_cast<int>(chunk.size()) / lanes;
    TensorD values(1, {features, 1, 1});
    for (int f = 0; f < features; ++f)
        values.data[static_cast<std::size_t>(f)] =
            static_cast<double>(chunk[static_cast<std::size_t>(f * lanes + lane)]);
    return values;
}

/// Each lane's class is its number modulo the classes.
std::vector<float> targets(int classes)
{
    std::vector<float> t(static_cast<std::size_t>(classes * lanes), 0.0f);
    for (int lane = 0; lane < lanes; ++lane)
        t[static_cast<std::size_t>(lane % classes * lanes + lane)] = 1;
    return t;
}

} // namespace

class TstLosses : public QObject {
    Q_OBJECT

private slots:
    void softmaxEqualsTheReference_data();
    void softmaxEqualsTheReference();
    void softmaxPassesNanOn();
};

void TstLosses::softmaxEqualsTheReference_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("count");
    QTest::addColumn<float>("spread");
    QTest::newRow("10 classes, 64 samples") << 10 << 64 << 1.0f;
    QTest::newRow("2 classes, 5 samples") << 2 << 5 << 3.0f;
    QTest::newRow("26 classes, scores of thousands") << 26 << 33 << 3000.0f;
    QTest::newRow("1 class") << 1 << 7 << 1.0f;
}

void TstLosses::softmaxEqualsTheReference()
{
    QFETCH(int, classes);
    QFETCH(int, count);
    QFETCH(float, spread);
    const auto z = floats(static_cast<std::size_t>(classes * lanes), spread), t = targets(classes);
    std::vector<float> g(z.size(), 7.0f);
    LossJob job{.z = z.data(), .t = t.data(), .features = classes, .count = count, .scale = 0.25f};
    const double lossAlone = softmaxCrossEntropy(job);
    job.g = g.data();
    QCOMPARE(softmaxCrossEntropy(job), lossAlone);
    constexpr auto softmax = Loss::SoftmaxCrossEntropy;
    double loss = 0;
    for (int lane = 0; lane < lanes; ++lane) {
        const TensorD sums = laneOf(z, lane), target = laneOf(t, lane), found = laneOf(g, lane);
        const TensorD expected = lossGradient(softmax, Activation::Linear, sums, sums, target);
        for (std::size_t f = 0; f < found.data.size(); ++f)
            QVERIFY(std::abs(found.data[f] - (lane < count ? 0.25 * expected.data[f] : 0.0)) < 1e-7);
        if (lane < count) loss += lossOf(softmax, sums, sums, target);
    }
    QVERIFY(std::abs(lossAlone - loss) <= 1e-12 * loss);
}

void TstLosses::softmaxPassesNanOn()
{
    for (const int f : {0, 2}) {
        std::vector<float> z(3 * lanes, 1.0f);
        z[static_cast<std::size_t>(f * lanes + 1)] = std::numeric_limits<float>::quiet_NaN();
        const auto t = targets(3);
        QVERIFY(std::isnan(softmaxCrossEntropy({.z = z.data(), .t = t.data(), .features = 3, .count = 3})));
    }
}

QTEST_APPLESS_MAIN(TstLosses)
#include "tst_losses.moc"
