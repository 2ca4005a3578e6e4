#include "core/engine/kernels.h"

#include <Eigen/Core>

namespace hg::kernels {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Chunk = Eigen::Matrix<float, Eigen::Dynamic, lanes, Eigen::RowMajor>;
using ConstMatrix = Eigen::Map<const RowMajor>;
using ConstChunk = Eigen::Map<const Chunk>;

constexpr int laneBlock = 16; // a block of two filters' sums fits the registers of every instruction set

const float* row(const float* array, std::size_t channel, int cells, int cell)
{
    return array + (channel * static_cast<std::size_t>(cells) + static_cast<std::size_t>(cell)) * lanes;
}

float* row(float* array, std::size_t channel, int cells, int cell)
{
    return array + (channel * static_cast<std::size_t>(cells) + static_cast<std::size_t>(cell)) * lanes;
}

/// Sums of `Filters` neighbouring channels of one cell over one block of lanes, held in registers.
template <int Filters>
void gatherBlock(std::span<const TapTable::Entry> taps, const float* weights, ChannelStrides strides,
                 const float* bias, const float* x, int fromChannels, int fromCells, float* y,
                 std::size_t yStride, int lane)
{
    float sums[Filters][laneBlock];
    for (int f = 0; f < Filters; ++f)
        for (int l = 0; l < laneBlock; ++l)
            sums[f][l] = bias ? bias[f] : 0.0f;
    for (int from = 0; from < fromChannels; ++from)
        for (const auto& tap : taps) {
            const float* source = row(x, static_cast<std::size_t>(from), fromCells, tap.cell) + lane;
            const float* w = weights + from * strides.from + tap.kernel;
            for (int f = 0; f < Filters; ++f) {
                const float weight = w[f * strides.to];
                for (int l = 0; l < laneBlock; ++l)
                    sums[f][l] += weight * source[l];
            }
        }
    for (int f = 0; f < Filters; ++f)
        for (int l = 0; l < laneBlock; ++l)
            y[static_cast<std::size_t>(f) * yStride + static_cast<std::size_t>(lane + l)] = sums[f][l];
}

template <int Filters>
void gatherCell(std::span<const TapTable::Entry> taps, const float* weights, ChannelStrides strides,
                const float* bias, const float* x, int fromChannels, int fromCells, float* y,
                std::size_t yStride)
{
    for (int lane = 0; lane < lanes; lane += laneBlock)
        gatherBlock<Filters>(taps, weights, strides, bias, x, fromChannels, fromCells, y, yStride, lane);
}

/// Products of `Filters` gradient channels with one input channel at one kernel cell, summed over lanes by
/// the caller.
template <int Filters>
void weightProducts(const float* const* g, const float* x, float sums[][laneBlock])
{
    for (int lane = 0; lane < lanes; lane += laneBlock)
        for (int f = 0; f < Filters; ++f)
            for (int l = 0; l < laneBlock; ++l)
                sums[f][l] += g[f][lane + l] * x[lane + l];
}

float total(const float* values, int count)
{
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += values[i];
    return sum;
}

} // namespace

void denseForward(const float* weights, const float* bias, const float* x, int inputs, int outputs,
                  float* sums)
{
    Eigen::Map<Chunk> y(sums, outputs, lanes);
    y.noalias() = ConstMatrix(weights, outputs, inputs) * ConstChunk(x, inputs, lanes);
    y.colwise() += Eigen::Map<const Eigen::VectorXf>(bias, outputs);
}

void denseBackward(const float* weights, const float* x, const float* sumGradient, int inputs, int outputs,
                   float* weightGradient, float* biasGradient, float* xGradient)
{
    const ConstChunk g(sumGradient, outputs, lanes);
    Eigen::Map<RowMajor>(weightGradient, outputs, inputs).noalias() +=
        g * ConstChunk(x, inputs, lanes).transpose();
    Eigen::Map<Eigen::VectorXf>(biasGradient, outputs) += g.rowwise().sum();
    if (xGradient)
        Eigen::Map<Chunk>(xGradient, inputs, lanes).noalias() =
            ConstMatrix(weights, outputs, inputs).transpose() * g;
}

