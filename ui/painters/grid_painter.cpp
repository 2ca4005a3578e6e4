#include "ui/painters/grid_painter.h"

#include "core/lab/named_filters.h"
#include "ui/painters/grid_measures.h"
#include "ui/painters/line_layout.h"
#include "ui/theme/line_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

double greatest(const TensorD& t)
{
    double most = 0;
    for (const double v : t.data)
        most = std::max(most, std::abs(v));
    return most > 0 ? most : 1;
}

} // namespace

GridPainter::GridPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                         const ConvLook& look)
    : m_figure(figure)
    , m_style(style)
    , m_look(look)
    , m_brush(m_style)
    , m_pictures(m_style)
    , m_sum(figure, m_style)
    , m_greatestInput(greatest(figure.scene.input))
    , m_greatestKernel(greatest(figure.scene.kernel))
    , m_greatestOutput(greatest(figure.output))
{
    for (int f = 0; f < figure.scene.filters(); ++f) {
        m_filterMembers.push_back(style.theme.member(Role::Filter, f, figure.scene.filters()));
        m_outputMembers.push_back(style.theme.member(Role::Output, f, figure.scene.filters()));
    }
    m_filterName = planeFilterName(style.texts, filterIdOf(figure.scene, front()));
    m_look.showsErratum = look.showsErratum && !look.hidesSize;
    layOut(size);
    if (hasPictures()) m_maps.emplace(figure, style.theme, m_look);
    layOutTitles();
}

bool GridPainter::isPlain() const
{
    return m_figure.scene.channels() == 1 && m_figure.scene.filters() == 1;
}

int GridPainter::firstChannel() const
{
    const ConvScene& s = m_figure.scene;
    if (s.pooling) return front();
    return s.groups == 1 ? 0 : front() / (s.filters() / s.groups) * s.kernel.shape.channels;
}

QRectF GridPainter::figureBox() const
{
    const QRectF box = around(m_layout.inputs).united(around(m_layout.outputs)).united(m_layout.card);
    return m_layout.printed ? box.united(m_layout.printed->box) : box;
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

// What stays.

void GridPainter::paintStill(QPainter& p) const
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

QString GridPainter::inputNote() const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Texts& texts = m_style.texts;
    if (!m_figure.scene.isTransposed && (h.unreadTail() > 0 || w.unreadTail() > 0))
        return texts.say("ConvPicture", "never read, crossed out: rows %1, columns %2")
            .arg(h.unreadTail())
            .arg(w.unreadTail());
    const bool isPadded = h.padBefore + h.padAfter + w.padBefore + w.padAfter > 0;
    if (!m_figure.scene.isTransposed && isPadded) return texts.say("ConvPicture", "hatched: padding");
    return m_look.isEditable && !m_look.isPresented ? texts.say("ConvPicture", "click a number to change it")
                                                    : QString();
}

QString GridPainter::outputNote() const
{
    if (m_look.hidesSize) return {};
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Texts& texts = m_style.texts;
    if (m_figure.scene.isTransposed) {
        const bool isCropped = h.padBefore + h.padAfter + w.padBefore + w.padAfter > 0;
        return isCropped ? texts.say("ConvPicture", "red: cut off")
                         : texts.say("ConvPicture", "each input adds its stamp");
    }
    if (m_look.showsErratum && m_layout.hasGhost)
        return texts.say("ConvPicture", "strong: right; framed: printed");
    if (!m_look.outlined.empty()) return texts.say("ConvPicture", "dashed: other rules give another number");
    if (m_layout.hasGhost)
        return texts.say("ConvPicture", "strong: what stride %1 keeps").arg(std::max(h.stride, w.stride));
    return m_figure.scene.filters() > 1 ? texts.say("ConvPicture", "one slice per filter") : QString();
}

QString GridPainter::filterNote() const
{
    const ConvScene& s = m_figure.scene;
    const Texts& texts = m_style.texts;
    const bool isNamed = !m_filterName.isEmpty();
    if (s.convention == Convention::NumPy && !s.isTransposed && !s.pooling)
        return isNamed ? texts.say("ConvPicture", "%1, turned by 180°").arg(m_filterName)
                       : texts.say("ConvPicture", "turned by 180° as it slides");
    if (s.filters() > 1 && !s.pooling) {
        const QString note = isNamed ? texts.say("ConvPicture", "%1 (%2 of %3)").arg(m_filterName)
                                     : texts.say("ConvPicture", "number %1 of %2 in front");
        return note.arg(front() + 1).arg(s.filters());
    }
    if (isNamed) return m_filterName;
    const bool isHinted = m_look.isEditable && !m_look.isPresented && !s.pooling;
    return isHinted ? texts.say("ConvPicture", "click to edit") : QString();
}

