#pragma once

#include "ui/theme/texts.h"
#include "ui/widgets/chip_content.h"

#include <vector>

namespace hg {

class SoundModel;

/// What a lecturer changes of a sound in front of an audience, in the language of the moment: example, sound,
/// filter, what that filter is made by, and stride. Each choice is one undoable edit.
std::vector<ChipContent> soundChips(SoundModel& model, const Texts& texts);

} // namespace hg
