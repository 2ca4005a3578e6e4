#include "core/train/training_run.h"

#include "core/train/replay.h"
#include "core/util/thread_priority.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

constexpr double publishInterval = 1.0 / 30;
constexpr double codesShare = 0.01;  // of the run's time that encoding the map may take
constexpr double spareShare = 0.25;  // the same of a run that waits for its pace anyway
constexpr double roughShare = 0.012; // and that rough held-out errors may take
constexpr double tellShare = 0.01;   // and that snapshots may take, each with a copy of the weights
constexpr int sampleSize = 512;      // of the held-out samples: a sixtieth of the error is its own
constexpr int memoryEvery = 10;      // of updates kept one by one: a few are soon done again
constexpr double pieceShare = 0.1;   // and that what is longer than a wait may take of a paced run
constexpr double forever = std::numeric_limits<double>::infinity();

/// The optimiser's memory at the past's end; fresh where none leads there. Errors: Cancelled.
Result<OptimizerState> memoryOf(const RunPast& past, const TrainingData& data, Workers& workers,
                                const StopQuery& stop)
{
    const Plan& plan = *past.history.back().model->plan;
    for (std::size_t i = past.history.size(); i-- > 0;) {
        const HistoryPoint& point = past.history[i];
        if (!isSameNetwork(*point.model->plan, plan)) break;
        if (!point.optimizer) continue;
        auto state = replayed(past.recipes, point, past.update(), data, workers, stop);
        if (!state) return state.error();
        return std::move(state->optimizer);
    }
    return OptimizerState{};
}

int differingActivations(const Network& a, const Network& b)
{
    int count = 0;
    for (std::size_t l = 0; l < std::min(a.layers.size(), b.layers.size()); ++l)
        count += a.layers[l].activation != b.layers[l].activation;
    return count;
}

} // namespace

int paceUpdate(double elapsed, double duration, int total)
{
    if (duration <= 0 || elapsed >= duration) return total;
    const double share = std::max(0.0, elapsed / duration);
    return static_cast<int>(share * share * total);
}

std::shared_ptr<const RunPast> pastOf(const Snapshot& snapshot, int update)
{
    auto past = std::make_shared<RunPast>();
    for (const HistoryPoint& point : snapshot.history)
        if (point.update <= update || past->history.empty()) past->history.push_back(point);
    const bool isNewest = update >= snapshot.update && past->update() < snapshot.update;
    if (isNewest && snapshot.modelUpdate == snapshot.update)
        past->history.push_back({.update = snapshot.update,
                                 .trainLoss = snapshot.trainLoss,
                                 .testError = {},
                                 .model = snapshot.model,
                                 .codes = snapshot.codesUpdate == snapshot.update ? snapshot.codes : nullptr,
                                 .optimizer = nullptr});
    past->losses = snapshot.losses.upTo(past->update());
    for (const RunEvent& event : snapshot.events)
        if (event.update <= past->update()) past->events.push_back(event);
    for (const RecipePart& part : snapshot.recipes)
        if (part.from <= past->update()) past->recipes.push_back(part);
    past->reached = snapshot.update;
    return past;
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
    send({.order = Order::Resume});
}
void TrainingRun::pause()
{
    send({.order = Order::Pause});
}
void TrainingRun::updateOnce()
{
    send({.order = Order::UpdateOnce});
}
void TrainingRun::setPace(const Pace& pace)
{
    send({.order = Order::SetPace, .pace = pace});
}
void TrainingRun::setLearningRate(double rate)
{
    send({.order = Order::SetLearningRate, .rate = rate});
}

void TrainingRun::setMapPoints(const SampleView& points)
{
    send({.order = Order::SetMapPoints, .points = points});
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
    lowerThreadPriority();
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
    if (m_setup.past) return beginAfter(*m_setup.past);
    drawSample();
    m_trainer.emplace(m_setup.plan, m_setup.recipe, m_setup.data, m_workers, m_stop);
    countUpdates();
    m_now.recipes = {{0, m_setup.recipe}};
    if (m_stop()) return;
    m_now.model = std::make_shared<const Model>(m_trainer->model());
    keepHistory();
    publish(true);
}

