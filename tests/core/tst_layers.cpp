#include "core/nn/activation.h"
#include "core/nn/reference.h"

#include <QtTest>

#include <random>

using namespace hg;

namespace {

std::mt19937 random_(5);

std::vector<double> numbers(std::size_t n, double spread)
{
    std::vector<double> v(n);
    std::normal_distribution<double> normal(0, spread);
    for (double& x : v)
        x = normal(random_);
    return v;
}

LayerSpec with(LayerSpec spec, Padding padding, Axes dilation = {1, 1})
{
    spec.padding = padding;
    spec.dilation = dilation;
    return spec;
}

double lossAt(const ResolvedNetwork& network, const std::vector<double>& parameters, Loss loss,
              const TensorD& x, const TensorD& t)
{
    const ForwardPass pass = forwardReference(network, parameters, x);
    return lossOf(loss, pass.lastSums, pass.activations.back(), t);
}

} // namespace

class TstLayers : public QObject {
    Q_OBJECT

private slots:
    void tableIsInOrder();
    void slopesFollowFromOutputs_data();
    void slopesFollowFromOutputs();
    void gradientCheck_data();
    void gradientCheck();
    void shapesOfTheModels_data();
    void shapesOfTheModels();
    void initialWeightsAreGlorotUniform();
    void wrongNetworksAreErrors_data();
    void wrongNetworksAreErrors();
};

void TstLayers::tableIsInOrder()
{
    for (std::size_t i = 0; i < layerKinds().size(); ++i)
        QCOMPARE(static_cast<std::size_t>(layerKinds()[i].type), i);
}

void TstLayers::slopesFollowFromOutputs_data()
{
    QTest::addColumn<Activation>("activation");
    QTest::newRow("linear") << Activation::Linear;
    QTest::newRow("tanh") << Activation::Tanh;
    QTest::newRow("sigmoid") << Activation::Sigmoid;
    QTest::newRow("relu") << Activation::Relu;
    QTest::newRow("leaky relu") << Activation::LeakyRelu;
    QTest::newRow("elu") << Activation::Elu;
}

void TstLayers::slopesFollowFromOutputs()
{
    QFETCH(Activation, activation);
    for (const double z : {-3.0, -0.7, -0.01, 0.02, 0.5, 2.5}) {
        constexpr double h = 1e-6;
        const double numeric = (activate(activation, z + h) - activate(activation, z - h)) / (2 * h);
        QVERIFY(std::abs(numeric - activationSlope(activation, activate(activation, z))) < 1e-8);
    }
}

void TstLayers::gradientCheck_data()
{
    QTest::addColumn<Network>("network");
    QTest::addColumn<Loss>("loss");
    using enum Activation;
    const auto row = [](const char* name, Shape input, std::vector<LayerSpec> layers, Loss loss = Loss::Mse) {
        QTest::newRow(name) << Network{.input = input, .layers = std::move(layers)} << loss;
    };
    row("dense linear", {5, 1, 1}, {dense(3, Linear), dense(5, Linear)});
    row("dense tanh elu", {5, 1, 1}, {dense(4, Tanh), dense(3, Elu), dense(5, Linear)});
    row("dense leaky, bce", {1, 2, 3}, {dense(4, LeakyRelu), dense({1, 2, 3}, Sigmoid)}, Loss::Bce);
    row("dense relu, sigmoid mse", {1, 2, 3}, {dense(7, Relu), dense({1, 2, 3}, Sigmoid)});
    row("conv same s2, transposed back", {2, 6, 4}, {conv(3, 3, 2, Tanh), convTransposed(2, 3, 2, Linear)});
    row("conv odd size", {1, 7, 5}, {conv(2, 3, 2, Elu), dense({1, 7, 5}, Linear)});
    row("conv full", {2, 3, 4}, {with(conv(2, 2, 1, Tanh), {Padding::Kind::Full}), dense({2, 3, 4}, Linear)});
    row("conv dilated, two sides", {1, 6, 6},
        {with(conv(2, 3, 1, Tanh), {Padding::Kind::Explicit, 2, 1}, {2, 1}), dense({1, 6, 6}, Linear)});
    row("transposed valid, k < s", {1, 3, 2},
        {with(convTransposed(2, 2, 3, Tanh), {Padding::Kind::Valid}), dense({1, 3, 2}, Linear)});
    row("transposed cropped", {2, 3, 3},
        {with(convTransposed(3, 4, 2, Tanh), {Padding::Kind::Explicit, 1, 1}), dense({2, 3, 3}, Linear)});
    row("one line", {1, 1, 12},
        {LayerSpec{.type = LayerType::Conv,
                   .filters = 2,
                   .kernel = {1, 5},
                   .stride = {1, 2},
                   .padding = {Padding::Kind::Same},
                   .activation = Tanh},
         dense({1, 1, 12}, Linear)});
}

