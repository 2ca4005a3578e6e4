#include "ui/runs/run_store.h"

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t mostModels = 64, mostLeftRuns = 4; // a run keeps a network for each of its stops
constexpr std::size_t mostEarlierRuns = 5;
constexpr int leastShare = 20; // of a run's updates: what was replaced sooner is no loss

std::string nameOf(const AutoencoderSetup& setup)
{
    return (setup.own ? "own layers" : setup.model) + ", " + std::to_string(setup.bottleneck) + ", " +
           setup.data.source + ", seed " + std::to_string(setup.recipe.seed);
}

/// Whether it has numbers of its own that somebody may miss.
bool isWorthKeeping(const Run& run)
{
    if (!run.hasGoneOn() && !run.isTakenOver()) return false;
    const Snapshot& end = *run.snapshot();
    return run.isIn(RunState::Finished) || run.isIn(RunState::Diverged) ||
           end.update >= end.totalUpdates / leastShare;
}

EarlierRun remainsOf(const Run& run)
{
    const Snapshot& end = *run.snapshot();
    EarlierRun remains{
        .run = &run, .serial = run.serial(), .name = nameOf(run.setup()), .setup = run.setup()};
    for (const HistoryPoint& p : end.history)
        if (curveError(p))
            remains.curve.push_back(
                {p.update, static_cast<double>(p.update) / std::max(1, end.updatesPerEpoch), *curveError(p)});
    remains.finalError = lastTestError(end.history, end.history.size());
    if (run.data()->hasPca()) remains.pcaError = run.data()->pcaErrorOf(run.setup().bottleneck);
    remains.isDiverged = run.isIn(RunState::Diverged);
    remains.model = end.model;
    return remains;
}

} // namespace

RunStore::RunStore() = default;
RunStore::~RunStore() = default;

std::shared_ptr<Run> RunStore::findFree(const std::string& lab) const
{
    const auto isFree = [&](const Kept& kept) { return kept.lab == lab && kept.run.use_count() == 1; };
    const auto it = std::find_if(m_runs.rbegin(), m_runs.rend(), isFree);
    return it == m_runs.rend() ? nullptr : it->run;
}

std::shared_ptr<Run> RunStore::take(const std::string& lab, Workers& workers, const Clock& clock)
{
    if (auto free = findFree(lab)) return free;
    dropOldest();
    auto run = std::make_shared<Run>(workers, clock);
    connect(run.get(), &Run::stateChanged, run.get(), [this, kept = run.get()] { keepEnded(*kept); });
    connect(run.get(), &Run::aboutToBeReplaced, run.get(), [this, kept = run.get()] { keepRemains(*kept); });
    m_runs.push_back({lab, run});
    return run;
}

std::shared_ptr<Run> RunStore::take(const std::string& lab, Workers& workers, const Clock& clock,
                                    std::size_t historyBytes)
{
    if (auto free = findFree(lab)) return free;
    dropOldest();
    auto run = std::make_shared<Run>(workers, clock, historyBytes);
    connect(run.get(), &Run::stateChanged, run.get(), [this, kept = run.get()] {
        if (kept->isIn(RunState::Finished)) keepModel(*kept);
    });
    m_runs.push_back({lab, run});
    return run;
}

std::shared_ptr<const Run> RunStore::newest() const
{
    std::shared_ptr<const Run> newest;
    for (const Kept& kept : m_runs) {
        if (kept.run->isTraining()) return kept.run;
        if (kept.run->hasBegun() && kept.run->snapshot()) newest = kept.run;
    }
    return newest;
}

/// Of the runs that nobody shows and that rest, all but a few.
void RunStore::dropOldest()
{
    const auto isLeft = [](const Kept& kept) { return kept.run.use_count() == 1 && !kept.run->isTraining(); };
    auto left = std::count_if(m_runs.begin(), m_runs.end(), isLeft);
    std::erase_if(m_runs, [&](const Kept& kept) {
        if (!isLeft(kept) || left-- <= static_cast<std::ptrdiff_t>(mostLeftRuns)) return false;
        keepRemains(*kept.run);
        return true;
    });
}

const TrainedModel* RunStore::find(const std::string& name) const
{
    const auto it =
        std::find_if(m_models.begin(), m_models.end(), [&](const TrainedModel& m) { return m.name == name; });
    return it == m_models.end() ? nullptr : &*it;
}

const TrainedModel* RunStore::find(const AutoencoderSetup& setup) const
{
    const auto it = std::find_if(m_models.begin(), m_models.end(),
                                 [&](const TrainedModel& m) { return m.isStraight && m.setup == setup; });
    return it == m_models.end() ? nullptr : &*it;
}

std::shared_ptr<const Run> RunStore::findFinished(const std::string& lab, const AutoencoderSetup& setup,
                                                  const LabData* data) const
{
    const auto it = std::find_if(m_runs.rbegin(), m_runs.rend(), [&](const Kept& kept) {
        const Run& run = *kept.run;
        return kept.lab != lab && run.isIn(RunState::Finished) && run.setup() == setup &&
               run.data().get() == data && run.events().empty();
    });
    return it == m_runs.rend() ? nullptr : it->run;
}

void RunStore::keepEnded(const Run& run)
{
    if (run.isIn(RunState::Finished)) keepModel(run);
    if (run.isIn(RunState::Finished) || run.isIn(RunState::Diverged)) keepRemains(run);
}

/// A run goes on after it was kept: its curve is completed while it rests.
void RunStore::keepRemains(const Run& run)
{
    if (!isWorthKeeping(run)) return;
    EarlierRun remains = remainsOf(run);
    const auto same = std::find_if(m_earlier.begin(), m_earlier.end(), [&](const EarlierRun& e) {
        return e.run == &run && e.serial == run.serial();
    });
    remains.id = same != m_earlier.end() ? same->id : ++m_lastId;
    if (same != m_earlier.end()) {
        *same = std::move(remains);
    } else {
        if (m_earlier.size() == mostEarlierRuns) m_earlier.erase(m_earlier.begin());
        m_earlier.push_back(std::move(remains));
    }
    Q_EMIT earlierRunsChanged();
}

void RunStore::remove(int id)
{
    if (std::erase_if(m_earlier, [id](const EarlierRun& e) { return e.id == id; }) > 0)
        Q_EMIT earlierRunsChanged();
}

void RunStore::keepModel(const Run& run)
{
    const Snapshot& end = *run.snapshot();
    const bool isStraight = run.events().empty();
    std::erase_if(m_models, [&](const TrainedModel& m) {
        return m.setup == run.setup() && m.isStraight == isStraight;
    });
    if (m_models.size() == mostModels) m_models.erase(m_models.begin());
    m_models.push_back({nameOf(run.setup()), run.setup(), end.model,
                        lastTestError(end.history, end.history.size()).value_or(0), isStraight});
    Q_EMIT modelsChanged();
}

} // namespace hg
