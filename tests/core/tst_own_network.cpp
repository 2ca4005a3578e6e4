#include "core/io/json_object.h"
#include "core/lab/autoencoder_setup.h"
#include "core/lab/own_network.h"
#include "core/model_file/network_json.h"
#include "core/session/setup_json.h"
#include "core/session/state_command.h"
#include "core/session/state_json.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace hg;

namespace {

constexpr Shape digit{1, 28, 28};
constexpr auto sigmoid = Activation::Sigmoid;
constexpr auto relu = Activation::Relu;

LayerSpec code(int units = 2)
{
    return dense(units, Activation::Linear);
}

LayerSpec padded(LayerSpec layer, Padding padding)
{
    layer.paddingH = layer.paddingW = padding;
    return layer;
}

LayerSpec bent(LayerSpec layer, Activation activation)
{
    layer.activation = activation;
    return layer;
}

LayerSpec dilated(LayerSpec layer, int dilation)
{
    layer.dilation = {dilation, dilation};
    return layer;
}

std::span<const std::uint8_t> bytes(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A whole number from `least` to `most`, of a stream that a case counts through.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed, 77, 0) {}
    int roll(int least, int most)
    {
        return least + static_cast<int>(m_random.uniform(m_next++) * (most - least + 1));
    }

private:
    Random m_random;
    std::uint64_t m_next = 0;
};

Padding anyPadding(Dice& dice)
{
    const auto kind = static_cast<Padding::Kind>(dice.roll(0, 4));
    if (kind != Padding::Kind::Explicit) return {kind};
    return {kind, dice.roll(0, 3), dice.roll(0, 3)};
}

LayerSpec anyLayer(Dice& dice)
{
    LayerSpec layer{.type = layerKinds()[static_cast<std::size_t>(dice.roll(0, 5))].type};
    layer.activation = static_cast<Activation>(dice.roll(0, 5));
    if (findParameter(layerKind(layer.type), "units")) layer.units = {dice.roll(1, 9), 1, 1};
    if (findParameter(layerKind(layer.type), "filters")) layer.filters = dice.roll(1, 5);
    if (findParameter(layerKind(layer.type), "kernel")) layer.kernel = {dice.roll(1, 6), dice.roll(1, 6)};
    if (findParameter(layerKind(layer.type), "stride")) layer.stride = {dice.roll(1, 3), dice.roll(1, 3)};
    if (findParameter(layerKind(layer.type), "padding")) {
        layer.paddingH = anyPadding(dice);
        layer.paddingW = anyPadding(dice);
    }
    return layer;
}

OwnNetwork anyNetwork(Dice& dice)
{
    OwnNetwork own;
    for (int i = dice.roll(0, 4); i > 0; --i)
        own.encoder.push_back(anyLayer(dice));
    own.encoder.push_back(code(dice.roll(1, 5)));
    if (dice.roll(0, 1) == 0) return own;
    own.decoder.emplace();
    for (int i = dice.roll(0, 3); i > 0; --i)
        own.decoder->push_back(anyLayer(dice));
    own.decoder->push_back(dice.roll(0, 1) == 0 ? dense(digit, sigmoid) : anyLayer(dice));
    return own;
}

} // namespace

class TstOwnNetwork : public QObject {
    Q_OBJECT

private slots:
    void mirrorsComeBack_data();
    void mirrorsComeBack();
    void mirrorsThatMissSaySo_data();
    void mirrorsThatMissSaySo();
    void presetsAreTheirOwnMirrors_data();
    void presetsAreTheirOwnMirrors();
    void faultsNameTheirRow_data();
    void faultsNameTheirRow();
    void nearestRowsMend_data();
    void nearestRowsMend();
    void nearestSizesAreNearest();
    void anythingResolvesOrExplains();
    void limitsAreSaid();
    void whatASetupSaysFollows();
    void sizesOfTheCodeDifferInNothingElse();
    void jsonRoundTrip();
    void wrongJsonNamesItsPlace_data();
    void wrongJsonNamesItsPlace();
    void impossibleStatesAreKept();
    void commandsFallBackToLinks();
    void descriptionsBecomeRows_data();
    void descriptionsBecomeRows();
};

