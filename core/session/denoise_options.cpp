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

DenoiseState readDenoiseOptions(CallOptions& o)
{
    const AutoencoderSetup network = readNetwork(o, usualDenoiser());
    return readNoiseOptions(o, network);
}

void checkScales(CallOptions& o, const DenoiseState& state)
{
    checkScale(o, "noise", noiseOf(state.setup, state.view.strength));
    checkScale(o, "train-noise", trainNoiseOf(state.setup));
}

std::optional<CallWords> denoiseOptionsOf(const DenoiseState& state)
{
    const DenoiseState usual;
    const DenoiseSetup& setup = state.setup;
    const Noise noise{setup.kind, state.view.strength};
    CallWords own;
    if (noise != noiseOf(usual.setup, usual.view.strength)) own.emplace_back("noise", textOf(noise));
    if (setup.isClipped) own.emplace_back("clip", "");
    if (setup.trained != noise) own.emplace_back("train-noise", textOf(setup.trained));
    const CallWords words = withNetworkOptions(own, setup.network, usual.setup.network);
    CallOptions said({words.begin(), words.end()}); // what they make is the proof that they say it all
    const DenoiseState made = readDenoiseOptions(said);
    if (said.error() || made.setup != setup || made.view.strength != state.view.strength) return std::nullopt;
    return words;
}

} // namespace hg
