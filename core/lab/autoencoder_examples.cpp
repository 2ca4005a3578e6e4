#include "core/lab/autoencoder_examples.h"

#include <algorithm>
#include <vector>

namespace hg {
namespace {

AutoencoderSetup preset(const char* id)
{
    return setupOf(*findModelPreset(id));
}

AutoencoderSetup longCode()
{
    AutoencoderSetup setup = preset("lab-dense");
    setup.bottleneck = 16;
    return setup;
}

/// A rectified code, the classic mistake. Of this seed one of the two numbers is 0 for every digit from early
/// on and no gradient brings it back, so that the map is a line.
AutoencoderSetup deadNeuron()
{
    AutoencoderSetup setup = preset("lab-dense");
    setup.code = Activation::Relu;
    setup.recipe.seed = 13;
    return setup;
}

/// Neither centred nor with biases that could learn to do it: the plane that is found passes through the
/// origin and, at 88°, has next to nothing of PCA's second axis.
AutoencoderSetup notCentred()
{
    AutoencoderSetup setup = preset("lab-linear");
    setup.isCentred = false;
    setup.hasBiases = false;
    setup.recipe.learningRate = 1e-2;
    setup.recipe.epochs = 3;
    return setup;
}

/// A rate beyond what plain descent bears: each update overshoots, the next one more so. Under 80 it trains,
/// at 90 it ends within a hundred updates whatever the seed, after 63 with this one.
AutoencoderSetup diverging()
{
    AutoencoderSetup setup = preset("lab-linear");
    setup.recipe.optimizer = OptimizerKind::Sgd;
    setup.recipe.schedule = Schedule::Constant;
    setup.recipe.learningRate = 90;
    return setup;
}

AutoencoderSetup threesAndEights()
{
    AutoencoderSetup setup = preset("lab-dense");
    setup.data.cut.classes = {3, 8};
    return setup;
}

/// Pictures that two numbers draw: long enough for the code to lay both out, in order.
AutoencoderSetup knownFactors()
{
    AutoencoderSetup setup = preset("lab-deep");
    setup.data = "bars";
    setup.recipe.epochs = 30;
    return setup;
}

} // namespace

std::span<const AutoencoderExample> autoencoderExamples()
{
    static const std::vector<AutoencoderExample> examples{
        {"linear-pca", {preset("lab-linear")}},
        {"deep-linear", {preset("lab-deep-linear")}},
        {"digits-2", {preset("lab-dense")}},
        {"deep", {preset("lab-deep")}},
        {"convolutional", {preset("lab-conv")}},
        {"ordered", {preset("lab-ordered")}},
        {"code-16", {longCode()}},
        {"dead-neuron", {deadNeuron()}},
        {"not-centred", {notCentred()}},
        {"diverges", {diverging()}},
        {"threes-and-eights", {threesAndEights()}},
        {"known-factors", {knownFactors()}},
    };
    return examples;
}

const AutoencoderExample* findAutoencoderExample(std::string_view id)
{
    const auto all = autoencoderExamples();
    const auto it =
        std::find_if(all.begin(), all.end(), [&](const auto& example) { return id == example.id; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace hg
