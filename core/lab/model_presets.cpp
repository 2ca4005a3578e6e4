#include "core/lab/model_presets.h"

#include "core/lab/autoencoder_setup.h"

#include <algorithm>
#include <array>
#include <string>

namespace hg {
namespace {

using enum Activation;

Error noBottleneck(int bottleneck)
{
    return {ErrorCode::BadValue, {}, {1, 1024}, std::to_string(bottleneck)};
}

/// Dense layers of those widths down to the code, and the same widths up again.
Result<Network> mirrored(Shape input, std::initializer_list<int> widths, int bottleneck, Activation hidden,
                         Activation output)
{
    if (bottleneck < 1) return noBottleneck(bottleneck);
    Network network{.input = input,
                    .codeLayer = static_cast<int>(widths.size()),
                    .isCentred = output == Activation::Linear};
    for (const int width : widths)
        network.layers.push_back(dense(width, hidden));
    network.layers.push_back(dense(bottleneck, Activation::Linear));
    for (auto width = std::rbegin(widths); width != std::rend(widths); ++width)
        network.layers.push_back(dense(*width, hidden));
    network.layers.push_back(dense(input, output));
    return network;
}

/// Two convolutions of stride 2 and a dense layer down to the code, because a code of two numbers right
/// behind the maps loses to dense networks; mirrored by transposed convolutions.
Result<Network> convolutional(Shape input, int kernel, int bottleneck)
{
    constexpr int widthBeforeCode = 64, shrinking = 4;
    if (bottleneck < 1) return noBottleneck(bottleneck);
    for (const int side : {input.height, input.width})
        if (side % shrinking != 0)
            return Error{ErrorCode::ShapesDoNotFit, "conv", {double(side), double(shrinking)}};
    const Shape maps{16, input.height / shrinking, input.width / shrinking};
    return Network{.input = input,
                   .layers = {conv(8, kernel, 2, LeakyRelu), conv(16, kernel, 2, LeakyRelu),
                              dense(widthBeforeCode, LeakyRelu), dense(bottleneck, Activation::Linear),
                              dense(widthBeforeCode, LeakyRelu), dense(maps, LeakyRelu),
                              convTransposed(8, kernel, 2, LeakyRelu),
                              convTransposed(input.channels, kernel, 2, Sigmoid)},
                   .codeLayer = 3};
}

constexpr Recipe linearRecipe(double rate, int epochs)
{
    return {.learningRate = rate, .schedule = Schedule::Cosine, .epochs = epochs};
}

constexpr Recipe orderedRecipe()
{
    Recipe recipe = linearRecipe(3e-3, 20);
    recipe.isOrdered = true;
    return recipe;
}

} // namespace

// The bands are of ten seeds each.
std::span<const ModelPreset> modelPresets()
{
    static constexpr std::array table{
        ModelPreset{.id = "linear",
                    .build = [](Shape s, int k) { return modelById("linear", s, k); },
                    .isOfTheWindow = false},
        ModelPreset{.id = "dense",
                    .build = [](Shape s, int k) { return modelById("dense", s, k); },
                    .isOfTheWindow = false},
        ModelPreset{.id = "conv",
                    .build = [](Shape s, int k) { return modelById("conv", s, k); },
                    .isOfTheWindow = false},
        ModelPreset{.id = "lab-linear",
                    .build = [](Shape s, int k) { return mirrored(s, {}, k, Linear, Linear); },
                    .recipe = linearRecipe(3e-3, 6),
                    .band = ErrorBand{0.0555, 0.0560, 6}},
        ModelPreset{.id = "lab-deep-linear",
                    .build =
                        [](Shape s, int k) {
                            return mirrored(s, {256, 64}, k, Linear, Linear);
                        },
                    .recipe = linearRecipe(1e-2, 3),
                    .band = ErrorBand{0.0555, 0.0560, 3}},
        ModelPreset{.id = "lab-dense",
                    .build =
                        [](Shape s, int k) {
                            return mirrored(s, {256, 64}, k, LeakyRelu, Sigmoid);
                        },
                    .recipe = bentRecipe,
                    .band = ErrorBand{0.0395, 0.0415, 5}},
        ModelPreset{.id = "lab-deep",
                    .build =
                        [](Shape s, int k) {
                            return mirrored(s, {256, 128, 32}, k, LeakyRelu, Sigmoid);
                        },
                    .recipe = bentRecipe,
                    .band = ErrorBand{0.0380, 0.0395, 5}},
        ModelPreset{.id = "lab-conv",
                    .build = [](Shape s, int k) { return convolutional(s, 4, k); },
                    .recipe = bentRecipe,
                    .band = ErrorBand{0.0420, 0.0445, 5}},
        ModelPreset{.id = "lab-conv-3",
                    .build = [](Shape s, int k) { return convolutional(s, 3, k); },
                    .recipe = bentRecipe,
                    .band = ErrorBand{0.0435, 0.0465, 5}},
        ModelPreset{.id = "lab-ordered",
                    .build = [](Shape s, int k) { return mirrored(s, {}, k, Linear, Linear); },
                    .recipe = orderedRecipe(),
                    .band = ErrorBand{0.0555, 0.0560, 20}},
    };
    return table;
}

const ModelPreset* findModelPreset(std::string_view id)
{
    const auto all = modelPresets();
    const auto it = std::find_if(all.begin(), all.end(), [&](const ModelPreset& p) { return id == p.id; });
    return it == all.end() ? nullptr : &*it;
}

std::optional<ErrorBand> expectedError(const AutoencoderSetup& setup)
{
    const ModelPreset* preset = findModelPreset(setup.model);
    if (!preset) return std::nullopt;
    AutoencoderSetup own = setupOf(*preset);
    own.recipe.seed = setup.recipe.seed;
    return own == setup ? preset->band : std::nullopt;
}

} // namespace hg
