// The magnifier: the numbers of cells that are too small to carry them, beside the pointer.

#include "ui/painters/grid_painter.h"

#include <cmath>

namespace hg {

/// The number of a cell that is too small to carry it, beside the pointer.
void GridPainter::paintLens(QPainter& p, const ConvHit& hit) const
{
    const QRectF cell = cellOf(hit);
    if (m_brush.hasNumbers(cell.width())) return;
    const Theme& theme = m_style.theme;
    const double px = m_style.scale, side = 44 * px;
    constexpr int reach = 1;
    const QSizeF size(side * (2 * reach + 1), side * (2 * reach + 1));
    QPointF corner = cell.center() + QPointF(18 * px, -size.height() - 18 * px);
    if (corner.y() < m_layout.titleTop) corner.setY(cell.bottom() + 18 * px);
    if (corner.x() + size.width() > m_layout.sumCard.right())
        corner.setX(cell.left() - 18 * px - size.width());
    p.setPen(QPen(theme.accent, 2 * px));
    p.setBrush(theme.surface);
    p.drawRoundedRect(QRectF(corner, size).adjusted(-6 * px, -6 * px, 6 * px, 6 * px), 8 * px, 8 * px);
    const Shape out = m_figure.outputShape();
    const Axes k = m_figure.scene.kernelSize();
    for (int dr = -reach; dr <= reach; ++dr)
        for (int dc = -reach; dc <= reach; ++dc) {
            const int r = hit.row + dr, c = hit.column + dc;
            const QRectF box(corner.x() + (dc + reach) * side, corner.y() + (dr + reach) * side, side, side);
            double value = 0;
            QColor ground = theme.surface;
            if (hit.place == ConvPlace::Output) {
                if (r < 0 || c < 0 || r >= out.height || c >= out.width) continue;
                value = m_figure.output.at(0, hit.filter, r, c);
                ground = shadeOf(Role::Output, value, m_greatestOutput, hit.filter);
            } else if (hit.place == ConvPlace::Input) {
                const GridLayout& grid = m_layout.inputs.front();
                if (r + m_layout.padTop < 0 || c + m_layout.padLeft < 0 || r + m_layout.padTop >= grid.rows ||
                    c + m_layout.padLeft >= grid.columns)
                    continue;
                bool isPadding = false;
                value = padded(hit.channel, r, c, isPadding);
                ground =
                    isPadding ? theme.padding : theme.shade(Role::Input, std::abs(value) / m_greatestInput);
            } else {
                if (r < 0 || c < 0 || r >= k.h || c >= k.w) continue;
                value = weightAt(m_figure.scene, hit.filter, hit.channel, r, c);
                ground = shadeOf(Role::Filter, value, m_greatestKernel, hit.filter);
            }
            m_brush.cell(p, box, ground, theme.line);
            m_brush.value(p, box, value, theme.ink, dr == 0 && dc == 0 ? QFont::Bold : QFont::Normal);
        }
    m_brush.outline(p, QRectF(corner.x() + side * reach, corner.y() + side * reach, side, side), theme.accent,
                    2.5);
}

} // namespace hg
