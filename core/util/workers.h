#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace hg {

/// The one pool of threads that everything heavy shares. Work arrives as numbered parts whose boundaries the
/// caller fixes by shapes, never by timing, so results do not depend on which thread took which part.
/// Threads: run() may be called from several threads. Who finds the others at work for somebody else does its
/// parts itself and waits for nobody: the window is not to stand still for as long as an update lasts. A part
/// must not call run().
class Workers {
public:
    /// `threads` in all, the calling one included; 0 means as many as the machine has.
    explicit Workers(int threads = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    int count() const { return static_cast<int>(m_threads.size()) + 1; }

    /// Calls body(0) … body(parts−1), each once, on any of the threads, and returns when all have ended. At
    /// most 65,535 parts. The body must not throw. Cost: about a microsecond while the threads are awake;
    /// they stay so for some tens of microseconds after their last part and then sleep. Allocates nothing.
    template <class Body>
    void run(int parts, const Body& body)
    {
        runOn(count(), parts, body);
    }
    /// The same, and no more threads are woken than that; with 1 the caller does all by itself.
    template <class Body>
    void runOn(int threads, int parts, const Body& body)
    {
        runErased(threads, parts,
                  {&body, [](const void* b, int part) { (*static_cast<const Body*>(b))(part); }});
    }

private:
    /// A callable that somebody else keeps alive.
    struct Task {
        const void* body = nullptr;
        void (*call)(const void* body, int part) = nullptr;
    };

    void runErased(int threads, int parts, Task task);
    void wake(int threads);
    bool takePart();
    void takeParts();
    void waitForEnd(int parts);
    void work(const std::stop_token& stop);

    std::mutex m_callers; // one run() at a time has the threads
    Task m_task;          // read by whoever has claimed a part of it, so never while it is replaced
    // Round (32 bits), parts (16), next part (16): one word, so that a thread which comes late cannot claim a
    // part of a round that is over.
    std::atomic<std::uint64_t> m_ticket{0};
    std::atomic<std::uint32_t> m_round{0}; // what idle threads sleep on
    std::atomic<int> m_done{0};
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
