#include "core/eval/hidden_layer.h"

#include "core/eval/scratch_network.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <limits>

namespace hg {
namespace {

constexpr double rate = 0.01;

Network networkOf(std::size_t features, int classes, int neurons)
{
    Network network;
    network.input = {1, 1, static_cast<int>(features)};
    network.layers = {dense(neurons, Activation::Relu), dense(classes, Activation::Linear)};
    network.classes = classes;
    return network;
}

Recipe recipeFor(const ClassifiedRows& rows, std::uint64_t seed)
{
    Recipe recipe = scratchRecipe(seed, rows.count());
    recipe.learningRate = rate;
    return recipe;
}

/// Nobody has said what they look like, so they are never read.
void shutClassesWithoutRows(Model& model, std::span<const int> classes)
{
    const ResolvedLayer& last = model.plan->network().layers.back();
    for (std::size_t c = 0; c < last.biasCount; ++c)
        if (std::find(classes.begin(), classes.end(), static_cast<int>(c)) == classes.end())
            model.parameters[last.biasOffset() + c] = -std::numeric_limits<float>::infinity();
}

} // namespace

Model fitHiddenLayer(const ClassifiedRows& rows, int classes, const HiddenLayerSetup& setup)
{
    const std::vector<float> numbers(rows.numbers.begin(), rows.numbers.end());
    auto network = resolve(networkOf(rows.features, classes, setup.neurons));
    const auto plan = std::make_shared<const Plan>(std::move(*network));
    Workers workers(1);
    const TrainingData data{
        {.floats = numbers.data(), .count = rows.count(), .features = rows.features}, {}, {}, rows.classes};
    Trainer trainer(plan, recipeFor(rows, setup.seed), data, workers);
    while (!trainer.isFinished() && trainer.update()) {
    }
    Model model = trainer.model();
    shutClassesWithoutRows(model, rows.classes);
    return model;
}

void undoScaling(Model& model, std::span<const float> mean, std::span<const double> scale)
{
    const ResolvedLayer& first = model.plan->network().layers.front();
    const std::size_t features = mean.size();
    for (std::size_t neuron = 0; neuron < first.biasCount; ++neuron) {
        float* weights = model.parameters.data() + first.weightOffset + neuron * features;
        double shift = 0;
        for (std::size_t f = 0; f < features; ++f) {
            const double weight = static_cast<double>(weights[f]) * scale[f];
            shift += weight * static_cast<double>(mean[f]);
            weights[f] = static_cast<float>(weight);
        }
        float& bias = model.parameters[first.biasOffset() + neuron];
        bias = static_cast<float>(static_cast<double>(bias) - shift);
    }
}

} // namespace hg
