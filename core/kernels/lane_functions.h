#pragma once

#include "core/kernels/lane_jobs.h"

// The functions of one instruction set, each in its own file; lane_table_impl.cpp collects them.

namespace hg::HG_ISA_NAMESPACE {

void multiply(const ProductJob& job);
void laneSums(const LaneSumsJob& job);
void gather(const GatherJob& job);
void weightGradient(const WeightGradientJob& job);
void usedGradient(const UsedGradientJob& job);
void channelSums(const float* g, int channels, int cells, bool accumulates, float* sums);
void transpose(const float* x, int features, float* turned, ptrdiff_t row);
size_t findNonzeros(const float* x, int features, uint64_t* nonzeros);
int usedRows(const float* x, int rows, uint8_t* isUsed);
bool sparseProduct(const SparseProductJob& job);
bool sparseSums(const SparseSumsJob& job);
bool areFinite(const float* x, size_t count);
void activate(Curve curve, float* y, size_t count);
void multiplyBySlope(Curve curve, const float* y, float* g, size_t count);
double squaredError(const LossJob& job);
double squaredErrorPart(const LossJob& job, int outOf, double before);
double crossEntropy(const LossJob& job);
void loadLanes(const LoadJob& job);
bool adam(const AdamJob& job);
bool sgd(const SgdJob& job);
double squaredNorm(const float* const* gradients, int groups, size_t count);

} // namespace hg::HG_ISA_NAMESPACE
