#include "core/engine/code_decoder.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t block = 16; // activations run over whole vectors of any instruction set

SoloStep prepared(const PlannedLayer& planned, const float* parameters)
{
    const ResolvedLayer& layer = planned.layer;
    SoloStep step{&planned, SoloLayout(layer.in), SoloLayout(layer.out), {}, {}};
    if (const auto prepare = layerPasses(layer.spec.type).solo.prepare)
        prepare(planned, parameters + layer.weightOffset, step);
    return step;
}

} // namespace

SoloLayout::SoloLayout(Shape shape)
    : channels(shape.channels)
    , cells(shape.cells())
    , pitch(shape.channels == 1 ? 1
                                : static_cast<int>(roundedUp(static_cast<std::size_t>(shape.channels), 8)))
{}

std::size_t SoloLayout::size() const
{
    return roundedUp(static_cast<std::size_t>(cells) * static_cast<std::size_t>(pitch), block);
}

std::size_t SoloLayout::place(std::size_t i) const
{
    const auto plane = static_cast<std::size_t>(cells);
    return i % plane * static_cast<std::size_t>(pitch) + i / plane;
}

CodeDecoder::CodeDecoder(const Model& model) : m_plan(model.plan), m_mean(model.mean)
{
    std::size_t widest = 0;
    for (int l = m_plan->decoderStart(); l < m_plan->layerCount(); ++l) {
        m_steps.push_back(prepared(m_plan->layers()[static_cast<std::size_t>(l)], model.parameters.data()));
        widest = std::max({widest, m_steps.back().in.size(), m_steps.back().out.size()});
    }
    widest = std::max(widest, roundedUp(static_cast<std::size_t>(m_plan->codeSize()), block));
    for (AlignedFloats& buffer : m_buffers)
        buffer.resize(widest);
    m_used.resize(widest);
}

void CodeDecoder::run(const SoloStep& step, const float* x, float* y)
{
    const LayerSpec& spec = step.planned->layer.spec;
    layerPasses(spec.type).solo.run(step, x, y, m_used.data());
    laneKernels().activate(static_cast<Curve>(spec.activation), y, step.out.size());
}

void CodeDecoder::decode(std::span<const float> code, std::span<float> picture)
{
    const float* x = m_buffers[0].data();
    std::fill(m_buffers[0].begin(), m_buffers[0].end(), 0.0f);
    const SoloLayout first(m_plan->layers()[static_cast<std::size_t>(m_plan->decoderStart()) - 1].layer.out);
    for (std::size_t i = 0; i < code.size(); ++i)
        m_buffers[0][first.place(i)] = code[i];
    int next = 1;
    for (const SoloStep& step : m_steps) {
        float* y = m_buffers[next].data();
        run(step, x, y);
        x = y;
        next = 1 - next;
    }
    const SoloLayout last(m_plan->network().outputShape());
    for (std::size_t i = 0; i < picture.size(); ++i)
        picture[i] = x[last.place(i)] + (m_mean.empty() ? 0.0f : m_mean[i]);
}

} // namespace hg
