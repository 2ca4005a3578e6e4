#pragma once

#include "core/engine/model.h"
#include "core/engine/workspace.h"

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
    /// Where a layer's numbers lie while one sample passes: cell by cell, each cell's channels together.
    struct Layout {
        int channels = 1;
        int cells = 1;
        int pitch = 1; ///< channels rounded up to 8, but 1 for one channel

        explicit Layout(Shape shape);
        std::size_t size() const;
        /// Of number i in the order (C,H,W).
        std::size_t place(std::size_t i) const;
    };
    struct Step {
        const PlannedLayer* planned;
        Layout in, out;
        AlignedFloats weights, bias;
    };

    Step prepare(const PlannedLayer& planned, const float* parameters) const;
    static void prepareDense(const ResolvedLayer& layer, const float* parameters, Step& step);
    static void prepareConv(const PlannedLayer& planned, const float* parameters, Step& step);
    /// Along which side's channels a convolution's vectors lie; along neither where both have one channel.
    enum class Along { Outputs, Inputs, Neither };
    static Along along(const Step& step);
    void run(const Step& step, const float* x, float* y);
    void runDense(const Step& step, const float* x, float* y);
    static void runConv(const Step& step, const float* x, float* y);
    static void runPlainConv(const Step& step, const float* x, float* y);
    static void runPool(const Step& step, const float* x, float* y);

    std::shared_ptr<const Plan> m_plan;
    std::vector<float> m_mean;
    std::vector<Step> m_steps;
    AlignedFloats m_buffers[2];
    std::vector<int> m_used;
};

} // namespace hg
