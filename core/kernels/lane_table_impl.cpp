#include "core/kernels/lane_functions.h"

namespace hg::HG_ISA_NAMESPACE {

extern const LaneKernels laneTable;
const LaneKernels laneTable{
    multiply,     laneSums,         gather,        weightGradient, usedGradient, channelSums, transpose,
    findNonzeros, usedRows,         sparseProduct, sparseSums,     areFinite,    activate,    multiplyBySlope,
    squaredError, squaredErrorPart, crossEntropy,  loadLanes,      adam,         sgd,         squaredNorm};

} // namespace hg::HG_ISA_NAMESPACE
