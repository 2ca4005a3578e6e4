#include "ui/labs/conv/field_timeline.h"

#include <cmath>

namespace hg {

QString FieldTimeline::label() const
{
    const int reached = m_level - static_cast<int>(std::floor(position() + 1e-9));
    if (reached >= m_level) return tr("The cell of layer %1").arg(m_level);
    return reached == 0 ? tr("From layer %1 down to the input").arg(m_level)
                        : tr("From layer %1 down to layer %2").arg(m_level).arg(reached);
}

void FieldTimeline::setLevel(int level)
{
    if (m_level == level) return;
    m_level = level;
    countChanged();
}

} // namespace hg
