#pragma once

#include "ui/widgets/chip.h"

#include <vector>

namespace hg {

class ConvLab;

/// What a lecturer changes of a convolution in front of an audience, in the language of the moment: example,
/// size, stride, padding, dilation, and the direction of a transposed one. Each choice is one undoable edit.
std::vector<ChipContent> convChips(ConvLab& lab);

} // namespace hg
