#pragma once

#include "core/kernels/isa.h"
#include "core/kernels/lane_jobs.h"

namespace hg {

/// The lane kernels compiled for an instruction set that this machine runs.
const LaneKernels& laneKernels(Isa isa = currentIsa());

} // namespace hg
