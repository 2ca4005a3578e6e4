#include "core/io/array_file.h"
#include "core/model_file/json_values.h"
#include "core/nn/words.h"
#include "core/train/words.h"

namespace hg {
namespace {

constexpr const char* known = "optimizer, learning_rate, schedule, warm_up, momentum, weight_decay, "
                              "clip_norm, loss, batch, epochs, seed, initialisation, "
                              "noise, noise_amount, noise_clip, ordered";
constexpr double most = 1e9; // numbers of sense lie far below; `validate` knows which they are

template <class Enumeration>
Enumeration readChoice(JsonObject& object, const char* name, Enumeration fallback, words::List list)
{
    return static_cast<Enumeration>(object.word(name, static_cast<std::size_t>(fallback), list));
}

std::uint64_t readSeed(JsonObject& object, std::uint64_t fallback)
{
    const Json* value = object.find("seed");
    if (!value) return fallback;
    if (value->is_number_unsigned()) return value->get<std::uint64_t>();
    object.setFault(ErrorCode::FieldNotWhole, object.pathOf("seed"), {0, 18446744073709551615.0});
    return fallback;
}

} // namespace

Recipe readRecipe(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path, known, fault);
    Recipe recipe;
    recipe.optimizer = readChoice(object, "optimizer", recipe.optimizer, words::optimizer);
    recipe.learningRate = object.number("learning_rate", recipe.learningRate, 0, most);
    recipe.schedule = readChoice(object, "schedule", recipe.schedule, words::schedule);
    recipe.warmUp = object.whole("warm_up", recipe.warmUp, 0, int(most));
    recipe.momentum = object.number("momentum", recipe.momentum, 0, most);
    recipe.weightDecay = object.number("weight_decay", recipe.weightDecay, 0, most);
    recipe.clipNorm = object.number("clip_norm", recipe.clipNorm, 0, most);
    recipe.loss = readChoice(object, "loss", recipe.loss, words::loss);
    recipe.batch = object.whole("batch", recipe.batch, 1, int(most));
    recipe.epochs = object.whole("epochs", recipe.epochs, 1, int(most));
    recipe.seed = readSeed(object, recipe.seed);
    recipe.initialisation =
        readChoice(object, "initialisation", recipe.initialisation, words::initialisation);
    recipe.noise.kind = readChoice(object, "noise", recipe.noise.kind, words::noise);
    recipe.noise.amount = object.number("noise_amount", recipe.noise.amount, 0, most);
    recipe.noise.isClipped = object.truth("noise_clip", recipe.noise.isClipped);
    recipe.isOrdered = object.truth("ordered", recipe.isOrdered);
    return recipe;
}

std::string writeRecipe(const Recipe& recipe)
{
    std::string json = "{";
    const auto add = [&](const char* name, const std::string& value) {
        json += (json.size() > 1 ? ", \"" : "\"") + std::string(name) + "\": " + value;
    };
    const auto addWord = [&](const char* name, words::List list, auto value) {
        add(name, "\"" + std::string(words::of(list, value)) + "\"");
    };
    addWord("optimizer", words::optimizer, recipe.optimizer);
    add("learning_rate", shortest(recipe.learningRate));
    addWord("schedule", words::schedule, recipe.schedule);
    add("warm_up", std::to_string(recipe.warmUp));
    add("momentum", shortest(recipe.momentum));
    add("weight_decay", shortest(recipe.weightDecay));
    add("clip_norm", shortest(recipe.clipNorm));
    addWord("loss", words::loss, recipe.loss);
    add("batch", std::to_string(recipe.batch));
    add("epochs", std::to_string(recipe.epochs));
    add("seed", std::to_string(recipe.seed));
    addWord("initialisation", words::initialisation, recipe.initialisation);
    addWord("noise", words::noise, recipe.noise.kind);
    add("noise_amount", shortest(recipe.noise.amount));
    // Only where it is so: other files stay what they were, byte for byte.
    if (recipe.noise.isClipped) add("noise_clip", "true");
    add("ordered", recipe.isOrdered ? "true" : "false");
    return json + "}";
}

} // namespace hg
