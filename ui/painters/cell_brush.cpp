#include "ui/painters/cell_brush.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double smallestNumber = 11, largestNumber = 26;
constexpr double simplestCell = 12; // smaller ones are plain dots of colour

} // namespace

GridLayout fittedGrid(const QRectF& box, int rows, int columns)
{
    const double cell = std::max(0.01, std::min(box.width() / columns, box.height() / rows));
    const QSizeF size(cell * columns, cell * rows);
    return {QRectF(QPointF(box.center().x() - size.width() / 2, box.top()), size), rows, columns, cell};
}

double shadeScaleOf(std::span<const double> numbers)
{
    double most = 0;
    for (const double v : numbers)
        most = std::max(most, std::abs(v));
    return most > 0 ? most : 1;
}

bool CellBrush::hasNumbers(double cell) const
{
    return cell >= 1.6 * smallestNumber * 1.2 * m_style.scale;
}

bool CellBrush::hasChips(double cell) const
{
    return cell >= 2.4 * smallestNumber * 1.3 * m_style.scale;
}

void CellBrush::cell(QPainter& p, const QRectF& cell, const QColor& ground, const QColor& border,
                     Qt::PenStyle style) const
{
    if (cell.width() < simplestCell * m_style.scale) {
        if (style == Qt::SolidLine) p.fillRect(cell, ground);
        return;
    }
    m_marks.cell(p, cell, ground, border, style);
}

void CellBrush::value(QPainter& p, const QRectF& cell, double value, const QColor& ink,
                      QFont::Weight weight) const
{
    if (hasNumbers(cell.width())) words(p, cell, number(value), ink, weight);
}

void CellBrush::words(QPainter& p, const QRectF& cell, const QString& text, const QColor& ink,
                      QFont::Weight weight) const
{
    double pixels = std::clamp(cell.width() / m_style.scale * 0.38, smallestNumber, largestNumber);
    const double wide = QFontMetricsF(m_style.font(pixels, weight)).horizontalAdvance(text);
    if (wide > cell.width() * 0.88) pixels = std::max(8.0, pixels * cell.width() * 0.88 / wide);
    p.setFont(m_style.font(pixels, weight));
    p.setPen(ink);
    p.drawText(cell, Qt::AlignCenter, text);
}

void CellBrush::factor(QPainter& p, const QRectF& cell, double value, double weight, const QColor& ink,
                       bool isFormed) const
{
    const double size = cell.width();
    double pixels = std::clamp(size / m_style.scale * 0.34, smallestNumber, 22.0);
    const double wide = QFontMetricsF(m_style.font(pixels, QFont::Bold)).horizontalAdvance(number(value));
    if (wide > size * 0.8) pixels = std::max(8.0, pixels * size * 0.8 / wide);
    p.setFont(m_style.font(pixels, QFont::Bold));
    p.setPen(ink);
    p.drawText(QRectF(cell.left() + size * 0.14, cell.top() + size * 0.04, size * 0.8, size * 0.5),
               Qt::AlignLeft | Qt::AlignVCenter, number(value));
    chip(p, cell, QStringLiteral("×%1").arg(number(weight)), termState(isFormed, weight));
}

void CellBrush::chip(QPainter& p, const QRectF& cell, const QString& text, TermState state) const
{
    const Theme& theme = m_style.theme;
    const double px = m_style.scale, size = cell.width();
    const QFont font = m_style.font(std::clamp(size / px * 0.25, smallestNumber, 16.0), QFont::Bold);
    const double wide = std::max(QFontMetricsF(font).horizontalAdvance(text) + 6 * px, size * 0.42),
                 high = size * 0.38;
    const QRectF box(cell.right() - wide - size * 0.07, cell.bottom() - high - size * 0.07, wide, high);
    const bool counts = state == TermState::Counts, isPending = state == TermState::Pending;
    p.setPen(QPen(counts      ? theme.role(Role::Filter).fill
                  : isPending ? theme.faint
                              : theme.line,
                  px, isPending ? Qt::DashLine : Qt::SolidLine));
    p.setBrush(counts ? mixed(theme.surface, theme.role(Role::Filter).fill, 0.25) : theme.surface);
    p.drawRoundedRect(box, 3 * px, 3 * px);
    p.setFont(font);
    p.setPen(counts ? theme.ink : isPending ? theme.faint : theme.muted);
    p.drawText(box, Qt::AlignCenter, text);
}

void CellBrush::bracket(QPainter& p, QPointF from, QPointF to, const QString& text, bool isBelow) const
{
    const double px = m_style.scale, foot = 4 * px;
    const QPointF out = isBelow ? QPointF(0, foot) : QPointF(-foot, 0);
    p.setPen(QPen(m_style.theme.muted, px));
    p.drawPolyline(QPolygonF{from, from + out, to + out, to});
    p.setFont(m_style.font(13, QFont::DemiBold));
    const QPointF middle = (from + to) / 2 + out;
    const QRectF box = isBelow ? QRectF(middle.x() - 40 * px, middle.y() + px, 80 * px, 17 * px)
                               : QRectF(middle.x() - 42 * px, middle.y() - 9 * px, 40 * px, 18 * px);
    p.drawText(box, isBelow ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignRight | Qt::AlignVCenter, text);
}

} // namespace hg
