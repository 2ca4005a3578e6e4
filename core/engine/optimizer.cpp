#include "core/engine/optimizer.h"

#include "core/kernels/lane_kernels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace hg {
namespace {

constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

using Rows = std::array<const float*, Optimizer::mostGradients>;

/// The buffers from `first` on, as the kernels take them.
Rows rowsFrom(std::span<const float* const> gradients, std::size_t first)
{
    Rows rows{};
    for (std::size_t g = 0; g < gradients.size(); ++g)
        rows.at(g) = gradients[g] + first;
    return rows;
}

} // namespace

Optimizer::Optimizer(const OptimizerChoice& choice, std::size_t parameterCount)
    : m_choice(choice)
    , m_first(parameterCount, 0.0f)
    , m_second(choice.kind == OptimizerKind::Sgd ? 0 : parameterCount, 0.0f)
{}

OptimizerState Optimizer::state() const
{
    return {m_update, {m_first.begin(), m_first.end()}, {m_second.begin(), m_second.end()}};
}

void Optimizer::setState(const OptimizerState& state)
{
    m_update = state.update;
    const auto take = [](AlignedFloats& own, const std::vector<float>& other) {
        assert(other.empty() || other.size() == own.size());
        other.empty() ? std::fill(own.begin(), own.end(), 0.0f) : own.assign(other.begin(), other.end());
    };
    take(m_first, state.first);
    take(m_second, state.second);
}

void Optimizer::beginUpdate(double gradientScale)
{
    ++m_update;
    m_gradientScale = gradientScale;
    m_correction1 = 1 - std::pow(beta1, static_cast<double>(m_update));
    m_correction2 = 1 - std::pow(beta2, static_cast<double>(m_update));
}

bool Optimizer::apply(float* parameters, std::span<const float* const> gradients, std::size_t first,
                      std::size_t last, double learningRate)
{
    const Rows rows = rowsFrom(gradients, first);
    const bool isDecoupled = m_choice.kind == OptimizerKind::AdamW;
    const double decay = m_choice.weightDecay;
    const bool isShared = last - first < m_first.size(); // the rest is other threads'
    if (m_choice.kind == OptimizerKind::Sgd)
        return laneKernels().sgd({.parameters = parameters + first,
                                  .velocity = m_first.data() + first,
                                  .gradients = rows.data(),
                                  .groups = static_cast<int>(gradients.size()),
                                  .count = last - first,
                                  .gradientScale = static_cast<float>(m_gradientScale),
                                  .rate = static_cast<float>(learningRate),
                                  .momentum = static_cast<float>(m_choice.momentum),
                                  .decay = static_cast<float>(decay),
                                  .isShared = isShared});
    return laneKernels().adam({.parameters = parameters + first,
                               .first = m_first.data() + first,
                               .second = m_second.data() + first,
                               .gradients = rows.data(),
                               .groups = static_cast<int>(gradients.size()),
                               .count = last - first,
                               .gradientScale = static_cast<float>(m_gradientScale),
                               .rate = static_cast<float>(learningRate / m_correction1),
                               .share1 = static_cast<float>(1 - beta1),
                               .share2 = static_cast<float>(1 - beta2),
                               .correction = static_cast<float>(1 / std::sqrt(m_correction2)),
                               .epsilon = static_cast<float>(epsilon),
                               .decay = static_cast<float>(isDecoupled ? 0 : decay),
                               .shrink = static_cast<float>(isDecoupled ? learningRate * decay : 0),
                               .isShared = isShared});
}

double gradientNorm(std::span<const float* const> gradients, std::size_t count)
{
    return std::sqrt(laneKernels().squaredNorm(gradients.data(), static_cast<int>(gradients.size()), count));
}

double clippingScale(double norm, double greatest)
{
    return greatest == 0 ? 1 : std::min(1.0, greatest / (norm + 1e-6));
}

} // namespace hg
