#pragma once

#include "ui/painters/solve_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// The list for a file, a stop a row; without any row one stop that says so. `row` is the one of now.
Exportable exportSolved(std::shared_ptr<const SolvedLayers> layers, int row, std::optional<int> used,
                        const ExportChoice& choice);

} // namespace hg
