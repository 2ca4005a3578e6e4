#include "core/session/state_kinds.h"

namespace hg {
namespace {

Json soundJson(const SoundScene& s)
{
    const FirSettings& f = s.settings;
    Json json{{"filter", s.filter}, {"taps", f.taps},      {"cutoff_hz", f.cutoffHz},
              {"delay", f.delay},   {"gain", f.gain},      {"repeats", f.repeats},
              {"sigma", f.sigma},   {"blip_hz", f.blipHz}, {"stride", s.stride}};
    s.path.empty() ? json["source"] = s.source : json["path"] = s.path;
    return json;
}

void writeSound(const SoundState& state, Json& document)
{
    document["sound"] = soundJson(state.scene);
    const SoundPlace& v = state.view;
    if (v != SoundPlace())
        document["view"] = {{"second", v.second}, {"start", v.start}, {"seconds", v.seconds}};
}

/// The words in a row, as a list that readWord() takes.
template <class Rows, class Name>
std::vector<const char*> wordsOf(const Rows& rows, Name name)
{
    std::vector<const char*> words;
    for (const auto& row : rows)
        words.push_back(name(row));
    return words;
}

void readSource(JsonObject& object, SoundScene& scene)
{
    const auto sources = wordsOf(soundSources(), [](const std::string& id) { return id.c_str(); });
    if (!object.find("path")) {
        if (object.need("source")) scene.source = sources[object.word("source", 0, sources)];
        return;
    }
    scene.path = readPath(object, "path", "path of a sound file");
    if (object.find("source"))
        object.setFault(ErrorCode::FieldNotKind, object.pathOf("source"), {}, "source or path, not both");
}

SoundScene readScene(const Json& value, JsonFault& fault)
{
    JsonObject object(value, "sound",
                      "source, path, filter, taps, cutoff_hz, delay, gain, repeats, sigma, blip_hz, stride",
                      fault);
    SoundScene s;
    FirSettings& f = s.settings;
    readSource(object, s);
    const auto filters = wordsOf(firFilters(), [](const FirFilter& row) { return row.id; });
    if (object.need("filter")) s.filter = filters[object.word("filter", 0, filters)];
    f.taps = object.whole("taps", f.taps, 1, mostTaps);
    f.cutoffHz = object.number("cutoff_hz", f.cutoffHz, 1, mostSoundHz);
    f.delay = object.whole("delay", f.delay, 1, mostTaps - 1);
    f.gain = object.number("gain", f.gain, -1, 1);
    f.repeats = object.whole("repeats", f.repeats, 1, mostTaps - 1);
    f.sigma = object.number("sigma", f.sigma, 0.1, mostTaps);
    f.blipHz = object.number("blip_hz", f.blipHz, 1, mostSoundHz);
    s.stride = object.whole("stride", s.stride, 1, mostSoundStride);
    return s;
}

SoundPlace readPlace(const Json& value, JsonFault& fault)
{
    constexpr double longest = 1e9;
    JsonObject object(value, "view", "second, start, seconds", fault);
    SoundPlace place;
    place.second = object.number("second", place.second, 0, longest);
    place.start = object.number("start", place.start, 0, longest);
    place.seconds = object.number("seconds", place.seconds, 0, longest);
    return place;
}

SoundState readSound(JsonObject& document, JsonFault& fault)
{
    SoundState state;
    if (const Json* sound = document.need("sound")) state.scene = readScene(*sound, fault);
    if (const Json* view = document.find("view")) state.view = readPlace(*view, fault);
    return state;
}

std::optional<Error> hindranceOf(const SoundState& state)
{
    const SoundScene& scene = state.scene;
    FirSettings settings = scene.settings;
    settings.rateHz = 4 * mostSoundHz; // frequencies are fitted to the sound's own rate when that is known
    const auto taps = firTaps(scene.filter, settings);
    return taps ? std::nullopt : std::optional(taps.error());
}

std::string* fileIn(SoundState& state)
{
    return state.scene.path.empty() ? nullptr : &state.scene.path;
}

} // namespace

constinit const StateKind kinds::sound = kindWith<SoundState, writeSound, readSound, hindranceOf, fileIn>(
    {.format = "hourglass-sound",
     .word = "sound",
     .formerWord = "conv",
     .version = 1,
     .fields = "format, version, sound, view"});

} // namespace hg
