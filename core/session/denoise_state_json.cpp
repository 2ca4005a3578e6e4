#include "core/session/base64.h"
#include "core/session/setup_json.h"
#include "core/session/state_kinds.h"
#include "core/train/words.h"

#include <array>

namespace hg {
namespace {

constexpr std::array tabWords{"pictures", "code", "own"};               // in the order of DenoiseTab
constexpr std::array arrowWords{"autoencoder", "noise-trained", "pca"}; // of Denoiser; a median has no code
constexpr words::List kindWords = words::List(words::noise).subspan(1); // None takes nothing off
constexpr std::size_t ownPixels = 28 * 28;

const char* wordOf(Noise::Kind kind)
{
    return kindWords[static_cast<std::size_t>(kind) - 1];
}

/// What a kind is learnt with unless a document says otherwise.
Noise usualNoise(Noise::Kind kind)
{
    return {kind, scaleOf(kind).usual};
}

DenoiseView usualView(Noise::Kind kind)
{
    return {.strength = scaleOf(kind).usual};
}

Json writtenSetup(const DenoiseSetup& s)
{
    Json json{{"noise", wordOf(s.kind)}};
    if (s.isClipped) json["clip"] = true;
    if (s.trained.kind != s.kind) json["trained"]["noise"] = wordOf(s.trained.kind);
    if (s.trained.amount != scaleOf(s.trained.kind).usual) json["trained"]["amount"] = s.trained.amount;
    if (s.network != usualDenoiser()) json["network"] = setupJson(s.network);
    return json;
}

Json writtenPicture(const OwnPicture& own)
{
    Json json{{"digit", own.digit}};
    if (!own.pixels.empty()) json["bytes"] = toBase64(own.pixels);
    return json;
}

Json writtenView(const DenoiseView& v, const DenoiseView& usual)
{
    Json json = Json::object();
    const auto put = [&](const char* name, const auto& value, const auto& first) {
        if (value != first) json[name] = value;
    };
    if (v.tab != usual.tab) json["tab"] = words::of(tabWords, v.tab);
    put("strength", v.strength, usual.strength);
    put("first", v.first, usual.first);
    put("pace_seconds", v.paceSeconds, usual.paceSeconds);
    if (v.arrows != usual.arrows) json["arrows"] = words::of(arrowWords, v.arrows);
    if (v.own != usual.own) json["own"] = writtenPicture(v.own);
    return json;
}

void writeDenoising(const DenoiseState& state, Json& document)
{
    document["setup"] = writtenSetup(state.setup);
    Json view = writtenView(state.view, usualView(state.setup.kind));
    if (!view.empty()) document["view"] = std::move(view);
}

Noise::Kind readKind(JsonObject& object, Noise::Kind fallback)
{
    return static_cast<Noise::Kind>(object.word("noise", static_cast<std::size_t>(fallback) - 1, kindWords) +
                                    1);
}

/// A strength on the lab's scale of its kind; a block's is whole.
double readStrength(JsonObject& object, const char* name, Noise::Kind kind)
{
    const StrengthScale scale = scaleOf(kind);
    if (kind != Noise::Kind::Block) return object.number(name, scale.usual, scale.least, scale.most);
    return object.whole(name, static_cast<int>(scale.usual), static_cast<int>(scale.least),
                        static_cast<int>(scale.most));
}

AutoencoderSetup readNetwork(const Json& value, JsonFault& fault)
{
    AutoencoderSetup network = readSetup(value, "setup.network", fault);
    const bool hasNoise = network.recipe.noise != Noise();
    if (hasNoise && !fault)
        fault =
            Error{ErrorCode::FieldNotKind, {}, {}, "setup.network.recipe.noise", "none; see setup.trained"};
    return network;
}

Noise readTrained(const Json& value, Noise::Kind kind, JsonFault& fault)
{
    JsonObject object(value, "setup.trained", "noise, amount", fault);
    Noise noise{readKind(object, kind)};
    noise.amount = readStrength(object, "amount", noise.kind);
    return noise;
}

DenoiseSetup readProblem(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "setup", "network, noise, clip, trained", fault);
    DenoiseSetup setup;
    if (const Json* network = object.find("network")) setup.network = readNetwork(*network, fault);
    setup.kind = readKind(object, setup.kind);
    setup.isClipped = object.truth("clip", false);
    const Json* trained = object.find("trained");
    setup.trained = trained ? readTrained(*trained, setup.kind, fault) : usualNoise(setup.kind);
    return setup;
}

std::vector<std::uint8_t> readPixels(JsonObject& object)
{
    const Json* value = object.find("bytes");
    if (!value) return {};
    auto bytes = value->is_string() ? fromBase64(value->get_ref<const std::string&>()) : std::nullopt;
    if (bytes && bytes->size() == ownPixels) return std::move(*bytes);
    object.setFault(ErrorCode::FieldNotKind, object.pathOf("bytes"), {}, "base64 of 784 bytes");
    return {};
}

OwnPicture readPicture(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "view.own", "digit, bytes", fault);
    OwnPicture own;
    own.digit = object.whole("digit", own.digit, -1, mostCounted);
    own.pixels = readPixels(object);
    return own;
}

DenoiseView readView(const Json& value, Noise::Kind kind, JsonFault& fault)
{
    JsonObject object(value, "view", "tab, strength, first, pace_seconds, arrows, own", fault);
    DenoiseView view;
    view.tab = static_cast<DenoiseTab>(object.word("tab", 0, tabWords));
    view.strength = readStrength(object, "strength", kind);
    view.first = object.whole("first", view.first, 0, mostCounted);
    view.paceSeconds = object.number("pace_seconds", view.paceSeconds, 0, mostCounted);
    view.arrows = static_cast<Denoiser>(object.word("arrows", 0, arrowWords));
    if (const Json* own = object.find("own")) view.own = readPicture(*own, fault);
    return view;
}

DenoiseState readDenoising(JsonObject& document, JsonFault& fault)
{
    DenoiseState state;
    if (const Json* setup = document.need("setup")) state.setup = readProblem(*setup, fault);
    const Json* view = document.find("view");
    state.view = view ? readView(*view, state.setup.kind, fault) : usualView(state.setup.kind);
    return state;
}

std::optional<Error> hindranceOf(const DenoiseState& state)
{
    return hindranceOfSetup(noisyTwin(state.setup));
}

std::string* fileIn(DenoiseState& state)
{
    return fileInSetup(state.setup.network);
}

} // namespace

constinit const StateKind kinds::denoising =
    kindWith<DenoiseState, writeDenoising, readDenoising, hindranceOf, fileIn>(
        {.format = "hourglass-denoising",
         .word = "denoising",
         .formerWord = nullptr,
         .version = 1,
         .fields = "format, version, setup, view"});

} // namespace hg
