#include "core/io/json_object.h"
#include "core/model_file/model_file.h"
#include "core/model_file/network_json.h"
#include "core/train/trainer.h"
#include "tests/support/layer_examples.h"

#include <QTest>

#include <cstring>
#include <limits>

using namespace hg;

namespace {

std::string errorText(const Error& error)
{
    std::string text = "code " + std::to_string(static_cast<int>(error.code)) + " where '" + error.where +
                       "' text '" + error.text + "' accepted '" + error.accepted + "' numbers";
    for (const double number : error.numbers)
        text += ' ' + std::to_string(number);
    return text;
}

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A network with one layer of every type in front of its code.
Network everyType()
{
    Network network{.input = {1, 8, 6}, .layers = {}, .codeLayer = 0, .isCentred = true};
    for (const LayerKind& kind : layerKinds())
        network.layers.push_back(test::exampleOf(kind.type, Activation::LeakyRelu));
    network.codeLayer = static_cast<int>(network.layers.size());
    network.layers.push_back(dense(2, Activation::Tanh));
    network.layers.push_back(dense(network.input, Activation::Sigmoid));
    return network;
}

Recipe unusualRecipe()
{
    Recipe recipe;
    recipe.optimizer = OptimizerKind::AdamW;
    recipe.learningRate = 0.1;
    recipe.schedule = Schedule::Cosine;
    recipe.warmUp = 11;
    recipe.momentum = 0.9;
    recipe.weightDecay = 0.125;
    recipe.clipNorm = 2.5;
    recipe.loss = Loss::Bce;
    recipe.batch = 3;
    recipe.epochs = 7;
    recipe.seed = std::numeric_limits<std::uint64_t>::max();
    recipe.initialisation = Initialisation::Framework;
    recipe.noise = {Noise::Kind::Mask, 0.25, true};
    recipe.isOrdered = true;
    return recipe;
}

SavedModel savedModel(const Network& network, const Recipe& recipe)
{
    const auto resolved = resolve(network);
    if (!resolved) qFatal("%s", errorText(resolved.error()).c_str());
    Model model{std::make_shared<const Plan>(*resolved), initialParameters(*resolved, recipe.seed), {}};
    for (std::size_t i = 0; network.isCentred && i < network.input.size(); ++i)
        model.mean.push_back(static_cast<float>(i) / 7);
    return {std::move(model), recipe, {}};
}

SavedModel smallModel()
{
    Network network{.input = {1, 2, 2},
                    .layers = {dense(1, Activation::Linear), dense(Shape{1, 2, 2}, Activation::Linear)},
                    .codeLayer = 0,
                    .isCentred = true};
    return savedModel(network, {});
}

/// The checksum of changed bytes made right again, so that what lies behind it is reached.
Bytes signedAgain(Bytes bytes)
{
    const std::size_t body = bytes.size() - 4;
    const std::uint32_t sum = checksum(std::span(bytes).first(body));
    std::memcpy(bytes.data() + body, &sum, 4);
    return bytes;
}

std::string layersText(const std::string& layers)
{
    return R"({"format":"hourglass-network","version":1,"input":[1,4,4],"layers":[)" + layers +
           R"(],"code_layer":0,"centred":false})";
}

} // namespace

class TstModelFile : public QObject {
    Q_OBJECT

private slots:
    void networksComeBack_data();
    void networksComeBack();
    void shortForms();
    void everyParameter_data();
    void everyParameter();
    void wrongNetworks_data();
    void wrongNetworks();
    void jsonIsBounded_data();
    void jsonIsBounded();
    void modelsComeBack();
    void sameModelSameBytes();
    void numbersAreAligned();
    void everyTruncationIsRefused();
    void everyFlippedBitIsRefused();
    void everyWrongByteBehindTheChecksum();
    void wrongFiles_data();
    void wrongFiles();
    void hugeNetworksAreRefused_data();
    void hugeNetworksAreRefused();
};

