#include "core/engine/code_decoder.h"
#include "core/engine/model.h"
#include "core/engine/passes.h"
#include "core/engine/short_tail.h"
#include "core/kernels/lane_kernels.h"
#include "core/nn/reference.h"
#include "tests/support/layer_examples.h"
#include "tests/support/numbers.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <numeric>
#include <random>
#include <set>

using namespace hg;

namespace {

std::mt19937 random_(11);

std::vector<float> floats(std::size_t n, float spread)
{
    return test::normalFloats(n, spread, random_);
}

std::vector<double> doubles(const std::vector<float>& v)
{
    return {v.begin(), v.end()};
}

/// ‖a − b‖/‖b‖
double relativeError(const float* a, const double* b, std::size_t n)
{
    return test::relativeError({a, n}, {b, n});
}

TensorD asTensor(const std::vector<float>& rows, int row, Shape shape)
{
    const auto first =
        rows.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * shape.size());
    return {1, shape, std::vector<double>(first, first + static_cast<std::ptrdiff_t>(shape.size()))};
}

Model randomModel(const Network& network, float spread)
{
    const auto resolved = resolve(network);
    if (!resolved) qFatal("the test's network is wrong");
    auto plan = std::make_shared<const Plan>(*resolved);
    return {plan, floats(plan->parameterCount(), spread), {}};
}

Network withoutBiases(Network network)
{
    for (LayerSpec& layer : network.layers)
        layer.hasBias = false;
    return network;
}

} // namespace

class TstEngine : public QObject {
    Q_OBJECT

private slots:
    void gradientsEqualTheReference_data();
    void gradientsEqualTheReference();
    void silentRowsEqualTheReference();
    void silentRowsBehindManyTaps();
    void tablesOfAPlan();
    void multiplyAddsAreCounted();
    void zerosChangeNoBit_data();
    void zerosChangeNoBit();
    void shortTailIsTheSameBits_data();
    void shortTailIsTheSameBits();
    void encodingAndDecodingEqualTheReference_data();
    void encodingAndDecodingEqualTheReference();
    void errorsOfRowsAverageToTheError_data();
    void errorsOfRowsAverageToTheError();
    void oneCodeDecodesAsABatchDoes_data();
    void oneCodeDecodesAsABatchDoes();
    void resultsDoNotDependOnThreads();
    void stopsBetweenChunks_data();
    void stopsBetweenChunks();
    void bytesMeanTwoHundredFiftyFifths();
    void meanIsSubtractedAndAdded();
};

