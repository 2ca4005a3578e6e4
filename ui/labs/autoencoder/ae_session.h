#pragma once

#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "core/lab/autoencoder_setup.h"
#include "core/train/training_run.h"
#include "ui/runs/job.h"
#include "ui/shell/app_context.h"
#include "ui/widgets/timeline.h"

#include <optional>

namespace hg {

/// Digits with PCA of exactly the pictures that are trained on: loaded once, beside the window.
struct AeData {
    std::shared_ptr<const Dataset> dataset;
    Pca pca;
    double pcaTestError = 0;
    std::vector<float> pcaScores; ///< of the map's points
};

/// What the lab shows: the run as it is, or as it was.
struct AeMoment {
    int update = 0;
    double testError = 0;
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes;
    bool isNow = true;
};

/// The run's history as a timeline: its stops are the kept updates, its end is now.
class AeTimeline : public Timeline {
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

/// Data, run and history of the autoencoder lab: what there is to show, without any view of it.
class AeSession : public QObject {
    Q_OBJECT

public:
    static constexpr int mapPoints = 5000; ///< held-out pictures on the maps

    explicit AeSession(AppContext& context, QObject* parent = nullptr);
    ~AeSession() override;

    void load();
    const AeData* data() const { return m_data.get(); }
    const std::optional<Error>& problem() const { return m_problem; }

    const AutoencoderSetup& setup() const { return m_setup; }
    /// A new learning rate reaches the run at once; everything else waits for reset() once training has
    /// begun.
    void setSetup(const AutoencoderSetup& setup);
    bool isPending() const { return m_isPending; }

    void toggleTraining();
    void updateOnce();
    void reset();
    void setPace(double seconds);
    double pace() const { return m_pace; }

    AeTimeline* timeline() { return &m_timeline; }
    /// Words the timeline's label anew: after a change of the language.
    void refreshLabel();
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    bool isTraining() const { return m_snapshot && m_snapshot->state == RunState::Running; }
    /// Renews the timeline's label in the present language.
    void retranslate();
    /// What the playhead points at.
    AeMoment moment() const;
    /// Angles to PCA's plane, largest first; empty for networks that bend.
    std::vector<double> angles(const AeMoment& moment) const;
    Workers& workers() const { return m_context.workers; }

Q_SIGNALS:
    void dataReady();
    void problemFound();
    void setupChanged();
    void momentChanged();
    void stateChanged();

private:
    void adoptData(Result<std::shared_ptr<const AeData>> data);
    void startRun();
    void takeSnapshot();
    std::shared_ptr<const std::vector<float>> codesOf(const HistoryPoint& point) const;

    /// The last codes that scrubbing asked for before the run could keep them.
    struct Scrubbed {
        std::shared_ptr<const Model> model;
        std::shared_ptr<const std::vector<float>> codes;
    };

    AppContext& m_context;
    std::unique_ptr<Job> m_job;
    std::shared_ptr<const AeData> m_data;
    std::optional<Error> m_problem;
    AutoencoderSetup m_setup;
    AutoencoderSetup m_runSetup;
    bool m_isPending = false;
    double m_pace = 20;
    AeTimeline m_timeline;
    std::shared_ptr<const Snapshot> m_snapshot;
    mutable Scrubbed m_scrubbed;
    std::unique_ptr<TrainingRun> m_run;
};

} // namespace hg
