#include "ui/export/gif_palette.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace hg {
namespace {

constexpr std::size_t mostCounted = 65536;
constexpr std::int64_t mostChosenFrom = 4096;
constexpr std::uint8_t unknown = 255; // the one index that no palette entry has

struct Counted {
    QRgb colour = 0;
    std::int64_t pixels = 0;
    int distance = std::numeric_limits<int>::max(); ///< to the nearest colour chosen so far
};

/// Squared, weighted roughly as the eye does.
int distanceOf(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

/// Most popular first. Equal counts are ordered by colour, so that the hash table's order never reaches a
/// file.
std::vector<Counted> byPopularity(const std::unordered_map<QRgb, std::int64_t>& counts)
{
    std::vector<Counted> colours;
    colours.reserve(counts.size());
    for (const auto& [colour, pixels] : counts)
        colours.push_back({colour, pixels});
    std::sort(colours.begin(), colours.end(), [](const Counted& a, const Counted& b) {
        return a.pixels != b.pixels ? a.pixels > b.pixels : a.colour < b.colour;
    });
    return colours;
}

const Counted& worstServed(std::vector<Counted>& colours, QRgb justChosen)
{
    const Counted* worst = &colours.front();
    for (Counted& each : colours) {
        each.distance = std::min(each.distance, distanceOf(each.colour, justChosen));
        if (each.pixels * each.distance > worst->pixels * worst->distance) worst = &each;
    }
    return *worst;
}

} // namespace

void ColourCount::add(const QImage& picture)
{
    Q_ASSERT(picture.format() == QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width();) {
            const int from = x;
            while (x < picture.width() && line[x] == line[from])
                ++x; // drawings are runs: one look-up for each
            m_counts[line[from] | 0xff000000U] += x - from;
        }
        if (m_counts.size() > mostCounted) fold();
    }
}

void ColourCount::fold()
{
    std::int64_t all = 0;
    for (const auto& [colour, pixels] : m_counts)
        all += pixels;
    std::unordered_map<QRgb, std::int64_t> folded;
    for (const auto& [colour, pixels] : m_counts) {
        const bool isPopular = pixels * mostChosenFrom >= all; // hence at most so many are
        const QRgb cell = (colour & 0xfff8f8f8U) | 0x00040404U;
        folded[isPopular ? colour : cell] += pixels;
    }
    m_counts = std::move(folded);
}

std::vector<QRgb> ColourCount::palette(std::size_t most)
{
    // A colour's weight is its pixels: a thousand shades with one pixel each would count for nothing beside
    // one cell.
    if (std::ssize(m_counts) > mostChosenFrom) fold();
    std::vector<Counted> colours = byPopularity(m_counts);
    std::vector<QRgb> chosen;
    if (colours.size() <= most) {
        for (const Counted& each : colours)
            chosen.push_back(each.colour);
        return chosen;
    }
    chosen.push_back(colours.front().colour);
    while (chosen.size() < most)
        chosen.push_back(worstServed(colours, chosen.back()).colour);
    return chosen;
}

NearestColour::NearestColour(std::vector<QRgb> palette)
    : m_palette(std::move(palette)), m_known(std::size_t{1} << 24, unknown)
{
    Q_ASSERT(!m_palette.empty() && m_palette.size() <= unknown);
}

std::uint8_t NearestColour::operator()(QRgb colour)
{
    std::uint8_t& index = m_known[colour & 0xffffffU];
    if (index == unknown) index = search(colour);
    return index;
}

std::uint8_t NearestColour::search(QRgb colour) const
{
    const auto nearest = std::min_element(m_palette.begin(), m_palette.end(), [colour](QRgb a, QRgb b) {
        return distanceOf(a, colour) < distanceOf(b, colour);
    });
    return static_cast<std::uint8_t>(nearest - m_palette.begin());
}

} // namespace hg
