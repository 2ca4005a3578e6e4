#pragma once

#include "core/engine/workspace.h"
#include "core/nn/reference.h"
#include "core/tensor/samples.h"

#include <span>

namespace hg {

/// Copies samples rows[0] … rows[n−1] of `view`, n ≤ lanes, into a chunk, minus `mean` where that is not
/// empty; unused lanes become 0. Cost: one pass over the pictures.
void loadChunk(const SampleView& view, std::span<const int> rows, std::span<const float> mean, float* chunk);

/// Runs layers first … last−1 on the chunk in workspace.activations(first).
void forwardChunk(const Plan& plan, const float* parameters, int first, int last, Workspace& workspace);

/// Loss of the chunk's first `count` samples against workspace.target(), summed over samples (each averaged
/// over its numbers), and ∂/∂z of that sum times `scale` into the last layer's sumGradient.
double lossChunk(const Plan& plan, Loss loss, int count, float scale, Workspace& workspace);

/// Adds the chunk's gradient by every parameter, from the last layer's sumGradient down. Only the first
/// `keptCode` numbers of the code pass a gradient on to the encoder; −1: all.
void backwardChunk(const Plan& plan, const float* parameters, Workspace& workspace, float* gradient,
                   int keptCode = -1);

} // namespace hg
