#include "core/lab/filter_descent.h"

#include "core/lab/conv_filters.h"
#include "core/nn/reference.h"
#include "core/util/rng.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::uint32_t startPurpose = 1, noisePurpose = 2; // of the random streams
constexpr double startDeviation = 0.1;
constexpr double firstDecay = 0.9, secondDecay = 0.999, smallest = 1e-8; // Adam's β₁, β₂, ε

Result<ResolvedLayer> layerOf(const FilterTask& task)
{
    LayerSpec spec = conv(1, task.kernel, task.stride, Activation::Linear);
    spec.dilation = task.dilation;
    spec.paddingH = task.paddingH;
    spec.paddingW = task.paddingW;
    spec.hasBias = false;
    auto layer = layerKind(LayerType::Conv).resolve(spec, task.input.shape);
    if (layer) layer->geometry.h.fill = layer->geometry.w.fill = task.fill; // layers of networks have none
    return layer;
}

Result<void> checkNumber(double value, bool isAccepted)
{
    if (isAccepted) return {};
    return Error{ErrorCode::BadValue, {}, {}, std::to_string(value)};
}

/// The named filter in the middle of the kernel, the same on every channel.
Result<std::vector<double>> hiddenWeights(const FilterTask& task)
{
    if (const auto& own = task.wanted.weights) {
        const Shape expected{task.input.shape.channels, task.kernel.h, task.kernel.w};
        if (own->n == 1 && own->shape == expected) return own->data;
        return Error{
            ErrorCode::ShapesDoNotFit, {}, {double(own->data.size()), double(expected.size())}, "kernel"};
    }
    const FilterPreset* preset = findFilterPreset(task.wanted.filter);
    if (!preset) return Error{ErrorCode::UnknownName, {}, {}, task.wanted.filter};
    const TensorD small = preset->make(task.kernel);
    const Shape s = small.shape;
    const bool isTall = s.height > task.kernel.h;
    if (isTall || s.width > task.kernel.w)
        return Error{ErrorCode::ShapesDoNotFit,
                     {},
                     {double(isTall ? s.height : s.width), double(isTall ? task.kernel.h : task.kernel.w)},
                     "kernel"};
    TensorD weights(1, {task.input.shape.channels, task.kernel.h, task.kernel.w});
    const int top = (task.kernel.h - s.height) / 2, left = (task.kernel.w - s.width) / 2;
    for (int ch = 0; ch < weights.shape.channels; ++ch)
        for (int r = 0; r < s.height; ++r)
            for (int c = 0; c < s.width; ++c)
                weights.at(0, ch, top + r, left + c) = small.at(0, 0, r, c);
    return weights.data;
}

void addNoise(TensorD& wanted, const FilterTask& task)
{
    if (task.wanted.noise == 0) return;
    const Random random(task.seed, noisePurpose);
    for (std::size_t i = 0; i < wanted.data.size(); ++i)
        wanted.data[i] += task.wanted.noise * random.normal(i);
}

TensorD outputOf(const FilterFigure& figure, std::span<const double> weights)
{
    return layerKind(LayerType::Conv).forward(figure.layer, weights, figure.task.input);
}

} // namespace

Result<FilterFigure> evaluate(const FilterTask& task)
{
    if (const auto rate = checkNumber(task.rate, std::isfinite(task.rate) && task.rate > 0); !rate)
        return rate.error();
    if (const auto noise =
            checkNumber(task.wanted.noise, std::isfinite(task.wanted.noise) && task.wanted.noise >= 0);
        !noise)
        return noise.error();
    const auto layer = layerOf(task);
    if (!layer) return layer.error();
    FilterFigure figure{task, *layer, task.wanted.picture, std::nullopt};
    if (task.wanted.weights || !task.wanted.filter.empty()) {
        const auto hidden = hiddenWeights(task);
        if (!hidden) return hidden.error();
        figure.hidden = *hidden;
        figure.wanted = outputOf(figure, *hidden);
    }
    if (figure.wanted.n != 1 || figure.wanted.shape != layer->out)
        return Error{ErrorCode::ShapesDoNotFit,
                     {},
                     {double(figure.wanted.data.size()), double(layer->out.size())},
                     "output"};
    addNoise(figure.wanted, task);
    return figure;
}

