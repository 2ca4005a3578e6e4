#include "ui/runs/run.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int lastEarly = 100; // updates up to here are kept one by one
constexpr double replayRate = 4, earlySeconds = 5, lateSeconds = 7;

} // namespace

HistoryTimeline::HistoryTimeline(const Clock& clock) : Timeline(clock)
{
    connect(this, &Timeline::stateChanged, this, [this] { m_isReplaying &= isPlaying(); });
}

int HistoryTimeline::earlyStops() const
{
    return static_cast<int>(std::upper_bound(m_updates.begin(), m_updates.end(), lastEarly) -
                            m_updates.begin());
}

double HistoryTimeline::rate(double position) const
{
    const int early = earlyStops();
    if (position + 1 < early) return m_isReplaying ? replayRate : std::max(1.0, early / earlySeconds);
    return std::max(1.0, (m_count - early) / lateSeconds);
}

/// Between two stops in proportion, so that the knob moves evenly.
double HistoryTimeline::updateAt(double position) const
{
    if (m_updates.empty()) return 0;
    const auto last = static_cast<double>(m_updates.size()) - 1;
    if (position >= last + 1) return m_now;
    const auto before = static_cast<std::size_t>(std::min(last, std::floor(position)));
    const double from = m_updates[before], to = before + 1 < m_updates.size() ? m_updates[before + 1] : m_now;
    return from + (position - static_cast<double>(before)) * (to - from);
}

double HistoryTimeline::shareOf(double position) const
{
    return m_now > 0 ? updateAt(position) / m_now : Timeline::shareOf(position);
}

double HistoryTimeline::positionAt(double share) const
{
    if (m_now == 0 || share >= 1) return Timeline::positionAt(share);
    const double update = share * m_now;
    const auto after = std::lower_bound(m_updates.begin(), m_updates.end(), update);
    if (after == m_updates.begin()) return 0;
    const auto index = static_cast<double>(after - m_updates.begin());
    if (after == m_updates.end()) return index - 1 + (update > (m_updates.back() + m_now) / 2.0 ? 1 : 0);
    return update - *(after - 1) < *after - update ? index - 1 : index;
}

double HistoryTimeline::framedShare() const
{
    return m_now > lastEarly ? static_cast<double>(lastEarly) / m_now : 0;
}

void HistoryTimeline::setUpdates(std::vector<int> updates, int now)
{
    const bool wasAtEnd = position() >= m_count;
    m_updates = std::move(updates);
    m_now = now;
    m_count = static_cast<int>(m_updates.size());
    countChanged();
    if (wasAtEnd && !isPlaying()) seek(m_count);
}

void HistoryTimeline::replayFirst()
{
    toFirst();
    m_isReplaying = true;
    play();
}

Run::Run(Workers& workers, const Clock& clock, std::size_t historyBytes)
    : m_workers(workers), m_clock(clock), m_historyBytes(historyBytes), m_timeline(clock)
{
    connect(&m_timeline, &Timeline::changed, this, [this] {
        if (m_isTaking) return; // told once, when all of it has been taken
        refreshLabel();
        Q_EMIT momentChanged();
    });
    // The window still takes its time to go, and needs the processor for it.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        if (m_run) m_run->requestStop();
    });
}

Run::~Run() = default;

Result<void> Run::start(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data, const Pace& pace)
{
    auto network = validate(setup, data->dataset->train.shape);
    if (!network) return network.error();
    drop();
    m_setup = setup;
    m_data = std::move(data);
    m_pace = pace;
    begin({.plan = std::make_shared<const Plan>(std::move(*network))});
    return {};
}

void Run::takeOver(const Run& other)
{
    drop();
    m_setup = other.m_setup;
    m_data = other.m_data;
    m_past = pastOf(*other.m_snapshot, other.m_snapshot->update);
    m_isTakenOver = true;
    if (m_mapsTraining != other.m_mapsTraining) forgetCodes();
    begin({.plan = m_past->history.back().model->plan, .past = m_past});
}

