#include "core/engine/optimizer.h"
#include "core/engine/passes.h"
#include "core/train/recipe.h"
#include "core/util/rng.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <numeric>

using namespace hg;

// The losses that PyTorch, in double, reached from the same weights on the same batches; see
// tests/golden/make_pytorch_vectors.py, which holds the same table and the same formulas.

namespace {

constexpr int updates = 50;

struct Case {
    Network network;
    Recipe recipe;
};

std::map<std::string, Case> cases()
{
    using enum Activation;
    using enum OptimizerKind;
    const Shape picture{1, 12, 12}, odd{2, 9, 7};
    const Network denseNetwork = *modelById("dense", picture, 2),
                  convNetwork = *modelById("conv", picture, 2);
    LayerSpec overlapping = averagePool({3, 3});
    overlapping.stride = {2, 1};
    overlapping.paddingH = overlapping.paddingW = {Padding::Kind::Same};
    LayerSpec dilated = conv(3, Axes{3, 2}, Axes{2, 1}, Tanh);
    dilated.dilation = {2, 1};
    dilated.paddingH = dilated.paddingW = {Padding::Kind::Explicit, 2, 1};
    LayerSpec cropped = convTransposed(5, Axes{4, 2}, Axes{3, 1}, LeakyRelu);
    cropped.paddingH = {Padding::Kind::Explicit, 1, 1};
    cropped.paddingW = {Padding::Kind::Explicit, 0, 1};
    return {
        {"linear, adam, mse",
         {{.input = picture, .layers = {dense(3, Linear), dense(picture, Linear)}},
          {.learningRate = 1e-2, .batch = 20}}},
        {"dense, adam, mse", {denseNetwork, {.learningRate = 3e-3, .batch = 20}}},
        {"dense, adam with decay, bce",
         {denseNetwork, {.weightDecay = 1e-3, .loss = Loss::Bce, .batch = 80}}},
        {"conv, adam, mse", {convNetwork, {.learningRate = 3e-3, .batch = 80}}},
        {"conv, sgd with momentum, bce",
         {convNetwork,
          {.optimizer = Sgd, .learningRate = 0.1, .momentum = 0.9, .loss = Loss::Bce, .batch = 20}}},
        {"conv1d, adamw, mse", {conv1dModel(), {.optimizer = AdamW, .weightDecay = 0.1, .batch = 20}}},
        {"pooling and upsampling, sgd with momentum and decay, mse",
         {{.input = picture,
           .layers = {conv(4, 3, 1, Relu), maxPool({2, 2}), overlapping, dense(3, Linear),
                      dense({4, 4, 6}, Relu), upsample({3, 2}), conv(1, 3, 1, Linear)}},
          {.optimizer = Sgd, .learningRate = 0.05, .momentum = 0.9, .weightDecay = 1e-3, .batch = 20}}},
        {"tanh, elu, leaky relu, sigmoid, adamw, warm-up and cosine, mse",
         {{.input = picture,
           .layers = {dense(40, Tanh), dense(20, Elu), dense(5, LeakyRelu), dense(20, Sigmoid),
                      dense(picture, Linear)}},
          {.optimizer = AdamW,
           .learningRate = 1e-2,
           .schedule = Schedule::Cosine,
           .weightDecay = 0.05,
           .warmUp = 10,
           .batch = 20}}},
        {"odd shapes, dilation, sgd, mse",
         {{.input = odd, .layers = {dilated, cropped, dense(odd, Linear)}},
          {.optimizer = Sgd, .learningRate = 0.1, .batch = 20}}},
        {"classifier, clipped adam, softmax",
         {{.input = picture,
           .layers = {conv(6, 3, 1, Relu), maxPool({2, 2}), dense(16, Relu), dense(10, Linear)},
           .classes = 10},
          {.learningRate = 1e-2, .clipNorm = 0.5, .loss = Loss::SoftmaxCrossEntropy, .batch = 80}}},
    };
}

std::vector<float> startingParameters(const ResolvedNetwork& network)
{
    auto parameters = initialParameters(network, 1);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Random random(1, 200, static_cast<std::uint32_t>(l));
        for (std::size_t i = 0; i < network.layers[l].biasCount; ++i)
            parameters[network.layers[l].biasOffset() + i] =
                static_cast<float>((2 * random.uniform(i) - 1) * 0.1);
    }
    return parameters;
}

/// Mixtures of three pictures: row i is (s·p₁ + (1−s)·p₂ + r·p₃)/2, its class ⌊10·s⌋.
struct Samples {
    std::vector<float> rows;
    std::vector<int> classes;

    Samples(int count, std::size_t features)
    {
        const Random s(1, 201, 0), r(1, 201, 1), p1(1, 202, 0), p2(1, 202, 1), p3(1, 202, 2);
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            const double share = s.uniform(i), third = r.uniform(i);
            classes.push_back(static_cast<int>(10 * share));
            for (std::size_t f = 0; f < features; ++f)
                rows.push_back(static_cast<float>(
                    (share * p1.uniform(f) + (1 - share) * p2.uniform(f) + third * p3.uniform(f)) / 2));
        }
    }
};