void GridPainter::paintTitles(QPainter& p) const
{
    const double px = m_style.scale;
    for (const PartTitle& title : m_layout.titles) {
        const QRectF line(title.left, title.top, title.room, 28 * px);
        p.setPen(title.isWrong ? m_style.theme.danger : m_style.theme.role(title.role).text);
        p.setFont(m_style.font(m_layout.titlePixels, QFont::Bold));
        p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title.text);
        if (!hasNotes()) continue;
        p.setPen(m_style.theme.muted);
        p.setFont(m_style.font(13));
        p.drawText(QRectF(line.left(), line.bottom() - 2 * px, line.width(), 34 * px),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, title.note);
    }
}

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
    } else
        m_brush.cell(p, cell, theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                     mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
    m_brush.value(p, cell, value, isPadding ? theme.muted : theme.ink);
}

void GridPainter::paintInput(QPainter& p, int channel) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.inputs[static_cast<std::size_t>(channel)];
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const bool t = m_figure.scene.isTransposed;
    const int readRows = t ? grid.rows : h.padded() - h.unreadTail(),
              readColumns = t ? grid.columns : w.padded() - w.unreadTail();
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

bool GridPainter::hasAxes() const
{
    const ConvScene& s = m_figure.scene;
    return s.secondsPerColumn > 0 && s.hzPerRow > 0 && s.channels() == 1;
}

double GridPainter::axisHeight() const
{
    return hasAxes() ? 22 * m_style.scale : 0;
}

double GridPainter::axisWidth() const
{
    return hasAxes() ? 64 * m_style.scale : 0;
}

/// Of the input, and of the output where there is one: of several, each would be too small.
void GridPainter::paintAxes(QPainter& p) const
{
    const SpectrogramScales in = inputScales(m_figure);
    paintHz(p, m_layout.inputs.front(), in.hz, true);
    paintSeconds(p, m_layout.inputs.front(), in.seconds);
    if (!isPlain() || m_figure.scene.isTransposed || m_look.hidesSize) return;
    const SpectrogramScales out = outputScales(m_figure, m_layout.hasGhost);
    paintHz(p, m_layout.outputs.front(), out.hz, false);
    paintSeconds(p, m_layout.outputs.front(), out.seconds);
}

void GridPainter::paintSeconds(QPainter& p, const GridLayout& grid, const GridScale& scale) const
{
    const ConvScene& s = m_figure.scene;
    const double px = m_style.scale, least = std::max(0.0, scale.at(0)),
                 most = std::min(s.secondsPerColumn * s.input.shape.width, scale.at(grid.columns));
    p.setFont(m_style.font(13));
    p.setPen(QPen(m_style.theme.muted, px));
    for (const double value : LineScale{least, most}.ticks()) {
        const double x = grid.box.left() + scale.cellOf(value) * grid.cell;
        p.drawLine(QPointF(x, grid.box.bottom() + 1), QPointF(x, grid.box.bottom() + 5 * px));
        p.drawText(QRectF(x - 30 * px, grid.box.bottom() + 5 * px, 60 * px, 17 * px), Qt::AlignCenter,
                   m_style.texts.say("ConvPicture", "%1 s").arg(m_brush.number(value)));
    }
}

