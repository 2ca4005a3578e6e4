#include "core/lab/field_setup.h"

#include "core/engine/model.h"
#include "core/lab/conv_scene.h"
#include "core/lab/layer_scene.h"
#include "core/nn/activation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

std::vector<double> wide(std::span<const float> numbers)
{
    return {numbers.begin(), numbers.end()};
}

/// Whether the kernel is one for so many channels, with a bias a filter.
bool fits(const StackedLayer& layer, int channels)
{
    if (!layer.weights || layer.reach.kind == FieldKind::Pooling) return false;
    const TensorD& k = layer.weights->kernel;
    const bool isTransposed = layer.reach.kind == FieldKind::Transposed;
    const int from = isTransposed ? k.n : k.shape.channels, to = isTransposed ? k.shape.channels : k.n;
    const std::size_t biases = layer.weights->bias.size();
    return from == channels && k.shape.height == layer.reach.size.h && k.shape.width == layer.reach.size.w &&
           (biases == 0 || biases == static_cast<std::size_t>(to));
}

/// The mean of the window; a transposed layer keeps the mean of the whole.
FieldWeights averaging(const FieldLayer& layer, int channels)
{
    const bool isTransposed = layer.kind == FieldKind::Transposed;
    FieldWeights weights{isTransposed ? TensorD(channels, {1, layer.size.h, layer.size.w})
                                      : TensorD(1, {channels, layer.size.h, layer.size.w}),
                         {}};
    const double stamps = isTransposed ? 1.0 * layer.stride.h * layer.stride.w : 1;
    std::ranges::fill(weights.kernel.data, stamps / static_cast<double>(weights.kernel.data.size()));
    return weights;
}

ResolvedLayer shaped(const FieldLayer& layer, const ConvGeometry& geometry, const Shape& in, int filters)
{
    ResolvedLayer made{.in = in, .geometry = geometry};
    made.spec.kernel = layer.size;
    made.spec.stride = layer.stride;
    made.spec.dilation = layer.dilation;
    made.spec.paddingH = layer.paddingH;
    made.spec.paddingW = layer.paddingW;
    made.spec.filters = filters;
    made.spec.hasBias = false;
    const bool isTransposed = layer.kind == FieldKind::Transposed;
    made.spec.type = isTransposed                       ? LayerType::ConvTransposed
                     : layer.kind == FieldKind::Pooling ? LayerType::MaxPool
                                                        : LayerType::Conv;
    made.out = isTransposed ? Shape{filters, geometry.h.input, geometry.w.input}
                            : Shape{filters, geometry.h.output, geometry.w.output};
    return made;
}

/// Those that the layer computes with; none of a pooling.
std::optional<FieldWeights> weightsOf(const StackedLayer& layer, int channels)
{
    if (layer.reach.kind == FieldKind::Pooling) return std::nullopt;
    return fits(layer, channels) ? *layer.weights : averaging(layer.reach, channels);
}

int filtersOf(const FieldWeights& weights, FieldKind kind)
{
    return kind == FieldKind::Transposed ? weights.kernel.shape.channels : weights.kernel.n;
}

void appendWeights(std::vector<double>& parameters, ResolvedLayer& layer, const FieldWeights& weights)
{
    layer.weightCount = weights.kernel.data.size();
    layer.biasCount = weights.bias.size();
    layer.spec.hasBias = layer.biasCount > 0;
    layer.spec.activation = weights.activation;
    parameters.insert(parameters.end(), weights.kernel.data.begin(), weights.kernel.data.end());
    parameters.insert(parameters.end(), weights.bias.begin(), weights.bias.end());
}

