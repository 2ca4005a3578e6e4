#pragma once

#include "ui/painters/checker_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// The comparison for a file: its stops are its moments, half a second each. There is one.
Exportable exportChecker(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look,
                         const ExportChoice& choice);

} // namespace hg
