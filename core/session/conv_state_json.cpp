#include "core/conv/words.h"
#include "core/io/json_object.h"
#include "core/nn/words.h"
#include "core/session/base64.h"
#include "core/session/state_json.h"
#include "core/session/state_kinds.h"

#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr std::array originWords{"numbers", "photograph"};                 // in the order of InputOrigin
constexpr std::array wantedWords{"filter", "edges", "average", "picture"}; // of WantedKind
constexpr std::array methodWords{"plain", "momentum", "adam"};             // of DescentMethod
constexpr std::array tabWords{"sliding", "learned", "matrix",
                              "field",   "solve",   "checkerboards"};        // of ConvTab
constexpr std::array fieldKindWords{"convolution", "transposed", "pooling"}; // of FieldKind
constexpr std::array fieldSourceWords{"own", "encoder", "decoder"};          // of FieldSource
constexpr std::array beginWords{"encoder", "decoder"};
constexpr int largestFieldPadding = 14, largestFieldDilation = 8, largestOutputPadding = 7;
constexpr int largestSetting = 1000; // of strides and dilations, as on the command line
constexpr int largestPadding = 1'000'000;
constexpr double largestNumber = 1e30; // sums of 10⁶ products of two stay finite

// Writing.

Json tensorJson(const TensorD& t)
{
    Json json{{"shape", {t.n, t.shape.channels, t.shape.height, t.shape.width}}};
    std::vector<std::uint8_t> bytes;
    for (const double x : t.data) {
        const double level = std::round(x * 255);
        if (!(level >= 0 && level <= 255) || level / 255 != x) break;
        bytes.push_back(static_cast<std::uint8_t>(level));
    }
    constexpr std::size_t worthIt = 64; // fewer numbers are better read by people
    if (bytes.size() == t.data.size() && bytes.size() >= worthIt)
        json["bytes"] = toBase64(bytes);
    else
        json["data"] = t.data;
    return json;
}

Json paddingJson(const Padding& p)
{
    if (p.kind == Padding::Kind::Explicit) return {p.before, p.after};
    return words::of(words::padding, p.kind);
}

Json axesJson(Axes a)
{
    return {a.h, a.w};
}

Json sceneJson(const ConvScene& s)
{
    const ConvScene usual;
    Json json{{"axes", s.axes}, {"input", tensorJson(s.input)}, {"kernel", tensorJson(s.kernel)}};
    const auto put = [&](const char* name, bool isUsual, Json value) {
        if (!isUsual) json[name] = std::move(value);
    };
    if (s.pooling) json["pooling"] = words::of(words::pooling, *s.pooling);
    put("stride", s.stride == usual.stride, axesJson(s.stride));
    put("dilation", s.dilation == usual.dilation, axesJson(s.dilation));
    put("padding", s.paddingH == usual.paddingH && s.paddingW == usual.paddingW,
        {paddingJson(s.paddingH), paddingJson(s.paddingW)});
    put("output_padding", s.outputPadding == usual.outputPadding, axesJson(s.outputPadding));
    put("fill", s.fill == usual.fill, words::of(words::fill, s.fill));
    put("convention", s.convention == usual.convention, words::of(words::convention, s.convention));
    put("transposed", !s.isTransposed, true);
    put("groups", s.groups == 1, s.groups);
    put("bias", s.bias.empty(), s.bias);
    put("activation", s.activation == usual.activation, words::of(words::activation, s.activation));
    put("sample_rate", s.sampleRate == 0, s.sampleRate);
    put("seconds_per_column", s.secondsPerColumn == 0, s.secondsPerColumn);
    put("hz_per_row", s.hzPerRow == 0, s.hzPerRow);
    put("origin", s.origin == usual.origin, words::of(originWords, s.origin));
    return json;
}

