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
    explicit DatasetShelf(const Assets& assets) : m_assets(assets) {}
    /// Waits where another thread reads. Errors: loadDataset()'s; they are not kept.
    Result<std::shared_ptr<const Dataset>> read(const std::string& source, const Watch& watch = {});

private:
    const Assets m_assets;
    std::timed_mutex m_mutex;
    std::map<std::string, std::shared_ptr<const Dataset>> m_sets;
};

/// Data sets with their PCA by source, loaded beside the window once and shared by all labs.
class DataStore : public QObject {
    Q_OBJECT

public:
    DataStore(Workers& workers, const Assets& assets, JobYard& yard);
    ~DataStore() override;

    /// Null until loaded() has told it.
    std::shared_ptr<const LabData> find(const std::string& source) const;
    /// What the last try ended with, while none is under way.
    const std::optional<Error>& problem(const std::string& source) const;
    /// Starts reading, unless it is there or on its way.
    void load(const std::string& source);
    /// That work; made at the first call, for whoever shows how it goes.
    Job& job(const std::string& source);
    /// For jobs that need the samples alone.
    std::shared_ptr<DatasetShelf> shelf() const { return m_shelf; }

Q_SIGNALS:
    void loaded(const std::string& source);
    void failed(const std::string& source);

private:
    struct Entry {
        std::shared_ptr<const LabData> data;
        std::optional<Error> problem;
        std::unique_ptr<Job> job;
    };
    void take(const std::string& source, Result<std::shared_ptr<const LabData>> data);

    Workers& m_workers;
    JobYard& m_yard;
    std::shared_ptr<DatasetShelf> m_shelf; ///< shared with jobs that were given up
    std::map<std::string, Entry> m_entries;
};

} // namespace hg
