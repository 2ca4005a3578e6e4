#include "ui/painters/paint_marks.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double smallestNumber = 9;

} // namespace

void PaintMarks::card(QPainter& p, const QRectF& box) const
{
    p.setPen(QPen(m_style.theme.line, m_style.scale));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(box, m_style.px(8), m_style.px(8));
}

void PaintMarks::title(QPainter& p, const QRectF& line, const QString& title, Role role,
                       const QString& note) const
{
    p.setFont(m_style.font(18, QFont::Bold));
    p.setPen(m_style.theme.role(role).text);
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title);
    const double used = QFontMetricsF(p.font()).horizontalAdvance(title) + m_style.px(14);
    const QRectF rest = line.adjusted(used, 0, 0, 0);
    const QString shown =
        QFontMetricsF(m_style.font(13)).elidedText(note, Qt::ElideRight, std::max(0.0, rest.width()));
    text(p, rest, Qt::AlignLeft | Qt::AlignVCenter, shown, m_style.theme.muted);
}

void PaintMarks::cell(QPainter& p, const QRectF& box, const QColor& ground, const QColor& border,
                      Qt::PenStyle line) const
{
    const double gap = std::min(m_style.px(1.5), box.width() * 0.06),
                 radius = std::min(m_style.px(3), box.width() * 0.12);
    p.setPen(QPen(border, m_style.scale, line));
    p.setBrush(ground);
    p.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), radius, radius);
}

void PaintMarks::hatch(QPainter& p, const QRectF& box, const QColor& colour, bool isSteep) const
{
    const double gap = std::min(m_style.px(1.5), box.width() * 0.06);
    const QRectF inner = box.adjusted(gap, gap, -gap, -gap);
    QRectF seen = inner; // a frame of an animation shows a few lines of a long band
    if (p.hasClipping()) seen &= p.clipRegion().intersected(inner.toAlignedRect()).boundingRect();
    if (seen.isEmpty()) return;
    const double beyond = m_style.px(2); // so that a line's corners lie outside
    p.save();
    p.setClipRect(inner, Qt::IntersectClip);
    p.setPen(QPen(colour, m_style.scale));
    for (double x = inner.left() - inner.height(); x < inner.right(); x += m_style.px(7)) {
        const double above = isSteep ? seen.top() - inner.top() : inner.bottom() - seen.bottom(),
                     below = isSteep ? seen.bottom() - inner.top() : inner.bottom() - seen.top(),
                     from = std::max({0.0, seen.left() - x - beyond, above - beyond}),
                     to = std::min({inner.height(), seen.right() - x + beyond, below + beyond});
        if (from >= to) continue;
        isSteep ? p.drawLine(QPointF(x + from, inner.top() + from), QPointF(x + to, inner.top() + to))
                : p.drawLine(QPointF(x + from, inner.bottom() - from), QPointF(x + to, inner.bottom() - to));
    }
    p.restore();
}

void PaintMarks::outline(QPainter& p, const QRectF& box, const QColor& colour, double pixels,
                         Qt::PenStyle line) const
{
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, m_style.px(pixels), line, Qt::SquareCap, Qt::RoundJoin));
    p.drawRoundedRect(box, m_style.px(4), m_style.px(4));
}

void PaintMarks::question(QPainter& p, const QRectF& box) const
{
    const RoleColours& output = m_style.theme.role(Role::Output);
    cell(p, box, m_style.theme.surface, output.fill, Qt::DashLine);
    text(p, box, Qt::AlignCenter, QStringLiteral("?"), output.text, 0.5 * box.height() / m_style.scale,
         QFont::Bold);
}

void PaintMarks::number(QPainter& p, const QRectF& box, double value, const QColor& ink,
                        QFont::Weight weight) const
{
    const QString shown = m_style.texts.number(value);
    double pixels =
        std::clamp(std::min(box.width() * 0.42, box.height() * 0.56) / m_style.scale, smallestNumber, 26.0);
    const double wide = widthOf(shown, pixels, weight);
    if (wide > box.width() * 0.9) pixels *= box.width() * 0.9 / wide;
    if (pixels < smallestNumber - 0.5) return;
    text(p, box, Qt::AlignCenter, shown, ink, pixels, weight);
}

void PaintMarks::text(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
                      double pixels, QFont::Weight weight) const
{
    p.setFont(m_style.font(pixels, weight));
    p.setPen(colour);
    p.drawText(box, flags | Qt::TextDontClip, text);
}

void PaintMarks::fittedText(QPainter& p, const QRectF& box, int flags, const QString& text,
                            const QColor& colour, double pixels, QFont::Weight weight) const
{
    constexpr double smallest = 10;
    const double wide = QFontMetricsF(m_style.font(pixels, weight)).horizontalAdvance(text);
    if (wide > box.width()) // fonts come in whole pixels
        pixels = std::max(smallest, std::floor(m_style.px(pixels) * box.width() / wide) / m_style.scale);
    p.setFont(m_style.font(pixels, weight));
    p.setPen(colour);
    const QString said = QFontMetricsF(p.font()).elidedText(text, Qt::ElideRight, box.width() + 1);
    p.drawText(box, flags, said);
}

double PaintMarks::runs(QPainter& p, QPointF baseline, const std::vector<TextRun>& runs, double pixels) const
{
    for (const TextRun& run : runs) {
        p.setFont(m_style.font(pixels, run.weight));
        p.setPen(run.colour);
        p.drawText(baseline, run.text);
        const double wide = QFontMetricsF(p.font()).horizontalAdvance(run.text);
        if (run.isPending) pendingFrame(p, baseline, wide, pixels);
        baseline.rx() += wide;
    }
    return baseline.x();
}

void PaintMarks::pendingFrame(QPainter& p, QPointF baseline, double width, double pixels) const
{
    const double em = m_style.px(pixels), beside = 0.14 * em;
    const QRectF box(baseline.x() - beside, baseline.y() - 0.94 * em, width + 2 * beside, 1.2 * em);
    QPen pen(m_style.theme.faint, m_style.scale);
    pen.setDashPattern({3, 2.5});
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawRoundedRect(box, 0.14 * em, 0.14 * em);
}

double PaintMarks::widthOf(const std::vector<TextRun>& runs, double pixels) const
{
    double width = 0;
    for (const TextRun& run : runs)
        width += widthOf(run.text, pixels, run.weight);
    return width;
}

double PaintMarks::widthOf(const QString& text, double pixels, QFont::Weight weight) const
{
    return QFontMetricsF(m_style.font(pixels, weight)).horizontalAdvance(text);
}

} // namespace hg