Json learnJson(const LearnSetup& s)
{
    const LearnSetup usual;
    Json json = Json::object();
    if (s.wanted != usual.wanted) json["wanted"] = words::of(wantedWords, s.wanted);
    if (s.picture) json["picture"] = tensorJson(*s.picture);
    if (s.seed != usual.seed) json["seed"] = s.seed;
    if (s.method != usual.method) json["method"] = words::of(methodWords, s.method);
    if (s.rate) json["rate"] = *s.rate;
    if (s.showsInputGradient) json["input_gradient"] = true;
    if (s.update != usual.update) json["update"] = s.update;
    return json;
}

Json fieldLayerJson(const StackedLayer& stacked)
{
    const FieldLayer usual, &l = stacked.reach;
    Json json = Json::object();
    if (l.kind != usual.kind) json["kind"] = words::of(fieldKindWords, l.kind);
    if (l.size != usual.size) json["size"] = axesJson(l.size);
    if (l.stride != usual.stride) json["stride"] = axesJson(l.stride);
    if (l.dilation != usual.dilation) json["dilation"] = axesJson(l.dilation);
    if (l.paddingH != usual.paddingH || l.paddingW != usual.paddingW)
        json["padding"] = {paddingJson(l.paddingH), paddingJson(l.paddingW)};
    if (l.outputPadding != usual.outputPadding) json["output_padding"] = axesJson(l.outputPadding);
    if (!stacked.weights) return json;
    json["kernel"] = tensorJson(stacked.weights->kernel);
    if (!stacked.weights->bias.empty()) json["bias"] = stacked.weights->bias;
    json["activation"] = words::of(words::activation, stacked.weights->activation);
    return json;
}

Json fieldJson(const FieldSetup& s)
{
    const FieldSetup usual;
    Json json = Json::object();
    if (s.layers != usual.layers)
        for (const StackedLayer& layer : s.layers)
            json["layers"].push_back(fieldLayerJson(layer));
    if (s.input) json["input"] = tensorJson(*s.input);
    if (s.source != usual.source) json["source"] = words::of(fieldSourceWords, s.source);
    if (s.update != usual.update) json["update"] = s.update;
    if (s.cell) json["cell"] = {s.cell->level, s.cell->row, s.cell->column};
    if (s.channel != usual.channel) json["channel"] = s.channel;
    if (s.isWeighed) json["gradient"] = true;
    if (s.opened) json["opened"] = *s.opened;
    return json;
}

Json solveJson(const SolveSetup& s)
{
    const SolveSetup usual;
    Json json = Json::object();
    const auto put = [&](const char* name, int value, int usually) {
        if (value != usually) json[name] = value;
    };
    put("from", s.from, usual.from);
    put("to", s.to, usual.to);
    put("size_up_to", s.limits.size, usual.limits.size);
    put("stride_up_to", s.limits.stride, usual.limits.stride);
    put("dilation_up_to", s.limits.dilation, usual.limits.dilation);
    if (s.beginsWithDecoder) json["begin"] = beginWords[1];
    if (s.limits.oddCellBefore) json["odd_cell_before"] = true;
    if (s.row) json["row"] = {s.row->size, s.row->stride, s.row->dilation, s.row->before};
    if (!s.showsMirror) json["mirror"] = false;
    return json;
}

Json checkerJson(const CheckerSetup& s)
{
    const CheckerSetup usual;
    Json json = Json::object();
    if (s.recipe.seed != usual.recipe.seed) json["seed"] = s.recipe.seed;
    if (s.recipe.rate != usual.recipe.rate) json["rate"] = s.recipe.rate;
    if (s.recipe.code != usual.recipe.code) json["code"] = s.recipe.code;
    if (s.updates != usual.updates) json["updates"] = s.updates;
    if (s.update != usual.update) json["update"] = s.update;
    if (s.picture != usual.picture) json["picture"] = s.picture;
    if (s.isMean) json["mean"] = true;
    if (s.isGridAlone) json["grid_alone"] = true;
    return json;
}

// Reading.

