#include "ui/labs/autoencoder/ae_session.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double replaySeconds = 10;

Result<std::shared_ptr<const AeData>> loadData(const Assets& assets, Workers& workers)
{
    auto dataset = loadDataset("mnist", assets);
    if (!dataset) return dataset.error();
    auto pca = fitPca((*dataset)->train.view(), 2, workers);
    if (!pca) return pca.error();
    auto data = std::make_shared<AeData>();
    data->dataset = *dataset;
    data->pca = std::move(*pca);
    data->pcaTestError = reconstructionError(data->pca, data->dataset->test.view(), workers);
    data->pcaScores = project(data->pca, data->dataset->test.view(AeSession::mapPoints), workers);
    return std::shared_ptr<const AeData>(std::move(data));
}

} // namespace

double AeTimeline::rate(double) const
{
    return std::max(1.0, m_count / replaySeconds);
}

void AeTimeline::setCount(int count)
{
    const bool wasAtEnd = position() >= m_count;
    m_count = count;
    countChanged();
    if (wasAtEnd && !isPlaying()) seek(count);
}

AeSession::AeSession(AppContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_setup(defaultSetup("dense"))
    , m_runSetup(m_setup)
    , m_timeline(context.clock)
{
    connect(&m_timeline, &Timeline::changed, this, [this] {
        refreshLabel();
        Q_EMIT momentChanged();
    });
}

AeSession::~AeSession() = default;

void AeSession::load()
{
    m_problem.reset();
    Q_EMIT stateChanged(); // a second try takes the first one's message away
    m_job = std::make_unique<Job>();
    using Loaded = Result<std::shared_ptr<const AeData>>;
    m_job->start<Loaded>(
        [assets = m_context.assets, &workers = m_context.workers] { return loadData(assets, workers); },
        [this](Loaded data) { adoptData(std::move(data)); });
}

void AeSession::adoptData(Result<std::shared_ptr<const AeData>> data)
{
    if (!data) {
        m_problem = data.error();
        Q_EMIT problemFound();
        return;
    }
    m_data = *data;
    startRun();
    Q_EMIT dataReady();
    Q_EMIT setupChanged(); // what was chosen meanwhile no longer waits
}

void AeSession::startRun()
{
    m_run.reset();
    const Dataset& dataset = *m_data->dataset;
    auto network = validate(m_setup, dataset.train.shape);
    if (!network) {
        m_problem = network.error();
        Q_EMIT problemFound();
        return;
    }
    m_problem.reset();
    m_runSetup = m_setup;
    m_isPending = false;
    TrainingRun::Setup setup{std::make_shared<const Plan>(std::move(*network)),
                             m_setup.recipe,
                             {dataset.train.view(), dataset.test.view(), m_data},
                             dataset.test.view(mapPoints),
                             m_pace};
    m_run = std::make_unique<TrainingRun>(std::move(setup), m_context.workers, m_context.clock, [this] {
        QMetaObject::invokeMethod(this, &AeSession::takeSnapshot, Qt::QueuedConnection);
    });
}

void AeSession::takeSnapshot()
{
    if (!m_run) return;
    auto next = m_run->take();
    if (!next) return;
    const bool isNewState =
        !m_snapshot || m_snapshot->state != next->state || m_snapshot->update > next->update;
    const bool isRestart = m_snapshot && m_snapshot->update > next->update;
    m_snapshot = std::move(next);
    if (isRestart) m_timeline.seek(m_timeline.count());
    // The last stop is "now", one beyond the kept updates.
    m_timeline.setCount(static_cast<int>(m_snapshot->history.size()));
    if (isNewState) Q_EMIT stateChanged();
    refreshLabel();
    Q_EMIT momentChanged();
}

void AeSession::setSetup(const AutoencoderSetup& setup)
{
    const double oldRate = m_setup.recipe.learningRate;
    m_setup = setup;
    if (m_run && setup.recipe.learningRate != oldRate) m_run->setLearningRate(setup.recipe.learningRate);
    m_runSetup.recipe.learningRate = setup.recipe.learningRate;
    m_isPending = m_runSetup != setup;
    // Before the first update there is nothing to lose: the new network simply stands there.
    if (m_isPending && m_data && (!m_snapshot || m_snapshot->update == 0)) reset();
    Q_EMIT setupChanged();
}

void AeSession::toggleTraining()
{
    if (!m_run || !m_snapshot) return;
    if (m_snapshot->state == RunState::Finished || m_snapshot->state == RunState::Diverged) reset();
    m_timeline.pause();
    m_timeline.seek(m_timeline.count());
    if (m_snapshot && m_snapshot->state == RunState::Running)
        m_run->pause();
    else
        m_run->resume();
}

void AeSession::updateOnce()
{
    if (!m_run) return;
    m_timeline.seek(m_timeline.count());
    m_run->updateOnce();
}

void AeSession::reset()
{
    if (!m_data) return;
    m_timeline.pause();
    m_run.reset();
    m_snapshot.reset();
    m_timeline.setCount(0);
    startRun();
    Q_EMIT stateChanged();
    Q_EMIT setupChanged();
}

void AeSession::setPace(double seconds)
{
    m_pace = seconds;
    if (m_run) m_run->setPace(seconds);
    Q_EMIT stateChanged();
}

void AeSession::retranslate()
{
    refreshLabel();
    Q_EMIT m_timeline.stateChanged();
}

AeMoment AeSession::moment() const
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

std::shared_ptr<const std::vector<float>> AeSession::codesOf(const HistoryPoint& point) const
{
    if (point.codes) return point.codes;
    // The run had no time for them yet; scrubbing wants them now.
    if (!m_scrubbed.codes || m_scrubbed.model != point.model)
        m_scrubbed = {point.model,
                      std::make_shared<const std::vector<float>>(
                          encode(*point.model, m_data->dataset->test.view(mapPoints), m_context.workers))};
    return m_scrubbed.codes;
}

std::vector<double> AeSession::angles(const AeMoment& moment) const
{
    if (!moment.model || !m_data || !moment.model->plan->network().network.isLinear()) return {};
    return principalAngles(m_data->pca.components, decoderPlane(*moment.model, m_context.workers),
                           m_data->pca.count());
}

void AeSession::refreshLabel()
{
    if (!m_snapshot) return m_timeline.setLabel({});
    const AeMoment m = moment();
    const double epoch = static_cast<double>(m.update) / std::max(1, m_snapshot->updatesPerEpoch);
    m_timeline.setLabel(tr("epoch %1 of %2 · update %3")
                            .arg(QLocale().toString(epoch, 'f', 1))
                            .arg(m_runSetup.recipe.epochs)
                            .arg(m.update));
}

} // namespace hg