void TstLayers::gradientCheck()
{
    QFETCH(Network, network);
    QFETCH(Loss, loss);
    const auto resolved = resolve(network);
    QVERIFY(resolved);
    const std::size_t size = network.input.size();
    const TensorD x(1, network.input, numbers(size, 1));
    TensorD target(1, network.input, numbers(size, 1));
    if (loss == Loss::Bce)
        for (double& t : target.data)
            t = 1 / (1 + std::exp(-t));
    auto parameters = numbers(resolved->parameterCount, 0.5);
    const auto result = gradientReference(*resolved, parameters, loss, {&x, 1}, {&target, 1});
    QVERIFY(std::abs(result.loss - lossAt(*resolved, parameters, loss, x, target)) < 1e-12);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        constexpr double h = 1e-5;
        const double before = parameters[i];
        parameters[i] = before + h;
        const double up = lossAt(*resolved, parameters, loss, x, target);
        parameters[i] = before - h;
        const double down = lossAt(*resolved, parameters, loss, x, target);
        parameters[i] = before;
        const double numeric = (up - down) / (2 * h);
        const double error = std::abs(numeric - result.gradient[i]);
        QVERIFY2(
            error < 1e-7 * (1 + std::abs(numeric)),
            qPrintable(
                QStringLiteral("parameter %1: %2 against %3").arg(i).arg(result.gradient[i]).arg(numeric)));
    }
}

void TstLayers::shapesOfTheModels_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("parameters");
    QTest::newRow("linear") << QByteArray("linear") << 784 * 2 + 2 + 2 * 784 + 784;
    QTest::newRow("dense") << QByteArray("dense")
                           << 784 * 256 + 256 + 256 * 64 + 64 + 64 * 2 + 2 + 2 * 64 + 64 + 64 * 256 + 256 +
                                  256 * 784 + 784;
    QTest::newRow("conv") << QByteArray("conv")
                          << 9 * 8 + 8 + 9 * 8 * 16 + 16 + 784 * 2 + 2 + 2 * 784 + 784 + 9 * 16 * 8 + 8 +
                                 9 * 8 + 1;
}

void TstLayers::shapesOfTheModels()
{
    QFETCH(QByteArray, id);
    QFETCH(int, parameters);
    const auto network =
        modelById(std::string_view(id.constData(), static_cast<std::size_t>(id.size())), {1, 28, 28}, 2);
    QVERIFY(network);
    const auto resolved = resolve(*network);
    QVERIFY(resolved);
    QCOMPARE(resolved->parameterCount, static_cast<std::size_t>(parameters));
    QCOMPARE(resolved->codeSize(), 2);
    QCOMPARE(network->isLinear(), id == "linear");
    if (id == "conv") {
        const Shape inner{16, 7, 7};
        QCOMPARE(resolved->layers[1].out, inner);
        QCOMPARE(resolved->layers[0].geometry.h.padBefore, 0); // Keras pads the even side at the end only
        QCOMPARE(resolved->layers[0].geometry.h.padAfter, 1);
    }
}

void TstLayers::initialWeightsAreGlorotUniform()
{
    const auto resolved = resolve(*modelById("dense", {1, 28, 28}, 2));
    QVERIFY(resolved);
    const auto parameters = initialParameters(*resolved, 1);
    for (const ResolvedLayer& layer : resolved->layers) {
        const double limit = std::sqrt(6.0 / (layer.fanIn + layer.fanOut));
        double greatest = 0, squares = 0;
        for (std::size_t i = 0; i < layer.weightCount; ++i) {
            const double w = static_cast<double>(parameters[layer.weightOffset + i]);
            greatest = std::max(greatest, std::abs(w));
            squares += w * w;
        }
        QVERIFY(greatest <= limit && greatest > 0.9 * limit);
        if (layer.weightCount > 5000) {
            const double variance = squares / static_cast<double>(layer.weightCount);
            QVERIFY(std::abs(variance / (limit * limit / 3) - 1) < 0.05);
        }
        for (std::size_t i = 0; i < layer.biasCount; ++i)
            QCOMPARE(parameters[layer.biasOffset() + i], 0.0f);
    }
    QVERIFY(parameters == initialParameters(*resolved, 1));
    QVERIFY(parameters != initialParameters(*resolved, 2));
}

void TstLayers::wrongNetworksAreErrors_data()
{
    QTest::addColumn<Network>("network");
    QTest::addColumn<ErrorCode>("code");
    using enum Activation;
    const auto row = [](const char* name, Network n, ErrorCode code) { QTest::newRow(name) << n << code; };
    row("no units", {.layers = {dense(0, Linear)}}, ErrorCode::LayerInvalid);
    row("no filters", {.layers = {conv(0, 3, 1, Linear)}}, ErrorCode::LayerInvalid);
    row("output of another size", {.layers = {dense(7, Linear)}}, ErrorCode::ShapesDoNotFit);
    row("no layers", {.layers = {}}, ErrorCode::LayerInvalid);
    row("code layer beyond the last", {.layers = {dense({1, 28, 28}, Linear)}, .codeLayer = 1},
        ErrorCode::LayerInvalid);
    row("kernel too large", {.input = {1, 2, 2}, .layers = {with(conv(1, 3, 1, Linear), {})}},
        ErrorCode::KernelTooLarge);
    row("too many parameters", {.layers = {dense(1'000'000, Linear), dense({1, 28, 28}, Linear)}},
        ErrorCode::TooLarge);
}

void TstLayers::wrongNetworksAreErrors()
{
    QFETCH(Network, network);
    QFETCH(ErrorCode, code);
    const auto resolved = resolve(network);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, code);
}

QTEST_APPLESS_MAIN(TstLayers)
#include "tst_layers.moc"