void TstOwnNetwork::mirrorsComeBack_data()
{
    QTest::addColumn<std::vector<LayerSpec>>("layers");
    QTest::addColumn<std::vector<LayerSpec>>("mirror");
    QTest::addColumn<int>("side");
    const auto row = [](const char* name, std::vector<LayerSpec> layers, std::vector<LayerSpec> mirror,
                        int side = 28) { QTest::newRow(name) << layers << mirror << side; };
    const Padding valid{Padding::Kind::Valid}, same{Padding::Kind::Same};
    const auto cells = [](int before, int after) { return Padding{Padding::Kind::Explicit, before, after}; };
    row("dense", {dense(64, relu)}, {dense(64, relu), dense(digit, sigmoid)});
    row("conv", {conv(8, 4, 2, relu)}, {dense(Shape{8, 14, 14}, relu), convTransposed(1, 4, 2, sigmoid)});
    row("conv, stride that does not divide", {conv(8, 3, 2, relu)},
        {dense(Shape{8, 4, 4}, relu), padded(convTransposed(1, 3, 2, sigmoid), cells(1, 1))}, 7);
    row("conv, valid", {padded(conv(3, 5, 1, relu), valid)},
        {dense(Shape{3, 24, 24}, relu), padded(convTransposed(1, 5, 1, sigmoid), valid)});
    row("conv, causal", {padded(conv(3, 3, 1, relu), {Padding::Kind::Causal})},
        {dense(Shape{3, 28, 28}, relu), padded(convTransposed(1, 3, 1, sigmoid), cells(2, 0))});
    row("conv, full", {padded(conv(3, 3, 1, relu), {Padding::Kind::Full})},
        {dense(Shape{3, 30, 30}, relu), padded(convTransposed(1, 3, 1, sigmoid), {Padding::Kind::Full})});
    row("conv, in numbers", {padded(conv(3, 3, 1, relu), cells(2, 1))},
        {dense(Shape{3, 29, 29}, relu), padded(convTransposed(1, 3, 1, sigmoid), cells(2, 1))});
    row("conv, dilated", {dilated(conv(3, 3, 1, relu), 2)},
        {dense(Shape{3, 28, 28}, relu), dilated(convTransposed(1, 3, 1, sigmoid), 2)});
    row("conv, kernel below stride", {padded(conv(3, 1, 2, relu), valid)},
        {dense(Shape{3, 14, 14}, relu), padded(convTransposed(1, 1, 2, sigmoid), valid)});
    row("transposed", {padded(convTransposed(3, 3, 2, relu), same)},
        {dense(Shape{3, 56, 56}, relu), padded(conv(1, 3, 2, sigmoid), same)});
    row("transposed, valid", {padded(convTransposed(3, 3, 2, relu), valid)},
        {dense(Shape{3, 57, 57}, relu), padded(conv(1, 3, 2, sigmoid), valid)});
    row("maximum", {maxPool({2, 2})}, {dense(Shape{1, 14, 14}, Activation::Linear), upsample({2, 2})});
    row("average", {averagePool({4, 4})}, {dense(Shape{1, 7, 7}, Activation::Linear), upsample({4, 4})});
    row("repeated cells", {upsample({2, 1})},
        {dense(Shape{1, 56, 28}, Activation::Linear), averagePool({2, 1})});
    row("three", {conv(4, 3, 1, relu), maxPool({2, 2}), dense(32, Activation::Tanh)},
        {dense(32, Activation::Tanh), dense(Shape{4, 14, 14}, Activation::Linear),
         bent(upsample({2, 2}), relu), convTransposed(1, 3, 1, sigmoid)});
}

