#pragma once

#include "core/nn/network.h"

namespace hg {

enum class Loss { Mse, Bce };

/// Loss of one sample, averaged over its numbers, from the last layer's sums z and outputs y = f(z). Mean
/// squared error: Σ(y−t)²/m. Binary cross-entropy of sigmoid outputs: Σ(softplus(z) − t·z)/m, finite for
/// every z (Goodfellow, Bengio, Courville, "Deep Learning", 2016, section 6.2.2.2).
double lossOf(Loss loss, const TensorD& sums, const TensorD& outputs, const TensorD& target);

/// ∂lossOf/∂z, the activation's slope included.
TensorD lossGradient(Loss loss, Activation activation, const TensorD& outputs, const TensorD& target);

/// What a forward pass leaves behind: activations[0] is the input, activations[l+1] layer l's output.
struct ForwardPass {
    std::vector<TensorD> activations;
    TensorD lastSums;
};

/// The network's mathematics in double, one sample, by traversal: slow and plain, the engine is held to it.
ForwardPass forwardReference(const ResolvedNetwork& network, std::span<const double> parameters,
                             const TensorD& input);

/// Loss and its gradient by every parameter for a batch of samples, averaged over the batch.
struct LossAndGradient {
    double loss = 0;
    std::vector<double> gradient;
};
LossAndGradient gradientReference(const ResolvedNetwork& network, std::span<const double> parameters,
                                  Loss loss, std::span<const TensorD> inputs,
                                  std::span<const TensorD> targets);

} // namespace hg
