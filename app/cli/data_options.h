#pragma once

#include "app/cli/command.h"
#include "core/data/dataset.h"

namespace hg::cli {

/// Puts the options that say what of the data is used, as readDataOptions() has them, behind `data`.
void addDataOptions(std::vector<Option>& options);

/// "every tenth", or "20 %": of a set of which that was held out here.
std::string heldOutText(const Dataset& data);

} // namespace hg::cli
