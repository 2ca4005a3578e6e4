#pragma once

#include "core/kernels/fit_jobs.h"

// The functions of one instruction set; fit_table_impl.cpp collects them.

namespace hg::HG_ISA_NAMESPACE {

void multiplyDouble(const ProductOf<double>& job);
double softmaxAlong(const SoftmaxJob& job);
double bendAlong(const BendJob& job);
double dotDouble(const double* a, const double* b, size_t count);

} // namespace hg::HG_ISA_NAMESPACE
