#pragma once

#include "core/embed/cell_counts.h"
#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace hg {

// What lies behind and before the points of a map of codes.

/// Cells of about `side` pixels that fill the frame's box.
CellGrid cellsOf(const MapFrame& frame, double side);

/// A picture of alpha in one colour, ready to be drawn.
QImage inked(const QImage& alpha, QRgb colour, double opacity);

/// How many codes there are in each cell, as a cloud that deepens with their logarithm.
QImage densityOf(const CellGrid& cells, const std::vector<int>& counts, const QColor& colour);

/// Draws a picture of a stretch of the plane where the frame has it; smoothly where it has to be enlarged and
/// is to stay.
void paintStretch(QPainter& p, const MapFrame& frame, const CellGrid& cells, const QImage& picture,
                  bool isSmooth);

/// Hatches the cells without a code.
void paintHoles(QPainter& p, const MapFrame& frame, const CellGrid& cells, const std::vector<int>& counts,
                const PaintStyle& style);

/// A path on the map: its line, its pictures as dots (open ones where there are no data), its two ends as
/// rings with A and B, and the playhead.
struct PathMarks {
    QPolygonF line; ///< all in the plane
    std::vector<QPointF> dots;
    std::vector<bool> areOpen;
    std::optional<QPointF> head;
};
void paintPath(QPainter& p, const MapFrame& frame, const PathMarks& path, const PaintStyle& style);

/// A letter in a ring, as the ends of a path have.
void paintRing(QPainter& p, const QPointF& centre, double radius, const QString& letter,
               const PaintStyle& style);

/// The place of a drawing: a diamond with its name.
void paintDiamond(QPainter& p, const MapFrame& frame, const QPointF& place, const QString& name,
                  const PaintStyle& style);

} // namespace hg