/// To the input's very shape, and never by another layer than the one that is expected.
void TstOwnNetwork::mirrorsComeBack()
{
    QFETCH(std::vector<LayerSpec>, layers);
    QFETCH(std::vector<LayerSpec>, mirror);
    QFETCH(int, side);
    OwnNetwork own{layers};
    own.encoder.push_back(code());
    mirror.back().activation = sigmoid;
    const Shape input{1, side, side};
    const BuiltNetwork built = build(own, input, sigmoid);
    QVERIFY(built.network);
    QVERIFY(built.network->outputShape() == input);
    QCOMPARE(built.network->codeSize(), 2);
    RowFault fault;
    const auto decoder = mirrorOf(own.encoder, input, sigmoid, fault);
    QVERIFY(decoder);
    QCOMPARE(decoder->size(), mirror.size());
    for (std::size_t i = 0; i < mirror.size(); ++i)
        QVERIFY2((*decoder)[i] == mirror[i], qPrintable(QString::number(i)));
}

void TstOwnNetwork::mirrorsThatMissSaySo_data()
{
    QTest::addColumn<LayerSpec>("layer");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("needed");
    QTest::newRow("cells that no window reads")
        << padded(conv(3, 3, 2, relu), {Padding::Kind::Valid}) << 27 << 28;
    QTest::newRow("pooling of an odd side") << maxPool({3, 3}) << 27 << 28;
}

void TstOwnNetwork::mirrorsThatMissSaySo()
{
    QFETCH(LayerSpec, layer);
    QFETCH(int, found);
    QFETCH(int, needed);
    const BuiltNetwork built = build({{conv(2, 3, 1, relu), layer, code()}}, digit, sigmoid);
    QVERIFY(!built.network && built.fault);
    QVERIFY(built.fault->part == OwnPart::Encoder);
    QCOMPARE(built.fault->row, 1);
    QCOMPARE(built.fault->found.height, found);
    QCOMPARE(built.fault->needed.height, needed);
}

void TstOwnNetwork::presetsAreTheirOwnMirrors_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const ModelPreset& preset : modelPresets())
        QTest::newRow(preset.id) << QByteArray(preset.id);
}

/// As rows they are the same network, and taking the rows back is the preset again.
void TstOwnNetwork::presetsAreTheirOwnMirrors()
{
    QFETCH(QByteArray, id);
    AutoencoderSetup setup = setupOf(*findModelPreset(id.constData()));
    setup.bottleneck = 3;
    const OwnNetwork rows = rowsOf(setup, digit);
    QVERIFY(!rows.decoder);
    const BuiltNetwork built = build(rows, digit, setup.output);
    QVERIFY(built.network);
    const auto network = networkOf(setup, digit);
    QVERIFY(built.network->network.layers == network->layers);
    QVERIFY(withRows(setup, rows) == setup);
    OwnNetwork edited = rows;
    edited.encoder.insert(edited.encoder.begin(), dense(50, Activation::Tanh));
    const AutoencoderSetup other = withRows(setup, edited);
    QVERIFY(other.own && other != setup);
    QVERIFY(rowsOf(other, digit) == edited);
    QVERIFY(withRows(other, rows) == setup);
    QVERIFY(!expectedError(other));
}

void TstOwnNetwork::faultsNameTheirRow_data()
{
    QTest::addColumn<OwnNetwork>("own");
    QTest::addColumn<OwnPart>("part");
    QTest::addColumn<int>("row");
    QTest::addColumn<ErrorCode>("error");
    const auto row = [](const char* name, const OwnNetwork& own, OwnPart part, int at, ErrorCode error) {
        QTest::newRow(name) << own << part << at << error;
    };
    const LayerSpec tooLarge = padded(conv(3, 30, 1, relu), {Padding::Kind::Valid});
    const auto encoder = OwnPart::Encoder, decoder = OwnPart::Decoder;
    row("kernel", {{dense(Shape{2, 20, 20}, relu), tooLarge, code()}}, encoder, 1, ErrorCode::KernelTooLarge);
    row("code", {{dense(9, relu), conv(3, 3, 1, relu)}}, encoder, 1, ErrorCode::LayerInvalid);
    row("code of maps", {{dense(Shape{1, 3, 3}, relu)}}, encoder, 0, ErrorCode::LayerInvalid);
    row("nothing", {{}}, encoder, 0, ErrorCode::LayerInvalid);
    row("no decoder", {{code()}, std::vector<LayerSpec>()}, decoder, 0, ErrorCode::LayerInvalid);
    row("units", {{dense(0, relu), code()}}, encoder, 0, ErrorCode::LayerInvalid);
    row("decoder's kernel", {{code()}, {{dense(7, relu), tooLarge, dense(digit, sigmoid)}}}, decoder, 1,
        ErrorCode::KernelTooLarge);
    row("decoder's end", {{code()}, {{dense(Shape{4, 14, 14}, relu), convTransposed(2, 4, 2, sigmoid)}}},
        decoder, 1, ErrorCode::ShapesDoNotFit);
    row("numbers", {{dense(2'000'000, relu), code()}}, encoder, 0, ErrorCode::TooLarge);
}

