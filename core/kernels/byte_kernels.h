#pragma once

#include "core/kernels/byte_jobs.h"
#include "core/kernels/isa.h"

namespace hg {

/// The byte kernels compiled for an instruction set that this machine runs.
const ByteKernels& byteKernels(Isa isa = currentIsa());

} // namespace hg
