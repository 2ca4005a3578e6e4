// The window that slides, with its factors and the cell at work.

#include "ui/painters/grid_painter.h"

#include <cmath>

namespace hg {

/// The cells at work, one a filter, as they are being written.
void GridPainter::paintCurrent(QPainter& p, const ConvMoment& m) const
{
    const int sh = strideH(), sw = strideW();
    for (std::size_t f = 0; f < m_layout.outputs.size(); ++f) {
        const GridLayout& grid = m_layout.outputs[f];
        const QRectF cell = grid.at(m.row * sh, m.column * sw);
        if (m_look.hidesNext)
            m_brush.words(p, cell, QStringLiteral("?"), m_style.theme.role(Role::Output).text, QFont::Bold);
        else if (m.writeShare > 0 && m.writeShare < 1) {
            p.setOpacity(m.writeShare);
            paintDoneCell(p, static_cast<int>(f), m.row * sh, m.column * sw);
            p.setOpacity(1);
        }
        outlineOver(p, grid, cell, m_style.theme.role(Role::Filter).fill);
    }
}

QRectF GridPainter::windowBox(const GridLayout& grid, double row, double column) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    return grid.span(h.tapPlace(row, 0) + h.padBefore, w.tapPlace(column, 0) + w.padBefore,
                     h.effectiveKernel(), w.effectiveKernel());
}

/// An input cell with the weight that it is multiplied by.
void GridPainter::paintFactor(QPainter& p, const QRectF& cell, double value, double weight, bool isPadding,
                              bool isFormed) const
{
    const Theme& theme = m_style.theme;
    const QColor ground =
        isPadding ? theme.padding : theme.shade(Role::Input, std::abs(value) / m_greatestInput);
    m_brush.cell(p, cell, ground,
                 isPadding ? theme.hatch : mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
    if (isPadding) m_brush.hatch(p, cell, theme.hatch);
    m_brush.factor(p, cell, value, weight, isPadding ? theme.muted : theme.ink, isFormed);
}

void GridPainter::paintFactors(QPainter& p, OutputCell cell, std::size_t formed) const
{
    if (!m_brush.hasChips(m_layout.inputs.front().cell) || m_figure.scene.pooling) return;
    const Sum sum = sumBehind(m_figure.scene, m_figure.geometry, cell);
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(term.channel)];
        const QRectF box = grid.at(term.row + m_layout.padTop, term.column + m_layout.padLeft);
        paintFactor(p, box, term.value, term.weight, term.isPadding, i < formed);
    }
}

void GridPainter::paintWindow(QPainter& p, const ConvMoment& m) const
{
    if (m.hasArrived())
        paintFactors(p, {m.row, m.column, front()}, m.formed(static_cast<std::size_t>(termCount(m_figure))));
    const int first = firstChannel();
    const int seen =
        m_figure.scene.pooling ? m_figure.scene.channels() : static_cast<int>(m_layout.kernels.size());
    for (int i = 0; i < seen; ++i) {
        const int channel = m_figure.scene.pooling ? i : first + i;
        const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(channel)];
        outlineOver(p, grid, windowBox(grid, m.windowRow, m.windowColumn),
                    memberColour(Role::Filter, front()));
    }
}

} // namespace hg
