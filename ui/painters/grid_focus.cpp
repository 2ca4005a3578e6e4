// The links of the cell that is pointed at.

#include "ui/painters/grid_painter.h"

namespace hg {

/// The number that an output cell shows, where it shows one.
std::optional<double> GridPainter::shownAt(const ConvMoment& m, const ConvHit& cell) const
{
    if (m_figure.scene.isTransposed) {
        const int r = cell.row + m_figure.geometry.h.padBefore,
                  c = cell.column + m_figure.geometry.w.padBefore, count = stampsAt(m);
        if (!m_stamps->isBegun(r, c, count) && m_figure.scene.biasOf(cell.filter) == 0) return std::nullopt;
        return m_stamps->valueAt(cell.filter, r, c, count);
    }
    const bool isWritten =
        m.row == cell.row && m.column == cell.column && m.writeShare > 0 && !m_look.hidesNext;
    if (!isWritten && !isDone(m, cell.row * strideH(), cell.column * strideW())) return std::nullopt;
    return m_figure.output.at(0, cell.filter, cell.row, cell.column);
}

/// A cell with the weight that links it, beside the number that it shows.
void GridPainter::paintLinked(QPainter& p, const ConvMoment& m, const ConvHit& hit, double weight) const
{
    const Theme& theme = m_style.theme;
    const QRectF cell = cellOf(hit);
    if (hit.place == ConvPlace::Input) {
        bool isPadding = false;
        const double value = padded(hit.channel, hit.row, hit.column, isPadding);
        return paintFactor(p, cell, value, weight, isPadding, true);
    }
    const auto value = shownAt(m, hit);
    if (!value)
        return m_brush.chip(p, cell, QStringLiteral("×%1").arg(m_brush.number(weight)),
                            termState(true, weight));
    m_brush.cell(p, cell, shadeOf(Role::Output, *value, m_greatestOutput, hit.filter),
                 mixed(theme.surface, memberColour(Role::Output, hit.filter), 0.55));
    m_brush.factor(p, cell, *value, weight, theme.ink, true);
}

/// The links of the cell that is pointed at: what an output reads, what an input feeds, what a weight
/// touches.
void GridPainter::paintFocus(QPainter& p, const ConvMoment& m) const
{
    const ConvHit& f = *m_look.focus;
    const QColor colour = m_style.theme.accent;
    const bool t = m_figure.scene.isTransposed;
    std::vector<Link> links;
    switch (f.place) {
    case ConvPlace::Output:
        links = linksOfOutput(m_figure, {f.row, f.column, f.filter});
        if (!t) paintFactors(p, {f.row, f.column, f.filter}, static_cast<std::size_t>(-1));
        break;
    case ConvPlace::Input:
        links = linksOfInput(m_figure, f.channel, f.row, f.column, front());
        break;
    case ConvPlace::Kernel:
        links = linksOfWeight(m_figure, f.filter, f.channel, f.row, f.column);
        break;
    }
    const bool toOutputs = f.place == ConvPlace::Input || (t && f.place == ConvPlace::Kernel);
    for (const Link& link : links) {
        const ConvHit other =
            toOutputs ? ConvHit{ConvPlace::Output, link.outputRow, link.outputColumn, 0, link.filter}
                      : ConvHit{ConvPlace::Input, link.inputRow, link.inputColumn, link.channel, 0};
        const QRectF cell = cellOf(other);
        if (cell.isEmpty()) continue;
        const bool hasChip = f.place != ConvPlace::Output || t;
        if (hasChip && m_brush.hasChips(cell.width())) paintLinked(p, m, other, link.weight);
        m_brush.outline(p, cell, colour, cell.width() < 12 * m_style.scale ? 1.2 : 2.5);
        if (f.place == ConvPlace::Input && !m_figure.scene.pooling) // the weight between the two
            m_brush.outline(
                p, cellOf({ConvPlace::Kernel, link.kernelRow, link.kernelColumn, f.channel, front()}), colour,
                2.5);
    }
    m_brush.outline(p, cellOf(f), colour, 4);
    paintLens(p, f);
}

} // namespace hg
