#include "ui/painters/curve_plot.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double nameSize = 13;

double along(const CurveAxis& axis, double value)
{
    if (!axis.isLogarithmic) return (value - axis.from) / (axis.to - axis.from);
    return std::log(value / axis.from) / std::log(axis.to / axis.from);
}

/// The plot in its box: where the lines run, and what lies around them.
struct Layout {
    Layout(const QRectF& box, const CurvePlot& plot, const PaintStyle& style) : m_plot(plot)
    {
        const QFontMetricsF names(style.font(nameSize, QFont::DemiBold)), axes(style.font(plot.axisPixels));
        double right = 0, left = 0;
        for (const PlotLine& curve : plot.curves)
            right = std::max(right, names.horizontalAdvance(curve.name));
        for (const QString& text : plot.y.texts)
            left = std::max(left, axes.horizontalAdvance(text));
        lines = box.adjusted(left + style.px(10), style.px(30), -right - style.px(14), -style.px(26));
    }

    QPointF at(const QPointF& point) const
    {
        return {lines.left() + along(m_plot.x, point.x()) * lines.width(),
                lines.bottom() - along(m_plot.y, point.y()) * lines.height()};
    }

    QRectF lines;

private:
    const CurvePlot& m_plot;
};

void paintAxes(QPainter& p, const QRectF& box, const CurvePlot& plot, const Layout& layout,
               const PaintStyle& style)
{
    const QRectF& lines = layout.lines;
    const double line = style.px(16);
    p.setFont(style.font(plot.axisPixels));
    for (std::size_t i = 0; i < plot.y.ticks.size(); ++i) {
        const double y = layout.at({plot.x.from, plot.y.ticks[i]}).y();
        p.setPen(QPen(style.theme.line, 1));
        p.drawLine(QPointF(lines.left(), y), QPointF(lines.right(), y));
        p.setPen(style.theme.muted);
        p.drawText(QRectF(box.left(), y - line / 2, lines.left() - style.px(6) - box.left(), line),
                   Qt::AlignRight | Qt::AlignVCenter, plot.y.texts.value(static_cast<int>(i)));
    }
    p.setPen(style.theme.muted);
    const double top = lines.bottom() + style.px(4), wide = style.px(60);
    double end = lines.left();
    for (std::size_t i = 0; i < plot.x.ticks.size(); ++i) {
        const double x = layout.at({plot.x.ticks[i], plot.y.from}).x();
        p.drawLine(QPointF(x, lines.bottom()), QPointF(x, lines.bottom() + style.px(3)));
        const QString text = plot.x.texts.value(static_cast<int>(i));
        p.drawText(QRectF(x - wide / 2, top, wide, line), Qt::AlignCenter, text);
        end = x + QFontMetricsF(p.font()).horizontalAdvance(text) / 2;
    }
    const QRectF room(end + style.px(8), top, box.right() - end - style.px(8), line);
    if (QFontMetricsF(p.font()).horizontalAdvance(plot.x.name) <= room.width())
        p.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, plot.x.name);
}

void paintBand(QPainter& p, const PlotLine& curve, const Layout& layout)
{
    if (curve.hasWhiskers || curve.spread.size() != curve.points.size()) return;
    QPolygonF band;
    for (std::size_t i = 0; i < curve.points.size(); ++i)
        band << layout.at(curve.points[i] + QPointF(0, curve.spread[i]));
    for (std::size_t i = curve.points.size(); i-- > 0;)
        band << layout.at(curve.points[i] - QPointF(0, curve.spread[i]));
    QColor fill = curve.colour;
    fill.setAlphaF(0.14f);
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    p.drawPolygon(band);
}

void paintWhiskers(QPainter& p, const PlotLine& curve, const Layout& layout, const PaintStyle& style)
{
    const double half = style.px(5);
    p.setPen(QPen(curve.colour, style.px(1.8)));
    for (std::size_t i = 0; i < curve.points.size() && i < curve.spread.size(); ++i) {
        const QPointF top = layout.at(curve.points[i] + QPointF(0, curve.spread[i])),
                      foot = layout.at(curve.points[i] - QPointF(0, curve.spread[i]));
        p.drawLine(top, foot);
        for (const QPointF& end : {top, foot})
            p.drawLine(end - QPointF(half, 0), end + QPointF(half, 0));
    }
}

