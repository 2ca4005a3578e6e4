#include "ui/labs/denoise/strength_curves.h"

#include <QPointF>

#include <algorithm>
#include <array>
#include <mutex>

namespace hg {
namespace {

constexpr int collectsEvery = 150; // milliseconds
constexpr std::array counts{quickDenoiserImages, usualDenoiserImages};

} // namespace

DenoiseTest DenoiseCase::testOf(int count, double strength) const
{
    const Samples& test = data->dataset->test;
    const int all = std::min(count, test.count);
    const bool isRead = classifiers && static_cast<int>(test.labels.size()) >= all;
    Noise noise = noiseOf(setup, strength);
    if (!fits(noise, test.shape)) noise.amount = std::min(test.shape.height, test.shape.width);
    return {.pictures = test.view(all),
            .labels =
                isRead ? std::span(test.labels).first(static_cast<std::size_t>(all)) : std::span<const int>(),
            .classifiers =
                isRead ? std::span<const DigitClassifier>(*classifiers) : std::span<const DigitClassifier>(),
            .noise = noise,
            .seed = setup.network.recipe.seed};
}

bool DenoiseCase::operator==(const DenoiseCase& other) const
{
    return data == other.data && denoisers.autoencoder == other.denoisers.autoencoder &&
           denoisers.noiseTrained == other.denoisers.noiseTrained && denoisers.pca == other.denoisers.pca &&
           classifiers == other.classifiers && setup == other.setup;
}

struct StrengthCurves::Found {
    std::mutex mutex;
    std::vector<std::pair<int, AllFigures>> points;

    void take(int step, AllFigures figures)
    {
        const std::scoped_lock lock(mutex);
        points.emplace_back(step, std::move(figures));
    }
};

StrengthCurves::StrengthCurves(Workers& workers, JobYard& yard) : m_workers(workers), m_job(yard)
{
    m_clock.setInterval(collectsEvery);
    connect(&m_clock, &QTimer::timeout, this, &StrengthCurves::collect);
    connect(&m_job, &Job::cancelled, this, &StrengthCurves::collect);
}

StrengthCurves::~StrengthCurves() = default;

void StrengthCurves::giveUp()
{
    m_job.giveUp();
    m_clock.stop();
    m_case.reset();
    m_points.clear();
    m_found.reset();
}

void StrengthCurves::measure(const DenoiseCase& subject)
{
    if (areOf(subject)) return;
    giveUp();
    m_case = subject;
    const StrengthScale scale = scaleOf(subject.setup.kind);
    m_points.assign(static_cast<std::size_t>(scale.steps() + 1), std::nullopt);
    m_found = std::make_shared<Found>();
    m_job.start<bool>(
        tr("Measuring every strength"),
        [found = m_found, subject, scale, &workers = m_workers](const Watch& watch) {
            const int steps = scale.steps() + 1, all = steps * static_cast<int>(counts.size());
            for (int i = 0; i < all && mayGoOn(watch, double(i) / all); ++i) {
                const int count = counts[static_cast<std::size_t>(i / steps)];
                const auto stop = [&] { return !mayGoOn(watch, double(i) / all); };
                const auto test = subject.testOf(count, scale.at(i % steps));
                if (auto figures = measureRows(subject.denoisers, test, workers, stop))
                    found->take(i % steps, std::move(*figures));
            }
            return true;
        },
        [this](bool) { collect(); });
    m_clock.start();
    Q_EMIT changed();
}

void StrengthCurves::collect()
{
    if (!m_found) return;
    {
        const std::scoped_lock lock(m_found->mutex);
        for (auto& [step, figures] : m_found->points)
            m_points[static_cast<std::size_t>(step)] = std::move(figures);
        m_found->points.clear();
    }
    if (!m_job.isRunning()) m_clock.stop();
    Q_EMIT changed();
}

std::optional<QPointF> breakEven(std::span<const std::optional<AllFigures>> points, DenoiseRow row,
                                 const StrengthScale& scale)
{
    std::optional<QPointF> before; // strength and how much better the row is
    std::optional<double> lastNoisy;
    for (int step = 0; step < static_cast<int>(points.size()); ++step) {
        const auto& all = points[static_cast<std::size_t>(step)];
        if (!all) return std::nullopt;
        const auto &noisy = (*all)[static_cast<std::size_t>(DenoiseRow::Noisy)],
                   &own = (*all)[static_cast<std::size_t>(row)];
        if (!noisy || !own || !own->psnr) return std::nullopt;
        if (!noisy->psnr) continue; // no noise at all
        const QPointF now(scale.at(step), *own->psnr - *noisy->psnr);
        if (before && before->y() < 0 && now.y() >= 0) {
            const double share = -before->y() / (now.y() - before->y());
            return QPointF(before->x() + share * (now.x() - before->x()),
                           *lastNoisy + share * (*noisy->psnr - *lastNoisy));
        }
        before = now;
        lastNoisy = noisy->psnr;
    }
    return std::nullopt;
}

} // namespace hg