void GridPainter::paintHz(QPainter& p, const GridLayout& grid, const GridScale& scale, bool isLeft) const
{
    const double px = m_style.scale, least = std::max(0.0, scale.at(grid.rows)),
                 edge = isLeft ? grid.box.left() : grid.box.right(), out = isLeft ? -1 : 1;
    p.setFont(m_style.font(13));
    p.setPen(QPen(m_style.theme.muted, px));
    const ConvScene& s = m_figure.scene;
    const double most = std::min(s.hzPerRow * s.input.shape.height, scale.at(0)), spacing = 20 * px;
    double last = grid.box.bottom() + 2 * spacing;
    for (const double value : LineScale{least, most}.ticks()) {
        const double y = grid.box.top() + scale.cellOf(value) * grid.cell;
        if (last - y < spacing) continue;
        last = y;
        p.drawLine(QPointF(edge + out, y), QPointF(edge + out * 5 * px, y));
        const double left = isLeft ? edge - 63 * px : edge + 7 * px;
        p.drawText(QRectF(left, y - 9 * px, 56 * px, 18 * px),
                   (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                   m_style.texts.say("ConvPicture", "%1 Hz").arg(m_brush.number(value)));
    }
}

void GridPainter::paintKernel(QPainter& p, const GridLayout& grid, int filter, int channel) const
{
    const Theme& theme = m_style.theme;
    const ConvScene& s = m_figure.scene;
    if (!hasNumbers(grid)) return paintKernelPicture(p, grid, filter, channel);
    const QColor border = mixed(theme.surface, memberColour(Role::Filter, filter), 0.6);
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const QRectF cell = grid.at(r, c);
            if (s.pooling) {
                m_brush.cell(p, cell, theme.surface, border, Qt::DashLine);
                continue;
            }
            const double value = weightAt(s, filter, channel, r, c);
            m_brush.cell(p, cell, shadeOf(Role::Filter, value, m_greatestKernel, filter), border);
            m_brush.value(p, cell, value, theme.ink);
        }
}

void GridPainter::paintBadge(QPainter& p, QPointF centre, int number, const QColor& colour) const
{
    const double px = m_style.scale;
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(centre, 10 * px, 10 * px);
    const bool isInkBetter = contrast(colour, Qt::black) > contrast(colour, Qt::white);
    p.setPen(isInkBetter ? Qt::black : Qt::white);
    p.setFont(m_style.font(13, QFont::Bold));
    p.drawText(QRectF(centre.x() - 10 * px, centre.y() - 10 * px, 20 * px, 20 * px), Qt::AlignCenter,
               QString::number(number));
}

void GridPainter::paintFilters(QPainter& p) const
{
    const ConvScene& s = m_figure.scene;
    const double px = m_style.scale;
    const int filters = s.pooling ? 1 : s.filters();
    if (!isPlain() && filters > 1)
        for (int offset = std::min(filters - 1, 6); offset > 0; --offset) { // the farthest lies lowest
            const int f = (front() + offset) % filters;
            const double side = offset % 2 == 1 ? 1 : -1, step = (offset + 1) / 2;
            p.save();
            p.translate(m_layout.card.center() + QPointF(0, m_layout.card.height() * 0.3));
            p.rotate(side * step * 6);
            p.translate(-m_layout.card.center() - QPointF(0, m_layout.card.height() * 0.3));
            p.setPen(QPen(memberColour(Role::Filter, f), 2 * px));
            p.setBrush(m_style.theme.surface);
            p.drawRoundedRect(m_layout.card, 8 * px, 8 * px);
            for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
                paintKernel(p, m_layout.kernels[i], f, static_cast<int>(i));
            p.restore();
        }
    if (!isPlain()) {
        p.setPen(QPen(memberColour(Role::Filter, front()), 3 * px));
        p.setBrush(m_style.theme.surface);
        p.drawRoundedRect(m_layout.card, 8 * px, 8 * px);
        if (!s.pooling && filters > 1)
            paintBadge(p, {m_layout.card.left() + 22 * px, m_layout.card.bottom() - 16 * px}, front() + 1,
                       memberColour(Role::Filter, front()));
    }
    for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
        paintKernel(p, m_layout.kernels[i], front(), firstChannel() + static_cast<int>(i));
    const QRectF box = around(m_layout.kernels);
    if (s.pooling) {
        p.setPen(m_style.theme.role(Role::Filter).text);
        p.setFont(m_style.font(18, QFont::Bold));
        p.drawText(box, Qt::AlignCenter,
                   *s.pooling == Pooling::Max ? QStringLiteral("max")
                                              : m_style.texts.say("ConvPicture", "mean"));
    }
    if (isPlain()) m_brush.outline(p, box, m_style.theme.role(Role::Filter).fill);
}

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
        if (!m_figure.scene.isTransposed) paintPictureFrame(p, filter); // else around what is kept
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

