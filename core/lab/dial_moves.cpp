#include "core/lab/dial_moves.h"

#include "core/engine/code_dial.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hg {
namespace {

constexpr double grain = 1e6; // entries are whole shares of it

double determinantOf(const DialMatrix& m)
{
    return m[0] * m[3] - m[1] * m[2];
}

DialMatrix rounded(DialMatrix m)
{
    for (double& entry : m)
        entry = std::round(entry * grain) / grain;
    return m;
}

DialMatrix between(const DialMatrix& a, const DialMatrix& b, double share)
{
    DialMatrix m{};
    for (std::size_t i = 0; i < m.size(); ++i)
        m[i] = a[i] + share * (b[i] - a[i]);
    return m;
}

DialMatrix product(const DialMatrix& a, const DialMatrix& b)
{
    return {a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3]};
}

double largestOf(const DialMatrix& m)
{
    return std::max({std::abs(m[0]), std::abs(m[1]), std::abs(m[2]), std::abs(m[3])});
}

/// Of columns, or of rows, which come to the same for a matrix and its inverse: the sine between them; 1
/// where one has no length, and so no line.
double sineBetween(std::array<double, 2> a, std::array<double, 2> b)
{
    const double lengths = std::hypot(a[0], a[1]) * std::hypot(b[0], b[1]);
    return lengths > 0 ? std::abs(a[0] * b[1] - a[1] * b[0]) / lengths : 1;
}

/// The last of `matrixAt(0 … 1)` before one that is no dial, by halving; `from` where it is that of 0, which
/// rounding may have put beside the limit.
template <class Way>
DialMatrix lastOn(const DialMatrix& from, const Way& matrixAt)
{
    constexpr int halvings = 40;
    double good = 0, bad = 1;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (good + bad) / 2;
        (isDial(matrixAt(middle)) ? good : bad) = middle;
    }
    const DialMatrix last = matrixAt(good);
    return isDial(last) ? last : from;
}

/// Two directions that are nearer than this are told to lie on one line: where entries end, they almost do.
constexpr double narrow = 0.3;

DialStop stopOf(double sine, bool isLarge)
{
    if (sine < narrow) return DialStop::Line;
    return isLarge ? DialStop::Large : DialStop::Small;
}

/// M of its inverse, which has the same form; far out of range where there is none.
DialMatrix inverted(const DialMatrix& m)
{
    const double determinant = determinantOf(m);
    if (std::abs(determinant) < 1e-12) return {1e12, 0, 0, 1e12};
    return {m[3] / determinant, -m[1] / determinant, -m[2] / determinant, m[0] / determinant};
}

} // namespace

DialMove moveDial(const DialMatrix& from, const DialMatrix& to)
{
    const DialMatrix whole = rounded(to);
    if (isDial(whole)) return {whole};
    const auto matrixAt = [&](double share) { return rounded(between(from, to, share)); };
    if (largestOf(whole) > largestInDial) return {lastOn(from, matrixAt), DialStop::Large};
    return {lastOn(from, matrixAt), stopOf(sineBetween({to[0], to[1]}, {to[2], to[3]}), false)};
}

std::array<double, 2> arrowOf(const DialMatrix& matrix, int arrow)
{
    const DialMatrix inverse = inverted(matrix);
    const auto column = static_cast<std::size_t>(arrow);
    return {inverse[column], inverse[2 + column]};
}

DialMove moveArrow(const DialMatrix& from, int arrow, std::array<double, 2> place)
{
    const auto start = arrowOf(from, arrow), other = arrowOf(from, 1 - arrow);
    const auto matrixAt = [&](double share) {
        const double x = start[0] + share * (place[0] - start[0]),
                     y = start[1] + share * (place[1] - start[1]);
        return rounded(arrow == 0 ? inverted({x, other[0], y, other[1]})
                                  : inverted({other[0], x, other[1], y}));
    };
    const DialMatrix whole = matrixAt(1);
    if (isDial(whole)) return {whole};
    return {lastOn(from, matrixAt), stopOf(sineBetween(place, other), largestOf(whole) > largestInDial)};
}

DialMove turnDial(const DialMatrix& matrix, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    return moveDial(matrix, product({c, -s, s, c}, matrix));
}

DialMove swapDial(const DialMatrix& matrix)
{
    return {product({0, 1, 1, 0}, matrix)};
}

DialMove stretchDial(const DialMatrix& matrix)
{
    constexpr double factor = 1.5;
    return moveDial(matrix, product({factor, 0, 0, 1 / factor}, matrix));
}

std::optional<DialMatrix> dialAlong(std::span<const double> map)
{
    DialMatrix m{map[0], map[1], map[2], map[3]};
    const double area = std::sqrt(std::abs(determinantOf(m)));
    if (!(area > 0) || !std::isfinite(area)) return std::nullopt;
    for (double& entry : m)
        entry /= area;
    if (isDial(rounded(m))) return rounded(m);
    // Axes of very different units: their directions alone, as long as one another.
    const double first = std::hypot(map[0], map[1]), second = std::hypot(map[2], map[3]);
    m = {map[0] / first, map[1] / first, map[2] / second, map[3] / second};
    const double longest = largestInDial / largestOf(m),
                 wanted = 1 / std::sqrt(std::max(std::abs(determinantOf(m)), 1e-12));
    for (double& entry : m)
        entry *= std::min(longest, wanted);
    return isDial(rounded(m)) ? std::optional(rounded(m)) : std::nullopt;
}

} // namespace hg
