#pragma once

#include "core/kernels/map_jobs.h"

// The functions of one instruction set, each family in its own file; map_table_impl.cpp collects them.

namespace hg::HG_ISA_NAMESPACE {

double guttmanFloat(const GuttmanJob<float>& job);
double guttmanDouble(const GuttmanJob<double>& job);
void squaresFloat(const SquaresJob<float>& job);
void squaresDouble(const SquaresJob<double>& job);
void squaredDistancesFloat(const SquaredDistanceJob<float>& job);
void squaredDistancesDouble(const SquaredDistanceJob<double>& job);

} // namespace hg::HG_ISA_NAMESPACE