void TstEngine::gradientsEqualTheReference_data()
{
    QTest::addColumn<Network>("network");
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<int>("count");
    using enum Activation;
    const auto row = [](const char* name, Network n, Loss loss, int count) {
        QTest::newRow(name) << n << loss << count;
    };
    row("linear 784-2-784, 64 samples", *modelById("linear", {1, 28, 28}, 2), Loss::Mse, 64);
    row("dense, 7 samples", *modelById("dense", {1, 12, 12}, 3), Loss::Mse, 7);
    row("dense, bce", *modelById("dense", {1, 12, 12}, 2), Loss::Bce, 33);
    row("conv, 5 samples", *modelById("conv", {1, 12, 8}, 2), Loss::Mse, 5);
    row("conv, bce", *modelById("conv", {1, 8, 8}, 2), Loss::Bce, 64);
    row("every activation",
        {.input = {1, 4, 4},
         .layers = {dense(9, Tanh), dense(8, Elu), dense(7, LeakyRelu), dense(5, Sigmoid), dense(6, Relu),
                    dense({1, 4, 4}, Linear)}},
        Loss::Mse, 20);
    LayerSpec dilated = conv(3, 3, 2, Tanh);
    dilated.dilation = {2, 1};
    dilated.paddingH = dilated.paddingW = {Padding::Kind::Explicit, 2, 1};
    LayerSpec cropped = convTransposed(5, 4, 3, LeakyRelu);
    cropped.paddingH = cropped.paddingW = {Padding::Kind::Explicit, 1, 1};
    row("odd channels, dilation, crop",
        {.input = {2, 9, 7}, .layers = {dilated, cropped, dense({2, 9, 7}, Linear)}}, Loss::Mse, 12);
    row("conv1d", conv1dModel(), Loss::Mse, 9);
    row("dense without biases", withoutBiases(*modelById("dense", {1, 12, 12}, 3)), Loss::Bce, 40);
    row("conv without biases", withoutBiases(*modelById("conv", {1, 12, 8}, 2)), Loss::Mse, 64);
    row("max pool and upsampling",
        {.input = {1, 8, 12},
         .layers = {conv(4, 3, 1, Relu), maxPool({2, 2}), dense(3, Linear), dense({2, 4, 6}, Tanh),
                    upsample({2, 2}), conv(1, 3, 1, Linear)}},
        Loss::Mse, 33);
    LayerSpec overlapping = maxPool({3, 2}), average = averagePool({3, 4});
    overlapping.stride = {2, 1};
    overlapping.paddingH = overlapping.paddingW = {Padding::Kind::Same};
    overlapping.activation = Elu;
    average.stride = {1, 3};
    average.paddingW = {Padding::Kind::Explicit, 1, 2};
    row("overlapping pools of odd shapes, activated",
        {.input = {2, 9, 7}, .layers = {conv(3, 3, 1, Tanh), overlapping, average, dense({2, 9, 7}, Linear)}},
        Loss::Mse, 11);
    LayerSpec repeated = upsample({3, 1});
    repeated.activation = Tanh;
    row("pools and upsampling first and last",
        {.input = {2, 6, 5}, .layers = {averagePool({2, 1}), dense({2, 2, 5}, Elu), repeated}}, Loss::Mse,
        64);
    row("pooled lines",
        {.input = {3, 1, 24},
         .layers = {conv1d(5, 3, 1, Relu), averagePool1d(2), maxPool1d(3), dense({2, 1, 6}, Relu),
                    upsample1d(4), conv1d(3, 5, 1, Linear)}},
        Loss::Mse, 20);
    for (const LayerKind& kind : layerKinds())
        row(kind.id,
            {.input = {1, 4, 6},
             .layers = {conv(3, 3, 1, Relu), test::exampleOf(kind.type, Relu), dense({1, 4, 6}, Linear)}},
            Loss::Mse, 7);
}

namespace {

/// Carries `count` samples, one after the other in x, through the model and back, and holds loss and gradient
/// to the reference's.
void compareWithReference(const Model& model, Loss loss, int count, const std::vector<float>& x,
                          Workspace& workspace)
{
    const Plan& plan = *model.plan;
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    const SampleView view{.floats = x.data(), .count = count, .features = plan.inputSize()};
    loadChunk(view, rows, {}, workspace.activations(0));
    forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace, loss == Loss::Bce);
    const double total = lossChunkAndGradient(plan, loss, count, 1.0f / static_cast<float>(count),
                                              workspace.activations(0), workspace);
    std::vector<float> gradient(plan.parameterCount(), 0.0f);
    backwardChunk(plan, model.parameters.data(), workspace, gradient.data());

    std::vector<TensorD> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(asTensor(x, i, plan.network().network.input));
    const auto reference =
        gradientReference(plan.network(), doubles(model.parameters), loss, samples, samples);
    QVERIFY(std::abs(total / count - reference.loss) < 1e-5 * std::abs(reference.loss));
    for (const PlannedLayer& planned : plan.layers()) {
        const ResolvedLayer& l = planned.layer;
        const float* g = gradient.data();
        const double* r = reference.gradient.data();
        QVERIFY(relativeError(g + l.weightOffset, r + l.weightOffset, l.weightCount) < 1e-5);
        QVERIFY(relativeError(g + l.biasOffset(), r + l.biasOffset(), l.biasCount) < 1e-5);
    }
}

} // namespace

