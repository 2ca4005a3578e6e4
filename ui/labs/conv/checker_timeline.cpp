#include "ui/labs/conv/checker_timeline.h"

#include "ui/painters/checker_painter.h"

#include <algorithm>
#include <cmath>

namespace hg {

QString CheckerTimeline::label() const
{
    return tr("Update %1 of %2").arg(update()).arg(m_end);
}

/// Between two stops in proportion, so that the knob moves evenly.
double CheckerTimeline::shareOf(double position) const
{
    if (count() == 0) return 0;
    const auto before = static_cast<std::size_t>(std::clamp(position, 0.0, count() - 1.0));
    const double from = checkerShareOf(m_updates[before], m_updates.back()),
                 to = checkerShareOf(m_updates[before + 1], m_updates.back());
    return from + (position - static_cast<double>(before)) * (to - from);
}

double CheckerTimeline::positionAt(double share) const
{
    double nearest = 0;
    for (int i = 1; i <= count(); ++i)
        if (std::abs(shareOf(i) - share) < std::abs(shareOf(nearest) - share)) nearest = i;
    return nearest;
}

void CheckerTimeline::setUpdates(std::vector<int> updates, int end)
{
    const bool isGrowing = !updates.empty() && updates.back() < end;
    if (updates == m_updates && end == m_end && isGrowing == m_isGrowing) return;
    const bool wasAtEnd = position() >= count();
    m_updates = std::move(updates);
    m_end = end;
    m_isGrowing = isGrowing;
    countChanged();
    if (wasAtEnd && !isPlaying()) seek(count());
}

int CheckerTimeline::update() const
{
    if (m_updates.empty()) return 0;
    return m_updates[static_cast<std::size_t>(std::clamp(position() + 1e-9, 0.0, 1.0 * count()))];
}

void CheckerTimeline::seekUpdate(int update)
{
    const auto after = std::ranges::upper_bound(m_updates, update);
    seek(std::max(0, static_cast<int>(after - m_updates.begin()) - 1));
}

} // namespace hg