FilterStep stepAt(const FilterFigure& figure, std::span<const double> weights)
{
    FilterStep step;
    step.output = outputOf(figure, weights);
    step.difference = step.output;
    for (std::size_t i = 0; i < step.difference.data.size(); ++i)
        step.difference.data[i] -= figure.wanted.data[i];
    step.loss = lossOf(Loss::Mse, step.output, step.output, figure.wanted);
    const TensorD slope =
        lossGradient(Loss::Mse, Activation::Linear, step.output, step.output, figure.wanted);
    step.gradient.assign(figure.weightCount(), 0.0);
    step.inputGradient =
        layerKind(LayerType::Conv).backward(figure.layer, weights, figure.task.input, slope, step.gradient);
    return step;
}

std::vector<double> startWeights(const FilterFigure& figure)
{
    const Random random(figure.task.seed, startPurpose);
    std::vector<double> weights(figure.weightCount());
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = startDeviation * random.normal(i);
    return weights;
}

FilterRun::FilterRun(FilterFigure figure, FilterLimits limits) : m_figure(std::move(figure)), m_limits(limits)
{
    m_memory.first.assign(m_figure.weightCount(), 0.0);
    m_memory.second.assign(m_figure.weightCount(), 0.0);
    remember(startWeights(m_figure));
}

void FilterRun::remember(std::span<const double> weights)
{
    FilterStep step = stepAt(m_figure, weights);
    m_gradient = std::move(step.gradient);
    m_weights.insert(m_weights.end(), weights.begin(), weights.end());
    m_losses.push_back(step.loss);
    if (!(step.loss <= m_limits.diverged)) // also where it is not a number
        m_end = FilterEnd::Diverged;
    else if (step.loss < m_limits.learned)
        m_end = FilterEnd::Learned;
    else if (updates() >= m_limits.updates)
        m_end = FilterEnd::LastUpdate;
}

std::vector<double> FilterRun::moved(Memory& memory) const
{
    const auto now = weightsAt(updates());
    std::vector<double> weights(now.begin(), now.end());
    const double rate = m_figure.task.rate;
    ++memory.updates;
    const double correction1 = 1 - std::pow(firstDecay, memory.updates),
                 correction2 = 1 - std::pow(secondDecay, memory.updates);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double g = m_gradient[i];
        double &first = memory.first[i], &second = memory.second[i];
        switch (m_figure.task.method) {
        case DescentMethod::Plain:
            weights[i] -= rate * g;
            break;
        case DescentMethod::Momentum:
            first = descentMomentum * first + g;
            weights[i] -= rate * first;
            break;
        case DescentMethod::Adam:
            first = firstDecay * first + (1 - firstDecay) * g;
            second = secondDecay * second + (1 - secondDecay) * g * g;
            weights[i] -= rate * (first / correction1) / (std::sqrt(second / correction2) + smallest);
            break;
        }
    }
    return weights;
}

bool FilterRun::step()
{
    if (m_end != FilterEnd::None) return false;
    remember(moved(m_memory));
    return true;
}

void FilterRun::runToEnd()
{
    while (step()) {
    }
}

std::span<const double> FilterRun::weightsAt(int update) const
{
    const std::size_t count = m_figure.weightCount();
    return std::span(m_weights).subspan(static_cast<std::size_t>(update) * count, count);
}

std::vector<double> FilterRun::nextWeights(int update) const
{
    if (update < updates()) {
        const auto next = weightsAt(update + 1);
        return {next.begin(), next.end()};
    }
    Memory memory = m_memory;
    return moved(memory);
}

double largestGap(const FilterRun& run, int update)
{
    const auto weights = run.weightsAt(update);
    const std::vector<double>& hidden = *run.figure().hidden;
    double gap = 0;
    for (std::size_t i = 0; i < hidden.size(); ++i)
        gap = std::max(gap, std::abs(weights[i] - hidden[i]));
    return gap;
}

std::optional<int> settledUpdate(const FilterRun& run, double tolerance)
{
    int first = run.updates() + 1;
    while (first > 0 && largestGap(run, first - 1) < tolerance)
        --first;
    return first <= run.updates() ? std::optional(first) : std::nullopt;
}

std::optional<int> firstUpdateWithin(const FilterRun& run, double tolerance)
{
    for (int update = 0; update <= run.updates(); ++update)
        if (largestGap(run, update) < tolerance) return update;
    return std::nullopt;
}

double shareOfUpdate(double update, int updates, double even)
{
    return updates < 1 ? 0 : std::log1p(update / even) / std::log1p(updates / even);
}

double updateOfShare(double share, int updates, double even)
{
    return even * std::expm1(share * std::log1p(updates / even));
}

} // namespace hg
