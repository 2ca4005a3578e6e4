// The outputs of a plane's picture: the frames of what is to come, what is done, and what is set apart.

#include "ui/painters/grid_measures.h"
#include "ui/painters/grid_painter.h"

#include <algorithm>
#include <cmath>

namespace hg {

/// One frame of no telling shape, however many filters there are.
void GridPainter::paintSizeQuestion(QPainter& p) const
{
    const QRectF kernels = around(m_layout.kernels), inputs = around(m_layout.inputs);
    const double left = around(m_layout.outputs).left(),
                 side = std::min({140 * m_style.scale, m_layout.sumCard.right() - left,
                                  std::max(kernels.height(), inputs.height())});
    m_brush.question(p, {left, kernels.center().y() - side / 2, side, side});
}

/// The wrong table beside the right one, and that it is not equal to it.
void GridPainter::paintPrinted(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = *m_layout.printed;
    const double px = m_style.scale;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            m_brush.cell(p, grid.at(r, c), theme.surface, mixed(theme.surface, theme.danger, 0.4));
            m_brush.value(p, grid.at(r, c), m_figure.strideOne->at(0, 0, r, c), theme.ink);
        }
    m_brush.outline(p, grid.box, theme.danger, 4);
    const double right = m_layout.outputRoom.right();
    if (grid.box.left() < right) return; // below it
    const QPointF middle((right + grid.box.left()) / 2, grid.box.center().y());
    p.setPen(QPen(theme.danger, 3 * px, Qt::SolidLine, Qt::RoundCap));
    for (const double dy : {-4.5, 4.5})
        p.drawLine(middle + QPointF(-9, dy) * px, middle + QPointF(9, dy) * px);
    p.drawLine(middle + QPointF(-6, 11) * px, middle + QPointF(6, -11) * px);
}

/// The dashed frames of what is not computed yet, and each slice's number.
void GridPainter::paintWaiting(QPainter& p, int filter) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(filter)];
    const QColor border = mixed(theme.surface, memberColour(Role::Output, filter), 0.55);
    const int sh = strideH(), sw = strideW();
    if (!m_figure.scene.isTransposed && hasNumbers(grid))
        for (int r = 0; r < grid.rows; r += sh)
            for (int c = 0; c < grid.columns; c += sw)
                m_brush.cell(p, grid.at(r, c), Qt::transparent, border, Qt::DashLine);
    if (isPlain() && m_brush.hasNumbers(grid.cell)) return;
    const bool isFront = filter == front();
    if (!hasNumbers(grid)) {
        m_stamps ? paintStampedFrame(p, filter) : paintPictureFrame(p, filter);
    } else
        m_brush.outline(p, grid.box, isFront ? memberColour(Role::Output, filter) : border,
                        isFront ? 2.5 : 1.5);
    if (m_figure.scene.filters() > 1)
        paintBadge(p,
                   {grid.box.left() + 11 * m_style.scale,
                    grid.box.bottom() + labelHeight * m_style.scale / 2 + m_style.scale},
                   filter + 1, memberColour(Role::Output, filter));
}

void GridPainter::paintOutlined(QPainter& p) const
{
    const Shape out = m_figure.outputShape();
    if (m_look.outlined.size() != out.size() || m_look.hidesSize) return;
    for (int f = 0; f < out.channels; ++f)
        if (m_brush.hasNumbers(m_layout.outputs[static_cast<std::size_t>(f)].cell))
            paintOutlinedCells(p, f);
        else
            paintOutlinedRegion(p, f);
}

void GridPainter::paintOutlinedCells(QPainter& p, int filter) const
{
    const Shape out = m_figure.outputShape();
    for (int r = 0; r < out.height; ++r)
        for (int c = 0; c < out.width; ++c)
            if (m_look.outlined[out.index(filter, r, c)])
                m_brush.outline(p, cellOf({ConvPlace::Output, r, c, 0, filter}), m_style.theme.ink, 2,
                                Qt::DashLine);
}

