#include "ui/painters/map_arrows.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double handleRadius = 9, handleReach = 15, headLength = 9;

/// How far one may go from `at` by `step` before leaving low … high, as a share of the step.
double shareInside(double at, double step, double low, double high)
{
    if (step > 0) return (high - at) / step;
    return step < 0 ? (low - at) / step : 1;
}

QPointF unitOf(const QPointF& vector)
{
    const double length = std::hypot(vector.x(), vector.y());
    return length > 0 ? vector / length : QPointF(1, 0);
}

/// With a casing in the ground's colour, so that it is seen on top of a crowd.
void drawLine(QPainter& p, const QPointF& from, const QPointF& to, const QPen& pen, const PaintStyle& style)
{
    QColor casing = style.theme.surface;
    casing.setAlphaF(0.8f);
    p.setPen(QPen(casing, pen.widthF() + style.px(3), Qt::SolidLine, Qt::RoundCap));
    p.drawLine(from, to);
    p.setPen(pen);
    p.drawLine(from, to);
}

void drawHead(QPainter& p, const QPointF& tip, const QPointF& along, const QPen& pen, const PaintStyle& style)
{
    const QPointF across(-along.y(), along.x());
    const double length = style.px(headLength);
    QPen solid = pen;
    solid.setStyle(Qt::SolidLine);
    p.setPen(solid);
    for (const double side : {-0.5, 0.5})
        p.drawLine(tip, tip - length * (along + side * across));
}

/// Behind the tip, where it is inside the box.
void drawName(QPainter& p, const MapArrow& arrow, const QPointF& tip, const QPointF& along,
              const MapFrame& frame, const PaintStyle& style)
{
    p.setFont(style.font(arrow.hasHandle ? 16 : 14, QFont::Bold));
    const QFontMetricsF metrics(p.font());
    QRectF room(0, 0, metrics.horizontalAdvance(arrow.name) + style.px(6), metrics.height());
    room.moveCenter(tip + along * style.px(arrow.hasHandle ? 23 : 14));
    room.moveLeft(std::clamp(room.left(), frame.box.left(), frame.box.right() - room.width()));
    room.moveTop(std::clamp(room.top(), frame.box.top(), frame.box.bottom() - room.height()));
    QColor veil = style.theme.surface;
    veil.setAlphaF(0.82f);
    p.setPen(Qt::NoPen);
    p.setBrush(veil);
    p.drawRoundedRect(room, style.px(4), style.px(4));
    p.setPen(arrow.hasHandle ? style.theme.accentText : style.theme.muted);
    p.drawText(room, Qt::AlignCenter, arrow.name);
}

void drawArrow(QPainter& p, const MapArrow& arrow, const MapFrame& frame, const PaintStyle& style)
{
    const QPointF from = frame.toPixel(arrow.from.x(), arrow.from.y()), tip = tipOf(arrow, frame, style),
                  along = unitOf(frame.toPixel(arrow.to.x(), arrow.to.y()) - from);
    const QPen pen = arrow.hasHandle
                         ? QPen(style.theme.accentText, style.px(3.5), Qt::SolidLine, Qt::RoundCap)
                         : QPen(style.theme.muted, style.px(2), Qt::DashLine);
    drawLine(p, from, tip, pen, style);
    if (!arrow.hasHandle) drawHead(p, tip, along, pen, style);
    drawName(p, arrow, tip, along, frame, style);
    if (!arrow.hasHandle) return;
    p.setPen(QPen(style.theme.accentText, style.px(3.5)));
    p.setBrush(style.theme.surface);
    p.drawEllipse(tip, style.px(handleRadius), style.px(handleRadius));
}

} // namespace

QPointF tipOf(const MapArrow& arrow, const MapFrame& frame, const PaintStyle& style)
{
    const QPointF from = frame.toPixel(arrow.from.x(), arrow.from.y()),
                  step = frame.toPixel(arrow.to.x(), arrow.to.y()) - from;
    const double edge = style.px(handleRadius + 3);
    const QRectF room = frame.box.adjusted(edge, edge, -edge, -edge);
    if (!room.contains(from)) return from + step;
    const double share = std::min({1.0, shareInside(from.x(), step.x(), room.left(), room.right()),
                                   shareInside(from.y(), step.y(), room.top(), room.bottom())});
    return from + share * step;
}

int arrowAt(const std::vector<MapArrow>& arrows, const QPointF& pixel, const MapFrame& frame,
            const PaintStyle& style)
{
    for (auto i = static_cast<int>(arrows.size()) - 1; i >= 0; --i) {
        const MapArrow& arrow = arrows[static_cast<std::size_t>(i)];
        const QPointF apart = tipOf(arrow, frame, style) - pixel;
        if (arrow.hasHandle && std::hypot(apart.x(), apart.y()) <= style.px(handleReach)) return i;
    }
    return -1;
}

void paintArrows(QPainter& p, const std::vector<MapArrow>& arrows, const MapFrame& frame,
                 const PaintStyle& style)
{
    if (arrows.empty()) return;
    for (const bool areHandled : {false, true})
        for (const MapArrow& arrow : arrows)
            if (arrow.hasHandle == areHandled) drawArrow(p, arrow, frame, style);
    p.setPen(QPen(style.theme.surface, style.px(1.5)));
    p.setBrush(style.theme.ink);
    p.drawEllipse(frame.toPixel(arrows.front().from.x(), arrows.front().from.y()), style.px(5), style.px(5));
}

} // namespace hg
