#pragma once

#include "ui/runs/run.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hg {

/// A network that a run has trained to its end.
struct TrainedModel {
    std::string name; ///< "dense, 2, mnist, seed 1"; not unique: settings that differ may share it
    AutoencoderSetup setup;
    std::shared_ptr<const Model> model;
    double testError = 0;
    bool isStraight = true; ///< by this setup alone, from update 0 to the end
};

/// What is left of a run that has ended or made room for another: to be compared with.
struct EarlierRun {
    struct Point {
        int update = 0;
        double epoch = 0;
        double testError = 0;
    };
    int id = 0;
    const Run* run = nullptr; ///< whose it was, and of which of its trainings: to be compared, not followed
    int serial = 0;
    std::string name; ///< as a TrainedModel's; not unique
    AutoencoderSetup setup;
    std::vector<Point> curve; ///< where the held-out error was measured, if roughly
    std::optional<double> finalError;
    std::optional<double> pcaError; ///< of data that have a PCA
    bool isDiverged = false;
    std::shared_ptr<const Model> model; ///< the last good one
};

/// The runs of the program, which outlive the pages that show them, and the networks that they finished. A
/// run is lent to one lab at a time; when that lab goes the run stays here and goes on.
class RunStore : public QObject {
    Q_OBJECT

public:
    RunStore();
    ~RunStore() override;

    /// A run that nobody shows, of the lab with that id, the newest first; where there is none, a new one
    /// that has not begun.
    std::shared_ptr<Run> take(const std::string& lab, Workers& workers, const Clock& clock);
    /// The same for what nobody looks back at: its history takes `historyBytes` at most, and it is no earlier
    /// run when it ends.
    std::shared_ptr<Run> take(const std::string& lab, Workers& workers, const Clock& clock,
                              std::size_t historyBytes);
    /// Of the runs that have begun, the one that trains, else the newest; null where there is none.
    std::shared_ptr<const Run> newest() const;
    /// The networks that were trained to the end, the newest last.
    const std::vector<TrainedModel>& models() const { return m_models; }
    const TrainedModel* find(const std::string& name) const;
    /// What that setup gives by itself, null unless it has been trained.
    const TrainedModel* find(const AutoencoderSetup& setup) const;
    /// A run that another lab than that one has trained so on these data, from update 0 to the end; null
    /// where none is left.
    std::shared_ptr<const Run> findFinished(const std::string& lab, const AutoencoderSetup& setup,
                                            const LabData* data) const;

    /// At most five, the newest last: runs that ended, and those that had done a twentieth of their updates
    /// when they were replaced. Each once, however often it was told of.
    const std::vector<EarlierRun>& earlierRuns() const { return m_earlier; }
    /// Of no such id: nothing happens.
    void remove(int id);

Q_SIGNALS:
    /// One more has been trained to its end.
    void modelsChanged();
    void earlierRunsChanged();

private:
    struct Kept {
        std::string lab;
        std::shared_ptr<Run> run;
    };
    std::shared_ptr<Run> findFree(const std::string& lab) const;
    void keepEnded(const Run& run);
    void keepModel(const Run& run);
    void keepRemains(const Run& run);
    void dropOldest();

    std::vector<Kept> m_runs;
    std::vector<TrainedModel> m_models;
    std::vector<EarlierRun> m_earlier;
    int m_lastId = 0;
};

} // namespace hg
