// The input of a plane's picture, with its padding.

#include "ui/painters/grid_measures.h"
#include "ui/painters/grid_painter.h"

#include <algorithm>
#include <cmath>

namespace hg {

double GridPainter::padded(int channel, int row, int column, bool& isPadding) const
{
    const ConvScene& s = m_figure.scene;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    if (s.isTransposed) return s.input.at(0, channel, row, column);
    isPadding = !h.isInside(row) || !w.isInside(column);
    const int r = h.source(row), c = w.source(column);
    return r != Tap::none && c != Tap::none ? s.input.at(0, channel, r, c) : 0;
}

void GridPainter::paintInputCell(QPainter& p, int channel, int r, int c) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(channel)];
    const QRectF cell = grid.at(r, c);
    bool isPadding = false;
    const double value = padded(channel, r - m_layout.padTop, c - m_layout.padLeft, isPadding);
    if (isPadding) {
        m_brush.cell(p, cell, theme.padding, theme.hatch);
        m_brush.hatch(p, cell, theme.hatch);
    } else if (isPutIn(r - m_layout.padTop, c - m_layout.padLeft))
        m_brush.cell(p, cell, theme.surface, mixed(theme.surface, theme.role(Role::Input).fill, 0.5),
                     Qt::DotLine);
    else
        m_brush.cell(p, cell, theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                     mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
    const bool isMuted = isPadding || isPutIn(r - m_layout.padTop, c - m_layout.padLeft);
    m_brush.value(p, cell, value, isMuted ? theme.muted : theme.ink);
}

/// Whether the place inside the input is a zero between two of its cells.
bool GridPainter::isPutIn(int row, int column) const
{
    const auto& zeros = m_figure.zerosBetween;
    return zeros && (row % (zeros->h + 1) != 0 || column % (zeros->w + 1) != 0);
}

void GridPainter::paintInput(QPainter& p, int channel) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(channel)];
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const bool t = m_figure.scene.isTransposed;
    const int readRows = t ? grid.rows : h.reach(), readColumns = t ? grid.columns : w.reach();
    if (!hasNumbers(grid))
        paintInputPicture(p, channel);
    else
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.columns; ++c) {
                paintInputCell(p, channel, r, c);
                if (r >= readRows || c >= readColumns) m_brush.hatch(p, grid.at(r, c), theme.faint, true);
            }
    if (m_figure.scene.channels() == 1) return;
    p.setFont(m_style.font(13));
    p.setPen(theme.muted);
    p.drawText(QRectF(grid.box.left(), grid.box.bottom(), std::max(grid.box.width(), 90 * m_style.scale),
                      labelHeight * m_style.scale),
               Qt::AlignLeft | Qt::AlignVCenter, channelName(channel));
}

/// Around the padding; a crop is red, and in the formula.
bool GridPainter::hasBrackets() const
{
    return isPlain() && !m_look.isPresented && !m_figure.scene.isTransposed && !hasAxes();
}

void GridPainter::paintBrackets(QPainter& p) const
{
    if (!hasBrackets()) return;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const GridLayout& grid = m_layout.inputs.front();
    const double below = grid.box.bottom() + 3 * m_style.scale, beside = grid.box.left() - 3 * m_style.scale;
    const auto mark = [&](int first, int count, bool isBelow) {
        if (count <= 0) return;
        const double from = (isBelow ? grid.box.left() : grid.box.top()) + first * grid.cell,
                     to = from + count * grid.cell;
        m_brush.bracket(p, isBelow ? QPointF(from + 1, below) : QPointF(beside, from + 1),
                        isBelow ? QPointF(to - 1, below) : QPointF(beside, to - 1), QString::number(count),
                        isBelow);
    };
    mark(0, w.padBefore, true);
    mark(grid.columns - w.padAfter, w.padAfter, true);
    mark(0, h.padBefore, false);
    mark(grid.rows - h.padAfter, h.padAfter, false);
}

} // namespace hg
