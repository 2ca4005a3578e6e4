// The magnifier: the numbers of cells that are too small to carry them, beside the pointer.

#include "ui/painters/grid_painter.h"

#include <cmath>

namespace hg {
namespace {

constexpr int reach = 1; // cells on each side of the one that is pointed at
constexpr double side = 44;

} // namespace

/// Where the magnifier stands: over the cell on the right, unless that is outside the picture.
QPointF GridPainter::lensCorner(const QRectF& cell) const
{
    const double px = m_style.scale, wide = side * (2 * reach + 1) * px, away = 18 * px;
    QPointF corner = cell.center() + QPointF(away, -wide - away);
    if (corner.y() < m_layout.titleTop) corner.setY(cell.bottom() + away);
    if (corner.x() + wide > m_layout.sumCard.right()) corner.setX(cell.left() - away - wide);
    return corner;
}

/// What a cell of the figure shows there; nothing beyond its part.
std::optional<GridPainter::LensCell> GridPainter::lensCell(const ConvHit& hit) const
{
    const auto isOutside = [&](int rows, int columns) {
        return hit.row < 0 || hit.column < 0 || hit.row >= rows || hit.column >= columns;
    };
    const Theme& theme = m_style.theme;
    switch (hit.place) {
    case ConvPlace::Output: {
        if (isOutside(m_figure.outputShape().height, m_figure.outputShape().width)) return std::nullopt;
        const double value = m_figure.output.at(0, hit.filter, hit.row, hit.column);
        return LensCell{value, shadeOf(Role::Output, value, m_greatestOutput, hit.filter)};
    }
    case ConvPlace::Kernel: {
        if (isOutside(m_figure.scene.kernelSize().h, m_figure.scene.kernelSize().w)) return std::nullopt;
        const double value = weightAt(m_figure.scene, hit.filter, hit.channel, hit.row, hit.column);
        return LensCell{value, shadeOf(Role::Filter, value, m_greatestKernel, hit.filter)};
    }
    case ConvPlace::Input:
        break;
    }
    const GridLayout& grid = m_layout.inputs.front();
    const int row = hit.row + m_layout.padTop, column = hit.column + m_layout.padLeft;
    if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) return std::nullopt;
    bool isPadding = false;
    const double value = padded(hit.channel, hit.row, hit.column, isPadding);
    return LensCell{value,
                    isPadding ? theme.padding : theme.shade(Role::Input, std::abs(value) / m_greatestInput)};
}

void GridPainter::paintLens(QPainter& p, const ConvHit& hit) const
{
    const QRectF cell = cellOf(hit);
    if (m_brush.hasNumbers(cell.width())) return;
    const Theme& theme = m_style.theme;
    const double px = m_style.scale, wide = side * px;
    const QPointF corner = lensCorner(cell);
    const auto boxAt = [&](int row, int column) {
        return QRectF(corner.x() + (column + reach) * wide, corner.y() + (row + reach) * wide, wide, wide);
    };
    p.setPen(QPen(theme.accent, 2 * px));
    p.setBrush(theme.surface);
    p.drawRoundedRect(
        boxAt(-reach, -reach).united(boxAt(reach, reach)).adjusted(-6 * px, -6 * px, 6 * px, 6 * px), 8 * px,
        8 * px);
    for (int dr = -reach; dr <= reach; ++dr)
        for (int dc = -reach; dc <= reach; ++dc) {
            ConvHit near = hit;
            near.row += dr;
            near.column += dc;
            const auto shown = lensCell(near);
            if (!shown) continue;
            m_brush.cell(p, boxAt(dr, dc), shown->ground, theme.line);
            m_brush.value(p, boxAt(dr, dc), shown->value, theme.ink,
                          dr == 0 && dc == 0 ? QFont::Bold : QFont::Normal);
        }
    m_brush.outline(p, boxAt(0, 0), theme.accent, 2.5);
}

} // namespace hg