/// Above the points, and only where two of them are far enough apart.
void paintValues(QPainter& p, const PlotLine& curve, const Layout& layout, const PaintStyle& style)
{
    p.setFont(style.font(nameSize, QFont::Bold));
    p.setPen(curve.colour);
    const double line = style.px(18), apart = style.px(6);
    double free = layout.lines.left() - style.px(40);
    const auto count = std::min(static_cast<std::size_t>(curve.values.size()), curve.points.size());
    for (std::size_t i = 0; i + 1 < count; ++i) { // the last stands with the name
        const QString& text = curve.values.at(static_cast<int>(i));
        const double wide = QFontMetricsF(p.font()).horizontalAdvance(text);
        const QPointF at = layout.at(curve.points[i]);
        const double least = layout.lines.left() + apart; // clear of the axis
        const QRectF box(std::max(least, at.x() - wide / 2), at.y() - line - style.px(6), wide, line);
        if (box.left() < free) continue;
        p.fillRect(box.adjusted(0, style.px(2), 0, -style.px(2)),
                   mixed(style.theme.surface, curve.colour, 0.08));
        p.drawText(box, Qt::AlignCenter, text);
        free = box.right() + apart;
    }
}

void paintLine(QPainter& p, const PlotLine& curve, const Layout& layout, const PaintStyle& style)
{
    QPolygonF line;
    for (const QPointF& point : curve.points)
        line << layout.at(point);
    p.setPen(QPen(curve.colour, style.px(curve.isStrong ? 2.8 : 2), curve.line, Qt::FlatCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    if (!curve.hasWhiskers) p.drawPolyline(line);
    if (curve.hasWhiskers) paintWhiskers(p, curve, layout, style);
    if (!curve.hasPoints) return;
    p.setPen(QPen(curve.colour, style.px(2)));
    p.setBrush(style.theme.surface);
    const double radius = style.px(curve.isStrong ? 5 : 4);
    for (const QPointF& place : line)
        p.drawEllipse(place, radius, radius);
}

/// Where a curve is left by the eye: its last place within the axes.
struct Name {
    const PlotLine* curve;
    QPointF end;
    double y; ///< of the text's middle
};

std::optional<QPointF> endOf(const PlotLine& curve, const Layout& layout)
{
    for (std::size_t i = curve.points.size(); i-- > 0;) {
        const QPointF place = layout.at(curve.points[i]);
        if (place.y() <= layout.lines.bottom() + 1 && place.y() >= layout.lines.top() - 1) return place;
    }
    return std::nullopt;
}

/// Names in one column keep a line apart: they part evenly from where they would meet, and stay in the box.
void partNames(std::vector<Name>& names, double line, double top, double bottom)
{
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    for (int round = 0; round < 24; ++round)
        for (std::size_t i = 1; i < names.size(); ++i) {
            const double lack = line - (names[i].y - names[i - 1].y);
            if (lack <= 0) continue;
            names[i - 1].y -= lack / 2;
            names[i].y += lack / 2;
        }
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, top + line * static_cast<double>(i));
    for (std::size_t i = names.size(); i-- > 0;)
        names[i].y = std::min(names[i].y, bottom - line * static_cast<double>(names.size() - 1 - i));
}

void paintNames(QPainter& p, const CurvePlot& plot, const Layout& layout, const PaintStyle& style)
{
    std::vector<Name> names;
    const double line = style.px(16), beside = style.px(8);
    p.setFont(style.font(nameSize, QFont::DemiBold));
    for (const PlotLine& curve : plot.curves) {
        const auto end = curve.name.isEmpty() ? std::nullopt : endOf(curve, layout);
        if (!end) continue;
        const bool leaves = *end != layout.at(curve.points.back());
        if (!leaves) {
            names.push_back({&curve, *end, end->y()});
            continue;
        }
        p.setPen(curve.colour);
        p.drawText(QRectF(end->x() + beside, end->y() - line, style.px(160), line),
                   Qt::AlignLeft | Qt::AlignVCenter, curve.name);
    }
    partNames(names, line, layout.lines.top(), layout.lines.bottom());
    for (const Name& name : names) {
        p.setPen(name.curve->colour);
        p.drawText(QRectF(name.end.x() + beside, name.y - line / 2, style.px(400), line),
                   Qt::AlignLeft | Qt::AlignVCenter, name.curve->name);
    }
}

void paintCursor(QPainter& p, double x, const CurvePlot& plot, const Layout& layout, const PaintStyle& style)
{
    if (x < plot.x.from || x > plot.x.to) return;
    const double at = layout.at({x, plot.y.from}).x();
    p.setPen(QPen(style.theme.accentText, style.px(2), Qt::DashLine));
    p.drawLine(QPointF(at, layout.lines.top()), QPointF(at, layout.lines.bottom()));
}

void paintMark(QPainter& p, const QPointF& mark, const Layout& layout, const PaintStyle& style)
{
    p.setPen(QPen(style.theme.accentText, style.px(3)));
    p.setBrush(style.theme.surface);
    p.drawEllipse(layout.at(mark), style.px(6), style.px(6));
}

void paintTitle(QPainter& p, const QRectF& box, const CurvePlot& plot, const PaintStyle& style)
{
    const QRectF line(box.left(), box.top(), box.width(), style.px(20));
    p.setFont(style.font(14, QFont::DemiBold));
    p.setPen(style.theme.ink);
    const QFontMetricsF metrics(p.font());
    const bool isWhole = plot.shortTitle.isEmpty() || metrics.horizontalAdvance(plot.title) <= line.width();
    const QString& said = isWhole ? plot.title : plot.shortTitle;
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, said);
    if (plot.remark.isEmpty()) return;
    const double title = metrics.horizontalAdvance(said) + style.px(16);
    p.setFont(style.font(13, QFont::DemiBold));
    p.setPen(style.theme.accentText);
    const QRectF room = line.adjusted(title, 0, 0, 0);
    const bool isLongFitting = QFontMetricsF(p.font()).horizontalAdvance(plot.remark) <= room.width();
    p.drawText(room, Qt::AlignRight | Qt::AlignVCenter, isLongFitting ? plot.remark : plot.shortRemark);
}

} // namespace

