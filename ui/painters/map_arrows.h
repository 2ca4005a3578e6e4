#pragma once

#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

#include <vector>

namespace hg {

/// An arrow on top of a map's points, in the plane. One with a handle stands out and can be dragged by its
/// tip; one without is dashed, behind them.
struct MapArrow {
    QPointF from, to;
    QString name; ///< at its tip
    bool hasHandle = true;
    bool operator==(const MapArrow&) const = default;
};

/// Where an arrow's tip is drawn, in pixels: an arrow that leaves the box ends at its edge, so that its
/// handle stays in reach.
QPointF tipOf(const MapArrow& arrow, const MapFrame& frame, const PaintStyle& style);
/// The arrow of which the handle is under the pixel, the last drawn first, or −1.
int arrowAt(const std::vector<MapArrow>& arrows, const QPointF& pixel, const MapFrame& frame,
            const PaintStyle& style);
void paintArrows(QPainter& p, const std::vector<MapArrow>& arrows, const MapFrame& frame,
                 const PaintStyle& style);

} // namespace hg
