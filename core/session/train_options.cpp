#include "core/session/train_options.h"

#include "core/io/array_file.h"
#include "core/lab/model_presets.h"
#include "core/session/data_options.h"
#include "core/train/words.h"

namespace hg {
namespace {

constexpr int mostSamples = 1'000'000'000;

Noise readNoise(CallOptions& o, Noise fallback)
{
    if (!o.has("noise")) return fallback;
    auto noise = noiseIn(o.text("noise"));
    if (noise && noise->kind >= Noise::Kind::Block) noise.reset();
    if (!noise) o.refuse("noise", ErrorCode::OptionNotNoise);
    return noise.value_or(fallback);
}

void readRecipe(CallOptions& o, Recipe& recipe)
{
    const auto choose = [&](const char* name, words::List list, auto& value) {
        value = static_cast<std::decay_t<decltype(value)>>(o.choice(name, list, static_cast<int>(value)));
    };
    recipe.epochs = o.integer("epochs", recipe.epochs, 1, 10000);
    recipe.batch = o.integer("batch", recipe.batch, 1, 65536);
    recipe.learningRate = o.number("lr", recipe.learningRate, 1e-9, 1e3);
    choose("schedule", words::schedule, recipe.schedule);
    choose("optimizer", words::typedOptimizer, recipe.optimizer);
    choose("loss", words::typedLoss, recipe.loss);
    recipe.isOrdered = recipe.isOrdered || o.has("ordered");
    recipe.noise = readNoise(o, recipe.noise);
    recipe.seed = o.natural("seed", recipe.seed);
}

/// The setup of the preset that --model names: a file stays where the line came from.
std::optional<AutoencoderSetup> readModel(CallOptions& o)
{
    const std::string name = o.text("model");
    auto setup = setupOfModel(name);
    const bool isFile = name == "-" || name.ends_with(".json") || name.ends_with(".hourglass");
    if (!setup && isFile) o.refuse("model", ErrorCode::OptionOfFile);
    if (!setup) o.refuse("model", ErrorCode::OptionNotTrainedModel, {}, modelNames());
    return setup;
}

/// The word of a value that the command line offers; nothing for another.
template <class Enumeration>
std::string wordIn(words::List list, Enumeration value)
{
    return static_cast<std::size_t>(value) < list.size() ? words::of(list, value) : std::string();
}

} // namespace

std::optional<AutoencoderSetup> setupOfModel(std::string_view id)
{
    const ModelPreset* preset = findModelPreset(id);
    if (!preset) return std::nullopt;
    return setupOf(*preset);
}

std::string modelNames()
{
    std::string text;
    for (const ModelPreset& preset : modelPresets())
        text += std::string(text.empty() ? "" : ", ") + preset.id;
    return text;
}

std::optional<Noise> noiseIn(const std::string& text)
{
    const auto colon = text.find(':');
    const auto kind = words::placeOf(words::noise, text.substr(0, colon));
    if (!kind || *kind == 0 || colon == text.npos) return std::nullopt;
    Noise noise{static_cast<Noise::Kind>(*kind)};
    const auto [least, greatest] = rangeOf(noise.kind);
    CallOptions amount({{"noise", text.substr(colon + 1)}});
    noise.amount = amount.number("noise", 0, least, greatest);
    return amount.error() || !isValid(noise) ? std::nullopt : std::optional(noise);
}

std::string textOf(const Noise& noise)
{
    return wordIn(words::noise, noise.kind) + ":" + shortest(noise.amount);
}

void readNetworkOptions(CallOptions& o, AutoencoderSetup& setup)
{
    setup.bottleneck = o.integer("bottleneck", setup.bottleneck, 1, largestCode);
    setup.recipe.epochs = o.integer("epochs", setup.recipe.epochs, 1, 10000);
    setup.recipe.seed = o.natural("seed", setup.recipe.seed);
    readDataOptions(o, setup.data);
}

AutoencoderSetup readNetwork(CallOptions& o, const AutoencoderSetup& usual)
{
    AutoencoderSetup network = o.has("model") ? readModel(o).value_or(usual) : usual;
    network.bottleneck = usual.bottleneck;
    readNetworkOptions(o, network);
    return network;
}

CallWords withNetworkOptions(const CallWords& own, const AutoencoderSetup& network,
                             const AutoencoderSetup& usual)
{
    const bool isUsual = network.model == usual.model;
    const AutoencoderSetup from = isUsual ? usual : setupOfModel(network.model).value_or(usual);
    CallWords words = dataOptions(from.data, network.data);
    const auto put = [&](const char* name, bool differs, const std::string& text) {
        if (differs) words.emplace_back(name, text);
    };
    put("model", !isUsual, network.model);
    put("bottleneck", network.bottleneck != usual.bottleneck, std::to_string(network.bottleneck));
    words.insert(words.end(), own.begin(), own.end());
    put("epochs", network.recipe.epochs != from.recipe.epochs, std::to_string(network.recipe.epochs));
    put("seed", network.recipe.seed != from.recipe.seed, std::to_string(network.recipe.seed));
    return words;
}

void readTrainOptions(CallOptions& o, AutoencoderSetup& setup)
{
    setup.bottleneck = o.integer("bottleneck", setup.bottleneck, 1, largestCode);
    readDataOptions(o, setup.data);
    // PCA beside it needs two.
    if (o.has("limit")) setup.data.cut.limit = o.integer("limit", 0, 2, mostSamples);
    readRecipe(o, setup.recipe);
    if (setup.recipe.loss == Loss::Bce && !setup.model.empty() && setup.output != Activation::Sigmoid)
        o.refuse("loss", ErrorCode::BceNeedsAnotherModel);
}

std::optional<CallWords> trainOptionsOf(const AutoencoderSetup& setup)
{
    auto begin = setupOfModel(setup.model);
    if (!begin) return std::nullopt;
    CallWords words{{"model", setup.model}};
    const Recipe &from = begin->recipe, &to = setup.recipe;
    const auto put = [&](const char* name, bool differs, const std::string& text) {
        if (differs) words.emplace_back(name, text);
    };
    put("bottleneck", setup.bottleneck != begin->bottleneck, std::to_string(setup.bottleneck));
    const CallWords ofData = dataOptions(begin->data, setup.data);
    words.insert(words.end(), ofData.begin(), ofData.end());
    put("limit", setup.data.cut.limit > 0, std::to_string(setup.data.cut.limit));
    put("epochs", to.epochs != from.epochs, std::to_string(to.epochs));
    put("batch", to.batch != from.batch, std::to_string(to.batch));
    put("lr", to.learningRate != from.learningRate, shortest(to.learningRate));
    put("schedule", to.schedule != from.schedule, wordIn(words::schedule, to.schedule));
    put("optimizer", to.optimizer != from.optimizer, wordIn(words::typedOptimizer, to.optimizer));
    put("loss", to.loss != from.loss, wordIn(words::typedLoss, to.loss));
    put("ordered", to.isOrdered && !from.isOrdered, {});
    put("noise", to.noise != from.noise, textOf(to.noise));
    put("seed", to.seed != from.seed, std::to_string(to.seed));
    CallOptions said({words.begin(), words.end()}); // what they make is the proof that they say it all
    readTrainOptions(said, *begin);
    if (said.error() || *begin != setup) return std::nullopt;
    return words;
}

} // namespace hg
