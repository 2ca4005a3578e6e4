// The axes of a spectrogram.

#include "ui/painters/grid_painter.h"
#include "ui/painters/line_layout.h"

#include <algorithm>

namespace hg {

bool GridPainter::hasAxes() const
{
    const ConvScene& s = m_figure.scene;
    return s.secondsPerColumn > 0 && s.hzPerRow > 0 && s.channels() == 1;
}

double GridPainter::axisHeight() const
{
    return hasAxes() ? 22 * m_style.scale : 0;
}

double GridPainter::axisWidth() const
{
    return hasAxes() ? 64 * m_style.scale : 0;
}

/// Of the input, and of the output where there is one: of several, each would be too small.
void GridPainter::paintAxes(QPainter& p) const
{
    const SpectrogramScales in = inputScales(m_figure);
    paintHz(p, m_layout.inputs.front(), in.hz, true);
    paintSeconds(p, m_layout.inputs.front(), in.seconds);
    if (!isPlain() || m_figure.scene.isTransposed || m_look.hidesSize) return;
    const SpectrogramScales out = outputScales(m_figure, m_layout.hasGhost);
    paintHz(p, m_layout.outputs.front(), out.hz, false);
    paintSeconds(p, m_layout.outputs.front(), out.seconds);
}

void GridPainter::paintSeconds(QPainter& p, const GridLayout& grid, const GridScale& scale) const
{
    const ConvScene& s = m_figure.scene;
    const double px = m_style.scale, least = std::max(0.0, scale.at(0)),
                 most = std::min(s.secondsPerColumn * s.input.shape.width, scale.at(grid.columns));
    p.setFont(m_style.font(13));
    p.setPen(QPen(m_style.theme.muted, px));
    for (const double value : LineScale{least, most}.ticks()) {
        const double x = grid.box.left() + scale.cellOf(value) * grid.cell;
        p.drawLine(QPointF(x, grid.box.bottom() + 1), QPointF(x, grid.box.bottom() + 5 * px));
        p.drawText(QRectF(x - 30 * px, grid.box.bottom() + 5 * px, 60 * px, 17 * px), Qt::AlignCenter,
                   m_style.texts.say("ConvPicture", "%1 s").arg(m_brush.number(value)));
    }
}

void GridPainter::paintHz(QPainter& p, const GridLayout& grid, const GridScale& scale, bool isLeft) const
{
    const double px = m_style.scale, least = std::max(0.0, scale.at(grid.rows)),
                 edge = isLeft ? grid.box.left() : grid.box.right(), out = isLeft ? -1 : 1;
    p.setFont(m_style.font(13));
    p.setPen(QPen(m_style.theme.muted, px));
    const ConvScene& s = m_figure.scene;
    const double most = std::min(s.hzPerRow * s.input.shape.height, scale.at(0)), spacing = 20 * px;
    double last = grid.box.bottom() + 2 * spacing;
    for (const double value : LineScale{least, most}.ticks()) {
        const double y = grid.box.top() + scale.cellOf(value) * grid.cell;
        if (last - y < spacing) continue;
        last = y;
        p.drawLine(QPointF(edge + out, y), QPointF(edge + out * 5 * px, y));
        const double left = isLeft ? edge - 63 * px : edge + 7 * px;
        p.drawText(QRectF(left, y - 9 * px, 56 * px, 18 * px),
                   (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                   m_style.texts.say("ConvPicture", "%1 Hz").arg(m_brush.number(value)));
    }
}

QList<QLineF> GridPainter::playhead(double second) const
{
    QList<QLineF> lines;
    if (!hasAxes()) return lines;
    const auto add = [&](const GridLayout& grid, const GridScale& seconds) {
        const double column = seconds.cellOf(second), x = grid.box.left() + column * grid.cell;
        if (column < 0 || column > grid.columns) return;
        lines << QLineF(x, grid.box.top() - 4 * m_style.scale, x, grid.box.bottom() + 5 * m_style.scale);
    };
    add(m_layout.inputs.front(), inputScales(m_figure).seconds);
    if (m_figure.scene.isTransposed || m_look.hidesSize) return lines;
    const GridScale seconds = outputScales(m_figure, m_layout.hasGhost).seconds;
    for (const GridLayout& grid : m_layout.outputs)
        add(grid, seconds);
    return lines;
}

} // namespace hg
