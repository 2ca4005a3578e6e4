#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <thread>

namespace hg {

/// Short work beside the window: `work` runs on a thread of its own with data that it owns, its result
/// arrives by `done` on the owner's thread. Destroying the job waits for the work and drops its result.
class Job : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Job() override { m_thread = {}; } // joins before the queue that results come through is gone

    /// One call a job.
    template <class T>
    void start(std::function<T()> work, std::function<void(T)> done)
    {
        m_thread = std::jthread([this, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<T>(work());
            QMetaObject::invokeMethod(
                this, [result, done] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    std::jthread m_thread;
};

} // namespace hg
