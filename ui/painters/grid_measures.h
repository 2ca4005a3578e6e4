#pragma once

namespace hg {

/// Of a plane's picture, in pixels of the design: the row of a label under a grid, and how far the cards of
/// filters reach out of the stack, one behind the other.
inline constexpr double labelHeight = 24, fanStep = 16;

} // namespace hg
