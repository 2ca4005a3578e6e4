#include "core/nn/layer_kinds_detail.h"

namespace hg::layers {
namespace {

// Nearest neighbour by an integer factor f is the transposed convolution with kernel f, stride f and weights
// of one, each channel by itself: input cell i stamps the f outputs from i·f on.
Result<ConvAxis> axis(int input, int factor, const char* name)
{
    return transposedAxis({.input = input, .kernel = factor, .stride = factor}, Convention::Keras,
                          std::nullopt, name);
}

Result<ResolvedLayer> resolve(const LayerSpec& spec, Shape in)
{
    const auto h = axis(in.height, spec.stride.h, "h");
    if (!h) return h.error();
    const auto w = axis(in.width, spec.stride.w, "w");
    if (!w) return w.error();
    return ResolvedLayer{
        .spec = spec, .in = in, .out = {in.channels, h->input, w->input}, .geometry = {*h, *w}};
}

/// Calls visit(input index, output index) for every output number.
template <class Visitor>
void forEachCell(const ResolvedLayer& layer, const Visitor& visit)
{
    const Axes factor = layer.spec.stride;
    for (int ch = 0; ch < layer.out.channels; ++ch)
        for (int r = 0; r < layer.out.height; ++r)
            for (int c = 0; c < layer.out.width; ++c)
                visit(layer.in.index(ch, r / factor.h, c / factor.w), layer.out.index(ch, r, c));
}

TensorD forward(const ResolvedLayer& layer, std::span<const double>, const TensorD& input)
{
    TensorD output(1, layer.out);
    forEachCell(layer, [&](std::size_t from, std::size_t to) { output.data[to] = input.data[from]; });
    return output;
}

TensorD backward(const ResolvedLayer& layer, std::span<const double>, const TensorD&,
                 const TensorD& sumGradient, std::span<double>)
{
    TensorD inputGradient(1, layer.in);
    forEachCell(layer,
                [&](std::size_t from, std::size_t to) { inputGradient.data[from] += sumGradient.data[to]; });
    return inputGradient;
}

} // namespace

constexpr LayerParameter parameters[]{{"stride", &LayerSpec::stride, true}, activation};
const LayerKind upsampleKind{.type = LayerType::Upsample,
                             .id = "upsample",
                             .parameters = parameters,
                             .reach = LayerReach::Transposed,
                             .resolve = resolve,
                             .forward = forward,
                             .backward = backward};

} // namespace hg::layers
