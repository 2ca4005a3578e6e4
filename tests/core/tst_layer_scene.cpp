#include "core/lab/layer_scene.h"
#include "core/util/rng.h"
#include "tests/support/numbers.h"

#include <QTest>

using namespace hg;
using namespace hg::test;

namespace {

/// A network with every sort of layer that a scene can be, with other biases than the zeros that it begins
/// with.
Model modelOf(Activation activation, int kernel, int stride)
{
    const Network network{.input = {1, 12, 12},
                          .layers = {conv(3, kernel, stride, activation), conv(5, kernel, 1, activation),
                                     dense(2, Activation::Linear),
                                     dense(Shape{5, 12 / stride, 12 / stride}, activation),
                                     convTransposed(3, kernel, 1, activation),
                                     convTransposed(1, kernel, stride, Activation::Sigmoid)},
                          .codeLayer = 2};
    auto plan = std::make_shared<const Plan>(*resolve(network));
    std::vector<float> parameters = initialParameters(plan->network(), 7);
    const Random random(3, 1, 0);
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if (parameters[i] == 0.0f) parameters[i] = static_cast<float>(random.uniform(i) - 0.5);
    return {std::move(plan), std::move(parameters), {}};
}

std::vector<float> sample()
{
    return uniformFloats(144);
}

} // namespace

class TstLayerScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void computesWhatTheNetworkDoes_data();
    void computesWhatTheNetworkDoes();
    void otherLayersAreNone();
};

void TstLayerScene::computesWhatTheNetworkDoes_data()
{
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addColumn<Activation>("activation");
    for (const int layer : {0, 1, 4, 5})
        for (const auto& [kernel, stride] : {std::pair(3, 2), std::pair(4, 2), std::pair(5, 1)})
            for (const Activation activation : {Activation::LeakyRelu, Activation::Tanh, Activation::Linear})
                QTest::addRow("layer %d, %d×%d, stride %d, activation %d", layer, kernel, kernel, stride,
                              static_cast<int>(activation))
                    << layer << kernel << stride << activation;
}

void TstLayerScene::computesWhatTheNetworkDoes()
{
    QFETCH(int, layer);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    QFETCH(Activation, activation);
    const Model model = modelOf(activation, kernel, stride);
    const auto activations = activationsOf(model, sample());
    QVERIFY(isLayerScene(*model.plan, layer));
    const auto scene = sceneOfLayer(model, layer, activations);
    QVERIFY(scene);
    const auto figure = evaluate(*scene);
    QVERIFY(figure);
    const auto& expected = activations[static_cast<std::size_t>(layer) + 1];
    QCOMPARE(figure->output.data.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(figure->output.data[i] - static_cast<double>(expected[i])) < 1e-5,
                 qPrintable(QString::number(i)));
}

void TstLayerScene::otherLayersAreNone()
{
    const Model model = modelOf(Activation::Relu, 3, 2);
    const auto activations = activationsOf(model, sample());
    for (const int layer : {-1, 2, 3, 6}) {
        QVERIFY(!isLayerScene(*model.plan, layer));
        QVERIFY(!sceneOfLayer(model, layer, activations));
    }
}

QTEST_APPLESS_MAIN(TstLayerScene)
#include "tst_layer_scene.moc"
