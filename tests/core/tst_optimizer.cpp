#include "core/engine/optimizer.h"
#include "tests/support/numbers.h"

#include <QTest>

#include <random>

using namespace hg;

namespace {

std::mt19937 random_(31);

std::vector<float> floats(std::size_t n, float spread)
{
    return test::normalFloats(n, spread, random_);
}

/// The rules as the papers write them, in double, one number at a time.
struct Expected {
    OptimizerChoice choice;
    std::vector<double> w, m, v;
    int t = 0;

    Expected(const OptimizerChoice& c, const std::vector<float>& parameters)
        : choice(c), w(parameters.begin(), parameters.end()), m(w.size(), 0.0), v(w.size(), 0.0)
    {}

    void update(const std::vector<double>& gradient, double rate)
    {
        ++t;
        for (std::size_t i = 0; i < w.size(); ++i)
            choice.kind == OptimizerKind::Sgd ? sgd(i, gradient[i], rate) : adam(i, gradient[i], rate);
    }

private:
    void sgd(std::size_t i, double g, double rate)
    {
        m[i] = choice.momentum * m[i] + g + choice.weightDecay * w[i];
        w[i] -= rate * m[i];
    }
    void adam(std::size_t i, double g, double rate)
    {
        if (choice.kind == OptimizerKind::AdamW)
            w[i] -= rate * choice.weightDecay * w[i];
        else
            g += choice.weightDecay * w[i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        const double mHat = m[i] / (1 - std::pow(0.9, t)), vHat = v[i] / (1 - std::pow(0.999, t));
        w[i] -= rate * mHat / (std::sqrt(vHat) + 1e-8);
    }
};

/// ‖a − b‖/‖b‖
double normOf(const std::vector<double>& v)
{
    double squares = 0;
    for (const double x : v)
        squares += x * x;
    return std::sqrt(squares);
}

} // namespace

class TstOptimizer : public QObject {
    Q_OBJECT

private slots:
    void followsItsFormula_data();
    void followsItsFormula();
    void normIsThatOfTheSum();
    void clippingKeepsSmallGradients();
};

void TstOptimizer::followsItsFormula_data()
{
    QTest::addColumn<OptimizerChoice>("choice");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("clip");
    QTest::addColumn<int>("groups");
    using enum OptimizerKind;
    const auto row = [](const char* name, OptimizerChoice choice, double rate, double clip, int groups) {
        QTest::newRow(name) << choice << rate << clip << groups;
    };
    row("adam", {.kind = Adam}, 1e-2, 0, 1);
    row("adam, two gradients", {.kind = Adam}, 1e-3, 0, 2);
    row("adam, decay .01, four gradients", {.kind = Adam, .weightDecay = 0.01}, 1e-2, 0, 4);
    row("adam, clipped at .3", {.kind = Adam}, 1e-2, 0.3, 2);
    row("adamw, decay .01", {.kind = AdamW, .weightDecay = 0.01}, 1e-2, 0, 1);
    row("adamw, decay .5, clipped at 1", {.kind = AdamW, .weightDecay = 0.5}, 3e-3, 1, 3);
    row("sgd", {.kind = Sgd}, 1e-2, 0, 1);
    row("sgd, momentum .9", {.kind = Sgd, .momentum = 0.9}, 1e-2, 0, 2);
    row("sgd, momentum .9, decay .1", {.kind = Sgd, .momentum = 0.9, .weightDecay = 0.1}, 1e-2, 0, 1);
    row("sgd, momentum .5, clipped at .1", {.kind = Sgd, .momentum = 0.5}, 0.1, 0.1, 4);
}

void TstOptimizer::followsItsFormula()
{
    QFETCH(OptimizerChoice, choice);
    QFETCH(double, rate);
    QFETCH(double, clip);
    QFETCH(int, groups);
    constexpr std::size_t n = 137, cut = 61; // two ranges, neither of whole vectors
    auto parameters = floats(n, 1);
    Expected expected(choice, parameters);
    Optimizer optimizer(choice, n);
    for (int t = 0; t < 100; ++t) {
        std::vector<std::vector<float>> gradients;
        std::vector<const float*> pointers;
        std::vector<double> sum(n, 0.0);
        for (int g = 0; g < groups; ++g)
            gradients.push_back(floats(n, 0.1f));
        for (const auto& gradient : gradients) {
            pointers.push_back(gradient.data());
            for (std::size_t i = 0; i < n; ++i)
                sum[i] += static_cast<double>(gradient[i]);
        }
        if (const double norm = normOf(sum); clip > 0 && norm > clip)
            for (double& g : sum)
                g *= clip / (norm + 1e-6);
        optimizer.beginUpdate(clippingScale(gradientNorm(pointers, n), clip));
        optimizer.apply(parameters.data(), pointers, 0, cut, rate);
        optimizer.apply(parameters.data(), pointers, cut, n, rate);
        expected.update(sum, rate);
    }
    const double error = test::relativeError(parameters, expected.w);
    QVERIFY2(error < 1e-6, qPrintable(QString::number(error)));
}

void TstOptimizer::normIsThatOfTheSum()
{
    const auto a = floats(1003, 1), b = floats(1003, 1);
    const float* pointers[] = {a.data(), b.data()};
    std::vector<double> sum(a.size());
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] = static_cast<double>(a[i]) + static_cast<double>(b[i]);
    QVERIFY(std::abs(gradientNorm(pointers, sum.size()) / normOf(sum) - 1) < 1e-7);
    const double once = gradientNorm(pointers, sum.size());
    QCOMPARE(gradientNorm(pointers, sum.size()), once);
}

void TstOptimizer::clippingKeepsSmallGradients()
{
    QCOMPARE(clippingScale(0.5, 1), 1.0);
    QCOMPARE(clippingScale(123, 0), 1.0);
    QVERIFY(std::abs(clippingScale(4, 1) * 4 - 1) < 1e-6);
    QCOMPARE(clippingScale(0, 1), 1.0);
}

QTEST_APPLESS_MAIN(TstOptimizer)
#include "tst_optimizer.moc"
