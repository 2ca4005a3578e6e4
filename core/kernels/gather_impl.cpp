#include "core/kernels/lane_functions.h"
#include "core/kernels/negative_zeros.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int tileChannels = 6; // 6×4 sums of 32 registers, 6×2 of 16
constexpr int tileVectors = hasManyRegisters ? 4 : 2;

constexpr ptrdiff_t laneRow(int channel, int cells, int cell)
{
    return (ptrdiff_t{channel} * cells + cell) * lanes;
}

inline __attribute__((always_inline)) Vector finished(Vector sum, Epilogue epilogue, const float* outputs)
{
    if (epilogue == Epilogue::Relu) return rectified(sum);
    if (epilogue == Epilogue::ReluSlope) return select(load(outputs) > 0.0f, sum, Vector{});
    return sum;
}

/// Stores the sums of one row's block of lanes, which begins at `at`. The pointers are copies: what is stored
/// might alias the job.
template <Epilogue End>
inline __attribute__((always_inline)) void storeFinished(const Vector (&sums)[tileVectors], float* y,
                                                         const float* outputs, ptrdiff_t at)
{
#pragma GCC unroll 4
    for (int v = 0; v < tileVectors; ++v, at += width)
        store(y + at, finished(sums[v], End, End == Epilogue::ReluSlope ? outputs + at : nullptr));
}

/// What one row, times each channel's weight at `place`, adds to the sums.
template <int Channels>
inline __attribute__((always_inline)) void addTap(const float* source,
                                                  const float* const (&weights)[Channels], ptrdiff_t place,
                                                  Vector (&sums)[Channels][tileVectors])
{
    Vector row[tileVectors];
#pragma GCC unroll 4
    for (int v = 0; v < tileVectors; ++v)
        row[v] = load(source + v * width);
#pragma GCC unroll 6
    for (int f = 0; f < Channels; ++f) {
        const Vector weight = all(weights[f][place]);
#pragma GCC unroll 4
        for (int v = 0; v < tileVectors; ++v)
            sums[f][v] += weight * row[v];
    }
}

/// Sums of `Channels` neighbouring channels of one cell over a block of lanes, in registers.
template <int Channels, Epilogue End>
void tile(const GatherJob& job, int to, int cell, int lane)
{
    const float* weights[Channels];
    Vector sums[Channels][tileVectors];
#pragma GCC unroll 6
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
        for (const TapEntry* tap = first; tap != last; ++tap)
            addTap<Channels>(x + ptrdiff_t{tap->cell} * lanes, weights, channel + tap->kernel, sums);
    }
    float* y = job.y;
    const float* outputs = job.outputs;
    const ptrdiff_t at = laneRow(to, job.toCells, cell) + lane, channel = laneRow(1, job.toCells, 0);
#pragma GCC unroll 6
    for (int f = 0; f < Channels; ++f)
        storeFinished<End>(sums[f], y, outputs, at + f * channel);
}

template <int Channels, Epilogue End>
void cellTiles(const GatherJob& job, int to, int cell)
{
    for (int lane = 0; lane < lanes; lane += tileVectors * width)
        tile<Channels, End>(job, to, cell, lane);
}

using CellTiles = void (*)(const GatherJob&, int to, int cell);
template <Epilogue End>
constexpr CellTiles cellTilesOf[] = {nullptr,           cellTiles<1, End>, cellTiles<2, End>,
                                     cellTiles<3, End>, cellTiles<4, End>, cellTiles<5, End>,
                                     cellTiles<6, End>};

template <Epilogue End>
void gatherAll(const GatherJob& job)
{
    const EvenParts parts(job.toChannels, tileChannels);
    for (int cell = 0; cell < job.toCells; ++cell)
        for (int part = 0, to = 0; part < parts.count; to += parts.sizeOf(part), ++part)
            cellTilesOf<End>[parts.sizeOf(part)](job, to, cell);
}

// --- Sums into one channel