std::vector<int> readWholes(JsonObject& object, const char* name, const Json& value, std::size_t count,
                            int least, int most)
{
    std::vector<int> numbers(count, least);
    if (!value.is_array() || value.size() != count)
        object.setFault(ErrorCode::FieldNotKind, object.pathOf(name), {},
                        "array of " + std::to_string(count) + " whole numbers");
    else
        for (std::size_t i = 0; i < count; ++i)
            numbers[i] = readWhole(value[i], object.pathOf(name) + "[" + std::to_string(i) + "]", least, most,
                                   object.fault());
    return numbers;
}

Axes readAxes(JsonObject& object, const char* name, Axes fallback, int least, int most)
{
    const Json* value = object.find(name);
    if (!value) return fallback;
    const auto numbers = readWholes(object, name, *value, 2, least, most);
    return {numbers[0], numbers[1]};
}

std::vector<double> readNumbers(JsonObject& object, const char* name, const Json& value, std::size_t most)
{
    if (!value.is_array() || value.size() > most) {
        object.setFault(ErrorCode::FieldNotKind, object.pathOf(name), {}, "array of numbers");
        return {};
    }
    std::vector<double> numbers;
    for (const Json& element : value) {
        const double x = element.is_number() ? element.get<double>() : std::nan("");
        if (!(std::abs(x) <= largestNumber)) {
            object.setFault(ErrorCode::FieldNotNumber,
                            object.pathOf(name) + "[" + std::to_string(numbers.size()) + "]",
                            {-largestNumber, largestNumber});
            return {};
        }
        numbers.push_back(x);
    }
    return numbers;
}

std::vector<double> readBytes(JsonObject& object, const Json& value)
{
    const auto bytes = value.is_string() ? fromBase64(value.get_ref<const std::string&>()) : std::nullopt;
    if (!bytes) {
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("bytes"), {}, "base64");
        return {};
    }
    std::vector<double> numbers;
    for (const std::uint8_t b : *bytes)
        numbers.push_back(b / 255.0);
    return numbers;
}

TensorD readTensor(JsonObject& parent, const char* name)
{
    const Json* value = parent.need(name);
    if (!value) return {};
    JsonObject object(*value, parent.pathOf(name), "shape, data, bytes", parent.fault());
    const Json* shape = object.need("shape");
    if (!shape) return {};
    const auto n = readWholes(object, "shape", *shape, 4, 1, mostStateNumbers);
    const double count = 1.0 * n[0] * n[1] * n[2] * n[3];
    if (count > mostStateNumbers) {
        object.setFault(ErrorCode::TooManyNumbers, object.pathOf("shape"), {count, double(mostStateNumbers)});
        return {};
    }
    const Json* bytes = object.find("bytes");
    const Json* data = bytes ? bytes : object.need("data");
    if (!data) return {};
    auto numbers = bytes ? readBytes(object, *bytes)
                         : readNumbers(object, "data", *data, static_cast<std::size_t>(mostStateNumbers));
    if (!object.fault() && static_cast<double>(numbers.size()) != count)
        object.setFault(ErrorCode::CountMismatch, object.pathOf(bytes ? "bytes" : "data"),
                        {double(numbers.size()), count});
    if (object.fault()) return {};
    return {n[0], {n[1], n[2], n[3]}, std::move(numbers)};
}

Padding readPadding(JsonObject& object, const Json& value, const std::string& path, int most)
{
    if (value.is_string())
        return {static_cast<Padding::Kind>(readWord(value, path, words::padding, object.fault()))};
    const auto sides = readWholes(object, "padding", value, 2, 0, most);
    return {Padding::Kind::Explicit, sides[0], sides[1]};
}

/// Into a scene's or a layer's.
template <class Padded>
void readPaddings(JsonObject& object, Padded& padded, int most)
{
    const Json* value = object.find("padding");
    if (!value) return;
    if (!value->is_array() || value->size() != 2)
        return object.setFault(ErrorCode::FieldNotKind, object.pathOf("padding"), {},
                               "array of two paddings");
    padded.paddingH = readPadding(object, (*value)[0], object.pathOf("padding[0]"), most);
    padded.paddingW = readPadding(object, (*value)[1], object.pathOf("padding[1]"), most);
}

