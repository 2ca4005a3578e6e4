#pragma once

#include "core/nn/network.h"
#include "core/train/recipe.h"

#include <span>
#include <string>

namespace hg {

/// The problem of the autoencoder lab: which network, trained on what, how. Plain numbers, comparable.
struct AutoencoderSetup {
    std::string data = "mnist";  ///< the source of the samples, as loadDataset() takes it
    std::string model = "dense"; ///< an id of modelIds()
    int bottleneck = 2;
    Recipe recipe;

    bool operator==(const AutoencoderSetup&) const = default;
};

/// The model with the recipe that the lab starts it with: rates that decay over a known length, because
/// constant ones hover (measured: the linear network's angle to PCA's plane stays above 2° at a constant
/// 3e-3, and ends at .5° so).
AutoencoderSetup defaultSetup(const std::string& model);

/// Errors: those of the model and the recipe.
Result<ResolvedNetwork> validate(const AutoencoderSetup& setup, Shape input);

} // namespace hg
