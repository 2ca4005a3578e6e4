#include "core/engine/layer_passes.h"

#include "core/engine/pooling.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

static_assert(static_cast<int>(Curve::Elu) == static_cast<int>(Activation::Elu));
static_assert(static_cast<int>(Curve::Sigmoid) == static_cast<int>(Activation::Sigmoid));

int cells(Shape shape)
{
    return shape.height * shape.width;
}

/// Strides of a convolution's weights: (F,C,kh,kw) forward, (C,F,kh,kw) transposed.
struct WeightStrides {
    int filter;
    int channel;
};

WeightStrides weightStrides(const ResolvedLayer& layer)
{
    const int area = layer.spec.kernel.h * layer.spec.kernel.w;
    if (layer.spec.type == LayerType::Conv) return {layer.in.channels * area, area};
    return {area, layer.spec.filters * area};
}

bool hasTaps(const ResolvedLayer& layer)
{
    return layer.spec.type == LayerType::Conv || layer.spec.type == LayerType::ConvTransposed;
}

/// Whether a convolution can apply f, or its slope, while the sums are in registers.
bool isFused(const ResolvedLayer& layer, Activation activation)
{
    return hasTaps(layer) && activation == Activation::Relu;
}

void forwardDense(const ResolvedLayer& layer, const float* parameters, const float* x, float* y)
{
    const int inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    laneKernels().multiply({.a = parameters + layer.weightOffset,
                            .aRow = inputs,
                            .aDepth = 1,
                            .b = x,
                            .bRow = lanes,
                            .c = y,
                            .cRow = lanes,
                            .rows = outputs,
                            .depth = inputs,
                            .columns = lanes,
                            .bias = parameters + layer.biasOffset(),
                            .accumulates = false});
}

void forwardConv(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
                 Epilogue epilogue)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    laneKernels().gather({.start = planned.forward.start.data(),
                          .entries = planned.forward.entries.data(),
                          .weights = parameters + layer.weightOffset,
                          .toStride = strides.filter,
                          .fromStride = strides.channel,
                          .bias = parameters + layer.biasOffset(),
                          .x = x,
                          .fromChannels = layer.in.channels,
                          .fromCells = cells(layer.in),
                          .y = y,
                          .toChannels = layer.out.channels,
                          .toCells = cells(layer.out),
                          .epilogue = epilogue,
                          .outputs = nullptr});
}

/// ∂L/∂W of a dense layer is a product over lanes, one side of it turned so that its vectors lie along the
/// weights. With a handful of inputs (a bottleneck) they lie across them, and the result is turned at the
/// end.
bool isNarrow(const ResolvedLayer& layer)
{
    return layer.in.size() < 16 && layer.in.size() < layer.out.size();
}

void wideWeightGradient(const ResolvedLayer& layer, const float* x, const float* g, bool accumulates,
                        float* gradient, float* turned)
{
    const int inputs = static_cast<int>(layer.in.size());
    const auto row = static_cast<std::ptrdiff_t>(turnedRow(layer.in.size()));
    laneKernels().transpose(x, inputs, turned, row);
    laneKernels().multiply({.a = g,
                            .aRow = lanes,
                            .aDepth = 1,
                            .b = turned,
                            .bRow = row,
                            .c = gradient,
                            .cRow = inputs,
                            .rows = static_cast<int>(layer.out.size()),
                            .depth = lanes,
                            .columns = inputs,
                            .bias = nullptr,
                            .accumulates = accumulates});
}

void narrowWeightGradient(const ResolvedLayer& layer, const float* x, const float* g, bool accumulates,
                          float* gradient, Workspace& workspace)
{
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size();
    const auto row = static_cast<std::ptrdiff_t>(turnedRow(outputs));
    float *turned = workspace.turned(), *products = workspace.scratch();
    laneKernels().transpose(g, static_cast<int>(outputs), turned, row);
    laneKernels().multiply({.a = x,
                            .aRow = lanes,
                            .aDepth = 1,
                            .b = turned,
                            .bRow = row,
                            .c = products,
                            .cRow = static_cast<std::ptrdiff_t>(outputs),
                            .rows = static_cast<int>(inputs),
                            .depth = lanes,
                            .columns = static_cast<int>(outputs),
                            .bias = nullptr,
                            .accumulates = false});
    for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t i = 0; i < inputs; ++i) {
            float& w = gradient[o * inputs + i];
            w = (accumulates ? w : 0.0f) + products[i * outputs + o];
        }
}

void convWeightGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                        float* gradient, float* scratch)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    laneKernels().weightGradient({.start = planned.pairs.start.data(),
                                  .pairs = planned.pairs.pairs.data(),
                                  .blocks = planned.pairs.blocks,
                                  .kernelCells = planned.pairs.kernelCells,
                                  .toStride = strides.filter,
                                  .fromStride = strides.channel,
                                  .x = x,
                                  .fromChannels = layer.in.channels,
                                  .fromCells = cells(layer.in),
                                  .g = g,
                                  .toChannels = layer.out.channels,
                                  .toCells = cells(layer.out),
                                  .gradient = gradient,
                                  .accumulates = accumulates,
                                  .scratch = scratch});
}

void inputGradientDense(const ResolvedLayer& layer, const float* parameters, const float* g, float* xGradient)
{
    const int inputs = static_cast<int>(layer.in.size()), outputs = static_cast<int>(layer.out.size());
    laneKernels().multiply({.a = parameters + layer.weightOffset,
                            .aRow = 1,
                            .aDepth = inputs,
                            .b = g,
                            .bRow = lanes,
                            .c = xGradient,
                            .cRow = lanes,
                            .rows = inputs,
                            .depth = outputs,
                            .columns = lanes,
                            .bias = nullptr,
                            .accumulates = false});
}

void inputGradientConv(const PlannedLayer& planned, const float* parameters, const float* g,
                       Epilogue epilogue, const float* x, float* xGradient)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    laneKernels().gather({.start = planned.backward.start.data(),
                          .entries = planned.backward.entries.data(),
                          .weights = parameters + layer.weightOffset,
                          .toStride = strides.channel,
                          .fromStride = strides.filter,
                          .bias = nullptr,
                          .x = g,
                          .fromChannels = layer.out.channels,
                          .fromCells = cells(layer.out),
                          .y = xGradient,
                          .toChannels = layer.in.channels,
                          .toCells = cells(layer.in),
                          .epilogue = epilogue,
                          .outputs = x});
}

} // namespace

void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y, float* sums)
{
    const ResolvedLayer& layer = planned.layer;
    const Activation activation = layer.spec.activation;
    const bool fused = isFused(layer, activation) && !sums;
    if (layer.spec.type == LayerType::Dense)
        forwardDense(layer, parameters, x, y);
    else if (hasTaps(layer))
        forwardConv(planned, parameters, x, y, fused ? Epilogue::Relu : Epilogue::None);
    else
        poolForward(planned, x, y);
    const std::size_t count = layer.out.size() * lanes;
    if (sums) std::copy_n(y, count, sums);
    if (!fused) laneKernels().activate(static_cast<Curve>(activation), y, count);
}

void parameterGradient(const PlannedLayer& planned, const float* x, const float* g, bool accumulates,
                       float* gradient, Workspace& workspace)
{
    const ResolvedLayer& layer = planned.layer;
    if (layer.parameterCount() == 0) return;
    float *weights = gradient + layer.weightOffset, *biases = gradient + layer.biasOffset();
    if (hasTaps(layer))
        convWeightGradient(planned, x, g, accumulates, weights, workspace.scratch());
    else if (isNarrow(layer))
        narrowWeightGradient(layer, x, g, accumulates, weights, workspace);
    else
        wideWeightGradient(layer, x, g, accumulates, weights, workspace.turned());
    const int channels = static_cast<int>(layer.biasCount);
    laneKernels().channelSums(g, channels, static_cast<int>(layer.out.size()) / channels, accumulates,
                              biases);
}

void inputGradient(const PlannedLayer& planned, const float* parameters, const float* x, Activation before,
                   const float* g, float* xGradient)
{
    const ResolvedLayer& layer = planned.layer;
    const bool fused = isFused(layer, before);
    if (layer.spec.type == LayerType::Dense)
        inputGradientDense(layer, parameters, g, xGradient);
    else if (hasTaps(layer))
        inputGradientConv(planned, parameters, g, fused ? Epilogue::ReluSlope : Epilogue::None, x, xGradient);
    else
        poolBackward(planned, x, g, xGradient);
    if (!fused)
        laneKernels().multiplyBySlope(static_cast<Curve>(before), x, xGradient, layer.in.size() * lanes);
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    if (hasTaps(planned.layer))
        return static_cast<std::size_t>(planned.pairs.kernelCells) * weightGradientScratch;
    return isNarrow(planned.layer) ? planned.layer.weightCount : 0;
}

} // namespace hg
