#include "core/lab/denoise_state.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

DenoiseExample example(const char* id, const DenoiseSetup& setup, double strength,
                       DenoiseTab tab = DenoiseTab::Pictures)
{
    return {id, {setup, {.tab = tab, .strength = strength}}};
}

DenoiseSetup setupWith(Noise::Kind kind, double trained, bool isClipped = false, int code = usualDenoiserCode)
{
    DenoiseSetup setup{.kind = kind, .isClipped = isClipped, .trained = {kind, trained}};
    setup.network.bottleneck = code;
    return setup;
}

} // namespace

AutoencoderSetup usualDenoiser()
{
    AutoencoderSetup setup;
    setup.bottleneck = usualDenoiserCode;
    setup.recipe.epochs = usualDenoiserEpochs;
    return setup;
}

Noise trainNoiseOf(const DenoiseSetup& setup)
{
    Noise noise = setup.trained;
    noise.isClipped = setup.isClipped;
    return noise;
}

AutoencoderSetup cleanTwin(const DenoiseSetup& setup)
{
    AutoencoderSetup twin = setup.network;
    twin.recipe.noise = {};
    return twin;
}

AutoencoderSetup noisyTwin(const DenoiseSetup& setup)
{
    AutoencoderSetup twin = setup.network;
    twin.recipe.noise = trainNoiseOf(setup);
    return twin;
}

Noise noiseOf(const DenoiseSetup& setup, double strength)
{
    return {setup.kind, strength, setup.isClipped};
}

int StrengthScale::steps() const
{
    return static_cast<int>(std::lround((most - least) / step));
}

double StrengthScale::at(int index) const
{
    constexpr double decimals = 1000; // more than any step has
    return std::round((least + index * step) * decimals) / decimals;
}

StrengthScale scaleOf(Noise::Kind kind)
{
    switch (kind) {
    case Noise::Kind::SaltAndPepper:
        return {0, 0.5, 0.025, 0.1};
    case Noise::Kind::Mask:
        return {0, 0.9, 0.05, 0.25};
    case Noise::Kind::Block:
        return {1, 20, 1, 10};
    case Noise::Kind::Blur:
        return {0, 4, 0.25, 1.5};
    default:
        return {0, 1, 0.05, 0.5};
    }
}

std::span<const DenoiseExample> denoiseExamples()
{
    using Kind = Noise::Kind;
    static const std::vector<DenoiseExample> table{
        example("gaussian", setupWith(Kind::Gaussian, 0.5), 0.5),
        example("clipped", setupWith(Kind::Gaussian, 0.5, true), 0.5),
        example("little", setupWith(Kind::Gaussian, 0.5), 0.1),
        example("thrown-off", setupWith(Kind::Gaussian, 0.5, true, 2), 0.3, DenoiseTab::Code),
        example("wide", setupWith(Kind::Gaussian, 0.3, true, 32), 0.3),
        example("salt-and-pepper", setupWith(Kind::SaltAndPepper, 0.1), 0.1),
        example("mask", setupWith(Kind::Mask, 0.25), 0.25),
        example("block", setupWith(Kind::Block, 10), 10),
        example("blur", setupWith(Kind::Blur, 1.5), 1.5),
    };
    return table;
}

const DenoiseExample* findDenoiseExample(std::string_view id)
{
    const auto examples = denoiseExamples();
    const auto it =
        std::find_if(examples.begin(), examples.end(), [id](const auto& e) { return e.id == id; });
    return it == examples.end() ? nullptr : &*it;
}

} // namespace hg
