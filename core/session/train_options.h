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

/// Reads the options that change a setup with its model settled: size of the code, data, recipe. A model that
/// is described by a file has no id here.
void readTrainOptions(CallOptions& options, AutoencoderSetup& setup);

/// The options, by name and text, that make `setup` of what `train --model` of its model does by itself; the
/// texts of switches are empty. Nothing where options cannot say it: a warm-up, a momentum, ….
std::optional<std::vector<std::pair<std::string, std::string>>> trainOptionsOf(const AutoencoderSetup& setup);

} // namespace hg
