#include "ui/painters/map_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr std::size_t enough = 8000; // points that tell where a crowd lies

struct Stretch {
    double low = 0, high = 0;
};

double quantile(std::vector<float>& values, double share)
{
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return static_cast<double>(values[static_cast<std::size_t>(at)]);
}

Stretch robustStretch(std::vector<float>& values)
{
    const Stretch outer{quantile(values, 0.005), quantile(values, 0.995)};
    const Stretch middle{quantile(values, 0.05), quantile(values, 0.95)};
    // Where nine tenths lie in one place, the others are not a tail but all that there is to see.
    const double reach = middle.high > middle.low ? (middle.high - middle.low) / 2 : outer.high - outer.low;
    Stretch seen{std::max(outer.low, middle.low - reach), std::min(outer.high, middle.high + reach)};
    const double least = std::max(1e-3, 1e-6 * std::max(std::abs(seen.low), std::abs(seen.high)));
    const double margin = std::max(0.08 * (seen.high - seen.low), least);
    return {seen.low - margin, seen.high + margin};
}

} // namespace

MapRange MapFrame::zoomed(const QPointF& pixel, double factor) const
{
    const QPointF at = toPlane(pixel);
    return {at.x() + (range.left - at.x()) / factor, at.x() + (range.right - at.x()) / factor,
            at.y() + (range.bottom - at.y()) / factor, at.y() + (range.top - at.y()) / factor};
}

MapRange MapFrame::moved(const QPointF& pixels) const
{
    const double x = -pixels.x() / box.width() * range.width(),
                 y = pixels.y() / box.height() * range.height();
    return {range.left + x, range.right + x, range.bottom + y, range.top + y};
}

std::optional<MapRange> robustRange(std::span<const float> points)
{
    std::array<std::vector<float>, 2> values;
    const std::size_t stride = 2 * std::max<std::size_t>(1, points.size() / 2 / enough);
    for (std::size_t i = 0; i + 1 < points.size(); i += stride) {
        if (!std::isfinite(points[i]) || !std::isfinite(points[i + 1])) continue;
        values[0].push_back(points[i]);
        values[1].push_back(points[i + 1]);
    }
    if (values[0].empty()) return std::nullopt;
    const Stretch x = robustStretch(values[0]), y = robustStretch(values[1]);
    return MapRange{x.low, x.high, y.low, y.high};
}

MapRange isotropic(const MapRange& range, const QSizeF& box)
{
    if (box.width() <= 0 || box.height() <= 0) return range;
    const double unit = std::max(range.width() / box.width(), range.height() / box.height());
    const QPointF half(unit * box.width() / 2, unit * box.height() / 2), centre = range.centre();
    return {centre.x() - half.x(), centre.x() + half.x(), centre.y() - half.y(), centre.y() + half.y()};
}

bool staysIn(const MapRange& shown, const MapRange& wanted)
{
    constexpr double slack = 0.04, leastFill = 0.72;
    const double x = slack * shown.width(), y = slack * shown.height();
    const bool isInside = wanted.left >= shown.left - x && wanted.right <= shown.right + x &&
                          wanted.bottom >= shown.bottom - y && wanted.top <= shown.top + y;
    return isInside &&
           std::max(wanted.width() / shown.width(), wanted.height() / shown.height()) >= leastFill;
}

std::vector<double> roundTicks(double from, double to, int most)
{
    if (!(to > from) || most < 1) return {};
    const double raw = (to - from) / most, power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw) {
            step = factor * power;
            break;
        }
    std::vector<double> ticks;
    const double first = std::ceil(from / step - 1e-9);
    for (int i = 0; i <= most && (first + i) * step <= to + 1e-9 * step; ++i)
        ticks.push_back((first + i) * step);
    return ticks;
}

} // namespace hg
