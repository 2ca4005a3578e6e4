#pragma once

#include <stddef.h>

// One sample at a time: a single code that is dragged across the map. Lanes lie along outputs or channels,
// and a picture is kept channel-last. Declares and holds no code (see lane_jobs.h).

namespace hg {

struct TapEntry;

/// y = bias + Σ_j x[j]·weights[j·row …], over the inputs that are not 0: after a rectifier, half of them are.
struct SoloDenseJob {
    const float* weights; ///< (inputs, row), each row one input's weights
    ptrdiff_t row;        ///< outputs, rounded up to 16
    const float* bias;    ///< (row)
    const float* x;
    int inputs;
    int* used; ///< (inputs) room for the indices of the inputs in use
    float* y;  ///< (row)
};

/// y[cell·toPitch + f] = bias[f] + Σ over taps and channels of w·x[tap cell·fromPitch + c].
struct SoloConvJob {
    const int* start; ///< (toCells + 1)
    const TapEntry* entries;
    const float* weights; ///< wide: [kernel][c][toPitch]; narrow: [f][kernel][fromPitch]
    const float* bias;    ///< (toPitch)
    const float* x;
    int fromChannels, fromPitch;
    float* y;
    int toChannels, toPitch, toCells;
    int kernelCells;
};

struct SoloKernels {
    void (*dense)(const SoloDenseJob& job);
    /// Vectors along the output channels; toPitch is a multiple of 8.
    void (*convWide)(const SoloConvJob& job);
    /// Vectors along the input channels; fromPitch is a multiple of 8.
    void (*convNarrow)(const SoloConvJob& job);
};

} // namespace hg
