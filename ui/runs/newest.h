#pragma once

#include "ui/runs/job.h"

#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace hg {

/// Something that is worked out beside the window of a key that changes, such as the model of the moment: one
/// at a time, the newest one asked for next.
template <class Key, class T>
class Newest {
public:
    using Work = std::function<T(const Watch&)>;

    /// What happens to work whose key is no longer asked for: short work ends, so that something new comes
    /// now and then however fast the keys change; long work is given up.
    enum class Old { Ends, IsGivenUp };

    /// `ready` is told whenever there is something new.
    Newest(JobYard& yard, Old old, std::function<void()> ready)
        : m_job(yard), m_old(old), m_ready(std::move(ready))
    {}

    /// Begins what `makeWork()` gives, unless that is there or under way: it may be asked for at each picture
    /// at no cost. `name` is what somebody who waits reads.
    template <class MakeWork>
    void want(const Key& key, const QString& name, const MakeWork& makeWork)
    {
        if (m_made && m_made->first == key) return;
        if (m_job.isRunning() && m_running == key) return m_next.reset();
        if (m_next && m_next->key == key) return;
        m_next = Wish{key, name, makeWork()};
        if (!m_job.isRunning() || m_old == Old::IsGivenUp) begin();
    }

    /// Null for as long as it is not there.
    const T* of(const Key& key) const { return m_made && m_made->first == key ? &m_made->second : nullptr; }
    /// The last that was made, whatever its key; null before the first.
    const T* newest() const { return m_made ? &m_made->second : nullptr; }
    bool isRunning() const { return m_job.isRunning(); }
    Job& job() { return m_job; }

private:
    struct Wish {
        Key key;
        QString name;
        Work work;
    };

    void begin()
    {
        Wish wish = std::move(*m_next);
        m_next.reset();
        m_running = wish.key;
        m_job.start<std::optional<T>>(
            wish.name,
            [work = std::move(wish.work)](const Watch& watch) -> std::optional<T> { return work(watch); },
            [this, key = wish.key](std::optional<T> made) { take(key, std::move(made)); });
    }

    void take(const Key& key, std::optional<T> made)
    {
        if (made) m_made.emplace(key, std::move(*made));
        if (m_next) begin();
        m_ready();
    }

    Job m_job;
    Old m_old;
    std::function<void()> m_ready;
    Key m_running{};
    std::optional<Wish> m_next;
    std::optional<std::pair<Key, T>> m_made;
};

} // namespace hg
