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

/// Where there is little room the pictures before and after stand beside each other, of fewer digits.
DialTable::Layout DialTable::layout(const QFontMetricsF& metrics) const
{
    constexpr std::size_t pairs = 2;
    const double gap = m_style.px(5), line = m_style.px(16), least = m_style.px(28), most = m_style.px(140);
    Layout all{.columns = m_columns.size(), .gap = gap};
    for (const QString& name : m_names)
        all.head = std::max(all.head, metrics.horizontalAdvance(name) + gap);
    all.head = std::min(all.head, 0.34 * width());
    const auto fit = [&](Layout l) {
        l.room = (width() - l.head) / double(l.columns);
        l.isFolded = metrics.horizontalAdvance(QStringLiteral("−8.8; −8.8")) > l.room - gap;
        l.numbers = (l.isFolded ? 2 : 1) * line + 2;
        const double across = l.arePaired ? (l.room - 2 * gap) / 2 : l.room - gap;
        const double down =
            l.arePaired ? height() - 2 * l.numbers - 2 * gap : (height() - 2 * l.numbers - 3 * gap) / 2;
        l.side = std::max(8.0, std::min({across, down, most}));
        return l;
    };
    const Layout below = fit(all);
    if (below.side >= least) return below;
    all.arePaired = true;
    all.columns = std::min(pairs, all.columns);
    return fit(all);
}

void DialTable::paintEvent(QPaintEvent*)
{
    if (m_columns.empty() || m_names.size() < int(rows)) return;
    QPainter p(this);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.setFont(m_style.font(13, QFont::DemiBold));
    const Layout l = layout(QFontMetricsF(p.font()));
    const Theme& theme = m_style.theme;
    const QColor pictures = theme.role(Role::Output).text;
    const double whole = 2 * l.numbers + (l.arePaired ? l.side + 2 * l.gap : 2 * l.side + 3 * l.gap);
    double top = std::max(0.0, (height() - whole) / 4);
    paintNumbers(p, l, top, false, theme.muted);
    top += l.numbers + l.gap;
    if (l.arePaired)
        paintName(p, l, m_names.at(1) + QLatin1Char('\n') + m_names.at(2), top, l.side, pictures);
    else
        for (const int row : {0, 1})
            paintName(p, l, m_names.at(1 + row), top + row * (l.side + l.gap), l.side, pictures);
    for (std::size_t i = 0; i < l.columns; ++i) {
        const double middle = l.head + (double(i) + 0.5) * l.room;
        const QPointF before =
            l.arePaired ? QPointF(middle - l.side - l.gap / 2, top) : QPointF(middle - l.side / 2, top);
        const QPointF step = l.arePaired ? QPointF(l.side + l.gap, 0) : QPointF(0, l.side + l.gap);
        p.drawImage(QRectF(before, QSizeF(l.side, l.side)), m_columns[i].rebuiltBefore);
        p.drawImage(QRectF(before + step, QSizeF(l.side, l.side)), m_columns[i].rebuiltAfter);
    }
    top += (l.arePaired ? 1 : 2) * (l.side + l.gap);
    paintNumbers(p, l, top, true, theme.accentText);
}

void DialTable::paintName(QPainter& p, const Layout& l, const QString& name, double top, double high,
                          const QColor& colour) const
{
    p.setPen(colour);
    p.drawText(QRectF(0, top - l.gap / 2, l.head, high + l.gap),
               Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, name);
}

void DialTable::paintNumbers(QPainter& p, const Layout& l, double top, bool areAfter,
                             const QColor& colour) const
{
    p.setFont(m_style.font(13, areAfter ? QFont::DemiBold : QFont::Normal));
    paintName(p, l, m_names.at(areAfter ? 3 : 0), top, l.numbers, colour);
    for (std::size_t i = 0; i < l.columns; ++i)
        p.drawText(QRectF(l.head + double(i) * l.room, top, l.room, l.numbers), Qt::AlignCenter,
                   textOf(areAfter ? m_columns[i].after : m_columns[i].before, l.isFolded));
    p.setFont(m_style.font(13, QFont::DemiBold));
}

} // namespace hg
