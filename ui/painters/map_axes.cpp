#include "ui/painters/map_axes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

int ticksIn(double pixels, double each)
{
    return std::max(2, static_cast<int>(pixels / each));
}

} // namespace

QRectF MapAxes::boxIn(const QSizeF& size, const PaintStyle& style)
{
    const QRectF box(QPointF(style.px(44), style.px(6)),
                     QPointF(std::max(style.px(45), size.width() - style.px(10)),
                             std::max(style.px(7), size.height() - style.px(24))));
    return QRectF(box.topLeft().toPoint(), box.bottomRight().toPoint());
}

void MapAxes::paintGround(QPainter& p, const MapFrame& frame, const PaintStyle& style) const
{
    const QRectF& box = frame.box;
    p.save();
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setFont(style.font(13));
    const double line = style.px(18), wide = style.px(80);
    for (const double x :
         roundTicks(frame.range.left, frame.range.right, ticksIn(box.width(), style.px(58)))) {
        const double at = std::round(frame.toPixel(x, 0).x());
        p.setPen(QPen(style.theme.line, 1));
        p.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom()));
        p.setPen(style.theme.muted);
        p.drawText(QRectF(at - wide / 2, box.bottom() + style.px(4), wide, line), Qt::AlignCenter,
                   style.texts.glance(x, 4));
    }
    for (const double y :
         roundTicks(frame.range.bottom, frame.range.top, ticksIn(box.height(), style.px(34)))) {
        const double at = std::round(frame.toPixel(0, y).y());
        p.setPen(QPen(style.theme.line, 1));
        p.drawLine(QPointF(box.left(), at), QPointF(box.right(), at));
        p.setPen(style.theme.muted);
        p.drawText(QRectF(box.left() - wide - style.px(6), at - line / 2, wide, line),
                   Qt::AlignRight | Qt::AlignVCenter, style.texts.glance(y, 4));
    }
    p.setPen(QPen(colour, style.px(1.5)));
    p.drawLine(box.topLeft(), box.bottomLeft());
    p.drawLine(box.bottomLeft(), box.bottomRight());
    p.restore();
}

void MapAxes::paintNames(QPainter& p, const MapFrame& frame, const PaintStyle& style) const
{
    p.save();
    p.setFont(style.font(14, QFont::Bold));
    const QFontMetricsF metrics(p.font());
    const double pad = style.px(5), line = style.px(20);
    const auto write = [&](const QString& name, const QPointF& topLeft) {
        const QRectF room(topLeft, QSizeF(metrics.horizontalAdvance(name) + 2 * pad, line));
        QColor veil = style.theme.surface;
        veil.setAlphaF(0.82f); // points may lie below
        p.setPen(Qt::NoPen);
        p.setBrush(veil);
        p.drawRoundedRect(room, pad, pad);
        p.setPen(colour);
        p.drawText(room, Qt::AlignCenter, name);
    };
    write(names.up, frame.box.topLeft() + QPointF(pad / 2, pad / 2));
    write(names.across,
          frame.box.bottomRight() -
              QPointF(metrics.horizontalAdvance(names.across) + 2 * pad + pad / 2, line + pad / 2));
    p.restore();
}

std::vector<QPointF> placeDiscs(std::vector<QPointF> places, double radius, const QRectF& box)
{
    constexpr int rounds = 80;
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                QPointF apart = places[j] - places[i];
                double distance = std::hypot(apart.x(), apart.y());
                if (distance < 1e-6) {
                    apart = {1, 0};
                    distance = 1;
                }
                const double missing = 2 * radius + 1 - distance;
                if (missing <= 0) continue;
                const QPointF push = apart / distance * (missing / 2);
                places[i] -= push;
                places[j] += push;
            }
    const QRectF room = box.adjusted(radius, radius, -radius, -radius);
    if (room.width() > 0 && room.height() > 0)
        for (QPointF& place : places)
            place = {std::clamp(place.x(), room.left(), room.right()),
                     std::clamp(place.y(), room.top(), room.bottom())};
    return places;
}

void paintDisc(QPainter& p, const QPointF& centre, double radius, int label, const PaintStyle& style)
{
    const ClassColours& colours = style.theme.classes[classPlace(label)];
    p.setPen(QPen(style.theme.surface, style.px(2)));
    p.setBrush(colours.fill);
    p.drawEllipse(centre, radius, radius);
    p.setPen(colours.ink);
    p.setFont(style.font(13, QFont::Bold));
    p.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), Qt::AlignCenter,
               QString::number(label));
}

} // namespace hg
