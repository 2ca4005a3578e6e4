#pragma once

#include "ui/theme/texts.h"
#include "ui/widgets/chip_content.h"

#include <vector>

namespace hg {

class ConvModel;

/// What a lecturer changes of a convolution in front of an audience, in the language of the moment: example,
/// size, stride, padding, dilation, switches, and the direction of a transposed one. Each choice is one
/// undoable edit. `input` and `weights` are the lab's own.
std::vector<ChipContent> convChips(ConvModel& model, const ChipContent& input, const ChipContent& weights);

/// The examples of the gallery.
ChipContent exampleChip(ConvModel& model);
/// The weights of the filter in front, by name.
ChipContent planeWeightsChip(ConvModel& model, const Texts& texts);
ChipContent lineWeightsChip(ConvModel& model, const Texts& texts);

} // namespace hg
