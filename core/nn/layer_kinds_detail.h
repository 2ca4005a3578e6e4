#pragma once

#include "core/nn/layer_kind.h"

namespace hg::layers {

// The rows of the table, each defined in its own file.
#define HG_KIND(Name, name) extern const LayerKind name##Kind;
HG_LAYER_TYPES(HG_KIND)
#undef HG_KIND

// Parameters that several types share.
inline constexpr LayerParameter stride{"stride", &LayerSpec::stride};
inline constexpr LayerParameter neededKernel{"kernel", &LayerSpec::kernel, true};
inline constexpr LayerParameter dilation{"dilation", &LayerSpec::dilation};
inline constexpr LayerParameter padding{
    "padding", PaddingFields{&LayerSpec::paddingH, &LayerSpec::paddingW}, false, {.least = 0}};
inline constexpr LayerParameter activation{"activation", &LayerSpec::activation};
inline constexpr LayerParameter bias{"bias", &LayerSpec::hasBias};

/// The axis that a layer's spec asks for on an input of `input` cells.
AxisChoice axisChoiceH(const LayerSpec& spec, int input);
AxisChoice axisChoiceW(const LayerSpec& spec, int input);

} // namespace hg::layers
