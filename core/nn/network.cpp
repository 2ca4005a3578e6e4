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

/// What a network costs so far, in doubles because a shape that somebody typed may overflow any integer.
struct Cost {
    double numbers = 0;
    double taps = 0;
    double parameters = 0;
};

double numbersOf(Shape shape)
{
    return static_cast<double>(shape.channels) * shape.height * shape.width;
}

double tapsOf(const ResolvedLayer& layer)
{
    const auto along = [](const ConvAxis& axis) { return static_cast<double>(axis.kernel) * axis.output; };
    const bool hasTaps = layerKind(layer.spec.type).reach != LayerReach::Everything;
    return hasTaps ? along(layer.geometry.h) * along(layer.geometry.w) : 0;
}

std::optional<Error> checkCost(const Cost& cost, const std::string& where)
{
    const auto check = [&](double found, double most) -> std::optional<Error> {
        if (found <= most) return std::nullopt;
        return Error{ErrorCode::TooLarge, where, {found, most}};
    };
    if (auto error = check(cost.numbers, 1e6)) return error;
    if (auto error = check(cost.taps, 1e7)) return error;
    return check(cost.parameters, 1e8);
}

/// The a of −a…a.
double limitOf(Initialisation initialisation, const ResolvedLayer& layer)
{
    switch (initialisation) {
    case Initialisation::Glorot:
        return std::sqrt(6.0 / (layer.fanIn + layer.fanOut));
    case Initialisation::He:
        return std::sqrt(6.0 / layer.fanIn);
    case Initialisation::Framework:
        break;
    }
    const bool isTransposed = layerKind(layer.spec.type).reach == LayerReach::Transposed;
    return 1 / std::sqrt(isTransposed ? layer.fanOut : layer.fanIn);
}

} // namespace

bool Network::isLinear() const
{
    return std::all_of(layers.begin(), layers.end(), [](const LayerSpec& s) {
        return s.activation == Activation::Linear && layerKind(s.type).isLinear;
    });
}

int ResolvedNetwork::codeSize() const
{
    return static_cast<int>(layers[static_cast<std::size_t>(network.codeLayer)].out.size());
}

Result<ResolvedNetwork> resolve(const Network& network)
{
    ResolvedNetwork resolved{network, {}, 0};
    Shape shape = network.input;
    if (std::min({shape.channels, shape.height, shape.width}) < 1)
        return Error{ErrorCode::LayerInvalid, {}, {0}, "input"};
    Cost cost{.numbers = numbersOf(shape)};
    if (auto error = checkCost(cost, "input")) return *error;
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
        cost.numbers += numbersOf(layer->out);
        cost.taps += tapsOf(*layer);
        cost.parameters += static_cast<double>(layer->parameterCount());
        if (auto error = checkCost(cost, std::to_string(i))) return *error;
        layer->weightOffset = resolved.parameterCount;
        resolved.parameterCount += layer->parameterCount();
        shape = layer->out;
        resolved.layers.push_back(*layer);
    }
    const bool hasCode =
        network.codeLayer >= 0 && network.codeLayer < static_cast<int>(network.layers.size());
    if (!hasCode) return Error{ErrorCode::LayerInvalid, {}, {static_cast<double>(network.codeLayer)}, "code"};
    if (network.classes != 0 && shape.size() != static_cast<std::size_t>(network.classes))
        return Error{ErrorCode::ShapesDoNotFit,
                     "output",
                     {static_cast<double>(shape.size()), static_cast<double>(network.classes)}};
    if (network.classes == 0 && shape != network.input)
        return Error{ErrorCode::ShapesDoNotFit,
                     "output",
                     {static_cast<double>(shape.size()), static_cast<double>(network.input.size())}};
    return resolved;
}

std::vector<float> initialParameters(const ResolvedNetwork& network, std::uint64_t seed,
                                     Initialisation initialisation)
{
    std::vector<float> parameters(network.parameterCount, 0.0f);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const ResolvedLayer& layer = network.layers[l];
        const double limit = limitOf(initialisation, layer);
        const Random random(seed, initialWeights, static_cast<std::uint32_t>(l));
        // The biases lie behind the weights.
        const bool hasDrawnBiases = initialisation == Initialisation::Framework;
        const std::size_t drawn = layer.weightCount + (hasDrawnBiases ? layer.biasCount : 0);
        for (std::size_t i = 0; i < drawn; ++i)
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
