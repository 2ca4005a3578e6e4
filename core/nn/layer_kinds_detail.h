#pragma once

#include "core/nn/layer_kind.h"

namespace hg::layers {

// The rows of the table, each defined in its own file.
extern const LayerKind denseKind;
extern const LayerKind convKind;
extern const LayerKind convTransposedKind;

} // namespace hg::layers