void TstEngine::gradientsEqualTheReference()
{
    QFETCH(Network, network);
    QFETCH(Loss, loss);
    QFETCH(int, count);
    const Model model = randomModel(network, 0.2f);
    auto x = floats(static_cast<std::size_t>(count) * model.plan->inputSize(), 1);
    for (float& v : x)
        v = 1 / (1 + std::exp(-v)); // pictures lie in 0 … 1, as cross-entropy needs
    Workspace workspace(*model.plan);
    compareWithReference(model, loss, count, x, workspace);
}

// A blank border, and units that a rectifier silences in every sample: their products are passed over in each
// pass.
void TstEngine::silentRowsEqualTheReference()
{
    const Shape input{1, 12, 16};
    const Shape maps{8, 6, 8};
    Model model = randomModel(
        {.input = input,
         .layers = {conv(8, 3, 2, Activation::Relu), conv(6, 3, 1, Activation::Relu),
                    dense(3, Activation::Linear), dense(maps, Activation::Relu),
                    conv(5, 3, 1, Activation::Relu), convTransposed(1, 3, 2, Activation::Sigmoid)},
         .codeLayer = 2},
        0.2f);
    const Plan& plan = *model.plan;
    for (const int layer : {0, 3, 4}) {
        const ResolvedLayer& resolved = plan.layers()[static_cast<std::size_t>(layer)].layer;
        for (std::size_t i = 0; i < resolved.biasCount; i += 2)
            model.parameters[resolved.biasOffset() + i] = -9;
    }
    constexpr int count = 50;
    auto x = floats(count * plan.inputSize(), 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const int place = static_cast<int>(i % plan.inputSize()), row = place / input.width,
                  column = place % input.width;
        const bool isBorder = row < 3 || row > 8 || column < 4;
        x[i] = isBorder ? 0 : 1 / (1 + std::exp(-x[i]));
    }
    Workspace workspace(plan);
    compareWithReference(model, Loss::Mse, count, x, workspace);
    for (const int layer : {0, 1, 4, 5})
        QVERIFY(workspace.usedRows(layer).share() <= 0.7);
}

// More taps reach a cell than a list holds: of them nothing is passed over, and nothing is listed.
void TstEngine::silentRowsBehindManyTaps()
{
    const Shape input{1, 6, 6};
    Model model =
        randomModel({.input = input,
                     .layers = {conv(6, 3, 1, Activation::Relu), conv(130, 5, 1, Activation::Linear),
                                dense(2, Activation::Linear), dense(input, Activation::Linear)},
                     .codeLayer = 2},
                    0.1f);
    const ResolvedLayer& first = model.plan->layers().front().layer;
    for (std::size_t i = 0; i < first.biasCount; i += 2)
        model.parameters[first.biasOffset() + i] = -9;
    constexpr int count = 3;
    QVERIFY(130 * 5 * 5 > mostListedTaps);
    Workspace workspace(*model.plan);
    compareWithReference(model, Loss::Mse, count, floats(count * model.plan->inputSize(), 1), workspace);
    QVERIFY(workspace.usedRows(1).share() <= 0.7);
}

