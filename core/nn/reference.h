#pragma once

#include "core/nn/network.h"

namespace hg {

enum class Loss { Mse, Bce, SoftmaxCrossEntropy };

/// Loss of one sample from the last layer's sums z and outputs y = f(z). Averaged over its m numbers: mean
/// squared error Σ(y−t)²/m, and binary cross-entropy of sigmoid outputs Σ(softplus(z) − t·z)/m, finite for
/// every z (Goodfellow, Bengio, Courville, "Deep Learning", 2016, section 6.2.2.2). Softmax cross-entropy of
/// class scores is one number a sample, Σt·(log Σe^z − z), the targets being 1 at the sample's class and 0
/// elsewhere (or probabilities); the logarithm is taken of e^(z − max z), so that nothing overflows (the
/// same, section 4.1).
double lossOf(Loss loss, const TensorD& sums, const TensorD& outputs, const TensorD& target);

/// ∂lossOf/∂z, the activation's slope included.
TensorD lossGradient(Loss loss, Activation activation, const TensorD& sums, const TensorD& outputs,
                     const TensorD& target);

/// The target of a sample of class `label`: (classes, 1, 1), 1 at the label. 0 ≤ label < classes.
TensorD oneHot(int label, int classes);

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