void paintCurves(QPainter& p, const QRectF& box, const CurvePlot& plot, const PaintStyle& style)
{
    const Layout layout(box, plot, style);
    paintTitle(p, box, plot, style);
    paintAxes(p, box, plot, layout, style);
    p.save();
    const double edge = style.px(6); // rings at the ends are whole
    p.setClipRect(layout.lines.adjusted(-edge, -edge, edge, edge), Qt::IntersectClip);
    for (const PlotLine& curve : plot.curves)
        paintBand(p, curve, layout);
    if (plot.cursor) paintCursor(p, *plot.cursor, plot, layout, style);
    for (const PlotLine& curve : plot.curves)
        paintLine(p, curve, layout, style);
    if (plot.mark) paintMark(p, *plot.mark, layout, style);
    p.restore();
    for (const PlotLine& curve : plot.curves)
        paintValues(p, curve, layout, style);
    paintNames(p, plot, layout, style);
    if (!plot.note.isEmpty()) {
        p.setFont(style.font(plot.axisPixels));
        p.setPen(style.theme.muted);
        p.drawText(layout.lines.adjusted(style.px(8), 0, 0, -style.px(4)), Qt::AlignRight | Qt::AlignBottom,
                   plot.note);
    }
    if (plot.empty.isEmpty()) return;
    p.setFont(style.font(plot.axisPixels));
    p.setPen(style.theme.muted);
    p.drawText(layout.lines, Qt::AlignCenter | Qt::TextWordWrap, plot.empty);
}

std::optional<double> xAt(const QPointF& pixel, const QRectF& box, const CurvePlot& plot,
                          const PaintStyle& style)
{
    const Layout layout(box, plot, style);
    const double reach = style.px(8);
    if (!layout.lines.adjusted(-reach, -reach, reach, style.px(24)).contains(pixel)) return std::nullopt;
    const double share = std::clamp((pixel.x() - layout.lines.left()) / layout.lines.width(), 0.0, 1.0);
    if (!plot.x.isLogarithmic) return plot.x.from + share * (plot.x.to - plot.x.from);
    return plot.x.from * std::pow(plot.x.to / plot.x.from, share);
}

} // namespace hg