void TrainingRun::beginAfter(const RunPast& past)
{
    const HistoryPoint& last = past.history.back();
    const bool isSame = isSameNetwork(*last.model->plan, *m_setup.plan);
    if (isSame) m_setup.plan = last.model->plan;
    m_trainer.emplace(Model{m_setup.plan,
                            isSame ? last.model->parameters
                                   : initialParameters(m_setup.plan->network(), m_setup.recipe.seed,
                                                       m_setup.recipe.initialisation),
                            last.model->mean},
                      m_setup.recipe, m_setup.data, m_workers);
    m_now.update = m_now.modelUpdate = m_begun = past.update();
    m_now.trainLoss = last.trainLoss;
    m_now.model = last.model;
    m_now.codes = last.codes;
    m_now.codesUpdate = last.codes ? past.update() : -1;
    m_now.losses = past.losses;
    drawSample();
    m_now.history = past.history;
    m_now.events = past.events;
    m_now.recipes = past.recipes;
    countUpdates();
    if (m_now.update >= m_now.totalUpdates) m_now.state = RunState::Finished;
    publish(true); // before what may last: somebody waits to see where the run stands
    if (!continueTrainer(past)) return;
    noteBranch(past);
    publish(true);
}

void TrainingRun::countUpdates()
{
    m_now.totalUpdates = m_trainer->totalUpdates();
    m_now.updatesPerEpoch = m_trainer->updatesPerEpoch();
}

Result<void> TrainingRun::continueTrainer(const RunPast& past)
{
    HistoryPoint last = past.history.back();
    auto memory = memoryOf(past, m_setup.data, m_workers, m_stop);
    if (!memory) return memory.error();
    if (recipeAt(past.recipes, last.update).optimizer != m_setup.recipe.optimizer) {
        *memory = {};
        last.isTurn = true;
    }
    if (last.model->plan != m_setup.plan) {
        auto carried = carryOver(last, *memory);
        if (!carried) return carried.error();
        *memory = std::move(carried->optimizer);
        last = {.update = last.update,
                .trainLoss = last.trainLoss,
                .testError = {},
                .model = std::make_shared<const Model>(std::move(carried->model)),
                .codes = nullptr,
                .optimizer = nullptr,
                .isTurn = true};
        m_now.model = last.model;
        m_now.codesUpdate = -1;
    }
    m_trainer->restore({last.update, last.model->parameters, *memory});
    last.optimizer = std::make_shared<const OptimizerState>(std::move(*memory));
    m_now.history.back() = std::move(last);
    thinOut(m_now.history, m_setup.historyBytes);
    refreshCodes();
    return {};
}

Result<CarriedOver> TrainingRun::carryOver(const HistoryPoint& last, const OptimizerState& optimizer)
{
    const int count = m_setup.plan->codeSize();
    std::vector<int> kept;
    if (count < last.model->plan->codeSize()) {
        const auto codes = encode(*last.model, m_setup.mapPoints, m_workers, m_stop);
        if (!codes) return codes.error();
        kept = mostUsedNumbers(*last.model, *codes, count);
    }
    return carriedOver(*last.model, &optimizer, m_setup.plan, kept, m_setup.recipe);
}

/// What is different from here on, as events and as a part of the recipes.
void TrainingRun::noteBranch(const RunPast& past)
{
    const int update = past.update();
    const Plan &old = *past.history.back().model->plan, &plan = *m_setup.plan;
    const auto note = [&](RunEvent::Kind kind, double from = 0, double to = 0) {
        m_now.events.push_back({update, kind, from, to});
    };
    if (past.reached > update) note(RunEvent::Kind::Branch, past.reached, update);
    if (old.codeSize() != plan.codeSize()) note(RunEvent::Kind::CodeSize, old.codeSize(), plan.codeSize());
    if (differingActivations(old.network().network, plan.network().network) > 0)
        note(RunEvent::Kind::Activation);
    Recipe before = recipeAt(past.recipes, update);
    addRateChange(m_now.events, update, before.learningRate, m_setup.recipe.learningRate);
    before.learningRate = m_setup.recipe.learningRate;
    if (before != m_setup.recipe) note(RunEvent::Kind::Recipe);
    noteRecipe();
}

/// Another recipe holds from now on.
void TrainingRun::noteRecipe()
{
    if (m_now.recipes.back().from == m_now.update) m_now.recipes.pop_back();
    if (m_now.recipes.empty() || m_now.recipes.back().recipe != m_setup.recipe)
        m_now.recipes.push_back({m_now.update, m_setup.recipe});
}

