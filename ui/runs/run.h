#pragma once

#include "core/lab/autoencoder_setup.h"
#include "core/train/training_run.h"
#include "ui/runs/data_store.h"
#include "ui/widgets/timeline.h"

#include <optional>

namespace hg {

/// A run's history as a timeline: its stops are the kept updates, its end is now.
class HistoryTimeline : public Timeline {
    Q_OBJECT

public:
    using Timeline::Timeline;
    int count() const override { return m_count; }
    QString label() const override { return m_label; }
    double rate(double position) const override;
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }
    /// Stays at the end when it was there.
    void setCount(int count);
    void setLabel(const QString& label) { m_label = label; }

private:
    int m_count = 0;
    QString m_label;
};

/// What a run shows: as it is, or as it was.
struct RunMoment {
    int update = 0;
    double testError = 0;
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points
    bool isNow = true;
};

/// A training in the window: what is trained, how far it has come, and its history as a timeline. It goes on
/// whoever looks at it.
class Run : public QObject {
    Q_OBJECT

public:
    Run(Workers& workers, const Clock& clock);
    ~Run() override;

    /// Begins at update 0, paused; what was there is dropped. Errors: those of validate(); then nothing
    /// changes.
    Result<void> start(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data,
                       double paceSeconds);
    bool hasBegun() const { return m_run != nullptr; }
    /// The setup that trains, with the learning rate of the moment.
    const AutoencoderSetup& setup() const { return m_setup; }
    std::shared_ptr<const LabData> data() const { return m_data; }

    void resume();
    void pause();
    void updateOnce();
    void setPace(double seconds);
    void setLearningRate(double rate);

    /// Null until the first one has come.
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    bool isTraining() const { return isIn(RunState::Running); }
    bool isIn(RunState state) const { return m_snapshot && m_snapshot->state == state; }
    HistoryTimeline& timeline() { return m_timeline; }
    /// What the playhead points at.
    RunMoment moment() const;
    /// Moves the playhead to the last kept update that is not beyond this one.
    void seekUpdate(int update);
    /// Renews the timeline's label in the present language.
    void retranslate();

Q_SIGNALS:
    void momentChanged();
    /// Training began, rests or ended.
    void stateChanged();

private:
    void takeSnapshot();
    void refreshLabel();
    std::shared_ptr<const std::vector<float>> codesOf(const HistoryPoint& point) const;

    /// The last codes that scrubbing asked for before the run could keep them.
    struct Scrubbed {
        std::shared_ptr<const Model> model;
        std::shared_ptr<const std::vector<float>> codes;
    };

    Workers& m_workers;
    const Clock& m_clock;
    AutoencoderSetup m_setup;
    std::shared_ptr<const LabData> m_data;
    HistoryTimeline m_timeline;
    std::shared_ptr<const Snapshot> m_snapshot;
    mutable Scrubbed m_scrubbed;
    std::unique_ptr<TrainingRun> m_run; ///< last: its thread posts to this
};

} // namespace hg
