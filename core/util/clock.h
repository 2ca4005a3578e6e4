#pragma once

#include <atomic>
#include <chrono>

namespace hg {

/// Elapsed time, injected so that animations and paced runs can be tested without waiting.
class Clock {
public:
    virtual ~Clock() = default;
    /// Seconds since an arbitrary fixed moment; never runs backwards.
    virtual double seconds() const = 0;
};

/// The computer's monotonic clock.
class SteadyClock final : public Clock {
public:
    double seconds() const override
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
};

/// A clock that moves only when told to, on any thread.
class ManualClock final : public Clock {
public:
    double seconds() const override { return m_seconds; }
    void advance(double seconds) { m_seconds.fetch_add(seconds); }

private:
    std::atomic<double> m_seconds = 0;
};

} // namespace hg