void TstOwnNetwork::faultsNameTheirRow()
{
    QFETCH(OwnNetwork, own);
    QFETCH(OwnPart, part);
    QFETCH(int, row);
    QFETCH(ErrorCode, error);
    const BuiltNetwork built = build(own, digit, sigmoid);
    QVERIFY(!built.network && built.fault);
    QVERIFY(built.fault->part == part);
    QCOMPARE(built.fault->row, row);
    QCOMPARE(static_cast<int>(built.fault->error.code), static_cast<int>(error));
}

void TstOwnNetwork::nearestRowsMend_data()
{
    QTest::addColumn<OwnNetwork>("own");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<int>("value");
    const auto row = [](const char* name, const OwnNetwork& own, const char* parameter, int value) {
        QTest::newRow(name) << own << QString::fromLatin1(parameter) << value;
    };
    const Padding valid{Padding::Kind::Valid};
    row("kernel beyond its input", {{padded(conv(3, 31, 1, relu), valid), code()}}, "kernel", 28);
    row("windows that leave a cell", {{padded(conv(3, 3, 2, relu), valid), code()}}, "kernel", 2);
    row("pooling that does not divide", {{averagePool({3, 3}), code()}}, "stride", 4);
    row("filters at the end", {{code()}, {{dense(Shape{4, 14, 14}, relu), convTransposed(3, 4, 2, sigmoid)}}},
        "filters", 1);
    row("stride at the end", {{code()}, {{dense(Shape{4, 14, 14}, relu), convTransposed(1, 4, 4, sigmoid)}}},
        "stride", 2);
    row("too many units", {{dense(2'000'000, relu), code()}}, "units", 63'531);
}

void TstOwnNetwork::nearestRowsMend()
{
    QFETCH(OwnNetwork, own);
    QFETCH(QString, parameter);
    QFETCH(int, value);
    const BuiltNetwork built = build(own, digit, sigmoid);
    QVERIFY(built.fault);
    const auto fixes = nearestRows(own, digit, sigmoid, *built.fault);
    QVERIFY(!fixes.empty());
    QCOMPARE(QString::fromLatin1(fixes.front().parameter->name), parameter);
    const LayerSpec& row = fixes.front().row;
    const int found = parameter == "kernel"    ? row.kernel.w
                      : parameter == "stride"  ? row.stride.w
                      : parameter == "filters" ? row.filters
                                               : row.units.channels;
    QCOMPARE(found, value);
    (*rowsIn(own, built.fault->part))[static_cast<std::size_t>(built.fault->row)] = row;
    QVERIFY(build(own, digit, sigmoid).network);
}

/// Against every kernel and stride that there is, of random encoders that cannot be built.
void TstOwnNetwork::nearestSizesAreNearest()
{
    int checked = 0;
    for (std::uint64_t seed = 1; checked < 60; ++seed) {
        Dice dice(seed);
        const Shape input{1, dice.roll(3, 12), dice.roll(3, 12)};
        OwnNetwork own{{anyLayer(dice), anyLayer(dice), code()}};
        for (LayerSpec& layer : own.encoder) { // both axes alike, as a form has them
            layer.kernel.h = layer.kernel.w;
            layer.stride.h = layer.stride.w;
        }
        const BuiltNetwork built = build(own, input, sigmoid);
        if (built.network || built.fault->error.code == ErrorCode::LayerInvalid) continue;
        const auto fixes = nearestRows(own, input, sigmoid, *built.fault);
        const auto row = static_cast<std::size_t>(built.fault->row);
        for (Axes LayerSpec::*field : {&LayerSpec::kernel, &LayerSpec::stride}) {
            const char* name = field == &LayerSpec::kernel ? "kernel" : "stride";
            if (!findParameter(layerKind(own.encoder[row].type), name)) continue;
            int nearest = 0;
            for (int value = 1; value <= 40; ++value) {
                OwnNetwork other = own;
                other.encoder[row].*field = {value, value};
                const int distance = std::abs(value - (own.encoder[row].*field).w);
                if (build(other, input, sigmoid).network && (nearest == 0 || distance < nearest))
                    nearest = distance;
            }
            const auto fix = std::find_if(fixes.begin(), fixes.end(), [&](const RowFix& f) {
                return std::string_view(f.parameter->name) == name;
            });
            if (nearest > 0) {
                QVERIFY(fix != fixes.end());
                QCOMPARE(fix->distance, nearest);
                ++checked;
            }
        }
    }
}

void TstOwnNetwork::anythingResolvesOrExplains()
{
    int built = 0, explained = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Dice dice(seed);
        const Shape input = dice.roll(0, 1) == 0 ? digit : Shape{1, 1, dice.roll(1, 40)};
        const OwnNetwork own = anyNetwork(dice);
        const BuiltNetwork network = build(own, input, sigmoid);
        QVERIFY(network.network.has_value() != network.fault.has_value());
        if (network.network) {
            ++built;
            QVERIFY(network.network->outputShape() == input);
            continue;
        }
        ++explained;
        const auto* rows = rowsIn(own, network.fault->part);
        QVERIFY(rows && network.fault->row >= 0 && network.fault->row < static_cast<int>(rows->size()));
        for (const RowFix& fix : nearestRows(own, input, sigmoid, *network.fault)) {
            OwnNetwork mended = own;
            (*rowsIn(mended, network.fault->part))[static_cast<std::size_t>(network.fault->row)] = fix.row;
            const BuiltNetwork after = build(mended, input, sigmoid);
            QVERIFY(after.network || *after.fault != *network.fault);
        }
    }
    QVERIFY(built > 20 && explained > 20);
}

