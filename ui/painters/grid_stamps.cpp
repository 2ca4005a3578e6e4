// What a transposed convolution has stamped onto its output so far.

#include "ui/painters/grid_painter.h"

#include <cmath>

namespace hg {

StampedOutput GridPainter::stampedAt(const ConvMoment& m) const
{
    return stampedOutput(m_figure, m.position + (m.writeShare > 0 ? 1 : 0));
}

/// Whether a cell of a transposed output's grid, cropped ones included, has had a stamp.
bool GridPainter::isStamped(const ConvMoment& m, int r, int c) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const int last = m.position - (m.writeShare > 0 ? 0 : 1);
    for (int kr = 0; kr < h.kernel; ++kr) {
        const int i = r - kr * h.dilation;
        if (i < 0 || i % h.stride != 0 || i / h.stride >= h.output) continue;
        for (int kc = 0; kc < w.kernel; ++kc) {
            const int j = c - kc * w.dilation;
            if (j < 0 || j % w.stride != 0 || j / w.stride >= w.output) continue;
            if (i / h.stride * w.output + j / w.stride <= last) return true;
        }
    }
    return false;
}

void GridPainter::paintStamps(QPainter& p, const ConvMoment& m) const
{
    const Theme& theme = m_style.theme;
    const StampedOutput now = stampedAt(m);
    const Shape out = m_figure.outputShape();
    const auto isTouched = [&](int r, int c) { return isStamped(m, r, c); };
    for (std::size_t f = 0; f < m_layout.outputs.size(); ++f) {
        const GridLayout& grid = m_layout.outputs[f];
        if (!hasNumbers(grid)) {
            paintStampedPicture(p, static_cast<int>(f), now, isTouched);
            continue;
        }
        const QColor border = mixed(theme.surface, memberColour(Role::Output, static_cast<int>(f)), 0.55);
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.columns; ++c) {
                const QRectF cell = grid.at(r, c);
                const double value = now.values.at(0, static_cast<int>(f), r, c);
                const bool isCropped = r < now.cropTop || c < now.cropLeft || r >= now.cropTop + out.height ||
                                       c >= now.cropLeft + out.width;
                const bool shows = isTouched(r, c);
                if (isCropped) {
                    m_brush.cell(p, cell, theme.dangerSoft, theme.danger,
                                 shows ? Qt::SolidLine : Qt::DashLine);
                    m_brush.hatch(p, cell, mixed(theme.surface, theme.danger, 0.45));
                    if (shows) m_brush.value(p, cell, value, theme.danger);
                } else if (shows || m_figure.scene.biasOf(static_cast<int>(f)) != 0) {
                    m_brush.cell(p, cell, shadeOf(Role::Output, value, m_greatestOutput, static_cast<int>(f)),
                                 border);
                    m_brush.value(p, cell, value, theme.ink, QFont::Bold);
                } else
                    m_brush.cell(p, cell, Qt::transparent, border, Qt::DashLine);
            }
    }
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

} // namespace hg
