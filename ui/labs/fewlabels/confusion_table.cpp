#include "ui/labs/fewlabels/confusion_table.h"

#include "ui/painters/paint_marks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

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
    m_names = names;
    m_counts = counts;
    const bool isBeyond = m_chosen && std::max(m_chosen->first, m_chosen->second) >= classes();
    if (isBeyond && !names.empty()) choose(std::nullopt); // of data with more classes
    update();
}

QRectF ConfusionTable::cellBox(const Cell& cell) const
{
    const double head = m_style.px(22), side = m_style.px(20), room = classes() + 0.0;
    const double left = side + head, top = side + head;
    const double wide = (width() - left) / room, high = (height() - top) / room;
    return QRectF(left + cell.second * wide, top + cell.first * high, wide, high);
}

int ConfusionTable::countOf(const Cell& cell) const
{
    const auto at = static_cast<std::size_t>(cell.first * classes() + cell.second);
    return at < m_counts.size() ? m_counts[at] : 0;
}

void ConfusionTable::choose(const std::optional<Cell>& cell)
{
    m_chosen = cell;
    update();
    Q_EMIT chosen(cell);
}

void ConfusionTable::paintHeads(QPainter& p) const
{
    const PaintMarks marks(m_style);
    const Theme& theme = m_style.theme;
    const double head = m_style.px(22), side = m_style.px(20);
    marks.text(p, QRectF(side + head, 0, width() - side - head, side), Qt::AlignCenter, tr("read as"),
               theme.muted, 12);
    p.save();
    p.translate(0, height());
    p.rotate(-90);
    marks.text(p, QRectF(0, 0, height() - side - head, side), Qt::AlignCenter, tr("what it is"), theme.muted,
               12);
    p.restore();
    for (int c = 0; c < classes(); ++c) {
        const QRectF box = cellBox({c, c});
        const QString name = QString::number(m_names[static_cast<std::size_t>(c)]);
        marks.text(p, QRectF(box.left(), side, box.width(), head), Qt::AlignCenter, name, theme.ink, 14,
                   QFont::DemiBold);
        marks.text(p, QRectF(side, box.top(), head, box.height()), Qt::AlignCenter, name, theme.ink, 14,
                   QFont::DemiBold);
    }
}

void ConfusionTable::paintCell(QPainter& p, const Cell& cell, int most) const
{
    const Theme& theme = m_style.theme;
    const QRectF box = cellBox(cell).adjusted(1, 1, -1, -1);
    const int count = countOf(cell);
    const bool isRight = cell.first == cell.second;
    const double share = most > 0 ? std::sqrt(double(count) / most) : 0; // small ones are seen too
    const QColor full = isRight ? theme.role(Role::Output).fill : theme.danger;
    constexpr double strongest = 0.72;
    const QColor ground = mixed(theme.surface, full, strongest * share);
    p.fillRect(box, ground);
    const QColor ink =
        contrast(theme.ink, ground) >= contrast(theme.surface, ground) ? theme.ink : theme.surface;
    const double size = std::clamp(0.4 * box.height() / m_style.scale, 9.0, 15.0);
    if (count > 0)
        PaintMarks(m_style).text(p, box, Qt::AlignCenter, m_style.texts.grouped(count), ink,
                                 std::min(size, box.width() / m_style.scale / 3.1),
                                 isRight ? QFont::DemiBold : QFont::Normal);
    if (m_chosen != cell) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.accentText, m_style.px(2.5)));
    p.drawRect(box);
}

void ConfusionTable::paintEvent(QPaintEvent*)
{
    if (m_names.empty()) return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintHeads(p);
    const int most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    for (int is = 0; is < classes(); ++is)
        for (int read = 0; read < classes(); ++read)
            paintCell(p, {is, read}, most);
    if (!hasFocus()) return;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.accentText, 2));
    p.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ConfusionTable::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    for (int is = 0; is < classes(); ++is)
        for (int read = 0; read < classes(); ++read)
            if (const Cell cell{is, read}; cellBox(cell).contains(event->position()))
                return choose(m_chosen == cell || is == read ? std::nullopt : std::optional(cell));
}

void ConfusionTable::keyPressEvent(QKeyEvent* event)
{
    if (m_names.empty()) return QWidget::keyPressEvent(event);
    Cell next = m_chosen.value_or(Cell{0, 0});
    const int last = classes() - 1;
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
        if (!m_chosen) return QWidget::keyPressEvent(event);
        return choose(std::nullopt);
    default:
        return QWidget::keyPressEvent(event);
    }
    choose(next);
}

} // namespace hg