void Run::drop()
{
    Q_EMIT aboutToBeReplaced();
    m_timeline.pause();
    m_run.reset();
    m_snapshot.reset();
    m_past.reset();
    m_ahead.reset();
    m_isTakenOver = false;
    m_scrubbed = {};
    m_timeline.setUpdates({}, 0);
}

Result<void> Run::continueFrom(int update, const AutoencoderSetup& setup)
{
    auto network = validate(setup, m_data->dataset->train.shape);
    if (!network) return network.error();
    auto past = pastFor(update);
    const auto fits = checkCarryOver(past->history.back().model->plan->network(), *network);
    if (!fits) return fits.error();
    Q_EMIT aboutToBeReplaced();
    m_timeline.pause();
    m_run.reset();
    if (auto ahead = m_past == past ? nullptr : aheadOf(past->update())) m_ahead = std::move(ahead);
    m_past = std::move(past);
    m_isTakenOver = false;
    m_setup = setup;
    // The old snapshot stays until the branch's first one comes, so that nobody is without any.
    begin({.plan = std::make_shared<const Plan>(std::move(*network)), .past = m_past});
    return {};
}

/// The run that `setup` describes but for its recipe, data and pace, which are this one's.
void Run::begin(TrainingRun::Setup setup)
{
    const Dataset& dataset = *m_data->dataset;
    setup.recipe = m_setup.recipe;
    setup.data = {dataset.train.view(), dataset.test.view(), m_data};
    setup.mapPoints = m_data->mapView(m_mapsTraining);
    setup.pace = m_pace;
    setup.historyBytes = m_historyBytes;
    ++m_serial;
    m_run = std::make_unique<TrainingRun>(std::move(setup), m_workers, m_clock, [this] {
        QMetaObject::invokeMethod(this, &Run::takeSnapshot, Qt::QueuedConnection);
    });
    Q_EMIT stateChanged();
}

std::shared_ptr<const RunPast> Run::pastFor(int update) const
{
    if (m_past && !hasGoneOn() && update >= m_past->update()) return m_past;
    return pastOf(*m_snapshot, update);
}

bool Run::hasGoneOn() const
{
    const int begun = m_past ? m_past->update() : 0;
    return m_snapshot && m_shownSerial == m_serial && m_snapshot->update > begun;
}

std::shared_ptr<const RunAhead> Run::aheadOf(int update) const
{
    auto ahead = std::make_shared<RunAhead>();
    ahead->from = update;
    ahead->last = m_snapshot->update;
    if (ahead->last <= update) return nullptr; // nothing is taken back
    m_snapshot->losses.forEach([&](const LossPoint& point) {
        if (point.update > update) ahead->losses.push_back(point);
    });
    for (const HistoryPoint& point : m_snapshot->history)
        if (point.update > update && curveError(point))
            ahead->errors.push_back({point.update, *curveError(point)});
    return ahead;
}

void Run::takeSnapshot()
{
    if (!m_run) return;
    auto next = m_run->take();
    if (!next) return;
    m_isTaking = true;
    const bool isOther = m_shownSerial != m_serial;
    const bool isNewState = isOther || !m_snapshot || m_snapshot->state != next->state;
    const HistoryPoint* shown = isOther ? nullptr : stop();
    const int shownUpdate = shown ? shown->update : -1;
    m_shownSerial = m_serial;
    m_snapshot = std::move(next);
    if (m_ahead && m_snapshot->update >= m_ahead->last) m_ahead.reset();
    // Where stops were thinned out, the playhead stays at its update, or at the one before.
    if (shownUpdate >= 0 && (!stop() || stop()->update != shownUpdate)) seekUpdate(shownUpdate);
    // The last stop is "now", one beyond the kept updates.
    std::vector<int> updates;
    for (const HistoryPoint& p : m_snapshot->history)
        updates.push_back(p.update);
    m_timeline.setUpdates(std::move(updates), m_snapshot->update);
    if (isOther) m_timeline.seek(m_timeline.count());
    m_isTaking = false;
    refreshLabel();
    if (isNewState) Q_EMIT stateChanged();
    Q_EMIT m_timeline.changed(); // and with it momentChanged()
}

