#pragma once

#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "ui/runs/job.h"

#include <QObject>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace hg {

/// The most components that a code is compared with.
inline constexpr int mostComponents = 64;

/// A data set with the PCA of exactly the samples that are trained on.
struct LabData {
    std::shared_ptr<const Dataset> dataset;
    Pca pca; ///< of as many components as a code of the labs may have, where the data have them
    std::vector<double> pcaErrors; ///< a number, on the held-out part, with 0, 1, … components
    /// Of the map's points with the first two components: of the held-out ones, and of all trained on.
    std::vector<float> pcaScores, pcaTrainingScores;
    std::vector<int> labels;          ///< the classes that there are, in ascending order
    std::optional<double> beyondPeak; ///< a number that is not from 0 to 1, where there is one

    /// Data of one picture, or of equal ones, have no components.
    bool hasPca() const { return pca.count() > 0; }
    /// With as many components as a code has numbers, or all that there are.
    double pcaErrorOf(int codeSize) const;

    /// How many held-out samples stand on the maps.
    int mapPoints() const;
    /// Those, or all that are trained on.
    SampleView mapView(bool ofTraining = false) const
    {
        return ofTraining ? dataset->train.view() : dataset->test.view(mapPoints());
    }
};

/// Data sets as they are read: each once, by whichever thread wants it first.
class DatasetShelf {
public:
    DatasetShelf(const Assets& assets, PictureDecoder decode) : m_assets(assets), m_decode(std::move(decode))
    {}
    /// Waits where another thread reads; what somebody holds is not read again, unless asked to. Errors:
    /// loadDataset()'s; they are not kept.
    Result<std::shared_ptr<const Dataset>> read(const DataRequest& request, const Watch& watch = {},
                                                bool isAnew = false);

private:
    const Assets m_assets;
    const PictureDecoder m_decode;
    std::timed_mutex m_mutex;
    std::map<DataRequest, std::weak_ptr<const Dataset>> m_sets;
    std::shared_ptr<const Dataset> m_digits; ///< all of them, which every lab wants sooner or later
};

/// Data sets with their PCA by request, loaded beside the window once and shared by all labs.
class DataStore : public QObject {
    Q_OBJECT

public:
    /// `decode` reads the pictures of a folder.
    DataStore(Workers& workers, const Assets& assets, PictureDecoder decode, JobYard& yard);
    ~DataStore() override;

    /// Null until loaded() has told it.
    std::shared_ptr<const LabData> find(const DataRequest& request) const;
    /// What the last try ended with, while none is under way.
    const std::optional<Error>& problem(const DataRequest& request) const;
    /// Starts reading, unless it is there or on its way.
    void load(const DataRequest& request);
    /// Reads the files once more, whatever is there of them; who holds that keeps it.
    void loadAgain(const DataRequest& request);
    /// That work; made at the first call, for whoever shows how it goes.
    Job& job(const DataRequest& request);
    /// For jobs that need the samples alone.
    std::shared_ptr<DatasetShelf> shelf() const { return m_shelf; }

Q_SIGNALS:
    void loaded(const DataRequest& request);
    void failed(const DataRequest& request);

private:
    struct Entry {
        std::shared_ptr<const LabData> data;
        std::optional<Error> problem;
        std::unique_ptr<Job> job;
    };
    void take(const DataRequest& request, Result<std::shared_ptr<const LabData>> data);
    void begin(const DataRequest& request, bool isAnew);
    void dropUnused(const DataRequest& newest);

    Workers& m_workers;
    JobYard& m_yard;
    std::shared_ptr<DatasetShelf> m_shelf; ///< shared with jobs that were given up
    std::map<DataRequest, Entry> m_entries;
};

} // namespace hg
