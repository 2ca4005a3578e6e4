#pragma once

#include "core/train/carry_over.h"
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

/// How fast a run goes on by the clock; both 0: at full speed.
struct Pace {
    double seconds = 20;       ///< that the whole run is spread over, slow at first (see paceUpdate)
    double updatesASecond = 0; ///< at this even rate instead: slow motion
    bool operator==(const Pace&) const = default;
};

/// A run as it stood at one moment: immutable, read by any thread.
struct Snapshot {
    RunState state = RunState::Paused;
    int update = 0;
    int totalUpdates = 0;
    int updatesPerEpoch = 1;
    double trainLoss = 0;
    double learningRate = 0;    ///< of the next update
    double imagesPerSecond = 0; ///< over the time in which updates ran; 0 before the first
    double secondsLeft = 0;     ///< until the end, by the pace or, where that is more, by the speed so far; 0
                                ///< when ended or unknown
    std::shared_ptr<const Model> model;
    int modelUpdate = 0; ///< that it is of: `update`, except of a run that diverged
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points, at `codesUpdate`
    int codesUpdate = 0;
    LossLog losses;
    std::vector<HistoryPoint> history;
    std::vector<RunEvent> events;    ///< in the order of their updates
    std::vector<RecipePart> recipes; ///< what trained from when on: replays any part of the run
};

/// What a run goes on from: another one up to the last update of `history`, and how that came about.
struct RunPast {
    std::vector<HistoryPoint> history;
    LossLog losses;
    std::vector<RunEvent> events;
    std::vector<RecipePart> recipes;
    int reached = 0; ///< where the other run stood

    int update() const { return history.back().update; }
};

/// The past of a branch from the last kept update that is not beyond `update`; the run's newest update counts
/// as kept. The snapshot has a history.
std::shared_ptr<const RunPast> pastOf(const Snapshot& snapshot, int update);

/// A training run on its own thread: commands go in, immutable snapshots come out through a mailbox of one
/// slot, so a slow window drops pictures and never numbers. Commands take effect between two updates. Pausing
/// and ending always publish. What watching costs (codes, held-out errors) is bounded to a few per cent of
/// the time; points of the history that had to go without are completed when the run rests or waits for its
/// pace, where a due update waits for one piece of that at most. Threads: everything here may be called from
/// the window's thread. The destructor waits for the chunks of 64 samples that are under way, whatever the
/// run does; a run that is stopped publishes nothing any more.
class TrainingRun {
public:
    struct Setup {
        std::shared_ptr<const Plan> plan;
        Recipe recipe;
        TrainingData data;
        SampleView mapPoints; ///< whose codes are published; kept alive by data.owner
        Pace pace{};
        /// A branch: the run goes on from the past's end, paused, with its history, losses and events before
        /// its own. With the recipe and plan of the past each number is that of the run that went through.
        /// Else: an optimiser of another kind begins with fresh memory; of another batch size the update
        /// stays, and epochs are counted anew (Trainer::restore); a plan whose layers correspond takes the
        /// weights over (carriedOver), keeping the most used numbers of a code that shrinks. Where the past's
        /// end has no optimiser's memory, the updates from the nearest point that has one are silently done
        /// again.
        std::shared_ptr<const RunPast> past{};
        std::size_t historyBytes = historyBudget;
    };

    /// `wake` is called on the run's thread when a snapshot waits; it must only post. The run begins paused,
    /// at update 0 or at its past's end; a past of another network must pass checkCarryOver().
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
    void setPace(const Pace& pace);
    /// Other samples on the map, kept alive by data.owner; the history's codes are made anew as time allows.
    void setMapPoints(const SampleView& points);
    /// From the next update on; once training has begun it becomes one of the snapshot's events.
    void setLearningRate(double rate);

    /// The newest snapshot since the last call, or null.
    std::shared_ptr<const Snapshot> take() { return m_mailbox.take(); }

private:
    enum class Order { Resume, Pause, UpdateOnce, SetPace, SetLearningRate, SetMapPoints };
    struct Command {
        Order order;
        Pace pace{};
        double rate = 0;
        SampleView points{};
    };

    void send(Command command);
    void work(const std::stop_token& stop);
    /// Makes the trainer and the first point of the history.
    void begin();
    void beginAfter(const RunPast& past);
    void countUpdates();
    /// Of the past's end, in this run's plan. Errors: Cancelled.
    Result<void> continueTrainer(const RunPast& past);
    /// Errors: Cancelled, or carriedOver()'s.
    Result<CarriedOver> carryOver(const HistoryPoint& last, const OptimizerState& optimizer);
    void noteBranch(const RunPast& past);
    void noteRecipe();
    void obeyCommands();
    void obey(const Command& command);
    void resumeTraining();
    void rest();
    void doOneUpdate();
    void adoptPace(const Pace& pace);
    void adoptLearningRate(double rate);
    void adoptMapPoints(const SampleView& points);
    void waitForWork(const std::stop_token& stop);
    double secondsUntilDue() const;
    double secondsLeft() const;
    void doUpdate();
    void finishUpdate(double loss, int images);
    bool isAtEnd() const;
    void keepHistory();
    std::shared_ptr<const OptimizerState> memoryToKeep() const;
    /// Gives one kept update what there was no time for while training ran, if that takes `seconds` at most
    /// as far as is known. False when nothing lacks.
    bool completeHistory(double seconds);
    bool tellRest(double seconds);
    /// Errors: Cancelled, and the point is as it was.
    Result<void> complete(const MissingPiece& piece);
    bool areCodesAffordable() const;
    bool isRoughErrorAffordable() const;
    /// That of `m_now.update`, copied from the trainer where it is not yet there.
    const std::shared_ptr<const Model>& currentModel();
    /// Nothing happens when stopped.
    void refreshCodes();
    /// Between the ends only of a part as small as a sample. Nothing when stopped.
    std::optional<double> testErrorIfAffordable();
    /// Nothing at the ends, or when it would cost too much.
    std::optional<double> roughErrorIfAffordable();
    void drawSample();
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
    int m_paceUpdate = 0;   // the update from which slow motion counts
    double m_busySeconds = 0, m_busyImages = 0;
    int m_busyUpdates = 0;
    double m_lastPublish = -1, m_publishCost = 0;
    double m_lastCodes = -1, m_codesCost = 0;
    double m_testCost = 0, m_roughCost = 0;
    std::vector<float> m_sample; // of the held-out part; empty where that is small, or of labels
    int m_roughDone = 0;         // while updates ran
    int m_begun = 0;             // the update that this run began at
    double m_lastPiece = -1;     // clock time at which history was last completed
    bool m_isUntold = false;     // something changed since the last snapshot

    std::jthread m_thread; // last: it starts when everything above exists
};

/// The update that a run of `total` updates spread over `duration` seconds should have reached after
/// `elapsed`: slow at first, where the loss falls steeply, total·(elapsed/duration)².
int paceUpdate(double elapsed, double duration, int total);

} // namespace hg
