#pragma once

#include "core/lab/autoencoder_setup.h"
#include "core/train/training_run.h"
#include "ui/runs/data_store.h"
#include "ui/widgets/timeline.h"

#include <optional>
#include <span>
#include <vector>

namespace hg {

/// A run's history as a timeline: its stops are the kept updates, its end is now. The track goes by updates;
/// playing dwells on the first hundred, where most happens.
class HistoryTimeline : public Timeline {
    Q_OBJECT

public:
    explicit HistoryTimeline(const Clock& clock);
    int count() const override { return m_count; }
    QString label() const override { return m_label; }
    double rate(double position) const override;
    std::vector<double> speeds() const override { return {0.5, 1, 2, 4}; }
    double shareOf(double position) const override;
    double positionAt(double share) const override;
    double framedShare() const override;
    bool endsNow() const override { return m_updates.size() > 1; }
    /// The kept updates, and the one that the run has reached. Stays at the end when it was there.
    void setUpdates(std::vector<int> updates, int now);
    /// Plays from the beginning, the first hundred updates four a second.
    void replayFirst();
    void setLabel(const QString& label) { m_label = label; }

private:
    /// Of the stops up to update 100.
    int earlyStops() const;
    double updateAt(double position) const;

    int m_count = 0, m_now = 0;
    std::vector<int> m_updates;
    bool m_isReplaying = false;
    QString m_label;
};

/// What a run shows: as it is, or as it was.
struct RunMoment {
    int update = 0;
    std::optional<double> testError; ///< of exactly this update; nothing until it has been measured
    double trainLoss = 0;            ///< of the last batch; 0 at update 0
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points
    bool isNow = true;
};

/// What was trained beyond the update at which a run branched: for a curve of what would have been.
struct RunAhead {
    struct Error {
        int update = 0;
        double testError = 0;
    };
    int from = 0;                  ///< the branch
    int last = 0;                  ///< the newest update that was trained
    std::vector<LossPoint> losses; ///< in order, as what follows
    std::vector<Error> errors;     ///< of the held-out part, where they were measured, if roughly
};

/// A training in the window: what is trained, how far it has come, and its history as a timeline. It goes on
/// whoever looks at it.
class Run : public QObject {
    Q_OBJECT

public:
    /// Its history takes `historyBytes` at most, as far as thinOut() can do that.
    Run(Workers& workers, const Clock& clock, std::size_t historyBytes = historyBudget);
    ~Run() override;

    /// Begins at update 0, paused; what was there is dropped. Errors: those of validate(); then nothing
    /// changes.
    Result<void> start(const AutoencoderSetup& setup, std::shared_ptr<const LabData> data, const Pace& pace);
    /// Goes back to the last kept update that is not beyond `update`, and waits to go on from there with
    /// `setup` on the same data. Nothing before it changes, and what was trained beyond stays as ahead().
    /// Where the setup is the one that trained, every number will be as it was. A run that has not gone on
    /// since its last branch branches from the same past again: settings may be tried one after the other.
    /// Errors: those of validate() and checkCarryOver(); then nothing changes. There is a snapshot.
    Result<void> continueFrom(int update, const AutoencoderSetup& setup);
    /// Becomes what that one is, with its past; training on changes this one alone. The other has finished,
    /// and what was here is dropped.
    void takeOver(const Run& other);
    /// Whether it is another one's and has not gone on since.
    bool isTakenOver() const { return m_isTakenOver && !hasGoneOn(); }
    bool hasBegun() const { return m_run != nullptr; }
    /// The setup that trains, with the learning rate of the moment.
    const AutoencoderSetup& setup() const { return m_setup; }
    std::shared_ptr<const LabData> data() const { return m_data; }

    void resume();
    void pause();
    void updateOnce();
    void setPace(const Pace& pace);
    void setLearningRate(double rate);
    /// Whose codes are made for the map: some held-out samples', or all that are trained on.
    void mapTraining(bool isMapped);
    bool mapsTraining() const { return m_mapsTraining; }

    /// Null until the first one has come.
    const Snapshot* snapshot() const { return m_snapshot.get(); }
    bool isTraining() const { return isIn(RunState::Running); }
    bool isIn(RunState state) const { return m_snapshot && m_snapshot->state == state; }
    HistoryTimeline& timeline() { return m_timeline; }
    /// Rates that were changed, branches and changes of the network, in order.
    std::span<const RunEvent> events() const;
    /// Null where nothing was left, or training has passed it.
    std::shared_ptr<const RunAhead> ahead() const { return m_ahead; }
    /// Whether it has trained since it began or branched.
    bool hasGoneOn() const;
    /// Of what trains: another one after each start and branch.
    int serial() const { return m_serial; }
    /// What the playhead points at.
    RunMoment moment() const;
    void replayFirst() { m_timeline.replayFirst(); }
    /// Moves the playhead to the last kept update that is not beyond this one.
    void seekUpdate(int update);
    /// Renews the timeline's label in the present language.
    void retranslate();

Q_SIGNALS:
    void momentChanged();
    /// Training began, rests or ended.
    void stateChanged();
    /// What is there will be dropped, or go on from an earlier update.
    void aboutToBeReplaced();

private:
    void drop();
    void begin(TrainingRun::Setup setup);
    std::shared_ptr<const RunPast> pastFor(int update) const;
    void forgetCodes();
    std::shared_ptr<const RunAhead> aheadOf(int update) const;
    void takeSnapshot();
    void refreshLabel();
    /// The kept update that the playhead is on; null when it is at the end.
    const HistoryPoint* stop() const;
    std::shared_ptr<const std::vector<float>> codesOf(const HistoryPoint& point) const;

    /// The last codes that scrubbing asked for before the run could keep them.
    struct Scrubbed {
        std::shared_ptr<const Model> model;
        std::shared_ptr<const std::vector<float>> codes;
    };

    Workers& m_workers;
    const Clock& m_clock;
    const std::size_t m_historyBytes;
    AutoencoderSetup m_setup;
    std::shared_ptr<const LabData> m_data;
    HistoryTimeline m_timeline;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const RunPast> m_past; ///< of the branch that trains; null of a run from the beginning
    std::shared_ptr<const RunAhead> m_ahead;
    Pace m_pace;
    bool m_mapsTraining = false;
    bool m_isTakenOver = false;
    bool m_isTaking = false;             ///< a snapshot: the playhead is on its way
    int m_serial = 0, m_shownSerial = 0; ///< of what trains, and of the snapshot
    mutable Scrubbed m_scrubbed;
    std::unique_ptr<TrainingRun> m_run; ///< last: its thread posts to this
};

} // namespace hg
