#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int tileChannels = 4;
constexpr int tileVectors = hasManyRegisters ? 4 : 2;

constexpr ptrdiff_t laneRow(int channel, int cells, int cell)
{
    return (ptrdiff_t{channel} * cells + cell) * lanes;
}

inline __attribute__((always_inline)) Vector finished(Vector sum, Epilogue epilogue, const float* outputs)
{
    // The comparisons are written so that NaN passes on and is found later.
    if (epilogue == Epilogue::Relu) return select(sum < 0.0f, Vector{}, sum);
    if (epilogue == Epilogue::ReluSlope) return select(load(outputs) > 0.0f, sum, Vector{});
    return sum;
}

/// Sums of `Channels` neighbouring channels of one cell over a block of lanes, in registers.
template <int Channels, Epilogue End>
void tile(const GatherJob& job, int to, int cell, int lane)
{
    const float* weights[Channels];
    Vector sums[Channels][tileVectors];
#pragma GCC unroll 4
    for (int f = 0; f < Channels; ++f) {
        weights[f] = job.weights + ptrdiff_t{to + f} * job.toStride;
#pragma GCC unroll 4
        for (int v = 0; v < tileVectors; ++v)
            sums[f][v] = all(job.bias ? job.bias[to + f] : 0.0f);
    }
    const TapEntry* first = job.entries + job.start[cell];
    const TapEntry* last = job.entries + job.start[cell + 1];
    for (int from = 0; from < job.fromChannels; ++from) {
        const float* x = job.x + laneRow(from, job.fromCells, 0) + lane;
        const ptrdiff_t channel = ptrdiff_t{from} * job.fromStride;
        for (const TapEntry* tap = first; tap != last; ++tap) {
            const float* source = x + ptrdiff_t{tap->cell} * lanes;
            Vector row[tileVectors];
#pragma GCC unroll 4
            for (int v = 0; v < tileVectors; ++v)
                row[v] = load(source + v * width);
#pragma GCC unroll 4
            for (int f = 0; f < Channels; ++f) {
                const Vector weight = all(weights[f][channel + tap->kernel]);
#pragma GCC unroll 4
                for (int v = 0; v < tileVectors; ++v)
                    sums[f][v] += weight * row[v];
            }
        }
    }
#pragma GCC unroll 4
    for (int f = 0; f < Channels; ++f) {
        const ptrdiff_t at = laneRow(to + f, job.toCells, cell) + lane;
#pragma GCC unroll 4
        for (int v = 0; v < tileVectors; ++v)
            store(job.y + at + v * width,
                  finished(sums[f][v], End,
                           End == Epilogue::ReluSlope ? job.outputs + at + v * width : nullptr));
    }
}

template <int Channels, Epilogue End>
void cellTiles(const GatherJob& job, int to, int cell)
{
    for (int lane = 0; lane < lanes; lane += tileVectors * width)
        tile<Channels, End>(job, to, cell, lane);
}

template <Epilogue End>
void gatherAll(const GatherJob& job)
{
    for (int cell = 0; cell < job.toCells; ++cell) {
        int to = 0;
        for (; to + tileChannels <= job.toChannels; to += tileChannels)
            cellTiles<tileChannels, End>(job, to, cell);
        switch (job.toChannels - to) {
        case 1:
            cellTiles<1, End>(job, to, cell);
            break;
        case 2:
            cellTiles<2, End>(job, to, cell);
            break;
        case 3:
            cellTiles<3, End>(job, to, cell);
            break;
        default:
            break;
        }
    }
}

} // namespace

void gather(const GatherJob& job)
{
    switch (job.epilogue) {
    case Epilogue::None:
        return gatherAll<Epilogue::None>(job);
    case Epilogue::Relu:
        return gatherAll<Epilogue::Relu>(job);
    case Epilogue::ReluSlope:
        return gatherAll<Epilogue::ReluSlope>(job);
    }
}

} // namespace hg::HG_ISA_NAMESPACE
