#pragma once

#include "core/kernels/fit_jobs.h"
#include "core/kernels/isa.h"

namespace hg {

/// The kernels of fits compiled for an instruction set that this machine runs.
const FitKernels& fitKernels(Isa isa = currentIsa());

} // namespace hg