Activation readActivation(JsonObject& object)
{
    const Json* value = object.find("activation");
    if (value && *value == "leaky_relu") return Activation::LeakyRelu; // so states were written at first
    return static_cast<Activation>(object.word("activation", 0, words::activation));
}

ConvScene readScene(const Json& value, JsonFault& fault)
{
    JsonObject object(
        value, "scene",
        "axes, input, kernel, pooling, stride, dilation, padding, output_padding, fill, convention, "
        "transposed, groups, bias, activation, sample_rate, seconds_per_column, hz_per_row, origin",
        fault);
    ConvScene s;
    s.axes = object.whole("axes", 2, 1, 2);
    s.input = readTensor(object, "input");
    s.kernel = readTensor(object, "kernel");
    if (object.find("pooling")) s.pooling = static_cast<Pooling>(object.word("pooling", 0, words::pooling));
    s.stride = readAxes(object, "stride", s.stride, 1, largestSetting);
    s.dilation = readAxes(object, "dilation", s.dilation, 1, largestSetting);
    readPaddings(object, s, largestPadding);
    s.outputPadding = readAxes(object, "output_padding", s.outputPadding, 0, largestSetting);
    s.fill = static_cast<Fill>(object.word("fill", 0, words::fill));
    s.convention = static_cast<Convention>(object.word("convention", 0, words::convention));
    s.isTransposed = object.truth("transposed", false);
    s.groups = object.whole("groups", 1, 1, mostStateNumbers);
    if (const Json* bias = object.find("bias"))
        s.bias = readNumbers(object, "bias", *bias, static_cast<std::size_t>(mostStateNumbers));
    s.activation = readActivation(object);
    s.sampleRate = object.number("sample_rate", 0, 0, 1e7);
    s.secondsPerColumn = object.number("seconds_per_column", 0, 0, 1e7);
    s.hzPerRow = object.number("hz_per_row", 0, 0, 1e7);
    s.origin = static_cast<InputOrigin>(object.word("origin", 0, originWords));
    if (!fault && s.input.n != 1) object.setFault(ErrorCode::FieldNotWhole, "scene.input.shape[0]", {1, 1});
    return s;
}

LearnSetup readLearn(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.learn", "wanted, picture, seed, method, rate, input_gradient, update",
                      fault);
    LearnSetup setup;
    setup.wanted = static_cast<WantedKind>(object.word("wanted", 0, wantedWords));
    if (object.find("picture")) setup.picture = readTensor(object, "picture");
    setup.seed = static_cast<std::uint64_t>(object.whole("seed", 1, 1, mostLearnSeeds));
    setup.method = static_cast<DescentMethod>(object.word("method", 0, methodWords));
    if (object.find("rate")) setup.rate = object.number("rate", 1, leastLearnRate, mostLearnRate);
    setup.showsInputGradient = object.truth("input_gradient", setup.showsInputGradient);
    setup.update = object.number("update", setup.update, 0, 1e6);
    return setup;
}

FieldWeights readFieldWeights(JsonObject& object)
{
    FieldWeights weights{readTensor(object, "kernel"), {}};
    if (const Json* bias = object.find("bias"))
        weights.bias = readNumbers(object, "bias", *bias, static_cast<std::size_t>(mostStateNumbers));
    weights.activation = readActivation(object);
    return weights;
}

