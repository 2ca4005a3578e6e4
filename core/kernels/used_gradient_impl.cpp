#include "core/kernels/lane_functions.h"
#include "core/kernels/totals.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// A row of the held side, and where its sums with the first of the listed channels are.
struct HeldRow {
    const float* row;
    float* sums;
};

/// The rows of one cell of the listed side, as multiples of `pitch` from `first` on.
struct ListedRows {
    const float* first;
    ptrdiff_t pitch;
    int channels[usedGradientTogether];
    int count;
};

constexpr int heldVectors = 4;
constexpr int heldRows = hasManyRegisters ? 5 : 6; ///< of few registers, sums fill all
constexpr int gatheredRows = 6 * heldRows;

/// Adds the products of each of `Rows` rows with each listed row. The former stay in registers and the sums
/// pass by, so that any listed row may be missing, whatever its neighbours.
template <int Rows>
void addProducts(const HeldRow* held, const ListedRows& listed)
{
    float* sums[Rows];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
        sums[r] = held[r].sums;
    const int* last = listed.channels + listed.count;
    const ptrdiff_t pitch = listed.pitch;
    for (int lane = 0; lane < lanes; lane += heldVectors * width) {
        Vector rows[Rows][heldVectors];
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 4
            for (int v = 0; v < heldVectors; ++v)
                rows[r][v] = load(held[r].row + lane + v * width);
        const float* first = listed.first + lane;
        for (const int* channel = listed.channels; channel != last; ++channel) {
            const float* row = first + *channel * pitch;
            const ptrdiff_t place = ptrdiff_t{*channel} * width;
            Vector s[Rows];
#pragma GCC unroll 8
            for (int r = 0; r < Rows; ++r)
                s[r] = load(sums[r] + place);
#pragma GCC unroll 4
            for (int v = 0; v < heldVectors; ++v) {
                const Vector x = load(row + v * width);
#pragma GCC unroll 8
                for (int r = 0; r < Rows; ++r)
                    s[r] += rows[r][v] * x;
            }
#pragma GCC unroll 8
            for (int r = 0; r < Rows; ++r)
                store(sums[r] + place, s[r]);
        }
    }
}

void addProductsOf(int rows, const HeldRow* held, const ListedRows& listed)
{
    switch (rows) {
    case 1:
        return addProducts<1>(held, listed);
    case 2:
        return addProducts<2>(held, listed);
    case 3:
        return addProducts<3>(held, listed);
    case 4:
        return addProducts<4>(held, listed);
    case 5:
        return addProducts<5>(held, listed);
    default:
        return addProducts<heldRows>(held, listed);
    }
}

/// In parts of nearly one size: one or two rows alone would wait for their sums.
void addProductsOfAll(int rows, const HeldRow* held, const ListedRows& listed)
{
    for (int parts = (rows + heldRows - 1) / heldRows; parts > 0; --parts) {
        const int some = (rows + parts - 1) / parts;
        addProductsOf(some, held, listed);
        held += some;
        rows -= some;
    }
}

/// Some channels of both sides, whose sums find room in the nearest cache.
struct Block {
    int listed, listedCount;
    int held, heldCount;
    /// Floats from a held row's sums to the next one's: an odd number of vectors, so that they do not alias.
    ptrdiff_t pitch;
};

void listChannels(const UsedGradientJob& job, const Block& block, int cell, ListedRows& list)
{
    const GradientSide& side = job.listed;
    const ptrdiff_t row = ptrdiff_t{block.listed} * side.cells + cell;
    list.first = side.rows + row * lanes;
    if (!side.used) return; // all are, and stand there
    int count = 0;
    for (int c = 0; c < block.listedCount; ++c) {
        list.channels[count] = c;
        count += side.used[row + ptrdiff_t{c} * side.cells] != 0;
    }
    list.count = count;
}

