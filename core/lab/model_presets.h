#pragma once

#include "core/train/recipe.h"

#include <optional>
#include <span>
#include <string_view>

namespace hg {

struct AutoencoderSetup;

/// The error to expect of a training: the least and the greatest of several seeds, rounded outwards.
struct ErrorBand {
    double low, high; ///< mean squared error a pixel, held-out part
    int epochs;       ///< after which it was measured: all of the recipe's
};

/// A network that can be asked for by name, with the recipe that it brings.
struct ModelPreset {
    const char* id;
    /// The network for samples of that shape. Errors: BadValue for a bottleneck below 1; ShapesDoNotFit where
    /// a convolutional one does not come back to the sides.
    Result<Network> (*build)(Shape input, int bottleneck);
    Recipe recipe{};
    bool isOfTheWindow = true;       ///< otherwise for comparisons with other libraries
    std::optional<ErrorBand> band{}; ///< of the preset itself, on the digits
};

/// The recipe of the window's bent networks: a rate that decays over a known length, because a constant one
/// hovers, and cross-entropy on the sigmoid.
inline constexpr Recipe bentRecipe{
    .learningRate = 3e-3, .schedule = Schedule::Cosine, .loss = Loss::Bce, .epochs = 5};

/// The models for comparisons first, then the window's. Their names are in ui/theme/model_text.
std::span<const ModelPreset> modelPresets();
/// The preset of that id, or null.
const ModelPreset* findModelPreset(std::string_view id);

/// The error to expect of the setup where it is a preset as it comes, whatever the seed; nothing for any
/// other recipe, network or data, of which nothing is known.
std::optional<ErrorBand> expectedError(const AutoencoderSetup& setup);

} // namespace hg