/// Where cells are small, one line around all that belong together; with what a stride left out between them.
void GridPainter::paintOutlinedRegion(QPainter& p, int filter) const
{
    const Shape out = m_figure.outputShape();
    const auto isOutlined = [&](int r, int c) {
        return r >= 0 && c >= 0 && r < out.height && c < out.width &&
               m_look.outlined[out.index(filter, r, c)];
    };
    const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(filter)];
    const QPointF origin = cellOf({ConvPlace::Output, 0, 0, 0, filter}).topLeft();
    const double high = grid.cell * strideH(), wide = grid.cell * strideW();
    const auto corner = [&](int r, int c) {
        return QPointF(std::min(grid.box.right(), origin.x() + c * wide),
                       std::min(grid.box.bottom(), origin.y() + r * high));
    };
    QList<QLineF> lines;
    for (int r = 0; r <= out.height; ++r)
        for (int c = 0, from = 0; c <= out.width; ++c)
            if (c == out.width || isOutlined(r - 1, c) == isOutlined(r, c)) {
                if (c > from) lines << QLineF(corner(r, from), corner(r, c));
                from = c + 1;
            }
    for (int c = 0; c <= out.width; ++c)
        for (int r = 0, from = 0; r <= out.height; ++r)
            if (r == out.height || isOutlined(r, c - 1) == isOutlined(r, c)) {
                if (r > from) lines << QLineF(corner(from, c), corner(r, c));
                from = r + 1;
            }
    const double width = std::clamp(std::min(high, wide) / 10, m_style.scale, 2 * m_style.scale);
    p.setPen(QPen(m_style.theme.ink, width, Qt::DashLine, Qt::FlatCap));
    p.drawLines(lines);
}

void GridPainter::paintDoneCell(QPainter& p, int filter, int row, int column) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(filter)];
    const QRectF cell = grid.at(row, column);
    if (!hasNumbers(grid))
        return m_pictures.mosaic(p, grid, row, column, 1, 1,
                                 [&](int r, int c) { return pictureColour(filter, r, c); });
    const int sh = strideH(), sw = strideW();
    if (row % sh == 0 && column % sw == 0) {
        const double value = m_figure.output.at(0, filter, row / sh, column / sw);
        m_brush.cell(p, cell, shadeOf(Role::Output, value, m_greatestOutput, filter),
                     mixed(theme.surface, memberColour(Role::Output, filter), 0.55));
        return m_brush.value(p, cell, value, theme.ink, QFont::Bold);
    }
    m_brush.cell(p, cell, theme.stage, theme.line, Qt::DotLine);
    const QRectF smaller =
        cell.adjusted(cell.width() * 0.1, cell.height() * 0.1, -cell.width() * 0.1, -cell.height() * 0.1);
    m_brush.value(p, m_brush.hasNumbers(smaller.width()) ? smaller : cell,
                  m_figure.strideOne->at(0, filter, row, column), theme.muted);
}

void GridPainter::paintDone(QPainter& p) const
{
    if (m_look.hidesSize) return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    if (m_stamps) return paintAllStamped(p, m_figure.positionCount(), false);
    paintDoneCells(p, [](int, int) { return true; });
}

void GridPainter::paintDoneCells(QPainter& p, const std::function<bool(int, int)>& isShown) const
{
    for (int f = 0; f < static_cast<int>(m_layout.outputs.size()); ++f) {
        const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(f)];
        if (!hasNumbers(grid)) {
            m_pictures.mosaic(
                p, grid, [&](int r, int c) { return isShown(r, c) ? pictureColour(f, r, c) : QColor(); });
            continue;
        }
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.columns; ++c)
                if (isShown(r, c)) paintDoneCell(p, f, r, c);
    }
}

/// Whether a cell of an output's grid, a ghost too, lies before the window.
bool GridPainter::isDone(const ConvMoment& m, int row, int column) const
{
    const int sh = strideH(), sw = strideW();
    if (m_look.showsErratum && m_layout.hasGhost) return true;
    if (row != m.row * sh) return row < m.row * sh;
    return column < m.column * sw + (m.writeShare >= 1 && !m_look.hidesNext ? 1 : 0);
}

QRegion GridPainter::doneRegion(double t, bool withProducts) const
{
    if (m_look.hidesSize) return {};
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (m_stamps) return finishedRegion(stampsAt(m));
    const int sh = strideH(), sw = strideW();
    QRegion region;
    const bool isWritten = m.writeShare >= 1 && !m_look.hidesNext;
    for (const GridLayout& grid : m_layout.outputs) {
        const auto add = [&](double row, double column, double height, double width) {
            region += grid.span(row, column, height, width).toAlignedRect();
        };
        // Whole rows above, ghosts between them included, and the row at work up to the window.
        if (m_look.showsErratum && m_layout.hasGhost) add(0, 0, grid.rows, grid.columns);
        if (m.row > 0) add(0, 0, m.row * sh, grid.columns);
        const int columns = m.column * sw + (isWritten ? 1 : 0);
        if (columns > 0) add(m.row * sh, 0, 1, std::min(columns, grid.columns));
    }
    return region;
}

} // namespace hg
