#include "core/conv/convolve.h"
#include "core/nn/layer_kinds_detail.h"

namespace hg::layers {
namespace {

Result<ResolvedLayer> resolve(const LayerSpec& spec, Shape in)
{
    const auto h = forwardAxis(axisChoiceH(spec, in.height), Convention::Keras, "h");
    if (!h) return h.error();
    const auto w = forwardAxis(axisChoiceW(spec, in.width), Convention::Keras, "w");
    if (!w) return w.error();
    if (const auto met = checkPoolingWindows({*h, *w}); !met) return met.error();
    return ResolvedLayer{
        .spec = spec, .in = in, .out = {in.channels, h->output, w->output}, .geometry = {*h, *w}};
}

TensorD forwardMax(const ResolvedLayer& layer, std::span<const double>, const TensorD& input)
{
    return pool(input, Pooling::Max, layer.geometry);
}

TensorD forwardAverage(const ResolvedLayer& layer, std::span<const double>, const TensorD& input)
{
    return pool(input, Pooling::Average, layer.geometry);
}

/// Each output hands its gradient to the cells it looked at, by the weights that it gave them.
TensorD spread(Pooling kind, const ResolvedLayer& layer, const TensorD& input, const TensorD& sumGradient)
{
    TensorD inputGradient(1, layer.in);
    for (int ch = 0; ch < layer.out.channels; ++ch)
        for (int r = 0; r < layer.out.height; ++r)
            for (int c = 0; c < layer.out.width; ++c)
                for (const Term& term : sumBehindPool(input, kind, layer.geometry, {r, c, ch}).terms)
                    if (!term.isPadding)
                        inputGradient.at(0, ch, term.row, term.column) +=
                            term.weight * sumGradient.at(0, ch, r, c);
    return inputGradient;
}

TensorD backwardMax(const ResolvedLayer& layer, std::span<const double>, const TensorD& input,
                    const TensorD& sumGradient, std::span<double>)
{
    return spread(Pooling::Max, layer, input, sumGradient);
}

TensorD backwardAverage(const ResolvedLayer& layer, std::span<const double>, const TensorD& input,
                        const TensorD& sumGradient, std::span<double>)
{
    return spread(Pooling::Average, layer, input, sumGradient);
}

} // namespace

constexpr LayerParameter parameters[]{neededKernel, stride, dilation, padding, activation};
const LayerKind maxPoolKind{.type = LayerType::MaxPool,
                            .id = "max-pool",
                            .parameters = parameters,
                            .reach = LayerReach::Direct,
                            .isLinear = false,
                            .resolve = resolve,
                            .forward = forwardMax,
                            .backward = backwardMax};
const LayerKind averagePoolKind{.type = LayerType::AveragePool,
                                .id = "average-pool",
                                .parameters = parameters,
                                .reach = LayerReach::Direct,
                                .resolve = resolve,
                                .forward = forwardAverage,
                                .backward = backwardAverage};

} // namespace hg::layers
