#include "app/cli/long_work.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace hg::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

} // namespace

Progress::Progress(int total)
    : m_total(total)
    , m_isShown(isatty(STDERR_FILENO) != 0 &&
                std::string_view(std::getenv("TERM") ? std::getenv("TERM") : "") != "dumb")
{}

Progress::~Progress()
{
    clear();
}

void Progress::show(int done)
{
    if (!m_isShown || m_clock.seconds() - m_last < 0.1) return;
    m_last = m_clock.seconds();
    constexpr int width = 40;
    const int filled = done * width / std::max(1, m_total);
    std::cerr << '\r' << std::string(static_cast<std::size_t>(filled), '#')
              << std::string(static_cast<std::size_t>(width - filled), '.') << ' ' << done << '/' << m_total
              << std::flush;
}

void Progress::clear() const
{
    if (m_isShown) std::cerr << "\r\033[K" << std::flush;
}

void listenToInterrupts()
{
    for (const int signal : {SIGINT, SIGTERM}) {
        struct sigaction before {
        }, action{};
        action.sa_handler = [](int) { interrupted = 1; };
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signal, &action, nullptr);
    }
}

bool wasInterrupted()
{
    return interrupted != 0;
}

Watch watchWith(Progress& percent)
{
    return [&percent](double share) {
        percent.show(static_cast<int>(share * 100));
        return !wasInterrupted();
    };
}

} // namespace hg::cli
