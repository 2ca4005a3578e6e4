#pragma once

#include "ui/painters/class_marks.h"
#include "ui/painters/map_axes.h"
#include "ui/painters/point_cloud.h"

#include <functional>
#include <span>
#include <utility>

namespace hg {

/// Paints something of its owner's onto a map: places of the plane lie where the frame has them.
using MapLayer = std::function<void(QPainter&, const MapFrame&)>;

/// The cloud in the theme's colours.
PointCloud styledCloud(std::shared_ptr<const std::vector<float>> points,
                       std::shared_ptr<const std::vector<std::uint8_t>> looks, const PaintStyle& style);

/// A map for a file, of values that stay as they are.
struct MapContent {
    std::shared_ptr<const std::vector<float>> points{}; ///< (n, 2)
    std::vector<int> labels{};                          ///< none: all in one colour
    QStringList classNames{};                           ///< by label; an empty one: its number
    std::vector<int> highlighted{};                     ///< the others grey behind them; empty: all
    AxisNames names{};
    bool isIsotropic = false; ///< as many units a pixel along both
    bool hasNames = true;     ///< marks that name the classes
};

/// Paints what MapView shows, once and at one size: its upper left corner is the origin.
class MapPicture {
public:
    MapPicture(MapContent content, const QSizeF& size, const PaintStyle& style, const QColor& axes);

    /// `behind` the points, inside the axes; and `before` them.
    void paint(QPainter& p, const MapLayer& behind, const MapLayer& before) const;
    const MapFrame& frame() const { return m_frame; }

private:
    MapContent m_content;
    PaintStyle m_style;
    MapAxes m_axes;
    MapFrame m_frame;
    std::shared_ptr<std::vector<std::uint8_t>> m_looks;
    QImage m_cloud;
};

/// A map of that size with a title in the axes' colour and a note above it.
struct TitledMap {
    QString title{}, note{};
    MapLayer behind{}, before{};

    void paint(QPainter& p, const QSizeF& size, MapContent content, const PaintStyle& style, Role role) const;
};

} // namespace hg
