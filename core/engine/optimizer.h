#pragma once

#include <cstddef>
#include <vector>

namespace hg {

enum class OptimizerKind { Adam, Sgd };

/// What an optimiser remembers between updates, and its one pass over the parameters.
/// Adam: Kingma and Ba 2015, algorithm 1, with β₁ .9, β₂ .999, ε 1e-8. SGD: w ← w − lr·(μ·v + g) with v ← μ·v
/// + g.
class Optimizer {
public:
    explicit Optimizer(OptimizerKind kind, std::size_t parameterCount, double momentum = 0.0);

    /// Begins the next update: fixes the bias corrections, in double because 1 − β₂ᵗ loses everything in
    /// float.
    void beginUpdate();
    /// Applies the gradient to parameters first … last−1. Ranges may be updated on different threads.
    void apply(float* parameters, const float* gradient, std::size_t first, std::size_t last,
               double learningRate);

private:
    OptimizerKind m_kind;
    double m_momentum;
    long m_update = 0;
    double m_correction1 = 1, m_correction2 = 1;
    std::vector<float> m_first, m_second;
};

} // namespace hg
