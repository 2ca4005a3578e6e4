#include "ui/theme/ramps.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace hg {
namespace {

/// A colour by lightness and two opponent axes. Source: Ottosson 2020, with its matrices.
struct OkLab {
    double lightness = 0, a = 0, b = 0;
};

double linear(float channel)
{
    const double c = static_cast<double>(channel);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double encoded(double channel)
{
    return channel <= 0.0031308 ? 12.92 * channel : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

OkLab okLabOf(const QColor& colour)
{
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
                 m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
                 s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// Red, green and blue as they are encoded; beyond 0 … 1 where no screen can show the colour.
std::array<double, 3> screenOf(const OkLab& colour)
{
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b),
                 m = cube(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b),
                 s = cube(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b);
    return {encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

QColor colourOf(const OkLab& lab)
{
    const auto screen = screenOf(lab);
    const auto channel = [&](std::size_t i) { return static_cast<float>(std::clamp(screen[i], 0.0, 1.0)); };
    return QColor::fromRgbF(channel(0), channel(1), channel(2));
}

/// A colour of that lightness and hue, in degrees; as much of the chroma as a screen can show.
QColor colourOf(double lightness, double chroma, double hue)
{
    const double angle = hue * std::numbers::pi / 180;
    while (true) {
        const OkLab lab{lightness, chroma * std::cos(angle), chroma * std::sin(angle)};
        const auto screen = screenOf(lab);
        const bool isShown =
            std::all_of(screen.begin(), screen.end(), [](double c) { return c > -1e-3 && c < 1.001; });
        if (isShown || chroma < 1e-3) return colourOf(lab);
        chroma *= 0.97;
    }
}

QColor greyAt(double share)
{
    const auto level = static_cast<float>(share);
    return QColor::fromRgbF(level, level, level);
}

} // namespace

Ramp::Ramp(const std::function<QColor(double)>& colourAt)
{
    for (std::size_t i = 0; i < steps; ++i)
        m_colours[i] = colourAt(static_cast<double>(i) / (steps - 1));
}

Ramp::Ramp(std::initializer_list<QColor> stops)
{
    std::vector<OkLab> labs;
    for (const QColor& stop : stops)
        labs.push_back(okLabOf(stop));
    *this = Ramp([&labs](double share) {
        const double place = share * static_cast<double>(labs.size() - 1);
        const auto from = std::min(static_cast<std::size_t>(place), labs.size() - 2);
        const OkLab &p = labs[from], &q = labs[from + 1];
        const double part = place - static_cast<double>(from);
        return colourOf({std::lerp(p.lightness, q.lightness, part), std::lerp(p.a, q.a, part),
                         std::lerp(p.b, q.b, part)});
    });
}

QColor deep(const Theme& theme, const QColor& fill)
{
    constexpr double enough = 4.5; // WCAG 2.1, level AA; for weak projectors too
    OkLab lab = okLabOf(fill);
    QColor colour = fill;
    while (std::min(contrast(colour, theme.stage), contrast(colour, theme.surface)) < enough &&
           lab.lightness > 0 && lab.lightness < 1) {
        lab.lightness += theme.isDark ? 0.01 : -0.01;
        colour = colourOf(lab);
    }
    return colour;
}

Ramp roleRamp(const Theme& theme, const QColor& fill)
{
    return Ramp({theme.surface, deep(theme, fill)});
}

Ramp divergingRamp(const Theme& theme)
{
    return Ramp({deep(theme, theme.negative), theme.surface, deep(theme, theme.positive)});
}

Ramp spectrogramRamp()
{
    return Ramp([](double share) {
        const double chroma = 0.05 + 0.13 * std::sin(std::numbers::pi * std::lerp(0.15, 0.85, share));
        return colourOf(std::lerp(0.17, 0.95, share), chroma, std::lerp(300.0, 105.0, share));
    });
}

Ramp photographRamp()
{
    return Ramp(greyAt);
}

Ramp photographRamp(int part)
{
    constexpr std::array<double, 3> hues{29, 142, 264}; // of the screen's red, green and blue in OKLab
    const double hue = hues[static_cast<std::size_t>(std::clamp(part, 0, 2))];
    return Ramp([hue](double share) { // tinted most in the middle
        return colourOf(okLabOf(greyAt(share)).lightness, 0.15 * std::sin(std::numbers::pi * share), hue);
    });
}

} // namespace hg
