#pragma once

#include "core/kernels/isa.h"
#include "core/kernels/solo_jobs.h"

namespace hg {

/// The kernels for single samples, compiled for an instruction set that this machine runs.
const SoloKernels& soloKernels(Isa isa = currentIsa());

} // namespace hg
