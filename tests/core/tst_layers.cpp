#include "core/nn/activation.h"
#include "core/nn/reference.h"
#include "tests/support/layer_examples.h"
#include "tests/support/random_network.h"

#include <QTest>

#include <climits>
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
    spec.paddingH = spec.paddingW = padding;
    spec.dilation = dilation;
    return spec;
}

LayerSpec pooled(LayerSpec spec, Axes stride, Padding padding)
{
    spec.stride = stride;
    return with(spec, padding);
}

LayerSpec withoutBias(LayerSpec spec)
{
    spec.hasBias = false;
    return spec;
}

LayerSpec bent(LayerSpec spec, Activation activation)
{
    spec.activation = activation;
    return spec;
}

double lossAt(const ResolvedNetwork& network, const std::vector<double>& parameters, Loss loss,
              const TensorD& x, const TensorD& t)
{
    const ForwardPass pass = forwardReference(network, parameters, x);
    return lossOf(loss, pass.lastSums, pass.activations.back(), t);
}

/// Every number of the gradient against the central difference.
void checkGradient(const ResolvedNetwork& network, Loss loss)
{
    const Shape in = network.network.input, out = network.outputShape();
    const TensorD x(1, in, numbers(in.size(), 1));
    TensorD target(1, out, numbers(out.size(), 1));
    if (loss == Loss::SoftmaxCrossEntropy) target = oneHot(2, static_cast<int>(out.size()));
    if (loss == Loss::Bce)
        for (double& t : target.data)
            t = 1 / (1 + std::exp(-t));
    auto parameters = numbers(network.parameterCount, 0.5);
    const auto result = gradientReference(network, parameters, loss, {&x, 1}, {&target, 1});
    QVERIFY(std::abs(result.loss - lossAt(network, parameters, loss, x, target)) < 1e-12 * (1 + result.loss));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        constexpr double h = 1e-5;
        const double before = parameters[i];
        parameters[i] = before + h;
        const double up = lossAt(network, parameters, loss, x, target);
        parameters[i] = before - h;
        const double down = lossAt(network, parameters, loss, x, target);
        parameters[i] = before;
        const double numeric = (up - down) / (2 * h);
        const double error = std::abs(numeric - result.gradient[i]);
        QVERIFY2(
            error < 1e-7 * (1 + std::abs(numeric)),
            qPrintable(
                QStringLiteral("parameter %1: %2 against %3").arg(i).arg(result.gradient[i]).arg(numeric)));
    }
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
    void gradientCheckOfRandomShapes();
    void upsamplingRepeatsCells();
    void poolingLooksAtCellsInside();
    void onlyNetworksThatDoNotBendAreLinear();
    void shapesOfTheModels_data();
    void shapesOfTheModels();
    void softmaxKnowsNoOverflow();
    void classifiersGiveScores();
    void initialWeightsAreGlorotUniform();
    void initialisations_data();
    void initialisations();
    void layersWithoutBiases();
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
    row("dense without biases", {5, 1, 1}, {withoutBias(dense(4, Tanh)), withoutBias(dense(5, Linear))});
    row("convolutions without biases", {2, 6, 4},
        {withoutBias(conv(3, 3, 2, Tanh)), withoutBias(convTransposed(2, 3, 2, Linear))});
    row("biases in one layer of three", {1, 4, 6},
        {withoutBias(conv(2, 4, 2, Elu)), dense(2, Linear), withoutBias(dense({1, 4, 6}, Sigmoid))},
        Loss::Bce);
    row("conv odd size", {1, 7, 5}, {conv(2, 3, 2, Elu), dense({1, 7, 5}, Linear)});
    row("conv full", {2, 3, 4}, {with(conv(2, 2, 1, Tanh), {Padding::Kind::Full}), dense({2, 3, 4}, Linear)});
    row("conv dilated, two sides", {1, 6, 6},
        {with(conv(2, 3, 1, Tanh), {Padding::Kind::Explicit, 2, 1}, {2, 1}), dense({1, 6, 6}, Linear)});
    row("transposed valid, k < s", {1, 3, 2},
        {with(convTransposed(2, 2, 3, Tanh), {Padding::Kind::Valid}), dense({1, 3, 2}, Linear)});
    row("transposed cropped", {2, 3, 3},
        {with(convTransposed(3, 4, 2, Tanh), {Padding::Kind::Explicit, 1, 1}), dense({2, 3, 3}, Linear)});
    row("one line", {1, 1, 12}, {conv1d(2, 5, 2, Tanh), convTransposed1d(1, 5, 2, Linear)});
    row("one line, two channels, odd length", {2, 1, 9}, {conv1d(3, 4, 3, Elu), dense({2, 1, 9}, Linear)});
    row("rectangular kernel and stride", {1, 6, 4},
        {conv(2, Axes{3, 2}, Axes{2, 1}, Tanh), convTransposed(1, Axes{5, 1}, Axes{2, 1}, Linear)});
    LayerSpec apart = conv(2, Axes{3, 3}, Axes{1, 2}, Tanh);
    apart.paddingH = {Padding::Kind::Full};
    apart.paddingW = {Padding::Kind::Explicit, 2, 0};
    row("padding by axis", {1, 4, 5}, {apart, dense({1, 4, 5}, Linear)});

    // Pools stand second, so that the gradient passes through them to the weights of the first.
    row("max pool", {2, 6, 4}, {conv(3, 3, 1, Tanh), maxPool({2, 2}), dense({2, 6, 4}, Linear)});
    row("max pool, same, overlapping", {1, 7, 5},
        {conv(2, 3, 1, Tanh), pooled(maxPool({3, 3}), {2, 2}, {Padding::Kind::Same}),
         dense({1, 7, 5}, Linear)});
    row("max pool, activated", {1, 6, 6},
        {dense({2, 4, 5}, Tanh), bent(maxPool({2, 3}), Elu), dense({1, 6, 6}, Linear)});
    row("average pool", {2, 6, 4}, {conv(3, 3, 1, Tanh), averagePool({2, 2}), dense({2, 6, 4}, Linear)});
    row("average pool, same, overlapping", {1, 7, 5},
        {conv(2, 3, 1, Tanh), pooled(averagePool({3, 3}), {2, 2}, {Padding::Kind::Same}),
         dense({1, 7, 5}, Linear)});
    row("average pool, windows with one cell of the input", {1, 4, 4},
        {conv(2, 3, 1, Tanh), pooled(averagePool({2, 2}), {1, 1}, {Padding::Kind::Explicit, 1, 1}),
         dense({1, 4, 4}, Linear)});
    row("pooled line", {1, 1, 12},
        {conv1d(2, 3, 1, Tanh), maxPool1d(2), averagePool1d(3), dense({1, 1, 12}, Linear)});
    row("upsampling", {1, 4, 6}, {conv(2, 3, 2, Tanh), upsample({2, 2}), conv(1, 3, 1, Linear)});
    row("upsampling by axes", {1, 6, 6},
        {dense({2, 2, 3}, Tanh), bent(upsample({3, 2}), Tanh), conv(1, 3, 1, Linear)});
    row("upsampled line", {1, 1, 12}, {conv1d(2, 3, 4, Tanh), upsample1d(4), conv1d(1, 3, 1, Linear)});
    QTest::newRow("softmax") << Network{.input = {1, 2, 3},
                                        .layers = {dense(5, Tanh), dense(4, Linear)},
                                        .classes = 4}
                             << Loss::SoftmaxCrossEntropy;
    QTest::newRow("softmax behind a pooled convolution")
        << Network{.input = {1, 6, 6},
                   .layers = {conv(3, 3, 1, Tanh), maxPool({2, 2}), dense(10, Linear)},
                   .classes = 10}
        << Loss::SoftmaxCrossEntropy;
    for (const LayerKind& kind : layerKinds())
        row(kind.id, {1, 4, 6},
            {conv(3, 3, 1, Tanh), test::exampleOf(kind.type, Elu), dense({1, 4, 6}, Linear)});
    row("no change at all", {1, 3, 4}, {dense({1, 3, 4}, Tanh), upsample({1, 1}), maxPool({1, 1})});
}

