#pragma once

#include "core/train/history.h"
#include "core/train/trainer.h"
#include "core/util/watch.h"

namespace hg {

/// Whether both are of one network, so that one's weights are the other's.
bool isSameNetwork(const Plan& a, const Plan& b);

/// The kept update from which training again leads to `update`: the last that is not beyond it, and has the
/// optimiser's memory or is that update itself; nothing where a turn lies between.
std::optional<std::size_t> replayStart(std::span<const HistoryPoint> history, int update);

/// The run's state at `update`, trained again from a point that has its optimiser's memory, part by part of
/// its recipes: every number is as it was. Errors: Cancelled; Diverged, of a run that did.
Result<Trainer::State> replayed(std::span<const RecipePart> recipes, const HistoryPoint& from, int update,
                                const TrainingData& data, Workers& workers, const StopQuery& stop = {});

/// Models of a run at any update that its history leads to: kept ones, the others trained again on the way.
/// Asked in rising order, each update is done once.
class RunReplay {
public:
    /// `history` is one or more points of a run, in order.
    RunReplay(std::vector<HistoryPoint> history, std::vector<RecipePart> recipes, TrainingData data,
              Workers& workers);

    bool leadsTo(int update) const { return replayStart(m_history, update).has_value(); }
    const std::vector<HistoryPoint>& history() const { return m_history; }
    /// The kept one; null where it would have to be trained.
    const HistoryPoint* find(int update) const;
    /// Asks the watch every few updates. Errors: Cancelled; Diverged. It leads there.
    Result<std::shared_ptr<const Model>> modelAt(int update, const Watch& watch = {});

private:
    void keep(HistoryPoint point);

    std::vector<HistoryPoint> m_history;
    std::vector<RecipePart> m_recipes;
    TrainingData m_data;
    Workers& m_workers;
    std::optional<int> m_step; ///< of the history, a point that has been made on the way
};

} // namespace hg
