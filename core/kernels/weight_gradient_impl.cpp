#include "core/kernels/lane_functions.h"
#include "core/kernels/negative_zeros.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// The sum of the numbers of each row.
inline __attribute__((always_inline)) Vector totalsOf(Vector (&rows)[width])
{
    turn(rows);
#pragma GCC unroll 8
    for (int half = width / 2; half > 0; half /= 2)
#pragma GCC unroll 8
        for (int i = 0; i < half; ++i)
            rows[i] += rows[i + half];
    return rows[0];
}

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
    const ptrdiff_t gRow = ptrdiff_t{job.toCells} * lanes, xRow = ptrdiff_t{job.fromCells} * lanes;
    const float* g0 = job.g + to * gRow;
    const float* x0 = job.x + from * xRow;
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

/// Of each of `count` vectors the sum of its numbers, in their place from the first on. Readable up to a
/// whole number of squares.
void totals(float* vectors, ptrdiff_t count)
{
    for (ptrdiff_t first = 0; first < count; first += width) {
        Vector rows[width];
#pragma GCC unroll 16
        for (int i = 0; i < width; ++i)
            rows[i] = load(vectors + (first + i) * width);
        store(vectors + first, totalsOf(rows));
    }
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
            float& w = job.gradient[ptrdiff_t{to + i / From} * job.toStride +
                                    ptrdiff_t{from + i % From} * job.fromStride + k];
            const float sum = job.scratch[k * To * From + i];
            w = job.accumulates ? w + sum : sum;
        }
}

// Tiles whose sums fill the registers: square ones where both sides have channels, long ones where one has a
// single channel. The last channels get smaller tiles.
constexpr int tileTo = 4;
constexpr int tileFrom = hasManyRegisters ? 4 : 3;

template <int To>
void fromTiles(const WeightGradientJob& job, int to)
{
    int from = 0;
    if constexpr (To == 1)
        for (; from + 8 <= job.fromChannels; from += 8)
            tile<1, 8>(job, to, from);
    for (; from + tileFrom <= job.fromChannels; from += tileFrom)
        tile<To, tileFrom>(job, to, from);
    for (; from + 2 <= job.fromChannels; from += 2)
        tile<To, 2>(job, to, from);
    for (; from < job.fromChannels; ++from)
        tile<To, 1>(job, to, from);
}

// --- By the rows of one side alone that are not 0

/// One side's rows, and its channels' stride in the weights.
struct RowsOf {
    const float* rows;
    int channels, cells;
    ptrdiff_t stride;
    const float* of(int channel, int cell) const
    {
        return rows + (ptrdiff_t{channel} * cells + cell) * lanes;
    }
};

/// The side whose rows are looked at, and the other, whose channels make tiles.
struct Sides {
    RowsOf used, tiled;
    bool isFromUsed;
    int usedCell(const CellPair& pair) const { return isFromUsed ? pair.from : pair.to; }
    int tiledCell(const CellPair& pair) const { return isFromUsed ? pair.to : pair.from; }
};

Sides sidesOf(const WeightGradientJob& job)
{
    const RowsOf from{job.x, job.fromChannels, job.fromCells, job.fromStride};
    const RowsOf to{job.g, job.toChannels, job.toCells, job.toStride};
    return job.isFromUsed ? Sides{from, to, true} : Sides{to, from, false};
}

constexpr int usedTile = 8, usedTogether = weightGradientScratch / usedTile / width;

/// A row that is used, and the first of its tile's.
struct RowPair {
    const float* used;
    const float* tiled;
};

/// The sums of one used channel, a tile and a kernel cell go on from `sums`, a vector for each channel of the
/// tile.
template <int Tile>
void addRows(const RowPair* first, const RowPair* last, ptrdiff_t row, float* sums)
{
    Vector s[Tile];
#pragma GCC unroll 8
    for (int i = 0; i < Tile; ++i)
        s[i] = load(sums + i * width);
    constexpr int together = 4; // vectors of the used row in registers
    for (const RowPair* pair = first; pair != last; ++pair)
        for (int lane = 0; lane < lanes; lane += together * width) {
            Vector used[together];
#pragma GCC unroll 4
            for (int v = 0; v < together; ++v)
                used[v] = load(pair->used + lane + v * width);
            const float* tiled = pair->tiled + lane;
#pragma GCC unroll 8
            for (int i = 0; i < Tile; ++i, tiled += row)
#pragma GCC unroll 4
                for (int v = 0; v < together; ++v)
                    s[i] += used[v] * load(tiled + v * width);
        }
#pragma GCC unroll 8
    for (int i = 0; i < Tile; ++i)
        store(sums + i * width, s[i]);
}

