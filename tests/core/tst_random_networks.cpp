#include "core/engine/passes.h"
#include "core/kernels/isa.h"
#include "core/nn/reference.h"
#include "tests/support/numbers.h"
#include "tests/support/random_network.h"

#include <QTest>

#include <numeric>

using namespace hg;

// The engine against the double reference on random geometries; ctest runs it once for every instruction set.

namespace {

struct Batch {
    std::vector<float> x;
    std::vector<TensorD> samples;

    Batch(int count, Shape shape, std::mt19937& random)
        : x(test::normalFloats(static_cast<std::size_t>(count) * shape.size(), 1, random))
    {
        const auto size = static_cast<std::ptrdiff_t>(shape.size());
        for (int i = 0; i < count; ++i)
            samples.emplace_back(1, shape,
                                 std::vector<double>(x.begin() + i * size, x.begin() + (i + 1) * size));
    }
};

/// Loss and gradient as the engine has them; the loss as the sum over samples.
double runEngine(const Plan& plan, const std::vector<float>& parameters, const Batch& batch,
                 std::vector<float>& gradient)
{
    const int count = static_cast<int>(batch.samples.size());
    std::vector<int> rows(batch.samples.size());
    std::iota(rows.begin(), rows.end(), 0);
    Workspace workspace(plan);
    loadChunk({.floats = batch.x.data(), .count = count, .features = plan.inputSize()}, rows, {},
              workspace.activations(0));
    std::copy_n(workspace.activations(0), plan.inputSize() * lanes, workspace.target());
    forwardChunk(plan, parameters.data(), 0, plan.layerCount(), workspace);
    const double loss = lossChunkAndGradient(plan, Loss::Mse, count, 1.0f / static_cast<float>(count),
                                             workspace.target(), workspace);
    backwardChunk(plan, parameters.data(), workspace, gradient.data());
    return loss;
}

double squaredNorm(std::span<const double> v)
{
    return std::inner_product(v.begin(), v.end(), v.begin(), 0.0);
}

/// ‖a − b‖, and that of b.
std::pair<double, double> distance(const float* a, std::span<const double> b)
{
    std::vector<double> difference(b.begin(), b.end());
    for (std::size_t i = 0; i < b.size(); ++i)
        difference[i] -= static_cast<double>(a[i]);
    return {std::sqrt(squaredNorm(difference)), std::sqrt(squaredNorm(b))};
}

/// Each gradient tensor within 1e-5 of the reference; a tensor that cancels to almost nothing is held to the
/// size of the whole gradient instead.
void compare(const Plan& plan, const std::vector<float>& gradient, const std::vector<double>& expected)
{
    const double floor = 1e-2 * std::sqrt(squaredNorm(expected));
    for (const PlannedLayer& planned : plan.layers())
        for (const auto& [offset, count] : {std::pair(planned.layer.weightOffset, planned.layer.weightCount),
                                            std::pair(planned.layer.biasOffset(), planned.layer.biasCount)}) {
            const auto [error, norm] =
                distance(gradient.data() + offset, std::span(expected).subspan(offset, count));
            QVERIFY2(error <= 1e-5 * std::max(norm, floor), qPrintable(QString::number(error / norm)));
        }
}

} // namespace

class TstRandomNetworks : public QObject {
    Q_OBJECT

private slots:
    void gradientsEqualTheReference();
};

void TstRandomNetworks::gradientsEqualTheReference()
{
    qInfo("instruction set %s", isaName(currentIsa()));
    std::mt19937 random(29);
    test::RandomNetworks networks(19);
    int checked = 0;
    for (int i = 0; i < 600; ++i) {
        const Network network = networks.next();
        const auto resolved = resolve(network);
        if (!resolved || resolved->parameterCount > 20000) continue;
        ++checked;
        const Plan plan(*resolved);
        const Batch batch(networks.integer(1, 6), network.input, random);
        const auto parameters = test::normalFloats(plan.parameterCount(), 0.5f, random);
        std::vector<float> gradient(plan.parameterCount());
        const double loss = runEngine(plan, parameters, batch, gradient);
        const std::vector<double> wide(parameters.begin(), parameters.end());
        const auto reference =
            gradientReference(plan.network(), wide, Loss::Mse, batch.samples, batch.samples);
        const double mean = loss / static_cast<double>(batch.samples.size());
        QVERIFY2(std::abs(mean - reference.loss) <= 1e-5 * reference.loss,
                 qPrintable(test::describe(network)));
        compare(plan, gradient, reference.gradient);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(test::describe(network)));
    }
    QVERIFY2(checked > 300, qPrintable(QString::number(checked)));
}

QTEST_APPLESS_MAIN(TstRandomNetworks)
#include "tst_random_networks.moc"
