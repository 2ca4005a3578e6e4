#pragma once

#include <QDir>

#include <chrono>
#include <future>
#include <thread>

namespace hg::test {

/// Work that a test holds up for as long as it wants. Its end opens it, so that nothing waits for ever.
class Gate {
public:
    Gate() : m_opened(m_promise.get_future()) {}
    ~Gate() { open(); }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    void open()
    {
        if (!std::exchange(m_isOpen, true)) m_promise.set_value();
    }
    /// Called by the work, on its thread; the copy that it keeps outlives the gate.
    std::shared_future<void> opened() const { return m_opened; }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_opened;
    bool m_isOpen = false;
};

/// How many threads the program has; 0 where the system does not tell.
inline int threadCount()
{
    return static_cast<int>(
        QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

/// Waits until there are so few threads again, while no event is handled; true where the system does not
/// tell.
inline bool awaitThreads(int count)
{
    for (int i = 0; i < 60'000 && threadCount() > count; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return threadCount() <= count;
}

} // namespace hg::test
