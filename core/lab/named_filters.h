#pragma once

#include "core/lab/conv_scene.h"

#include <string_view>

namespace hg {

/// The name of the weights that `filter` has on every channel that it sees: the id of a FilterPreset on a
/// plane, of a FirFilter along a line; empty for weights of one's own, and for pooling.
std::string_view filterIdOf(const ConvScene& scene, int filter = 0);

/// withFilters(), where filters that are new are the next named ones of the scene's size that it does not
/// have yet; where there are no more of those, withFilters()'s own.
ConvScene withNextFilters(const ConvScene& scene, int filters);

/// Whether an input of that shape is seen as a picture: too large for its numbers to be read one by one.
bool isPicture(Shape input);

/// withInput() for a picture. Where the scene had numbers until now, it is set to what suits one: stride and
/// dilation 1 forward, and Sobel's filter for edges between columns in place of weights without a name.
/// Errors: withInput()'s.
Result<ConvScene> withPicture(const ConvScene& scene, TensorD picture);

/// Where a figure is opened: before its first position, of a picture before the first whose result is not 0.
int openingPosition(const ConvFigure& figure);

} // namespace hg
