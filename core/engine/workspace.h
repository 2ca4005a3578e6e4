#pragma once

#include "core/engine/plan.h"

#include <Eigen/Core>
#include <vector>

namespace hg {

using AlignedFloats = std::vector<float, Eigen::aligned_allocator<float>>;

/// What one thread needs to carry one chunk of up to `lanes` samples through a plan. Allocated once, reused
/// for ever.
class Workspace {
public:
    explicit Workspace(const Plan& plan);

    /// The chunk's numbers before layer `layer` (0: the network's input), [feature][lane].
    float* activations(int layer) { return m_activations[static_cast<std::size_t>(layer)].data(); }
    const float* activations(int layer) const
    {
        return m_activations[static_cast<std::size_t>(layer)].data();
    }
    /// ∂L/∂z of layer `layer`'s sums.
    float* sumGradient(int layer) { return m_gradients[static_cast<std::size_t>(layer)].data(); }
    /// The last layer's sums z before its activation: binary cross-entropy needs them.
    float* lastSums() { return m_lastSums.data(); }
    /// The target of the chunk, [feature][lane].
    float* target() { return m_target.data(); }

private:
    std::vector<AlignedFloats> m_activations;
    std::vector<AlignedFloats> m_gradients;
    AlignedFloats m_lastSums;
    AlignedFloats m_target;
};

} // namespace hg
