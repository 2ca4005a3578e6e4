#include "core/engine/workspace.h"

namespace hg {

Workspace::Workspace(const Plan& plan)
{
    m_activations.emplace_back(plan.inputSize() * lanes, 0.0f);
    for (const PlannedLayer& planned : plan.layers()) {
        m_activations.emplace_back(planned.layer.out.size() * lanes, 0.0f);
        m_gradients.emplace_back(planned.layer.out.size() * lanes, 0.0f);
    }
    m_lastSums.resize(plan.outputSize() * lanes);
    m_target.resize(plan.outputSize() * lanes);
}

} // namespace hg
