#include "core/eval/softmax_regression.h"
#include "core/util/rng.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace hg;

namespace {

/// Rows around a place of their class, so that classes overlap.
struct Blobs {
    std::vector<double> numbers;
    std::vector<int> classes;
    std::size_t features;

    ClassifiedRows rows() const { return {numbers, features, classes}; }
};

Blobs blobs(int count, std::size_t features, int classes, std::uint32_t stream = 0)
{
    Blobs made{{}, {}, features};
    const Random random(7, 301, stream);
    for (int i = 0; i < count; ++i) {
        made.classes.push_back(i % classes);
        for (std::size_t f = 0; f < features; ++f) {
            const auto at = static_cast<std::uint64_t>(i) * features + f;
            made.numbers.push_back(random.normal(at) + (f % static_cast<std::size_t>(classes) ==
                                                        static_cast<std::size_t>(i % classes)));
        }
    }
    return made;
}

double lengthOf(const std::vector<double>& numbers)
{
    return std::sqrt(std::inner_product(numbers.begin(), numbers.end(), numbers.begin(), 0.0));
}

std::vector<double> scoresOf(const SoftmaxRegression& model, const double* row)
{
    std::vector<double> scores(model.biases);
    for (std::size_t c = 0; c < scores.size(); ++c)
        scores[c] = std::inner_product(row, row + model.features, model.weights.data() + c * model.features,
                                       scores[c]);
    return scores;
}

constexpr SoftmaxSetup tight{.strength = 1, .tolerance = 1e-7};

} // namespace

/// Softmax regression: its gradient, and that what is fitted is the one optimum.
class TstSoftmax : public QObject {
    Q_OBJECT

private slots:
    void gradientIsTheSlope();
    void fitsAreOptimal_data();
    void fitsAreOptimal();
    void usualFitsEndWhereTheySay_data();
    void usualFitsEndWhereTheySay();
    void toleranceBoundsTheWeights_data();
    void toleranceBoundsTheWeights();
    void oneNumberIsSolvedByHand();
    void penaltyIsScikitLearns();
    void unseenClassesAreNeverRead();
    void oneClassIsCertain();
    void alikeRowsShareTheirClasses();
    void rowsWithoutNumbersGiveShares();
    void columnsAlikeAreOne();
    void probabilitiesSumToOne();
};

void TstSoftmax::gradientIsTheSlope()
{
    const Blobs data = blobs(9, 4, 3);
    SoftmaxRegression model{3, 4, std::vector<double>(12), std::vector<double>(3)};
    const Random random(3, 302);
    for (std::size_t i = 0; i < 12; ++i)
        model.weights[i] = random.normal(i);
    for (std::size_t c = 0; c < 3; ++c)
        model.biases[c] = random.normal(20 + c);
    const auto gradient = softmaxLoss(data.rows(), model, 0.7).gradient;
    QCOMPARE(gradient.size(), std::size_t(15));
    constexpr double step = 1e-5;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        double values[2];
        for (const int side : {0, 1}) {
            SoftmaxRegression moved = model;
            (i < 12 ? moved.weights[i] : moved.biases[i - 12]) += side == 0 ? -step : step;
            values[side] = softmaxLoss(data.rows(), moved, 0.7).value;
        }
        QVERIFY(std::abs((values[1] - values[0]) / (2 * step) - gradient[i]) < 1e-7);
    }
}

void TstSoftmax::fitsAreOptimal_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("classes");
    QTest::addColumn<double>("strength");
    const auto row = [](int count, int features, int classes, double strength) {
        QTest::addRow("%d rows of %d, %d classes, C = %g", count, features, classes, strength)
            << count << features << classes << strength;
    };
    row(2, 1, 2, 1);
    row(30, 2, 2, 1);
    row(30, 8, 10, 1);
    row(200, 8, 10, 1);
    row(200, 8, 10, 100);
    row(200, 8, 10, 0.001);
    row(7, 40, 3, 1); // fewer rows than features
    row(40, 40, 3, 1);
    row(50, 300, 10, 1);
    row(50, 300, 10, 1000);
}