StackedLayer readFieldLayer(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path,
                      "kind, size, stride, dilation, padding, output_padding, kernel, bias, activation",
                      fault);
    StackedLayer layer;
    FieldLayer& l = layer.reach;
    l.kind = static_cast<FieldKind>(object.word("kind", 0, fieldKindWords));
    l.size = readAxes(object, "size", l.size, 1, largestKernel);
    l.stride = readAxes(object, "stride", l.stride, 1, largestStride);
    l.dilation = readAxes(object, "dilation", l.dilation, 1, largestFieldDilation);
    readPaddings(object, l, largestFieldPadding);
    l.outputPadding = readAxes(object, "output_padding", l.outputPadding, 0, largestOutputPadding);
    if (object.find("kernel")) layer.weights = readFieldWeights(object);
    return layer;
}

void readFieldLayers(JsonObject& object, FieldSetup& setup)
{
    const Json* value = object.find("layers");
    if (!value) return;
    if (!value->is_array() || value->empty() || value->size() > static_cast<std::size_t>(mostFieldLayers))
        return object.setFault(ErrorCode::FieldNotKind, object.pathOf("layers"), {},
                               "array of 1 to 4 layers");
    setup.layers.clear();
    for (std::size_t i = 0; i < value->size(); ++i)
        setup.layers.push_back(readFieldLayer(
            (*value)[i], object.pathOf("layers") + "[" + std::to_string(i) + "]", object.fault()));
}

FieldSetup readField(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.field", "layers, input, source, update, cell, channel, gradient, opened",
                      fault);
    FieldSetup setup;
    readFieldLayers(object, setup);
    if (object.find("input")) setup.input = readTensor(object, "input");
    setup.source = static_cast<FieldSource>(object.word("source", 0, fieldSourceWords));
    setup.update = object.whole("update", setup.update, 0, 1'000'000'000);
    if (const Json* cell = object.find("cell")) {
        const auto place = readWholes(object, "cell", *cell, 3, 0, mostStateNumbers);
        setup.cell = FieldCell{place[0], place[1], place[2]};
    }
    setup.channel = object.whole("channel", setup.channel, 0, mostStateNumbers);
    setup.isWeighed = object.truth("gradient", setup.isWeighed);
    if (object.find("opened")) setup.opened = object.number("opened", 0, 0, mostFieldLayers);
    if (!fault && setup.input && setup.input->n != 1)
        object.setFault(ErrorCode::FieldNotWhole, "view.field.input.shape[0]", {1, 1});
    return setup;
}

SolveSetup readSolve(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.solve",
                      "from, to, begin, size_up_to, stride_up_to, dilation_up_to, odd_cell_before, row, "
                      "mirror",
                      fault);
    SolveSetup setup;
    setup.from = object.whole("from", setup.from, 1, largestSide);
    setup.to = object.whole("to", setup.to, 1, largestSide);
    setup.beginsWithDecoder = object.word("begin", 0, beginWords) == 1;
    setup.limits.size = object.whole("size_up_to", setup.limits.size, 1, largestKernel);
    setup.limits.stride = object.whole("stride_up_to", setup.limits.stride, 1, largestStride);
    setup.limits.dilation = object.whole("dilation_up_to", setup.limits.dilation, 1, largestSolvedDilation);
    setup.limits.oddCellBefore = object.truth("odd_cell_before", false);
    if (const Json* row = object.find("row")) {
        const auto numbers = readWholes(object, "row", *row, 4, 0, largestSetting);
        setup.row = SolvedRow{numbers[0], numbers[1], numbers[2], numbers[3]};
    }
    setup.showsMirror = object.truth("mirror", true);
    return setup;
}

CheckerSetup readChecker(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.checkerboards",
                      "seed, rate, code, updates, update, picture, mean, grid_alone", fault);
    CheckerSetup setup;
    CheckerRecipe& recipe = setup.recipe;
    recipe.seed = static_cast<std::uint64_t>(object.whole("seed", 1, 1, mostCheckerSeeds));
    recipe.rate = object.number("rate", recipe.rate, leastCheckerRate, mostCheckerRate);
    recipe.code = object.whole("code", recipe.code, leastCheckerCode, mostCheckerCode);
    setup.updates = object.whole("updates", setup.updates, shortChecking, longChecking);
    setup.update = object.whole("update", setup.update, 0, longChecking);
    setup.picture = object.whole("picture", setup.picture, 0, mostStateNumbers);
    setup.isMean = object.truth("mean", setup.isMean);
    setup.isGridAlone = object.truth("grid_alone", setup.isGridAlone);
    return setup;
}

