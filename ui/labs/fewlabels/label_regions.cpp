#include "ui/labs/fewlabels/label_regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace hg {
namespace {

constexpr std::size_t neighbours = 11;
constexpr double reach = 2.2; // cells: farther from its nearest point a cell stays empty
constexpr double weakest = 0.10, strongest = 0.34;

/// Squared distance in pixels, and the point's label.
using Near = std::pair<double, int>;

QRgb colourOf(std::vector<Near>& all, double most, const Theme& theme)
{
    const std::size_t count = std::min(neighbours, all.size());
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count) - 1, all.end());
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::min_element(all.begin(), end)->first > most) return 0;
    std::array<int, 10> votes{};
    for (auto it = all.begin(); it != end; ++it)
        ++votes[static_cast<std::size_t>(it->second) % votes.size()];
    const auto best = std::max_element(votes.begin(), votes.end());
    QColor colour = theme.classes[static_cast<std::size_t>(best - votes.begin())].fill;
    const double agreed = double(*best) / double(count);
    colour.setAlphaF(static_cast<float>(weakest + (strongest - weakest) * agreed * agreed));
    return qPremultiply(colour.rgba());
}

} // namespace

QImage regionsOf(const ReadPoints& points, const MapFrame& frame, double cell, const Theme& theme)
{
    const int columns = std::max(1, static_cast<int>(frame.box.width() / cell)),
              rows = std::max(1, static_cast<int>(frame.box.height() / cell));
    QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    std::vector<QPointF> pixels;
    for (std::size_t i = 0; i < points.labels.size(); ++i)
        pixels.push_back(frame.toPixel(double(points.places[2 * i]), double(points.places[2 * i + 1])));
    if (pixels.empty()) return image;
    const double wide = frame.box.width() / columns, high = frame.box.height() / rows;
    std::vector<Near> all(pixels.size());
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            const QPointF middle = frame.box.topLeft() + QPointF((x + 0.5) * wide, (y + 0.5) * high);
            for (std::size_t i = 0; i < pixels.size(); ++i) {
                const QPointF apart = pixels[i] - middle;
                all[i] = {QPointF::dotProduct(apart, apart), points.labels[i]};
            }
            image.setPixel(x, y, colourOf(all, reach * reach * cell * cell, theme));
        }
    return image;
}

} // namespace hg