void Run::resume()
{
    if (!m_run) return;
    m_timeline.pause();
    m_timeline.seek(m_timeline.count());
    m_run->resume();
}

void Run::pause()
{
    if (!m_run) return;
    m_timeline.pause();
    m_timeline.seek(m_timeline.count());
    m_run->pause();
}

void Run::updateOnce()
{
    if (!m_run) return;
    m_timeline.seek(m_timeline.count());
    m_run->updateOnce();
}

void Run::setPace(const Pace& pace)
{
    m_pace = pace;
    if (m_run) m_run->setPace(pace);
}

void Run::setLearningRate(double rate)
{
    if (!m_run) return;
    m_setup.recipe.learningRate = rate;
    m_run->setLearningRate(rate);
}

std::span<const RunEvent> Run::events() const
{
    return m_snapshot ? std::span(m_snapshot->events) : std::span<const RunEvent>();
}

const HistoryPoint* Run::stop() const
{
    const auto index = static_cast<std::size_t>(std::floor(m_timeline.position()));
    return m_snapshot && index < m_snapshot->history.size() ? &m_snapshot->history[index] : nullptr;
}

/// Of the past: they are of other samples.
void Run::forgetCodes()
{
    auto past = std::make_shared<RunPast>(*m_past);
    for (HistoryPoint& point : past->history)
        point.codes.reset();
    m_past = std::move(past);
}

void Run::mapTraining(bool isMapped)
{
    if (isMapped == m_mapsTraining) return;
    m_mapsTraining = isMapped;
    m_scrubbed = {};
    if (m_past) forgetCodes();
    if (m_run) m_run->setMapPoints(m_data->mapView(isMapped));
}

RunMoment Run::moment() const
{
    if (!m_snapshot) return {};
    if (const HistoryPoint* p = stop())
        return {p->update, p->testError, p->trainLoss, p->model, codesOf(*p), false};
    const Snapshot& now = *m_snapshot;
    const bool isMeasured = !now.history.empty() && now.history.back().update == now.update;
    return {now.update,    isMeasured ? now.history.back().testError : std::nullopt,
            now.trainLoss, now.model,
            now.codes,     true};
}

void Run::seekUpdate(int update)
{
    if (!m_snapshot) return;
    const auto& history = m_snapshot->history;
    const auto after = std::find_if(history.begin(), history.end(),
                                    [update](const HistoryPoint& p) { return p.update > update; });
    if (after != history.begin()) m_timeline.seek(static_cast<double>(after - history.begin() - 1));
}

std::shared_ptr<const std::vector<float>> Run::codesOf(const HistoryPoint& point) const
{
    if (point.codes) return point.codes;
    // The run had no time for them yet; scrubbing wants them now.
    if (!m_scrubbed.codes || m_scrubbed.model != point.model)
        m_scrubbed = {point.model, std::make_shared<const std::vector<float>>(
                                       encode(*point.model, m_data->mapView(m_mapsTraining), m_workers))};
    return m_scrubbed.codes;
}

void Run::refreshLabel()
{
    if (!m_snapshot) return m_timeline.setLabel({});
    const RunMoment m = moment();
    const double epoch = static_cast<double>(m.update) / std::max(1, m_snapshot->updatesPerEpoch);
    m_timeline.setLabel(tr("epoch %1 of %2 · update %3")
                            .arg(QLocale().toString(epoch, 'f', 1))
                            .arg(m_setup.recipe.epochs)
                            .arg(m.update));
}

void Run::retranslate()
{
    refreshLabel();
    Q_EMIT m_timeline.stateChanged();
}

} // namespace hg
