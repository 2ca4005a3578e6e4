#pragma once

#include <QPointF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

namespace hg {

/// A rectangle of the plane that a map shows, in the units of its axes; y goes up.
struct MapRange {
    double left = 0, right = 1, bottom = 0, top = 1;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
    QPointF centre() const { return {(left + right) / 2, (bottom + top) / 2}; }
    bool contains(double x, double y) const { return x >= left && x <= right && y >= bottom && y <= top; }
    bool operator==(const MapRange&) const = default;
};

/// Where a range of the plane lies in pixels: what painting, hovering and dragging share.
struct MapFrame {
    MapRange range;
    QRectF box; ///< between the axes

    QPointF toPixel(double x, double y) const
    {
        return {box.left() + (x - range.left) / range.width() * box.width(),
                box.bottom() - (y - range.bottom) / range.height() * box.height()};
    }
    QPointF toPlane(const QPointF& pixel) const
    {
        return {range.left + (pixel.x() - box.left()) / box.width() * range.width(),
                range.bottom + (box.bottom() - pixel.y()) / box.height() * range.height()};
    }
    /// Where another range lies in this frame's pixels.
    QRectF pixelsOf(const MapRange& other) const
    {
        return QRectF(toPixel(other.left, other.top), toPixel(other.right, other.bottom));
    }
    /// The same pixels with less (factor > 1) of the plane, what lies under `pixel` staying there.
    MapRange zoomed(const QPointF& pixel, double factor) const;
    /// What is seen once the plane has been moved by so many pixels.
    MapRange moved(const QPointF& pixels) const;
    bool operator==(const MapFrame&) const = default;
};

/// The range in which points (n, 2) are seen well, with a margin. The outermost half percent on each side may
/// lie outside, and a tail as well that would squeeze all others: beyond the middle 90 % it has half their
/// width at most. Points that are not finite do not count; nothing without a finite point. Of many points
/// some thousands are asked.
std::optional<MapRange> robustRange(std::span<const float> points);

/// The same centre with as many units a pixel along both axes, nothing of the range lost.
MapRange isotropic(const MapRange& range, const QSizeF& box);

/// Whether what wants to be seen in `wanted` may stay in `shown`: it is inside, and fills enough of it. So a
/// map that grows from update to update takes few steps instead of trembling.
bool staysIn(const MapRange& shown, const MapRange& wanted);

/// Round numbers inside the stretch, `most` at most, by 1, 2 or 5 times a power of ten.
std::vector<double> roundTicks(double from, double to, int most);

} // namespace hg
