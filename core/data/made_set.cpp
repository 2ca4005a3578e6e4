#include "core/data/made_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hg {
namespace {

constexpr double steepest = std::numbers::pi / 3; // from upright, on either side
constexpr double middle = (madeSide - 1) / 2.0;

/// How much ink a pixel has that lies so far inside a border: soft over three pixels, so that neighbours in
/// the factors are neighbours in the pictures.
double inkAt(double inside)
{
    constexpr double softness = 3;
    return std::clamp(0.5 + inside / softness, 0.0, 1.0);
}

/// Calls draw(along, across) for each pixel, measured along and across an axis that leans by `angle` from
/// upright, and keeps the result.
template <class Draw>
void paint(double angle, std::span<double> picture, const Draw& draw)
{
    const double c = std::cos(angle), s = std::sin(angle);
    for (int y = 0; y < madeSide; ++y)
        for (int x = 0; x < madeSide; ++x) {
            const double right = x - middle, up = middle - y;
            picture[static_cast<std::size_t>(y * madeSide + x)] =
                draw(right * s + up * c, right * c - up * s);
        }
}

double angleOf(double factor)
{
    return (2 * factor - 1) * steepest;
}

void drawBar(double turn, double place, std::span<double> picture)
{
    constexpr double halfLength = 9, halfWidth = 2.5, farthest = 6;
    const double shift = (2 * place - 1) * farthest;
    paint(angleOf(turn), picture, [shift](double along, double across) {
        return inkAt(halfLength - std::abs(along)) * inkAt(halfWidth - std::abs(across - shift));
    });
}

void drawEllipse(double slant, double thickness, std::span<double> picture)
{
    constexpr double length = 11, thinnest = 2, thickest = 7;
    const double width = thinnest + thickness * (thickest - thinnest);
    paint(angleOf(slant), picture, [width](double along, double across) {
        const double a = along / length, b = across / width, r = std::hypot(a, b);
        const double steepness = std::hypot(a / length, b / width); // of r, times r
        return r == 0 ? 1.0 : inkAt((1 - r) * r / std::max(steepness, 1e-9));
    });
}

void append(Samples& samples, const MadeSet& set, bool isByOther, int index)
{
    const auto [first, second] = madeFactors(index);
    std::array<double, std::size_t{madeSide} * madeSide> picture{};
    set.draw(first, second, picture);
    for (const double value : picture)
        samples.bytes.push_back(static_cast<std::uint8_t>(std::lround(value * 255)));
    samples.labels.push_back(static_cast<int>((isByOther ? second : first) * madeClasses));
    ++samples.count;
}

} // namespace

std::span<const MadeSet> madeSets()
{
    static constexpr std::array table{MadeSet{"bars", "bars:place", drawBar},
                                      MadeSet{"ellipses", "ellipses:thickness", drawEllipse}};
    return table;
}

const MadeSet* findMadeSet(std::string_view source)
{
    const auto sets = madeSets();
    const auto it = std::find_if(sets.begin(), sets.end(), [source](const MadeSet& set) {
        return source == set.source || source == set.other;
    });
    return it == sets.end() ? nullptr : &*it;
}

std::array<double, 2> madeFactors(int index)
{
    constexpr double plastic = 1.32471795724474602596; // x³ = x + 1
    const auto part = [index](double step) {
        const double sum = 0.5 + index * step;
        return sum - std::floor(sum);
    };
    return {part(1 / plastic), part(1 / (plastic * plastic))};
}

Dataset makeSet(std::string_view source)
{
    const MadeSet& set = *findMadeSet(source);
    Dataset made{std::string(source), {}, {}};
    made.train.shape = made.test.shape = {1, madeSide, madeSide};
    for (int i = 0; i < madeTrain + madeTest; ++i)
        append(i < madeTrain ? made.train : made.test, set, source == set.other, i);
    return made;
}

} // namespace hg
