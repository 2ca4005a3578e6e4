#include "core/data/bundled_digits.h"
#include "core/model_file/json_values.h"
#include "core/nn/words.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hg {
namespace {

constexpr std::array tabWords{"learns", "compared", "walk"}; // in the order of AutoencoderTab
constexpr std::array besideWords{"pca", "mds", "dial", "sizes"};
constexpr std::array layerWords{"none", "grid", "density", "holes"}; // in the order of WalkLayer
constexpr int most = 1'000'000'000;                                  // of what is counted from outside
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

/// What the tab Compared shows otherwise than at first.
void writeMaps(const AutoencoderView& v, Json& json)
{
    const AutoencoderView usual;
    const auto put = [&](const char* name, const auto& value, const auto& first) {
        if (value != first) json[name] = value;
    };
    if (v.beside != usual.beside) json["beside"] = words::of(besideWords, v.beside);
    put("aligned", v.isAligned, usual.isAligned);
    put("colours", v.hasColours, usual.hasColours);
    put("mds_images", v.mdsImages, usual.mdsImages);
    if (v.plane.isPca) json["code_plane"] = "pca";
    if (!v.plane.isPca && v.plane != usual.plane)
        json["code_plane"] = Json::array({v.plane.across + 1, v.plane.up + 1});
    put("dial", v.dial, usual.dial);
}

/// What the tab Walk shows; empty where that is what it shows at first.
Json walkJson(const WalkView& walk)
{
    const WalkView usual;
    Json json = Json::object();
    if (walk.layer != usual.layer) json["layer"] = words::of(layerWords, walk.layer);
    if (walk.cross) json["cross"] = *walk.cross;
    if (walk.from) json["from"] = *walk.from;
    if (walk.to) json["to"] = *walk.to;
    if (walk.isThroughData) json["through_data"] = true;
    if (walk.pictures != usual.pictures) json["pictures"] = walk.pictures;
    return json;
}

void writeAutoencoder(const AutoencoderState& state, Json& document)
{
    const AutoencoderSetup& s = state.setup;
    const AutoencoderView& v = state.view;
    document["setup"] = {
        {"data", s.data}, {"model", s.model}, {"bottleneck", s.bottleneck}, {"recipe", recipeJson(s.recipe)}};
    writeChanges(s, document["setup"]);
    if (v == AutoencoderView()) return;
    document["view"] = {
        {"tab", words::of(tabWords, v.tab)}, {"digit", v.digit}, {"pace_seconds", v.paceSeconds}};
    if (v.update) document["view"]["update"] = *v.update;
    if (v.updatesASecond != 0) document["view"]["updates_a_second"] = v.updatesASecond;
    if (v.isLogarithmic) document["view"]["logarithmic"] = true;
    if (v.mapsTraining) document["view"]["maps_training"] = true;
    writeMaps(v, document["view"]);
    if (const Json walk = walkJson(v.walk); !walk.empty()) document["view"]["walk"] = walk;
}

void readActivation(JsonObject& object, const char* name, Activation& value)
{
    value = static_cast<Activation>(object.word(name, static_cast<std::size_t>(value), words::activation));
}

AutoencoderSetup readSetup(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "setup",
                      "data, model, bottleneck, hidden, code, output, centred, biases, recipe", fault);
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

/// "pca", or which two numbers of the code, from 1.
CodePlane readPlane(JsonObject& object)
{
    const Json* plane = object.find("code_plane");
    if (!plane) return {};
    if (*plane == "pca") return {.isPca = true};
    if (plane->is_array() && plane->size() == 2) {
        const auto across = wholeIn((*plane)[0], 1, largestCode), up = wholeIn((*plane)[1], 1, largestCode);
        if (across && up && *across != *up) return {*across - 1, *up - 1};
    }
    object.setFault(ErrorCode::FieldNotKind, object.pathOf("code_plane"), {},
                    "\"pca\", or two different numbers of the code, counted from 1");
    return {};
}

/// `count` numbers no larger than `bound`; nothing for anything else.
std::optional<std::vector<double>> readNumbers(const Json& value, std::size_t count, double bound)
{
    if (!value.is_array() || value.size() != count) return std::nullopt;
    std::vector<double> numbers;
    for (const Json& number : value) {
        if (!number.is_number() || !(std::abs(number.get<double>()) <= bound)) return std::nullopt;
        numbers.push_back(number.get<double>());
    }
    return numbers;
}

DialMatrix readDial(JsonObject& object)
{
    const Json* dial = object.find("dial");
    if (!dial) return dialAsTrained;
    if (const auto entries = readNumbers(*dial, 4, std::numeric_limits<float>::max())) {
        DialMatrix matrix{};
        std::copy(entries->begin(), entries->end(), matrix.begin());
        if (isDial(matrix)) return matrix;
    }
    object.setFault(ErrorCode::FieldNotKind, object.pathOf("dial"), {},
                    "four numbers from -4 to 4, row by row, with a determinant of at least 0.05 in size");
    return dialAsTrained;
}

WalkView readWalk(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.walk", "layer, cross, from, to, through_data, pictures", fault);
    WalkView walk;
    walk.layer =
        static_cast<WalkLayer>(object.word("layer", static_cast<std::size_t>(walk.layer), layerWords));
    if (const Json* cross = object.find("cross")) {
        const auto place = readNumbers(*cross, 2, std::numeric_limits<float>::max());
        if (!place) object.setFault(ErrorCode::FieldNotKind, object.pathOf("cross"), {}, "two numbers");
        if (place) walk.cross = {(*place)[0], (*place)[1]};
    }
    if (object.find("from")) walk.from = object.whole("from", 0, 0, most);
    if (object.find("to")) walk.to = object.whole("to", 0, 0, most);
    walk.isThroughData = object.truth("through_data", false);
    walk.pictures = object.whole("pictures", walk.pictures, fewestInFilm, mostInFilm);
    return walk;
}

void readMaps(JsonObject& object, AutoencoderView& view)
{
    view.beside = static_cast<Beside>(object.word("beside", 0, besideWords));
    view.isAligned = object.truth("aligned", false);
    view.hasColours = object.truth("colours", true);
    view.mdsImages = object.whole("mds_images", view.mdsImages, fewestInMds, mostInMds);
    view.plane = readPlane(object);
    view.dial = readDial(object);
}

AutoencoderView readView(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view",
                      "tab, digit, update, pace_seconds, updates_a_second, logarithmic, maps_training, "
                      "beside, aligned, colours, mds_images, code_plane, dial, walk",
                      fault);
    AutoencoderView view;
    view.tab = static_cast<AutoencoderTab>(object.word("tab", 0, tabWords));
    view.digit = object.whole("digit", view.digit, 0, most);
    if (object.find("update")) view.update = object.whole("update", 0, 0, most);
    view.paceSeconds = object.number("pace_seconds", view.paceSeconds, 0, most);
    view.updatesASecond = object.number("updates_a_second", view.updatesASecond, 0, 1000);
    view.isLogarithmic = object.truth("logarithmic", false);
    view.mapsTraining = object.truth("maps_training", false);
    readMaps(object, view);
    if (const Json* walk = object.find("walk")) view.walk = readWalk(*walk, fault);
    return view;
}

