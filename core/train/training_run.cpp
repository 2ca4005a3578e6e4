#include "core/train/training_run.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double publishInterval = 1.0 / 30;
constexpr double codesShare = 0.04; // of the run's time that encoding the map may take
constexpr double testShare = 0.015; // and that measuring the held-out error may take

} // namespace

int paceUpdate(double elapsed, double duration, int total)
{
    if (duration <= 0 || elapsed >= duration) return total;
    const double share = std::max(0.0, elapsed / duration);
    return static_cast<int>(share * share * total);
}

TrainingRun::TrainingRun(Setup setup, Workers& workers, const Clock& clock, std::function<void()> wake)
    : m_setup(std::move(setup))
    , m_workers(workers)
    , m_clock(clock)
    , m_mailbox(std::move(wake))
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{}

TrainingRun::~TrainingRun()
{
    m_thread.request_stop();
    m_thread.join();
}

void TrainingRun::resume()
{
    send({Order::Resume});
}
void TrainingRun::pause()
{
    send({Order::Pause});
}
void TrainingRun::updateOnce()
{
    send({Order::UpdateOnce});
}
void TrainingRun::setPace(double seconds)
{
    send({Order::SetPace, seconds});
}
void TrainingRun::setLearningRate(double rate)
{
    send({Order::SetLearningRate, rate});
}

void TrainingRun::send(Command command)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_commands.push_back(command);
    }
    m_changed.notify_one();
}

void TrainingRun::work(const std::stop_token& stop)
{
    m_stop = [&stop] { return stop.stop_requested(); };
    begin();
    while (!stop.stop_requested()) {
        waitForWork(stop);
        obeyCommands();
        if (m_now.state == RunState::Running && secondsUntilDue() <= 0) doUpdate();
    }
}

void TrainingRun::begin()
{
    m_trainer.emplace(m_setup.plan, m_setup.recipe, m_setup.data, m_workers, m_stop);
    m_now.totalUpdates = m_trainer->totalUpdates();
    m_now.updatesPerEpoch = m_trainer->updatesPerEpoch();
    if (m_stop()) return;
    m_now.model = std::make_shared<const Model>(m_trainer->model());
    keepHistory();
    publish(true);
}

void TrainingRun::waitForWork(const std::stop_token& stop)
{
    if (m_now.state != RunState::Running && completeHistory()) return;
    std::unique_lock lock(m_mutex);
    const auto hasCommand = [this] { return !m_commands.empty(); };
    if (m_now.state != RunState::Running) {
        m_changed.wait(lock, stop, hasCommand);
        return;
    }
    const double due = secondsUntilDue();
    if (due > 0)
        m_changed.wait_for(lock, stop, std::chrono::duration<double>(std::min(due, 0.1)), hasCommand);
}

void TrainingRun::obeyCommands()
{
    std::deque<Command> commands;
    {
        const std::scoped_lock lock(m_mutex);
        commands.swap(m_commands);
    }
    for (const Command& command : commands) {
        if (m_stop()) return;
        obey(command);
    }
}

void TrainingRun::obey(const Command& command)
{
    const bool canGoOn = m_now.state == RunState::Paused || m_now.state == RunState::Running;
    switch (command.order) {
    case Order::Resume:
        if (m_now.state != RunState::Paused) return;
        m_now.state = RunState::Running;
        setPace(m_setup.paceSeconds);
        break;
    case Order::Pause:
        if (m_now.state != RunState::Running) return;
        m_now.state = RunState::Paused;
        refreshCodes();
        break;
    case Order::UpdateOnce:
        if (!canGoOn) return;
        m_now.state = RunState::Running;
        doUpdate();
        if (m_now.state != RunState::Running) return;
        m_now.state = RunState::Paused;
        refreshCodes();
        break;
    case Order::SetPace: {
        m_setup.paceSeconds = command.value;
        // The curve is entered at the place that the run has reached.
        const double share = std::sqrt(static_cast<double>(m_now.update) / std::max(1, m_now.totalUpdates));
        m_paceStart = m_clock.seconds() - share * m_setup.paceSeconds;
        return;
    }
    case Order::SetLearningRate:
        m_trainer->setLearningRate(command.value);
        return;
    }
    publish(true);
}

double TrainingRun::secondsUntilDue() const
{
    if (m_setup.paceSeconds <= 0) return 0;
    const double share = std::sqrt((m_now.update + 1.0) / std::max(1, m_now.totalUpdates));
    return m_paceStart + share * m_setup.paceSeconds - m_clock.seconds();
}

