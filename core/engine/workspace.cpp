#include "core/engine/workspace.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_jobs.h"

#include <algorithm>

namespace hg {

Workspace::Workspace(const Plan& plan, Keep keep)
{
    const int layers = plan.layerCount();
    const int buffers = keep == Keep::Outputs ? std::min(layers, 2) + 1 : layers + 1;
    m_buffers.resize(static_cast<std::size_t>(buffers));
    m_buffers[0].resize(plan.inputSize() * lanes);
    m_activations.push_back(m_buffers[0].data());
    for (int l = 1; l <= layers; ++l) {
        const std::size_t size = plan.layers()[static_cast<std::size_t>(l) - 1].layer.out.size();
        // Two buffers take turns where only the layer reached last is kept.
        const std::size_t buffer = static_cast<std::size_t>(keep == Keep::Outputs ? 1 + (l - 1) % 2 : l);
        m_buffers[buffer].resize((keep == Keep::Outputs ? plan.widestLayer() : size) * lanes);
        m_activations.push_back(m_buffers[buffer].data());
    }
    m_usedRows.resize(static_cast<std::size_t>(layers) + 1);
    for (const PlannedLayer& planned : plan.layers()) {
        reserve(m_nonzeros, planned.layer, keep == Keep::Gradients);
        if (!planned.pairs.start.empty()) usedRows(planned.index).isUsed.resize(planned.layer.in.size());
    }
    if (keep != Keep::Gradients) return;
    m_lastSums.resize(plan.outputSize() * lanes);
    for (AlignedFloats& gradient : m_gradients)
        gradient.resize(plan.widestLayer() * lanes);
    m_target.resize(std::max(plan.inputSize(), plan.outputSize()) * lanes);
    m_turned.resize(turnedRow(plan.widestLayer()) * lanes);
    std::size_t scratch = 0;
    for (const PlannedLayer& planned : plan.layers())
        scratch = std::max(scratch, scratchSize(planned));
    m_scratch.resize(scratch);
}

} // namespace hg
