#pragma once

#include "ui/labs/denoise/denoise_scene.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A denoising for a file: its stops are the steps of the strength. Where a step has not been measured its
/// numbers stay open. `workers` outlive it.
Exportable exportDenoising(DenoiseScene scene, double strength, const ExportChoice& choice, Workers& workers);

} // namespace hg
