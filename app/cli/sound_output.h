#pragma once

#include "app/cli/arguments.h"
#include "core/lab/sound_scene.h"

namespace hg::cli {

/// conv1d of a saved state at the scale of sound: prints the filtered sound, by the window's own sums, and
/// draws it where that is asked for. Of the options over a scene a sound has the stride only.
std::optional<Failure> printSound(Arguments& arguments, SoundScene scene);

} // namespace hg::cli
