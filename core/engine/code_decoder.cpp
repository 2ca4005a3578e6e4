#include "core/engine/code_decoder.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/solo_kernels.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

constexpr std::size_t block = 16; // activations run over whole vectors of any instruction set

} // namespace

CodeDecoder::Layout::Layout(Shape shape)
    : channels(shape.channels)
    , cells(shape.cells())
    , pitch(shape.channels == 1 ? 1
                                : static_cast<int>(roundedUp(static_cast<std::size_t>(shape.channels), 8)))
{}

std::size_t CodeDecoder::Layout::size() const
{
    return roundedUp(static_cast<std::size_t>(cells) * static_cast<std::size_t>(pitch), block);
}

std::size_t CodeDecoder::Layout::place(std::size_t i) const
{
    const auto plane = static_cast<std::size_t>(cells);
    return i % plane * static_cast<std::size_t>(pitch) + i / plane;
}

CodeDecoder::CodeDecoder(const Model& model) : m_plan(model.plan), m_mean(model.mean)
{
    std::size_t widest = 0;
    for (int l = m_plan->decoderStart(); l < m_plan->layerCount(); ++l) {
        m_steps.push_back(prepare(m_plan->layers()[static_cast<std::size_t>(l)], model.parameters.data()));
        widest = std::max({widest, m_steps.back().in.size(), m_steps.back().out.size()});
    }
    widest = std::max(widest, roundedUp(static_cast<std::size_t>(m_plan->codeSize()), block));
    for (AlignedFloats& buffer : m_buffers)
        buffer.resize(widest);
    m_used.resize(widest);
}

CodeDecoder::Step CodeDecoder::prepare(const PlannedLayer& planned, const float* parameters) const
{
    const ResolvedLayer& layer = planned.layer;
    Step step{&planned, Layout(layer.in), Layout(layer.out), {}, {}};
    if (layer.parameterCount() == 0) return step;
    if (layer.spec.type == LayerType::Dense)
        prepareDense(layer, parameters, step);
    else
        prepareConv(planned, parameters, step);
    return step;
}

void CodeDecoder::prepareDense(const ResolvedLayer& layer, const float* parameters, Step& step)
{
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size(), row = step.out.size();
    step.weights.assign(step.in.size() * row, 0.0f);
    step.bias.assign(row, 0.0f);
    for (std::size_t o = 0; o < outputs; ++o) {
        const std::size_t to = step.out.place(o);
        step.bias[to] = parameters[layer.biasOffset() + o];
        for (std::size_t i = 0; i < inputs; ++i)
            step.weights[step.in.place(i) * row + to] = parameters[layer.weightOffset + o * inputs + i];
    }
}

CodeDecoder::Along CodeDecoder::along(const Step& step)
{
    if (step.out.channels >= 4 || (step.in.channels == 1 && step.out.channels > 1)) return Along::Outputs;
    return step.in.channels > 1 ? Along::Inputs : Along::Neither;
}

void CodeDecoder::prepareConv(const PlannedLayer& planned, const float* parameters, Step& step)
{
    const ResolvedLayer& layer = planned.layer;
    const auto kernel = static_cast<std::size_t>(planned.pairs.kernelCells);
    const auto from = static_cast<std::size_t>(step.in.channels),
               to = static_cast<std::size_t>(step.out.channels);
    const auto fromPitch = static_cast<std::size_t>(step.in.pitch),
               toPitch = static_cast<std::size_t>(step.out.pitch);
    const bool isTransposed = layer.spec.type == LayerType::ConvTransposed;
    const bool wide = along(step) == Along::Outputs;
    step.bias.assign(roundedUp(toPitch, 8), 0.0f);
    std::copy_n(parameters + layer.biasOffset(), to, step.bias.begin());
    step.weights.assign(wide ? kernel * from * roundedUp(toPitch, 8) : to * kernel * fromPitch, 0.0f);
    for (std::size_t f = 0; f < to; ++f)
        for (std::size_t c = 0; c < from; ++c)
            for (std::size_t k = 0; k < kernel; ++k) {
                const std::size_t source =
                    isTransposed ? (c * to + f) * kernel + k : (f * from + c) * kernel + k;
                const std::size_t place =
                    wide ? (k * from + c) * toPitch + f : (f * kernel + k) * fromPitch + c;
                step.weights[place] = parameters[layer.weightOffset + source];
            }
}