void TstModelFile::networksComeBack_data()
{
    QTest::addColumn<Network>("network");
    for (const char* id : modelIds())
        QTest::newRow(id) << *modelById(id, {1, 28, 28}, 3);
    QTest::newRow("every type") << everyType();
    Network odd = everyType();
    odd.layers[1].kernel = {2, 5};
    odd.layers[1].stride = {1, 3};
    odd.layers[1].dilation = {4, 1};
    odd.layers[1].paddingH = {Padding::Kind::Explicit, 1, 2};
    odd.layers[1].paddingW = {Padding::Kind::Causal};
    odd.layers[2].paddingH = odd.layers[2].paddingW = {Padding::Kind::Full};
    QTest::newRow("axes apart, sides") << odd;
    QTest::newRow("lines") << conv1dModel(2);
}

void TstModelFile::networksComeBack()
{
    QFETCH(Network, network);
    const std::string json = networkToJson(network);
    const auto back = parseNetwork(bytesOf(json), "n.json");
    QVERIFY2(back, back ? "" : errorText(back.error()).c_str());
    QCOMPARE(networkToJson(*back), json);
    QVERIFY(*back == network);
}

void TstModelFile::shortForms()
{
    const auto network = parseNetwork(
        bytesOf(layersText(R"({"type":"conv","filters":2,"kernel":3},{"type":"dense","units":16})")), "x");
    QVERIFY2(network, network ? "" : errorText(network.error()).c_str());
    LayerSpec first{.type = LayerType::Conv, .filters = 2, .kernel = {3, 3}};
    QVERIFY(network->layers[0] == first);
    QVERIFY(network->layers[1] == dense(16, Activation::Linear));
    QVERIFY(network->input == (Shape{1, 4, 4}));
}

void TstModelFile::everyParameter_data()
{
    QTest::addColumn<LayerType>("type");
    QTest::addColumn<std::string>("name");
    for (const LayerKind& kind : layerKinds())
        for (const LayerParameter& parameter : kind.parameters)
            QTest::newRow((std::string(kind.id) + " " + parameter.name).c_str())
                << kind.type << std::string(parameter.name);
}

/// Left out, a parameter has its default or is asked for; of another kind or beyond its range it is refused.
void TstModelFile::everyParameter()
{
    QFETCH(LayerType, type);
    QFETCH(std::string, name);
    const LayerParameter& parameter = *findParameter(layerKind(type), name);
    const LayerSpec example = test::exampleOf(type, Activation::Elu);
    Json layer = Json::parse(networkToJson({.layers = {example}}))["layers"][0];
    const auto read = [&] { return parseNetwork(bytesOf(layersText(layer.dump())), "n.json"); };
    QVERIFY(read());
    QVERIFY(read()->layers[0] == example);

    const Json tooLarge = Json::array({parameter.range.most + 1, 1, 1});
    const bool isTruth = std::holds_alternative<bool LayerSpec::*>(parameter.field);
    for (const Json& wrong : {isTruth ? Json(1) : Json(true), Json("some"), Json(-1), tooLarge}) {
        layer[name] = wrong;
        QVERIFY2(!read(), wrong.dump().c_str());
        QVERIFY(read().error().text.starts_with("layers[0]." + name));
    }
    layer.erase(name);
    const auto without = read();
    QCOMPARE(!without, parameter.isNeeded);
    if (!without) QVERIFY(without.error().code == ErrorCode::FieldMissing);
    if (without) QVERIFY(without->layers[0] == test::withDefault(example, parameter));
}

