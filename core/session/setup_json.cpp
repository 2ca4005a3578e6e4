#include "core/session/setup_json.h"

#include "core/data/bundled_digits.h"
#include "core/data/words.h"
#include "core/model_file/json_values.h"
#include "core/nn/words.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"

#include <set>

namespace hg {
namespace {

constexpr Shape digitShape{1, 28, 28};
constexpr const char* acceptedData =
    "mnist, mnist: and digits between commas, bars, ellipses, or the path of other data";

/// What a model file keeps of a recipe, without what has its default.
Json recipeJson(const Recipe& recipe)
{
    const Json all = Json::parse(writeRecipe(recipe)), usual = Json::parse(writeRecipe(Recipe()));
    Json json = Json::object();
    for (const auto& [name, value] : all.items())
        if (value != usual[name]) json[name] = value;
    return json;
}

/// What the setup has otherwise than its model.
void writeChanges(const AutoencoderSetup& setup, Json& json)
{
    const ModelPreset* preset = findModelPreset(setup.model);
    if (!preset) return;
    const AutoencoderSetup own = setupOf(*preset);
    const auto put = [&](const char* name, auto AutoencoderSetup::*field, auto written) {
        if (setup.*field != own.*field) json[name] = written(setup.*field);
    };
    const auto word = [](Activation a) { return words::of(words::activation, a); };
    const auto truth = [](bool is) { return is; };
    put("hidden", &AutoencoderSetup::hidden, word);
    put("code", &AutoencoderSetup::code, word);
    put("output", &AutoencoderSetup::output, word);
    put("centred", &AutoencoderSetup::isCentred, truth);
    put("biases", &AutoencoderSetup::hasBiases, truth);
}

/// What is otherwise than with the whole data as they come.
Json cutJson(const DataCut& cut)
{
    const DataCut usual;
    Json json = Json::object();
    const auto put = [&](const char* name, const auto& value, const auto& first) {
        if (value != first) json[name] = value;
    };
    put("label_column", cut.labelColumn, usual.labelColumn);
    put("side", cut.side, usual.side);
    put("transposed", cut.isTransposed, usual.isTransposed);
    if (cut.values != usual.values) json["values"] = words::of(words::values, cut.values);
    put("classes", cut.classes, usual.classes);
    put("limit", cut.limit, usual.limit);
    put("held_out", cut.heldOut, usual.heldOut);
    return json;
}

/// Labels in any order, once each.
std::vector<int> readClasses(JsonObject& object)
{
    const Json* list = object.find("classes");
    std::set<int> classes;
    const std::string path = object.pathOf("classes");
    if (list && !list->is_array()) object.setFault(ErrorCode::FieldNotKind, path, {}, "[3, 8]");
    for (std::size_t i = 0; list && list->is_array() && i < list->size(); ++i)
        classes.insert(readWhole((*list)[i], path + "[" + std::to_string(i) + "]", -mostCounted, mostCounted,
                                 object.fault()));
    return {classes.begin(), classes.end()};
}

DataCut readCut(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path, "label_column, side, transposed, values, classes, limit, held_out", fault);
    DataCut cut;
    cut.labelColumn = object.whole("label_column", cut.labelColumn, lastLabelColumn, mostCounted);
    if (object.find("side")) cut.side = object.whole("side", 0, leastSide, largestPictureSide);
    cut.isTransposed = object.truth("transposed", false);
    cut.values = static_cast<Values>(object.word("values", 0, words::values));
    cut.classes = readClasses(object);
    if (object.find("limit")) cut.limit = object.whole("limit", 0, 2, mostCounted);
    if (object.find("held_out")) cut.heldOut = object.whole("held_out", 0, leastHeldOut, mostHeldOut);
    return cut;
}

DataRequest readData(JsonObject& object, JsonFault& fault)
{
    DataRequest data;
    if (object.find("data")) data.source = readPath(object, "data", acceptedData);
    if (isBundled(data.source) && !classesOf(data.source))
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("data"), {}, acceptedData);
    data = withClassesApart(data);
    if (const Json* cut = object.find("cut")) {
        const std::vector<int> named = data.cut.classes; // mnist:3,8
        data.cut = readCut(*cut, object.pathOf("cut"), fault);
        if (data.cut.classes.empty()) data.cut.classes = named;
    }
    return data;
}

std::vector<const char*> modelWords()
{
    std::vector<const char*> ids;
    for (const ModelPreset& preset : modelPresets())
        ids.push_back(preset.id);
    return ids;
}