void TstOwnNetwork::limitsAreSaid()
{
    OwnNetwork deep;
    deep.encoder.assign(200, dense(4, relu));
    deep.encoder.push_back(code());
    BuiltNetwork built = build(deep, digit, sigmoid);
    QVERIFY(built.fault && built.fault->error.code == ErrorCode::LayerCount);
    QVERIFY(nearestRows(deep, digit, sigmoid, *built.fault).empty());
    const OwnNetwork wide{{dense(20'000, relu), dense(20'000, relu), code()}};
    built = build(wide, digit, sigmoid);
    QVERIFY(built.fault && built.fault->error.code == ErrorCode::TooLarge);
    QCOMPARE(built.fault->row, 1);
    const auto fixes = nearestRows(wide, digit, sigmoid, *built.fault);
    QVERIFY(!fixes.empty() && fixes.front().row.units.channels < 20'000);
}

void TstOwnNetwork::whatASetupSaysFollows()
{
    const OwnNetwork rows{{conv(4, 3, 2, Activation::Elu), maxPool({2, 2}), dense(5, Activation::Tanh)},
                          {{dense(9, Activation::Elu), dense(digit, Activation::Linear)}}};
    AutoencoderSetup setup = withRows(AutoencoderSetup(), rows);
    QCOMPARE(setup.bottleneck, 5);
    QVERIFY(setup.code == Activation::Tanh && setup.output == Activation::Linear);
    QVERIFY(setup.hidden == Activation::Elu && setup.hasBiases);
    QVERIFY(setup.recipe.loss == Loss::Mse); // cross-entropy needs a share
    QVERIFY(validate(setup, digit));
    QVERIFY(rowsOf(setup, digit) == rows);
    setup.bottleneck = 7;
    QCOMPARE(resolve(*networkOf(setup, digit))->codeSize(), 7);
    QVERIFY(commonActivation(setup) == Activation::Elu);
    setup = withActivation(setup, Activation::Relu);
    QVERIFY(rowsOf(setup, digit).encoder[0].activation == Activation::Relu);
    QVERIFY(rowsOf(setup, digit).encoder[1].activation == Activation::Linear); // a maximum has no weights
    setup = withBiases(setup, false);
    QVERIFY(!rowsOf(setup, digit).encoder[2].hasBias && !(*rowsOf(setup, digit).decoder)[1].hasBias);
    QVERIFY(rowsOf(withBiases(setup, true), digit).encoder[2].hasBias);
    QVERIFY(!isLinear(withActivation(setup, Activation::Linear))); // nor is it linear
    const AutoencoderSetup line = withRows(setup, {{dense(9, Activation::Linear), code(5)}});
    QVERIFY(isLinear(line) == (line.output == Activation::Linear));
    QVERIFY(validate(setup, Shape{1, 30, 20})); // a dense output follows the samples
    const auto narrow = validate(setup, Shape{1, 1, 40});
    QVERIFY(!narrow); // a maximum over two rows of one
    QCOMPARE(QString::fromStdString(narrow.error().where), "own.encoder[1]");
    QVERIFY(!withModel(setup, *findModelPreset("lab-conv")).own);
}

/// Twins, and curves of the error against the size, go by this.
void TstOwnNetwork::sizesOfTheCodeDifferInNothingElse()
{
    const AutoencoderSetup two = withRows(AutoencoderSetup(), {{dense(9, relu), code(2)}});
    AutoencoderSetup five = withRows(AutoencoderSetup(), {{dense(9, relu), code(5)}});
    QVERIFY(two != five);
    five.bottleneck = 2;
    QVERIFY(two == five);
}

void TstOwnNetwork::jsonRoundTrip()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice(seed);
        AutoencoderSetup setup = withRows(AutoencoderSetup(), anyNetwork(dice));
        setup.recipe.seed = seed;
        JsonFault fault;
        const AutoencoderSetup read = readSetup(setupJson(setup), "setup", fault);
        QVERIFY2(!fault, qPrintable(QString::fromStdString(fault ? fault->text : std::string())));
        QVERIFY(read == setup);
    }
    QVERIFY(!setupJson(AutoencoderSetup()).contains("own")); // old states stay what they were
}