void TrainingRun::waitForWork(const std::stop_token& stop)
{
    if (m_stop()) return;
    const bool isRunning = m_now.state == RunState::Running;
    const double due = isRunning ? secondsUntilDue() : forever;
    if (due <= 0 || completeHistory(due) || tellRest(due)) return;
    std::unique_lock lock(m_mutex);
    const auto hasCommand = [this] { return !m_commands.empty(); };
    if (isRunning)
        m_changed.wait_for(lock, stop, std::chrono::duration<double>(std::min(due, 0.1)), hasCommand);
    else
        m_changed.wait(lock, stop, hasCommand);
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
    switch (command.order) {
    case Order::Resume:
        return resumeTraining();
    case Order::Pause:
        return rest();
    case Order::UpdateOnce:
        return doOneUpdate();
    case Order::SetPace:
        return adoptPace(command.pace);
    case Order::SetLearningRate:
        return adoptLearningRate(command.rate);
    case Order::SetMapPoints:
        return adoptMapPoints(command.points);
    }
}

void TrainingRun::resumeTraining()
{
    if (m_now.state != RunState::Paused) return;
    m_now.state = RunState::Running;
    adoptPace(m_setup.pace);
    publish(true);
}

void TrainingRun::rest()
{
    if (m_now.state != RunState::Running) return;
    m_now.state = RunState::Paused;
    refreshCodes();
    publish(true);
}

void TrainingRun::doOneUpdate()
{
    if (m_now.state != RunState::Paused && m_now.state != RunState::Running) return;
    m_now.state = RunState::Running;
    doUpdate();
    rest();
}

void TrainingRun::adoptPace(const Pace& pace)
{
    m_setup.pace = pace;
    m_paceUpdate = m_now.update;
    // The curve is entered at the place that the run has reached.
    const double share = std::sqrt(static_cast<double>(m_now.update) / std::max(1, m_now.totalUpdates));
    m_paceStart = m_clock.seconds() - (pace.updatesASecond > 0 ? 0 : share * pace.seconds);
}

void TrainingRun::adoptMapPoints(const SampleView& points)
{
    m_setup.mapPoints = points;
    for (HistoryPoint& point : m_now.history)
        point.codes.reset();
    m_now.codes.reset();
    m_now.codesUpdate = -1;
    refreshCodes();
    publish(true);
}

void TrainingRun::adoptLearningRate(double rate)
{
    const bool hasEnded = m_now.state == RunState::Finished || m_now.state == RunState::Diverged;
    if (hasEnded || rate == m_setup.recipe.learningRate) return;
    // Before the first update a rate is no change of the run: it is its rate.
    if (m_now.update > 0) addRateChange(m_now.events, m_now.update, m_setup.recipe.learningRate, rate);
    m_setup.recipe.learningRate = rate;
    m_trainer->setLearningRate(rate);
    noteRecipe();
    publish(true);
}

double TrainingRun::secondsUntilDue() const
{
    const Pace& pace = m_setup.pace;
    const double next = m_now.update + 1.0, elapsed = m_clock.seconds() - m_paceStart;
    if (pace.updatesASecond > 0) return (next - m_paceUpdate) / pace.updatesASecond - elapsed;
    if (pace.seconds <= 0) return 0;
    return std::sqrt(next / std::max(1, m_now.totalUpdates)) * pace.seconds - elapsed;
}

double TrainingRun::secondsLeft() const
{
    if (m_now.state == RunState::Finished || m_now.state == RunState::Diverged) return 0;
    const double left = m_now.totalUpdates - m_now.update;
    const double bySpeed = m_busyUpdates > 0 ? m_busySeconds / m_busyUpdates * left : 0;
    const Pace& pace = m_setup.pace;
    if (pace.updatesASecond > 0) return std::max(bySpeed, left / pace.updatesASecond);
    const double share = std::sqrt(static_cast<double>(m_now.update) / std::max(1, m_now.totalUpdates));
    return std::max(bySpeed, (1 - share) * pace.seconds);
}

void TrainingRun::doUpdate()
{
    if (m_stop()) return;
    const int images = m_trainer->nextBatchSize();
    const double before = m_clock.seconds();
    const auto loss = m_trainer->update(m_stop);
    if (!loss && loss.error().code == ErrorCode::Cancelled) return;
    m_busySeconds += m_clock.seconds() - before;
    if (!loss) {
        m_now.state = RunState::Diverged; // the last good model and codes stay in the snapshot
        publish(true);
        return;
    }
    finishUpdate(*loss, images);
}

