// What a plane's picture shows where cells are too small for numbers: pictures in their frames, with legends.

#include "ui/painters/grid_painter.h"

#include <QFontMetricsF>

#include <array>

namespace hg {
namespace {

constexpr double frameWidth = 2, faded = 0.4; // of what a stride leaves out

/// The parts of `outer` that lie around `inner`.
std::array<QRectF, 4> bandsAround(const QRectF& outer, const QRectF& inner)
{
    return {QRectF(outer.topLeft(), QPointF(outer.right(), inner.top())),
            QRectF(QPointF(outer.left(), inner.bottom()), outer.bottomRight()),
            QRectF(QPointF(outer.left(), inner.top()), inner.bottomLeft()),
            QRectF(inner.topRight(), QPointF(outer.right(), inner.bottom()))};
}

} // namespace

void GridPainter::hatchAround(QPainter& p, const QRectF& outer, const QRectF& inner,
                              const QColor& colour) const
{
    for (const QRectF& band : bandsAround(outer, inner))
        if (!band.isEmpty()) m_brush.hatch(p, band, colour);
}

/// The cells of the input itself, without its padding.
QRectF GridPainter::insideOf(const GridLayout& grid) const
{
    const Shape in = m_figure.inputShape();
    return grid.span(m_layout.padTop, m_layout.padLeft, in.height, in.width) & grid.box;
}

void GridPainter::paintInputPicture(QPainter& p, int channel) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(channel)];
    const CellMap& map = m_maps->input(channel);
    const bool fillsZeros = m_figure.scene.fill == Fill::Zeros;
    m_pictures.mosaic(p, grid, [&](int r, int c) {
        bool isPadding = false;
        const double value = padded(channel, r - m_layout.padTop, c - m_layout.padLeft, isPadding);
        if (!isPadding) return map.at(value);
        return fillsZeros ? theme.padding : mixed(theme.padding, map.at(value), 0.5);
    });
    const QRectF inside = insideOf(grid);
    hatchAround(p, grid.box, inside, theme.hatch);
    if (!m_figure.scene.isTransposed) {
        const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
        const int rows = h.reach(), columns = w.reach();
        if (rows < grid.rows)
            m_brush.hatch(p, grid.span(rows, 0, grid.rows - rows, grid.columns), theme.faint, true);
        if (columns < grid.columns)
            m_brush.hatch(p, grid.span(0, columns, rows, grid.columns - columns), theme.faint, true);
    }
    if (inside != grid.box) m_pictures.frame(p, grid.box, theme.hatch, 1);
    m_pictures.frame(p, inside, theme.role(Role::Input).fill, frameWidth);
}

void GridPainter::paintKernelPicture(QPainter& p, const GridLayout& grid, int filter, int channel) const
{
    const ConvScene& s = m_figure.scene;
    m_pictures.mosaic(p, grid, [&](int r, int c) {
        return s.pooling ? m_style.theme.surface
                         : m_maps->kernel(filter).at(weightAt(s, filter, channel, r, c));
    });
}

/// A cell of an output's grid: strong where it is kept, faded where the ghost shows through.
QColor GridPainter::pictureColour(int filter, int row, int column) const
{
    const CellMap& map = m_maps->output(filter);
    const int sh = strideH(), sw = strideW();
    if (row % sh == 0 && column % sw == 0)
        return map.at(m_figure.output.at(0, filter, row / sh, column / sw));
    return mixed(m_style.theme.surface, map.at(m_figure.strideOne->at(0, filter, row, column)), faded);
}

/// Invalid, as nothing stands there yet.
QColor GridPainter::stampedColour(int filter, int row, int column, bool isBegun,
                                  const StampedValue& valueAt) const
{
    if (isCropped(row, column)) return isBegun ? m_style.theme.dangerSoft : QColor();
    const bool hasNumber = isBegun || m_figure.scene.biasOf(filter) != 0;
    return hasNumber ? m_maps->output(filter).at(valueAt(filter, row, column)) : QColor();
}

/// Around a stamped picture; where it is cropped, its own frame lies on the cells.
void GridPainter::paintStampedFrame(QPainter& p, int filter) const
{
    const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(filter)];
    if (keptOf(grid) == grid.box)
        m_pictures.frame(p, grid.box, memberColour(Role::Output, filter), frameWidth);
    else
        m_pictures.frame(p, grid.box, m_style.theme.danger, 1);
}

