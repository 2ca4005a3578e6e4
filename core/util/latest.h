#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace hg {

/// A mailbox of one slot between a producer and a slower consumer: a newer value replaces an unread one, and
/// at most one wake-up is under way, so a slow window drops pictures instead of queueing them. Threads: put()
/// from any thread, take() from the consumer's.
template <class T>
class Latest {
public:
    /// `wake` is called by put(), on the producer's thread, when no wake-up is under way; it must only post.
    explicit Latest(std::function<void()> wake = {}) : m_wake(std::move(wake)) {}

    void put(std::shared_ptr<const T> value)
    {
        bool mustWake = false;
        {
            const std::scoped_lock lock(m_mutex);
            m_value = std::move(value);
            mustWake = !std::exchange(m_wakeUnderWay, true);
        }
        if (mustWake && m_wake) m_wake();
    }

    /// The newest value, or null when nothing came since the last call; opens the slot for the next wake-up.
    std::shared_ptr<const T> take()
    {
        const std::scoped_lock lock(m_mutex);
        m_wakeUnderWay = false;
        return std::exchange(m_value, nullptr);
    }

    /// True while a value waits to be read: the producer may save itself the work of making another.
    bool isFull() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_value != nullptr;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
    bool m_wakeUnderWay = false;
    std::function<void()> m_wake;
};

} // namespace hg
