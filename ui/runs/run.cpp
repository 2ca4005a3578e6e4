#include "ui/runs/run.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double replaySeconds = 10;

} // namespace

double HistoryTimeline::rate(double) const
{
    return std::max(1.0, m_count / replaySeconds);
}

void HistoryTimeline::setCount(int count)
{
    const bool wasAtEnd = position() >= m_count;
    m_count = count;
    countChanged();
    if (wasAtEnd && !isPlaying()) seek(count);
}

Run::Run(Workers& workers, const Clock& clock) : m_workers(workers), m_clock(clock), m_timeline(clock)
{
    connect(&m_timeline, &Timeline::changed, this, [this] {
        refreshLabel();
        Q_EMIT momentChanged();
    });
    // The window still takes its time to go, and needs the processor for it.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        if (m_run) m_run->requestStop();
    });
}

Run::~Run() = default;

Result<void> Run::start(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data,
                        double paceSeconds)
{
    const Dataset& dataset = *data->dataset;
    auto network = validate(setup, dataset.train.shape);
    if (!network) return network.error();
    m_timeline.pause();
    m_run.reset();
    m_snapshot.reset();
    m_timeline.setCount(0);
    m_setup = setup;
    m_data = std::move(data);
    TrainingRun::Setup training{std::make_shared<const Plan>(std::move(*network)),
                                setup.recipe,
                                {dataset.train.view(), dataset.test.view(), m_data},
                                m_data->mapView(),
                                paceSeconds};
    m_run = std::make_unique<TrainingRun>(std::move(training), m_workers, m_clock, [this] {
        QMetaObject::invokeMethod(this, &Run::takeSnapshot, Qt::QueuedConnection);
    });
    Q_EMIT stateChanged();
    return {};
}

void Run::takeSnapshot()
{
    if (!m_run) return;
    auto next = m_run->take();
    if (!next) return;
    const bool isRestart = m_snapshot && m_snapshot->update > next->update;
    const bool isNewState = !m_snapshot || m_snapshot->state != next->state || isRestart;
    m_snapshot = std::move(next);
    if (isRestart) m_timeline.seek(m_timeline.count());
    // The last stop is "now", one beyond the kept updates.
    m_timeline.setCount(static_cast<int>(m_snapshot->history.size()));
    if (isNewState) Q_EMIT stateChanged();
    refreshLabel();
    Q_EMIT momentChanged();
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

void Run::setPace(double seconds)
{
    if (m_run) m_run->setPace(seconds);
}

void Run::setLearningRate(double rate)
{
    if (!m_run) return;
    m_setup.recipe.learningRate = rate;
    m_run->setLearningRate(rate);
}

RunMoment Run::moment() const
{
    if (!m_snapshot) return {};
    const auto& history = m_snapshot->history;
    const auto stop = static_cast<std::size_t>(std::floor(m_timeline.position()));
    if (stop < history.size()) {
        const HistoryPoint& p = history[stop];
        return {p.update, lastTestError(history, stop + 1).value_or(0), p.model, codesOf(p), false};
    }
    return {m_snapshot->update, lastTestError(history, history.size()).value_or(0), m_snapshot->model,
            m_snapshot->codes, true};
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
                                       encode(*point.model, m_data->mapView(), m_workers))};
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