QRectF GridPainter::keptOf(const GridLayout& grid) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    return grid.span(h.padBefore, w.padBefore, h.input, w.input);
}

/// What lies over the cells of cropped pictures: the frame of what is kept, hatched around it.
void GridPainter::paintCrops(QPainter& p) const
{
    for (int f = 0; f < static_cast<int>(m_layout.outputs.size()); ++f) {
        const GridLayout& grid = m_layout.outputs[static_cast<std::size_t>(f)];
        if (hasNumbers(grid) || keptOf(grid) == grid.box) continue;
        hatchAround(p, grid.box, keptOf(grid), mixed(m_style.theme.surface, m_style.theme.danger, 0.45));
        m_pictures.frame(p, keptOf(grid), memberColour(Role::Output, f), frameWidth);
    }
}

/// Empty as long as nothing is computed; the front one is the strongest of several.
void GridPainter::paintPictureFrame(QPainter& p, int filter) const
{
    const QColor colour = memberColour(Role::Output, filter);
    const bool isFront = filter == front(), isOne = m_figure.scene.filters() == 1;
    m_pictures.frame(p, m_layout.outputs[static_cast<std::size_t>(filter)].box,
                     isFront ? colour : mixed(m_style.theme.surface, colour, 0.6),
                     isFront && !isOne ? 3 : frameWidth);
}

double GridPainter::legendTop() const
{
    return isPlain() ? axisHeight() + 2 * m_style.scale : 0;
}

QString GridPainter::channelName(int channel) const
{
    const Texts& texts = m_style.texts;
    if (m_figure.scene.origin == InputOrigin::Photograph && m_figure.scene.channels() == 3)
        return channel == 0   ? texts.say("ConvPicture", "red")
               : channel == 1 ? texts.say("ConvPicture", "green")
                              : texts.say("ConvPicture", "blue");
    return texts.say("ConvPicture", "channel %1").arg(channel + 1);
}

double GridPainter::channelNameWidth() const
{
    return QFontMetricsF(m_style.font(13)).horizontalAdvance(channelName(0)) + 12 * m_style.scale;
}

void GridPainter::outlineOver(QPainter& p, const GridLayout& grid, const QRectF& box,
                              const QColor& colour) const
{
    if (hasNumbers(grid)) return m_brush.outline(p, box, colour);
    m_pictures.outline(p, box, colour, grid.cell < 12 * m_style.scale ? 2.5 : 4);
}

/// Under each part without numbers, in the row of its label where it has one.
void GridPainter::paintLegends(QPainter& p) const
{
    const double px = m_style.scale, high = 22 * px;
    const auto put = [&](const QRectF& box, double shift, double room, const CellMap& map) {
        if (!map.hasLegend) return;
        m_pictures.legend(p, QRectF(box.left() + shift, box.bottom() + legendTop(), room - shift, high), map);
    };
    const bool hasChannels = m_figure.scene.channels() > 1, hasSlices = m_figure.scene.filters() > 1;
    const GridLayout& input = m_layout.inputs.front();
    const double beside = hasBrackets() && m_layout.padLeft > 0
                              ? insideOf(input).left() - input.box.left() + 14 * px
                              : 0; // of the bracket
    if (!hasNumbers(input))        // the channels share one map
        put(input.box, hasChannels ? channelNameWidth() : beside, std::max(input.box.width(), 90 * px),
            m_maps->input(0));
    const GridLayout& kernel = m_layout.kernels.front();
    if (!hasNumbers(kernel) && !m_figure.scene.pooling) {
        const QRectF box = isPlain() ? kernel.box : m_layout.card.adjusted(10 * px, 0, 0, -high - 8 * px);
        put(box, hasSlices ? 26 * px : 0, box.width() - 10 * px, m_maps->kernel(front()));
    }
    if (m_look.hidesSize) return;
    for (std::size_t f = 0; f < m_layout.outputs.size(); ++f) {
        const GridLayout& output = m_layout.outputs[f];
        if (!hasNumbers(output))
            put(output.box, hasSlices ? 26 * px : 0, output.box.width(), m_maps->output(static_cast<int>(f)));
    }
}

bool GridPainter::hasSlicesWithoutNumbers() const
{
    return m_figure.scene.filters() > 1 && !m_look.hidesSize && !hasNumbers(m_layout.outputs.front());
}

} // namespace hg
