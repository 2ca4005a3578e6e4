#pragma once

#include "core/engine/plan.h"

namespace hg {

// Layers without weights: pooling and upsampling, each channel by itself. All arrays are [feature][lane] with
// `lanes` floats a feature.

/// y = the layer's outputs, before its activation. `planned` is a MaxPool, AveragePool or Upsample.
void poolForward(const PlannedLayer& planned, const float* x, float* y);

/// Writes ∂L/∂x given ∂L/∂y: a maximum hands all to its first greatest input, an average an equal share to
/// each input inside, upsampling gathers the sum of its copies.
void poolBackward(const PlannedLayer& planned, const float* x, const float* yGradient, float* xGradient);

} // namespace hg