void TstModelFile::wrongNetworks_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const std::string& json, Error error) {
        error.where = "n.json";
        QTest::newRow(name) << json << error;
    };
    const auto at = [](ErrorCode code, const char* place, std::vector<double> numbers = {},
                       const char* accepted = "") {
        return Error{code, {}, std::move(numbers), place, accepted};
    };
    const std::string dense2 = R"({"type":"dense","units":2})", sides = "[{…}, …]";
    row("empty", "", {ErrorCode::NotJson, {}, {1, 1}});
    row("a comma too many", "{\n \"input\": 1,\n}", {ErrorCode::NotJson, {}, {3, 1}});
    row("cut", "{\"input\": [1,", {ErrorCode::NotJson, {}, {1, 14}});
    row("no text", "{\"\xff\": 1}", {ErrorCode::NotJson, {}, {1, 3}});
    row("beyond double", "{\"input\": 1e999}", {ErrorCode::NotJson, {}, {1, 1}});
    row("more behind", "{} {}", {ErrorCode::NotJson, {}, {1, 4}});
    row("an array", "[]", at(ErrorCode::FieldNotKind, "document", {}, "object"));
    row("unknown field", R"({"colour": "red"})",
        at(ErrorCode::FieldUnknown, "colour", {}, "format, version, input, layers, code_layer, centred"));
    row("field twice", R"({"format":"hourglass-network","format":"hourglass-network"})",
        at(ErrorCode::FieldTwice, "format"));
    row("no format", "{}", at(ErrorCode::FieldMissing, "format"));
    row("other format", R"({"format":"keras"})",
        at(ErrorCode::FieldNotWord, "format", {}, "hourglass-network"));
    row("newer version", R"({"format":"hourglass-network","version":2})",
        at(ErrorCode::VersionUnknown, "version", {2, 1}));
    row("no input", R"({"format":"hourglass-network","version":1})", at(ErrorCode::FieldMissing, "input"));
    row("two sides", R"({"format":"hourglass-network","version":1,"input":[28,28]})",
        at(ErrorCode::FieldNotKind, "input", {}, "[channels, height, width]"));
    row("side of nothing", R"({"format":"hourglass-network","version":1,"input":[1,0,28]})",
        at(ErrorCode::FieldNotWhole, "input[1]", {1, 1e6}));
    row("no layers", layersText(""), at(ErrorCode::FieldNotKind, "layers", {}, sides.c_str()));
    row("layer of no kind", layersText("3"), at(ErrorCode::FieldNotKind, "layers[0]", {}, "object"));
    row("layer without type", layersText("{}"), at(ErrorCode::FieldMissing, "layers[0].type"));
    std::string types;
    for (const LayerKind& kind : layerKinds())
        types += (types.empty() ? "" : ", ") + std::string(kind.id);
    row("layer of no known type", layersText(dense2 + R"(,{"type":"attention"})"),
        at(ErrorCode::FieldNotWord, "layers[1].type", {}, types.c_str()));
    row("dense without units", layersText(R"({"type":"dense"})"),
        at(ErrorCode::FieldMissing, "layers[0].units"));
    row("dense with a kernel", layersText(R"({"type":"dense","units":2,"kernel":3})"),
        at(ErrorCode::FieldUnknown, "layers[0].kernel", {}, "type, units, activation, bias"));
    row("half a unit", layersText(R"({"type":"dense","units":2.5})"),
        at(ErrorCode::FieldNotWhole, "layers[0].units", {1, 1e6}));
    row("units in words", layersText(R"({"type":"dense","units":"two"})"),
        at(ErrorCode::FieldNotKind, "layers[0].units", {}, "[channels, height, width]"));
    row("too many units", layersText(R"({"type":"dense","units":1000001})"),
        at(ErrorCode::FieldNotWhole, "layers[0].units", {1, 1e6}));
    row("activation", layersText(R"({"type":"dense","units":2,"activation":"swish"})"),
        at(ErrorCode::FieldNotWord, "layers[0].activation", {},
           "linear, tanh, sigmoid, relu, leaky-relu, elu"));
    row("conv without filters", layersText(R"({"type":"conv","kernel":3})"),
        at(ErrorCode::FieldMissing, "layers[0].filters"));
    row("conv without kernel", layersText(R"({"type":"conv","filters":3})"),
        at(ErrorCode::FieldMissing, "layers[0].kernel"));
    row("three strides", layersText(R"({"type":"conv","filters":1,"kernel":3,"stride":[1,2,3]})"),
        at(ErrorCode::FieldNotKind, "layers[0].stride", {}, "[height, width]"));
    row("stride 0", layersText(R"({"type":"conv","filters":1,"kernel":3,"stride":[1,0]})"),
        at(ErrorCode::FieldNotWhole, "layers[0].stride[1]", {1, 1e6}));
    row("padding word", layersText(R"({"type":"conv","filters":1,"kernel":3,"padding":"some"})"),
        at(ErrorCode::FieldNotWord, "layers[0].padding", {}, "valid, same, full, causal"));
    row("padding of one side", layersText(R"({"type":"conv","filters":1,"kernel":3,"padding":[1]})"),
        at(ErrorCode::FieldNotKind, "layers[0].padding", {}, "[before, after]"));
    row("negative padding", layersText(R"({"type":"conv","filters":1,"kernel":3,"padding":[0,-1]})"),
        at(ErrorCode::FieldNotWhole, "layers[0].padding[1]", {0, 1e6}));
    const std::string head =
        R"({"format":"hourglass-network","version":1,"input":4,"layers":[)" + dense2 + "]";
    row("no code layer", head + "}", at(ErrorCode::FieldMissing, "code_layer"));
    row("code layer beyond", head + R"(,"code_layer":1})",
        at(ErrorCode::FieldNotWhole, "code_layer", {0, 0}));
    row("centred in words", head + R"(,"code_layer":0,"centred":"yes"})",
        at(ErrorCode::FieldNotKind, "centred", {}, "true, false"));
}

