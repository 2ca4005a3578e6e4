#include "ui/labs/autoencoder/dial_table.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::size_t rows = 4;
constexpr int places = 1;
constexpr double wide = 9.95; // from which on there is no room for them

} // namespace

DialTable::DialTable(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DialTable::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void DialTable::setNames(const QStringList& names)
{
    m_names = names;
    update();
}

void DialTable::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    QStringList spoken;
    for (const Column& column : m_columns)
        spoken << textOf(column.before, false) + QStringLiteral(" → ") + textOf(column.after, false);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

/// No minus before a zero.
QString DialTable::numberOf(double z) const
{
    constexpr double least = 0.05;
    return withRealMinus(
        m_style.texts.locale().toString(std::abs(z) < least ? 0 : z, 'f', std::abs(z) < wide ? places : 0));
}

/// Two numbers apart, or one below the other where the column is narrow.
QString DialTable::textOf(const std::array<double, 2>& code, bool isFolded) const
{
    return numberOf(code[0]) + (isFolded ? QStringLiteral("\n") : QStringLiteral("; ")) + numberOf(code[1]);
}

void DialTable::paintEvent(QPaintEvent*)
{
    if (m_columns.empty() || m_names.size() < int(rows)) return;
    QPainter p(this);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    const Theme& theme = m_style.theme;
    const std::array colours{theme.muted, theme.role(Role::Output).text, theme.role(Role::Output).text,
                             theme.accentText};
    const double gap = m_style.px(5), line = m_style.px(16);
    p.setFont(m_style.font(13, QFont::DemiBold));
    const QFontMetricsF metrics(p.font());
    double head = 0;
    for (const QString& name : m_names)
        head = std::max(head, metrics.horizontalAdvance(name) + gap);
    head = std::min(head, 0.32 * width());
    const double room = (width() - head) / double(m_columns.size());
    const bool isFolded = metrics.horizontalAdvance(QStringLiteral("−8.8; −8.8")) > room - gap;
    const double numbers = (isFolded ? 2 : 1) * line + 2;
    const double side =
        std::max(8.0, std::min({room - gap, (height() - 2 * numbers - 3 * gap) / 2, m_style.px(140)}));
    const std::array heights{numbers, side, side, numbers};
    double top = std::max(0.0, (height() - 2 * numbers - 2 * side - 3 * gap) / 4);
    for (std::size_t row = 0; row < rows; ++row) {
        p.setPen(colours[row]);
        p.setFont(m_style.font(13, row == 0 ? QFont::Normal : QFont::DemiBold));
        p.drawText(QRectF(0, top - gap / 2, head, heights[row] + gap),
                   Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_names.at(int(row)));
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QRectF cell(head + double(i) * room, top, room, heights[row]);
            const Column& column = m_columns[i];
            if (row == 0 || row == 3)
                p.drawText(cell, Qt::AlignCenter, textOf(row == 0 ? column.before : column.after, isFolded));
            else
                p.drawImage(QRectF(cell.center().x() - side / 2, top, side, side),
                            row == 1 ? column.rebuiltBefore : column.rebuiltAfter);
        }
        top += heights[row] + gap;
    }
}

} // namespace hg