void readActivation(JsonObject& object, const char* name, Activation& value)
{
    value = static_cast<Activation>(object.word(name, static_cast<std::size_t>(value), words::activation));
}

/// A code that the lab can have: a dense layer with a row of units, no more than `largestCode`.
void checkCode(const LayerSpec& code, const std::string& path, JsonObject& object)
{
    if (code.type != LayerType::Dense)
        object.setFault(ErrorCode::FieldNotWord, path + ".type", {}, layerKind(LayerType::Dense).id);
    else if (code.units.cells() != 1 || code.units.channels > largestCode)
        object.setFault(ErrorCode::FieldNotWhole, path + ".units", {1, double(largestCode)});
}

Json ownJson(const OwnNetwork& rows)
{
    Json json{{"encoder", layersJson(rows.encoder)}};
    if (rows.decoder) json["decoder"] = layersJson(*rows.decoder);
    return json;
}

/// The rows say what the fields beside them say of a network, and are right.
AutoencoderSetup readOwn(const Json& value, const std::string& path, const AutoencoderSetup& setup,
                         JsonFault& fault)
{
    JsonObject object(value, path, "encoder, decoder", fault);
    OwnNetwork rows;
    if (const Json* encoder = object.need("encoder"))
        rows.encoder = readLayers(*encoder, object.pathOf("encoder"), fault);
    if (const Json* decoder = object.find("decoder"))
        rows.decoder = readLayers(*decoder, object.pathOf("decoder"), fault);
    if (fault) return setup;
    checkCode(rows.encoder.back(),
              object.pathOf("encoder") + "[" + std::to_string(rows.encoder.size() - 1) + "]", object);
    if (fault) return setup;
    AutoencoderSetup own = withRows(setup, rows);
    own.recipe = setup.recipe; // a loss that does not go with the output is said, not replaced
    return own;
}

/// Layers of one's own that cannot be built are shown as they are, with what is wrong at the row: nothing of
/// them is lost. Whether the recipe fits is known without them.
std::optional<Error> hindranceOfOwn(const AutoencoderSetup& setup)
{
    AutoencoderSetup usual = setup;
    usual.own.reset();
    usual.model = "lab-linear";
    const auto network = validate(usual, digitShape);
    return network ? std::nullopt : std::optional(network.error());
}

} // namespace

Json setupJson(const AutoencoderSetup& s)
{
    Json json{{"data", s.data.source},
              {"model", s.model},
              {"bottleneck", s.bottleneck},
              {"recipe", recipeJson(s.recipe)}};
    if (Json cut = cutJson(s.data.cut); !cut.empty()) json["cut"] = std::move(cut);
    writeChanges(s, json);
    if (s.own) json["own"] = ownJson(rowsOf(s, digitShape));
    return json;
}

AutoencoderSetup readSetup(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path,
                      "data, cut, model, bottleneck, hidden, code, output, centred, biases, own, recipe",
                      fault);
    AutoencoderSetup setup;
    if (object.need("model")) setup = setupOf(modelPresets()[object.word("model", 0, modelWords())]);
    setup.data = readData(object, fault);
    setup.bottleneck = object.whole("bottleneck", setup.bottleneck, 1, largestCode);
    readActivation(object, "hidden", setup.hidden);
    readActivation(object, "code", setup.code);
    readActivation(object, "output", setup.output);
    setup.isCentred = object.truth("centred", setup.isCentred);
    setup.hasBiases = object.truth("biases", setup.hasBiases);
    if (const Json* recipe = object.find("recipe"))
        setup.recipe = readRecipe(*recipe, object.pathOf("recipe"), fault);
    if (const Json* own = object.find("own")) return readOwn(*own, object.pathOf("own"), setup, fault);
    return setup;
}

std::optional<Error> hindranceOfSetup(const AutoencoderSetup& setup)
{
    const int features = static_cast<int>(digitShape.size());
    if (areDigits(setup.data) && setup.bottleneck > features) // PCA beside it has no more
        return Error{ErrorCode::TooManyComponents, {}, {double(setup.bottleneck), double(features)}};
    if (setup.own) return hindranceOfOwn(setup);
    const auto network = validate(setup, digitShape);
    return network ? std::nullopt : std::optional(network.error());
}

std::string* fileInSetup(AutoencoderSetup& setup)
{
    return fileOfData(setup.data).empty() ? nullptr : &setup.data.source;
}

} // namespace hg