// Every cell stands in one group, among cells that the same kernel cells reach; every tap is one pair, and a
// kernel cell's pairs stand in the cells' order.
void TstEngine::tablesOfAPlan()
{
    const Model model = randomModel(
        {.input = {1, 24, 48},
         .layers = {conv(2, 3, 2, Activation::Relu), conv(3, 4, 3, Activation::Relu),
                    convTransposed(2, 4, 3, Activation::Relu), convTransposed(1, 3, 2, Activation::Sigmoid)},
         .codeLayer = 1},
        1);
    const Plan& plan = *model.plan;
    QVERIFY(plan.layers()[2].forward.alike.empty());
    const TapTable& table = plan.layers()[3].forward; // into one channel
    QCOMPARE(table.alike.size() + 1, table.start.size());
    QCOMPARE(std::set<int>(table.alike.begin(), table.alike.end()).size(), table.alike.size());
    for (std::size_t g = 0; g + 1 < table.groupStart.size(); ++g) {
        const int first = table.groupStart[g], last = table.groupStart[g + 1];
        QVERIFY(last > first && last <= first + mostAlikeCells);
        for (int i = first; i < last; ++i)
            QVERIFY(std::ranges::equal(table.of(table.alike[static_cast<std::size_t>(i)]),
                                       table.of(table.alike[static_cast<std::size_t>(first)]), {},
                                       &TapEntry::kernel, &TapEntry::kernel));
    }
    for (const PlannedLayer& planned : plan.layers()) {
        const PairTable& pairs = planned.pairs;
        QCOMPARE(pairs.pairs.size(), planned.forward.entries.size());
        QCOMPARE(pairs.start.size(), static_cast<std::size_t>(pairs.blocks * pairs.kernelCells) + 1);
        std::vector<int> last(static_cast<std::size_t>(pairs.kernelCells), -1);
        for (std::size_t i = 0; i + 1 < pairs.start.size(); ++i)
            for (int p = pairs.start[i]; p < pairs.start[i + 1]; ++p) {
                int& before = last[i % last.size()];
                QVERIFY(pairs.pairs[static_cast<std::size_t>(p)].to > before);
                before = pairs.pairs[static_cast<std::size_t>(p)].to;
            }
    }
}

void TstEngine::multiplyAddsAreCounted()
{
    const auto countOf = [](const Network& network) { return randomModel(network, 1).plan->multiplyAdds(); };
    QCOMPARE(countOf(*modelById("linear", {1, 28, 28}, 2)), 2.0 * 784 * 2);
    QCOMPARE(countOf(*modelById("dense", {1, 28, 28}, 2)), 2.0 * (784 * 256 + 256 * 64 + 64 * 2));
    const Shape input{1, 5, 5};
    const double taps = (5 * 3 - 2) * (5 * 3 - 2); // the border's are fewer
    QCOMPARE(countOf({.input = input,
                      .layers = {conv(2, 3, 1, Activation::Relu), dense(2, Activation::Linear),
                                 dense(input, Activation::Linear)},
                      .codeLayer = 1}),
             taps * 2 + 50 * 2 + 2 * 25);
}

void TstEngine::zerosChangeNoBit_data()
{
    QTest::addColumn<Shape>("input");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("percent");
    QTest::addColumn<float>("oddWeight");
    QTest::newRow("digits") << Shape{1, 28, 28} << 256 << 64 << 19 << 0.5f;
    QTest::newRow("half") << Shape{1, 28, 28} << 128 << 64 << 50 << 0.5f;
    QTest::newRow("all") << Shape{1, 28, 28} << 64 << 64 << 100 << 0.5f;
    QTest::newRow("none") << Shape{1, 28, 28} << 64 << 64 << 0 << 0.5f;
    QTest::newRow("part of a chunk") << Shape{1, 28, 28} << 100 << 9 << 30 << 0.5f;
    QTest::newRow("last numbers short of a vector") << Shape{1, 1, 75} << 70 << 64 << 20 << 0.5f;
    QTest::newRow("few units") << Shape{1, 8, 8} << 16 << 30 << 20 << 0.5f;
    QTest::newRow("infinite weight") << Shape{1, 16, 16} << 64 << 64 << 20 << INFINITY;
    QTest::newRow("no number") << Shape{1, 16, 16} << 64 << 64 << 20 << NAN;
}

