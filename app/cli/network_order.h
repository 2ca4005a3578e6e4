#pragma once

#include "app/cli/arguments.h"
#include "core/engine/plan.h"
#include "core/lab/autoencoder_setup.h"
#include "core/model_file/model_file.h"

#include <memory>
#include <variant>

namespace hg::cli {

/// The autoencoder that a command looks at from outside: a trained one of a file, or how it is trained.
struct NetworkOrder {
    AutoencoderSetup setup; ///< data, and the model's network where it is a preset; recipe without noise
    std::optional<SavedModel> trained; ///< of a file: its network takes the place of the setup's
    std::string model;                 ///< as it was given
    /// Of a file that holds no model: told once the command line is known to be right, whatever files hold.
    std::optional<Failure> fileFault;
};

/// Reads `--model`, `--bottleneck`, `--epochs`, `--seed` and `--data`, and notes their faults. Without a
/// model: 784-256-64-K, leaky ReLU, cross-entropy, Adam 0.003 with cosine decay, six epochs.
NetworkOrder readNetworkOrder(Arguments& arguments, int usualBottleneck);

/// The network for samples of that shape, which a trained one has to fit.
std::variant<std::shared_ptr<const Plan>, Failure> planFor(const NetworkOrder& order, Shape samples);

} // namespace hg::cli