/// The layer on top of what is there, and its level.
void addLevel(FieldNumbers& numbers, const StackedLayer& layer, const ConvGeometry& geometry)
{
    const Shape in = numbers.levels.back().shape;
    const auto weights = weightsOf(layer, in.channels);
    ResolvedLayer made =
        shaped(layer.reach, geometry, in, weights ? filtersOf(*weights, layer.reach.kind) : in.channels);
    made.weightOffset = numbers.parameters.size();
    if (weights) appendWeights(numbers.parameters, made, *weights);
    const auto own =
        std::span<const double>(numbers.parameters).subspan(made.weightOffset, made.parameterCount());
    TensorD level = layerKind(made.spec.type).forward(made, own, numbers.levels.back());
    for (double& z : level.data)
        z = activate(made.spec.activation, z);
    numbers.layers.push_back(std::move(made));
    numbers.levels.push_back(std::move(level));
}

std::optional<Error> tooLarge(const FieldFigure& figure)
{
    for (int level = 0; level < figure.levels(); ++level) {
        const Axes size = figure.sizeOf(level);
        if (std::max(size.h, size.w) > largestSide)
            return Error{ErrorCode::TooLarge,
                         std::to_string(level),
                         {double(size.h), double(size.w), double(largestSide)}};
    }
    return std::nullopt;
}

Result<FieldFigure> figureOf(const FieldSetup& setup, Axes input)
{
    auto figure = evaluate(setup.stackOn(input));
    if (!figure) return figure;
    if (const auto error = tooLarge(*figure)) return *error;
    return figure;
}

Axes sidesOf(const TensorD& t)
{
    return {t.shape.height, t.shape.width};
}

/// The layer, from 0, at which the stack stops working; none where it works.
std::optional<std::size_t> faultyLayer(const FieldSetup& setup, Axes input)
{
    const auto figure = figureOf(setup, input);
    if (figure) return std::nullopt;
    if (figure.error().code == ErrorCode::LayerCount) return setup.layers.size();
    const int layer = std::max(1, std::atoi(figure.error().where.c_str()));
    return static_cast<std::size_t>(layer) - 1;
}

/// Smaller and smaller changes of a layer, the first of which that works is taken.
std::vector<FieldLayer> milder(const FieldLayer& layer)
{
    FieldLayer plain = layer;
    plain.fill = Fill::Zeros;
    plain.outputPadding = {0, 0};
    plain.paddingH = plain.paddingW = {Padding::Kind::Same};
    std::vector<FieldLayer> ways(5, plain);
    ways[0].paddingH = ways[0].paddingW = {Padding::Kind::Valid};
    ways[2].dilation = {1, 1};
    ways[3].dilation = ways[3].stride = {1, 1};
    ways[4] = FieldLayer{.size = {1, 1}};
    return ways;
}

bool repair(FieldSetup& setup, std::size_t at, Axes input)
{
    for (const FieldLayer& way : milder(setup.layers[at].reach)) {
        FieldSetup tried = setup;
        tried.layers[at] = {way};
        const auto next = faultyLayer(tried, input);
        if (next && *next <= at) continue;
        setup = std::move(tried);
        return true;
    }
    return false;
}

/// A filter a channel, all of them that one.
FieldWeights channelwise(Axes size, int channels, double weight, Activation activation)
{
    FieldWeights weights{TensorD(channels, {channels, size.h, size.w}), {}, activation};
    for (int c = 0; c < channels; ++c)
        for (int r = 0; r < size.h; ++r)
            for (int w = 0; w < size.w; ++w)
                weights.kernel.at(c, c, r, w) = weight;
    return weights;
}

StackedLayer takenLayer(const Model& model, const ResolvedLayer& l, FieldLayer reach)
{
    if (l.spec.type == LayerType::MaxPool) return {reach};
    if (l.spec.type == LayerType::Upsample)
        return {reach, channelwise(reach.size, l.in.channels, 1, l.spec.activation)};
    if (l.spec.type == LayerType::AveragePool) {
        reach.kind = FieldKind::Convolution;
        return {reach, channelwise(reach.size, l.in.channels, 1.0 / (reach.size.h * reach.size.w),
                                   l.spec.activation)};
    }
    const auto parameters = std::span(model.parameters);
    return {reach, FieldWeights{kernelOf(l, wide(parameters.subspan(l.weightOffset, l.weightCount))),
                                wide(parameters.subspan(l.biasOffset(), l.biasCount)), l.spec.activation}};
}

} // namespace

