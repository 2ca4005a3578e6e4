#pragma once

#include "core/engine/model.h"
#include "core/engine/workspace.h"
#include "core/train/recipe.h"

#include <memory>
#include <span>

namespace hg {

/// The pictures of a run: views, and whatever keeps them alive.
struct TrainingData {
    SampleView train;
    SampleView test; ///< may be empty
    std::shared_ptr<const void> owner;
    /// Classes of the samples, from 0, one each: what a classifier learns instead of the pictures themselves.
    std::span<const int> trainLabels{}, testLabels{};
};

/// Mean of every feature, in double over rows in order. Empty when stopped.
std::vector<float> meanOf(const SampleView& samples, const StopQuery& stop = {});

/// Training as a plain object that does one update when asked: no thread, no clock. The same recipe, network
/// and data give the same numbers whatever the number of workers, because every sum's order is fixed by the
/// batch alone.
class Trainer {
public:
    /// The recipe must be valid, the plan's input as large as a sample, and a classifier's data have labels.
    /// Cost: the buffers of four chunks, and for a centred network a pass over the data; a trainer that was
    /// stopped in it is not to be used.
    Trainer(std::shared_ptr<const Plan> plan, const Recipe& recipe, TrainingData data, Workers& workers,
            const StopQuery& stop = {});

    /// Goes on with a network that has its weights, and its mean where it is centred: no pass over the data.
    Trainer(Model model, const Recipe& recipe, TrainingData data, Workers& workers);

    /// All that changes from update to update. With the recipe and the data it fixes the rest of the run:
    /// noise and order are functions of the update and the seed.
    struct State {
        int updatesDone = 0;
        std::vector<float> parameters;
        OptimizerState optimizer;
        bool operator==(const State&) const = default;
    };
    /// Cost: a copy of the parameters and of the optimiser's memory.
    State state() const { return {m_updatesDone, model().parameters, m_optimizer.state()}; }
    /// Goes on from a state of the same plan and kind of optimiser. Of another batch size the update stays
    /// what it is: the epoch, and the place in it, follow from this recipe's updates an epoch.
    void restore(const State& state);

    /// One update: the mean loss of its batch. It asks before each chunk whether to stop. Errors: Diverged
    /// when the loss is not finite, and the parameters stay as they were; or when a parameter became so, and
    /// then the model is spent. Cancelled, and everything is as before.
    Result<double> update(const StopQuery& stop = {});

    /// Samples of the next update's batch; an epoch's last may be short.
    int nextBatchSize() const;
    /// Squared error a number of the last update's batch before that update: its loss without the terms of an
    /// ordered one where that is the loss, worked out beside any other. 0 before the first, and for a
    /// classifier.
    double squaredError() const { return m_squaredError; }
    int updatesDone() const { return m_updatesDone; }
    int updatesPerEpoch() const;
    int totalUpdates() const { return updatesPerEpoch() * m_recipe.epochs; }
    bool isFinished() const { return m_updatesDone >= totalUpdates(); }
    const Recipe& recipe() const { return m_recipe; }
    const TrainingData& data() const { return m_data; }
    /// Takes effect with the next update.
    void setLearningRate(double rate) { m_recipe.learningRate = rate; }
    /// The network as it is now: a copy.
    Model model() const { return {m_plan, {m_parameters.begin(), m_parameters.end()}, m_mean}; }
    /// Cost: a copy of so many bytes.
    OptimizerState optimizerState() const { return m_optimizer.state(); }
    std::size_t optimizerBytes() const { return m_optimizer.bytes(); }
    /// Squared error a number on the held-out part, or the share that a classifier puts into a wrong class; 0
    /// without one.
    double testError() const;
    /// Of another model, of any plan that these data fit. Errors: Cancelled.
    Result<double> testErrorOf(const Model& model, const StopQuery& stop = {}) const;
    /// The same with the recipe's noise on the inputs, against the clean pictures.
    double noisyTestError();

private:
    struct Group; // what the chunks of one gradient buffer need

    /// Up to `lanes` rows of a batch.
    struct Chunk {
        std::span<const int> rows;
        std::span<const int> next; ///< what will be read after it
        float scale = 1;           ///< of each sample's loss in the batch's mean
        bool isFirst = true;       ///< of its group
    };

    void shuffleIfEpochStarts();
    bool keepsSums() const { return m_recipe.loss != Loss::Mse; }
    Chunk chunkAt(int first, int batchSize, int chunk) const;
    void fillTarget(std::span<const int> rows, Workspace& workspace) const;
    const float* fillChunk(std::span<const int> rows, std::span<const int> next, Workspace& workspace) const;
    double chunkGradient(const Chunk& chunk, Group& group, const StopQuery& stop);
    double addOrderedTerms(const Chunk& chunk, const float* target, Group& group, const StopQuery& stop);
    double batchGradient(int first, int batchSize, const StopQuery& stop);
    /// False when a parameter is not finite any more.
    bool applyGradient();

    std::shared_ptr<const Plan> m_plan;
    Recipe m_recipe;
    TrainingData m_data;
    Workers& m_workers;
    AlignedFloats m_parameters;
    std::vector<float> m_mean;
    Optimizer m_optimizer;
    int m_threads; ///< that an update is worth
    std::vector<std::shared_ptr<Group>> m_groups;
    std::vector<int> m_order;
    bool m_isShuffled = false;
    int m_updatesDone = 0;
    int m_groupsUsed = 0;
    double m_squaredError = 0;
};

/// All updates that are left, the watch asked before each. Errors: those of Trainer::update().
Result<void> trainToEnd(Trainer& trainer, const Watch& watch = {});

} // namespace hg