void TstModelFile::wrongNetworks()
{
    QFETCH(std::string, json);
    QFETCH(Error, error);
    const auto network = parseNetwork(bytesOf(json), "n.json");
    QVERIFY(!network);
    QVERIFY2(network.error() == error,
             (errorText(network.error()) + " instead of " + errorText(error)).c_str());
}

void TstModelFile::jsonIsBounded_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<ErrorCode>("code");
    std::string names = "{", layers;
    for (int i = 0; names.size() < 1'000'000; ++i)
        names += "\"" + std::to_string(i) + "\":0,";
    for (int i = 0; i < 257; ++i)
        layers += std::string(i > 0 ? "," : "") + R"({"type":"dense","units":2})";
    QTest::newRow("a megabyte of brackets") << std::string(1 << 20, '[') << ErrorCode::NotJson;
    QTest::newRow("beyond a megabyte") << std::string((1 << 20) + 1, ' ') << ErrorCode::TooLarge;
    QTest::newRow("a hundred thousand names") << names + "\"z\":0}" << ErrorCode::FieldUnknown;
    QTest::newRow("257 layers") << layersText(layers) << ErrorCode::TooLarge;
}

void TstModelFile::jsonIsBounded()
{
    QFETCH(std::string, json);
    QFETCH(ErrorCode, code);
    const auto network = parseNetwork(bytesOf(json), "n.json");
    QVERIFY(!network);
    QVERIFY2(network.error().code == code, errorText(network.error()).c_str());
    QCOMPARE(network.error().where, std::string("n.json"));
    QVERIFY(network.error().text.size() < 100);
}

void TstModelFile::modelsComeBack()
{
    const SavedModel saved = savedModel(everyType(), unusualRecipe());
    const auto back = parseModelFile(toModelFile(saved), "m");
    QVERIFY2(back, back ? "" : errorText(back.error()).c_str());
    QVERIFY(back->recipe == saved.recipe);
    QVERIFY(back->model.parameters == saved.model.parameters);
    QVERIFY(back->model.mean == saved.model.mean);
    QVERIFY(back->model.plan->network().network == everyType());
    QVERIFY(!back->library.empty());
    QVERIFY(toModelFile(*back) == toModelFile(saved));
}

