#pragma once

#include "ui/painters/map_frame.h"
#include "ui/theme/theme.h"

#include <QImage>

#include <span>
#include <vector>

namespace hg {

/// Points of a plane and the class that is read in each: a class is its label, 0 … 9.
struct ReadPoints {
    std::span<const float> places; ///< (n, 2)
    std::span<const int> labels;   ///< (n)
};

/// What is read where, as cells of so many pixels behind the points: the colour of most of the eleven nearest
/// points, the stronger the more agree; nothing far from all points. The classifier works on whole codes: on
/// the plane there is only a majority. Cost: cells · n.
QImage regionsOf(const ReadPoints& points, const MapFrame& frame, double cell, const Theme& theme);

} // namespace hg
