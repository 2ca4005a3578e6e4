#include "ui/labs/fewlabels/count_timeline.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double rounding = 1e-6; // of a playhead that stands at a stop

} // namespace

int CountTimeline::count() const
{
    return std::max(0, m_last - m_from);
}

int CountTimeline::stop() const
{
    return std::min(m_last, m_from + static_cast<int>(position() + rounding));
}

void CountTimeline::setLast(int last)
{
    if (last == m_last) return;
    m_last = last;
    countChanged();
}

} // namespace hg