void TstSoftmax::fitsAreOptimal()
{
    QFETCH(int, count);
    QFETCH(int, features);
    QFETCH(int, classes);
    QFETCH(double, strength);
    const Blobs data = blobs(count, static_cast<std::size_t>(features), classes);
    const auto model = fitSoftmax(data.rows(), classes, {.strength = strength, .tolerance = 1e-6});
    const auto loss = softmaxLoss(data.rows(), model, strength);
    QVERIFY(lengthOf(loss.gradient) <= 1.01e-6 * lengthOf(model.weights) / strength);
    QVERIFY(std::abs(std::accumulate(model.biases.begin(), model.biases.end(), 0.0)) < 1e-6);
    // The loss is convex: whatever lies beside it is more.
    const Random random(5, 303);
    for (std::uint64_t trial = 0; trial < 5; ++trial) {
        SoftmaxRegression other = model;
        for (std::size_t i = 0; i < other.weights.size(); ++i)
            other.weights[i] += 0.01 * random.normal(1000 * trial + i);
        QVERIFY(softmaxLoss(data.rows(), other, strength).value > loss.value);
    }
}

void TstSoftmax::usualFitsEndWhereTheySay_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("features");
    QTest::addColumn<double>("tolerance");
    for (const double tolerance : {0.1, 0.01, 0.001, 1e-4})
        for (const auto& [count, features] : {std::pair(10, 3), {10, 200}, {300, 8}, {300, 70}, {150, 700}})
            QTest::addRow("%d rows of %d, tolerance %g", count, features, tolerance)
                << count << features << tolerance;
}

/// In float or in double: the gradient is measured in double.
void TstSoftmax::usualFitsEndWhereTheySay()
{
    QFETCH(int, count);
    QFETCH(int, features);
    QFETCH(double, tolerance);
    const Blobs data = blobs(count, static_cast<std::size_t>(features), 10);
    const auto model = fitSoftmax(data.rows(), 10, {.tolerance = tolerance});
    const auto loss = softmaxLoss(data.rows(), model, 1);
    QVERIFY(lengthOf(loss.gradient) <= 1.02 * tolerance * lengthOf(model.weights));
}

void TstSoftmax::toleranceBoundsTheWeights_data()
{
    QTest::addColumn<int>("features");
    for (const int features : {8, 300})
        QTest::addRow("%d features", features) << features;
}

void TstSoftmax::toleranceBoundsTheWeights()
{
    QFETCH(int, features);
    const Blobs data = blobs(100, static_cast<std::size_t>(features), 10);
    const auto best = fitSoftmax(data.rows(), 10, tight);
    for (const double tolerance : {0.1, 0.01, 0.001}) {
        auto near = fitSoftmax(data.rows(), 10, {.tolerance = tolerance});
        for (std::size_t i = 0; i < near.weights.size(); ++i)
            near.weights[i] -= best.weights[i];
        QVERIFY(lengthOf(near.weights) <= 1.5 * tolerance * lengthOf(best.weights));
    }
}

/// Two samples at ±1: the weights are ±w with w = 1/(1 + e^2w), by symmetry without biases.
void TstSoftmax::oneNumberIsSolvedByHand()
{
    const std::vector<double> numbers{1, -1};
    const std::vector<int> classes{0, 1};
    const auto model = fitSoftmax({numbers, 1, classes}, 2, tight);
    double w = 0.2; // of ∂/∂w₀: w − 2·(1 − 1/(1 + e^−2w)) = 0, as both samples pull
    for (int i = 0; i < 200; ++i)
        w -= 0.2 * (w - 2 / (1 + std::exp(2 * w)));
    QVERIFY(std::abs(model.weights[0] - w) < 1e-6);
    QVERIFY(std::abs(model.weights[1] + w) < 1e-6);
    QVERIFY(std::abs(model.biases[0]) < 1e-6);
}

