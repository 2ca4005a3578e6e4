#include "core/lab/autoencoder_setup.h"

#include <algorithm>

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

/// Takes over what goes with a linear network, or with one that is not.
void takeEnds(AutoencoderSetup& setup, Activation output, Loss loss, bool isCentred)
{
    setup.output = output;
    setup.recipe.loss = loss;
    setup.isCentred = isCentred;
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

AutoencoderSetup withData(const AutoencoderSetup& setup, const DataRequest& data, Shape shape,
                          bool isWithinPeak)
{
    AutoencoderSetup other = setup;
    other.data = data;
    other.bottleneck = std::min(setup.bottleneck, static_cast<int>(shape.size()));
    if (!isWithinPeak && other.recipe.loss == Loss::Bce)
        takeEnds(other, Activation::Linear, Loss::Mse, other.isCentred);
    if (validate(other, shape)) return other;
    const AutoencoderSetup dense = withModel(other, *findModelPreset("lab-dense"));
    return isWithinPeak ? dense : withData(dense, data, shape, false);
}

AutoencoderSetup withActivation(const AutoencoderSetup& setup, Activation hidden)
{
    AutoencoderSetup changed = setup;
    changed.hidden = hidden;
    if (hidden == setup.hidden) return changed;
    const ModelPreset* preset = findModelPreset(setup.model);
    const AutoencoderSetup own = preset ? setupOf(*preset) : AutoencoderSetup();
    if (hidden == Activation::Linear)
        takeEnds(changed, Activation::Linear, Loss::Mse, true);
    else if (setup.hidden == Activation::Linear && isLinear(own))
        takeEnds(changed, Activation::Sigmoid, Loss::Bce, false);
    else if (setup.hidden == Activation::Linear)
        takeEnds(changed, own.output, own.recipe.loss, own.isCentred);
    return changed;
}

Result<Network> networkOf(const AutoencoderSetup& setup, Shape input)
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

Result<ResolvedNetwork> validate(const AutoencoderSetup& setup, Shape input)
{
    const auto network = networkOf(setup, input);
    if (!network) return network.error();
    const auto recipe = validate(setup.recipe, *network);
    if (!recipe) return recipe.error();
    return resolve(*network);
}

bool isLinear(const AutoencoderSetup& setup)
{
    const auto network = networkOf(setup, digitShape);
    return network && network->isLinear();
}

} // namespace hg