void GridPainter::paintOperators(QPainter& p) const
{
    const double px = m_style.scale;
    const QRectF kernel = m_layout.card.isEmpty() ? around(m_layout.kernels) : m_layout.card;
    const double y = kernel.center().y(),
                 reach = isPlain() ? 0 : std::min(m_figure.scene.filters() - 1, 6) * fanStep * px / 2;
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.muted);
    p.drawEllipse(QPointF((m_layout.inputRoom.right() + kernel.left() - reach) / 2, y), 5 * px, 5 * px);
    const double x = (kernel.right() + reach + m_layout.outputRoom.left()) / 2;
    p.setPen(QPen(m_style.theme.muted, 3 * px, Qt::SolidLine, Qt::RoundCap));
    for (const double dy : {-4.5, 4.5})
        p.drawLine(QPointF(x - 9 * px, y + dy * px), QPointF(x + 9 * px, y + dy * px));
}

/// From the output's left on, as far as the card below reaches.
double GridPainter::formulaLeft(double width) const
{
    return std::max(m_layout.sumCard.left(),
                    std::min(m_layout.outputRoom.left(), m_layout.sumCard.right() - width));
}

void GridPainter::paintFormulas(QPainter& p) const
{
    const double px = m_style.scale;
    const bool t = m_figure.scene.isTransposed, areAlike = m_figure.geometry.h == m_figure.geometry.w;
    const auto rows = formulaRuns(m_figure.geometry.h, t, m_style.theme, m_look.hidesSize),
               columns = formulaRuns(m_figure.geometry.w, t, m_style.theme, m_look.hidesSize);
    const QRectF& out = m_layout.outputRoom;
    const double right = std::min(std::max(out.right(), out.left() + 200 * px), m_layout.sumCard.right());
    const bool isClose = m_layout.isTight && !m_look.isPresented; // under the output, from its right on
    const double left = isClose     ? m_layout.inputRoom.right() + 12 * px
                        : isPlain() ? m_layout.inputRoom.left()
                                    : around(m_layout.kernels).left();
    double pixels = areAlike ? (m_layout.isPicture || isClose ? 20 : 24) : 19;
    const double room =
        m_look.isPresented && isPlain() ? m_layout.sumCard.right() - out.left() : right - left;
    pixels *= std::min(
        1.0, room / std::max(1.0, std::max(m_brush.widthOf(rows, pixels), m_brush.widthOf(columns, pixels))));
    const auto line = [&](const std::vector<TextRun>& runs, const QString& note, double y,
                          bool isNoteBeside) {
        const double wide = m_brush.widthOf(runs, pixels),
                     x = m_look.isPresented && isPlain() ? formulaLeft(wide)
                                                         : std::max(m_layout.sumCard.left(), right - wide);
        m_brush.draw(p, {x, y}, runs, pixels);
        p.setFont(m_style.font(13));
        p.setPen(m_style.theme.muted);
        if (m_look.isPresented && isPlain())
            p.drawText(QRectF(x + wide + 12 * px, y - 22 * px, 118 * px, 28 * px),
                       Qt::AlignLeft | Qt::AlignVCenter, isNoteBeside ? note : QString());
        else if (isNoteBeside) {
            const double free = x - 12 * px - left, needed = p.fontMetrics().horizontalAdvance(note);
            if (!isClose || needed <= free)
                p.drawText(QRectF(x - 252 * px, y - 22 * px, 240 * px, 28 * px),
                           Qt::AlignRight | Qt::AlignVCenter, note);
        } else
            p.drawText(QRectF(right - 400 * px, y + 7 * px, 400 * px, 20 * px), Qt::AlignRight | Qt::AlignTop,
                       note);
    };
    const bool isOneLine = (m_layout.isPicture || isClose) && isPlain(); // its note beside it
    if (areAlike)
        return line(rows, m_style.texts.say("ConvPicture", "rows and columns alike"),
                    m_layout.formulaTop + (isOneLine ? 22 : 26) * px, isOneLine && !m_look.isPresented);
    line(rows, m_style.texts.say("ConvPicture", "rows"), m_layout.formulaTop + 22 * px, true);
    line(columns, m_style.texts.say("ConvPicture", "columns"), m_layout.formulaTop + 48 * px, true);
}