void addCell(const UsedGradientJob& job, const Block& block, int cell, ListedRows& list)
{
    listChannels(job, block, cell, list);
    if (list.count == 0) return;
    const TapEntry* first = job.entries + job.start[cell];
    const TapEntry* last = job.entries + job.start[cell + 1];
    HeldRow held[gatheredRows];
    int count = 0;
    for (int h = 0; h < block.heldCount; ++h) {
        const ptrdiff_t channel = ptrdiff_t{block.held + h} * job.held.cells;
        const float* rows = job.held.rows + channel * lanes;
        const uint8_t* used = job.held.used ? job.held.used + channel : nullptr;
        float* sums = job.scratch + ptrdiff_t{h} * job.kernelCells * block.pitch;
        for (const TapEntry* tap = first; tap != last; ++tap) {
            held[count] = {rows + ptrdiff_t{tap->cell} * lanes, sums + tap->kernel * block.pitch};
            count += !used || used[tap->cell] != 0;
            if (count < gatheredRows) continue;
            addProductsOfAll(count, held, list);
            count = 0;
        }
    }
    addProductsOfAll(count, held, list);
}

/// All that one weight's gradient is the sum of.
float fullSum(const UsedGradientJob& job, int listed, int held, int kernel)
{
    Vector sums[width] = {};
    for (int cell = 0; cell < job.listed.cells; ++cell)
        for (int t = job.start[cell]; t < job.start[cell + 1]; ++t) {
            const TapEntry tap = job.entries[t];
            if (tap.kernel != kernel) continue;
            const HeldRow row{job.held.rows + (ptrdiff_t{held} * job.held.cells + tap.cell) * lanes,
                              reinterpret_cast<float*>(sums)};
            addProducts<1>(
                &row, {job.listed.rows + (ptrdiff_t{listed} * job.listed.cells + cell) * lanes, 0, {0}, 1});
        }
    return totalsOf(sums)[0];
}

/// A sum of −0 may be one that products with 0 change.
void writeSums(const UsedGradientJob& job, const Block& block)
{
    const float* sums = job.scratch;
    for (int h = block.held; h < block.held + block.heldCount; ++h)
        for (int k = 0; k < job.kernelCells; ++k, sums += block.pitch / width)
            for (int c = 0; c < block.listedCount; ++c) {
                const int channel = block.listed + c;
                float sum = sums[c];
                if (__builtin_bit_cast(int32_t, sum) == INT32_MIN) sum = fullSum(job, channel, h, k);
                float& w =
                    job.gradient[ptrdiff_t{channel} * job.listed.stride + ptrdiff_t{h} * job.held.stride + k];
                w = job.accumulates ? w + sum : sum;
            }
}

void addBlock(const UsedGradientJob& job, const Block& block)
{
    const ptrdiff_t count = ptrdiff_t{block.heldCount} * job.kernelCells * block.pitch;
    for (ptrdiff_t i = 0; i < count; ++i)
        job.scratch[i] = 0;
    ListedRows list{nullptr, ptrdiff_t{job.listed.cells} * lanes, {}, block.listedCount};
    for (int c = 0; c < block.listedCount; ++c)
        list.channels[c] = c;
    for (int cell = 0; cell < job.listed.cells; ++cell)
        addCell(job, block, cell, list);
    totals(job.scratch, count / width);
    writeSums(job, block);
}

} // namespace

void usedGradient(const UsedGradientJob& job)
{
    for (int c = 0; c < job.listed.channels; c += usedGradientTogether) {
        const int count = lesserOf(job.listed.channels - c, usedGradientTogether);
        const int rows = usedGradientSums / (count * job.kernelCells), together = rows > 1 ? rows : 1;
        for (int h = 0; h < job.held.channels; h += together)
            addBlock(job,
                     {c, count, h, lesserOf(job.held.channels - h, together), ptrdiff_t{count | 1} * width});
    }
}

} // namespace hg::HG_ISA_NAMESPACE
