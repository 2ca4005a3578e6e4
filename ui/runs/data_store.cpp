#include "ui/runs/data_store.h"

#include "core/eval/psnr.h"

#include <algorithm>
#include <chrono>

namespace hg {
namespace {

constexpr int mostMapPoints = 5000;                      // more are a crowd, and cost while a network trains
constexpr double readingShare = 0.4, fittingShare = 0.9; // of the whole work, in time

using Loaded = Result<std::shared_ptr<const LabData>>;

Loaded load(DatasetShelf& shelf, const std::string& source, Workers& workers, const Watch& watch)
{
    auto dataset = shelf.read(source, partOf(watch, 0, readingShare));
    if (!dataset) return dataset.error();
    constexpr int fewest = 10; // every tenth is held out
    if ((*dataset)->test.count < 1)
        return Error{ErrorCode::TooFewSamples, source, {double((*dataset)->train.count), double(fewest)}};
    auto pca = fitPcaIfAny((*dataset)->train.view(), mostComponents, workers,
                           partOf(watch, readingShare, fittingShare));
    if (!pca) return pca.error();
    auto data = std::make_shared<LabData>();
    data->dataset = *dataset;
    for (const Samples* part : {&data->dataset->train, &data->dataset->test})
        if (!data->beyondPeak) data->beyondPeak = firstBeyondPeak(part->view());
    data->pca = std::move(*pca);
    auto errors =
        errorsByCount(data->pca, data->dataset->test.view(), workers, partOf(watch, fittingShare, 0.96));
    if (!errors) return errors.error();
    data->pcaErrors = std::move(*errors);
    const Pca plane = firstComponents(data->pca, 2);
    auto scores = project(plane, data->mapView(), workers, partOf(watch, 0.96, 0.97));
    auto training = project(plane, data->mapView(true), workers, partOf(watch, 0.97, 1));
    if (!scores || !training) return Error{ErrorCode::Cancelled};
    data->pcaScores = std::move(*scores);
    data->pcaTrainingScores = std::move(*training);
    return std::shared_ptr<const LabData>(std::move(data));
}

} // namespace

double LabData::pcaErrorOf(int codeSize) const
{
    return pcaErrors[static_cast<std::size_t>(std::clamp(codeSize, 0, pca.count()))];
}

int LabData::mapPoints() const
{
    return std::min(mostMapPoints, dataset->test.count);
}

Result<std::shared_ptr<const Dataset>> DatasetShelf::read(const std::string& source, const Watch& watch)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(10)))
        if (!mayGoOn(watch, 0)) return Error{ErrorCode::Cancelled};
    if (const auto it = m_sets.find(source); it != m_sets.end()) return it->second;
    auto dataset = loadDataset(source, m_assets, {}, noLabelColumn, watch);
    if (dataset) m_sets.emplace(source, *dataset);
    return dataset;
}

DataStore::DataStore(Workers& workers, const Assets& assets, JobYard& yard)
    : m_workers(workers), m_yard(yard), m_shelf(std::make_shared<DatasetShelf>(assets))
{}

DataStore::~DataStore() = default;

std::shared_ptr<const LabData> DataStore::find(const std::string& source) const
{
    const auto it = m_entries.find(source);
    return it == m_entries.end() ? nullptr : it->second.data;
}

const std::optional<Error>& DataStore::problem(const std::string& source) const
{
    static const std::optional<Error> none;
    const auto it = m_entries.find(source);
    return it == m_entries.end() ? none : it->second.problem;
}

Job& DataStore::job(const std::string& source)
{
    auto& job = m_entries[source].job;
    if (job) return *job;
    job = std::make_unique<Job>(m_yard);
    connect(job.get(), &Job::cancelled, this, [this, source] { take(source, Error{ErrorCode::Cancelled}); });
    return *job;
}

void DataStore::load(const std::string& source)
{
    Job& work = job(source);
    Entry& entry = m_entries[source];
    if (entry.data || work.isRunning()) return;
    entry.problem.reset();
    work.start<Loaded>(
        tr("Data and PCA"),
        [shelf = m_shelf, source, &workers = m_workers](const Watch& watch) {
            return hg::load(*shelf, source, workers, watch);
        },
        [this, source](Loaded data) { take(source, std::move(data)); });
}

void DataStore::take(const std::string& source, Loaded data)
{
    Entry& entry = m_entries[source];
    if (data) {
        entry.data = *data;
        Q_EMIT loaded(source);
    } else {
        entry.problem = data.error();
        Q_EMIT failed(source);
    }
}

} // namespace hg
