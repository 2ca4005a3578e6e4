#include "core/conv/convolve.h"
#include "core/nn/layer_kinds_detail.h"

namespace hg::layers {

AxisChoice axisChoiceH(const LayerSpec& spec, int input)
{
    return {.input = input,
            .kernel = spec.kernel.h,
            .stride = spec.stride.h,
            .dilation = spec.dilation.h,
            .padding = spec.paddingH};
}

AxisChoice axisChoiceW(const LayerSpec& spec, int input)
{
    return {.input = input,
            .kernel = spec.kernel.w,
            .stride = spec.stride.w,
            .dilation = spec.dilation.w,
            .padding = spec.paddingW};
}

namespace {

ResolvedLayer withCounts(ResolvedLayer layer)
{
    const std::size_t area =
        static_cast<std::size_t>(layer.spec.kernel.h) * static_cast<std::size_t>(layer.spec.kernel.w);
    const auto filters = static_cast<std::size_t>(layer.spec.filters);
    layer.biasCount = layer.spec.hasBias ? filters : 0;
    layer.weightCount = static_cast<std::size_t>(layer.in.channels) * filters * area;
    layer.fanIn = static_cast<double>(area) * layer.in.channels;
    layer.fanOut = static_cast<double>(area) * layer.spec.filters;
    return layer;
}

using AxisRule = Result<ConvAxis> (*)(const AxisChoice&, bool rows);

Result<ResolvedLayer> resolveWith(AxisRule rule, const LayerSpec& spec, Shape in)
{
    if (spec.filters < 1) return Error{ErrorCode::LayerInvalid, {}, {}, "filters"};
    const auto h = rule(axisChoiceH(spec, in.height), true);
    if (!h) return h.error();
    const auto w = rule(axisChoiceW(spec, in.width), false);
    if (!w) return w.error();
    return withCounts({.spec = spec, .in = in, .geometry = {*h, *w}});
}

Result<ResolvedLayer> resolveForward(const LayerSpec& spec, Shape in)
{
    const AxisRule rule = [](const AxisChoice& c, bool rows) {
        return forwardAxis(c, Convention::Keras, rows ? "h" : "w");
    };
    auto layer = resolveWith(rule, spec, in);
    if (layer) layer->out = {spec.filters, layer->geometry.h.output, layer->geometry.w.output};
    return layer;
}

Result<ResolvedLayer> resolveTransposed(const LayerSpec& spec, Shape in)
{
    const AxisRule rule = [](const AxisChoice& c, bool rows) {
        return transposedAxis(c, Convention::Keras, std::nullopt, rows ? "h" : "w");
    };
    auto layer = resolveWith(rule, spec, in);
    if (layer) layer->out = {spec.filters, layer->geometry.h.input, layer->geometry.w.input};
    return layer;
}

/// The weights as a tensor of kernels: (F, C,kh,kw) forward, (C, F,kh,kw) transposed.
TensorD kernels(const ResolvedLayer& layer, std::span<const double> parameters)
{
    const bool isDirect = layerKind(layer.spec.type).reach == LayerReach::Direct;
    const int outer = isDirect ? layer.spec.filters : layer.in.channels;
    const int inner = isDirect ? layer.in.channels : layer.spec.filters;
    const auto weights = parameters.first(layer.weightCount);
    return {outer,
            {inner, layer.spec.kernel.h, layer.spec.kernel.w},
            std::vector<double>(weights.begin(), weights.end())};
}

std::span<const double> biases(const ResolvedLayer& layer, std::span<const double> parameters)
{
    return parameters.subspan(layer.weightCount, layer.biasCount);
}

TensorD forwardConv(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input)
{
    return convolve(input, kernels(layer, parameters), biases(layer, parameters), layer.geometry);
}

TensorD forwardTransposed(const ResolvedLayer& layer, std::span<const double> parameters,
                          const TensorD& input)
{
    return convolveTransposed(input, kernels(layer, parameters), biases(layer, parameters), layer.geometry);
}

void addBiasGradient(const TensorD& sumGradient, std::span<double> gradient)
{
    if (gradient.empty()) return;
    const std::size_t plane = sumGradient.shape.size() / gradient.size();
    for (std::size_t i = 0; i < sumGradient.data.size(); ++i)
        gradient[i / plane] += sumGradient.data[i];
}

TensorD backwardConv(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input,
                     const TensorD& sumGradient, std::span<double> parameterGradient)
{
    addKernelGradient(layer.geometry, sumGradient, input, parameterGradient.first(layer.weightCount));
    addBiasGradient(sumGradient, parameterGradient.subspan(layer.weightCount, layer.biasCount));
    return convolveTransposed(sumGradient, kernels(layer, parameters), {}, layer.geometry);
}

TensorD backwardTransposed(const ResolvedLayer& layer, std::span<const double> parameters,
                           const TensorD& input, const TensorD& sumGradient,
                           std::span<double> parameterGradient)
{
    addKernelGradient(layer.geometry, input, sumGradient, parameterGradient.first(layer.weightCount));
    addBiasGradient(sumGradient, parameterGradient.subspan(layer.weightCount, layer.biasCount));
    return convolve(sumGradient, kernels(layer, parameters), {}, layer.geometry);
}

} // namespace

constexpr LayerParameter parameters[]{
    {"filters", &LayerSpec::filters, true}, neededKernel, stride, dilation, padding, activation, bias};
const LayerKind convKind{.type = LayerType::Conv,
                         .id = "conv",
                         .parameters = parameters,
                         .reach = LayerReach::Direct,
                         .resolve = resolveForward,
                         .forward = forwardConv,
                         .backward = backwardConv};
const LayerKind convTransposedKind{.type = LayerType::ConvTransposed,
                                   .id = "conv-transposed",
                                   .parameters = parameters,
                                   .reach = LayerReach::Transposed,
                                   .resolve = resolveTransposed,
                                   .forward = forwardTransposed,
                                   .backward = backwardTransposed};

} // namespace hg::layers
