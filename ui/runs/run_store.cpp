#include "ui/runs/run_store.h"

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t mostModels = 64, mostLeftRuns = 4; // a run keeps a network for each of its stops

std::string nameOf(const AutoencoderSetup& setup)
{
    return setup.model + ", " + std::to_string(setup.bottleneck) + ", " + setup.data + ", seed " +
           std::to_string(setup.recipe.seed);
}

} // namespace

RunStore::RunStore() = default;
RunStore::~RunStore() = default;

std::shared_ptr<Run> RunStore::take(const std::string& lab, Workers& workers, const Clock& clock)
{
    const auto isFree = [&](const Kept& kept) { return kept.lab == lab && kept.run.use_count() == 1; };
    const auto it = std::find_if(m_runs.rbegin(), m_runs.rend(), isFree);
    if (it != m_runs.rend()) return it->run;
    dropOldest();
    auto run = std::make_shared<Run>(workers, clock);
    QObject::connect(run.get(), &Run::stateChanged, run.get(),
                     [this, kept = run.get()] { keepFinished(*kept); });
    m_runs.push_back({lab, run});
    return run;
}

/// Of the runs that nobody shows and that rest, all but a few.
void RunStore::dropOldest()
{
    const auto isLeft = [](const Kept& kept) { return kept.run.use_count() == 1 && !kept.run->isTraining(); };
    auto left = std::count_if(m_runs.begin(), m_runs.end(), isLeft);
    std::erase_if(m_runs, [&](const Kept& kept) {
        return isLeft(kept) && left-- > static_cast<std::ptrdiff_t>(mostLeftRuns);
    });
}

const TrainedModel* RunStore::find(const std::string& name) const
{
    const auto it =
        std::find_if(m_models.begin(), m_models.end(), [&](const TrainedModel& m) { return m.name == name; });
    return it == m_models.end() ? nullptr : &*it;
}

void RunStore::keepFinished(const Run& run)
{
    if (!run.isIn(RunState::Finished)) return;
    const Snapshot& end = *run.snapshot();
    const std::string name = nameOf(run.setup());
    std::erase_if(m_models, [&](const TrainedModel& m) { return m.name == name; });
    if (m_models.size() == mostModels) m_models.erase(m_models.begin());
    m_models.push_back(
        {name, run.setup(), end.model, lastTestError(end.history, end.history.size()).value_or(0)});
}

} // namespace hg
