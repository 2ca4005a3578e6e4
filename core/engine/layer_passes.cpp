#include "core/engine/layer_passes.h"

#include "core/engine/pooling.h"
#include "core/engine/workspace.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

static_assert(static_cast<int>(Curve::Elu) == static_cast<int>(Activation::Elu));
static_assert(static_cast<int>(Curve::Sigmoid) == static_cast<int>(Activation::Sigmoid));

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

/// Whether a convolution can apply f, or its slope, while the sums are in registers.
bool isFused(const ResolvedLayer& layer, Activation activation)
{
    return isConvolution(layer.spec.type) && activation == Activation::Relu;
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

/// One side of a convolution: its numbers' shape and its channels' stride in the weights.
struct Side {
    Shape shape;
    int stride;
};

/// The sums that one side gathers from the other: no bias, and nothing done to them.
GatherJob gatherJob(const TapTable& taps, const float* weights, Side from, const float* x, Side to, float* y)
{
    return {.start = taps.start.data(),
            .entries = taps.entries.data(),
            .weights = weights,
            .toStride = to.stride,
            .fromStride = from.stride,
            .bias = nullptr,
            .x = x,
            .fromChannels = from.shape.channels,
            .fromCells = from.shape.cells(),
            .y = y,
            .toChannels = to.shape.channels,
            .toCells = to.shape.cells(),
            .epilogue = Epilogue::None,
            .outputs = nullptr};
}

void forwardConv(const PlannedLayer& planned, const float* parameters, const float* x, float* y,
                 Epilogue epilogue)
{
    const ResolvedLayer& layer = planned.layer;
    const WeightStrides strides = weightStrides(layer);
    GatherJob job = gatherJob(planned.forward, parameters + layer.weightOffset, {layer.in, strides.channel},
                              x, {layer.out, strides.filter}, y);
    job.bias = parameters + layer.biasOffset();
    job.epilogue = epilogue;
    laneKernels().gather(job);
}

/// ∂L/∂W of a dense layer is a product over lanes, one side of it turned so that its vectors lie along the
/// weights. With a handful of inputs (a bottleneck) they lie across them, and the result is turned at the
/// end.
bool isNarrow(const ResolvedLayer& layer)
{
    return layer.in.size() < 16 && layer.in.size() < layer.out.size();
}

/// C[i][j] = start + Σ over lanes of a[i]·b[j]: b is turned on the way, so that its features lie along the
/// vectors.
void multiplyOverLanes(const float* a, std::size_t rows, const float* b, std::size_t columns,
                       bool accumulates, float* c, float* turned)
{
    const auto row = static_cast<std::ptrdiff_t>(turnedRow(columns));
    laneKernels().transpose(b, static_cast<int>(columns), turned, row);
    laneKernels().multiply({.a = a,
                            .aRow = lanes,
                            .aDepth = 1,
                            .b = turned,
                            .bRow = row,
                            .c = c,
                            .cRow = static_cast<std::ptrdiff_t>(columns),
                            .rows = static_cast<int>(rows),
                            .depth = lanes,
                            .columns = static_cast<int>(columns),
                            .bias = nullptr,
                            .accumulates = accumulates});
}

void denseWeightGradient(const ResolvedLayer& layer, const float* x, const float* g, bool accumulates,
                         float* gradient, Workspace& workspace)
{
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size();
    if (!isNarrow(layer))
        return multiplyOverLanes(g, outputs, x, inputs, accumulates, gradient, workspace.turned());
    float* products = workspace.scratch();
    multiplyOverLanes(x, inputs, g, outputs, false, products, workspace.turned());
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
                                  .fromCells = layer.in.cells(),
                                  .g = g,
                                  .toChannels = layer.out.channels,
                                  .toCells = layer.out.cells(),
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
    GatherJob job = gatherJob(planned.backward, parameters + layer.weightOffset, {layer.out, strides.filter},
                              g, {layer.in, strides.channel}, xGradient);
    job.epilogue = epilogue;
    job.outputs = x;
    laneKernels().gather(job);
}

} // namespace

void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y, float* sums)
{
    const ResolvedLayer& layer = planned.layer;
    const Activation activation = layer.spec.activation;
    const bool fused = isFused(layer, activation) && !sums;
    if (layer.spec.type == LayerType::Dense)
        forwardDense(layer, parameters, x, y);
    else if (isConvolution(layer.spec.type))
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
    if (isConvolution(layer.spec.type))
        convWeightGradient(planned, x, g, accumulates, weights, workspace.scratch());
    else
        denseWeightGradient(layer, x, g, accumulates, weights, workspace);
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
    else if (isConvolution(layer.spec.type))
        inputGradientConv(planned, parameters, g, fused ? Epilogue::ReluSlope : Epilogue::None, x, xGradient);
    else
        poolBackward(planned, x, g, xGradient);
    if (!fused)
        laneKernels().multiplyBySlope(static_cast<Curve>(before), x, xGradient, layer.in.size() * lanes);
}

std::size_t scratchSize(const PlannedLayer& planned)
{
    if (isConvolution(planned.layer.spec.type))
        return static_cast<std::size_t>(planned.pairs.kernelCells) * weightGradientScratch;
    return isNarrow(planned.layer) ? planned.layer.weightCount : 0;
}

} // namespace hg
