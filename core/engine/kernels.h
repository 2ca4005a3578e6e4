#pragma once

#include "core/engine/plan.h"

namespace hg::kernels {

// The loops that take the time. All arrays are [feature][lane] with `lanes` floats a feature.

/// sums = W·x + b. W (outputs, inputs).
void denseForward(const float* weights, const float* bias, const float* x, int inputs, int outputs,
                  float* sums);
/// Adds ∂L/∂W and ∂L/∂b to the gradient arrays; writes ∂L/∂x unless `xGradient` is null.
void denseBackward(const float* weights, const float* x, const float* sumGradient, int inputs, int outputs,
                   float* weightGradient, float* biasGradient, float* xGradient);

/// How a convolution's weight array is walked from one side: index = to·toStride + from·fromStride + kernel
/// cell.
struct ChannelStrides {
    int to = 0;
    int from = 0;
};

/// y[to, cell] = bias[to] + Σ over taps and `from` channels of w·x. The forward pass of both directions of
/// convolution and, without bias and with the table of the other traversal, their backward pass by the input.
void gather(const TapTable& taps, const float* weights, ChannelStrides strides, const float* bias,
            const float* x, int fromChannels, int fromCells, int toChannels, int toCells, float* y);

/// Adds to w's gradient: Σ over taps and lanes of g[to, cell]·x[from, source cell].
void addWeightGradient(const TapTable& taps, ChannelStrides strides, const float* x, int fromChannels,
                       int fromCells, const float* g, int toChannels, int toCells, float* weightGradient);
/// Adds each channel's sum over cells and lanes.
void addBiasGradient(const float* g, int channels, int cells, float* biasGradient);

/// y = f(y), in place.
void activate(Activation activation, float* y, std::size_t count);
/// g *= f′, by the outputs y.
void multiplyBySlope(Activation activation, const float* y, float* g, std::size_t count);

} // namespace hg::kernels