void TstModelFile::sameModelSameBytes()
{
    QVERIFY(toModelFile(smallModel()) == toModelFile(smallModel()));
    SavedModel other = smallModel();
    other.recipe.seed = 2;
    QVERIFY(toModelFile(other) != toModelFile(smallModel()));
}

void TstModelFile::numbersAreAligned()
{
    const SavedModel saved = smallModel();
    const Bytes bytes = toModelFile(saved);
    const std::size_t numbers = 4 * (saved.model.parameters.size() + saved.model.mean.size());
    const std::size_t first = bytes.size() - 4 - numbers;
    QCOMPARE(first % 64, std::size_t{0});
    float one = 0;
    std::memcpy(&one, bytes.data() + first, 4);
    QCOMPARE(one, saved.model.parameters[0]);
    QVERIFY(largestModelFile(saved.model.plan->network()) >= bytes.size());
}

void TstModelFile::everyTruncationIsRefused()
{
    const Bytes bytes = toModelFile(smallModel());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto read = parseModelFile(std::span(bytes).first(size), "m");
        QVERIFY2(!read, std::to_string(size).c_str());
        QCOMPARE(read.error().where, std::string("m"));
    }
    Bytes longer = bytes;
    longer.push_back(0);
    QVERIFY(!parseModelFile(longer, "m"));
}

void TstModelFile::everyFlippedBitIsRefused()
{
    Bytes bytes = toModelFile(smallModel());
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            bytes[i] ^= static_cast<std::uint8_t>(1 << bit);
            QVERIFY2(!parseModelFile(bytes, "m"), std::to_string(i).c_str());
            bytes[i] ^= static_cast<std::uint8_t>(1 << bit);
        }
}

void TstModelFile::everyWrongByteBehindTheChecksum()
{
    const Bytes bytes = toModelFile(smallModel());
    int refused = 0;
    for (std::size_t i = 0; i + 4 < bytes.size(); ++i)
        for (const int mask : {0x01, 0x10, 0x80, 0xFF}) {
            Bytes changed = bytes;
            changed[i] ^= static_cast<std::uint8_t>(mask);
            const auto read = parseModelFile(signedAgain(changed), "m");
            if (!read) {
                ++refused;
                continue;
            }
            const auto again = parseModelFile(toModelFile(*read), "m"); // whatever is read can be written
            QVERIFY2(again, std::to_string(i).c_str());
            QVERIFY(again->model.parameters == read->model.parameters && again->recipe == read->recipe);
        }
    QVERIFY(refused > 1000);
}