namespace {

/// A dense layer's sums, every product worked out.
std::vector<float> allProducts(const ResolvedLayer& layer, const std::vector<float>& parameters,
                               const float* x)
{
    std::vector<float> y(layer.out.size() * lanes);
    const int inputs = static_cast<int>(layer.in.size());
    const float* weights = parameters.data() + layer.weightOffset;
    laneKernels().multiply({.a = weights,
                            .aRow = inputs,
                            .aDepth = 1,
                            .b = x,
                            .bRow = lanes,
                            .c = y.data(),
                            .cRow = lanes,
                            .rows = static_cast<int>(layer.out.size()),
                            .depth = inputs,
                            .columns = lanes,
                            .bias = weights + layer.weightCount,
                            .accumulates = false});
    return y;
}

bool isSameBits(const float* a, const float* b, std::size_t count)
{
    return std::memcmp(a, b, count * sizeof(float)) == 0;
}

} // namespace

// A gradient that is added to another takes the way that multiplies all; one that is written over takes the
// other.
void TstEngine::zerosChangeNoBit()
{
    QFETCH(Shape, input);
    QFETCH(int, width);
    QFETCH(int, count);
    QFETCH(int, percent);
    QFETCH(float, oddWeight);
    Model model = randomModel({.input = input,
                               .layers = {dense(width, Activation::Relu), dense(2, Activation::Linear),
                                          dense(width, Activation::Relu), dense(input, Activation::Sigmoid)},
                               .codeLayer = 1},
                              0.2f);
    const Plan& plan = *model.plan;
    model.parameters[plan.layers().back().layer.weightOffset] = oddWeight;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * plan.inputSize());
    for (std::uint8_t& pixel : pixels)
        if (static_cast<int>(random_() % 100) < percent)
            pixel = static_cast<std::uint8_t>(random_() % 255 + 1);
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    Workspace workspace(plan);
    loadChunk({.bytes = pixels.data(), .count = count, .features = plan.inputSize()}, rows, {},
              workspace.activations(0));
    const auto gradient = [&](GradientUse use) {
        std::vector<float> sums(plan.parameterCount(), 0.0f);
        forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace, true);
        lossChunkAndGradient(plan, Loss::Mse, count, 1, workspace.activations(0), workspace);
        backwardChunk(plan, model.parameters.data(), workspace, sums.data(), use);
        return sums;
    };
    const auto written = gradient({}), added = gradient({.accumulates = true});
    QVERIFY(isSameBits(written.data(), added.data(), written.size()));
    const ResolvedLayer &first = plan.layers().front().layer, &last = plan.layers().back().layer;
    auto sums = allProducts(first, model.parameters, workspace.activations(0));
    laneKernels().activate(Curve::Relu, sums.data(), sums.size());
    QVERIFY(isSameBits(sums.data(), workspace.activations(1), sums.size()));
    sums = allProducts(last, model.parameters, workspace.activations(plan.layerCount() - 1));
    QVERIFY(isSameBits(sums.data(), workspace.lastSums(), sums.size()));
}

void TstEngine::shortTailIsTheSameBits_data()
{
    QTest::addColumn<Shape>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<Activation>("activation");
    QTest::addColumn<bool>("hasBiases");
    QTest::addColumn<int>("count");
    using enum Activation;
    QTest::newRow("linear, digits") << Shape{1, 28, 28} << 2 << Linear << true << 64;
    QTest::newRow("one number, part of a chunk") << Shape{1, 28, 28} << 1 << Linear << true << 9;
    QTest::newRow("sigmoid, 75 numbers") << Shape{1, 1, 75} << 15 << Sigmoid << true << 64;
    QTest::newRow("tanh, 20 numbers, no biases") << Shape{1, 4, 5} << 7 << Tanh << false << 33;
}

