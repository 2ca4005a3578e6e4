#pragma once

#include "core/lab/autoencoder_setup.h"
#include "core/session/call_options.h"

namespace hg {

/// The most numbers in a code that the command line and saved states take.
inline constexpr int largestCode = 1024;

/// What `train --model ID` trains by itself: the model of a preset with the recipe that it brings. Nothing
/// for another name.
std::optional<AutoencoderSetup> setupOfModel(std::string_view id);
/// The ids of all models, between commas.
std::string modelNames();

/// The noise that KIND:X stands for, such as gaussian:0.5; nothing for any other text. Training by itself
/// takes the kinds before Block.
std::optional<Noise> noiseIn(const std::string& text);
/// KIND:X of a noise, without its clipping.
std::string textOf(const Noise& noise);

/// Reads what commands that look at a network from outside may change of it: size of the code, epochs, seed
/// and data.
void readNetworkOptions(CallOptions& options, AutoencoderSetup& setup);
/// The network that such a command asks for without a file: the usual one, or the model that is named with
/// the recipe that it brings and the usual size of code; changed by readNetworkOptions().
AutoencoderSetup readNetwork(CallOptions& options, const AutoencoderSetup& usual);
/// A command's own options between those that make `network` of its usual one, as far as options can say it:
/// readNetwork() says whether they do.
CallWords withNetworkOptions(const CallWords& own, const AutoencoderSetup& network,
                             const AutoencoderSetup& usual);
/// Reads the options that change a setup with its model settled: size of the code, data, recipe. A model that
/// is described by a file has no id here.
void readTrainOptions(CallOptions& options, AutoencoderSetup& setup);

/// The options that make `setup` of what `train --model` of its model does by itself. Nothing where options
/// cannot say it: a warm-up, a momentum, ….
std::optional<CallWords> trainOptionsOf(const AutoencoderSetup& setup);

} // namespace hg
