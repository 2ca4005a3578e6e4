#pragma once

#include "app/cli/command.h"

namespace hg::cli {

/// The option that says which column of a table holds labels.
Option labelColumnOption();

/// Its value as core/data takes it.
int readLabelColumn(Arguments& arguments);

} // namespace hg::cli
