#include "ui/runs/job.h"

#include "core/util/thread_priority.h"

#include <QCoreApplication>

namespace hg {

JobYard::~JobYard()
{
    for (Kept& kept : m_kept)
        kept.state->isGivenUp = true; // all of them, before the first is waited for
}

void JobYard::keep(std::jthread thread, std::shared_ptr<JobState> state)
{
    std::erase_if(m_kept, [](const Kept& kept) { return kept.state->hasEnded.load(); });
    m_kept.push_back({std::move(state), std::move(thread)});
}

Job::Job(JobYard& yard, QObject* parent) : QObject(parent), m_yard(yard)
{
    // Before the window goes, which takes its time.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Job::giveUp);
}

Job::~Job()
{
    giveUp();
}

void Job::begin(const QString& name, std::function<Deliver(const Watch&)> work)
{
    giveUp();
    m_name = name;
    m_since.start();
    m_state = std::make_shared<JobState>();
    m_state->owner = this;
    m_thread = std::jthread([state = m_state, work = std::move(work)] {
        lowerThreadPriority();
        const Watch watch = [&state](double share) {
            state->share = share;
            return !state->isGivenUp;
        };
        const Deliver deliver = work(watch);
        {
            const std::lock_guard lock(state->mutex);
            if (Job* owner = state->owner)
                QMetaObject::invokeMethod(
                    owner, [owner, state, deliver] { owner->finish(state, deliver); }, Qt::QueuedConnection);
        }
        state->hasEnded = true;
    });
    Q_EMIT changed();
}

void Job::giveUp()
{
    if (!m_state) return;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->owner = nullptr;
    }
    m_state->isGivenUp = true;
    m_yard.keep(std::move(m_thread), std::move(m_state));
}

void Job::cancel()
{
    if (!isRunning()) return;
    giveUp();
    Q_EMIT changed();
    Q_EMIT cancelled();
}

/// A result that was on its way when its work was given up is dropped.
void Job::finish(const std::shared_ptr<JobState>& state, const Deliver& deliver)
{
    if (state != m_state) return;
    m_state.reset();
    m_thread.join(); // it has nothing left to do
    Q_EMIT changed();
    deliver(); // last: it may be this job's end
}

} // namespace hg