// All at once, and one pass after the other.
void TstEngine::shortTailIsTheSameBits()
{
    QFETCH(Shape, input);
    QFETCH(int, code);
    QFETCH(Activation, activation);
    QFETCH(bool, hasBiases);
    QFETCH(int, count);
    Network network{
        .input = input, .layers = {dense(code, Activation::Tanh), dense(input, activation)}, .codeLayer = 0};
    const Model model = randomModel(hasBiases ? network : withoutBiases(network), 0.2f);
    const Plan& plan = *model.plan;
    QVERIFY(hasShortTail(plan));
    const auto x = floats(static_cast<std::size_t>(count) * plan.inputSize(), 1);
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    const SampleView view{.floats = x.data(), .count = count, .features = plan.inputSize()};
    for (const bool accumulates : {false, true}) {
        const std::vector<float> before = floats(plan.parameterCount(), 1);
        Workspace workspace(plan);
        loadChunk(view, rows, {}, workspace.activations(0));
        std::vector<float> stepwise = before, atOnce = before;
        forwardChunk(plan, model.parameters.data(), 0, plan.layerCount(), workspace);
        const double loss =
            lossChunkAndGradient(plan, Loss::Mse, count, 0.5f, workspace.activations(0), workspace);
        backwardChunk(plan, model.parameters.data(), workspace, stepwise.data(),
                      {.accumulates = accumulates});
        const ChunkGoal goal{Loss::Mse, count, 0.5f, workspace.activations(0)};
        QCOMPARE(trainChunk(plan, model.parameters.data(), goal, workspace, atOnce.data(), accumulates),
                 loss);
        QVERIFY(std::memcmp(stepwise.data(), atOnce.data(), stepwise.size() * sizeof(float)) == 0);
    }
}

void TstEngine::encodingAndDecodingEqualTheReference_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : modelIds())
        QTest::newRow(id) << QByteArray(id);
}

void TstEngine::encodingAndDecodingEqualTheReference()
{
    QFETCH(QByteArray, id);
    const Model model = randomModel(*modelById(id.constData(), {1, 12, 12}, 2), 0.2f);
    const Plan& plan = *model.plan;
    constexpr int count = 150; // two full chunks and a part of one
    const auto x = floats(count * plan.inputSize(), 1);
    Workers workers(2);
    const SampleView view{.floats = x.data(), .count = count, .features = plan.inputSize()};
    const auto codes = encode(model, view, workers);
    const auto pictures = decode(model, codes, workers);
    double error = 0;
    for (int i = 0; i < count; ++i) {
        const TensorD sample = asTensor(x, i, {1, 12, 12});
        const auto pass = forwardReference(plan.network(), doubles(model.parameters), sample);
        const auto& code = pass.activations[static_cast<std::size_t>(plan.decoderStart())];
        const auto& output = pass.activations.back();
        QVERIFY(relativeError(&codes[static_cast<std::size_t>(i) * 2], code.data.data(), 2) < 1e-4);
        QVERIFY(relativeError(&pictures[static_cast<std::size_t>(i) * 144], output.data.data(), 144) < 1e-4);
        error += lossOf(Loss::Mse, pass.lastSums, output, sample) / count;
    }
    QVERIFY(std::abs(reconstructionError(model, view, workers) / error - 1) < 1e-5);
    const auto all = activationsOf(model, std::span(x).first(144));
    QCOMPARE(all.size(), static_cast<std::size_t>(plan.layerCount()) + 1);
    QCOMPARE(all[static_cast<std::size_t>(plan.decoderStart())][0], codes[0]);
    QCOMPARE(all.back()[7], pictures[7]);
}

void TstEngine::errorsOfRowsAverageToTheError_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("count");
    for (const char* id : modelIds())
        for (const int count : {0, 1, lanes, 2 * lanes + 13})
            QTest::addRow("%s, %d rows", id, count) << QByteArray(id) << count;
}

