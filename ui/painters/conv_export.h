#pragma once

#include "core/lab/lab_state.h"
#include "ui/painters/conv_picture.h"
#include "ui/theme/export_style.h"

namespace hg {

/// What a saved view says of how the figure is looked at.
ConvLook lookOf(const ConvView& view);
/// A convolution for a file, as the window shows it but for what belongs to editing. `now` is the time that
/// is on the screen.
Exportable exportConvolution(ConvFigure figure, ConvLook look, double now, const ExportChoice& choice);

} // namespace hg
