#include "core/nn/network.h"

#include "core/util/rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace hg {
namespace {

constexpr std::uint32_t initialWeights = 1; // purpose of the random stream

Network linearModel(Shape input, int bottleneck)
{
    return {.input = input,
            .layers = {dense(bottleneck, Activation::Linear), dense(input, Activation::Linear)},
            .codeLayer = 0,
            .isCentred = true};
}

Network denseModel(Shape input, int bottleneck)
{
    constexpr auto relu = Activation::Relu;
    return {.input = input,
            .layers = {dense(256, relu), dense(64, relu), dense(bottleneck, Activation::Linear),
                       dense(64, relu), dense(256, relu), dense(input, Activation::Sigmoid)},
            .codeLayer = 2};
}

Network convModel(Shape input, int bottleneck)
{
    constexpr auto relu = Activation::Relu;
    const Shape inner{16, input.height / 4, input.width / 4};
    return {.input = input,
            .layers = {conv(8, 3, 2, relu), conv(16, 3, 2, relu), dense(bottleneck, Activation::Linear),
                       dense(inner, relu), convTransposed(8, 3, 2, relu),
                       convTransposed(input.channels, 3, 2, Activation::Sigmoid)},
            .codeLayer = 2};
}

/// In double, so that nothing overflows before it is refused.
double extent(Shape shape)
{
    return double(shape.channels) * double(shape.height) * double(shape.width);
}

/// What the engine could not carry: numbers of one sample in all layers together, and the (output, input,
/// kernel) triples of one channel.
std::optional<Error> checkExtent(const ResolvedLayer& layer, double& numbers, double& taps)
{
    constexpr double mostPerSample = 4'000'000, mostTaps = 20'000'000;
    const ConvAxis &h = layer.geometry.h, &w = layer.geometry.w;
    numbers += extent(layer.out);
    taps += double(h.output) * h.kernel * w.output * w.kernel;
    if (numbers > mostPerSample) return Error{ErrorCode::TooLarge, {}, {numbers, mostPerSample}};
    if (taps > mostTaps) return Error{ErrorCode::TooLarge, {}, {taps, mostTaps}};
    return std::nullopt;
}

} // namespace

bool Network::isLinear() const
{
    return std::all_of(layers.begin(), layers.end(), [](const LayerSpec& s) {
        return s.activation == Activation::Linear && s.type != LayerType::MaxPool;
    });
}

int ResolvedNetwork::codeSize() const
{
    return static_cast<int>(layers[static_cast<std::size_t>(network.codeLayer)].out.size());
}

Result<ResolvedNetwork> resolve(const Network& network)
{
    constexpr std::size_t mostParameters = 100'000'000;
    ResolvedNetwork resolved{network, {}, 0};
    Shape shape = network.input;
    double numbers = extent(shape), taps = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        auto layer = layerKind(network.layers[i].type).resolve(network.layers[i], shape);
        if (!layer) {
            Error error = layer.error();
            if (error.code == ErrorCode::LayerInvalid)
                error.numbers.insert(error.numbers.begin(), static_cast<double>(i));
            else
                error.where = std::to_string(i);
            return error;
        }
        if (auto error = checkExtent(*layer, numbers, taps)) {
            error->where = std::to_string(i);
            return *error;
        }
        layer->weightOffset = resolved.parameterCount;
        resolved.parameterCount += layer->parameterCount();
        shape = layer->out;
        resolved.layers.push_back(*layer);
        if (resolved.parameterCount > mostParameters)
            return Error{ErrorCode::TooLarge,
                         std::to_string(i),
                         {static_cast<double>(resolved.parameterCount), static_cast<double>(mostParameters)}};
    }
    const bool hasCode =
        network.codeLayer >= 0 && network.codeLayer < static_cast<int>(network.layers.size());
    if (!hasCode) return Error{ErrorCode::LayerInvalid, {}, {static_cast<double>(network.codeLayer)}, "code"};
    if (shape != network.input)
        return Error{ErrorCode::ShapesDoNotFit,
                     "output",
                     {static_cast<double>(shape.size()), static_cast<double>(network.input.size())}};
    return resolved;
}

std::vector<float> initialParameters(const ResolvedNetwork& network, std::uint64_t seed)
{
    std::vector<float> parameters(network.parameterCount, 0.0f);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const ResolvedLayer& layer = network.layers[l];
        const double limit = std::sqrt(6.0 / (layer.fanIn + layer.fanOut));
        const Random random(seed, initialWeights, static_cast<std::uint32_t>(l));
        for (std::size_t i = 0; i < layer.weightCount; ++i)
            parameters[layer.weightOffset + i] = static_cast<float>((2 * random.uniform(i) - 1) * limit);
    }
    return parameters;
}

std::span<const char* const> modelIds()
{
    static constexpr std::array<const char*, 3> ids{"linear", "dense", "conv"};
    return ids;
}

Network conv1dModel(int bottleneck)
{
    constexpr auto relu = Activation::Relu;
    constexpr auto linear = Activation::Linear;
    return {.input = {1, 1, 256},
            .layers = {conv1d(8, 9, 2, relu), conv1d(16, 9, 2, relu), dense(bottleneck, linear),
                       dense(Shape{16, 1, 64}, relu), convTransposed1d(8, 9, 2, relu),
                       convTransposed1d(1, 9, 2, linear)},
            .codeLayer = 2};
}

Result<Network> modelById(std::string_view id, Shape input, int bottleneck)
{
    if (bottleneck < 1) return Error{ErrorCode::BadValue, {}, {1, 1024}, std::to_string(bottleneck)};
    if (id == "linear") return linearModel(input, bottleneck);
    if (id == "dense") return denseModel(input, bottleneck);
    if (id != "conv") return Error{ErrorCode::UnknownName, {}, {}, std::string(id)};
    if (input.height % 4 != 0 || input.width % 4 != 0)
        return Error{ErrorCode::ShapesDoNotFit,
                     "conv",
                     {static_cast<double>(input.height % 4 != 0 ? input.height : input.width), 4}};
    return convModel(input, bottleneck);
}

} // namespace hg
