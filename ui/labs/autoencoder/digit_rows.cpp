#include "ui/labs/autoencoder/digit_rows.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr double besideWidth = 96; // of the names, where they stand beside their rows
constexpr double leastBeside = 36; // the smallest picture that leaves them there

} // namespace

DigitRows::DigitRows(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void DigitRows::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void DigitRows::setRows(std::vector<PictureRow> rows)
{
    m_rows = std::move(rows);
    update();
}

void DigitRows::setChosen(int column)
{
    if (m_chosen == column) return;
    m_chosen = column;
    update();
}

int DigitRows::columns() const
{
    return m_rows.empty() ? 0 : static_cast<int>(m_rows.front().pictures.size());
}

DigitRows::Grid DigitRows::grid() const
{
    const auto count = std::max(1, columns()), rows = std::max(1, static_cast<int>(m_rows.size()));
    const double gap = m_style.px(3), line = m_style.px(18);
    const auto sideFor = [&](double left, double nameHeight) {
        return std::min((width() - left - gap * (count - 1)) / count,
                        (height() - rows * nameHeight - gap * (rows - 1)) / rows);
    };
    const double beside = m_style.px(besideWidth);
    Grid grid{
        .left = beside, .side = sideFor(beside, 0), .gap = gap, .nameHeight = 0, .areNamesBeside = true};
    if (grid.side < m_style.px(leastBeside))
        grid = {.left = 0, .side = sideFor(0, line), .gap = gap, .nameHeight = line, .areNamesBeside = false};
    grid.side = std::max(8.0, grid.side);
    grid.rowHeight = height() / static_cast<double>(rows);
    return grid;
}

QRectF DigitRows::cell(const Grid& g, int row, int column) const
{
    const double top = row * g.rowHeight + g.nameHeight + (g.rowHeight - g.nameHeight - g.side) / 2;
    return {g.left + column * (g.side + g.gap), std::max(row * g.rowHeight + g.nameHeight, top), g.side,
            g.side};
}

void DigitRows::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Grid g = grid();
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const PictureRow& row = m_rows[r];
        const int at = static_cast<int>(r);
        const QRectF first = cell(g, at, 0);
        const QString error = row.error ? m_style.texts.glance(*row.error, 3) : QString();
        p.setPen(row.colour);
        p.setFont(m_style.font(13, QFont::DemiBold));
        if (g.areNamesBeside) {
            const double line = m_style.px(18), middle = first.center().y();
            p.drawText(QRectF(0, middle - (error.isEmpty() ? line / 2 : line), g.left, line),
                       Qt::AlignLeft | Qt::AlignVCenter, row.name);
            p.drawText(QRectF(0, middle, g.left, line), Qt::AlignLeft | Qt::AlignVCenter, error);
        } else {
            const QRectF line(0, first.top() - g.nameHeight, width(), g.nameHeight);
            p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                       error.isEmpty() ? row.name : QStringLiteral("%1  %2").arg(row.name, error));
        }
        for (int c = 0; c < static_cast<int>(row.pictures.size()); ++c)
            p.drawImage(cell(g, at, c), row.pictures[static_cast<std::size_t>(c)]);
    }
    if (m_chosen < 0 || m_chosen >= columns()) return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(hasFocus() ? m_style.theme.ink : m_style.theme.role(Role::Input).fill, m_style.px(2.5)));
    for (int r = 0; r < static_cast<int>(m_rows.size()); ++r)
        p.drawRect(cell(g, r, m_chosen));
}

void DigitRows::mousePressEvent(QMouseEvent* event)
{
    const Grid g = grid();
    for (int r = 0; r < static_cast<int>(m_rows.size()); ++r)
        for (int c = 0; c < columns(); ++c)
            if (cell(g, r, c).contains(event->position())) Q_EMIT picked(c);
}

void DigitRows::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || columns() == 0) return QWidget::keyPressEvent(event);
    Q_EMIT picked(std::clamp(m_chosen + step, 0, columns() - 1));
}

} // namespace hg
