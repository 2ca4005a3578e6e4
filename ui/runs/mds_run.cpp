#include "ui/runs/mds_run.h"

#include "core/embed/alignment.h"
#include "core/embed/mds.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace hg {
namespace {

constexpr int fewest = 3, mostRounds = 300, millisecondsARound = 33;
constexpr double tolerance = 1e-5;
constexpr int dims = 2;

/// Turned, and where need be mirrored, as PCA's scores of the same pictures lie.
std::shared_ptr<const std::vector<float>> turned(const Map& map, std::span<const float> scores)
{
    const auto like = scores.first(map.points.size());
    const Fit fit = procrustes(map.points, like, map.count(), dims, {.allowsScale = false});
    return std::make_shared<const std::vector<float>>(mapped(fit.map, map.points));
}

} // namespace

struct MdsRun::Descent {
    std::mutex mutex; ///< a round that was given up may still go on
    std::shared_ptr<const Distances> distances;
    std::optional<MapDescent> rounds;

    Moment momentOf(const LabData& data) const
    {
        return {rounds->iterations(), rounds->stress(), rounds->isDone(),
                turned(rounds->map(), data.pcaScores)};
    }
};

struct MdsRun::Started {
    std::shared_ptr<Descent> descent;
    Moment moment;
    double pcaStress = 0;
};

MdsRun::MdsRun(Workers& workers, JobYard& yard)
    : m_workers(workers), m_start(yard), m_round(yard), m_measure(yard)
{
    m_clock.setInterval(millisecondsARound);
    connect(&m_clock, &QTimer::timeout, this, &MdsRun::step);
}

MdsRun::~MdsRun() = default;

void MdsRun::show(const std::shared_ptr<const LabData>& data, int pictures)
{
    const int most = std::min(pictures, data->mapPoints());
    if (data == m_data && most == m_pictures) return;
    m_data = data;
    m_pictures = most;
    again();
}

void MdsRun::again()
{
    m_clock.stop();
    m_round.giveUp();
    m_measure.giveUp();
    m_problem.reset();
    m_moment.reset();
    m_pcaStress.reset();
    m_otherStress.reset();
    m_measured.reset();
    m_stresses.clear();
    m_isPaused = false;
    begin();
    Q_EMIT changed();
}

void MdsRun::begin()
{
    m_start.giveUp();
    if (m_pictures < fewest) {
        m_problem = Error{ErrorCode::TooFewSamples, {}, {double(m_pictures), double(fewest)}};
        return;
    }
    m_start.start<Result<Started>>(
        tr("Distances of all pairs"),
        [data = m_data, n = m_pictures, &workers = m_workers](const Watch& watch) -> Result<Started> {
            auto distances = euclideanDistances(data->dataset->test.view(n), workers, partOf(watch, 0, 0.5));
            if (!distances) return distances.error();
            auto descent = std::make_shared<Descent>();
            descent->distances = std::make_shared<const Distances>(std::move(*distances));
            auto rounds =
                MapDescent::start(descent->distances, {.tolerance = tolerance, .mostIterations = mostRounds},
                                  workers, partOf(watch, 0.5, 1));
            if (!rounds) return rounds.error();
            descent->rounds = std::move(*rounds);
            const auto scores = std::span(data->pcaScores).first(static_cast<std::size_t>(n) * dims);
            return Started{descent, descent->momentOf(*data),
                           mapStress(*descent->distances, scores, dims, workers)};
        },
        [this](Result<Started> started) { takeStart(std::move(started)); });
}

void MdsRun::takeStart(Result<Started> started)
{
    if (!started) {
        m_problem = started.error();
        return Q_EMIT changed();
    }
    m_descent = started->descent;
    m_pcaStress = started->pcaStress;
    takeRound(started->moment);
    measureNext();
}

void MdsRun::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (m_moment && !m_moment->isDone && !isPaused) m_clock.start();
    if (isPaused) m_clock.stop();
    Q_EMIT changed();
}

void MdsRun::step()
{
    if (m_round.isRunning()) return; // a slow machine shows fewer rounds, not more at once
    m_round.start<std::optional<Moment>>(
        tr("MDS"),
        [descent = m_descent, data = m_data](const Watch& watch) -> std::optional<Moment> {
            const std::scoped_lock lock(descent->mutex);
            if (!descent->rounds->step(watch)) return std::nullopt;
            return descent->momentOf(*data);
        },
        [this](const std::optional<Moment>& moment) {
            if (moment) takeRound(*moment);
        });
}

void MdsRun::takeRound(const Moment& moment)
{
    m_moment = moment;
    m_stresses.push_back(moment.stress);
    if (moment.isDone)
        m_clock.stop();
    else if (!m_isPaused && !m_clock.isActive())
        m_clock.start();
    Q_EMIT changed();
}

void MdsRun::measure(std::shared_ptr<const std::vector<float>> points)
{
    m_wanted = std::move(points);
    measureNext();
}

void MdsRun::measureNext()
{
    if (!m_descent || !m_wanted || m_wanted == m_measured || m_measure.isRunning()) return;
    const std::size_t size = static_cast<std::size_t>(m_pictures) * dims;
    if (m_wanted->size() < size || m_descent->distances->count() != m_pictures) return;
    m_measured = m_wanted;
    m_measure.start<double>(
        tr("MDS"),
        [distances = m_descent->distances, points = m_wanted, size, &workers = m_workers](const Watch&) {
            return mapStress(*distances, std::span(*points).first(size), dims, workers);
        },
        [this](double stress) {
            if (std::isfinite(stress)) m_otherStress = stress;
            Q_EMIT changed();
            measureNext();
        });
}

} // namespace hg
