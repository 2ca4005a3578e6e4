// What a transposed convolution has stamped onto its output. Cells that have had their last stamp are kept as
// pixels with the results that are done, those without any with what stays: a frame paints the few between.

#include "ui/painters/grid_painter.h"

#include <cmath>

namespace hg {

/// Stamps that stand at a moment: the one at work as soon as it is being written.
int GridPainter::stampsAt(const ConvMoment& m) const
{
    return m.position + (m.writeShare > 0 ? 1 : 0);
}

/// Whether a cell of the grid is cut off.
bool GridPainter::isCropped(int row, int column) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    return !h.isInside(row - h.padBefore) || !w.isInside(column - w.padBefore);
}

void GridPainter::paintStampedCell(QPainter& p, int filter, int row, int column, double value,
                                   bool isBegun) const
{
    const Theme& theme = m_style.theme;
    const QRectF cell = m_layout.outputs[static_cast<std::size_t>(filter)].at(row, column);
    if (isCropped(row, column)) {
        m_brush.cell(p, cell, theme.dangerSoft, theme.danger, isBegun ? Qt::SolidLine : Qt::DashLine);
        m_brush.hatch(p, cell, mixed(theme.surface, theme.danger, 0.45));
        if (isBegun) m_brush.value(p, cell, value, theme.danger);
        return;
    }
    const QColor border = mixed(theme.surface, memberColour(Role::Output, filter), 0.55);
    if (!isBegun && m_figure.scene.biasOf(filter) == 0)
        return m_brush.cell(p, cell, Qt::transparent, border, Qt::DashLine);
    m_brush.cell(p, cell, shadeOf(Role::Output, value, m_greatestOutput, filter), border);
    m_brush.value(p, cell, value, theme.ink, QFont::Bold);
}

/// Those cells of the rows that are `shown`, after `count` stamps.
void GridPainter::paintStamped(QPainter& p, int count, Stamps::Rows rows, const StampedValue& valueAt,
                               const std::function<bool(int, int)>& isShown) const
{
    for (int f = 0; f < static_cast<int>(m_layout.outputs.size()); ++f) {
        const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(f)];
        if (!hasNumbers(grid)) {
            m_pictures.mosaic(p, grid, rows.first, 0, rows.last - rows.first + 1, grid.columns,
                              [&](int r, int c) {
                                  const bool isBegun = m_stamps->isBegun(r, c, count);
                                  return isShown(r, c) ? stampedColour(f, r, c, isBegun, valueAt) : QColor();
                              });
            continue;
        }
        for (int r = rows.first; r <= rows.last; ++r)
            for (int c = 0; c < grid.columns; ++c)
                if (isShown(r, c))
                    paintStampedCell(p, f, r, c, valueAt(f, r, c), m_stamps->isBegun(r, c, count));
    }
}

/// All cells after `count` stamps, or those that have had one.
void GridPainter::paintAllStamped(QPainter& p, int count, bool withWaiting) const
{
    const StampedOutput now = stampedOutput(m_figure, count);
    paintStamped(
        p, count, {0, now.values.shape.height - 1},
        [&](int f, int r, int c) { return now.values.at(0, f, r, c); },
        [&](int r, int c) { return withWaiting || m_stamps->isBegun(r, c, count); });
}

void GridPainter::paintOpenStamps(QPainter& p, const ConvMoment& m) const
{
    const int count = stampsAt(m);
    paintStamped(
        p, count, m_stamps->openRows(count),
        [&](int f, int r, int c) { return m_stamps->valueAt(f, r, c, count); },
        [&](int r, int c) { return m_stamps->isOpen(r, c, count); });
}

void GridPainter::paintStampWindow(QPainter& p, const ConvMoment& m) const
{
    const QColor colour = m_style.theme.role(Role::Filter).fill;
    for (const GridLayout& grid : m_layout.inputs)
        outlineOver(p, grid, grid.at(m.windowRow, m.windowColumn), colour);
    if (m_look.hidesSize) return;
    for (const GridLayout& grid : m_layout.outputs)
        outlineOver(p, grid, windowBox(grid, m.windowRow, m.windowColumn), colour);
}

/// The open rows, and the window on inputs and outputs.
QRegion GridPainter::stampingRegion(const ConvMoment& m) const
{
    QRegion region;
    for (const GridLayout& grid : m_layout.inputs)
        region += withEdge(grid.at(m.windowRow, m.windowColumn));
    if (m_look.hidesSize) return region;
    const Stamps::Rows open = m_stamps->openRows(stampsAt(m));
    for (const GridLayout& grid : m_layout.outputs) {
        region += withEdge(windowBox(grid, m.windowRow, m.windowColumn));
        if (open.last >= open.first)
            region += withEdge(grid.span(open.first, 0, open.last - open.first + 1, grid.columns));
    }
    return region;
}

/// Where cells have had their last stamp, and what no stamp ever reaches between them.
QRegion GridPainter::finishedRegion(int count) const
{
    const Axes size = m_stamps->size();
    const Stamps::Rows open = m_stamps->openRows(count);
    QRegion region;
    const auto add = [&](int row, int column, int rows, int columns) {
        for (const GridLayout& grid : m_layout.outputs)
            region += grid.span(row, column, rows, columns).toAlignedRect();
    };
    for (int r = 0, from = 0; r <= size.h; ++r)
        if (r == size.h || !m_stamps->isRowFinished(r, count)) {
            if (r > from) add(from, 0, r - from, size.w);
            from = r + 1;
        }
    for (int r = open.first; r <= open.last; ++r)
        for (int c = 0, from = 0; c <= size.w; ++c)
            if (c == size.w || !m_stamps->isFinished(r, c, count)) {
                if (c > from) add(r, from, 1, c - from);
                from = c + 1;
            }
    return region;
}

} // namespace hg
