#pragma once

#include "core/lab/denoise_state.h"
#include "core/session/call_options.h"

namespace hg {

/// The network of `denoise --model ID`: that of a preset with the recipe that it brings, and the usual size
/// of code. Nothing for another name.
std::optional<AutoencoderSetup> denoiserOfModel(std::string_view id);

/// What a call of `denoise` asks for, with its network settled: the options change the network's size of the
/// code, data, epochs and seed. Strengths are those of noiseIn(), of which the lab has a part; what the view
/// has besides is as at first.
DenoiseState readDenoiseOptions(CallOptions& options, const AutoencoderSetup& network);

/// Notes noise that the lab's scales of strength do not reach.
void checkScales(CallOptions& options, const DenoiseState& state);

/// The options, by name and text, with which `denoise` prints what the state is about, without its view; the
/// texts of switches are empty. Nothing where options cannot say it: another activation, a learning rate, ….
std::optional<std::vector<std::pair<std::string, std::string>>> denoiseOptionsOf(const DenoiseState& state);

} // namespace hg
