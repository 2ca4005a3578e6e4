#include "ui/painters/picture_cells.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double leastRamp = 24, mostRamp = 96, rampHeight = 9, legendGap = 6;

/// Pixels of the device to one of the painter.
double devicePixels(const QPainter& p)
{
    return std::sqrt(std::abs(p.deviceTransform().determinant()));
}

/// How far a cell reaches below its right and lower neighbours, which are drawn over it. On pixels edges are
/// rounded alike and need none; a viewer of vector files smooths each edge by itself and lets the ground
/// through.
double overlap(const QPainter& p, double cell)
{
    return p.paintEngine() && p.paintEngine()->type() == QPaintEngine::Raster ? 0 : std::min(0.5, 0.3 * cell);
}

} // namespace

void PictureCells::mosaic(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows,
                          int columns, const ColourOf& colourOf) const
{
    if (rows < 1 || columns < 1) return;
    if (grid.cell * devicePixels(p) < 1)
        paintImage(p, grid, firstRow, firstColumn, rows, columns, colourOf);
    else
        paintRuns(p, grid, firstRow, firstColumn, rows, columns, colourOf);
}

/// Neighbours of one colour in one rectangle.
void PictureCells::paintRuns(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows,
                             int columns, const ColourOf& colourOf) const
{
    const bool wasSmooth = p.testRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::Antialiasing, false); // edges on whole pixels, the same for both neighbours
    const double lap = overlap(p, grid.cell);
    const auto x = [&](int c) { return grid.box.left() + c * grid.cell; };
    const auto y = [&](int r) { return grid.box.top() + r * grid.cell; };
    const int endRow = firstRow + rows, endColumn = firstColumn + columns;
    const auto isShown = [&](int r, int c) {
        return r < endRow && c < endColumn && colourOf(r, c).isValid();
    };
    for (int r = firstRow; r < endRow; ++r)
        for (int c = firstColumn, next = c; c < endColumn; c = next) {
            const QColor colour = colourOf(r, c);
            for (next = c + 1; next < endColumn && colourOf(r, next) == colour;)
                ++next;
            if (!colour.isValid()) continue;
            const double right = lap > 0 && isShown(r, next) ? lap : 0,
                         below = lap > 0 && isShown(r + 1, c) && isShown(r + 1, next - 1) ? lap : 0;
            p.fillRect(QRectF(QPointF(x(c), y(r)), QPointF(x(next) + right, y(r + 1) + below)), colour);
        }
    p.setRenderHint(QPainter::Antialiasing, wasSmooth);
}

/// Several cells in a pixel: their average.
void PictureCells::paintImage(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows,
                              int columns, const ColourOf& colourOf) const
{
    QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            const QColor colour = colourOf(firstRow + r, firstColumn + c);
            image.setPixel(c, r, colour.isValid() ? colour.rgba() : 0);
        }
    const QRectF box = grid.span(firstRow, firstColumn, rows, columns);
    const QSize pixels = (box.size() * devicePixels(p)).toSize().expandedTo({1, 1});
    p.drawImage(box, image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

QString PictureCells::number(double value, double most) const
{
    // Two decimals tell small ranges apart no more.
    const int decimals = std::abs(most) >= 0.1 || most == 0
                             ? 2
                             : std::min(8, 1 - static_cast<int>(std::floor(std::log10(std::abs(most)))));
    return m_style.texts.number(value, decimals);
}

void PictureCells::legend(QPainter& p, const QRectF& box, const CellMap& map) const
{
    const double px = m_style.scale, gap = legendGap * px;
    const double most = std::max(std::abs(map.first), std::abs(map.last));
    const QString first = number(map.first, most), last = number(map.last, most);
    p.setFont(m_style.font(13));
    const QFontMetricsF metrics(p.font());
    const double before = metrics.horizontalAdvance(first), after = metrics.horizontalAdvance(last),
                 ramp = std::min(mostRamp * px, box.width() - before - after - 2 * gap);
    p.setPen(m_style.theme.muted);
    if (ramp < leastRamp * px) {
        const bool isEven = map.first == -map.last;
        p.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                   isEven ? QStringLiteral("±%1").arg(last) : QStringLiteral("%1…%2").arg(first, last));
        return;
    }
    p.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, first);
    const QRectF bar(box.left() + before + gap, box.center().y() - rampHeight * px / 2, ramp,
                     rampHeight * px);
    paintRamp(p, bar, map.ramp, map.first < 0 && map.last > 0);
    p.setPen(m_style.theme.muted);
    p.drawText(QRectF(bar.right() + gap, box.top(), after + gap, box.height()),
               Qt::AlignLeft | Qt::AlignVCenter, last);
}

/// `hasZero`: a tick stands at its middle.
void PictureCells::paintRamp(QPainter& p, const QRectF& box, const Ramp& ramp, bool hasZero) const
{
    constexpr int steps = 48;
    const GridLayout strip{box, 1, steps, box.width() / steps};
    const bool wasSmooth = p.testRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::Antialiasing, false);
    const double lap = overlap(p, strip.cell);
    for (int i = 0; i < steps; ++i)
        p.fillRect(QRectF(box.left() + i * strip.cell, box.top(), strip.cell + (i + 1 < steps ? lap : 0),
                          box.height()),
                   ramp.at((i + 0.5) / steps));
    p.setRenderHint(QPainter::Antialiasing, wasSmooth);
    p.setPen(QPen(m_style.theme.faint, m_style.scale));
    p.setBrush(Qt::NoBrush);
    p.drawRect(box);
    if (!hasZero) return;
    const double x = box.center().x();
    p.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 3 * m_style.scale));
}

void PictureCells::frame(QPainter& p, const QRectF& box, const QColor& colour, double pixels) const
{
    const double width = pixels * m_style.scale;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.drawRect(box.adjusted(-width / 2, -width / 2, width / 2, width / 2));
}

void PictureCells::outline(QPainter& p, const QRectF& box, const QColor& colour, double pixels) const
{
    const double px = m_style.scale;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.surface, (pixels + 1.6) * px, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.drawRect(box);
    p.setPen(QPen(colour, pixels * px, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p.drawRect(box);
}

} // namespace hg
