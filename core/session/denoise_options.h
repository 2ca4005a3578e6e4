#pragma once

#include "core/lab/denoise_state.h"
#include "core/session/call_options.h"

namespace hg {

/// The noise that a call of `denoise` asks for, put on and taken off by that network. Strengths are those of
/// noiseIn(), of which the lab has a part; what the view has besides is as at first.
DenoiseState readNoiseOptions(CallOptions& options, const AutoencoderSetup& network);
/// The same with the network that readNetwork() finds.
DenoiseState readDenoiseOptions(CallOptions& options);

/// Notes noise that the lab's scales of strength do not reach.
void checkScales(CallOptions& options, const DenoiseState& state);

/// The options with which `denoise` prints what the state is about, without its view. Nothing where options
/// cannot say it: another activation, a learning rate, ….
std::optional<CallWords> denoiseOptionsOf(const DenoiseState& state);

} // namespace hg
