#pragma once

#include "core/kernels/lane_jobs.h"

namespace hg {

/// Softmax cross-entropy of a chunk's class scores z against targets t (see Loss::SoftmaxCrossEntropy):
/// writes ∂/∂z of the sum of the lanes' losses, times `scale`, unless job.g is null; returns that sum without
/// `scale`. Lanes from `count` on have loss and gradient 0. job.y and job.curve are not used.
double softmaxCrossEntropy(const LossJob& job);

} // namespace hg
