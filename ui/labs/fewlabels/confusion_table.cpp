#include "ui/labs/fewlabels/confusion_table.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {

ConfusionTable::ConfusionTable(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setProperty("takesArrows", true);
    setCursor(Qt::PointingHandCursor);
}

void ConfusionTable::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void ConfusionTable::show(const std::vector<int>& names, const std::vector<int>& counts)
{
    m_table.names = names;
    m_table.counts = counts;
    const auto& cell = m_table.chosen;
    const bool isBeyond = cell && std::max(cell->first, cell->second) >= m_table.classes();
    if (isBeyond && !names.empty()) choose(std::nullopt); // of data with more classes
    update();
}

void ConfusionTable::choose(const std::optional<Cell>& cell)
{
    m_table.chosen = cell;
    update();
    Q_EMIT chosen(cell);
}

void ConfusionTable::paintEvent(QPaintEvent*)
{
    if (m_table.names.empty()) return;
    QPainter p(this);
    m_table.paint(p, size(), m_style);
    if (!hasFocus()) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.accentText, 2));
    p.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ConfusionTable::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    for (int is = 0; is < m_table.classes(); ++is)
        for (int read = 0; read < m_table.classes(); ++read)
            if (const Cell cell{is, read}; cellBox(cell).contains(event->position()))
                return choose(m_table.chosen == cell || is == read ? std::nullopt : std::optional(cell));
}

void ConfusionTable::keyPressEvent(QKeyEvent* event)
{
    if (m_table.names.empty()) return QWidget::keyPressEvent(event);
    Cell next = m_table.chosen.value_or(Cell{0, 0});
    const int last = m_table.classes() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        next.second = std::max(0, next.second - 1);
        break;
    case Qt::Key_Right:
        next.second = std::min(last, next.second + 1);
        break;
    case Qt::Key_Up:
        next.first = std::max(0, next.first - 1);
        break;
    case Qt::Key_Down:
        next.first = std::min(last, next.first + 1);
        break;
    case Qt::Key_Escape:
        if (!m_table.chosen) return QWidget::keyPressEvent(event);
        return choose(std::nullopt);
    default:
        return QWidget::keyPressEvent(event);
    }
    choose(next);
}

} // namespace hg
