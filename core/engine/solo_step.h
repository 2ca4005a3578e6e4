#pragma once

#include "core/engine/plan.h"
#include "core/util/aligned.h"

namespace hg {

/// Where a layer's numbers lie while one sample passes: cell by cell, each cell's channels together.
struct SoloLayout {
    int channels = 1;
    int cells = 1;
    int pitch = 1; ///< channels rounded up to 8, but 1 for one channel

    explicit SoloLayout(Shape shape);
    std::size_t size() const;
    /// Of number i in the order (C,H,W).
    std::size_t place(std::size_t i) const;
};

/// A layer prepared for one sample at a time.
struct SoloStep {
    const PlannedLayer* planned;
    SoloLayout in, out;
    AlignedFloats weights, bias; ///< laid out as its type wants them; empty where there are none
};

/// A layer type's passes over one sample: see CodeDecoder.
struct SoloPasses {
    /// Lays out the layer's parameters. Null where there are none.
    void (*prepare)(const PlannedLayer& planned, const float* parameters, SoloStep& step) = nullptr;
    /// The sums z, before the activation. `used` is room for one index an input.
    void (*run)(const SoloStep& step, const float* x, float* y, int* used) = nullptr;
};

} // namespace hg
