#pragma once

#include "core/engine/passes.h"

namespace hg {

/// Whether a network ends in a dense layer behind a handful of numbers, as a linear one does: its passes move
/// numbers more than they multiply.
bool hasShortTail(const Plan& plan);

/// What forwardChunk, lossChunkAndGradient (Loss::Mse) and backwardChunk do with the last layer, to the same
/// bits: a few outputs at a time, while they are in the nearest cache. Its outputs and their gradient are not
/// kept; ∂/∂z of the layer before is in its sumGradient afterwards. `gradient` is the whole network's.
double shortTailChunk(const Plan& plan, const float* parameters, const ChunkGoal& goal, Workspace& workspace,
                      float* gradient, bool accumulates);

} // namespace hg
