#pragma once

#include "ui/labs/denoise/denoise_scene.h"
#include "ui/theme/export_style.h"

namespace hg {

/// "σ 0.5 · 5,000 pictures": what figures are of.
QString measuredText(const Texts& texts, Noise::Kind kind, double strength, int pictures);

/// A denoising for a file: its stops are the steps of the strength. Where a step has not been measured its
/// numbers stay open. `workers` outlive it.
Exportable exportDenoising(DenoiseScene scene, double strength, const ExportChoice& choice, Workers& workers);

} // namespace hg