/// LogisticRegression(C=1, multi_class="multinomial", solver="newton-cg", tol=1e-12) of scikit-learn 1.2.1.
void TstSoftmax::penaltyIsScikitLearns()
{
    const std::vector<double> numbers{0.5, 1, -1, 2, 1.5, -0.5, 0, -1, 2, 0.25, -0.75, 0.5};
    const std::vector<int> classes{0, 1, 2, 0, 2, 1};
    const auto model = fitSoftmax({numbers, 2, classes}, 3, tight);
    const double weights[] = {-0.126878123, -0.221237577, -0.833069438,
                              0.449107895,  0.959947561,  -0.227870318},
                 biases[] = {0.439090878, 0.004500234, -0.443591112};
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY(std::abs(model.weights[i] - weights[i]) < 1e-6);
    for (std::size_t c = 0; c < 3; ++c)
        QVERIFY(std::abs(model.biases[c] - biases[c]) < 1e-6);
}

void TstSoftmax::unseenClassesAreNeverRead()
{
    Blobs data = blobs(30, 5, 3);
    for (int& c : data.classes)
        c = 2 * c; // of 0 … 5 the odd ones and 5 have none
    const auto model = fitSoftmax(data.rows(), 6, tight);
    auto scores = scoresOf(model, data.numbers.data());
    toProbabilities(scores);
    for (const std::size_t c : {1, 3, 5})
        QCOMPARE(scores[c], 0.0);
    // The others are what they are without them.
    const Blobs same = blobs(30, 5, 3);
    const auto three = fitSoftmax(same.rows(), 3, tight);
    auto own = scoresOf(three, same.numbers.data());
    toProbabilities(own);
    for (const std::size_t c : {0, 1, 2})
        QCOMPARE(scores[2 * c], own[c]);
}

void TstSoftmax::oneClassIsCertain()
{
    const std::vector<double> numbers{1, 2, 3, 4};
    const std::vector<int> classes{1, 1};
    const auto model = fitSoftmax({numbers, 2, classes}, 3);
    auto scores = scoresOf(model, numbers.data());
    toProbabilities(scores);
    QVERIFY(scores == (std::vector<double>{0, 1, 0}));
}

void TstSoftmax::alikeRowsShareTheirClasses()
{
    const std::vector<double> numbers{1, 2, 1, 2, 1, 2};
    const std::vector<int> classes{0, 1, 1}; // one of them is wrong, and nobody knows which
    const auto model = fitSoftmax({numbers, 2, classes}, 2, tight);
    auto scores = scoresOf(model, numbers.data());
    toProbabilities(scores);
    QVERIFY(std::abs(scores[1] - 2.0 / 3) < 1e-6);
}

/// Where rows say nothing, what is left are the shares of the classes.
void TstSoftmax::rowsWithoutNumbersGiveShares()
{
    const std::vector<double> numbers(8);
    const std::vector<int> classes{2, 0, 2, 2};
    for (const SoftmaxSetup& setup : {tight, SoftmaxSetup{.tolerance = 0.01}}) {
        const auto model = fitSoftmax({numbers, 2, classes}, 3, setup);
        QVERIFY(model.weights == std::vector<double>(6));
        auto shares = model.biases;
        toProbabilities(shares);
        QVERIFY(std::abs(shares[0] - 0.25) < 1e-6);
        QCOMPARE(shares[1], 0.0);
    }
}

/// Columns that are the same in every row are merged for the fit; its optimum is that of all.
void TstSoftmax::columnsAlikeAreOne()
{
    Blobs data = blobs(20, 12, 3);
    for (std::size_t i = 0; i < data.numbers.size(); ++i)
        if (const std::size_t f = i % 12; f >= 8) data.numbers[i] = f == 9 ? 0 : double(f) - 9.5;
    const auto model = fitSoftmax(data.rows(), 3, tight);
    QVERIFY(lengthOf(softmaxLoss(data.rows(), model, 1).gradient) <= 2e-7 * lengthOf(model.weights));
    QCOMPARE(model.weights[9], 0.0);
    QVERIFY(std::abs(model.weights[8] / -1.5 - model.weights[10] / 0.5) < 1e-9);
}

void TstSoftmax::probabilitiesSumToOne()
{
    std::vector<double> scores{1000, 999, -1000};
    toProbabilities(scores);
    QVERIFY(std::abs(scores[0] - 1 / (1 + std::exp(-1.0))) < 1e-12);
    QCOMPARE(scores[0] + scores[1] + scores[2], 1.0);
}

QTEST_GUILESS_MAIN(TstSoftmax)
#include "tst_softmax.moc"
