#pragma once

#include "ui/painters/cell_brush.h"
#include "ui/painters/cell_map.h"

#include <functional>

namespace hg {

/// Draws cells that are too small for numbers, and what explains their colours.
class PictureCells {
public:
    /// The colour of a cell; an invalid one leaves what lies below.
    using ColourOf = std::function<QColor(int row, int column)>;

    explicit PictureCells(const PaintStyle& style) : m_style(style) {}

    /// The cells of a grid side by side: no ground and no seam shows between two of them, on a screen or in a
    /// vector file. Cost: O(cells).
    void mosaic(QPainter& p, const GridLayout& grid, const ColourOf& colourOf) const
    {
        mosaic(p, grid, 0, 0, grid.rows, grid.columns, colourOf);
    }
    /// Only those of a part.
    void mosaic(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows, int columns,
                const ColourOf& colourOf) const;
    /// The map's ramp between the numbers at its ends, from the left edge of `box` on and in the middle of
    /// its height; where there is no room for a ramp, the numbers alone.
    void legend(QPainter& p, const QRectF& box, const CellMap& map) const;
    /// Around a picture, outside its cells: what is painted into them later leaves it whole.
    void frame(QPainter& p, const QRectF& box, const QColor& colour, double pixels) const;
    /// An outline that stands out on every colour below it.
    void outline(QPainter& p, const QRectF& box, const QColor& colour, double pixels) const;

private:
    void paintRuns(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows, int columns,
                   const ColourOf& colourOf) const;
    void paintImage(QPainter& p, const GridLayout& grid, int firstRow, int firstColumn, int rows, int columns,
                    const ColourOf& colourOf) const;
    void paintRamp(QPainter& p, const QRectF& box, const Ramp& ramp, bool hasZero) const;
    QString number(double value, double most) const;

    const PaintStyle& m_style;
};

} // namespace hg
