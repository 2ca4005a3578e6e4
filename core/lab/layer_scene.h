#pragma once

#include "core/engine/model.h"
#include "core/lab/conv_scene.h"

#include <span>

namespace hg {

/// Whether a layer of a network is a convolution with weights, forward or transposed, of the labs' sizes.
bool isLayerScene(const Plan& plan, int layer);

/// The geometry and activation of a layer as a scene on that input; the kernel has its size and no weights
/// yet.
ConvScene sceneOn(TensorD input, const ResolvedLayer& layer);
/// A convolution's weights as scenes have them: (F, C,kh,kw), transposed (C, F, kh,kw).
TensorD kernelOf(const ResolvedLayer& layer, std::vector<double> weights);

/// A layer as a scene of the convolution labs: its weights, biases, geometry and activation, and as input
/// what stands before it in `activations` (activationsOf() the model, the sample first). evaluate() of it
/// gives the layer's own output. Errors: AxesDoNotFit for a layer that isLayerScene() refuses.
Result<ConvScene> sceneOfLayer(const Model& model, int layer,
                               std::span<const std::vector<float>> activations);

} // namespace hg
