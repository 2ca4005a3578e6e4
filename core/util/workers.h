#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hg {

/// The one pool of threads that everything heavy shares. Work arrives as numbered parts whose boundaries the
/// caller fixes by shapes, never by timing, so results do not depend on which thread took which part.
/// Threads: run() may be called from several threads; the calls take turns. A part must not call run().
class Workers {
public:
    /// `threads` in all, the calling one included; 0 means as many as the machine has.
    explicit Workers(int threads = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    int count() const { return static_cast<int>(m_threads.size()) + 1; }

    /// Calls body(0) … body(parts−1), each once, on any of the threads, and returns when all have ended. The
    /// body must not throw.
    void run(int parts, const std::function<void(int part)>& body);

private:
    void work(const std::stop_token& stop);
    void takeParts(const std::function<void(int)>& body, int parts);

    std::mutex m_callers; // one run() at a time
    std::mutex m_mutex;
    std::condition_variable_any m_started;
    std::condition_variable m_ended;
    const std::function<void(int)>* m_body = nullptr;
    int m_parts = 0;
    int m_round = 0;
    int m_busy = 0;
    std::atomic<int> m_next{0};
    std::vector<std::jthread> m_threads;
};

/// Makes this thread round subnormal floats to zero while the object lives: vanishing optimiser moments
/// otherwise cost ten times as much. No effect on processors without such a switch.
class FlushToZero {
public:
    FlushToZero();
    ~FlushToZero();
    FlushToZero(const FlushToZero&) = delete;
    FlushToZero& operator=(const FlushToZero&) = delete;

private:
    unsigned m_before = 0;
};

} // namespace hg
