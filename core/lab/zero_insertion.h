#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// The axis of a transposed convolution read the other way: over its input with stride−1 zeros between the
/// cells, a window at stride 1. What is cropped at the left is left out of the padding there; either side is
/// negative where a crop goes beyond it. Source: Dumoulin and Visin, "A guide to convolution arithmetic for
/// deep learning", 2016, relation 13.
ConvAxis zeroInsertedAxis(const ConvAxis& transposed);

/// The transposed figure with all that its stamps reach: nothing is cropped. Its numbers are the sums,
/// without an activation.
ConvFigure withNothingCropped(const ConvFigure& transposed);

/// The transposed figure as its twin: zeros between the inputs, the filters turned by 180°, and a plain
/// forward convolution at stride 1 over them. The output is the same but for rounding. Needs a figure whose
/// scene is transposed.
ConvFigure zeroInserted(const ConvFigure& transposed);

/// The time of a line's twin at the time `t` of the stamping: after every whole stamp, both have the same
/// outputs finished.
double twinTime(const ConvFigure& transposed, double t);

} // namespace hg
