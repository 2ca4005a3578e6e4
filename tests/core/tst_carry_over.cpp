#include "core/train/carry_over.h"
#include "tests/support/sheet_runs.h"

using namespace hg;
using namespace hg::test;

namespace {

/// A network that has trained a little, with what its optimiser remembers.
Trainer::State trained(const std::shared_ptr<const Plan>& plan, Workers& workers,
                       OptimizerKind kind = OptimizerKind::Adam)
{
    Trainer trainer(plan, {.optimizer = kind, .learningRate = 1e-2, .batch = 100, .epochs = 9}, sheetData(),
                    workers);
    for (int i = 0; i < 20; ++i)
        if (!trainer.update()) return {};
    return trainer.state();
}

std::shared_ptr<const Plan> convPlan(int bottleneck)
{
    constexpr auto relu = Activation::Relu;
    const Network network{.input = {1, 6, 6},
                          .layers = {conv(4, 3, 2, relu), dense(bottleneck, Activation::Tanh),
                                     dense(Shape{4, 3, 3}, relu),
                                     convTransposed(1, 3, 2, Activation::Linear)},
                          .codeLayer = 1};
    return std::make_shared<const Plan>(*resolve(network));
}

std::shared_ptr<const Plan> planFor(const QByteArray& id, int bottleneck)
{
    return id == "conv" ? convPlan(bottleneck) : planOf(id.constData(), bottleneck);
}

std::vector<float> meanFor(const Plan& plan, const TrainingData& data)
{
    return plan.network().network.isCentred ? meanOf(data.train) : std::vector<float>();
}

} // namespace

class TstCarryOver : public QObject {
    Q_OBJECT

private slots:
    void aGrownNetworkComputesTheSame_data();
    void aGrownNetworkComputesTheSame();
    void newNumbersLearn();
    void aShrunkenNetworkKeepsItsNumbers();
    void otherActivationsKeepAllWeights();
    void networksThatDoNotCorrespond_data();
    void networksThatDoNotCorrespond();
    void theMostUsedNumbers();
};

void TstCarryOver::aGrownNetworkComputesTheSame_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"linear", "dense", "conv"})
        QTest::newRow(id) << QByteArray(id);
}

void TstCarryOver::aGrownNetworkComputesTheSame()
{
    QFETCH(QByteArray, id);
    Workers workers(1);
    const auto plan = planFor(id, 2), wider = planFor(id, 5);
    const TrainingData data = sheetData();
    const Trainer::State state = trained(plan, workers);
    const Model from{plan, state.parameters, meanFor(*plan, data)};
    const auto carried = carriedOver(from, &state.optimizer, wider, {}, Recipe{.seed = 3});
    QVERIFY(carried);
    const Model& to = carried->model;
    QCOMPARE(to.plan->codeSize(), 5);
    QVERIFY(to.mean == from.mean);
    const double before = reconstructionError(from, data.test, workers);
    QVERIFY(std::abs(reconstructionError(to, data.test, workers) - before) < 1e-7 * before);

    const auto old = encode(from, data.test, workers), codes = encode(to, data.test, workers);
    bool isNewAlive = false;
    for (std::size_t i = 0; i < 100; ++i) {
        for (std::size_t j = 0; j < 2; ++j)
            QVERIFY(std::abs(codes[i * 5 + j] - old[i * 2 + j]) < 1e-5f);
        isNewAlive = isNewAlive || std::abs(codes[i * 5 + 4]) > 1e-3f;
    }
    QVERIFY(isNewAlive); // it has something to learn from
    QCOMPARE(carried->optimizer.update, state.optimizer.update);
    QCOMPARE(carried->optimizer.first.size(), wider->parameterCount());
    const auto count = [](const std::vector<float>& numbers) {
        return std::count_if(numbers.begin(), numbers.end(), [](float x) { return x != 0; });
    };
    QCOMPARE(count(carried->optimizer.second), count(state.optimizer.second));
}

void TstCarryOver::newNumbersLearn()
{
    Workers workers(1);
    const auto plan = planOf("linear", 1), wider = planOf("linear", 2);
    const TrainingData data = sheetData();
    const Trainer::State state = trained(plan, workers);
    const auto carried = carriedOver({plan, state.parameters, meanOf(data.train)}, &state.optimizer, wider,
                                     {}, Recipe{.seed = 1});
    QVERIFY(carried);
    Trainer trainer(carried->model, {.learningRate = 1e-2, .batch = 50, .epochs = 30}, data, workers);
    trainer.restore({20, carried->model.parameters, carried->optimizer});
    while (!trainer.isFinished())
        QVERIFY(trainer.update());
    QVERIFY(trainer.testError() < 1e-3); // one number leaves .09
}

