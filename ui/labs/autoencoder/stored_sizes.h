#pragma once

#include "core/lab/size_error.h"

#include <vector>

namespace hg {

/// The errors that ./dev sizes wrote for the setup, whatever its size; empty where the table has no such
/// setup.
std::vector<SizeError> storedErrorsOf(const AutoencoderSetup& setup);

} // namespace hg
