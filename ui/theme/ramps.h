#pragma once

#include "ui/theme/theme.h"

#include <array>
#include <functional>
#include <initializer_list>

namespace hg {

/// A row of colours for values that stand in no figure: 256 steps, even to the eye.
class Ramp {
public:
    /// Through the colours given, straight lines in OKLab between them. Source: Ottosson, "A perceptual
    /// colour space for image processing", 2020.
    explicit Ramp(std::initializer_list<QColor> stops);
    /// By the colour at each share of the way.
    explicit Ramp(const std::function<QColor(double)>& colourAt);

    /// The colour at a share of the way, 0 … 1; what lies beyond has the end's.
    const QColor& at(double share) const
    {
        const double clamped = share > 0 ? (share < 1 ? share : 1) : 0; // no number counts as 0
        return m_colours[static_cast<std::size_t>(clamped * (steps - 1) + 0.5)];
    }

private:
    static constexpr int steps = 256;
    std::array<QColor, steps> m_colours;
};

/// A fill made darker, or lighter on dark, until it reads on the theme's grounds: contrast ≥ 4.5:1.
QColor deep(const Theme& theme, const QColor& fill);

/// From the cells' ground to the deep form of a role's fill: 0 to the greatest magnitude of values of one
/// sign.
Ramp roleRamp(const Theme& theme, const QColor& fill);
/// Blue, the ground, orange: values of both signs, 0 in the middle.
Ramp divergingRamp(const Theme& theme);
/// From silence, dark, to the loudest, light, its hue turning from violet over green to yellow; the same in
/// every theme.
Ramp spectrogramRamp();
/// From black over greys to white, as a photograph has them.
Ramp photographRamp();
/// The same, the greys tinted: the red, green or blue part (0, 1, 2) of a coloured photograph.
Ramp photographRamp(int part);

} // namespace hg
