#include "core/train/replay.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int updatesAtOnce = 16; // between two questions whether to go on

bool isBefore(const HistoryPoint& point, int update)
{
    return point.update < update;
}

} // namespace

bool isSameNetwork(const Plan& a, const Plan& b)
{
    return a.network().network == b.network().network;
}

std::optional<std::size_t> replayStart(std::span<const HistoryPoint> history, int update)
{
    std::size_t i = history.size();
    while (i > 0 && history[i - 1].update > update)
        --i;
    while (i-- > 0) {
        if (history[i].optimizer || history[i].update == update) return i;
        if (history[i].isTurn) break;
    }
    return std::nullopt;
}

Result<Trainer::State> replayed(std::span<const RecipePart> recipes, const HistoryPoint& from, int update,
                                const TrainingData& data, Workers& workers, const StopQuery& stop)
{
    Trainer::State state{from.update, from.model->parameters, *from.optimizer};
    while (state.updatesDone < update) {
        const Recipe recipe = recipeAt(recipes, state.updatesDone);
        Trainer trainer(*from.model, recipe, data, workers);
        trainer.restore(state);
        do {
            if (const auto loss = trainer.update(stop); !loss) return loss.error();
        } while (trainer.updatesDone() < update && recipeAt(recipes, trainer.updatesDone()) == recipe);
        state = trainer.state();
    }
    return state;
}

RunReplay::RunReplay(std::vector<HistoryPoint> history, std::vector<RecipePart> recipes, TrainingData data,
                     Workers& workers)
    : m_history(std::move(history))
    , m_recipes(std::move(recipes))
    , m_data(std::move(data))
    , m_workers(workers)
{}

const HistoryPoint* RunReplay::find(int update) const
{
    const auto place = std::lower_bound(m_history.begin(), m_history.end(), update, isBefore);
    return place != m_history.end() && place->update == update ? &*place : nullptr;
}

Result<std::shared_ptr<const Model>> RunReplay::modelAt(int update, const Watch& watch)
{
    const HistoryPoint* kept = find(update);
    const int first = m_history[replayStart(m_history, update).value_or(0)].update;
    while (!kept) {
        const HistoryPoint from = m_history[*replayStart(m_history, update)];
        const double share = double(from.update - first) / std::max(1, update - first);
        if (!mayGoOn(watch, share)) return Error{ErrorCode::Cancelled};
        auto state =
            replayed(m_recipes, from, std::min(update, from.update + updatesAtOnce), m_data, m_workers);
        if (!state) return state.error();
        auto model = std::make_shared<Model>(*from.model);
        model->parameters = std::move(state->parameters);
        keep({.update = state->updatesDone,
              .testError = {},
              .model = std::move(model),
              .codes = nullptr,
              .optimizer = std::make_shared<const OptimizerState>(std::move(state->optimizer)),
              .roughError = {}});
        kept = find(update);
    }
    return kept->model;
}

/// In place of the step before, which is of no more use.
void RunReplay::keep(HistoryPoint point)
{
    if (m_step) std::erase_if(m_history, [&](const HistoryPoint& p) { return p.update == *m_step; });
    const auto place = std::lower_bound(m_history.begin(), m_history.end(), point.update, isBefore);
    const bool isThere = place != m_history.end() && place->update == point.update;
    m_step = isThere ? std::nullopt : std::optional(point.update);
    if (isThere)
        place->optimizer = std::move(point.optimizer); // it was kept without
    else
        m_history.insert(place, std::move(point));
}

} // namespace hg