void GridPainter::paintCounter(QPainter& p) const
{
    const double px = m_style.scale, left = around(m_layout.inputs).left();
    m_brush.draw(p, {left, m_layout.formulaTop + 26 * px}, counterRuns(m_figure.scene, m_style.theme), 20);
    p.setFont(m_style.font(13));
    p.setPen(m_style.theme.muted);
    p.drawText(QRectF(left, m_layout.formulaTop + 33 * px, 420 * px, 20 * px), Qt::AlignLeft | Qt::AlignTop,
               counterNote(m_style.texts));
}

// What is done, and what moves.

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
    if (m_figure.scene.isTransposed || m_look.hidesSize) return; // a stamped cell goes on changing
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
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

void GridPainter::paint(QPainter& p, double t, bool withProducts) const
{
    paintStill(p);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (!m_figure.scene.isTransposed && !m_look.hidesSize)
        paintDoneCells(p, [&](int r, int c) { return isDone(m, r, c); });
    paintMoving(p, t, withProducts);
}

QRegion GridPainter::doneRegion(double t, bool withProducts) const
{
    if (m_figure.scene.isTransposed || m_look.hidesSize) return {};
    const ConvMoment m = momentAt(m_figure, t, withProducts);
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

void GridPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    const bool isFocused = m_look.focus.has_value();
    if (m_figure.scene.isTransposed) {
        if (!m_look.hidesSize) paintStamps(p, m);
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
        return m_sum.paintStamp(p, m_layout.sumCard, m.row, m.column, front(), formed);
    const OutputCell cell = isOutput
                                ? OutputCell{m_look.focus->row, m_look.focus->column, m_look.focus->filter}
                                : OutputCell{m.row, m.column, front()};
    const bool isHidden = m_look.hidesNext && !isOutput;
    m_layout.isSumLine ? m_sum.paintLine(p, m_layout.sumCard, cell, formed, isHidden)
                       : m_sum.paint(p, m_layout.sumCard, cell, formed, isHidden);
}

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
    return grid.span(row * h.stride, column * w.stride, h.effectiveKernel(), w.effectiveKernel());
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

/// The number that an output cell shows, where it shows one.
std::optional<double> GridPainter::shownAt(const ConvMoment& m, const ConvHit& cell) const
{
    if (m_figure.scene.isTransposed) {
        const StampedOutput now = stampedAt(m);
        const int r = cell.row + now.cropTop, c = cell.column + now.cropLeft;
        if (!isStamped(m, r, c) && m_figure.scene.biasOf(cell.filter) == 0) return std::nullopt;
        return now.values.at(0, cell.filter, r, c);
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

QRegion GridPainter::movingRegion(double t, bool withProducts) const
{
    if (m_figure.scene.isTransposed || m_look.focus)
        return figureBox().adjusted(-160, -160, 160, 160).united(m_layout.sumCard).toAlignedRect();
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    const double edge = 4 * m_style.scale;
    QRegion region;
    // While only the window glides, the sum stands still.
    if (m_look.showSum && m.termsShare > 0) region += m_layout.sumCard.toAlignedRect();
    const auto add = [&](const QRectF& rect) {
        region += rect.adjusted(-edge, -edge, edge, edge).toAlignedRect();
    };
    for (const GridLayout& grid : m_layout.inputs)
        add(windowBox(grid, m.windowRow, m.windowColumn));
    for (const GridLayout& grid : m_layout.outputs)
        add(grid.at(m.row * strideH(), m.column * strideW()));
    return region;
}

// Where things are.

QList<QLineF> GridPainter::playhead(double second) const
{
    QList<QLineF> lines;
    if (!hasAxes()) return lines;
    const auto add = [&](const GridLayout& grid, const GridScale& seconds) {
        const double column = seconds.cellOf(second), x = grid.box.left() + column * grid.cell;
        if (column < 0 || column > grid.columns) return;
        lines << QLineF(x, grid.box.top() - 4 * m_style.scale, x, grid.box.bottom() + 5 * m_style.scale);
    };
    add(m_layout.inputs.front(), inputScales(m_figure).seconds);
    if (m_figure.scene.isTransposed || m_look.hidesSize) return lines;
    const GridScale seconds = outputScales(m_figure, m_layout.hasGhost).seconds;
    for (const GridLayout& grid : m_layout.outputs)
        add(grid, seconds);
    return lines;
}

std::optional<ConvHit> GridPainter::hit(const QPointF& point) const
{
    const auto cellIn = [&](const GridLayout& g) -> std::optional<Axes> {
        if (!g.box.contains(point)) return std::nullopt;
        return Axes{std::min(g.rows - 1, static_cast<int>((point.y() - g.box.top()) / g.cell)),
                    std::min(g.columns - 1, static_cast<int>((point.x() - g.box.left()) / g.cell))};
    };
    if (!m_figure.scene.pooling)
        for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
            if (const auto c = cellIn(m_layout.kernels[i]))
                return ConvHit{ConvPlace::Kernel, c->h, c->w, firstChannel() + static_cast<int>(i), front()};
    for (std::size_t i = 0; i < m_layout.inputs.size(); ++i)
        if (const auto c = cellIn(m_layout.inputs[i]))
            return ConvHit{ConvPlace::Input, c->h - m_layout.padTop, c->w - m_layout.padLeft,
                           static_cast<int>(i), 0};
    if (m_look.hidesSize) return std::nullopt;
    const Shape out = m_figure.outputShape();
    const bool t = m_figure.scene.isTransposed;
    for (std::size_t i = 0; i < m_layout.outputs.size(); ++i) {
        const auto c = cellIn(m_layout.outputs[i]);
        if (!c) continue;
        const int top = t ? m_figure.geometry.h.padBefore : 0, left = t ? m_figure.geometry.w.padBefore : 0;
        if (c->h % strideH() != 0 || c->w % strideW() != 0) return std::nullopt; // a ghost
        const ConvHit found{ConvPlace::Output, c->h / strideH() - top, c->w / strideW() - left, 0,
                            static_cast<int>(i)};
        if (found.row < 0 || found.column < 0 || found.row >= out.height || found.column >= out.width)
            return std::nullopt; // cut off
        return found;
    }
    return std::nullopt;
}

QRectF GridPainter::cellOf(const ConvHit& hit) const
{
    const bool t = m_figure.scene.isTransposed;
    switch (hit.place) {
    case ConvPlace::Input:
        return m_layout.inputs[static_cast<std::size_t>(hit.channel)].at(hit.row + m_layout.padTop,
                                                                         hit.column + m_layout.padLeft);
    case ConvPlace::Kernel: {
        const int index = hit.channel - firstChannel();
        if (index < 0 || index >= static_cast<int>(m_layout.kernels.size())) return {};
        return m_layout.kernels[static_cast<std::size_t>(index)].at(hit.row, hit.column);
    }
    case ConvPlace::Output:
        if (m_look.hidesSize) return {};
        break;
    }
    const int top = t ? m_figure.geometry.h.padBefore : 0, left = t ? m_figure.geometry.w.padBefore : 0;
    return m_layout.outputs[static_cast<std::size_t>(hit.filter)].at((hit.row + top) * strideH(),
                                                                     (hit.column + left) * strideW());
}

QString GridPainter::describe(double t) const
{
    if (m_look.hidesSize)
        return m_style.texts.say("ConvPicture", "How many rows and columns does the output have?");
    const ConvMoment m = momentAt(m_figure, t);
    if (m_figure.scene.isTransposed)
        return m_style.texts.say("ConvPicture", "Input row %1, column %2: the filter times %3 is stamped.")
            .arg(m.row + 1)
            .arg(m.column + 1)
            .arg(m_brush.number(m_figure.scene.input.at(0, 0, m.row, m.column)));
    if (m_look.hidesNext)
        return m_style.texts.say("ConvPicture", "Window at output row %1, column %2: what is the result?")
            .arg(m.row + 1)
            .arg(m.column + 1);
    if (m.writeShare <= 0)
        return m_style.texts.say("ConvPicture", "Window at output row %1, column %2.")
            .arg(m.row + 1)
            .arg(m.column + 1);
    return m_style.texts.say("ConvPicture", "Window at output row %1, column %2: the sum is %3.")
        .arg(m.row + 1)
        .arg(m.column + 1)
        .arg(m_brush.number(m_figure.output.at(0, front(), m.row, m.column)));
}

} // namespace hg
