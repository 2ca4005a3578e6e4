#pragma once

#include "core/nn/layer_kind.h"

namespace hg::layers {

// The rows of the table, each defined in its own file.
extern const LayerKind denseKind;
extern const LayerKind convKind;
extern const LayerKind convTransposedKind;
extern const LayerKind maxPoolKind;
extern const LayerKind averagePoolKind;
extern const LayerKind upsampleKind;

/// The axis that a layer's spec asks for on an input of `input` cells.
AxisChoice axisChoiceH(const LayerSpec& spec, int input);
AxisChoice axisChoiceW(const LayerSpec& spec, int input);

} // namespace hg::layers