void TstLayers::gradientCheck()
{
    QFETCH(Network, network);
    QFETCH(Loss, loss);
    const auto resolved = resolve(network);
    QVERIFY(resolved);
    checkGradient(*resolved, loss);
}

void TstLayers::gradientCheckOfRandomShapes()
{
    int checked = 0;
    test::RandomNetworks networks(17);
    for (int i = 0; i < 500; ++i) {
        const Network network = networks.next();
        const auto resolved = resolve(network);
        if (!resolved || resolved->parameterCount > 800) continue; // a kernel larger than its input; slow
        ++checked;
        checkGradient(*resolved, Loss::Mse);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(test::describe(network)));
    }
    QVERIFY2(checked > 120, qPrintable(QString::number(checked)));
}

void TstLayers::upsamplingRepeatsCells()
{
    const auto layer = layerKind(LayerType::Upsample).resolve(upsample({2, 3}), {1, 1, 2});
    QVERIFY(layer);
    const Shape twiceThreefold{1, 2, 6};
    QCOMPARE(layer->out, twiceThreefold);
    const TensorD y = layerKind(LayerType::Upsample).forward(*layer, {}, TensorD(1, {1, 1, 2}, {5, 7}));
    const std::vector<double> expected{5, 5, 5, 7, 7, 7, 5, 5, 5, 7, 7, 7};
    QVERIFY(y.data == expected);
}

