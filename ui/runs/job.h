#pragma once

#include "core/util/watch.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hg {

class Job;

/// What a job's thread and the window both see of it.
struct JobState {
    std::atomic<bool> isGivenUp = false, hasEnded = false;
    std::atomic<double> share = -1; ///< −1: the work has told none yet
    std::mutex mutex;
    Job* owner = nullptr; ///< null once nobody waits for the result
};

/// Where the threads of jobs end that nobody waits for: none of them stops the window. The end of the program
/// asks all of them to stop, and waits. Used from the window's thread only.
class JobYard {
public:
    JobYard() = default;
    ~JobYard();
    JobYard(const JobYard&) = delete;
    JobYard& operator=(const JobYard&) = delete;

    void keep(std::jthread thread, std::shared_ptr<JobState> state);

private:
    struct Kept {
        std::shared_ptr<JobState> state;
        std::jthread thread;
    };
    std::vector<Kept> m_kept;
};

/// Work beside the window, of which the newest counts. It runs on a thread of its own with data that it owns
/// or that outlive the yard, and asks its watch whether to go on; its result arrives on the owner's thread.
/// Starting again, cancelling and the job's own end give the work up without waiting: its result is dropped.
class Job : public QObject {
    Q_OBJECT

public:
    explicit Job(JobYard& yard, QObject* parent = nullptr);
    ~Job() override;

    /// `name` is what somebody who waits reads: "Reading the digits".
    template <class T>
    void start(const QString& name, std::function<T(const Watch&)> work, std::function<void(T)> done)
    {
        begin(name, [work = std::move(work), done = std::move(done)](const Watch& watch) {
            auto result = std::make_shared<T>(work(watch));
            return [result, done] { done(std::move(*result)); };
        });
    }

    bool isRunning() const { return m_state != nullptr; }
    const QString& name() const { return m_name; }
    /// The share that is done, 0 … 1; −1 where the work does not tell.
    double share() const { return m_state ? m_state->share.load() : -1; }
    /// How long it has been running.
    qint64 milliseconds() const { return isRunning() ? m_since.elapsed() : 0; }

    /// Without a word to anybody.
    void giveUp();

public Q_SLOTS:
    /// What the user asks for; the owner hears it by cancelled().
    void cancel();

Q_SIGNALS:
    /// It has begun or ended.
    void changed();
    void cancelled();

private:
    using Deliver = std::function<void()>;
    void begin(const QString& name, std::function<Deliver(const Watch&)> work);
    void finish(const std::shared_ptr<JobState>& state, const Deliver& deliver);

    JobYard& m_yard;
    QString m_name;
    QElapsedTimer m_since;
    std::shared_ptr<JobState> m_state; ///< of the work that runs
    std::jthread m_thread;
};

} // namespace hg
