#pragma once

#include "core/data/data_request.h"
#include "core/lab/model_presets.h"
#include "core/lab/own_network.h"
#include "core/nn/network.h"
#include "core/train/recipe.h"

#include <string>

namespace hg {

/// The problem of the autoencoder lab: which network, trained on what, how. Plain values, comparable.
struct AutoencoderSetup {
    DataRequest data;                ///< where the samples come from, and which
    std::string model = "lab-dense"; ///< an id of modelPresets()
    int bottleneck = 2;
    Activation hidden = Activation::LeakyRelu; ///< of every layer but code and output
    Activation code = Activation::Linear;
    Activation output = Activation::Sigmoid;
    bool isCentred = false; ///< the training mean is subtracted before and added after
    bool hasBiases = true;
    Recipe recipe = bentRecipe; ///< that of lab-dense
    /// Layers instead of the model's, which is where they came from: see withRows().
    std::optional<OwnNetwork> own{};

    bool operator==(const AutoencoderSetup&) const = default;
};

/// The longest code that the window offers: 64 of its neurons can still be told apart.
inline constexpr int mostNeuronsInLab = 64;

/// Everything as the preset has it, on the digits with two numbers in the code. Without hidden layers the
/// hidden activation is linear.
AutoencoderSetup setupOf(const ModelPreset& preset);
/// The preset with its recipe; data, bottleneck and seed stay.
AutoencoderSetup withModel(const AutoencoderSetup& setup, const ModelPreset& preset);

/// What a network and its recipe have to fit.
struct DataFacts {
    Shape shape;
    int samples = 0;           ///< to train on
    bool isWithinPeak = false; ///< all numbers are from 0 to 1
};

/// The same on other data. A code longer than a sample becomes as long as one; a network that cannot be built
/// for them gives way to the usual dense one, and cross-entropy, where numbers leave 0 to 1, to squared error
/// and a linear output. From another source batch and epochs are the preset's; of few samples smaller batches
/// and more epochs, so that there are 500 updates at least.
AutoencoderSetup withData(const AutoencoderSetup& setup, const DataRequest& data, const DataFacts& facts);
/// Another hidden activation. Linear takes a linear output, squared error and centring with it, so that the
/// network can become PCA; leaving Linear brings back what the preset has of these, or a sigmoid,
/// cross-entropy and no centring where the preset is linear itself.
AutoencoderSetup withActivation(const AutoencoderSetup& setup, Activation hidden);

/// The setup's layers as rows, with what the setup itself says of them filled in. A preset that cannot be
/// built for such samples gives the rows that it has for digits. Empty for an unknown model.
OwnNetwork rowsOf(const AutoencoderSetup& setup, Shape input);
/// The setup with these layers. What it says of a network itself follows from them: the code's size and
/// activation, the output's, whether all have biases, the first hidden activation; so `own` keeps the code
/// and a dense output without these, and setups that are equal otherwise differ in the bottleneck alone. An
/// output without a sigmoid takes the squared error. The model's own layers are the model again.
AutoencoderSetup withRows(const AutoencoderSetup& setup, const OwnNetwork& rows);
/// Biases for every layer, or for none.
AutoencoderSetup withBiases(const AutoencoderSetup& setup, bool hasBiases);
/// The activation that all hidden layers with weights have; nothing where they differ.
std::optional<Activation> commonActivation(const AutoencoderSetup& setup);

/// The row that keeps the setup from being built of layers of its own; nothing for a preset's.
std::optional<RowFault> faultOf(const AutoencoderSetup& setup, Shape input);

/// The preset's network with the setup's activations, biases and centring, or that of its own layers. Errors:
/// UnknownName for the model, those of ModelPreset::build, and those of build() with `where` = the row:
/// own.encoder[2].
Result<Network> networkOf(const AutoencoderSetup& setup, Shape input);
/// Errors: those of networkOf(), the recipe and resolve().
Result<ResolvedNetwork> validate(const AutoencoderSetup& setup, Shape input);
/// Whether no layer bends, so that the network can do no more than PCA. False for an unknown model.
bool isLinear(const AutoencoderSetup& setup);

} // namespace hg
