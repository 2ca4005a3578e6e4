#pragma once

#include "core/engine/model.h"
#include "core/engine/optimizer.h"
#include "core/train/recipe.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Loss of one update's batch, and its squared error a number, which can be compared whatever the loss.
struct LossPoint {
    int update = 0;
    float loss = 0;
    float squaredError = 0;
};

/// Every update's loss in immutable chunks that snapshots share: publishing costs a copy of pointers and of
/// the last, unfinished chunk, however long the run is.
class LossLog {
public:
    void add(LossPoint point);
    std::size_t size() const { return m_size; }
    /// The points that are not beyond `update`; whole chunks stay shared.
    LossLog upTo(int update) const;
    /// All points in order.
    template <class Visitor>
    void forEach(const Visitor& visit) const
    {
        for (const auto& chunk : m_chunks)
            for (const LossPoint& point : *chunk)
                visit(point);
        for (const LossPoint& point : m_open)
            visit(point);
    }

private:
    static constexpr std::size_t chunkSize = 256;
    std::vector<std::shared_ptr<const std::vector<LossPoint>>> m_chunks;
    std::vector<LossPoint> m_open;
    std::size_t m_size = 0;
};

/// The state of a run at one update, kept for scrubbing and for going on from there. Its model may be of
/// another network than later points', with codes of its own size.
struct HistoryPoint {
    int update = 0;
    double trainLoss = 0;            ///< of the last batch; 0 at update 0
    std::optional<double> testError; ///< squared error a number on the held-out part, where it was measured
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points, (n, codeSize); null where there
                                                     ///< was no time for them yet
    std::shared_ptr<const OptimizerState> optimizer; ///< null where there was no room for it
    std::optional<double> roughError; ///< the held-out error as a sample of the samples has it: for a curve
                                      ///< while the run is at full speed
    bool isTurn = false; ///< what came before does not lead here by updates alone (another network or kind of
                         ///< optimiser): never thinned out
};

/// The held-out error of a curve at this point: the measured one, else the rough one.
std::optional<double> curveError(const HistoryPoint& point);

/// The newest measured held-out error among the first `count` points, or nothing.
std::optional<double> lastTestError(const std::vector<HistoryPoint>& history, std::size_t count);

/// Whether a run of `total` updates keeps update `update`: the first hundred, so that the steep beginning can
/// be gone through one by one, then twenty a decade, the round ones (1, 2, 5 times a power of ten) and the
/// last. Cost: a copy of the weights for each, and as much twice over for an optimiser's memory.
bool isHistoryUpdate(int update, int total);

/// 0 and 1, 2 or 5 times a power of ten: the updates that people name.
bool isRoundUpdate(int update);

/// Weights, optimiser's memories and codes together, those that points share once.
std::size_t bytesOf(std::span<const HistoryPoint> points);

/// What thinOut() leaves a history by default.
inline constexpr std::size_t historyBudget = std::size_t{256} << 20;

/// Drops what is kept until `points` fit into `budget` bytes: first memories of optimisers, then whole
/// points, each where what is of its sort stands densest in log(1 + update); of round updates only when no
/// other is left, and of update 0, the newest and turns nothing at all: those may pass the budget. Cost:
/// O(n log n), and O(n) for each that goes.
void thinOut(std::vector<HistoryPoint>& points, std::size_t budget);

/// What a point of the history still lacks.
struct MissingPiece {
    enum class Kind { TestError, Codes };
    std::size_t point = 0;
    Kind kind = Kind::TestError;
};

/// What to measure next, so that the curve of errors has its shape at once and is then refined: the newest
/// point's, then always the point that is furthest in log(1 + update) from all that are measured; errors
/// before codes. Nothing when no point lacks any. Cost: O(n).
std::optional<MissingPiece> nextMissing(std::span<const HistoryPoint> points, bool wantsErrors);

/// The recipe of the updates from `from` on.
struct RecipePart {
    int from = 0;
    Recipe recipe;
    bool operator==(const RecipePart&) const = default;
};

/// The part that holds for the update from `update` to the next.
const Recipe& recipeAt(std::span<const RecipePart> parts, int update);

/// What happened to a run at an update: it holds for the updates after that.
struct RunEvent {
    /// Branch: the run went back from update `from` to update `to`, and on from there. Activation: of some
    /// layer; Recipe: anything of it but the learning rate. These two have no numbers.
    enum class Kind { LearningRate, CodeSize, Activation, Recipe, Branch };
    int update = 0;
    Kind kind = Kind::LearningRate;
    double from = 0, to = 0;
    bool operator==(const RunEvent&) const = default;
};

/// A change of the learning rate: several at one update are one, and one that is taken back is none.
void addRateChange(std::vector<RunEvent>& events, int update, double from, double to);

} // namespace hg
