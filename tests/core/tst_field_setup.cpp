#include "core/engine/model.h"
#include "core/lab/conv_presets.h"
#include "core/lab/field_setup.h"
#include "core/lab/lab_state.h"
#include "core/util/rng.h"
#include "tests/support/draw.h"
#include "tests/support/numbers.h"
#include "tests/support/random_padding.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

class SetupDraw : public Draw {
public:
    using Draw::Draw;
    FieldSetup setup()
    {
        FieldSetup setup;
        setup.layers.clear();
        for (int layers = between(1, mostFieldLayers); layers > 0; --layers)
            setup.layers.push_back({{static_cast<FieldKind>(between(0, 2)), axes(5), axes(4), axes(3),
                                     anyPadding(*this, 4), anyPadding(*this, 4)}});
        return setup;
    }
    TensorD input(int channels)
    {
        TensorD t(1, {channels, between(1, 20), between(1, 20)});
        for (double& x : t.data)
            x = std::uniform_real_distribution(-1.0, 1.0)(m_random);
        return t;
    }
};

Model convolutional(int stride)
{
    const Network network{.input = {1, 12, 12},
                          .layers = {conv(3, 3, stride, Activation::LeakyRelu), averagePool({2, 2}),
                                     conv(4, 3, 1, Activation::Tanh), dense(2, Activation::Linear),
                                     dense(Shape{4, 3, 3}, Activation::Relu), upsample({2, 2}),
                                     convTransposed(1, 4, 2, Activation::Sigmoid)},
                          .codeLayer = 3};
    auto plan = std::make_shared<const Plan>(*resolve(network));
    std::vector<float> parameters = initialParameters(plan->network(), 7);
    return {std::move(plan), std::move(parameters), {}};
}

std::vector<float> sample()
{
    return uniformFloats(144);
}

} // namespace

class TstFieldSetup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layersOpenAsTheyAre_data();
    void layersOpenAsTheyAre();
    void onlyTheFieldHasWeight();
    void anyStackHasAWorkingOneNearby();
    void faultsNameTheirLayer();
    void samePlaceIsInTheCone();
    void evenStacksSeeAsMuch();
    void networksAreTaken_data();
    void networksAreTaken();
    void denseNetworksHaveNone();
};

void TstFieldSetup::layersOpenAsTheyAre_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("channels");
    for (unsigned seed = 1; seed <= 12; ++seed)
        for (const int channels : {1, 3})
            QTest::addRow("stack %u of %d channels", seed, channels) << seed << channels;
}

void TstFieldSetup::layersOpenAsTheyAre()
{
    QFETCH(unsigned, seed);
    QFETCH(int, channels);
    SetupDraw draw(seed);
    const TensorD input = draw.input(channels);
    const auto numbers = numbersOf(nearestWorking(draw.setup(), input), input);
    QVERIFY(numbers);
    for (int layer = 0; layer + 1 < numbers->figure.levels(); ++layer) {
        const auto opened = evaluate(sceneOfLayer(*numbers, layer));
        const TensorD& level = numbers->levels[static_cast<std::size_t>(layer) + 1];
        QVERIFY(opened && opened->output.shape == level.shape);
        for (std::size_t i = 0; i < level.data.size(); ++i)
            QVERIFY(std::abs(opened->output.data[i] - level.data[i]) < 1e-12);
    }
}

/// Averages cancel nothing: each cell of the field counts, and no other.
void TstFieldSetup::onlyTheFieldHasWeight()
{
    const ConvPreset* preset = findConvPreset("receptive-dilated");
    const auto numbers = numbersOf(preset->view.field, preset->make().input);
    QVERIFY(numbers);
    for (const FieldCell cell : {FieldCell{3, 14, 14}, FieldCell{3, 0, 27}, FieldCell{1, 5, 5}}) {
        const TensorD weight = fieldWeightOf(*numbers, cell, 0);
        const FieldSets seen = fieldOf(numbers->figure, cell).front();
        const auto has = [](const std::vector<int>& set, int i) {
            return std::ranges::binary_search(set, i);
        };
        double sum = 0;
        for (int r = 0; r < weight.shape.height; ++r)
            for (int c = 0; c < weight.shape.width; ++c) {
                QCOMPARE(weight.at(0, 0, r, c) > 0, has(seen.rows, r) && has(seen.columns, c));
                sum += weight.at(0, 0, r, c);
            }
        if (!seen.isClipped()) QVERIFY(std::abs(sum - 1) < 1e-12); // a mean of means
    }
}

