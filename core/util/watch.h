#pragma once

#include <functional>

namespace hg {

/// What long work calls every so often, on its caller's thread, with the share of it that is done (0 … 1, an
/// estimate that never falls). False ends the work with the error Cancelled. May be empty.
using Watch = std::function<bool(double share)>;

/// Whether the work may go on.
inline bool mayGoOn(const Watch& watch, double share)
{
    return !watch || watch(share);
}

/// The part of a longer work's watch that covers its shares from … to.
inline Watch partOf(const Watch& watch, double from, double to)
{
    if (!watch) return {};
    return [watch, from, to](double share) { return watch(from + share * (to - from)); };
}

/// What work on several threads asks between its parts, on any of them: true ends it with the error
/// Cancelled. Once true it stays so. May be empty.
using StopQuery = std::function<bool()>;

inline bool isStopped(const StopQuery& stop)
{
    return stop && stop();
}

} // namespace hg
