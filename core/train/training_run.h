#pragma once

#include "core/train/history.h"
#include "core/train/trainer.h"
#include "core/util/clock.h"
#include "core/util/latest.h"

#include <condition_variable>
#include <deque>
#include <optional>
#include <thread>

namespace hg {

enum class RunState { Paused, Running, Finished, Diverged };

/// A run as it stood at one moment: immutable, read by any thread.
struct Snapshot {
    RunState state = RunState::Paused;
    int update = 0;
    int totalUpdates = 0;
    int updatesPerEpoch = 1;
    double trainLoss = 0;
    double imagesPerSecond = 0; ///< over the time in which updates ran; 0 before the first
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points, at `codesUpdate`
    int codesUpdate = 0;
    LossLog losses;
    std::vector<HistoryPoint> history;
};

/// A training run on its own thread: commands go in, immutable snapshots come out through a mailbox of one
/// slot, so a slow window drops pictures and never numbers. Commands take effect between two updates. Pausing
/// and ending always publish. What watching costs (codes, held-out errors) is bounded to a few per cent of
/// the time; points of the history that had to go without are completed when the run rests. Threads:
/// everything here may be called from the window's thread. The destructor waits for the chunks of 64 samples
/// that are under way, whatever the run does; a run that is stopped publishes nothing any more.
class TrainingRun {
public:
    struct Setup {
        std::shared_ptr<const Plan> plan;
        Recipe recipe;
        TrainingData data;
        SampleView mapPoints;    ///< whose codes are published; kept alive by data.owner
        double paceSeconds = 20; ///< clock time that the run is spread over; 0: full speed
    };

    /// `wake` is called on the run's thread when a snapshot waits; it must only post. The run begins paused
    /// at update 0.
    TrainingRun(Setup setup, Workers& workers, const Clock& clock, std::function<void()> wake);
    ~TrainingRun();
    /// Asks it to end, without waiting as the destructor does: several runs can end at once.
    void requestStop() { m_thread.request_stop(); }
    TrainingRun(const TrainingRun&) = delete;
    TrainingRun& operator=(const TrainingRun&) = delete;

    void resume();
    void pause();
    /// Does one update and pauses again.
    void updateOnce();
    void setPace(double seconds);
    void setLearningRate(double rate);

    /// The newest snapshot since the last call, or null.
    std::shared_ptr<const Snapshot> take() { return m_mailbox.take(); }

private:
    enum class Order { Resume, Pause, UpdateOnce, SetPace, SetLearningRate };
    struct Command {
        Order order;
        double value = 0;
    };

    void send(Command command);
    void work(const std::stop_token& stop);
    /// Makes the trainer and the first point of the history.
    void begin();
    void obeyCommands();
    void obey(const Command& command);
    void waitForWork(const std::stop_token& stop);
    double secondsUntilDue() const;
    void doUpdate();
    void finishUpdate(double loss);
    void keepHistory();
    /// Gives one kept update what there was no time for while training ran. False when nothing lacks.
    bool completeHistory();
    /// Of a point that lacks something. Errors: Cancelled, and the point is as it was.
    Result<void> complete(HistoryPoint& point);
    bool areCodesAffordable() const;
    /// Nothing happens when stopped.
    void refreshCodes();
    /// Nothing, too, when stopped.
    std::optional<double> testErrorIfAffordable();
    void publish(bool always);

    Setup m_setup;
    Workers& m_workers;
    const Clock& m_clock;
    Latest<Snapshot> m_mailbox;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Command> m_commands;

    // Owned by the run's thread from here on.
    StopQuery m_stop; // what all that lasts is given
    std::optional<Trainer> m_trainer;
    Snapshot m_now;
    double m_paceStart = 0; // clock time at which the pace's curve began
    double m_busySeconds = 0;
    double m_lastPublish = -1;
    double m_lastCodes = -1, m_codesCost = 0;
    double m_lastTest = -1, m_testCost = 0;
    bool m_isIncomplete = false; // history was completed since the last snapshot

    std::jthread m_thread; // last: it starts when everything above exists
};

/// The update that a run of `total` updates spread over `duration` seconds should have reached after
/// `elapsed`: slow at first, where the loss falls steeply, total·(elapsed/duration)².
int paceUpdate(double elapsed, double duration, int total);

} // namespace hg
