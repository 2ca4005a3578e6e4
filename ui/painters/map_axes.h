#pragma once

#include "ui/painters/axis_names.h"
#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

namespace hg {

/// The frame of a map: its two axes with their names inside the corners, where no tick needs the room.
struct MapAxes {
    AxisNames names;
    QColor colour; ///< of the axes and their names

    /// The room between the axes of a map of that size: the same whatever the numbers, so that nothing jumps.
    static QRectF boxIn(const QSizeF& size, const PaintStyle& style);
    /// Lines and numbers of round places, and both axes.
    void paintGround(QPainter& p, const MapFrame& frame, const PaintStyle& style) const;
    void paintNames(QPainter& p, const MapFrame& frame, const PaintStyle& style) const;
};

} // namespace hg
