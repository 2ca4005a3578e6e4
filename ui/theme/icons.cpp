#include "ui/theme/icons.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace hg {
namespace {

// All paths live in a box of 20 by 20.

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath rightTriangle(double x, double width)
{
    return polygon({{x, 4}, {x + width, 10}, {x, 16}});
}

QPainterPath leftTriangle(double x, double width)
{
    return polygon({{x + width, 4}, {x, 10}, {x + width, 16}});
}

QPainterPath bar(double x, double width)
{
    QPainterPath path;
    path.addRect(x, 4, width, 12);
    return path;
}

QPainterPath solid(Glyph glyph)
{
    switch (glyph) {
    case Glyph::First:
        return bar(3, 2) | leftTriangle(5, 6) | leftTriangle(11, 6);
    case Glyph::Back:
        return leftTriangle(4, 8) | bar(13, 2.5);
    case Glyph::Play:
        return rightTriangle(6, 10);
    case Glyph::Pause:
        return bar(5, 3.5) | bar(11.5, 3.5);
    case Glyph::Forward:
        return bar(4.5, 2.5) | rightTriangle(8, 8);
    case Glyph::Last:
        return rightTriangle(3, 6) | rightTriangle(9, 6) | bar(15, 2);
    case Glyph::Up:
        return polygon({{5, 13}, {10, 7}, {15, 13}});
    case Glyph::Down:
        return polygon({{5, 7}, {10, 13}, {15, 7}});
    case Glyph::Pencil:
        return polygon({{3, 17}, {4.2, 12.4}, {7.6, 15.8}}) |
               polygon({{5, 11.6}, {13, 3.6}, {16.4, 7}, {8.4, 15}});
    case Glyph::Moon: {
        QPainterPath disc, bite;
        disc.addEllipse(QPointF(10, 10), 7, 7);
        bite.addEllipse(QPointF(13, 7.5), 6, 6);
        return disc - bite;
    }
    default:
        return {};
    }
}

void strokeArrow(QPainter& p, bool isRedo)
{
    p.save();
    if (isRedo) {
        p.translate(20, 0);
        p.scale(-1, 1);
    }
    QPainterPath path(QPointF(7, 4));
    path.lineTo(3.5, 7.5);
    path.lineTo(7, 11);
    path.moveTo(3.5, 7.5);
    path.lineTo(12, 7.5);
    path.arcTo(QRectF(8, 7.5, 8.5, 8.5), 90, -180);
    path.lineTo(7, 16);
    p.drawPath(path);
    p.restore();
}

void strokeOutline(QPainter& p, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Undo:
        strokeArrow(p, false);
        return;
    case Glyph::Redo:
        strokeArrow(p, true);
        return;
    case Glyph::Grid:
        p.drawRect(QRectF(3, 3, 14, 14));
        for (const double at : {7.7, 12.3}) {
            p.drawLine(QPointF(at, 3), QPointF(at, 17));
            p.drawLine(QPointF(3, at), QPointF(17, at));
        }
        return;
    case Glyph::Wave: {
        QPainterPath wave(QPointF(2, 10));
        wave.cubicTo(5, -2, 7.5, 4, 10, 10);
        wave.cubicTo(12.5, 16, 15, 22, 18, 10);
        p.drawPath(wave);
        return;
    }
    case Glyph::Noise: {
        constexpr std::array heights{2.0, 5.5, 3.0, 7.5, 4.0, 6.0, 2.0};
        for (std::size_t i = 0; i < heights.size(); ++i) {
            const double x = 2.5 + 2.5 * static_cast<double>(i);
            p.drawLine(QPointF(x, 10 - heights[i]), QPointF(x, 10 + heights[i]));
        }
        return;
    }
    case Glyph::Labels: // four samples, two of them with a label
        p.drawRect(QRectF(3, 3, 5.5, 5.5));
        p.drawRect(QRectF(11.5, 11.5, 5.5, 5.5));
        p.drawPolyline(QPolygonF({{11.5, 6}, {13.5, 8}, {17, 3.5}}));
        p.drawPolyline(QPolygonF({{3, 14.5}, {5, 16.5}, {8.5, 12}}));
        return;
    case Glyph::Hourglass:
        p.drawLine(QPointF(4, 2.5), QPointF(16, 2.5));
        p.drawLine(QPointF(4, 17.5), QPointF(16, 17.5));
        p.drawPolygon(QPolygonF({{5, 2.5}, {15, 2.5}, {5, 17.5}, {15, 17.5}}));
        return;
    case Glyph::Home:
        p.drawPolyline(QPolygonF({{3, 10}, {10, 3.5}, {17, 10}, {15, 8.5}, {15, 16.5}, {5, 16.5}, {5, 8.5}}));
        return;
    case Glyph::Sun:
        p.drawEllipse(QPointF(10, 10), 3.5, 3.5);
        for (int i = 0; i < 8; ++i) {
            p.save();
            p.translate(10, 10);
            p.rotate(45 * i);
            p.drawLine(QPointF(6, 0), QPointF(8, 0));
            p.restore();
        }
        return;
    default:
        return;
    }
}

} // namespace

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 20, box.height() / 20);
    const QPainterPath path = solid(glyph);
    if (!path.isEmpty())
        painter.fillPath(path, colour);
    else {
        painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        strokeOutline(painter, glyph);
    }
    painter.restore();
}

namespace {

/// At both pixel ratios, painted by `paint` into a box of that side.
template <class Paint>
QIcon paintedIcon(int pixels, const Paint& paint)
{
    QIcon icon;
    for (const double ratio : {1.0, 2.0}) {
        QPixmap pixmap(QSize(pixels, pixels) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(painter, QRectF(0, 0, pixels, pixels));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

QIcon glyphIcon(Glyph glyph, const QColor& colour, int pixels)
{
    return paintedIcon(pixels, [&](QPainter& p, const QRectF& box) { paintGlyph(p, glyph, box, colour); });
}

QIcon markedIcon(Glyph glyph, const Theme& theme, int pixels)
{
    return paintedIcon(pixels, [&](QPainter& p, const QRectF& box) {
        paintGlyph(p, glyph, box, theme.ink);
        const double radius = pixels * 0.19;
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(theme.surface, pixels * 0.06));
        p.setBrush(theme.record);
        p.drawEllipse(box.topRight() + QPointF(-radius, radius), radius, radius);
    });
}

void paintLogo(QPainter& painter, const QRectF& box, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 20, box.height() / 20);
    painter.fillPath(polygon({{1, 1}, {19, 1}, {10, 11}}), theme.role(Role::Input).fill);
    painter.fillPath(polygon({{1, 19}, {19, 19}, {10, 9}}), theme.role(Role::Output).fill);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(theme.role(Role::Code).fill);
    painter.drawEllipse(QPointF(10, 10), 3, 3);
    painter.restore();
}

} // namespace hg
