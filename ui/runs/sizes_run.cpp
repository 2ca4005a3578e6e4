#include "ui/runs/sizes_run.h"

#include <algorithm>
#include <mutex>

namespace hg {
namespace {

constexpr int collectsEvery = 200; // milliseconds

} // namespace

struct SizesRun::Found {
    std::mutex mutex;
    std::vector<SizeError> errors;
    std::optional<Error> problem;

    void take(const Result<SizeError>& error)
    {
        const std::scoped_lock lock(mutex);
        if (error)
            errors.push_back(*error);
        else if (error.error().code != ErrorCode::Cancelled)
            problem = error.error();
    }
};

SizesRun::SizesRun(Workers& workers, JobYard& yard) : m_workers(workers), m_job(yard)
{
    m_clock.setInterval(collectsEvery);
    connect(&m_clock, &QTimer::timeout, this, &SizesRun::collect);
    connect(&m_job, &Job::cancelled, this, &SizesRun::collect);
}

SizesRun::~SizesRun() = default;

SizesRun::Row& SizesRun::rowOf(const AutoencoderSetup& setup)
{
    const AutoencoderSetup any = withAnySize(setup);
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.first == any; });
    return it != m_rows.end() ? *it : m_rows.emplace_back(any, std::vector<SizeError>());
}

bool SizesRun::isTraining(const AutoencoderSetup& setup) const
{
    return m_job.isRunning() && withAnySize(setup) == m_setup;
}

std::vector<SizeError> SizesRun::errorsOf(const AutoencoderSetup& setup) const
{
    const AutoencoderSetup any = withAnySize(setup);
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.first == any; });
    return it != m_rows.end() ? it->second : std::vector<SizeError>();
}

void SizesRun::train(const AutoencoderSetup& setup, std::shared_ptr<const Dataset> data)
{
    m_job.giveUp();
    collect(); // what the trainings before have found
    m_setup = withAnySize(setup);
    m_problem.reset();
    m_found = std::make_shared<Found>();
    std::vector<int> missing;
    for (const int size : trainedSizes) {
        const auto& known = rowOf(setup).second;
        if (std::none_of(known.begin(), known.end(), [&](const SizeError& e) { return e.size == size; }))
            missing.push_back(size);
    }
    m_job.start<bool>(
        tr("Training every size"),
        [found = m_found, missing, setup = m_setup, data = std::move(data),
         &workers = m_workers](const Watch& watch) {
            const auto count = static_cast<double>(missing.size());
            for (std::size_t i = 0; i < missing.size() && mayGoOn(watch, double(i) / count); ++i)
                found->take(errorOfSize(setup, missing[i], data, workers,
                                        partOf(watch, double(i) / count, double(i + 1) / count)));
            return true;
        },
        [this](bool) { collect(); });
    m_clock.start();
    Q_EMIT changed();
}

void SizesRun::collect()
{
    if (!m_found) return;
    {
        const std::scoped_lock lock(m_found->mutex);
        auto& known = rowOf(m_setup).second;
        known.insert(known.end(), m_found->errors.begin(), m_found->errors.end());
        m_found->errors.clear();
        std::sort(known.begin(), known.end(),
                  [](const SizeError& a, const SizeError& b) { return a.size < b.size; });
        m_problem = m_found->problem;
    }
    if (!m_job.isRunning()) m_clock.stop();
    Q_EMIT changed();
}

} // namespace hg
