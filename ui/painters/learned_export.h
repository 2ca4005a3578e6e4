#pragma once

#include "ui/painters/learned_painter.h"
#include "ui/theme/export_style.h"

namespace hg {

/// A learned filter for a file, from its beginning to its end in twenty seconds: its stops are some fifty
/// updates, even along log(1 + update), and that of the look.
Exportable exportLearned(std::shared_ptr<const LearnedRun> run, const LearnedLook& look,
                         bool showsInputGradient, const ExportChoice& choice);

} // namespace hg