void TstEngine::errorsOfRowsAverageToTheError()
{
    QFETCH(QByteArray, id);
    QFETCH(int, count);
    Model model = randomModel(*modelById(id.constData(), {1, 12, 8}, 2), 0.2f);
    constexpr std::size_t features = 96;
    if (model.plan->network().network.isCentred) model.mean = floats(features, 1);
    const auto x = floats(static_cast<std::size_t>(count) * features, 1);
    const SampleView view{.floats = x.data(), .count = count, .features = features};
    Workers workers(2);
    const auto errors = reconstructionErrors(model, view, workers);
    const auto pictures = decode(model, encode(model, view, workers), workers);
    QCOMPARE(errors.size(), static_cast<std::size_t>(count));
    double mean = 0;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        double expected = 0;
        for (std::size_t f = i * features; f < (i + 1) * features; ++f)
            expected += std::pow(static_cast<double>(pictures[f]) - static_cast<double>(x[f]), 2) / features;
        QVERIFY(std::abs(static_cast<double>(errors[i]) - expected) < 1e-5 * expected);
        mean += static_cast<double>(errors[i]) / count;
    }
    QVERIFY(std::abs(mean - reconstructionError(model, view, workers)) <= 1e-6 * mean);
}

void TstEngine::oneCodeDecodesAsABatchDoes_data()
{
    QTest::addColumn<Network>("network");
    using enum Activation;
    for (const char* id : modelIds())
        for (const bool hasBiases : {true, false}) {
            const Network network = *modelById(id, {1, 12, 12}, 2);
            QTest::addRow("%s%s", id, hasBiases ? "" : " without biases")
                << (hasBiases ? network : withoutBiases(network));
        }
    QTest::newRow("one channel all along")
        << Network{.input = {1, 6, 6},
                   .layers = {dense({1, 3, 3}, Linear), convTransposed(1, 3, 2, Tanh)},
                   .codeLayer = 0};
    QTest::newRow("few channels, pooling, upsampling")
        << Network{.input = {3, 8, 8},
                   .layers = {dense(5, Linear), dense({2, 4, 4}, Elu), upsample({2, 2}),
                              conv(9, 3, 1, LeakyRelu), maxPool({2, 2}), convTransposed(3, 5, 2, Relu),
                              averagePool({1, 1}), conv(2, 3, 1, Sigmoid), conv(3, 1, 1, Linear)},
                   .codeLayer = 0};
    for (const LayerKind& kind : layerKinds())
        QTest::newRow(kind.id) << Network{
            .input = {2, 3, 3},
            .layers = {dense({3, 4, 6}, Linear), test::exampleOf(kind.type, Elu), dense({2, 3, 3}, Linear)},
            .codeLayer = 0};
}

void TstEngine::oneCodeDecodesAsABatchDoes()
{
    QFETCH(Network, network);
    Model model = randomModel(network, 0.3f);
    if (network.isCentred) model.mean = floats(network.input.size(), 1);
    const auto size = static_cast<std::size_t>(model.plan->codeSize());
    const auto codes = floats(20 * size, 1);
    Workers workers(1);
    const auto batch = decode(model, codes, workers);
    CodeDecoder decoder(model);
    std::vector<float> picture(network.input.size());
    for (std::size_t i = 0; i < 20; ++i) {
        decoder.decode(std::span(codes).subspan(i * size, size), picture);
        const auto expected =
            doubles({batch.begin() + static_cast<std::ptrdiff_t>(i * picture.size()),
                     batch.begin() + static_cast<std::ptrdiff_t>((i + 1) * picture.size())});
        QVERIFY(relativeError(picture.data(), expected.data(), picture.size()) < 1e-5);
    }
}

void TstEngine::resultsDoNotDependOnThreads()
{
    const Model model = randomModel(*modelById("conv", {1, 8, 8}, 2), 0.2f);
    const auto x = floats(1000 * 64, 1);
    const SampleView view{.floats = x.data(), .count = 1000, .features = 64};
    Workers one(1), three(3);
    QVERIFY(encode(model, view, one) == encode(model, view, three));
    QCOMPARE(reconstructionError(model, view, one), reconstructionError(model, view, three));
    QVERIFY(reconstructionErrors(model, view, one) == reconstructionErrors(model, view, three));
}

void TstEngine::stopsBetweenChunks_data()
{
    QTest::addColumn<int>("work");
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 3})
        for (const auto& [work, name] :
             {std::pair(0, "codes"), {1, "error"}, {2, "wrong share"}, {3, "errors"}})
            QTest::addRow("%s, %d threads", name, threads) << work << threads;
}

