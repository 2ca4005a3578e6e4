#include "core/lab/autoencoder_setup.h"

namespace hg {

AutoencoderSetup defaultSetup(const std::string& model)
{
    AutoencoderSetup setup{.model = model};
    setup.recipe.learningRate = 3e-3;
    setup.recipe.schedule = Schedule::Cosine;
    setup.recipe.epochs = model == "linear" ? 6 : 5;
    return setup;
}

Result<ResolvedNetwork> validate(const AutoencoderSetup& setup, Shape input)
{
    const auto network = modelById(setup.model, input, setup.bottleneck);
    if (!network) return network.error();
    const auto recipe = validate(setup.recipe, *network);
    if (!recipe) return recipe.error();
    return resolve(*network);
}

} // namespace hg