/// Sums of `Cells` cells that the same kernel cells reach: they share the weights, and more of them go on at
/// once than a cell has.
template <int Cells, Epilogue End>
void alikeTile(const GatherJob& job, const int* cells, int lane)
{
    const TapEntry* taps[Cells];
    Vector sums[Cells][tileVectors];
#pragma GCC unroll 4
    for (int c = 0; c < Cells; ++c) {
        taps[c] = job.entries + job.start[cells[c]];
#pragma GCC unroll 4
        for (int v = 0; v < tileVectors; ++v)
            sums[c][v] = all(job.bias ? job.bias[0] : 0.0f);
    }
    const int count = job.start[cells[0] + 1] - job.start[cells[0]];
    for (int from = 0; from < job.fromChannels; ++from) {
        const float* x = job.x + laneRow(from, job.fromCells, 0) + lane;
        const float* weights = job.weights + ptrdiff_t{from} * job.fromStride;
        for (int t = 0; t < count; ++t) {
            const Vector weight = all(weights[taps[0][t].kernel]);
#pragma GCC unroll 4
            for (int c = 0; c < Cells; ++c)
#pragma GCC unroll 4
                for (int v = 0; v < tileVectors; ++v)
                    sums[c][v] += weight * load(x + ptrdiff_t{taps[c][t].cell} * lanes + v * width);
        }
    }
#pragma GCC unroll 4
    for (int c = 0; c < Cells; ++c)
        storeFinished<End>(sums[c], job.y, job.outputs, ptrdiff_t{cells[c]} * lanes + lane);
}

template <int Cells, Epilogue End>
void alikeTiles(const GatherJob& job, const int* cells)
{
    for (int lane = 0; lane < lanes; lane += tileVectors * width)
        alikeTile<Cells, End>(job, cells, lane);
}

template <Epilogue End>
void gatherAlike(const GatherJob& job)
{
    static_assert(mostAlikeCells == 4);
    for (int g = 0; g < job.groups; ++g) {
        const int* cells = job.alike + job.groupStart[g];
        switch (job.groupStart[g + 1] - job.groupStart[g]) {
        case 1:
            alikeTiles<1, End>(job, cells);
            break;
        case 2:
            alikeTiles<2, End>(job, cells);
            break;
        case 3:
            alikeTiles<3, End>(job, cells);
            break;
        default:
            alikeTiles<4, End>(job, cells);
            break;
        }
    }
}

// --- Sums of the rows alone that are not 0

/// A row of x, and where its weight stands in the first channel's.
struct ListedTap {
    int row;
    int weight;
};

/// What a cell's sums are made of, and the channels that are worth one.
struct CellList {
    ListedTap taps[mostListedTaps];
    int tapCount;
    int channels[mostListedChannels];
    int channelCount;
};

/// `Taps` of the cell, or `taps` where that is 0: the usual numbers leave no inner loop.
template <int Taps>
int listTapsOf(const GatherJob& job, const TapEntry* first, int taps, bool all, ListedTap* listed)
{
    const int number = Taps > 0 ? Taps : taps;
    int count = 0, row = 0, weight = 0;
    for (int from = 0; from < job.fromChannels; ++from, row += job.fromCells, weight += job.fromStride)
#pragma GCC unroll 9
        for (int t = 0; t < number; ++t) {
            listed[count] = {row + first[t].cell, weight + first[t].kernel};
            count += all || job.used[row + first[t].cell] != 0;
        }
    return count;
}

using ListTaps = int (*)(const GatherJob&, const TapEntry*, int, bool, ListedTap*);
constexpr ListTaps fewTaps[] = {listTapsOf<0>, listTapsOf<1>, listTapsOf<2>, listTapsOf<3>, listTapsOf<4>};

void listTaps(const GatherJob& given, int cell, bool all, CellList& list)
{
    const GatherJob job = given; // a copy: what is stored might alias the original
    const TapEntry* first = job.entries + job.start[cell];
    const int taps = job.start[cell + 1] - job.start[cell];
    const auto listThem = taps <= 4 ? fewTaps[taps] : taps == 9 ? listTapsOf<9> : listTapsOf<0>;
    list.tapCount = listThem(job, first, taps, all, list.taps);
}

/// The others' sums become 0.
void listChannels(const GatherJob& job, int cell, CellList& list)
{
    int count = 0;
    for (int to = 0; to < job.toChannels; ++to) {
        const bool isWanted = !job.wanted || job.wanted[to * job.toCells + cell] != 0;
        list.channels[count] = to;
        count += isWanted;
        if (isWanted) continue;
        for (int lane = 0; lane < lanes; lane += width)
            store(job.y + laneRow(to, job.toCells, cell) + lane, Vector{});
    }
    list.channelCount = count;
}

