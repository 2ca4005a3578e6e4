#include "core/util/workers.h"

#include <algorithm>

#if defined(__SSE__)
#include <xmmintrin.h>
#endif
#if defined(__linux__)
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace hg {
namespace {

// On Linux a thread has a nice value of its own. The window keeps its share of the processor while all cores
// train.
void lowerPriority()
{
#if defined(__linux__)
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 10);
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
}

void Workers::run(int parts, const std::function<void(int)>& body)
{
    if (parts <= 0) return;
    const std::scoped_lock oneCaller(m_callers);
    if (parts == 1 || m_threads.empty()) {
        for (int part = 0; part < parts; ++part)
            body(part);
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_body = &body;
        m_parts = parts;
        m_next = 0;
        m_busy = static_cast<int>(m_threads.size());
        ++m_round;
    }
    m_started.notify_all();
    takeParts(body, parts);
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_busy == 0; });
}

void Workers::takeParts(const std::function<void(int)>& body, int parts)
{
    for (int part = m_next++; part < parts; part = m_next++)
        body(part);
}

void Workers::work(const std::stop_token& stop)
{
    lowerPriority();
    const FlushToZero flush;
    int seen = 0;
    for (;;) {
        const std::function<void(int)>* body = nullptr;
        int parts = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_started.wait(lock, stop, [&] { return m_round != seen; })) return;
            seen = m_round;
            body = m_body;
            parts = m_parts;
        }
        takeParts(*body, parts);
        const std::scoped_lock lock(m_mutex);
        if (--m_busy == 0) m_ended.notify_one();
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
