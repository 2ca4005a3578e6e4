#include "ui/widgets/conv_timeline.h"

#include "core/lab/conv_moment.h"
#include "ui/painters/conv_pace.h"

#include <algorithm>
#include <cmath>

namespace hg {

QString ConvTimeline::label() const
{
    if (m_count == 0) return {};
    const int shown = std::clamp(static_cast<int>(std::ceil(position())), 0, m_count);
    if (m_isCountHidden) return tr("Position %1 of ?").arg(shown);
    if (m_twinCount > 0) {
        const int cells =
            std::clamp(static_cast<int>(std::ceil(position() * m_twinCount / m_count)), 0, m_twinCount);
        return tr("Stamp %1 of %2, cell %3 of %4").arg(shown).arg(m_count).arg(cells).arg(m_twinCount);
    }
    return tr("Position %1 of %2").arg(shown).arg(m_count);
}

double ConvTimeline::rate(double position) const
{
    return 1 / secondsOfPosition(position - m_opening, m_count);
}

double ConvTimeline::stopAfter(double position) const
{
    if (m_terms == 0) return Timeline::stopAfter(position);
    const int at = static_cast<int>(std::floor(position + 1e-9));
    for (int k = 0; k <= m_terms; ++k)
        if (timeOfTerm(at, k, m_terms) > position + 1e-9) return timeOfTerm(at, k, m_terms);
    return at + 1;
}

double ConvTimeline::stopBefore(double position) const
{
    if (m_terms == 0) return Timeline::stopBefore(position);
    const int at = static_cast<int>(std::ceil(position - 1e-9)) - 1;
    for (int k = m_terms; k >= 0; --k)
        if (timeOfTerm(at, k, m_terms) < position - 1e-9) return timeOfTerm(at, k, m_terms);
    return at;
}

void ConvTimeline::setCountHidden(bool isHidden)
{
    if (m_isCountHidden == isHidden) return;
    m_isCountHidden = isHidden;
    Q_EMIT stateChanged();
}

void ConvTimeline::setTwinCount(int cells)
{
    if (m_twinCount == cells) return;
    m_twinCount = cells;
    Q_EMIT stateChanged();
}

void ConvTimeline::setCount(int count)
{
    m_count = count;
    countChanged();
}

} // namespace hg
