#include "core/util/workers.h"

#include "core/util/thread_priority.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hg {
namespace {

constexpr unsigned partBits = 16;
constexpr std::uint64_t partMask = (1u << partBits) - 1;
// Some tens of microseconds: between the parts of an update that is over in less than a millisecond, sleeping
// and waking would cost a twentieth of it. Who waits longer sleeps, and starves nobody.
constexpr int spins = 2000;

void relax()
{
#if defined(__SSE2__)
    _mm_pause();
#endif
}

} // namespace

Workers::Workers(int threads)
{
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int total = threads > 0 ? threads : machine;
    for (int i = 1; i < total; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

Workers::~Workers()
{
    for (auto& thread : m_threads)
        thread.request_stop();
    m_round.fetch_add(1);
    m_round.notify_all();
}

void Workers::wake(int threads)
{
    if (threads >= static_cast<int>(m_threads.size())) return m_round.notify_all();
    for (int i = 0; i < threads; ++i)
        m_round.notify_one();
}

void Workers::runErased(int mostThreads, int parts, Task task)
{
    if (parts <= 0) return;
    const int helpers = std::min(mostThreads, parts) - 1;
    const bool isSmall = helpers <= 0 || m_threads.empty();
    const auto threads =
        isSmall ? std::unique_lock<std::mutex>() : std::unique_lock(m_callers, std::try_to_lock);
    if (!threads) {
        for (int part = 0; part < parts; ++part)
            task.call(task.body, part);
        return;
    }
    m_task = task;
    m_done.store(0, std::memory_order_relaxed);
    const std::uint64_t round = m_round.load(std::memory_order_relaxed) + 1;
    m_ticket.store(round << 32 | static_cast<std::uint64_t>(parts) << partBits, std::memory_order_release);
    m_round.store(static_cast<std::uint32_t>(round), std::memory_order_release);
    wake(helpers);
    takeParts();
    waitForEnd(parts);
}

bool Workers::takePart()
{
    std::uint64_t ticket = m_ticket.load(std::memory_order_acquire);
    std::uint64_t part = 0;
    do {
        part = ticket & partMask;
        if (part >= (ticket >> partBits & partMask)) return false;
    } while (!m_ticket.compare_exchange_weak(ticket, ticket + 1, std::memory_order_acq_rel));
    m_task.call(m_task.body, static_cast<int>(part));
    m_done.fetch_add(1, std::memory_order_acq_rel);
    m_done.notify_one();
    return true;
}

void Workers::takeParts()
{
    while (takePart()) {
    }
}

void Workers::waitForEnd(int parts)
{
    for (int spin = 0; spin < spins && m_done.load(std::memory_order_acquire) != parts; ++spin)
        relax();
    for (int done = m_done.load(std::memory_order_acquire); done != parts;
         done = m_done.load(std::memory_order_acquire))
        m_done.wait(done);
}

void Workers::work(const std::stop_token& stop)
{
    lowerThreadPriority();
    const FlushToZero flush;
    while (!stop.stop_requested()) {
        const std::uint32_t seen = m_round.load(std::memory_order_acquire);
        takeParts();
        for (int spin = 0; spin < spins && m_round.load(std::memory_order_acquire) == seen; ++spin)
            relax();
        if (!stop.stop_requested()) m_round.wait(seen);
    }
}

FlushToZero::FlushToZero()
{
#if defined(__SSE__)
    m_before = _mm_getcsr();
    _mm_setcsr(m_before | 0x8040u); // flush results to zero, read subnormals as zero
#endif
}

FlushToZero::~FlushToZero()
{
#if defined(__SSE__)
    _mm_setcsr(m_before);
#endif
}

} // namespace hg
