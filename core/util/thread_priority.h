#pragma once

namespace hg {

/// Lets the calling thread stand back behind those of ordinary priority, for good: the window keeps its share
/// of the processor while all cores train. Without effect outside Linux, where a thread has no nice value of
/// its own.
void lowerThreadPriority();

} // namespace hg