void TstModelFile::wrongFiles_data()
{
    QTest::addColumn<Bytes>("content");
    QTest::addColumn<ErrorCode>("code");
    const Bytes good = toModelFile(smallModel());
    const auto with = [&](std::size_t at, std::vector<std::uint8_t> bytes) {
        Bytes changed = good;
        std::copy(bytes.begin(), bytes.end(), changed.begin() + static_cast<std::ptrdiff_t>(at));
        return signedAgain(changed);
    };
    const auto renamed = [&](std::string_view from, std::string_view to) {
        Bytes changed = good;
        const auto it = std::search(changed.begin(), changed.end(), from.begin(), from.end());
        if (it == changed.end() || from.size() != to.size()) qFatal("nothing to rename");
        std::copy(to.begin(), to.end(), it);
        return signedAgain(changed);
    };
    const std::size_t lastNumber = good.size() - 8;
    QTest::newRow("text") << Bytes{'1', ',', '2'} << ErrorCode::UnknownKind;
    QTest::newRow("only the beginning") << Bytes(good.begin(), good.begin() + 8) << ErrorCode::SizeMismatch;
    QTest::newRow("version 0") << with(8, {0}) << ErrorCode::VersionUnknown;
    QTest::newRow("version 2") << with(8, {2}) << ErrorCode::VersionUnknown;
    QTest::newRow("description of 4 GB") << with(12, {255, 255, 255, 255}) << ErrorCode::SizeMismatch;
    QTest::newRow("2⁶⁴ parameters") << with(16, Bytes(8, 255)) << ErrorCode::SizeMismatch;
    QTest::newRow("2⁶⁴ numbers") << with(16, Bytes(16, 255)) << ErrorCode::SizeMismatch;
    QTest::newRow("2⁶² parameters, whose bytes overflow")
        << with(16, {static_cast<std::uint8_t>(good[16]), 0, 0, 0, 0, 0, 0, 0x40}) << ErrorCode::SizeMismatch;
    QTest::newRow("a parameter for the mean")
        << with(16, {std::uint8_t(good[16] + 1), 0, 0, 0, 0, 0, 0, 0, std::uint8_t(good[24] - 1)})
        << ErrorCode::SizeMismatch;
    QTest::newRow("infinite weight") << with(lastNumber, {0, 0, 0x80, 0x7F}) << ErrorCode::NotFinite;
    QTest::newRow("weight that is none") << with(lastNumber, {1, 0, 0x80, 0x7F}) << ErrorCode::NotFinite;
    QTest::newRow("not centred") << renamed("\"centred\": true", "\"centred\":false")
                                 << ErrorCode::SizeMismatch;
    QTest::newRow("another field") << renamed("\"recipe\"", "\"recipy\"") << ErrorCode::FieldUnknown;
    QTest::newRow("rate of zero") << renamed("\"learning_rate\": 0.001", "\"learning_rate\": 0.000")
                                  << ErrorCode::BadValue;
    QTest::newRow("unused bytes") << renamed("\"units\": 1,", "\"units\": 0,") << ErrorCode::FieldNotWhole;
    QTest::newRow("another code") << renamed("\"units\": 1,", "\"units\": 2,") << ErrorCode::SizeMismatch;
}

void TstModelFile::wrongFiles()
{
    QFETCH(Bytes, content);
    QFETCH(ErrorCode, code);
    const auto read = parseModelFile(content, "m");
    QVERIFY(!read);
    QVERIFY2(read.error().code == code, errorText(read.error()).c_str());
    QCOMPARE(read.error().where, std::string("m"));
}

void TstModelFile::hugeNetworksAreRefused_data()
{
    QTest::addColumn<std::string>("layers");
    const auto row = [](const char* name, const std::string& layers) { QTest::newRow(name) << layers; };
    row("units", R"({"type":"dense","units":[1000000,1000000,1000000]})");
    row("filters", R"({"type":"conv","filters":1000000,"kernel":1})");
    row("transposed", R"({"type":"conv-transposed","filters":1,"kernel":1,"stride":1000000})");
    row("taps", R"({"type":"conv","filters":1,"kernel":1000,"padding":[1000000,1000000],"stride":1000})");
    row("upsampling", R"({"type":"upsample","stride":1000000})");
    row("kernel beyond its input", R"({"type":"conv","filters":1,"kernel":1000000})");
    row("dilation", R"({"type":"conv","filters":1,"kernel":1000000,"dilation":1000000})");
}

void TstModelFile::hugeNetworksAreRefused()
{
    QFETCH(std::string, layers);
    const auto network = parseNetwork(bytesOf(layersText(layers)), "n.json");
    QVERIFY2(network, network ? "" : errorText(network.error()).c_str());
    const auto resolved = resolve(*network);
    QVERIFY(!resolved);
    QVERIFY2(resolved.error().code == ErrorCode::TooLarge ||
                 resolved.error().code == ErrorCode::KernelTooLarge,
             errorText(resolved.error()).c_str());
}

QTEST_GUILESS_MAIN(TstModelFile)
#include "tst_model_file.moc"
