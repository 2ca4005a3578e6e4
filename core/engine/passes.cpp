#include "core/engine/passes.h"

#include "core/engine/kernels.h"
#include "core/engine/pooling.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

int cells(Shape shape)
{
    return shape.height * shape.width;
}

/// Strides of the weight array seen from the layer's output, and from its input.
struct WeightStrides {
    kernels::ChannelStrides forward;
    kernels::ChannelStrides backward;
};

WeightStrides weightStrides(const ResolvedLayer& layer)
{
    const int area = layer.spec.kernel.h * layer.spec.kernel.w;
    // conv: (F,C,kh,kw); transposed: (C,F,kh,kw)
    const int filterStride = layer.spec.type == LayerType::Conv ? layer.in.channels * area : area;
    const int channelStride = layer.spec.type == LayerType::Conv ? area : layer.spec.filters * area;
    return {{filterStride, channelStride}, {channelStride, filterStride}};
}

void forwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, float* y)
{
    const ResolvedLayer& layer = planned.layer;
    const float* weights = parameters + layer.weightOffset;
    const float* bias = parameters + layer.biasOffset();
    if (layer.spec.type == LayerType::Dense)
        kernels::denseForward(weights, bias, x, static_cast<int>(layer.in.size()),
                              static_cast<int>(layer.out.size()), y);
    else if (layer.parameterCount() == 0)
        kernels::poolForward(planned, x, y);
    else
        kernels::gather(planned.forward, weights, weightStrides(layer).forward, bias, x, layer.in.channels,
                        cells(layer.in), layer.out.channels, cells(layer.out), y);
}

void backwardLayer(const PlannedLayer& planned, const float* parameters, const float* x, const float* g,
                   float* gradient, float* xGradient)
{
    const ResolvedLayer& layer = planned.layer;
    if (layer.parameterCount() == 0) {
        if (xGradient) kernels::poolBackward(planned, x, g, xGradient);
        return;
    }
    const float* weights = parameters + layer.weightOffset;
    float* weightGradient = gradient + layer.weightOffset;
    float* biasGradient = gradient + layer.biasOffset();
    if (layer.spec.type == LayerType::Dense) {
        kernels::denseBackward(weights, x, g, static_cast<int>(layer.in.size()),
                               static_cast<int>(layer.out.size()), weightGradient, biasGradient, xGradient);
        return;
    }
    const WeightStrides strides = weightStrides(layer);
    kernels::addWeightGradient(planned.forward, strides.forward, x, layer.in.channels, cells(layer.in), g,
                               layer.out.channels, cells(layer.out), weightGradient);
    kernels::addBiasGradient(g, layer.out.channels, cells(layer.out), biasGradient);
    if (xGradient)
        kernels::gather(planned.backward, weights, strides.backward, nullptr, g, layer.out.channels,
                        cells(layer.out), layer.in.channels, cells(layer.in), xGradient);
}

double softplus(double z)
{
    return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
}

} // namespace

void loadChunk(const SampleView& view, std::span<const int> rows, std::span<const float> mean, float* chunk)
{
    for (std::size_t lane = 0; lane < static_cast<std::size_t>(lanes); ++lane) {
        if (lane >= rows.size()) {
            for (std::size_t f = 0; f < view.features; ++f)
                chunk[f * lanes + lane] = 0;
            continue;
        }
        const std::size_t first = static_cast<std::size_t>(rows[lane]) * view.features;
        if (view.bytes)
            for (std::size_t f = 0; f < view.features; ++f)
                chunk[f * lanes + lane] = static_cast<float>(view.bytes[first + f]) * (1.0f / 255.0f);
        else if (view.floats)
            for (std::size_t f = 0; f < view.features; ++f)
                chunk[f * lanes + lane] = view.floats[first + f];
        else
            for (std::size_t f = 0; f < view.features; ++f)
                chunk[f * lanes + lane] = static_cast<float>(view.doubles[first + f]);
    }
    if (mean.empty()) return;
    for (std::size_t f = 0; f < view.features; ++f)
        for (std::size_t lane = 0; lane < rows.size(); ++lane)
            chunk[f * lanes + lane] -= mean[f];
}

void forwardChunk(const Plan& plan, const float* parameters, int first, int last, Workspace& workspace)
{
    for (int l = first; l < last; ++l) {
        const PlannedLayer& planned = plan.layers()[static_cast<std::size_t>(l)];
        const std::size_t count = planned.layer.out.size() * lanes;
        float* y = workspace.activations(l + 1);
        forwardLayer(planned, parameters, workspace.activations(l), y);
        if (l + 1 == plan.layerCount()) std::copy_n(y, count, workspace.lastSums());
        kernels::activate(planned.layer.spec.activation, y, count);
    }
}

double lossChunk(const Plan& plan, Loss loss, int count, float scale, Workspace& workspace)
{
    const std::size_t outputs = plan.outputSize();
    const int last = plan.layerCount() - 1;
    const float *y = workspace.activations(last + 1), *t = workspace.target(), *z = workspace.lastSums();
    float* g = workspace.sumGradient(last);
    const float factor = scale * (loss == Loss::Mse ? 2.0f : 1.0f) / static_cast<float>(outputs);
    double total = 0;
    for (std::size_t f = 0; f < outputs; ++f) {
        float squares = 0;
        for (std::size_t lane = 0; lane < static_cast<std::size_t>(lanes); ++lane) {
            const std::size_t i = f * lanes + lane;
            const bool isUsed = lane < static_cast<std::size_t>(count);
            const float error = isUsed ? y[i] - t[i] : 0.0f;
            g[i] = factor * error;
            squares += error * error;
        }
        if (loss == Loss::Mse)
            total += static_cast<double>(squares);
        else
            for (std::size_t lane = 0; lane < static_cast<std::size_t>(count); ++lane) {
                const double sum = static_cast<double>(z[f * lanes + lane]);
                total += softplus(sum) - static_cast<double>(t[f * lanes + lane]) * sum;
            }
    }
    if (loss == Loss::Mse)
        kernels::multiplyBySlope(plan.layers().back().layer.spec.activation, y, g, outputs * lanes);
    return total / static_cast<double>(outputs);
}

void backwardChunk(const Plan& plan, const float* parameters, Workspace& workspace, float* gradient,
                   int keptCode)
{
    for (int l = plan.layerCount() - 1; l >= 0; --l) {
        const PlannedLayer& planned = plan.layers()[static_cast<std::size_t>(l)];
        float* xGradient = l > 0 ? workspace.sumGradient(l - 1) : nullptr;
        backwardLayer(planned, parameters, workspace.activations(l), workspace.sumGradient(l), gradient,
                      xGradient);
        if (l == plan.decoderStart() && keptCode >= 0)
            std::fill_n(xGradient + static_cast<std::size_t>(keptCode) * lanes,
                        static_cast<std::size_t>(plan.codeSize() - keptCode) * lanes, 0.0f);
        if (l > 0)
            kernels::multiplyBySlope(plan.layers()[static_cast<std::size_t>(l) - 1].layer.spec.activation,
                                     workspace.activations(l), xGradient, planned.layer.in.size() * lanes);
    }
}

} // namespace hg