void gather(const TapTable& taps, const float* weights, ChannelStrides strides, const float* bias,
            const float* x, int fromChannels, int fromCells, int toChannels, int toCells, float* y)
{
    const std::size_t yStride = static_cast<std::size_t>(toCells) * lanes;
    for (int cell = 0; cell < toCells; ++cell) {
        const auto cellTaps = taps.of(cell);
        int to = 0;
        for (; to + 2 <= toChannels; to += 2)
            gatherCell<2>(cellTaps, weights + to * strides.to, strides, bias ? bias + to : nullptr, x,
                          fromChannels, fromCells, row(y, static_cast<std::size_t>(to), toCells, cell),
                          yStride);
        if (to < toChannels)
            gatherCell<1>(cellTaps, weights + to * strides.to, strides, bias ? bias + to : nullptr, x,
                          fromChannels, fromCells, row(y, static_cast<std::size_t>(to), toCells, cell),
                          yStride);
    }
}

void addWeightGradient(const TapTable& taps, ChannelStrides strides, const float* x, int fromChannels,
                       int fromCells, const float* g, int toChannels, int toCells, float* weightGradient)
{
    for (int cell = 0; cell < toCells; ++cell)
        for (const auto& tap : taps.of(cell))
            for (int from = 0; from < fromChannels; ++from) {
                const float* source = row(x, static_cast<std::size_t>(from), fromCells, tap.cell);
                float* w = weightGradient + from * strides.from + tap.kernel;
                int to = 0;
                for (; to + 2 <= toChannels; to += 2) {
                    const float* both[2] = {row(g, static_cast<std::size_t>(to), toCells, cell),
                                            row(g, static_cast<std::size_t>(to) + 1, toCells, cell)};
                    float sums[2][laneBlock] = {};
                    weightProducts<2>(both, source, sums);
                    w[to * strides.to] += total(sums[0], laneBlock);
                    w[(to + 1) * strides.to] += total(sums[1], laneBlock);
                }
                if (to < toChannels) {
                    const float* one[1] = {row(g, static_cast<std::size_t>(to), toCells, cell)};
                    float sums[1][laneBlock] = {};
                    weightProducts<1>(one, source, sums);
                    w[to * strides.to] += total(sums[0], laneBlock);
                }
            }
}

void addBiasGradient(const float* g, int channels, int cells, float* biasGradient)
{
    const Eigen::Index perChannel = Eigen::Index{cells} * lanes;
    for (int c = 0; c < channels; ++c)
        biasGradient[c] += Eigen::Map<const Eigen::ArrayXf>(g + c * perChannel, perChannel).sum();
}

void activate(Activation activation, float* y, std::size_t count)
{
    Eigen::Map<Eigen::ArrayXf> v(y, static_cast<Eigen::Index>(count));
    switch (activation) {
    case Activation::Linear:
        return;
    case Activation::Tanh:
        v = v.tanh();
        return;
    case Activation::Sigmoid:
        v = 1.0f / (1.0f + (-v).exp());
        return;
    case Activation::Relu:
        v = v.max(0.0f);
        return;
    case Activation::LeakyRelu:
        v = (v > 0.0f).select(v, static_cast<float>(leakySlope) * v);
        return;
    case Activation::Elu:
        v = (v > 0.0f).select(v, v.expm1());
        return;
    }
}

void multiplyBySlope(Activation activation, const float* y, float* g, std::size_t count)
{
    const Eigen::Map<const Eigen::ArrayXf> v(y, static_cast<Eigen::Index>(count));
    Eigen::Map<Eigen::ArrayXf> d(g, static_cast<Eigen::Index>(count));
    switch (activation) {
    case Activation::Linear:
        return;
    case Activation::Tanh:
        d *= 1.0f - v.square();
        return;
    case Activation::Sigmoid:
        d *= v * (1.0f - v);
        return;
    case Activation::Relu:
        d = (v > 0.0f).select(d, 0.0f);
        return;
    case Activation::LeakyRelu:
        d = (v > 0.0f).select(d, static_cast<float>(leakySlope) * d);
        return;
    case Activation::Elu:
        d = (v > 0.0f).select(d, d * (v + 1.0f));
        return;
    }
}

} // namespace hg::kernels