ConvView readView(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view",
                      "position, filter, ghost, zeros, one_scale, tab, learn, field, solve, checkerboards",
                      fault);
    ConvView view;
    view.position = object.number("position", view.position, 0, 1e9);
    view.filter = object.whole("filter", view.filter, 0, mostStateNumbers);
    view.showsGhost = object.truth("ghost", view.showsGhost);
    view.showsZeros = object.truth("zeros", view.showsZeros);
    view.hasOneScale = object.truth("one_scale", view.hasOneScale);
    view.tab = static_cast<ConvTab>(object.word("tab", 0, tabWords));
    if (const Json* learn = object.find("learn")) view.learn = readLearn(*learn, fault);
    if (const Json* field = object.find("field")) view.field = readField(*field, fault);
    if (const Json* solve = object.find("solve")) view.solve = readSolve(*solve, fault);
    if (const Json* checker = object.find("checkerboards")) view.checkerboards = readChecker(*checker, fault);
    return view;
}

/// The work and the numbers that showing a state takes, before it is done.
std::optional<Error> tooMuch(const ConvScene& s, const ConvGeometry& g)
{
    constexpr double mostProducts = 5e8;
    const double outputs = static_cast<double>(s.filters()) *
                           (s.isTransposed ? 1.0 * g.h.input * g.w.input : 1.0 * g.h.output * g.w.output);
    const double places = static_cast<double>(s.filters()) * g.h.output * g.w.output;
    const Axes k = s.kernelSize(); // of a pool it may be beyond any whole number
    const double products = places * s.channels() * k.h * k.w;
    if (outputs > mostStateNumbers)
        return Error{ErrorCode::TooLarge, "output", {outputs, double(mostStateNumbers)}};
    if (s.axes == 2 && products > mostProducts)
        return Error{ErrorCode::TooLarge, "products", {products, mostProducts}};
    return std::nullopt;
}

void writeConvolution(const ConvState& state, Json& document)
{
    document["scene"] = sceneJson(state.scene);
    const ConvView usual, &v = state.view;
    if (v == usual) return;
    Json& view = document["view"] = {{"position", v.position}, {"filter", v.filter}, {"ghost", v.showsGhost}};
    if (v.showsZeros) view["zeros"] = true;
    if (v.hasOneScale) view["one_scale"] = true;
    if (v.tab != usual.tab) view["tab"] = words::of(tabWords, v.tab);
    if (v.learn != usual.learn) view["learn"] = learnJson(v.learn);
    if (v.field != usual.field) view["field"] = fieldJson(v.field);
    if (v.solve != usual.solve) view["solve"] = solveJson(v.solve);
    if (v.checkerboards != usual.checkerboards) view["checkerboards"] = checkerJson(v.checkerboards);
}

ConvState readConvolution(JsonObject& document, JsonFault& fault)
{
    ConvState state;
    if (const Json* scene = document.need("scene")) state.scene = readScene(*scene, fault);
    if (const Json* view = document.find("view")) state.view = readView(*view, fault);
    return state;
}

std::optional<Error> hindranceOf(const ConvState& state)
{
    const auto geometry = geometryOf(state.scene);
    return geometry ? tooMuch(state.scene, *geometry) : geometry.error();
}

std::string* fileIn(ConvState&)
{
    return nullptr;
}

} // namespace

constinit const StateKind kinds::convolution =
    kindWith<ConvState, writeConvolution, readConvolution, hindranceOf, fileIn>(
        {.format = "hourglass-convolution",
         .word = "conv",
         .formerWord = nullptr,
         .version = 1,
         .fields = "format, version, scene, view"});

} // namespace hg
