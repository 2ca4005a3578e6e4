#pragma once

#include "core/lab/denoise_state.h"
#include "core/session/call_options.h"

namespace hg {

/// The network of `denoise --model ID`: that of a preset with the recipe that it brings, and the usual size
/// of code. Nothing for another name.
std::optional<AutoencoderSetup> denoiserOfModel(std::string_view id);

/// The noise that a call of `denoise` asks for, put on and taken off by that network. Strengths are those of
/// noiseIn(), of which the lab has a part; what the view has besides is as at first.
DenoiseState readNoiseOptions(CallOptions& options, const AutoencoderSetup& network);
/// The same with what the options change in the network, by readNetworkOptions().
DenoiseState readDenoiseOptions(CallOptions& options, const AutoencoderSetup& network);

/// Notes noise that the lab's scales of strength do not reach.
void checkScales(CallOptions& options, const DenoiseState& state);

/// The options, by name and text, with which `denoise` prints what the state is about, without its view; the
/// texts of switches are empty. Nothing where options cannot say it: another activation, a learning rate, ….
std::optional<std::vector<std::pair<std::string, std::string>>> denoiseOptionsOf(const DenoiseState& state);

} // namespace hg
