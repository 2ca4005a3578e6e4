#pragma once

#include "core/engine/model.h"
#include "core/lab/conv_scene.h"

#include <span>

namespace hg {

/// Whether a layer of a network is a convolution with weights, forward or transposed, of the labs' sizes.
bool isLayerScene(const Plan& plan, int layer);

/// A layer as a scene of the convolution labs: its weights, biases, geometry and activation, and as input
/// what stands before it in `activations` (activationsOf() the model, the sample first). evaluate() of it
/// gives the layer's own output. Errors: AxesDoNotFit for a layer that isLayerScene() refuses.
Result<ConvScene> sceneOfLayer(const Model& model, int layer,
                               std::span<const std::vector<float>> activations);

} // namespace hg
