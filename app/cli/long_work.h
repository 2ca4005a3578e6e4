#pragma once

#include "core/util/clock.h"
#include "core/util/watch.h"

namespace hg::cli {

/// A bar on standard error, where that is a terminal; nothing elsewhere. Its end leaves the line empty.
class Progress {
public:
    explicit Progress(int total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Draws `done` of the total, ten times a second at most.
    void show(int done);
    void clear() const;

private:
    int m_total;
    bool m_isShown;
    double m_last = 0;
    SteadyClock m_clock;
};

/// From here on Ctrl-C (or a polite kill) is noted, for the long work to end where it can; a second one ends
/// the program at once. Where it is ignored it stays so.
void listenToInterrupts();
bool wasInterrupted();

/// Shows the share done on the bar, which is out of 100, and ends the work after an interrupt.
Watch watchWith(Progress& percent);

} // namespace hg::cli
