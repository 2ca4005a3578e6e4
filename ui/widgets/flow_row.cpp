#include "ui/widgets/flow_row.h"

#include <algorithm>

namespace hg {

FlowRow::FlowRow(int gap, QWidget* parent) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowRow::place(const QRect& room, bool moves) const
{
    int x = room.x(), y = room.y(), high = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (x > room.x() && x + size.width() > room.x() + room.width()) {
            x = room.x();
            y += high + m_gap;
            high = 0;
        }
        if (moves) item->setGeometry({{x, y}, size});
        x += size.width() + m_gap;
        high = std::max(high, size.height());
    }
    return y + high - room.y();
}

QSize FlowRow::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items)
        size = {size.width() + item->sizeHint().width() + m_gap,
                std::max(size.height(), item->sizeHint().height())};
    return size;
}

QSize FlowRow::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->sizeHint());
    return size;
}

void FlowRow::setGeometry(const QRect& room)
{
    QLayout::setGeometry(room);
    place(room, true);
}

} // namespace hg
