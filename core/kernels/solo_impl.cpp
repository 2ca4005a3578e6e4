#include "core/kernels/lane_jobs.h"
#include "core/kernels/solo_jobs.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// Eight channels: one register with AVX, two without.
typedef float Eight __attribute__((vector_size(32)));
typedef float LooseEight __attribute__((vector_size(32), aligned(4), may_alias));

// Functions that take or return such a vector would change their calling convention with the instruction set.
#define HG_LOAD8(p) (*reinterpret_cast<const LooseEight*>(p))
#define HG_STORE8(p, v) (*reinterpret_cast<LooseEight*>(p) = (v))

template <int Vectors>
void denseBlock(const SoloDenseJob& job, int used, ptrdiff_t first)
{
    Vector sums[Vectors];
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v)
        sums[v] = load(job.bias + first + v * width);
    for (int i = 0; i < used; ++i) {
        const Vector x = all(job.x[job.used[i]]);
        const float* weights = job.weights + job.used[i] * job.row + first;
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v)
            sums[v] += x * load(weights + v * width);
    }
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v)
        store(job.y + first + v * width, sums[v]);
}

int findUsed(const SoloDenseJob& job)
{
    int used = 0;
    for (int j = 0; j < job.inputs; ++j) {
        job.used[used] = j;
        used += !(job.x[j] == 0.0f); // NaN counts as used and passes on
    }
    return used;
}

void dense(const SoloDenseJob& job)
{
    constexpr int most = hasManyRegisters ? 16 : 8;
    const int used = findUsed(job);
    ptrdiff_t first = 0;
    for (; first + most * width <= job.row; first += most * width)
        denseBlock<most>(job, used, first);
    for (; first + 4 * width <= job.row; first += 4 * width)
        denseBlock<4>(job, used, first);
    for (; first < job.row; first += width)
        denseBlock<1>(job, used, first);
}

/// Eight output channels of one cell; four sums in turn, because one would wait for each product.
void wideCell(const SoloConvJob& job, int cell, int channel)
{
    Eight sums[4] = {HG_LOAD8(job.bias + channel)};
    for (const TapEntry *tap = job.entries + job.start[cell], *end = job.entries + job.start[cell + 1];
         tap != end; ++tap) {
        const float* x = job.x + ptrdiff_t{tap->cell} * job.fromPitch;
        const float* w = job.weights + ptrdiff_t{tap->kernel} * job.fromChannels * job.toPitch + channel;
        int c = 0;
        for (; c + 4 <= job.fromChannels; c += 4, w += 4 * job.toPitch)
#pragma GCC unroll 4
            for (int i = 0; i < 4; ++i)
                sums[i] += x[c + i] * HG_LOAD8(w + i * job.toPitch);
        for (; c < job.fromChannels; ++c, w += job.toPitch)
            sums[0] += x[c] * HG_LOAD8(w);
    }
    HG_STORE8(job.y + ptrdiff_t{cell} * job.toPitch + channel, (sums[0] + sums[1]) + (sums[2] + sums[3]));
}

void convWide(const SoloConvJob& job)
{
    for (int cell = 0; cell < job.toCells; ++cell)
        for (int channel = 0; channel < job.toPitch; channel += 8)
            wideCell(job, cell, channel);
}

float narrowCell(const SoloConvJob& job, int cell, const float* weights)
{
    Eight sum{};
    for (const TapEntry *tap = job.entries + job.start[cell], *end = job.entries + job.start[cell + 1];
         tap != end; ++tap)
        for (int c = 0; c < job.fromPitch; c += 8)
            sum += HG_LOAD8(job.x + ptrdiff_t{tap->cell} * job.fromPitch + c) *
                   HG_LOAD8(weights + ptrdiff_t{tap->kernel} * job.fromPitch + c);
    return ((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

void convNarrow(const SoloConvJob& job)
{
    for (int cell = 0; cell < job.toCells; ++cell)
        for (int f = 0; f < job.toChannels; ++f)
            job.y[ptrdiff_t{cell} * job.toPitch + f] =
                job.bias[f] +
                narrowCell(job, cell, job.weights + ptrdiff_t{f} * job.kernelCells * job.fromPitch);
}

} // namespace

extern const SoloKernels soloTable;
const SoloKernels soloTable{dense, convWide, convNarrow};

} // namespace hg::HG_ISA_NAMESPACE
