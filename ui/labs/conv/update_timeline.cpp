#include "ui/labs/conv/update_timeline.h"

#include "core/lab/filter_descent.h"

#include <cmath>

namespace hg {
namespace {

constexpr double secondsOfRun = 20;

} // namespace

QString UpdateTimeline::label() const
{
    return tr("Update %1 of %2").arg(update()).arg(m_updates);
}

/// So that the share of the track grows evenly.
double UpdateTimeline::rate(double position) const
{
    return (1 + position) * std::log1p(m_updates) / secondsOfRun;
}

double UpdateTimeline::shareOf(double position) const
{
    return shareOfUpdate(position, m_updates);
}

double UpdateTimeline::positionAt(double share) const
{
    return updateOfShare(share, m_updates);
}

void UpdateTimeline::setUpdates(int updates)
{
    if (m_updates == updates) return;
    m_updates = updates;
    countChanged();
}

int UpdateTimeline::update() const
{
    return static_cast<int>(position() + 1e-9);
}

} // namespace hg
