#pragma once

#include "core/lab/lab_state.h"

#include <array>
#include <optional>
#include <span>

namespace hg {

/// Why the dial went no further: its two arrows would lie on one line; an entry would be beyond
/// largestInDial; or the determinant would be below leastDeterminant with arrows that do not.
enum class DialStop { None, Line, Large, Small };

/// A matrix that isDial() holds of, and what kept it from being the one that was asked for.
struct DialMove {
    DialMatrix matrix = dialAsTrained;
    DialStop stop = DialStop::None;
    bool operator==(const DialMove&) const = default;
};

/// From one matrix straight to another, or as far on that way as isDial() holds. Entries are whole
/// millionths, so that a step there and back leaves nothing.
DialMove moveDial(const DialMatrix& from, const DialMatrix& to);

/// The arrows of a matrix are the columns of its inverse: where the code is 1 in one of its new numbers and 0
/// in the other.
std::array<double, 2> arrowOf(const DialMatrix& matrix, int arrow);
/// The same as moveDial() while one arrow's tip moves straight to a place and the other arrow stays.
DialMove moveArrow(const DialMatrix& from, int arrow, std::array<double, 2> place);

/// The new codes turned counterclockwise, their two numbers exchanged, and the first of them made longer by
/// half as the second is made shorter.
DialMove turnDial(const DialMatrix& matrix, double degrees);
DialMove swapDial(const DialMatrix& matrix);
DialMove stretchDial(const DialMatrix& matrix);

/// The matrix whose new codes lie along the axes that a linear map (2, 2) of the code has, at the size that
/// keeps areas, or at the nearest one with entries in range. Nothing where the map is not finite or flattens
/// the plane.
std::optional<DialMatrix> dialAlong(std::span<const double> map);

} // namespace hg
