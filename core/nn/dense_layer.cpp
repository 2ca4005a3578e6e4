#include "core/nn/layer_kinds_detail.h"

namespace hg::layers {
namespace {

Result<ResolvedLayer> resolve(const LayerSpec& spec, Shape in)
{
    const Shape out = spec.units;
    if (out.channels < 1 || out.height < 1 || out.width < 1)
        return Error{ErrorCode::LayerInvalid, {}, {}, "units"};
    ResolvedLayer layer{.spec = spec, .in = in, .out = out};
    layer.weightCount = in.size() * out.size();
    layer.biasCount = spec.hasBias ? out.size() : 0;
    layer.fanIn = static_cast<double>(in.size());
    layer.fanOut = static_cast<double>(out.size());
    return layer;
}

TensorD forward(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input)
{
    TensorD sums(1, layer.out);
    const std::size_t inputs = layer.in.size();
    for (std::size_t o = 0; o < sums.data.size(); ++o) {
        double sum = layer.biasCount > 0 ? parameters[layer.weightCount + o] : 0;
        for (std::size_t i = 0; i < inputs; ++i)
            sum += parameters[o * inputs + i] * input.data[i];
        sums.data[o] = sum;
    }
    return sums;
}

TensorD backward(const ResolvedLayer& layer, std::span<const double> parameters, const TensorD& input,
                 const TensorD& sumGradient, std::span<double> parameterGradient)
{
    TensorD inputGradient(1, layer.in);
    const std::size_t inputs = layer.in.size();
    for (std::size_t o = 0; o < sumGradient.data.size(); ++o) {
        const double g = sumGradient.data[o];
        if (layer.biasCount > 0) parameterGradient[layer.weightCount + o] += g;
        for (std::size_t i = 0; i < inputs; ++i) {
            parameterGradient[o * inputs + i] += g * input.data[i];
            inputGradient.data[i] += g * parameters[o * inputs + i];
        }
    }
    return inputGradient;
}

} // namespace

constexpr LayerParameter parameters[]{{"units", &LayerSpec::units, true}, activation, bias};
const LayerKind denseKind{.type = LayerType::Dense,
                          .id = "dense",
                          .parameters = parameters,
                          .reach = LayerReach::Everything,
                          .resolve = resolve,
                          .forward = forward,
                          .backward = backward};

} // namespace hg::layers