/// Trains as Trainer does, but on given weights and on the samples in their order.
class Replay {
public:
    explicit Replay(const Case& c)
        : m_recipe(c.recipe)
        , m_plan(*resolve(c.network))
        , m_workspace(m_plan)
        , m_samples(updates * c.recipe.batch, m_plan.inputSize())
        , m_parameters(startingParameters(m_plan.network()))
        , m_gradients(static_cast<std::size_t>((c.recipe.batch + lanes - 1) / lanes),
                      std::vector<float>(m_plan.parameterCount()))
        , m_optimizer({c.recipe.optimizer, c.recipe.momentum, c.recipe.weightDecay}, m_plan.parameterCount())
    {}

    double update(int t)
    {
        double loss = 0;
        std::vector<const float*> pointers;
        for (std::size_t chunk = 0; chunk < m_gradients.size(); ++chunk) {
            const int first = static_cast<int>(chunk) * lanes;
            loss += chunkGradient(t * m_recipe.batch + first, std::min(lanes, m_recipe.batch - first),
                                  m_gradients[chunk].data());
            pointers.push_back(m_gradients[chunk].data());
        }
        m_optimizer.beginUpdate(
            clippingScale(gradientNorm(pointers, m_parameters.size()), m_recipe.clipNorm));
        m_optimizer.apply(m_parameters.data(), pointers, 0, m_parameters.size(),
                          learningRateAt(m_recipe, t, updates));
        return loss / m_recipe.batch;
    }

    double norm() const
    {
        return std::sqrt(
            std::accumulate(m_parameters.begin(), m_parameters.end(), 0.0, [](double s, float w) {
                return s + static_cast<double>(w) * static_cast<double>(w);
            }));
    }

private:
    double chunkGradient(int first, int count, float* gradient)
    {
        std::vector<int> rows(static_cast<std::size_t>(count));
        std::iota(rows.begin(), rows.end(), first);
        const SampleView view{.floats = m_samples.rows.data(),
                              .count = updates * m_recipe.batch,
                              .features = m_plan.inputSize()};
        loadChunk(view, rows, {}, m_workspace.activations(0));
        fillTarget(rows);
        forwardChunk(m_plan, m_parameters.data(), 0, m_plan.layerCount(), m_workspace,
                     m_recipe.loss != Loss::Mse);
        const double loss =
            lossChunkAndGradient(m_plan, m_recipe.loss, count, 1.0f / static_cast<float>(m_recipe.batch),
                                 m_workspace.target(), m_workspace);
        backwardChunk(m_plan, m_parameters.data(), m_workspace, gradient);
        return loss;
    }

    void fillTarget(std::span<const int> rows)
    {
        if (m_recipe.loss != Loss::SoftmaxCrossEntropy) {
            std::copy_n(m_workspace.activations(0), m_plan.inputSize() * lanes, m_workspace.target());
            return;
        }
        std::fill_n(m_workspace.target(), m_plan.outputSize() * lanes, 0.0f);
        for (std::size_t lane = 0; lane < rows.size(); ++lane) {
            const auto label =
                static_cast<std::size_t>(m_samples.classes[static_cast<std::size_t>(rows[lane])]);
            m_workspace.target()[label * lanes + lane] = 1;
        }
    }

    Recipe m_recipe;
    Plan m_plan;
    Workspace m_workspace;
    Samples m_samples;
    std::vector<float> m_parameters;
    std::vector<std::vector<float>> m_gradients;
    Optimizer m_optimizer;
};

} // namespace

class TstPytorch : public QObject {
    Q_OBJECT

private slots:
    void lossesFollow_data();
    void lossesFollow();
};

void TstPytorch::lossesFollow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonArray>("losses");
    QTest::addColumn<double>("norm");
    QFile file(QStringLiteral(HOURGLASS_TEST_VECTORS "/pytorch_training.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray stored =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("cases")).toArray();
    QCOMPARE(static_cast<std::size_t>(stored.size()), cases().size());
    for (const QJsonValue& value : stored) {
        const QString name = value[QStringLiteral("name")].toString();
        QTest::newRow(qPrintable(name)) << name << value[QStringLiteral("losses")].toArray()
                                        << value[QStringLiteral("parameter_norm")].toDouble();
    }
}

void TstPytorch::lossesFollow()
{
    QFETCH(QString, name);
    QFETCH(QJsonArray, losses);
    QFETCH(double, norm);
    const auto all = cases();
    const auto found = all.find(name.toStdString());
    QVERIFY(found != all.end());
    QVERIFY(validate(found->second.recipe, found->second.network));
    QCOMPARE(losses.size(), updates);
    Replay replay(found->second);
    double worst = 0;
    for (int t = 0; t < updates; ++t) {
        const double expected = losses[t].toDouble(), loss = replay.update(t);
        worst = std::max(worst, std::abs(loss / expected - 1));
        QVERIFY2(std::abs(loss / expected - 1) < 1e-4,
                 qPrintable(QStringLiteral("update %1: %2 against %3").arg(t).arg(loss).arg(expected)));
    }
    QVERIFY(std::abs(replay.norm() / norm - 1) < 1e-4);
    qInfo("largest relative difference of a loss: %.1e", worst);
}

QTEST_APPLESS_MAIN(TstPytorch)
#include "tst_pytorch.moc"
