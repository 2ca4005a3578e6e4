#pragma once

#include "core/util/watch.h"
#include "ui/painters/map_frame.h"

#include <QImage>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace hg {

/// How a point looks: one of ten classes, grey behind the others, in the colour of all, or not at all.
namespace point_look {
inline constexpr std::uint8_t grey = 10, plain = 11, hidden = 12, outlined = 16; ///< the last is added
}

/// Points of a map as they are painted: immutable, and cheap to hand to another thread.
struct PointCloud {
    std::shared_ptr<const std::vector<float>> points;       ///< (n, 2); what is not finite is left out
    std::shared_ptr<const std::vector<std::uint8_t>> looks; ///< (n), of point_look or a class
    std::array<QRgb, 12> colours{};                         ///< of the classes, of grey and plain ones
    QRgb ink = 0;                                           ///< of outlines
    double radius = 2.5;                                    ///< of a dot, in pixels of the widget
    double opacity = 0.62;

    std::size_t count() const { return points ? points->size() / 2 : 0; }
    std::uint8_t lookOf(std::size_t i) const
    {
        return looks && i < looks->size() ? (*looks)[i] : point_look::plain;
    }
    bool operator==(const PointCloud&) const = default;
};

/// The cloud in its frame's box as one picture, `ratio` pixels of it a pixel of the widget. Points are
/// blended in the data's order, so that no class hides another: grey ones below, outlined ones above all. An
/// empty picture where the query ends it. Cost: 60,000 points about 5 ms.
QImage paintCloud(const PointCloud& cloud, const MapFrame& frame, double ratio, const StopQuery& stop = {});

} // namespace hg
