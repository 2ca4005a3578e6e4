#pragma once

#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

#include <functional>
#include <optional>
#include <vector>

namespace hg {

/// A line of a plot, its name at its end.
struct PlotLine {
    QString name;
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    std::vector<QPointF> points{}; ///< by rising x
    std::vector<double> spread{};  ///< of each point, a band above and below; or none
    QStringList values{};          ///< what stands above each point, where there is room; or none
    bool isStrong = false;
    bool hasPoints = false;   ///< a ring at each
    bool hasWhiskers = false; ///< the spread is drawn as a bar at each point, and no line between them
    bool operator==(const PlotLine&) const = default;
};

/// An axis of a plot: what is seen of it, and where numbers stand.
struct CurveAxis {
    double from = 0, to = 1;
    std::vector<double> ticks{};
    QStringList texts{}; ///< one a tick
    QString name{};
    bool isLogarithmic = false;
    bool operator==(const CurveAxis&) const = default;
};

/// Curves over one axis, as they are painted: nothing of them is asked for meanwhile.
struct CurvePlot {
    QString title;
    QString shortTitle{}; ///< the same where that has no room
    CurveAxis x{}, y{};
    std::vector<PlotLine> curves{}; ///< the last on top
    std::optional<double> cursor{}; ///< a dashed line across
    std::optional<QPointF> mark{};  ///< a ring where something is to be seen
    QString remark{};               ///< what, beside the title
    QString shortRemark{};          ///< the same where that has no room
    QString empty{};                ///< said where nothing is drawn yet
    QString note{};                 ///< said at the foot of the lines, beside what is drawn
    double axisPixels = 12;         ///< of the numbers along the axes, in design pixels
    bool operator==(const CurvePlot&) const = default;
};

/// Paints the plot into the box; where two names would lie on each other both move.
void paintCurves(QPainter& p, const QRectF& box, const CurvePlot& plot, const PaintStyle& style);

/// The value of x under a pixel, within what is seen; nothing beside the axes.
std::optional<double> xAt(const QPointF& pixel, const QRectF& box, const CurvePlot& plot,
                          const PaintStyle& style);

} // namespace hg
