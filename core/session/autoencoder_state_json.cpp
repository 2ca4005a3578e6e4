#include "core/session/setup_json.h"
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
    const AutoencoderView& v = state.view;
    document["setup"] = setupJson(state.setup);
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
    if (object.find("from")) walk.from = object.whole("from", 0, 0, mostCounted);
    if (object.find("to")) walk.to = object.whole("to", 0, 0, mostCounted);
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
    view.digit = object.whole("digit", view.digit, 0, mostCounted);
    if (object.find("update")) view.update = object.whole("update", 0, 0, mostCounted);
    view.paceSeconds = object.number("pace_seconds", view.paceSeconds, 0, mostCounted);
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
    if (const Json* setup = document.need("setup")) state.setup = readSetup(*setup, "setup", fault);
    if (const Json* view = document.find("view")) state.view = readView(*view, fault);
    return state;
}

std::optional<Error> hindranceOf(const AutoencoderState& state)
{
    return hindranceOfSetup(state.setup);
}

std::string* fileIn(AutoencoderState& state)
{
    return fileInSetup(state.setup);
}

} // namespace

constinit const StateKind kinds::autoencoder =
    kindWith<AutoencoderState, writeAutoencoder, readAutoencoder, hindranceOf, fileIn>(
        {.format = "hourglass-autoencoder",
         .word = "autoencoder",
         .formerWord = nullptr,
         .version = 1,
         .fields = "format, version, setup, view"});

} // namespace hg