std::vector<StackedLayer> FieldSetup::ownLayers(const std::vector<FieldLayer>& layers)
{
    std::vector<StackedLayer> own;
    for (const FieldLayer& layer : layers)
        own.push_back({layer});
    return own;
}

FieldStack FieldSetup::stackOn(Axes sides) const
{
    FieldStack stack{sides, {}};
    for (const StackedLayer& layer : layers)
        stack.layers.push_back(layer.reach);
    return stack;
}

int FieldNumbers::channelOf(int level, int channel) const
{
    return std::clamp(channel, 0, levels[static_cast<std::size_t>(level)].shape.channels - 1);
}

FieldCell FieldNumbers::nearest(FieldCell cell) const
{
    const int level = std::clamp(cell.level, 1, figure.levels() - 1);
    const Axes size = figure.sizeOf(level);
    if (level != cell.level) return {level, size.h / 2, size.w / 2};
    return {level, std::clamp(cell.row, 0, size.h - 1), std::clamp(cell.column, 0, size.w - 1)};
}

FieldCell FieldNumbers::middle() const
{
    const Axes size = figure.sizeOf(figure.levels() - 1);
    return {figure.levels() - 1, size.h / 2, size.w / 2};
}

Result<FieldNumbers> numbersOf(const FieldSetup& setup, const TensorD& input)
{
    auto figure = figureOf(setup, sidesOf(input));
    if (!figure) return figure.error();
    FieldNumbers numbers{std::move(*figure), {}, {}, {input}};
    for (std::size_t l = 0; l < setup.layers.size(); ++l)
        addLevel(numbers, setup.layers[l], numbers.figure.geometry[l]);
    return numbers;
}

TensorD fieldWeightOf(const FieldNumbers& numbers, FieldCell cell, int channel)
{
    const auto below = std::span(numbers.layers).first(static_cast<std::size_t>(cell.level));
    return magnitudes(gradientsOfCell(
        below, numbers.parameters, numbers.levels.front(),
        {.row = cell.row, .column = cell.column, .filter = numbers.channelOf(cell.level, channel)})[0]);
}

ConvScene sceneOfLayer(const FieldNumbers& numbers, int layer)
{
    const auto at = static_cast<std::size_t>(layer);
    const ResolvedLayer& l = numbers.layers[at];
    const FieldLayer& reach = numbers.figure.stack.layers[at];
    ConvScene scene = sceneOn(numbers.levels[at], l);
    scene.outputPadding = reach.outputPadding;
    scene.fill = reach.fill;
    if (reach.kind == FieldKind::Pooling) {
        scene.pooling = Pooling::Max;
        return scene;
    }
    const auto own = std::span(numbers.parameters).subspan(l.weightOffset, l.parameterCount());
    const auto weights = own.first(l.weightCount), bias = own.subspan(l.weightCount);
    scene.kernel = kernelOf(l, {weights.begin(), weights.end()});
    scene.bias = {bias.begin(), bias.end()};
    return scene;
}

FieldCell samePlace(const FieldFigure& figure, FieldCell cell, int level)
{
    const auto along = [&](FieldAxis axis, int index, int size) {
        const auto terms = fieldTerms(figure, axis);
        const auto placeOf = [&](int l) {
            return l == 0 ? std::pair{0.0, 1.0}
                          : std::pair{terms[static_cast<std::size_t>(l) - 1].origin,
                                      terms[static_cast<std::size_t>(l) - 1].jump.value()};
        };
        const auto [from, jump] = placeOf(cell.level);
        const auto [to, step] = placeOf(level);
        const double place = (from + index * jump - to) / step;
        return static_cast<int>(std::lround(std::clamp(place, 0.0, size - 1.0)));
    };
    const Axes size = figure.sizeOf(level);
    return {level, along(FieldAxis::Rows, cell.row, size.h), along(FieldAxis::Columns, cell.column, size.w)};
}

