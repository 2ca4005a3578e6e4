#include "ui/export/exportable.h"

#include <numeric>

namespace hg {

double durationOf(const Exportable& exportable)
{
    return std::accumulate(exportable.seconds.begin(), exportable.seconds.end(), 0.0);
}

double timeAfter(const Exportable& exportable, double seconds)
{
    double left = seconds;
    for (std::size_t i = 0; i < exportable.seconds.size(); ++i) {
        if (left < exportable.seconds[i]) return static_cast<double>(i) + left / exportable.seconds[i];
        left -= exportable.seconds[i];
    }
    return exportable.stops();
}

} // namespace hg
