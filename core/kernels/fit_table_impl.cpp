#include "core/kernels/fit_functions.h"

namespace hg::HG_ISA_NAMESPACE {

extern const FitKernels fitTable;
const FitKernels fitTable{multiplyDouble, softmaxAlong, bendAlong, dotDouble};

} // namespace hg::HG_ISA_NAMESPACE