void TrainingRun::finishUpdate(double loss, int images)
{
    m_now.update = m_trainer->updatesDone();
    m_now.trainLoss = loss;
    m_now.losses.add({m_now.update, static_cast<float>(loss), static_cast<float>(m_trainer->squaredError())});
    m_isUntold = true;
    m_busyImages += images;
    ++m_busyUpdates;
    m_now.imagesPerSecond = m_busySeconds > 0 ? m_busyImages / m_busySeconds : 0;
    if (m_trainer->isFinished()) m_now.state = RunState::Finished;
    if (isHistoryUpdate(m_now.update, m_now.totalUpdates)) keepHistory();
    publish(m_now.state == RunState::Finished);
}

bool TrainingRun::isAtEnd() const
{
    return m_now.update == 0 || m_now.update >= m_now.totalUpdates;
}

void TrainingRun::keepHistory()
{
    if (isAtEnd() || areCodesAffordable()) refreshCodes();
    if (m_stop()) return;
    currentModel();
    const auto testError = testErrorIfAffordable(), roughError = roughErrorIfAffordable();
    if (m_stop()) return;
    m_now.history.push_back({.update = m_now.update,
                             .trainLoss = m_now.trainLoss,
                             .testError = testError,
                             .model = m_now.model,
                             .codes = m_now.codesUpdate == m_now.update ? m_now.codes : nullptr,
                             .optimizer = memoryToKeep(),
                             .roughError = roughError});
    thinOut(m_now.history, m_setup.historyBytes);
}

std::shared_ptr<const OptimizerState> TrainingRun::memoryToKeep() const
{
    if (m_now.update == 0) return std::make_shared<const OptimizerState>(); // zeros
    const std::size_t bytes = m_trainer->optimizerBytes();
    // What would be dropped at the next kept update is not copied.
    const bool isRoom = bytesOf(m_now.history) + 2 * bytes <= m_setup.historyBytes;
    const bool isOneOfMany =
        isHistoryUpdate(m_now.update + 1, m_now.totalUpdates) && m_now.update % memoryEvery != 0;
    const bool isWanted = (isRoom && !isOneOfMany) || isAtEnd() || isRoundUpdate(m_now.update);
    return isWanted ? std::make_shared<const OptimizerState>(m_trainer->optimizerState()) : nullptr;
}

bool TrainingRun::completeHistory(double seconds)
{
    const auto piece = nextMissing(m_now.history, m_setup.data.test.count > 0);
    if (!piece) return false;
    const double cost = piece->kind == MissingPiece::Kind::Codes ? m_codesCost : m_testCost;
    if (cost > seconds && m_clock.seconds() - m_lastPiece < cost / pieceShare) return false;
    if (!complete(*piece)) return true; // stopped
    m_isUntold = true;
    publish(false);
    return true;
}

/// What there was no snapshot of because another one had just been made. False when there is nothing, or the
/// next one comes as soon.
bool TrainingRun::tellRest(double seconds)
{
    if (!m_isUntold || seconds < publishInterval) return false;
    publish(true);
    return true;
}

Result<void> TrainingRun::complete(const MissingPiece& piece)
{
    HistoryPoint& point = m_now.history[piece.point];
    const double before = m_clock.seconds();
    if (piece.kind == MissingPiece::Kind::Codes) {
        auto codes = encode(*point.model, m_setup.mapPoints, m_workers, m_stop);
        if (!codes) return codes.error();
        point.codes = std::make_shared<const std::vector<float>>(std::move(*codes));
        m_lastPiece = m_clock.seconds();
        m_codesCost = m_lastPiece - before;
        thinOut(m_now.history, m_setup.historyBytes);
        return {};
    }
    const auto error = m_trainer->testErrorOf(*point.model, m_stop);
    if (!error) return error.error();
    point.testError = *error;
    m_lastPiece = m_clock.seconds();
    m_testCost = m_lastPiece - before;
    return {};
}

bool TrainingRun::areCodesAffordable() const
{
    const bool hasSpare = m_now.state == RunState::Running && secondsUntilDue() > 0;
    return m_clock.seconds() - m_lastCodes >= m_codesCost / (hasSpare ? spareShare : codesShare);
}

