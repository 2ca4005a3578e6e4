#include "core/lab/autoencoder_setup.h"

#include <algorithm>
#include <string>

namespace hg {
namespace {

constexpr Shape digitShape{1, 28, 28}; // every preset takes it

bool isHidden(const Network& network, std::size_t layer)
{
    return layer != static_cast<std::size_t>(network.codeLayer) && layer + 1 != network.layers.size();
}

Activation hiddenOf(const Network& network)
{
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        if (isHidden(network, i)) return network.layers[i].activation;
    return Activation::Linear;
}

/// Calls visit(row) for every row of the user's own that is neither the code nor the output.
template <class Rows, class Visitor>
void forEachHidden(Rows& own, const Visitor& visit)
{
    for (std::size_t i = 0; i + 1 < own.encoder.size(); ++i)
        visit(own.encoder[i]);
    for (std::size_t i = 0; own.decoder && i + 1 < own.decoder->size(); ++i)
        visit((*own.decoder)[i]);
}

template <class Rows, class Visitor>
void forEachRow(Rows& own, const Visitor& visit)
{
    for (auto& row : own.encoder)
        visit(row);
    if (own.decoder)
        for (auto& row : *own.decoder)
            visit(row);
}

/// The preset's network, with the setup's activations and biases.
Result<Network> networkOfPreset(const AutoencoderSetup& setup, Shape input)
{
    const ModelPreset* preset = findModelPreset(setup.model);
    if (!preset) return Error{ErrorCode::UnknownName, {}, {}, setup.model};
    auto network = preset->build(input, setup.bottleneck);
    if (!network) return network;
    for (std::size_t i = 0; i < network->layers.size(); ++i) {
        LayerSpec& layer = network->layers[i];
        layer.hasBias = setup.hasBiases;
        if (isHidden(*network, i)) layer.activation = setup.hidden;
    }
    network->layers[static_cast<std::size_t>(network->codeLayer)].activation = setup.code;
    network->layers.back().activation = setup.output;
    network->isCentred = setup.isCentred;
    return network;
}

/// The rows of the user's own, with what the setup keeps of them.
OwnNetwork filledIn(const AutoencoderSetup& setup, Shape input)
{
    OwnNetwork rows = *setup.own;
    if (!rows.encoder.empty()) {
        rows.encoder.back().units = {setup.bottleneck, 1, 1};
        rows.encoder.back().activation = setup.code;
    }
    if (rows.decoder && !rows.decoder->empty()) {
        LayerSpec& output = rows.decoder->back();
        output.activation = setup.output;
        if (output.type == LayerType::Dense) output.units = input;
    }
    return rows;
}

/// The rows without what the setup keeps of them.
OwnNetwork bare(OwnNetwork rows)
{
    if (!rows.encoder.empty()) {
        rows.encoder.back().units = {};
        rows.encoder.back().activation = Activation::Linear;
    }
    if (rows.decoder && !rows.decoder->empty()) {
        LayerSpec& output = rows.decoder->back();
        output.activation = Activation::Linear;
        if (output.type == LayerType::Dense) output.units = {};
    }
    return rows;
}

Error placed(const RowFault& fault)
{
    Error error = fault.error;
    const char* part = fault.part == OwnPart::Encoder ? "own.encoder[" : "own.decoder[";
    error.where = part + std::to_string(fault.row) + "]";
    return error;
}

/// The error of a row is said at its place: resolve() counts through.
Result<ResolvedNetwork> resolveOwn(const AutoencoderSetup& setup, Shape input)
{
    BuiltNetwork built = build(filledIn(setup, input), input, setup.output);
    if (!built.network) return placed(*built.fault);
    built.network->network.isCentred = setup.isCentred;
    return std::move(*built.network);
}

/// Takes over what goes with a linear network, or with one that is not.
void takeEnds(AutoencoderSetup& setup, Activation output, Loss loss, bool isCentred)
{
    setup.output = output;
    setup.recipe.loss = loss;
    setup.isCentred = isCentred;
}

/// With the batch and the epochs that the preset brings.
Recipe withLengthOfPreset(const AutoencoderSetup& setup)
{
    Recipe recipe = setup.recipe;
    const ModelPreset* preset = findModelPreset(setup.model);
    if (!preset) return recipe;
    recipe.batch = preset->recipe.batch;
    recipe.epochs = preset->recipe.epochs;
    return recipe;
}

/// Of so few samples that there would be hardly an update.
Recipe longEnough(Recipe recipe, int samples)
{
    constexpr int fewestUpdates = 500, smallBatch = 32, mostEpochs = 200;
    const auto perEpoch = [&] { return (samples + recipe.batch - 1) / recipe.batch; };
    if (samples < 1 || perEpoch() * recipe.epochs >= fewestUpdates) return recipe;
    recipe.batch = std::min(recipe.batch, smallBatch);
    recipe.epochs = std::max(recipe.epochs, std::min(mostEpochs, (fewestUpdates - 1) / perEpoch() + 1));
    return recipe;
}

} // namespace

AutoencoderSetup setupOf(const ModelPreset& preset)
{
    AutoencoderSetup setup{.model = preset.id};
    const Network network = *preset.build(digitShape, setup.bottleneck);
    setup.hidden = hiddenOf(network);
    setup.code = network.layers[static_cast<std::size_t>(network.codeLayer)].activation;
    setup.output = network.layers.back().activation;
    setup.isCentred = network.isCentred;
    setup.hasBiases = network.layers.front().hasBias;
    setup.recipe = preset.recipe;
    return setup;
}

AutoencoderSetup withModel(const AutoencoderSetup& setup, const ModelPreset& preset)
{
    AutoencoderSetup other = setupOf(preset);
    other.data = setup.data;
    other.bottleneck = setup.bottleneck;
    other.recipe.seed = setup.recipe.seed;
    return other;
}

AutoencoderSetup withData(const AutoencoderSetup& setup, const DataRequest& data, const DataFacts& facts)
{
    AutoencoderSetup other = setup;
    other.data = data;
    other.bottleneck = std::min(setup.bottleneck, static_cast<int>(facts.shape.size()));
    const auto fitted = [&](AutoencoderSetup s) {
        if (data.source != setup.data.source) s.recipe = withLengthOfPreset(s);
        s.recipe = longEnough(s.recipe, facts.samples);
        if (!facts.isWithinPeak && s.recipe.loss == Loss::Bce)
            takeEnds(s, Activation::Linear, Loss::Mse, s.isCentred);
        return s;
    };
    if (const AutoencoderSetup kept = fitted(other); validate(kept, facts.shape)) return kept;
    return fitted(withModel(other, *findModelPreset("lab-dense")));
}

AutoencoderSetup withActivation(const AutoencoderSetup& setup, Activation hidden)
{
    AutoencoderSetup changed = setup;
    changed.hidden = hidden;
    if (changed.own)
        forEachHidden(*changed.own, [hidden](LayerSpec& row) {
            if (hasWeights(row.type)) row.activation = hidden;
        });
    if (hidden == setup.hidden) return changed;
    const ModelPreset* preset = findModelPreset(setup.model);
    const AutoencoderSetup usual = preset ? setupOf(*preset) : AutoencoderSetup();
    if (hidden == Activation::Linear)
        takeEnds(changed, Activation::Linear, Loss::Mse, true);
    else if (setup.hidden == Activation::Linear && isLinear(usual))
        takeEnds(changed, Activation::Sigmoid, Loss::Bce, false);
    else if (setup.hidden == Activation::Linear)
        takeEnds(changed, usual.output, usual.recipe.loss, usual.isCentred);
    return changed;
}

AutoencoderSetup withBiases(const AutoencoderSetup& setup, bool hasBiases)
{
    AutoencoderSetup changed = setup;
    changed.hasBiases = hasBiases;
    if (changed.own)
        forEachRow(*changed.own, [hasBiases](LayerSpec& row) {
            if (hasWeights(row.type)) row.hasBias = hasBiases;
        });
    return changed;
}

std::optional<Activation> commonActivation(const AutoencoderSetup& setup)
{
    bool differs = false;
    if (setup.own)
        forEachHidden(*setup.own, [&](const LayerSpec& row) {
            differs = differs || (hasWeights(row.type) && row.activation != setup.hidden);
        });
    return differs ? std::nullopt : std::optional(setup.hidden);
}

OwnNetwork rowsOf(const AutoencoderSetup& setup, Shape input)
{
    if (setup.own) return filledIn(setup, input);
    auto network = networkOfPreset(setup, input);
    if (!network) network = networkOfPreset(setup, digitShape);
    const auto rows = network ? ownOf(*network) : Result<OwnNetwork>(OwnNetwork());
    return rows ? *rows : OwnNetwork();
}

AutoencoderSetup withRows(const AutoencoderSetup& setup, const OwnNetwork& rows)
{
    AutoencoderSetup changed = setup;
    changed.own.reset();
    if (rows.encoder.empty()) return changed;
    changed.bottleneck = static_cast<int>(rows.encoder.back().units.size());
    changed.code = rows.encoder.back().activation;
    if (rows.decoder && !rows.decoder->empty()) changed.output = rows.decoder->back().activation;
    if (changed.output != Activation::Sigmoid) changed.recipe.loss = Loss::Mse;
    changed.hasBiases = true;
    forEachRow(rows, [&](const LayerSpec& row) {
        changed.hasBiases = changed.hasBiases && (row.hasBias || !hasWeights(row.type));
    });
    std::optional<Activation> hidden;
    forEachHidden(rows, [&](const LayerSpec& row) {
        if (!hidden && hasWeights(row.type)) hidden = row.activation;
    });
    changed.hidden = hidden.value_or(Activation::Linear);
    if (rowsOf(changed, digitShape) != rows) changed.own = bare(rows);
    return changed;
}

std::optional<RowFault> faultOf(const AutoencoderSetup& setup, Shape input)
{
    if (!setup.own) return std::nullopt;
    return build(filledIn(setup, input), input, setup.output).fault;
}

Result<Network> networkOf(const AutoencoderSetup& setup, Shape input)
{
    if (!setup.own) return networkOfPreset(setup, input);
    auto resolved = resolveOwn(setup, input);
    if (!resolved) return resolved.error();
    return std::move(resolved->network);
}

Result<ResolvedNetwork> validate(const AutoencoderSetup& setup, Shape input)
{
    if (setup.own) {
        auto resolved = resolveOwn(setup, input);
        if (!resolved) return resolved;
        const auto recipe = validate(setup.recipe, resolved->network);
        return recipe ? std::move(resolved) : recipe.error();
    }
    const auto network = networkOfPreset(setup, input);
    if (!network) return network.error();
    const auto recipe = validate(setup.recipe, *network);
    if (!recipe) return recipe.error();
    return resolve(*network);
}

bool isLinear(const AutoencoderSetup& setup)
{
    if (!setup.own) {
        const auto network = networkOf(setup, digitShape);
        return network && network->isLinear();
    }
    // Whatever the samples are: a mirror bends where its encoder does, or at the output.
    bool isLinear = setup.code == Activation::Linear && setup.output == Activation::Linear;
    forEachHidden(*setup.own, [&](const LayerSpec& row) {
        isLinear = isLinear && row.activation == Activation::Linear && layerKind(row.type).isLinear;
    });
    if (setup.own->decoder && !setup.own->decoder->empty())
        isLinear = isLinear && layerKind(setup.own->decoder->back().type).isLinear;
    return isLinear;
}

} // namespace hg
