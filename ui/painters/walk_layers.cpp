#include "ui/painters/walk_layers.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

/// Light letters and lines stay legible on whatever lies below.
void paintOutlined(QPainter& p, const QPointF& centre, const QString& text, const PaintStyle& style)
{
    QPainterPath path;
    const QFontMetricsF metrics(p.font());
    path.addText(centre + QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), p.font(),
                 text);
    p.strokePath(path, QPen(style.theme.surface, style.px(4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.fillPath(path, style.theme.ink);
}

} // namespace

CellGrid cellsOf(const MapFrame& frame, double side)
{
    const auto count = [side](double length) {
        constexpr long most = 200;
        return static_cast<int>(std::clamp(std::lround(length / side), 1L, most));
    };
    const MapRange& range = frame.range;
    return {range.left,
            range.right,
            range.bottom,
            range.top,
            count(frame.box.width()),
            count(frame.box.height())};
}

QImage inked(const QImage& alpha, QRgb colour, double opacity)
{
    QImage picture(alpha.size(), QImage::Format_ARGB32_Premultiplied);
    std::array<QRgb, 256> ink{};
    for (std::size_t i = 0; i < ink.size(); ++i) {
        const int strength = static_cast<int>(std::lround(static_cast<double>(i) * opacity));
        ink[i] = qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), strength));
    }
    for (int y = 0; y < alpha.height(); ++y) {
        const uchar* from = alpha.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < alpha.width(); ++x)
            to[x] = ink[from[x]];
    }
    return picture;
}

QImage densityOf(const CellGrid& cells, const std::vector<int>& counts, const QColor& colour)
{
    QImage alpha(cells.columns, cells.rows, QImage::Format_Alpha8);
    const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const int count = counts[static_cast<std::size_t>(row * cells.columns + column)];
            alpha.scanLine(row)[column] =
                static_cast<uchar>(std::lround(255 * std::log1p(count) / std::log1p(most)));
        }
    constexpr double opacity = 0.75;
    return inked(alpha, colour.rgb(), opacity);
}

void paintStretch(QPainter& p, const MapFrame& frame, const CellGrid& cells, const QImage& picture,
                  bool isSmooth)
{
    const QRectF where = frame.pixelsOf({cells.left, cells.right, cells.bottom, cells.top});
    p.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
    p.drawImage(where, picture, QRectF(picture.rect()));
}

void paintHoles(QPainter& p, const MapFrame& frame, const CellGrid& cells, const std::vector<int>& counts,
                const PaintStyle& style)
{
    const QRectF where = frame.pixelsOf({cells.left, cells.right, cells.bottom, cells.top});
    const double wide = where.width() / cells.columns, high = where.height() / cells.rows;
    // Lines run through from hole to hole: they are cut out of one sheet of them, a run of cells at a time.
    QPainterPath holes;
    for (int row = 0; row < cells.rows; ++row)
        for (int column = 0; column < cells.columns; ++column) {
            const int first = column;
            while (column < cells.columns &&
                   counts[static_cast<std::size_t>(row * cells.columns + column)] == 0)
                ++column;
            if (column > first)
                holes.addRect(where.left() + first * wide, where.top() + row * high, (column - first) * wide,
                              high);
        }
    p.save();
    p.setClipPath(holes, Qt::IntersectClip);
    QColor wash = style.theme.surface;
    wash.setAlphaF(0.35f);
    p.fillRect(where, wash);
    p.setPen(QPen(mixed(style.theme.surface, style.theme.muted, 0.75), style.px(1.2)));
    const double step = style.px(8);
    for (double x = where.left() - where.height(); x < where.right(); x += step)
        p.drawLine(QPointF(x, where.bottom()), QPointF(x + where.height(), where.top()));
    p.restore();
}

void paintRing(QPainter& p, const QPointF& centre, double radius, const QString& letter,
               const PaintStyle& style)
{
    p.setPen(QPen(style.theme.ink, style.px(2)));
    p.setBrush(style.theme.surface);
    p.drawEllipse(centre, radius, radius);
    p.setFont(style.font(13, QFont::Bold));
    p.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
               letter);
}

void paintPath(QPainter& p, const MapFrame& frame, const PathMarks& path, const PaintStyle& style)
{
    if (path.dots.empty()) return;
    const auto pixel = [&](const QPointF& place) { return frame.toPixel(place.x(), place.y()); };
    p.setClipRect(frame.box.adjusted(-style.px(14), -style.px(14), style.px(14), style.px(14)));
    QPolygonF line;
    for (const QPointF& corner : path.line)
        line << pixel(corner);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(style.theme.surface, style.px(5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(line);
    p.setPen(QPen(style.theme.ink, style.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(line);
    const double r = style.px(4.5);
    for (std::size_t i = 1; i + 1 < path.dots.size(); ++i) {
        const bool isOpen = i < path.areOpen.size() && path.areOpen[i];
        p.setBrush(isOpen ? style.theme.surface : style.theme.ink);
        p.drawEllipse(pixel(path.dots[i]), r, r);
    }
    const double ring = style.px(11);
    paintRing(p, pixel(path.dots.front()), ring, QStringLiteral("A"), style);
    paintRing(p, pixel(path.dots.back()), ring, QStringLiteral("B"), style);
    if (!path.head) return;
    p.setPen(QPen(style.theme.accent, style.px(3)));
    p.setBrush(style.theme.ink);
    p.drawEllipse(pixel(*path.head), style.px(7), style.px(7));
}

void paintDiamond(QPainter& p, const MapFrame& frame, const QPointF& place, const QString& name,
                  const PaintStyle& style)
{
    const QPointF at = frame.toPixel(place.x(), place.y());
    if (!frame.box.contains(at)) return;
    const double r = style.px(9);
    const QPolygonF diamond{
        {at + QPointF(-r, 0), at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r)}};
    p.setPen(QPen(style.theme.surface, style.px(2)));
    p.setBrush(style.theme.ink);
    p.drawPolygon(diamond);
    p.setFont(style.font(14, QFont::Bold));
    const double half = QFontMetricsF(p.font()).horizontalAdvance(name) / 2 + 2 * r;
    const bool isLeft = at.x() - 2 * half > frame.box.left();
    paintOutlined(p, at + QPointF(isLeft ? -half : half, 0), name, style);
}

} // namespace hg