/// As many as a share of the run's time pays for are spread evenly over log(1 + update), where the curve
/// bends.
bool TrainingRun::isRoughErrorAffordable() const
{
    const double whole = m_busySeconds / std::max(1, m_busyUpdates) * m_now.totalUpdates;
    const double covered = std::log1p(m_now.update) - std::log1p(m_begun);
    const double share = covered / std::log1p(m_now.totalUpdates);
    return share * whole * roughShare >= (m_roughDone + 1) * m_roughCost;
}

std::optional<double> TrainingRun::testErrorIfAffordable()
{
    const int count = m_setup.data.test.count;
    const bool isSmall = count <= sampleSize;
    if (count == 0 || !(isAtEnd() || (isSmall && isRoughErrorAffordable()))) return std::nullopt;
    const double before = m_clock.seconds();
    const auto error = m_trainer->testErrorOf(*m_now.model, m_stop);
    if (!error) return std::nullopt;
    m_testCost = m_clock.seconds() - before;
    if (isSmall && !isAtEnd()) {
        m_roughCost = m_testCost;
        ++m_roughDone;
    }
    return *error;
}

std::optional<double> TrainingRun::roughErrorIfAffordable()
{
    if (m_sample.empty() || isAtEnd() || !isRoughErrorAffordable()) return std::nullopt;
    const double before = m_clock.seconds();
    const SampleView sample{
        .floats = m_sample.data(), .count = sampleSize, .features = m_setup.data.test.features};
    const auto error = reconstructionError(*m_now.model, sample, m_workers, m_stop);
    if (!error) return std::nullopt;
    m_roughCost = m_clock.seconds() - before;
    ++m_roughDone;
    return *error;
}

/// Evenly from the whole held-out part, which may be in order.
void TrainingRun::drawSample()
{
    const SampleView& test = m_setup.data.test;
    if (test.count <= sampleSize || m_setup.plan->network().network.classes > 0) return;
    m_sample.reserve(sampleSize * test.features);
    for (std::int64_t i = 0; i < sampleSize; ++i)
        for (std::size_t f = 0; f < test.features; ++f)
            m_sample.push_back(test.value(static_cast<int>(i * test.count / sampleSize), f));
}

const std::shared_ptr<const Model>& TrainingRun::currentModel()
{
    if (m_now.modelUpdate != m_now.update) {
        m_now.model = std::make_shared<const Model>(m_trainer->model());
        m_now.modelUpdate = m_now.update;
    }
    return m_now.model;
}

void TrainingRun::refreshCodes()
{
    if (m_now.codes && m_now.codesUpdate == m_now.update) return;
    const double before = m_clock.seconds();
    auto codes = encode(*currentModel(), m_setup.mapPoints, m_workers, m_stop);
    if (!codes) return;
    m_now.codes = std::make_shared<const std::vector<float>>(std::move(*codes));
    m_now.codesUpdate = m_now.update;
    m_lastCodes = m_clock.seconds();
    m_codesCost = m_lastCodes - before;
    HistoryPoint* newest = m_now.history.empty() ? nullptr : &m_now.history.back();
    if (newest && newest->model == m_now.model) newest->codes = m_now.codes;
}

void TrainingRun::publish(bool always)
{
    if (m_stop()) return;
    const double time = m_clock.seconds();
    const double interval = std::max(publishInterval, m_publishCost / tellShare);
    if (!always && (time - m_lastPublish < interval || m_mailbox.isFull())) return;
    if (m_now.state != RunState::Diverged && areCodesAffordable()) refreshCodes();
    if (m_stop()) return; // while the codes were refreshed
    const double before = m_clock.seconds();
    if (m_now.state != RunState::Diverged) currentModel();
    const int next = std::min(m_now.update, m_now.totalUpdates - 1);
    m_now.learningRate = learningRateAt(m_setup.recipe, next, m_now.totalUpdates);
    m_now.secondsLeft = secondsLeft();
    m_lastPublish = time;
    m_isUntold = false;
    auto snapshot = std::make_shared<const Snapshot>(m_now);
    if (m_stop()) return;
    m_mailbox.put(std::move(snapshot));
    m_publishCost = m_clock.seconds() - before;
}

} // namespace hg
