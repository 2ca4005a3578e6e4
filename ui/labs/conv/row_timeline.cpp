#include "ui/labs/conv/row_timeline.h"

namespace hg {

QString RowTimeline::label() const
{
    return m_rows > 0 ? tr("Row %1 of %2").arg(row() + 1).arg(m_rows) : tr("No row");
}

void RowTimeline::setRows(int rows)
{
    if (m_rows == rows) return;
    m_rows = rows;
    countChanged();
}

int RowTimeline::row() const
{
    return static_cast<int>(position() + 1e-9);
}

} // namespace hg
