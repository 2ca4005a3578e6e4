#pragma once

#include "ui/painters/sound_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A filtered sound for a file, one picture of what is in view.
Exportable exportSound(std::shared_ptr<const SoundFigure> figure, const SoundView& view,
                       const ExportChoice& choice);

} // namespace hg