/// What the pairs of one block and kernel cell add, for some used channels.
template <int Tile>
void addBlock(const WeightGradientJob& job, const Sides& sides, PairRange range, int channel, int tile,
              float* sums)
{
    RowPair pairs[pairBlock];
    int count = 0;
    for (const CellPair* pair = range.first; pair != range.last; ++pair) {
        const int cell = sides.usedCell(*pair);
        pairs[count] = {sides.used.of(channel, cell), sides.tiled.of(tile, sides.tiledCell(*pair))};
        count += job.used[channel * sides.used.cells + cell] != 0;
    }
    if (count > 0) addRows<Tile>(pairs, pairs + count, ptrdiff_t{sides.tiled.cells} * lanes, sums);
}

/// All that one weight's gradient is the sum of.
float fullSum(const WeightGradientJob& job, const Sides& sides, int channel, int tile, int k)
{
    Vector sums[width] = {};
    for (int block = 0; block < job.blocks; ++block) {
        const int* start = job.start + block * job.kernelCells + k;
        for (const CellPair* pair = job.pairs + start[0]; pair != job.pairs + start[1]; ++pair) {
            const RowPair rows{sides.used.of(channel, sides.usedCell(*pair)),
                               sides.tiled.of(tile, sides.tiledCell(*pair))};
            addRows<1>(&rows, &rows + 1, 0, reinterpret_cast<float*>(sums));
        }
    }
    return totalsOf(sums)[0];
}

/// Writes the weights of some used channels and a tile. A sum of −0 may be one that products with 0 change.
template <int Tile>
void writeTile(const WeightGradientJob& job, const Sides& sides, int first, int count, int tile)
{
    totals(job.scratch, ptrdiff_t{count} * job.kernelCells * Tile);
    const float* sums = job.scratch;
    for (int c = first; c < first + count; ++c)
        for (int k = 0; k < job.kernelCells; ++k)
            for (int i = 0; i < Tile; ++i) {
                float sum = *sums++;
                if (__builtin_bit_cast(int32_t, sum) == INT32_MIN) sum = fullSum(job, sides, c, tile + i, k);
                float& w = job.gradient[c * sides.used.stride + (tile + i) * sides.tiled.stride + k];
                w = job.accumulates ? w + sum : sum;
            }
}

template <int Tile>
void usedTiles(const WeightGradientJob& job, const Sides& sides, int tile)
{
    for (int first = 0; first < sides.used.channels; first += usedTogether) {
        const int rest = sides.used.channels - first, count = rest < usedTogether ? rest : usedTogether;
        const ptrdiff_t size = ptrdiff_t{job.kernelCells} * Tile * width;
        for (ptrdiff_t i = 0; i < count * size; ++i)
            job.scratch[i] = 0;
        for (int block = 0; block < job.blocks; ++block)
            for (int c = 0; c < count; ++c)
                for (int k = 0; k < job.kernelCells; ++k) {
                    const int* start = job.start + block * job.kernelCells + k;
                    addBlock<Tile>(job, sides, {job.pairs + start[0], job.pairs + start[1]}, first + c, tile,
                                   job.scratch + c * size + ptrdiff_t{k} * Tile * width);
                }
        writeTile<Tile>(job, sides, first, count, tile);
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

void usedWeightGradient(const WeightGradientJob& job)
{
    const Sides sides = sidesOf(job);
    int tile = 0;
    for (; tile + usedTile <= sides.tiled.channels; tile += usedTile)
        usedTiles<usedTile>(job, sides, tile);
    for (; tile + 4 <= sides.tiled.channels; tile += 4)
        usedTiles<4>(job, sides, tile);
    for (; tile < sides.tiled.channels; ++tile)
        usedTiles<1>(job, sides, tile);
}

} // namespace

void weightGradient(const WeightGradientJob& job)
{
    if (job.used) return usedWeightGradient(job);
    int to = 0;
    if (job.fromChannels == 1)
        for (; to + 8 <= job.toChannels; to += 8)
            tile<8, 1>(job, to, 0);
    for (; to + tileTo <= job.toChannels; to += tileTo)
        fromTiles<tileTo>(job, to);
    for (; to < job.toChannels; ++to)
        fromTiles<1>(job, to);
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
