#include "core/lab/autoencoder_setup.h"

#include <QTest>

#include <algorithm>

using namespace hg;

namespace {

constexpr Shape digit{1, 28, 28};

AutoencoderSetup setupOf(const char* id)
{
    return hg::setupOf(*findModelPreset(id));
}

} // namespace

class TstAutoencoderSetup : public QObject {
    Q_OBJECT

private slots:
    void dataAreFitted();
    void defaultsAreThoseOfLabDense();
    void presetsGiveTheirNetworks_data();
    void presetsGiveTheirNetworks();
    void shapesOfTheLab_data();
    void shapesOfTheLab();
    void convolutionsWantSidesThatDivide();
    void activationsReachTheirLayers();
    void anotherModelKeepsWhatIsNotItsOwn();
    void linearBringsItsEnds_data();
    void linearBringsItsEnds();
    void errorsAreExpectedOfPresetsAlone();
    void wrongSetupsAreErrors();
};

void TstAutoencoderSetup::defaultsAreThoseOfLabDense()
{
    QVERIFY(AutoencoderSetup() == setupOf("lab-dense"));
}

void TstAutoencoderSetup::presetsGiveTheirNetworks_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const ModelPreset& preset : modelPresets())
        QTest::newRow(preset.id) << QByteArray(preset.id);
}

/// As they are built, whatever the setup says besides; those for comparisons are core/nn's.
void TstAutoencoderSetup::presetsGiveTheirNetworks()
{
    QFETCH(QByteArray, id);
    const ModelPreset& preset = *findModelPreset(id.constData());
    AutoencoderSetup setup = hg::setupOf(preset);
    QVERIFY(setup.recipe == preset.recipe);
    QVERIFY(validate(setup, digit));
    setup.bottleneck = 5;
    const auto network = networkOf(setup, digit);
    QVERIFY(network && *network == *preset.build(digit, 5));
    QCOMPARE(resolve(*network)->codeSize(), 5);
    QCOMPARE(isLinear(setup), network->isLinear());
    if (!preset.isOfTheWindow) QVERIFY(*network == *modelById(preset.id, digit, 5));
    if (!preset.isOfTheWindow) QVERIFY(preset.recipe == Recipe());
}

void TstAutoencoderSetup::shapesOfTheLab_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<std::vector<int>>("sizes");
    const auto row = [](const char* id, std::vector<int> sizes) {
        QTest::newRow(id) << QByteArray(id) << sizes;
    };
    row("lab-linear", {2, 784});
    row("lab-deep-linear", {256, 64, 2, 64, 256, 784});
    row("lab-dense", {256, 64, 2, 64, 256, 784});
    row("lab-deep", {256, 128, 32, 2, 32, 128, 256, 784});
    row("lab-conv", {8 * 196, 784, 64, 2, 64, 784, 8 * 196, 784});
    row("lab-conv-3", {8 * 196, 784, 64, 2, 64, 784, 8 * 196, 784});
    row("lab-ordered", {2, 784});
}

void TstAutoencoderSetup::shapesOfTheLab()
{
    QFETCH(QByteArray, id);
    QFETCH(std::vector<int>, sizes);
    const auto network = validate(setupOf(id.constData()), digit);
    QVERIFY(network);
    std::vector<int> found;
    for (const ResolvedLayer& layer : network->layers)
        found.push_back(static_cast<int>(layer.out.size()));
    QCOMPARE(found, sizes);
    const bool hasFour = id == "lab-conv", isConv = id.startsWith("lab-conv");
    QCOMPARE(network->layers[0].spec.kernel.h, hasFour ? 4 : isConv ? 3 : 1);
    QCOMPARE(network->network.isCentred, network->network.isLinear());
}

void TstAutoencoderSetup::convolutionsWantSidesThatDivide()
{
    for (const char* id : {"lab-conv", "lab-conv-3", "conv"}) {
        const auto refused = networkOf(setupOf(id), {1, 28, 30});
        QVERIFY(!refused);
        QCOMPARE(static_cast<int>(refused.error().code), static_cast<int>(ErrorCode::ShapesDoNotFit));
        QCOMPARE(refused.error().numbers, (std::vector<double>{30, 4}));
        QVERIFY(validate(setupOf(id), {3, 8, 12}));
    }
}

void TstAutoencoderSetup::activationsReachTheirLayers()
{
    AutoencoderSetup setup = setupOf("lab-deep");
    setup.hidden = Activation::Tanh;
    setup.code = Activation::Relu;
    setup.output = Activation::Elu;
    setup.recipe.loss = Loss::Mse;
    setup.isCentred = true;
    setup.hasBiases = false;
    const auto network = validate(setup, digit);
    QVERIFY(network);
    QVERIFY(network->network.isCentred);
    for (std::size_t i = 0; i < network->layers.size(); ++i) {
        const ResolvedLayer& layer = network->layers[i];
        const auto expected = i == 3 ? Activation::Relu : i == 7 ? Activation::Elu : Activation::Tanh;
        QVERIFY(layer.spec.activation == expected);
        QCOMPARE(layer.biasCount, std::size_t{0});
    }
}

void TstAutoencoderSetup::anotherModelKeepsWhatIsNotItsOwn()
{
    AutoencoderSetup setup = setupOf("lab-dense");
    setup.data = "some.csv";
    setup.bottleneck = 7;
    setup.recipe.seed = 9;
    setup.recipe.epochs = 99;
    setup.code = Activation::Relu;
    AutoencoderSetup expected = setupOf("lab-ordered");
    expected.data = "some.csv";
    expected.bottleneck = 7;
    expected.recipe.seed = 9;
    QVERIFY(withModel(setup, *findModelPreset("lab-ordered")) == expected);
}