void TstLayers::poolingLooksAtCellsInside()
{
    const LayerSpec spec = pooled(averagePool({1, 3}), {1, 2}, {Padding::Kind::Same});
    const TensorD x(1, {1, 1, 5}, {-1, -2, -3, -4, -9});
    const auto layer = layerKind(LayerType::AveragePool).resolve(spec, x.shape);
    QVERIFY(layer);
    const std::vector<double> averages{-1.5, -3, -6.5}, maxima{-1, -2, -4};
    QVERIFY(layerKind(LayerType::AveragePool).forward(*layer, {}, x).data == averages);
    QVERIFY(layerKind(LayerType::MaxPool).forward(*layer, {}, x).data == maxima);
    // Two equal values: the first one in reading order takes the gradient.
    const TensorD equal(1, {1, 1, 5}, {2, 2, 2, 0, 2}), g(1, {1, 1, 3}, {1, 10, 100});
    const std::vector<double> first{1, 10, 0, 0, 100};
    QVERIFY(layerKind(LayerType::MaxPool).backward(*layer, {}, equal, g, {}).data == first);
}

void TstLayers::onlyNetworksThatDoNotBendAreLinear()
{
    using enum Activation;
    const auto isLinear = [](LayerSpec spec) { return Network{.layers = {spec}}.isLinear(); };
    QVERIFY(isLinear(averagePool({2, 2})));
    QVERIFY(isLinear(upsample({2, 2})));
    QVERIFY(!isLinear(maxPool({2, 2})));
    QVERIFY(!isLinear(dense(3, Tanh)));
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
    QTest::newRow("conv1d") << QByteArray("conv1d")
                            << 9 * 8 + 8 + 9 * 8 * 16 + 16 + 1024 * 2 + 2 + 2 * 1024 + 1024 + 9 * 16 * 8 + 8 +
                                   9 * 8 + 1;
}

