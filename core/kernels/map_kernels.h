#pragma once

#include "core/kernels/isa.h"
#include "core/kernels/map_jobs.h"

namespace hg {

/// The map kernels compiled for an instruction set that this machine runs.
const MapKernels& mapKernels(Isa isa = currentIsa());

} // namespace hg
