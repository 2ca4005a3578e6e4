#pragma once

#include "core/engine/model.h"
#include "core/engine/solo_step.h"

#include <span>
#include <vector>

namespace hg {

/// A model's decoder prepared for one code at a time, as when a point is dragged across the map: weights laid
/// out for single samples, where the lanes of a batch would stay empty. Preparing costs one pass over the
/// weights. Threads: one at a time.
class CodeDecoder {
public:
    explicit CodeDecoder(const Model& model);

    /// The picture (outputSize), unclipped, the mean added, of a code (codeSize).
    void decode(std::span<const float> code, std::span<float> picture);

private:
    void run(const SoloStep& step, const float* x, float* y);

    std::shared_ptr<const Plan> m_plan;
    std::vector<float> m_mean;
    std::vector<SoloStep> m_steps;
    AlignedFloats m_buffers[2];
    std::vector<int> m_used;
};

} // namespace hg