void TstOwnNetwork::wrongJsonNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("no object") << QByteArray("3") << QByteArray("setup.own");
    QTest::newRow("no encoder") << QByteArray("{}") << QByteArray("setup.own.encoder");
    QTest::newRow("none in it") << QByteArray(R"({"encoder": []})") << QByteArray("setup.own.encoder");
    QTest::newRow("unknown type") << QByteArray(R"({"encoder": [{"type": "rnn"}]})")
                                  << QByteArray("setup.own.encoder[0].type");
    QTest::newRow("unknown field") << QByteArray(
                                          R"({"encoder": [{"type": "dense", "units": 2, "kernel": 3}]})")
                                   << QByteArray("setup.own.encoder[0].kernel");
    QTest::newRow("code without units")
        << QByteArray(R"({"encoder": [{"type": "conv", "filters": 2, "kernel": 3}]})")
        << QByteArray("setup.own.encoder[0].type");
    QTest::newRow("code too long") << QByteArray(R"({"encoder": [{"type": "dense", "units": 2000}]})")
                                   << QByteArray("setup.own.encoder[0].units");
    QTest::newRow("decoder") << QByteArray(R"({"encoder": [{"type": "dense", "units": 2}], "decoder": [7]})")
                             << QByteArray("setup.own.decoder[0]");
}

