#include "core/kernels/map_functions.h"

namespace hg::HG_ISA_NAMESPACE {

extern const MapKernels mapTable;
const MapKernels mapTable{guttmanFloat,  guttmanDouble,         squaresFloat,
                          squaresDouble, squaredDistancesFloat, squaredDistancesDouble};

} // namespace hg::HG_ISA_NAMESPACE