FieldSetup nearestWorking(const FieldSetup& setup, const TensorD& input)
{
    FieldSetup near = setup;
    if (near.layers.empty()) near.layers = FieldSetup().layers;
    if (near.layers.size() > static_cast<std::size_t>(mostFieldLayers))
        near.layers.resize(static_cast<std::size_t>(mostFieldLayers));
    while (const auto at = faultyLayer(near, sidesOf(input))) {
        if (*at >= near.layers.size()) break;
        if (repair(near, *at, sidesOf(input))) continue;
        near.layers.resize(std::max<std::size_t>(1, *at));
        if (*at == 0) near.layers.front() = {FieldLayer{.size = {1, 1}}};
        if (*at == 0) break; // the input itself is what is too large
    }
    return near;
}

std::optional<EvenStack> evenStackLike(const FieldFigure& figure)
{
    const Fraction field = fieldTerms(figure, FieldAxis::Columns).back().field;
    if (!field.isWhole() || field.numerator < 2) return std::nullopt;
    const auto reach = static_cast<int>(field.numerator) - 1;
    for (int layers = mostFieldLayers; layers >= 1; --layers) {
        const int size = reach / layers + 1;
        if (reach % layers != 0 || size % 2 == 0 || size > largestKernel) continue;
        FieldSetup even = withEvenStack({}, {layers, size});
        if (even.stackOn(figure.stack.input).layers != figure.stack.layers) return EvenStack{layers, size};
    }
    return std::nullopt;
}

std::optional<int> fieldAtStrideOne(const FieldFigure& figure)
{
    bool hasStride = false;
    int field = 1;
    for (const FieldLayer& layer : figure.stack.layers) {
        if (layer.kind == FieldKind::Transposed) return std::nullopt;
        hasStride |= layer.stride.w > 1;
        field += (layer.size.w - 1) * layer.dilation.w;
    }
    return hasStride ? std::optional(field) : std::nullopt;
}

FieldSetup withEvenStack(FieldSetup setup, const EvenStack& even)
{
    setup.layers.assign(static_cast<std::size_t>(even.layers), {FieldLayer{.size = {even.size, even.size}}});
    setup.source = FieldSource::Own;
    setup.update = 0;
    setup.cell.reset();
    setup.opened.reset();
    return setup;
}

TakenStack takenFrom(const Model& model, bool isDecoder, std::span<const float> sample, int update)
{
    const ResolvedNetwork& network = model.plan->network();
    const NetworkStack stack = isDecoder ? decoderStack(network) : encoderStack(network);
    TakenStack taken;
    taken.leftOut = static_cast<int>(stack.leftOut.size());
    taken.setup.layers.clear();
    if (stack.stack.layers.empty()) return taken;
    taken.setup.source = isDecoder ? FieldSource::Decoder : FieldSource::Encoder;
    taken.setup.update = update;
    for (std::size_t i = 0; i < stack.stack.layers.size(); ++i)
        taken.setup.layers.push_back(takenLayer(
            model, network.layers[static_cast<std::size_t>(stack.first) + i], stack.stack.layers[i]));
    const auto before = static_cast<std::size_t>(stack.first);
    TensorD input(1, network.layers[before].in, wide(activationsOf(model, sample)[before]));
    if (before == 0) // what the first layer sees of a centred network
        for (std::size_t i = 0; i < model.mean.size(); ++i)
            input.data[i] -= static_cast<double>(model.mean[i]);
    taken.setup.input = std::move(input);
    return taken;
}

} // namespace hg
