#pragma once

#include "core/util/aligned.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hg {

enum class OptimizerKind { Adam, Sgd, AdamW };

/// An optimiser's rule and its constants. In the formulas g is the batch's gradient after clipping.
/// Adam: g ← g + λw, m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − lr·(m/(1−β₁ᵗ))/(√(v/(1−β₂ᵗ)) + ε), with
/// β₁ .9, β₂ .999, ε 1e-8 (Kingma and Ba 2015, algorithm 1).
/// AdamW: the same without λw in g; instead w ← w − lr·λ·w first (Loshchilov and Hutter 2019, algorithm 2,
/// with the learning rate before λ as PyTorch has it). SGD: g ← g + λw, v ← μv + g, w ← w − lr·v (PyTorch's
/// momentum: the velocity knows nothing of lr).
struct OptimizerChoice {
    OptimizerKind kind = OptimizerKind::Adam;
    double momentum = 0;    ///< μ; SGD only
    double weightDecay = 0; ///< λ, on weights and biases alike
};

/// What an optimiser remembers between updates, as a value: a run goes on from it as if it had never stopped.
struct OptimizerState {
    long update = 0;           ///< updates done: the t of the bias corrections
    std::vector<float> first;  ///< m, or SGD's velocity; empty: zeros, nothing has been remembered yet
    std::vector<float> second; ///< v; empty for SGD
    bool operator==(const OptimizerState&) const = default;
};

/// An optimiser: its memory, and its one pass over the parameters.
class Optimizer {
public:
    static constexpr std::size_t mostGradients = 16;

    Optimizer(const OptimizerChoice& choice, std::size_t parameterCount);

    /// Cost: a copy.
    OptimizerState state() const;
    std::size_t bytes() const { return (m_first.size() + m_second.size()) * sizeof(float); }
    /// Goes on from what one of the same kind, for as many parameters, remembered.
    void setState(const OptimizerState& state);

    /// Begins the next update: fixes the bias corrections, in double because 1 − β₂ᵗ loses everything in
    /// float. The gradients that follow are multiplied by `gradientScale` (clipping).
    void beginUpdate(double gradientScale = 1);
    /// Applies the sum of the gradients (at least one, at most `mostGradients` buffers), in their order, to
    /// parameters first … last−1; false when one of them became NaN or infinite. Ranges may be updated on
    /// different threads. Allocates nothing. Cost: a third where `parameters + first` begins a cache line,
    /// with vectors as long as one.
    bool apply(float* parameters, std::span<const float* const> gradients, std::size_t first,
               std::size_t last, double learningRate);

private:
    OptimizerChoice m_choice;
    long m_update = 0;
    AlignedFloats m_first, m_second;
    double m_gradientScale = 1;
    double m_correction1 = 1, m_correction2 = 1;
};

/// ‖Σ gradients‖ over all `count` parameters: one pass in a fixed order, sums in double.
double gradientNorm(std::span<const float* const> gradients, std::size_t count);

/// What the gradient is multiplied by so that its norm does not pass `greatest`: min(1, greatest/(norm +
/// 1e-6)), 1 when `greatest` is 0 (no clipping). Source: Pascanu, Mikolov, Bengio, "On the difficulty of
/// training recurrent neural networks", 2013, algorithm 1, with PyTorch's 1e-6.
double clippingScale(double norm, double greatest);

} // namespace hg
