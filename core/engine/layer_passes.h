#pragma once

#include "core/engine/plan.h"
#include "core/engine/solo_step.h"
#include "core/kernels/lane_jobs.h"

namespace hg {

class Workspace;

/// A row of the engine's table of layer types: one layer's passes over a chunk, each held to its kind's
/// mathematics in double by tst_random_networks. Arrays are [feature][lane]; pointers to parameters and their
/// gradient are to the layer's own.
struct LayerPasses {
    /// Whether forward and inputGradient apply a rectifier, or its slope, while their sums are in registers:
    /// only then is their epilogue another than None.
    bool hasEpilogue = false;
    /// The sums z, before the activation.
    void (*forward)(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
                    Epilogue epilogue, Workspace& workspace);
    /// ∂L/∂x from g = ∂L/∂z.
    void (*inputGradient)(const PlannedLayer& planned, const float* parameters, const float* x,
                          const float* g, float* xGradient, Epilogue epilogue, Workspace& workspace);
    /// ∂L/∂weights, added to `gradient` or written to it, when the biases' is there. Null where there are
    /// none.
    void (*weightGradient)(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                           float* gradient, Workspace& workspace) = nullptr;
    /// Floats that weightGradient needs in Workspace::scratch. Null: none.
    std::size_t (*scratchSize)(const PlannedLayer& planned) = nullptr;
    SoloPasses solo;
};

const LayerPasses& layerPasses(LayerType type);

/// y = f(W·x + b). The sums before f are copied to `sums` unless that is null.
void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y, float* sums,
                  Workspace& workspace);

/// z = W·x + b alone.
void forwardSums(const PlannedLayer& planned, const float* parameters, const float* x, float* z,
                 Workspace& workspace);

/// ∂L/∂parameters from ∂L/∂z: added to the layer's part of `gradient`, or written to it.
void parameterGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                       float* gradient, Workspace& workspace);

/// ∂L/∂z of the layer before, whose outputs are x and whose activation is `before`.
void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, Activation before,
                   const float* g, float* xGradient, Workspace& workspace);

/// Of a dense layer's inputs or outputs, fewer than that are a handful.
constexpr std::size_t aHandful = 16;
/// Whether a dense layer has only a handful of inputs, as one behind a bottleneck.
bool isNarrow(const ResolvedLayer& layer);

/// Whether ∂L/∂z has neither infinite numbers nor NaN, as the biases' gradient tells, which comes before the
/// weights' and is a sum of all. Not always true where it has none.
bool isSumGradientFinite(const ResolvedLayer& layer, const float* g, const float* gradient);

/// Floats that parameterGradient needs in Workspace::scratch.
std::size_t scratchSize(const PlannedLayer& planned);

/// The layer's biases, behind its weights; null where it has none, as the kernels take it.
inline const float* biasesOf(const ResolvedLayer& layer, const float* parameters)
{
    return layer.biasCount > 0 ? parameters + layer.weightCount : nullptr;
}

/// The length of a turned row: `features` rounded up to what the kernels read at once.
constexpr std::size_t turnedRow(std::size_t features)
{
    return roundedUp(features, 16);
}

namespace passes {

// The rows of the table, each defined in its own file.
#define HG_PASSES(Name, name) extern const LayerPasses name##Passes;
HG_LAYER_TYPES(HG_PASSES)
#undef HG_PASSES

} // namespace passes
} // namespace hg