void TstCarryOver::aShrunkenNetworkKeepsItsNumbers()
{
    Workers workers(1);
    const auto plan = planOf("dense", 4), narrower = planOf("dense", 2);
    const TrainingData data = sheetData();
    const Trainer::State state = trained(plan, workers, OptimizerKind::Sgd);
    const Model from{plan, state.parameters, {}};
    const std::vector<int> kept{1, 3};
    const auto carried = carriedOver(from, &state.optimizer, narrower, kept, Recipe{.seed = 1});
    QVERIFY(carried && carried->optimizer.second.empty()); // SGD has none
    const auto old = encode(from, data.test, workers), codes = encode(carried->model, data.test, workers);
    std::vector<float> masked = old;
    for (std::size_t i = 0; i < 100; ++i) {
        masked[i * 4] = masked[i * 4 + 2] = 0;
        for (std::size_t j = 0; j < 2; ++j)
            QVERIFY(std::abs(codes[i * 2 + j] - old[i * 4 + static_cast<std::size_t>(kept[j])]) < 1e-5f);
    }
    const auto expected = decode(from, masked, workers), pictures = decode(carried->model, codes, workers);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(pictures[i] - expected[i]) < 1e-5f);
}

void TstCarryOver::otherActivationsKeepAllWeights()
{
    Workers workers(1);
    const auto plan = convPlan(3);
    Network other = plan->network().network;
    other.layers[0].activation = Activation::Elu;
    other.layers[1].activation = Activation::Linear;
    const Trainer::State state = trained(plan, workers);
    const auto carried = carriedOver({plan, state.parameters, {}}, &state.optimizer,
                                     std::make_shared<const Plan>(*resolve(other)), {}, Recipe{.seed = 1});
    QVERIFY(carried);
    QVERIFY(carried->model.parameters == state.parameters);
    QVERIFY(carried->optimizer == state.optimizer);
    const auto fresh =
        carriedOver({plan, state.parameters, {}}, nullptr, carried->model.plan, {}, Recipe{.seed = 1});
    QVERIFY(fresh && fresh->optimizer == OptimizerState());
}

void TstCarryOver::networksThatDoNotCorrespond_data()
{
    QTest::addColumn<Network>("other");
    QTest::addColumn<int>("layer");
    const Network network = convPlan(2)->network().network;
    const auto row = [&](const char* name, int layer, const std::function<void(Network&)>& change) {
        Network other = network;
        change(other);
        QTest::newRow(name) << other << layer;
    };
    row("another kernel", 1, [](Network& n) { n.layers[0] = conv(4, 5, 2, Activation::Relu); });
    row("more filters", 1, [](Network& n) { n.layers[0] = conv(5, 3, 2, Activation::Relu); });
    row("one layer more", 1,
        [](Network& n) { n.layers.insert(n.layers.begin() + 2, dense(7, Activation::Relu)); });
    row("another shape behind the code", 3, [](Network& n) { n.layers[2].units = {1, 3, 3}; });
    row("centred", 1, [](Network& n) { n.isCentred = true; });
    row("another code", 1, [](Network& n) { n.codeLayer = 0; });
    row("the dense model", 1, [](Network& n) { n = planOf("dense")->network().network; });
}

void TstCarryOver::networksThatDoNotCorrespond()
{
    QFETCH(Network, other);
    QFETCH(int, layer);
    const auto plan = convPlan(2), to = std::make_shared<const Plan>(*resolve(other));
    const auto carried =
        carriedOver({plan, initialParameters(plan->network(), 1), {}}, nullptr, to, {}, Recipe{.seed = 1});
    QVERIFY(!carried);
    QVERIFY((carried.error() == Error{ErrorCode::NetworksDiffer, {}, {static_cast<double>(layer)}}));
    // A convolution that is the code shares its weights among many numbers.
    Network convCode = plan->network().network, widerCode = convCode;
    convCode.codeLayer = widerCode.codeLayer = 0;
    widerCode.layers[0] = conv(6, 3, 2, Activation::Relu);
    QVERIFY(!checkCarryOver(*resolve(convCode), *resolve(widerCode)));
}

void TstCarryOver::theMostUsedNumbers()
{
    const auto plan = planOf("linear", 3);
    Model model{plan, initialParameters(plan->network(), 1), {}};
    const ResolvedLayer& decoder = plan->network().layers[1];
    const float scales[3] = {1, 0.1f, 2};
    for (std::size_t o = 0; o < decoder.out.size(); ++o)
        for (std::size_t j = 0; j < 3; ++j)
            model.parameters[decoder.weightOffset + o * 3 + j] = scales[j];
    const std::vector<float> codes{0,   -5, 101, 3,  5,
                                   100, -3, 0,   101}; // large, but hardly varying, is the last
    QVERIFY(mostUsedNumbers(model, codes, 1) == std::vector<int>{0});
    QVERIFY((mostUsedNumbers(model, codes, 2) == std::vector<int>{0, 2}));
    QVERIFY((mostUsedNumbers(model, codes, 3) == std::vector<int>{0, 1, 2}));
    QVERIFY((mostUsedNumbers(model, codes, 9) == std::vector<int>{0, 1, 2}));
    QVERIFY(mostUsedNumbers(model, codes, 0).empty());
}

QTEST_GUILESS_MAIN(TstCarryOver)
#include "tst_carry_over.moc"
