#pragma once

#include "core/engine/plan.h"
#include "core/util/aligned.h"

namespace hg {

class Workspace;

/// One layer's pass over a chunk: the table of layer types as the engine runs them.

/// y = f(W·x + b). The sums before f are copied to `sums` unless that is null.
void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
                  float* sums);

/// ∂L/∂parameters from ∂L/∂z: added to the layer's part of `gradient`, or written to it.
void parameterGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                       float* gradient, Workspace& workspace);

/// ∂L/∂z of the layer before, whose outputs are x and whose activation is `before`.
void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, Activation before,
                   const float* g, float* xGradient);

/// Floats that parameterGradient needs in Workspace::scratch.
std::size_t scratchSize(const PlannedLayer& planned);

/// The length of a turned row: `features` rounded up to what the kernels read at once.
constexpr std::size_t turnedRow(std::size_t features)
{
    return roundedUp(features, 16);
}

} // namespace hg
