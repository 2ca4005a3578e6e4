#include "core/eval/scratch_network.h"

#include "core/train/trainer.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int leastUpdates = 300, batch = 64;

/// The labelled samples, and what keeps them alive.
struct LabelledPictures {
    std::vector<float> numbers;
    std::vector<int> classes;
};

TrainingData labelledData(const Samples& train, const LabelledSamples& labelled)
{
    auto pictures = std::make_shared<LabelledPictures>();
    const SampleView view = train.view();
    for (const int row : labelled.rows) {
        const auto one = view.sample(row);
        pictures->numbers.insert(pictures->numbers.end(), one.begin(), one.end());
    }
    pictures->classes = labelled.classes;
    return {{.floats = pictures->numbers.data(), .count = labelled.count(), .features = view.features},
            {},
            pictures,
            pictures->classes};
}

} // namespace

Network scratchNetwork(const Network& autoencoder, int classes)
{
    Network network = autoencoder;
    network.layers.resize(static_cast<std::size_t>(autoencoder.codeLayer) + 1);
    network.layers.push_back(dense(classes, Activation::Linear));
    network.isCentred = false; // of a few samples the mean says little, and biases take its place
    network.classes = classes;
    return network;
}

Recipe scratchRecipe(std::uint64_t seed, int labelled)
{
    Recipe recipe{.learningRate = 1e-3,
                  .schedule = Schedule::Cosine,
                  .loss = Loss::SoftmaxCrossEntropy,
                  .batch = batch,
                  .seed = seed};
    const int perEpoch = std::max(1, (labelled + batch - 1) / batch);
    recipe.epochs = (leastUpdates + perEpoch - 1) / perEpoch;
    return recipe;
}

Result<std::vector<int>> scratchReadings(const FeatureSource& source, const LabelledSamples& labelled,
                                         int classes, Workers& workers, const StopQuery& stop)
{
    auto network = resolve(scratchNetwork(source.model.plan->network().network, classes));
    if (!network) return network.error();
    Trainer trainer(std::make_shared<const Plan>(std::move(*network)),
                    scratchRecipe(source.recipe.seed, labelled.count()),
                    labelledData(source.data->train, labelled), workers);
    while (!trainer.isFinished())
        if (const auto loss = trainer.update(stop); !loss) return loss.error();
    const Model model = trainer.model();
    const auto scores =
        outputsAfter(model.plan->layerCount(), model, source.data->test.view(), workers, stop);
    if (!scores) return scores.error();
    return greatestScores(*scores, classes);
}

} // namespace hg
