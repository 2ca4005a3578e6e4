#include "ui/runs/data_store.h"

#include "core/eval/psnr.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace hg {
namespace {

constexpr int mostMapPoints = 5000;                      // more are a crowd, and cost while a network trains
constexpr double readingShare = 0.4, fittingShare = 0.9; // of the whole work, in time

using Loaded = Result<std::shared_ptr<const LabData>>;

std::vector<int> labelsOf(const Dataset& dataset)
{
    std::set<int> labels(dataset.train.labels.begin(), dataset.train.labels.end());
    labels.insert(dataset.test.labels.begin(), dataset.test.labels.end());
    return {labels.begin(), labels.end()};
}

Loaded load(DatasetShelf& shelf, const DataRequest& request, bool isAnew, Workers& workers,
            const Watch& watch)
{
    auto dataset = shelf.read(request, partOf(watch, 0, readingShare), isAnew);
    if (!dataset) return dataset.error();
    constexpr int fewest = 10; // every tenth is held out
    if ((*dataset)->test.count < 1)
        return Error{
            ErrorCode::TooFewSamples, request.source, {double((*dataset)->train.count), double(fewest)}};
    auto pca = fitPcaIfAny((*dataset)->train.view(), mostComponents, workers,
                           partOf(watch, readingShare, fittingShare));
    if (!pca) return pca.error();
    auto data = std::make_shared<LabData>();
    data->dataset = *dataset;
    data->labels = labelsOf(*data->dataset);
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

Result<std::shared_ptr<const Dataset>> DatasetShelf::read(const DataRequest& request, const Watch& watch,
                                                          bool isAnew)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(10)))
        if (!mayGoOn(watch, 0)) return Error{ErrorCode::Cancelled};
    if (const auto it = m_sets.find(request); it != m_sets.end() && !isAnew)
        if (auto held = it->second.lock()) return held;
    auto dataset = loadDataset(request, m_assets, m_decode, watch);
    if (!dataset) return dataset;
    m_sets[request] = *dataset;
    if (request == DataRequest()) m_digits = *dataset;
    return dataset;
}

DataStore::DataStore(Workers& workers, const Assets& assets, PictureDecoder decode, JobYard& yard)
    : m_workers(workers), m_yard(yard), m_shelf(std::make_shared<DatasetShelf>(assets, std::move(decode)))
{}

DataStore::~DataStore() = default;

std::shared_ptr<const LabData> DataStore::find(const DataRequest& request) const
{
    const auto it = m_entries.find(request);
    return it == m_entries.end() ? nullptr : it->second.data;
}

const std::optional<Error>& DataStore::problem(const DataRequest& request) const
{
    static const std::optional<Error> none;
    const auto it = m_entries.find(request);
    return it == m_entries.end() ? none : it->second.problem;
}

Job& DataStore::job(const DataRequest& request)
{
    auto& job = m_entries[request].job;
    if (job) return *job;
    job = std::make_unique<Job>(m_yard);
    connect(job.get(), &Job::cancelled, this,
            [this, request] { take(request, Error{ErrorCode::Cancelled}); });
    return *job;
}

void DataStore::load(const DataRequest& request)
{
    if (!m_entries[request].data && !job(request).isRunning()) begin(request, false);
}

void DataStore::begin(const DataRequest& request, bool isAnew)
{
    Job& work = job(request);
    m_entries[request].problem.reset();
    work.start<Loaded>(
        tr("Data and PCA"),
        [shelf = m_shelf, request, isAnew, &workers = m_workers](const Watch& watch) {
            return hg::load(*shelf, request, isAnew, workers, watch);
        },
        [this, request](Loaded data) { take(request, std::move(data)); });
}

void DataStore::loadAgain(const DataRequest& request)
{
    job(request).giveUp();
    m_entries[request].data.reset();
    begin(request, true);
}

/// Data that no lab and no run holds, but for the digits.
void DataStore::dropUnused(const DataRequest& newest)
{
    for (auto& [request, entry] : m_entries)
        if (request != newest && request != DataRequest() && entry.data.use_count() == 1) entry.data.reset();
}

void DataStore::take(const DataRequest& request, Loaded data)
{
    Entry& entry = m_entries[request];
    if (data) {
        entry.data = *data;
        dropUnused(request);
        Q_EMIT loaded(request);
    } else {
        entry.problem = data.error();
        Q_EMIT failed(request);
    }
}

} // namespace hg
