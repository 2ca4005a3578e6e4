#include "core/session/denoise_options.h"

#include "core/session/train_options.h"

namespace hg {
namespace {

Noise readNoise(CallOptions& o, const char* name, const Noise& fallback)
{
    if (!o.has(name)) return fallback;
    const auto noise = noiseIn(o.text(name));
    if (!noise) o.refuse(name, ErrorCode::OptionNotAnyNoise);
    return noise.value_or(fallback);
}

void checkScale(CallOptions& o, const char* name, const Noise& noise)
{
    const StrengthScale scale = scaleOf(noise.kind);
    if (noise.amount >= scale.least && noise.amount <= scale.most) return;
    o.refuse({ErrorCode::OptionOffScale, std::string("--") + name, {scale.least, scale.most}, textOf(noise)});
}

} // namespace

std::optional<AutoencoderSetup> denoiserOfModel(std::string_view id)
{
    auto setup = setupOfModel(id);
    if (setup) setup->bottleneck = usualDenoiserCode;
    return setup;
}

DenoiseState readNoiseOptions(CallOptions& o, const AutoencoderSetup& network)
{
    DenoiseState state;
    state.setup.network = network;
    const Noise noise = readNoise(o, "noise", noiseOf(state.setup, state.view.strength));
    state.setup.kind = noise.kind;
    state.view.strength = noise.amount;
    state.setup.trained = readNoise(o, "train-noise", noise);
    state.setup.isClipped = o.has("clip");
    return state;
}

DenoiseState readDenoiseOptions(CallOptions& o, const AutoencoderSetup& network)
{
    AutoencoderSetup changed = network;
    readNetworkOptions(o, changed);
    return readNoiseOptions(o, changed);
}

void checkScales(CallOptions& o, const DenoiseState& state)
{
    checkScale(o, "noise", noiseOf(state.setup, state.view.strength));
    checkScale(o, "train-noise", trainNoiseOf(state.setup));
}

std::optional<std::vector<std::pair<std::string, std::string>>> denoiseOptionsOf(const DenoiseState& state)
{
    const DenoiseSetup& setup = state.setup;
    const AutoencoderSetup& to = setup.network;
    const DenoiseState usual;
    const bool isUsual = to.model == usual.setup.network.model;
    const auto from = isUsual ? usual.setup.network : denoiserOfModel(to.model);
    if (!from) return std::nullopt;
    const Noise noise{setup.kind, state.view.strength};
    std::vector<std::pair<std::string, std::string>> words;
    const auto put = [&](const char* name, bool differs, const std::string& text) {
        if (differs) words.emplace_back(name, text);
    };
    put("data", to.data != from->data, to.data);
    put("model", !isUsual, to.model);
    put("bottleneck", to.bottleneck != from->bottleneck, std::to_string(to.bottleneck));
    put("noise", noise != noiseOf(usual.setup, usual.view.strength), textOf(noise));
    put("clip", setup.isClipped, {});
    put("train-noise", setup.trained != noise, textOf(setup.trained));
    put("epochs", to.recipe.epochs != from->recipe.epochs, std::to_string(to.recipe.epochs));
    put("seed", to.recipe.seed != from->recipe.seed, std::to_string(to.recipe.seed));
    CallOptions said({words.begin(), words.end()}); // what they make is the proof that they say it all
    const DenoiseState made = readDenoiseOptions(said, *from);
    if (said.error() || made.setup != setup || made.view.strength != state.view.strength) return std::nullopt;
    return words;
}

} // namespace hg
