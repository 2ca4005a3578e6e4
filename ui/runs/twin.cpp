#include "ui/runs/twin.h"

namespace hg {
namespace {

constexpr std::size_t history = 16u << 20; // nobody scrubs it

} // namespace

Twin::Twin(RunStore& store, const std::string& id, Workers& workers, const Clock& clock)
    : m_store(store), m_run(store.take(id, workers, clock, history))
{
    connect(m_run.get(), &Run::stateChanged, this, &Twin::changed);
    connect(m_run.get(), &Run::momentChanged, this, &Twin::changed);
}

Twin::~Twin() = default;

void Twin::want(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data)
{
    m_setup = setup;
    m_data = std::move(data);
    const TrainedModel* kept = m_store.find(setup);
    m_kept = kept ? kept->model : nullptr;
    if (m_run->isTraining() && !isOwnRun()) m_run->pause();
    Q_EMIT changed();
}

bool Twin::isOwnRun() const
{
    return m_run->hasBegun() && m_run->setup() == m_setup && m_run->data() == m_data;
}

Result<void> Twin::train(double seconds)
{
    if (const auto begun = m_run->start(m_setup, m_data, {seconds}); !begun) return begun;
    m_run->resume();
    return {};
}

void Twin::pause()
{
    if (isOwnRun()) m_run->pause();
}

void Twin::resume()
{
    if (isOwnRun()) m_run->resume();
}

Twin::Standing Twin::standing() const
{
    const Snapshot* now = snapshot();
    if (!now) return m_kept ? Standing::Trained : Standing::Missing;
    switch (now->state) {
    case RunState::Running:
        return Standing::Running;
    case RunState::Finished:
        return Standing::Trained;
    case RunState::Diverged:
        return Standing::Diverged;
    default:
        return Standing::Paused;
    }
}

const Snapshot* Twin::snapshot() const
{
    return isOwnRun() ? m_run->snapshot() : nullptr;
}

std::shared_ptr<const Model> Twin::model() const
{
    if (const Snapshot* now = snapshot()) return now->model;
    return m_kept;
}

} // namespace hg
