#include "core/engine/optimizer.h"

#include <cmath>

namespace hg {
namespace {

constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

} // namespace

Optimizer::Optimizer(OptimizerKind kind, std::size_t parameterCount, double momentum)
    : m_kind(kind)
    , m_momentum(momentum)
    , m_first(parameterCount, 0.0f)
    , m_second(kind == OptimizerKind::Adam ? parameterCount : 0, 0.0f)
{}

void Optimizer::beginUpdate()
{
    ++m_update;
    m_correction1 = 1 - std::pow(beta1, static_cast<double>(m_update));
    m_correction2 = 1 - std::pow(beta2, static_cast<double>(m_update));
}

void Optimizer::apply(float* parameters, const float* gradient, std::size_t first, std::size_t last,
                      double learningRate)
{
    if (m_kind == OptimizerKind::Sgd) {
        const auto rate = static_cast<float>(learningRate), momentum = static_cast<float>(m_momentum);
        for (std::size_t i = first; i < last; ++i) {
            m_first[i] = momentum * m_first[i] + gradient[i];
            parameters[i] -= rate * m_first[i];
        }
        return;
    }
    // w −= lr·(m/c₁)/(√(v/c₂) + ε), with the corrections taken out of the loop.
    const auto rate = static_cast<float>(learningRate / m_correction1);
    const auto scale = static_cast<float>(1 / std::sqrt(m_correction2));
    constexpr auto b1 = static_cast<float>(beta1), b2 = static_cast<float>(beta2),
                   eps = static_cast<float>(epsilon);
    float *m = m_first.data(), *v = m_second.data();
    for (std::size_t i = first; i < last; ++i) {
        const float g = gradient[i];
        m[i] = b1 * m[i] + (1 - b1) * g;
        v[i] = b2 * v[i] + (1 - b2) * g * g;
        parameters[i] -= rate * m[i] / (std::sqrt(v[i]) * scale + eps);
    }
}

} // namespace hg
