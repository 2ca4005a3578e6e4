#pragma once

#include "ui/labs/fewlabels/parts_scene.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A picture of both parts and the curves; its stops are the draws.
Exportable exportFewLabels(PartsScene scene, int draw, const ExportChoice& choice, Workers& workers);

} // namespace hg
