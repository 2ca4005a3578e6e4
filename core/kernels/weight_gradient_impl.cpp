#include "core/kernels/lane_functions.h"
#include "core/kernels/totals.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// The pairs of one block of cells and one kernel cell, for a tile of channels.
struct PairRange {
    const CellPair* first;
    const CellPair* last;
};

/// The sums of one tile and kernel cell go on from `sums`, a vector for each pair of channels.
template <int To, int From>
void addPairs(const WeightGradientJob& job, PairRange range, int to, int from, float* sums)
{
    Vector s[To][From];
#pragma GCC unroll 8
    for (int i = 0; i < To * From; ++i)
        s[i / From][i % From] = load(sums + i * width);
    const ptrdiff_t gRow = ptrdiff_t{job.to.cells} * lanes, xRow = ptrdiff_t{job.from.cells} * lanes;
    const float* g0 = job.to.rows + to * gRow;
    const float* x0 = job.from.rows + from * xRow;
    for (const CellPair* pair = range.first; pair != range.last; ++pair) {
        const float* g = g0 + ptrdiff_t{pair->to} * lanes;
        const float* x = x0 + ptrdiff_t{pair->from} * lanes;
#pragma GCC unroll 4
        for (int lane = 0; lane < lanes; lane += width) {
            Vector xs[From];
#pragma GCC unroll 8
            for (int c = 0; c < From; ++c)
                xs[c] = load(x + c * xRow + lane);
#pragma GCC unroll 8
            for (int f = 0; f < To; ++f) {
                const Vector gs = load(g + f * gRow + lane);
#pragma GCC unroll 8
                for (int c = 0; c < From; ++c)
                    s[f][c] += gs * xs[c];
            }
        }
    }
#pragma GCC unroll 8
    for (int i = 0; i < To * From; ++i)
        store(sums + i * width, s[i / From][i % From]);
}

template <int To, int From>
void tile(const WeightGradientJob& job, int to, int from)
{
    constexpr int size = To * From * width;
    static_assert(size <= weightGradientScratch);
    for (ptrdiff_t i = 0; i < ptrdiff_t{job.kernelCells} * size; ++i)
        job.scratch[i] = 0;
    const int* start = job.start;
    for (int block = 0; block < job.blocks; ++block)
        for (int k = 0; k < job.kernelCells; ++k, ++start)
            if (start[0] != start[1])
                addPairs<To, From>(job, {job.pairs + start[0], job.pairs + start[1]}, to, from,
                                   job.scratch + ptrdiff_t{k} * size);
    totals(job.scratch, ptrdiff_t{job.kernelCells} * To * From);
    for (int k = 0; k < job.kernelCells; ++k)
        for (int i = 0; i < To * From; ++i) {
            float& w = job.gradient[ptrdiff_t{to + i / From} * job.to.stride +
                                    ptrdiff_t{from + i % From} * job.from.stride + k];
            const float sum = job.scratch[k * To * From + i];
            w = job.accumulates ? w + sum : sum;
        }
}

// Tiles whose sums fill the registers: nearly square ones where both sides have channels, so that rows, which
// come from the second cache, serve as many products as they can; long ones where one side has one channel.
// The last channels get smaller tiles.
constexpr int tileTo = hasManyRegisters ? 6 : 4;
constexpr int tileFrom = hasManyRegisters ? 4 : 3;

template <int To>
void fromTiles(const WeightGradientJob& job, int to)
{
    int from = 0;
    if constexpr (To == 1)
        for (; from + 8 <= job.from.channels; from += 8)
            tile<1, 8>(job, to, from);
    for (; from + tileFrom <= job.from.channels; from += tileFrom)
        tile<To, tileFrom>(job, to, from);
    for (; from + 2 <= job.from.channels; from += 2)
        tile<To, 2>(job, to, from);
    for (; from < job.from.channels; ++from)
        tile<To, 1>(job, to, from);
}

void tileRow(const WeightGradientJob& job, int to, int count)
{
    switch (count) {
    case 1:
        return fromTiles<1>(job, to);
    case 2:
        return fromTiles<2>(job, to);
    case 3:
        return fromTiles<3>(job, to);
    case 4:
        return fromTiles<4>(job, to);
    case 5:
        return fromTiles<lesserOf(5, tileTo)>(job, to);
    default:
        return fromTiles<tileTo>(job, to);
    }
}

/// Sum over cells and lanes of each of the first `Channels` channels; the others' places hold 0.
template <int Channels>
inline __attribute__((always_inline)) Vector sumsOf(const float* g, int cells)
{
    Vector rows[width] = {};
    for (int channel = 0; channel < Channels; ++channel) {
        const float* end = g + ptrdiff_t{cells} * lanes;
        Vector s[2] = {};
        for (; g != end; g += 4 * width) {
            s[0] += load(g) + load(g + width);
            s[1] += load(g + 2 * width) + load(g + 3 * width);
        }
        rows[channel] = s[0] + s[1];
    }
    return totalsOf(rows);
}

} // namespace

void weightGradient(const WeightGradientJob& job)
{
    int to = 0;
    if (job.from.channels == 1)
        for (; to + 8 <= job.to.channels; to += 8)
            tile<8, 1>(job, to, 0);
    const EvenParts parts(job.to.channels - to, tileTo);
    for (int part = 0; part < parts.count; to += parts.sizeOf(part), ++part)
        tileRow(job, to, parts.sizeOf(part));
}

void channelSums(const float* g, int channels, int cells, bool accumulates, float* sums)
{
    int channel = 0;
    for (; channel + width <= channels; channel += width)
        store(sums + channel, sumsOf<width>(g + ptrdiff_t{channel} * cells * lanes, cells) +
                                  (accumulates ? load(sums + channel) : Vector{}));
    for (; channel < channels; ++channel) {
        const float sum = sumsOf<1>(g + ptrdiff_t{channel} * cells * lanes, cells)[0];
        sums[channel] = accumulates ? sums[channel] + sum : sum;
    }
}

} // namespace hg::HG_ISA_NAMESPACE
