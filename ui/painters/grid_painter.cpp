#include "ui/painters/grid_painter.h"

#include "core/lab/named_filters.h"
#include "ui/theme/line_text.h"

#include <algorithm>
#include <cmath>

namespace hg {
GridPainter::GridPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                         const ConvLook& look)
    : m_figure(figure)
    , m_style(style)
    , m_look(look)
    , m_brush(m_style)
    , m_pictures(m_style)
    , m_sum(figure, m_style)
    , m_greatestInput(shadeScaleOf(figure.scene.input.data))
    , m_greatestKernel(shadeScaleOf(figure.scene.kernel.data))
    , m_greatestOutput(shadeScaleOf(figure.output.data))
{
    for (int f = 0; f < figure.scene.filters(); ++f) {
        m_filterMembers.push_back(style.theme.member(Role::Filter, f, figure.scene.filters()));
        m_outputMembers.push_back(style.theme.member(Role::Output, f, figure.scene.filters()));
    }
    m_filterName = planeFilterName(style.texts, filterIdOf(figure.scene, front()));
    m_look.showsErratum = look.showsErratum && !look.hidesSize;
    if (figure.scene.isTransposed) m_stamps.emplace(figure);
    layOut(size);
    if (hasPictures()) m_maps.emplace(figure, style.theme, m_look);
    layOutTitles();
}

bool GridPainter::isPlain() const
{
    return m_figure.scene.channels() == 1 && m_figure.scene.filters() == 1;
}

QColor GridPainter::memberColour(Role role, int filter) const
{
    const auto& members = role == Role::Output ? m_outputMembers : m_filterMembers;
    return members[static_cast<std::size_t>(filter)];
}

QColor GridPainter::shadeOf(Role role, double value, double most, int filter) const
{
    if (m_figure.scene.filters() == 1 || role == Role::Input)
        return m_style.theme.shade(role, std::abs(value) / most);
    return mixed(m_style.theme.surface, memberColour(role, filter),
                 0.75 * std::min(1.0, std::abs(value) / most));
}

void GridPainter::paintStill(QPainter& p) const
{
    paintGround(p);
    if (m_stamps && !m_look.hidesSize) paintAllStamped(p, 0, true);
}

/// What no cell of a result is part of.
void GridPainter::paintGround(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    paintTitles(p);
    paintOperators(p);
    for (int ch = 0; ch < m_figure.scene.channels(); ++ch)
        paintInput(p, ch);
    paintBrackets(p);
    if (hasAxes()) paintAxes(p);
    paintFilters(p);
    if (m_look.hidesSize) paintSizeQuestion(p);
    for (int f = 0; f < m_figure.scene.filters() && !m_look.hidesSize; ++f)
        paintWaiting(p, f);
    if (m_layout.printed) paintPrinted(p);
    if (m_maps) paintLegends(p);
    paintOutlined(p);
    paintFormulas(p);
    if (!isPlain() && !m_figure.scene.pooling) paintCounter(p);
    if (m_look.selected && m_look.selected->place != ConvPlace::Output)
        m_brush.outline(p, cellOf(*m_look.selected), m_style.theme.role(Role::Filter).fill, 2);
}

void GridPainter::paint(QPainter& p, double t, bool withProducts) const
{
    paintGround(p);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (m_stamps && !m_look.hidesSize)
        paintAllStamped(p, stampsAt(m), true);
    else if (!m_look.hidesSize)
        paintDoneCells(p, [&](int r, int c) { return isDone(m, r, c); });
    paintOver(p, m);
}

void GridPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (m_stamps && !m_look.hidesSize) paintOpenStamps(p, m);
    paintOver(p, m);
}

/// What moves, over the results.
void GridPainter::paintOver(QPainter& p, const ConvMoment& m) const
{
    const bool isFocused = m_look.focus.has_value();
    if (m_figure.scene.isTransposed) {
        if (!m_look.hidesSize) paintCrops(p);
        if (!isFocused) paintStampWindow(p, m);
    } else {
        if (!m_look.hidesSize) paintCurrent(p, m);
        if (!isFocused) paintWindow(p, m);
    }
    if (isFocused) paintFocus(p, m);
    if (m_look.showsErratum && m_layout.hasGhost) {
        const Shape out = m_figure.outputShape();
        m_brush.outline(p, m_layout.outputs.front().span(0, 0, out.height, out.width), m_style.theme.danger,
                        4);
    }
    const QRectF clip = p.hasClipping() ? p.clipBoundingRect() : m_layout.sumCard;
    if (m_look.showSum && clip.intersects(m_layout.sumCard)) paintSum(p, m);
}

void GridPainter::paintSum(QPainter& p, const ConvMoment& m) const
{
    const bool isOutput = m_look.focus && m_look.focus->place == ConvPlace::Output;
    const std::size_t formed =
        isOutput ? static_cast<std::size_t>(-1) : m.formed(static_cast<std::size_t>(termCount(m_figure)));
    if (m_figure.scene.isTransposed && !isOutput)
        return m_sum.paintStamp(p, m_layout.sumCard, m.row, m.column, front(), formed, m_look.isUpright);
    const OutputCell cell = isOutput
                                ? OutputCell{m_look.focus->row, m_look.focus->column, m_look.focus->filter}
                                : OutputCell{m.row, m.column, front()};
    const bool isHidden = m_look.hidesNext && !isOutput;
    m_layout.isSumLine ? m_sum.paintLine(p, m_layout.sumCard, cell, formed, isHidden)
                       : m_sum.paint(p, m_layout.sumCard, cell, formed, isHidden, m_look.isUpright);
}

/// The sum of another position, also from one gliding window to another.
QRegion GridPainter::betweenRegion(double from, double to, bool withProducts) const
{
    const int before = momentAt(m_figure, from, withProducts).position,
              after = momentAt(m_figure, to, withProducts).position;
    return m_look.showSum && before != after ? QRegion(m_layout.sumCard.toAlignedRect()) : QRegion();
}

/// A box with the outline around it, in whole pixels.
QRect GridPainter::withEdge(const QRectF& box) const
{
    const double edge = 4 * m_style.scale;
    return box.adjusted(-edge, -edge, edge, edge).toAlignedRect();
}

QRegion GridPainter::movingRegion(double t, bool withProducts) const
{
    if (m_look.focus)
        return figureBox().adjusted(-160, -160, 160, 160).united(m_layout.sumCard).toAlignedRect();
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    QRegion region;
    // While only the window glides, the sum stands still.
    if (m_look.showSum && m.termsShare > 0) region += m_layout.sumCard.toAlignedRect();
    const auto add = [&](const QRectF& rect) { region += withEdge(rect); };
    if (m_stamps) return region + stampingRegion(m);
    for (const GridLayout& grid : m_layout.inputs)
        add(windowBox(grid, m.windowRow, m.windowColumn));
    for (const GridLayout& grid : m_layout.outputs)
        add(grid.at(m.row * strideH(), m.column * strideW()));
    return region;
}

} // namespace hg
