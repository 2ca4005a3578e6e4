#include "core/session/setup_json.h"

#include "core/data/bundled_digits.h"
#include "core/model_file/json_values.h"
#include "core/nn/words.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"

namespace hg {
namespace {

constexpr Shape digitShape{1, 28, 28};
constexpr const char* acceptedData = "mnist, mnist: and digits between commas, or the path of other data";

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

} // namespace

Json setupJson(const AutoencoderSetup& s)
{
    Json json{
        {"data", s.data}, {"model", s.model}, {"bottleneck", s.bottleneck}, {"recipe", recipeJson(s.recipe)}};
    writeChanges(s, json);
    return json;
}

AutoencoderSetup readSetup(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path, "data, model, bottleneck, hidden, code, output, centred, biases, recipe",
                      fault);
    AutoencoderSetup setup;
    if (object.need("model")) setup = setupOf(modelPresets()[object.word("model", 0, modelWords())]);
    if (object.find("data")) setup.data = readPath(object, "data", acceptedData);
    if (isBundled(setup.data) && !classesOf(setup.data))
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("data"), {}, acceptedData);
    setup.bottleneck = object.whole("bottleneck", setup.bottleneck, 1, largestCode);
    readActivation(object, "hidden", setup.hidden);
    readActivation(object, "code", setup.code);
    readActivation(object, "output", setup.output);
    setup.isCentred = object.truth("centred", setup.isCentred);
    setup.hasBiases = object.truth("biases", setup.hasBiases);
    if (const Json* recipe = object.find("recipe"))
        setup.recipe = readRecipe(*recipe, object.pathOf("recipe"), fault);
    return setup;
}

std::optional<Error> hindranceOfSetup(const AutoencoderSetup& setup)
{
    const int features = static_cast<int>(digitShape.size());
    if (isBundled(setup.data) && setup.bottleneck > features) // PCA beside it has no more
        return Error{ErrorCode::TooManyComponents, {}, {double(setup.bottleneck), double(features)}};
    const auto network = validate(setup, digitShape);
    return network ? std::nullopt : std::optional(network.error());
}

std::string fileOfSetup(const AutoencoderSetup& setup)
{
    return isBundled(setup.data) ? std::string() : setup.data;
}

} // namespace hg