void TstLayers::shapesOfTheModels()
{
    QFETCH(QByteArray, id);
    QFETCH(int, parameters);
    const auto network =
        id == "conv1d" ? Result<Network>(conv1dModel())
                       : modelById(std::string_view(id.constData(), static_cast<std::size_t>(id.size())),
                                   {1, 28, 28}, 2);
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

void TstLayers::softmaxKnowsNoOverflow()
{
    const auto loss = [](std::vector<double> z, int label) {
        const TensorD sums(1, {3, 1, 1}, std::move(z));
        return lossOf(Loss::SoftmaxCrossEntropy, sums, sums, oneHot(label, 3));
    };
    QVERIFY(std::abs(loss({0, 0, 0}, 1) - std::log(3.0)) < 1e-15);
    QVERIFY(std::abs(loss({std::log(2.0), std::log(5.0), 0}, 0) - std::log(4.0)) < 1e-15);
    QCOMPARE(loss({1e4, 0, -1e4}, 0), 0.0);
    QCOMPARE(loss({1e4, 0, -1e4}, 2), 2e4);
    const TensorD far(1, {3, 1, 1}, {1e4, 0, -1e4});
    const std::vector<double> gradient{1, 0, -1};
    QVERIFY(lossGradient(Loss::SoftmaxCrossEntropy, Activation::Linear, far, far, oneHot(2, 3)).data ==
            gradient);
}

void TstLayers::classifiersGiveScores()
{
    Network network{.input = {1, 28, 28}, .layers = {dense(10, Activation::Linear)}, .classes = 10};
    QVERIFY(resolve(network));
    network.classes = 0; // an autoencoder's output must be as large as its input
    QCOMPARE(resolve(network).error().code, ErrorCode::ShapesDoNotFit);
    for (const int wrong : {9, -1}) {
        network.classes = wrong;
        const auto resolved = resolve(network);
        QVERIFY(!resolved);
        QCOMPARE(resolved.error().code, ErrorCode::ShapesDoNotFit);
        QCOMPARE(resolved.error().numbers.front(), 10.0);
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

void TstLayers::initialisations_data()
{
    QTest::addColumn<Initialisation>("initialisation");
    QTest::addColumn<std::vector<double>>("limits"); // of dense 5→7, conv 3×2 of 3, transposed 2×2 of 1
    const auto row = [](const char* name, Initialisation initialisation, std::vector<double> limits) {
        QTest::newRow(name) << initialisation << limits;
    };
    row("Glorot", Initialisation::Glorot, {6.0 / (24 + 48), 6.0 / (2 * 6 + 3 * 6), 6.0 / (3 * 4 + 2 * 4)});
    row("He", Initialisation::He, {6.0 / 24, 6.0 / (2 * 6), 6.0 / (3 * 4)});
    row("as PyTorch", Initialisation::Framework, {1.0 / 24, 1.0 / (2 * 6), 1.0 / (2 * 4)});
}

/// The limits are reached from below, and a fan that is counted wrongly would move them by more.
void TstLayers::initialisations()
{
    QFETCH(Initialisation, initialisation);
    QFETCH(std::vector<double>, limits);
    const auto network = resolve(
        {.input = {1, 4, 6},
         .layers = {dense({2, 4, 6}, Activation::Tanh), conv(3, Axes{3, 2}, Axes{2, 2}, Activation::Tanh),
                    convTransposed(2, 2, 2, Activation::Tanh), dense({1, 4, 6}, Activation::Linear)},
         .codeLayer = 1});
    QVERIFY(network);
    std::vector<double> greatest(limits.size());
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto parameters = initialParameters(*network, seed, initialisation);
        for (std::size_t l = 0; l < limits.size(); ++l) {
            const ResolvedLayer& layer = network->layers[l];
            for (std::size_t i = 0; i < layer.parameterCount(); ++i) {
                const double p = std::abs(static_cast<double>(parameters[layer.weightOffset + i]));
                greatest[l] = std::max(greatest[l], p);
                if (i >= layer.weightCount) QCOMPARE(p > 0, initialisation == Initialisation::Framework);
            }
        }
    }
    for (std::size_t l = 0; l < limits.size(); ++l) {
        const double limit = std::sqrt(limits[l]);
        QVERIFY2(greatest[l] <= limit * (1 + 1e-6) && greatest[l] > 0.99 * limit,
                 qPrintable(QString::number(l)));
    }
}

void TstLayers::layersWithoutBiases()
{
    const auto with =
        resolve({.input = {6, 1, 1}, .layers = {dense(2, Activation::Linear), dense(6, Activation::Linear)}});
    const auto without = resolve(
        {.input = {6, 1, 1},
         .layers = {withoutBias(dense(2, Activation::Linear)), withoutBias(dense(6, Activation::Linear))}});
    QCOMPARE(with->parameterCount, std::size_t{6 * 2 + 2 + 2 * 6 + 6});
    QCOMPARE(without->parameterCount, std::size_t{6 * 2 + 2 * 6});
    QCOMPARE(without->layers[1].weightOffset, std::size_t{6 * 2});
    // Without biases nothing comes of nothing.
    const auto parameters = numbers(without->parameterCount, 1);
    const TensorD nothing(1, {6, 1, 1});
    QVERIFY(forwardReference(*without, parameters, nothing).activations.back().data == nothing.data);
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
    row("empty input", {.input = {1, 0, 28}, .layers = {dense(1, Linear)}}, ErrorCode::LayerInvalid);
    row("huge input", {.input = {1 << 20, 1 << 20, 1 << 20}, .layers = {dense(1, Linear)}},
        ErrorCode::TooLarge);
    row("huge units", {.layers = {dense(Shape{1 << 30, 1 << 30, 1 << 30}, Linear)}}, ErrorCode::TooLarge);
    row("huge filters", {.layers = {conv(INT_MAX, 3, 1, Linear)}}, ErrorCode::TooLarge);
    row("huge upsampling", {.layers = {upsample({30'000'000, 30'000'000})}}, ErrorCode::TooLarge);
    row("upsampling beyond every axis", {.layers = {upsample({INT_MAX, 1})}}, ErrorCode::TooLarge);
    row("upsampling by nothing", {.layers = {upsample({0, 1})}}, ErrorCode::BadValue);
    row("pool of no size", {.layers = {maxPool({0, 2})}}, ErrorCode::BadValue);
    row("pool larger than its input", {.layers = {maxPool({29, 2})}}, ErrorCode::KernelTooLarge);
    row("pool windows in the padding alone",
        {.layers = {pooled(averagePool({2, 2}), {1, 1}, {Padding::Kind::Explicit, 2, 0})}},
        ErrorCode::WindowEmpty);
    row("too many taps", {.layers = {pooled(maxPool({700, 700}), {1, 1}, {Padding::Kind::Same})}},
        ErrorCode::TooLarge);
    row("huge kernel", {.layers = {with(conv(1, 900'000'000, 900'000'000, Linear), {Padding::Kind::Full})}},
        ErrorCode::TooLarge);
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