void TstAutoencoderSetup::linearBringsItsEnds_data()
{
    presetsGiveTheirNetworks_data();
}

void TstAutoencoderSetup::linearBringsItsEnds()
{
    QFETCH(QByteArray, id);
    const AutoencoderSetup own = setupOf(id.constData());
    const AutoencoderSetup linear = withActivation(own, Activation::Linear);
    QVERIFY(isLinear(linear));
    QVERIFY(linear.output == Activation::Linear && linear.recipe.loss == Loss::Mse && linear.isCentred);
    QVERIFY(validate(linear, digit));
    const AutoencoderSetup back = withActivation(linear, own.hidden);
    QVERIFY(back == own);
    const AutoencoderSetup bent = withActivation(linear, Activation::Tanh);
    QVERIFY(validate(bent, digit));
    QVERIFY(!isLinear(bent));
    QVERIFY(bent.hidden == Activation::Tanh && bent.output == Activation::Sigmoid && !bent.isCentred);
    QCOMPARE(bent.recipe.loss == Loss::Bce, isLinear(own) || own.recipe.loss == Loss::Bce);
    // From one bent activation to another, the ends stay as they are.
    AutoencoderSetup squared = bent;
    squared.recipe.loss = Loss::Mse;
    squared.isCentred = true;
    AutoencoderSetup other = squared;
    other.hidden = Activation::Elu;
    QVERIFY(withActivation(squared, Activation::Elu) == other);
}

void TstAutoencoderSetup::errorsAreExpectedOfPresetsAlone()
{
    for (const ModelPreset& preset : modelPresets()) {
        AutoencoderSetup setup = hg::setupOf(preset);
        setup.recipe.seed = 77;
        const auto band = expectedError(setup);
        QCOMPARE(band.has_value(), preset.isOfTheWindow);
        if (!band) continue;
        QVERIFY(0.03 < band->low && band->low < band->high && band->high < 0.07);
        QCOMPARE(band->epochs, preset.recipe.epochs);
        const auto isUnknown = [&](void (*change)(AutoencoderSetup&)) {
            AutoencoderSetup changed = setup;
            change(changed);
            return !expectedError(changed);
        };
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.data = "mnist:3,8"; }));
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.bottleneck = 3; }));
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.code = Activation::Relu; }));
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.hasBiases = false; }));
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.recipe.batch = 64; }));
        QVERIFY(isUnknown([](AutoencoderSetup& s) { s.model = "nobody's"; }));
    }
}

void TstAutoencoderSetup::wrongSetupsAreErrors()
{
    AutoencoderSetup setup;
    setup.model = "nobody's";
    QCOMPARE(static_cast<int>(validate(setup, digit).error().code), static_cast<int>(ErrorCode::UnknownName));
    QVERIFY(!isLinear(setup));
    setup = {};
    setup.output = Activation::Linear;
    QCOMPARE(static_cast<int>(validate(setup, digit).error().code),
             static_cast<int>(ErrorCode::SigmoidNeeded));
    for (const ModelPreset& preset : modelPresets()) {
        setup = hg::setupOf(preset);
        setup.bottleneck = 0;
        QCOMPARE(static_cast<int>(validate(setup, digit).error().code),
                 static_cast<int>(ErrorCode::BadValue));
    }
}

/// Other data change what they must, and no more.
void TstAutoencoderSetup::dataAreFitted()
{
    const AutoencoderSetup digits = setupOf(*findModelPreset("lab-dense"));
    const DataFacts many{{1, 28, 28}, 60000, true};
    AutoencoderSetup expected = digits;
    expected.data = "bars";
    QVERIFY(withData(digits, "bars", many) == expected);
    // Few samples: more epochs, and the preset's again on many.
    const AutoencoderSetup few = withData(digits, "few", {{1, 28, 28}, 180, true});
    QCOMPARE(few.recipe.batch, 32);
    QCOMPARE(few.recipe.epochs, 84); // of six updates
    QVERIFY(withData(few, "bars", many) == expected);
    QCOMPARE(withData(digits, "one", {{1, 28, 28}, 2, true}).recipe.epochs, 200);
    // Another cut of the same data keeps what was set.
    AutoencoderSetup longer = digits;
    longer.recipe.epochs = 20;
    QCOMPARE(withData(longer, {"mnist", {.classes = {3}}}, many).recipe.epochs, 20);
    // Numbers beyond 0 to 1 know no cross-entropy.
    const AutoencoderSetup wide = withData(digits, "wide", {{1, 28, 28}, 60000, false});
    QVERIFY(wide.recipe.loss == Loss::Mse && wide.output == Activation::Linear);
    // A convolution has no four numbers to slide over, and a code of them no eight.
    AutoencoderSetup conv = setupOf(*findModelPreset("lab-conv"));
    conv.bottleneck = 8;
    const AutoencoderSetup points = withData(conv, "points", {{1, 1, 4}, 60000, true});
    QCOMPARE(points.model, std::string("lab-dense"));
    QCOMPARE(points.bottleneck, 4);
    QVERIFY(validate(points, {1, 1, 4}));
}

QTEST_APPLESS_MAIN(TstAutoencoderSetup)
#include "tst_autoencoder_setup.moc"
