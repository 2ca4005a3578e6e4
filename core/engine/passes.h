#pragma once

#include "core/engine/workspace.h"
#include "core/kernels/lane_jobs.h"
#include "core/nn/reference.h"
#include "core/tensor/samples.h"

#include <span>

namespace hg {

/// Copies samples rows[0] … rows[n−1] of `view`, n ≤ lanes, into a chunk, minus `mean` where that is not
/// empty; unused lanes become 0. Meanwhile the rows `next` are fetched towards the cache. Cost: one pass over
/// the pictures.
void loadChunk(const SampleView& view, std::span<const int> rows, std::span<const float> mean, float* chunk,
               std::span<const int> next = {});

/// Runs layers first … last−1 on the chunk in workspace.activations(first). With `keepsSums` the last layer's
/// sums stay in workspace.lastSums().
void forwardChunk(const Plan& plan, const float* parameters, int first, int last, Workspace& workspace,
                  bool keepsSums = false);

/// Loss of the chunk's first `count` samples against `target`, summed over samples (each as lossOf has it).
/// Cross-entropy needs the sums kept.
double lossChunk(const Plan& plan, Loss loss, int count, const float* target, Workspace& workspace);

/// The same, and ∂/∂z of that sum times `scale` into the last layer's sumGradient.
double lossChunkAndGradient(const Plan& plan, Loss loss, int count, float scale, const float* target,
                            Workspace& workspace);

/// How a chunk's gradient goes into the buffer that is given.
struct GradientUse {
    bool accumulates = false; ///< added to what is there; otherwise written over it
    int keptCode = -1;        ///< only the first so many numbers of the code pass a gradient on; −1: all
    int layers = -1;          ///< only of the first so many layers; −1: of all
};

/// The chunk's gradient by every parameter, from the last layer's sumGradient down, or from another's.
void backwardChunk(const Plan& plan, const float* parameters, Workspace& workspace, float* gradient,
                   GradientUse use = {});

/// What a chunk is to become.
struct ChunkGoal {
    Loss loss = Loss::Mse;
    int count = 0;   ///< samples in the chunk
    float scale = 1; ///< of each sample's loss
    const float* target = nullptr;
};

/// All of that for the chunk in activations(0): its loss, and its gradient written to `gradient` or added.
/// With Loss::Mse the outputs may not be kept. Cross-entropy's sums are.
double trainChunk(const Plan& plan, const float* parameters, const ChunkGoal& goal, Workspace& workspace,
                  float* gradient, bool accumulates);

} // namespace hg
