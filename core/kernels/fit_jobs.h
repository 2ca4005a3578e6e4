#pragma once

#include "core/kernels/lane_jobs.h"

// The hot loops of fits in double as plain jobs, for sources compiled for several instruction sets:
// declarations only.

namespace hg {

/// Arrays of the fits are (rows, row) with rows this far apart at least: a multiple of it.
constexpr int fitGroup = 16;

/// Softmax of the scores z = scores + t·along of `count` samples side by side, (classes, row).
struct SoftmaxJob {
    const double* scores;
    const double* along;
    double t;
    ptrdiff_t row; ///< a multiple of fitGroup
    int classes, count;
    const int64_t* own; ///< (row) each sample's class
    double* rest;       ///< (classes, row) probabilities, minus 1 at a sample's own class; 0 from `count` on
};

/// The second derivative of −Σ log p(own class) along a line, where the probabilities are known.
struct BendJob {
    const double* rest; ///< (classes, row) as SoftmaxJob leaves it
    const double* along;
    ptrdiff_t row;
    int classes;
    const int64_t* own;
    int count;
};

struct FitKernels {
    void (*multiply)(const ProductOf<double>& job);
    /// Returns the first derivative of −Σ log p(own class) along the line at t.
    double (*softmax)(const SoftmaxJob& job);
    double (*bend)(const BendJob& job);
    /// Σ a·b over `count` numbers, a multiple of fitGroup.
    double (*dot)(const double* a, const double* b, size_t count);
};

} // namespace hg
