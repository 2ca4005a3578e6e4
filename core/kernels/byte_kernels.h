#pragma once

#include "core/kernels/byte_jobs.h"
#include "core/kernels/isa.h"

namespace hg {

/// The byte kernels compiled for an instruction set that this machine runs; `usesVnni`: x86-64-v4's with the
/// instructions of hasVnni(). Every set gives the same numbers.
const ByteKernels& byteKernels(Isa isa = currentIsa(), bool usesVnni = hasVnni());

} // namespace hg