void TstFieldSetup::anyStackHasAWorkingOneNearby()
{
    int faulty = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        SetupDraw draw(seed);
        const FieldSetup setup = draw.setup();
        const TensorD input = draw.input(1);
        const bool works = numbersOf(setup, input).isOk();
        const FieldSetup near = nearestWorking(setup, input);
        if (works) QVERIFY(near == setup);
        QVERIFY2(numbersOf(near, input), qPrintable(QString::number(seed)));
        faulty += works ? 0 : 1;
    }
    QVERIFY(faulty > 50 && faulty < 350);
    FieldSetup none;
    none.layers.clear();
    QVERIFY(numbersOf(nearestWorking(none, TensorD()), TensorD()));
}

void TstFieldSetup::faultsNameTheirLayer()
{
    FieldSetup setup;
    setup.layers[2].reach.size = {11, 11};
    setup.layers[2].reach.paddingW = {Padding::Kind::Valid};
    const auto small = numbersOf(setup, TensorD(1, {1, 20, 20}));
    QVERIFY(!small && small.error().code == ErrorCode::KernelTooLarge && small.error().where == "3");
    setup.layers[1].reach = {.kind = FieldKind::Transposed, .size = {8, 8}, .stride = {8, 8}};
    const auto large = numbersOf(setup, TensorD(1, {1, 20, 20}));
    QVERIFY(!large && large.error().code == ErrorCode::TooLarge && large.error().where == "2");
}

void TstFieldSetup::samePlaceIsInTheCone()
{
    const auto numbers = numbersOf({}, TensorD(1, {1, 28, 28}));
    const FieldCell cell{4, 3, 4};
    const auto seen = fieldOf(numbers->figure, cell);
    for (int level = 0; level < 4; ++level) {
        const FieldCell below = samePlace(numbers->figure, cell, level);
        const FieldSets& sets = seen[static_cast<std::size_t>(level)];
        QVERIFY(std::ranges::binary_search(sets.rows, below.row));
        QVERIFY(std::ranges::binary_search(sets.columns, below.column));
        QVERIFY(samePlace(numbers->figure, below, 4) == cell);
    }
}

void TstFieldSetup::evenStacksSeeAsMuch()
{
    const auto figure = evaluate(FieldStack{{28, 28}, encoderOfFour().layers});
    const auto even = evenStackLike(*figure);
    QVERIFY(even && even->layers == 3 && even->size == 5);
    QCOMPARE(fieldAtStrideOne(*figure).value_or(0), 9);
    const auto other = evaluate(withEvenStack({}, *even).stackOn({28, 28}));
    QVERIFY(fieldTerms(*other, FieldAxis::Columns).back().field.value() == 13);
    QVERIFY(!fieldAtStrideOne(*other));
    const auto next = evenStackLike(*other); // not itself
    QVERIFY(next && next->layers == 2 && next->size == 7);
    FieldSetup upwards;
    upwards.layers = {{{.kind = FieldKind::Transposed, .stride = {2, 2}}}};
    QVERIFY(!fieldAtStrideOne(*evaluate(upwards.stackOn({4, 4}))));
}

void TstFieldSetup::networksAreTaken_data()
{
    QTest::addColumn<bool>("isDecoder");
    QTest::addColumn<int>("stride");
    QTest::newRow("encoder") << false << 2;
    QTest::newRow("decoder") << true << 2;
}

/// The stack computes what the network does.
void TstFieldSetup::networksAreTaken()
{
    QFETCH(bool, isDecoder);
    QFETCH(int, stride);
    const Model model = convolutional(stride);
    const TakenStack taken = takenFrom(model, isDecoder, sample(), 400);
    QCOMPARE(taken.leftOut, 1);
    QCOMPARE(taken.setup.update, 400);
    QVERIFY(taken.setup.source == (isDecoder ? FieldSource::Decoder : FieldSource::Encoder));
    const auto numbers = numbersOf(taken.setup, *taken.setup.input);
    QVERIFY(numbers);
    const auto activations = activationsOf(model, sample());
    const std::size_t first = isDecoder ? 5 : 0;
    for (std::size_t level = 0; level < numbers->levels.size(); ++level) {
        const auto& expected = activations[first + level];
        const auto& found = numbers->levels[level].data;
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY(std::abs(found[i] - static_cast<double>(expected[i])) < 1e-5);
    }
}

void TstFieldSetup::denseNetworksHaveNone()
{
    const Network network{.input = {1, 12, 12},
                          .layers = {dense(8, Activation::Relu), dense(2, Activation::Linear),
                                     dense(Shape{1, 12, 12}, Activation::Sigmoid)},
                          .codeLayer = 1};
    auto plan = std::make_shared<const Plan>(*resolve(network));
    std::vector<float> parameters = initialParameters(plan->network(), 7);
    const Model model{std::move(plan), std::move(parameters), {}};
    const TakenStack taken = takenFrom(model, false, sample(), 1);
    QVERIFY(taken.setup.layers.empty());
    QCOMPARE(taken.leftOut, 2);
}

QTEST_APPLESS_MAIN(TstFieldSetup)
#include "tst_field_setup.moc"
