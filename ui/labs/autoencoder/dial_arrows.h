#pragma once

#include "core/embed/alignment.h"
#include "core/lab/lab_state.h"
#include "ui/painters/map_arrows.h"
#include "ui/theme/texts.h"

#include <array>
#include <vector>

namespace hg {

/// The dial's arrows on a map of codes: the axes of the new code, and dashed those of the old one. They are
/// as long as is comfortable to take hold of, whatever the units of the code and however far the map is
/// zoomed: the unit arrows of the code that was trained take a third of the map.
class DialAxes {
public:
    /// `shown` maps codes of two numbers into the map's plane.
    DialAxes(const AffineMap& shown, const MapFrame& frame);

    /// Those of the new code first.
    std::vector<MapArrow> arrows(const DialMatrix& matrix) const;
    /// The column of the inverse that an arrow with its tip there stands for.
    std::array<double, 2> codeAt(const QPointF& place) const;

private:
    QPointF placeOf(const std::array<double, 2>& code) const;

    std::array<double, 4> m_map{};
    QPointF m_origin; ///< of code 0, or the middle of the map where that is not in view
    double m_unit = 1;
};

/// A number near 0 as people read it: 0.0000002, or 4·10⁻¹⁶ where that would be too long.
QString smallNumber(double value, const Texts& texts);

} // namespace hg