/// Each chunk is asked for before it begins; once stopped, no other one does.
void TstEngine::stopsBetweenChunks()
{
    QFETCH(int, work);
    QFETCH(int, threads);
    constexpr int count = 1000, chunks = 16;
    const Network classifier{
        .input = {1, 8, 8}, .layers = {dense(3, Activation::Linear)}, .codeLayer = 0, .classes = 3};
    const Model model = randomModel(work == 2 ? classifier : *modelById("conv", {1, 8, 8}, 2), 0.2f);
    const auto x = floats(count * 64, 1);
    const std::vector<int> labels(count, 1);
    const SampleView view{.floats = x.data(), .count = count, .features = 64};
    Workers workers(threads);
    const auto result = [&](const StopQuery& stop) -> Result<std::vector<float>> {
        if (work == 0) return encode(model, view, workers, stop);
        if (work == 3) return reconstructionErrors(model, view, workers, stop);
        const auto share = work == 1 ? reconstructionError(model, view, workers, stop)
                                     : wrongShare(model, view, labels, workers, stop);
        if (!share) return share.error();
        return std::vector<float>{static_cast<float>(*share)};
    };
    std::atomic<int> asked = 0;
    const auto whole = result([&] { return ++asked < 0; });
    QVERIFY(whole);
    QVERIFY(*whole == *result({}));
    QCOMPARE(asked.load(), chunks + 1); // and once at the end, whether any was left out
    for (int allowed = 0; allowed <= chunks; ++allowed) {
        asked = 0;
        const auto stopped = result([&] { return ++asked > allowed; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(asked <= allowed + 2 * threads + 1); // each part that is under way hears it once
    }
}

void TstEngine::bytesMeanTwoHundredFiftyFifths()
{
    const std::vector<std::uint8_t> bytes{0, 255, 51, 102};
    const std::vector<float> values{0.0f, 1.0f, 0.2f, 0.4f};
    std::vector<float> a(2 * lanes), b(2 * lanes);
    const std::vector<int> rows{0, 1};
    loadChunk({.bytes = bytes.data(), .count = 2, .features = 2}, rows, {}, a.data());
    loadChunk({.floats = values.data(), .count = 2, .features = 2}, rows, {}, b.data());
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(std::abs(a[i] - b[i]) < 1e-7f);
    QCOMPARE(a[0], 0.0f);                   // feature 0 of row 0
    QCOMPARE(a[lanes], 1.0f);               // feature 1 of row 0
    QVERIFY(std::abs(a[1] - 0.2f) < 1e-7f); // feature 0 of row 1
    QCOMPARE(a[2], 0.0f);                   // an unused lane
    const std::vector<double> wide(values.begin(), values.end());
    std::vector<float> c(2 * lanes);
    loadChunk({.doubles = wide.data(), .count = 2, .features = 2}, rows, {}, c.data());
    QVERIFY(c == b);
}

void TstEngine::meanIsSubtractedAndAdded()
{
    Model model = randomModel(*modelById("linear", {1, 3, 3}, 2), 0.3f);
    std::fill(model.parameters.begin(), model.parameters.end(), 0.0f);
    model.mean = floats(9, 1);
    const auto x = floats(9, 1);
    Workers workers(1);
    const auto codes = encode(model, {.floats = x.data(), .count = 1, .features = 9}, workers);
    const auto picture = decode(model, codes, workers);
    QVERIFY(picture == model.mean); // a network of zeros knows only the mean
    double expected = 0;
    for (std::size_t i = 0; i < 9; ++i)
        expected += std::pow(static_cast<double>(x[i] - model.mean[i]), 2) / 9;
    const double error = reconstructionError(model, {.floats = x.data(), .count = 1, .features = 9}, workers);
    QVERIFY(std::abs(error - expected) < 1e-6);
}

QTEST_APPLESS_MAIN(TstEngine)
#include "tst_engine.moc"