void TrainingRun::doUpdate()
{
    if (m_stop()) return;
    const double before = m_clock.seconds();
    const auto loss = m_trainer->update(m_stop);
    if (!loss && loss.error().code == ErrorCode::Cancelled) return;
    m_busySeconds += m_clock.seconds() - before;
    if (!loss) {
        m_now.state = RunState::Diverged; // the last good model and codes stay in the snapshot
        publish(true);
        return;
    }
    finishUpdate(*loss);
}

void TrainingRun::finishUpdate(double loss)
{
    m_now.update = m_trainer->updatesDone();
    m_now.trainLoss = loss;
    m_now.losses.add({m_now.update, static_cast<float>(loss)});
    const double images = std::min(1.0 * m_now.update * m_setup.recipe.batch,
                                   1.0 * m_setup.recipe.epochs * m_setup.data.train.count);
    m_now.imagesPerSecond = m_busySeconds > 0 ? images / m_busySeconds : 0;
    if (m_trainer->isFinished()) m_now.state = RunState::Finished;
    if (isHistoryUpdate(m_now.update, m_now.totalUpdates)) keepHistory();
    publish(m_now.state == RunState::Finished);
}

void TrainingRun::keepHistory()
{
    const bool isEnd = m_now.update == 0 || m_now.update >= m_now.totalUpdates;
    if (isEnd || areCodesAffordable()) refreshCodes();
    const bool areFresh = m_now.codesUpdate == m_now.update;
    if (!areFresh) m_now.model = std::make_shared<const Model>(m_trainer->model());
    const auto testError = testErrorIfAffordable();
    if (m_stop()) return;
    m_now.history.push_back(
        {m_now.update, m_now.trainLoss, testError, m_now.model, areFresh ? m_now.codes : nullptr});
}

bool TrainingRun::completeHistory()
{
    for (std::size_t i = m_now.history.size(); i-- > 0;) { // the newest first: it is looked at
        HistoryPoint& point = m_now.history[i];
        if (point.codes && (point.testError || m_setup.data.test.count == 0)) continue;
        if (!complete(point)) return true;
        m_isIncomplete = true;
        publish(false);
        return true;
    }
    if (!m_isIncomplete) return false;
    m_isIncomplete = false;
    publish(true);
    return true;
}

Result<void> TrainingRun::complete(HistoryPoint& point)
{
    HistoryPoint whole = point;
    if (!whole.codes) {
        auto codes = encode(*whole.model, m_setup.mapPoints, m_workers, m_stop);
        if (!codes) return codes.error();
        whole.codes = std::make_shared<const std::vector<float>>(std::move(*codes));
    }
    if (!whole.testError && m_setup.data.test.count > 0) {
        const auto error = m_trainer->testErrorOf(*whole.model, m_stop);
        if (!error) return error.error();
        whole.testError = *error;
    }
    point = std::move(whole);
    return {};
}

bool TrainingRun::areCodesAffordable() const
{
    return m_clock.seconds() - m_lastCodes >= m_codesCost / codesShare;
}

std::optional<double> TrainingRun::testErrorIfAffordable()
{
    // The whole held-out part costs as much as a dozen updates: at the ends always, between them a share of
    // the time.
    const double before = m_clock.seconds();
    const bool isEnd = m_now.update == 0 || m_now.update >= m_now.totalUpdates;
    if (!isEnd && before - m_lastTest < m_testCost / testShare) return std::nullopt;
    const auto error = m_trainer->testErrorOf(*m_now.model, m_stop);
    if (!error) return std::nullopt;
    m_lastTest = m_clock.seconds();
    m_testCost = m_lastTest - before;
    return *error;
}

void TrainingRun::refreshCodes()
{
    if (m_now.codes && m_now.codesUpdate == m_now.update) return;
    const double before = m_clock.seconds();
    auto model = std::make_shared<const Model>(m_trainer->model());
    auto codes = encode(*model, m_setup.mapPoints, m_workers, m_stop);
    if (!codes) return;
    m_now.model = std::move(model);
    m_now.codes = std::make_shared<const std::vector<float>>(std::move(*codes));
    m_now.codesUpdate = m_now.update;
    m_lastCodes = m_clock.seconds();
    m_codesCost = m_lastCodes - before;
}

void TrainingRun::publish(bool always)
{
    if (m_stop()) return;
    const double time = m_clock.seconds();
    if (!always && (time - m_lastPublish < publishInterval || m_mailbox.isFull())) return;
    if (m_now.state != RunState::Diverged && areCodesAffordable()) refreshCodes();
    if (m_now.state != RunState::Diverged && m_now.codesUpdate != m_now.update)
        m_now.model = std::make_shared<const Model>(m_trainer->model());
    if (m_stop()) return; // while the codes were refreshed
    m_lastPublish = time;
    m_mailbox.put(std::make_shared<const Snapshot>(m_now));
}

} // namespace hg
