#pragma once

#include "core/engine/nonzeros.h"
#include "core/engine/plan.h"
#include "core/util/aligned.h"

#include <cstdint>
#include <vector>

namespace hg {

/// Of a layer's inputs, those that are other than 0 in some lane of a chunk.
struct UsedRows {
    std::vector<std::uint8_t> isUsed;
    int count = 0;
    /// 1 also where nobody has looked.
    double share() const { return isUsed.empty() ? 1 : count / static_cast<double>(isUsed.size()); }
};

/// What one thread needs to carry one chunk of up to `lanes` samples through a plan. Allocated once, reused
/// for ever: the passes allocate nothing.
class Workspace {
public:
    /// How much of a pass is kept. Outputs: the input and the layer reached last; Activations: every layer's;
    /// Gradients: what training needs besides.
    enum class Keep { Outputs, Activations, Gradients };

    explicit Workspace(const Plan& plan, Keep keep = Keep::Gradients);

    /// The chunk's numbers before layer `layer` (0: the network's input), [feature][lane].
    float* activations(int layer) { return m_activations[static_cast<std::size_t>(layer)]; }
    const float* activations(int layer) const { return m_activations[static_cast<std::size_t>(layer)]; }
    /// ∂L/∂z of layer `layer`'s sums. Shares its memory with the layers two further up and down.
    float* sumGradient(int layer) { return m_gradients[layer % 2].data(); }
    /// The last layer's sums z before its activation: cross-entropy needs them.
    float* lastSums() { return m_lastSums.data(); }
    /// Room for a chunk of targets, [feature][lane].
    float* target() { return m_target.data(); }
    /// Room for one layer's numbers turned to [lane][feature].
    float* turned() { return m_turned.data(); }
    /// Room for the kernels' partial sums.
    float* scratch() { return m_scratch.data(); }
    NonzeroRoom& nonzeros() { return m_nonzeros; }
    /// Which features before layer `layer` are other than 0 in some sample, as its forward pass found;
    /// empty where that does not look.
    UsedRows& usedRows(int layer) { return m_usedRows[static_cast<std::size_t>(layer)]; }

private:
    std::vector<AlignedFloats> m_buffers;
    std::vector<float*> m_activations; ///< into m_buffers
    AlignedFloats m_gradients[2];
    AlignedFloats m_lastSums, m_target, m_turned, m_scratch;
    NonzeroRoom m_nonzeros;
    std::vector<UsedRows> m_usedRows;
};

} // namespace hg