void CodeDecoder::runDense(const Step& step, const float* x, float* y)
{
    soloKernels().dense({.weights = step.weights.data(),
                         .row = static_cast<std::ptrdiff_t>(step.out.size()),
                         .bias = step.bias.data(),
                         .x = x,
                         .inputs = static_cast<int>(step.in.size()),
                         .used = m_used.data(),
                         .y = y});
}

void CodeDecoder::runPlainConv(const Step& step, const float* x, float* y)
{
    for (int cell = 0; cell < step.out.cells; ++cell) {
        float sum = step.bias[0];
        for (const TapEntry& tap : step.planned->forward.of(cell))
            sum += step.weights[static_cast<std::size_t>(tap.kernel)] * x[tap.cell];
        y[cell] = sum;
    }
}

void CodeDecoder::runConv(const Step& step, const float* x, float* y)
{
    const SoloConvJob job{.start = step.planned->forward.start.data(),
                          .entries = step.planned->forward.entries.data(),
                          .weights = step.weights.data(),
                          .bias = step.bias.data(),
                          .x = x,
                          .fromChannels = step.in.channels,
                          .fromPitch = step.in.pitch,
                          .y = y,
                          .toChannels = step.out.channels,
                          .toPitch = step.out.pitch,
                          .toCells = step.out.cells,
                          .kernelCells = step.planned->pairs.kernelCells};
    if (along(step) == Along::Neither)
        runPlainConv(step, x, y);
    else if (along(step) == Along::Outputs)
        soloKernels().convWide(job);
    else
        soloKernels().convNarrow(job);
}

void CodeDecoder::runPool(const Step& step, const float* x, float* y)
{
    const bool isMaximum = step.planned->layer.spec.type == LayerType::MaxPool;
    const bool isAverage = step.planned->layer.spec.type == LayerType::AveragePool;
    for (int cell = 0; cell < step.out.cells; ++cell)
        for (int c = 0; c < step.out.channels; ++c) {
            const auto taps = step.planned->forward.of(cell);
            float value = isMaximum && !taps.empty() ? -std::numeric_limits<float>::infinity() : 0.0f;
            for (const TapEntry& tap : taps) {
                const float source = x[tap.cell * step.in.pitch + c];
                value = isMaximum ? std::max(source, value) : value + source;
            }
            if (isAverage && !taps.empty()) value /= static_cast<float>(taps.size());
            y[cell * step.out.pitch + c] = value;
        }
}

void CodeDecoder::run(const Step& step, const float* x, float* y)
{
    const LayerType type = step.planned->layer.spec.type;
    if (type == LayerType::Dense)
        runDense(step, x, y);
    else if (isConvolution(type))
        runConv(step, x, y);
    else
        runPool(step, x, y);
    laneKernels().activate(static_cast<Curve>(step.planned->layer.spec.activation), y, step.out.size());
}

void CodeDecoder::decode(std::span<const float> code, std::span<float> picture)
{
    const float* x = m_buffers[0].data();
    std::fill(m_buffers[0].begin(), m_buffers[0].end(), 0.0f);
    const Layout first(m_plan->layers()[static_cast<std::size_t>(m_plan->decoderStart()) - 1].layer.out);
    for (std::size_t i = 0; i < code.size(); ++i)
        m_buffers[0][first.place(i)] = code[i];
    int next = 1;
    for (const Step& step : m_steps) {
        float* y = m_buffers[next].data();
        run(step, x, y);
        x = y;
        next = 1 - next;
    }
    const Layout last(m_plan->network().outputShape());
    for (std::size_t i = 0; i < picture.size(); ++i)
        picture[i] = x[last.place(i)] + (m_mean.empty() ? 0.0f : m_mean[i]);
}

} // namespace hg