void TstOwnNetwork::wrongJsonNamesItsPlace()
{
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, place);
    const std::string text = R"({"format": "hourglass-autoencoder", "version": 1, "setup": {"model": )"
                             R"("lab-dense", "own": )" +
                             own.toStdString() + "}}";
    const auto state = readState(bytes(text), "a.json");
    QVERIFY(!state);
    QCOMPARE(QByteArray::fromStdString(state.error().text), place);
    QCOMPARE(QByteArray::fromStdString(state.error().where), "a.json");
}

/// What cannot be built is shown row by row, not lost on the way.
void TstOwnNetwork::impossibleStatesAreKept()
{
    const AutoencoderSetup setup =
        withRows(AutoencoderSetup(), {{padded(conv(3, 31, 1, relu), {Padding::Kind::Valid}), code()}});
    QVERIFY(faultOf(setup, digit));
    const auto again = readState(bytes(writeState(AutoencoderState{setup})), "a.json");
    QVERIFY(again && std::get<AutoencoderState>(*again).setup == setup);
    const auto network = validate(setup, digit);
    QVERIFY(!network);
    QCOMPARE(QString::fromStdString(network.error().where), "own.encoder[0]");
    AutoencoderSetup wrong = setup;
    wrong.recipe.batch = 0;
    QVERIFY(hindranceOfSetup(wrong));
}

void TstOwnNetwork::commandsFallBackToLinks()
{
    const AutoencoderSetup setup = withRows(AutoencoderSetup(), {{dense(99, relu), code(3)}});
    const auto command = commandOf(AutoencoderState{setup}, Assets({}));
    QVERIFY(command);
    QVERIFY(command->starts_with("hourglass train --state "));
    const auto read = readCommand(*command, Assets({}));
    QVERIFY(read && std::get<AutoencoderState>(*read).setup == setup);
    const auto other = readCommand(*command + " --model lab-conv", Assets({}));
    QVERIFY(other && !std::get<AutoencoderState>(*other).setup.own);
}

void TstOwnNetwork::descriptionsBecomeRows_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isMirrored");
    QTest::addColumn<QByteArray>("refusal");
    const auto document = [](const char* layers, int codeLayer) {
        return QByteArray(
                   R"({"format": "hourglass-network", "version": 1, "input": [1, 28, 28], "layers": [)") +
               layers + R"(], "code_layer": )" + QByteArray::number(codeLayer) + "}";
    };
    QTest::newRow("mirrored") << document(R"({"type": "dense", "units": 2},
        {"type": "dense", "units": [1, 28, 28], "activation": "sigmoid"})",
                                          0)
                              << true << QByteArray();
    QTest::newRow("not mirrored") << document(R"({"type": "dense", "units": 2}, {"type": "dense", "units": 9},
        {"type": "dense", "units": [1, 28, 28]})",
                                              0)
                                  << false << QByteArray();
    QTest::newRow("code of maps") << document(R"({"type": "conv", "filters": 2, "kernel": 3},
        {"type": "dense", "units": [1, 28, 28]})",
                                              0)
                                  << false << QByteArray("code");
    QTest::newRow("nothing behind the code")
        << document(R"({"type": "dense", "units": 784})", 0) << false << QByteArray("decoder");
}

void TstOwnNetwork::descriptionsBecomeRows()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isMirrored);
    QFETCH(QByteArray, refusal);
    const auto network = parseNetwork(bytes(json.toStdString()), "net.json");
    QVERIFY(network);
    const auto own = ownOf(*network);
    QCOMPARE(QByteArray::fromStdString(own ? std::string() : own.error().text), refusal);
    if (!own) return;
    QCOMPARE(own->decoder.has_value(), !isMirrored);
    const AutoencoderSetup setup = withRows(AutoencoderSetup(), *own);
    const auto again = networkOf(setup, network->input);
    QVERIFY(again);
    if (own->decoder) QVERIFY(again->layers == network->layers);
}

QTEST_APPLESS_MAIN(TstOwnNetwork)
#include "tst_own_network.moc"
