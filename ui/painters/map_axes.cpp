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

} // namespace hg