/// As tile(). False: a sum is −0, which products with 0 might have changed; not looked for where none is
/// missing.
template <int Channels, Epilogue End, bool AreSomeMissing>
bool listedTile(const GatherJob& job, const CellList& list, int first, int cell, int lane)
{
    const float* weights[Channels];
    Vector sums[Channels][tileVectors];
#pragma GCC unroll 6
    for (int f = 0; f < Channels; ++f) {
        const int to = list.channels[first + f];
        weights[f] = job.weights + ptrdiff_t{to} * job.toStride;
#pragma GCC unroll 4
        for (int v = 0; v < tileVectors; ++v)
            sums[f][v] = all(job.bias ? job.bias[to] : 0.0f);
    }
    const float* x = job.x + lane;
    for (const ListedTap* tap = list.taps; tap != list.taps + list.tapCount; ++tap)
        addTap<Channels>(x + ptrdiff_t{tap->row} * lanes, weights, tap->weight, sums);
    NegativeZeros zeros;
#pragma GCC unroll 6
    for (int f = 0; f < Channels; ++f) {
#pragma GCC unroll 4
        for (int v = 0; AreSomeMissing && v < tileVectors; ++v)
            zeros.see(sums[f][v]);
        const ptrdiff_t at = laneRow(list.channels[first + f], job.toCells, cell) + lane;
        storeFinished<End>(sums[f], job.y, job.outputs, at);
    }
    return !zeros.areAny();
}

template <int Channels, Epilogue End, bool AreSomeMissing>
bool listedTiles(const GatherJob& job, const CellList& list, int first, int cell)
{
    bool isSame = true;
    for (int lane = 0; lane < lanes; lane += tileVectors * width)
        isSame &= listedTile<Channels, End, AreSomeMissing>(job, list, first, cell, lane);
    return isSame;
}

using ListedTiles = bool (*)(const GatherJob&, const CellList&, int first, int cell);
template <Epilogue End, bool AreSomeMissing>
constexpr ListedTiles listedTilesOf[] = {nullptr,
                                         listedTiles<1, End, AreSomeMissing>,
                                         listedTiles<2, End, AreSomeMissing>,
                                         listedTiles<3, End, AreSomeMissing>,
                                         listedTiles<4, End, AreSomeMissing>,
                                         listedTiles<5, End, AreSomeMissing>,
                                         listedTiles<6, End, AreSomeMissing>};

template <Epilogue End, bool AreSomeMissing>
bool listedChannels(const GatherJob& job, const CellList& list, int cell)
{
    const EvenParts parts(list.channelCount, tileChannels);
    bool isSame = true;
    for (int part = 0, first = 0; part < parts.count; first += parts.sizeOf(part), ++part)
        isSame &= listedTilesOf<End, AreSomeMissing>[parts.sizeOf(part)](job, list, first, cell);
    return isSame;
}

template <Epilogue End>
void gatherListed(const GatherJob& job)
{
    CellList list;
    for (int cell = 0; cell < job.toCells; ++cell) {
        listChannels(job, cell, list);
        if (job.used) {
            listTaps(job, cell, false, list);
            if (listedChannels<End, true>(job, list, cell)) continue;
        }
        listTaps(job, cell, true, list);
        (void)listedChannels<End, false>(job, list, cell);
    }
}

template <Epilogue End>
void gatherBy(const GatherJob& job)
{
    if (job.used || job.wanted)
        gatherListed<End>(job);
    else if (job.groups > 0)
        gatherAlike<End>(job);
    else
        gatherAll<End>(job);
}

} // namespace

void gather(const GatherJob& job)
{
    switch (job.epilogue) {
    case Epilogue::None:
        return gatherBy<Epilogue::None>(job);
    case Epilogue::Relu:
        return gatherBy<Epilogue::Relu>(job);
    case Epilogue::ReluSlope:
        return gatherBy<Epilogue::ReluSlope>(job);
    }
}

} // namespace hg::HG_ISA_NAMESPACE