AutoencoderState readAutoencoder(JsonObject& document, JsonFault& fault)
{
    AutoencoderState state;
    if (const Json* setup = document.need("setup")) state.setup = readSetup(*setup, fault);
    if (const Json* view = document.find("view")) state.view = readView(*view, fault);
    return state;
}

/// Of data that are not looked into, the size is not known: any that every model takes will do.
std::optional<Error> hindranceOf(const AutoencoderState& state)
{
    const AutoencoderSetup& setup = state.setup;
    const int features = static_cast<int>(digitShape.size());
    if (isBundled(setup.data) && setup.bottleneck > features) // PCA beside it has no more
        return Error{ErrorCode::TooManyComponents, {}, {double(setup.bottleneck), double(features)}};
    const auto network = validate(setup, digitShape);
    return network ? std::nullopt : std::optional(network.error());
}

std::string fileOf(const AutoencoderState& state)
{
    return isBundled(state.setup.data) ? std::string() : state.setup.data;
}

} // namespace

constinit const StateKind kinds::autoencoder =
    kindWith<AutoencoderState, writeAutoencoder, readAutoencoder, hindranceOf, fileOf>(
        {.format = "hourglass-autoencoder",
         .word = "autoencoder",
         .formerWord = nullptr,
         .version = 1,
         .fields = "format, version, setup, view"});

} // namespace hg
