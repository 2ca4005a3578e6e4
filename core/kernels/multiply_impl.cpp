#include "core/kernels/fit_functions.h"
#include "core/kernels/lane_functions.h"
#include "core/kernels/map_vectors.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int tileRows = 6;
constexpr int tileVectors = HG_MAP_BYTES == 64 ? 4 : 2; // 6×4 sums of 32 registers, 6×2 of 16
constexpr int depthBlock = 128;                         // a block's panel of B stays in the first-level cache

/// One tile of C over one block of depth, its sums in registers.
template <class Scalar>
struct Tile {
    const Scalar* a;
    ptrdiff_t aRow, aDepth;
    const Scalar* b;
    ptrdiff_t bRow;
    Scalar* c;
    ptrdiff_t cRow;
    int depth;
    const Scalar* bias;
    bool fromC;
};

template <class Scalar>
constexpr int fetchEvery = 64 / static_cast<int>(sizeof(Scalar)); // numbers of a cache line

/// Brings the next tile of A and C nearer: their rows are short stretches that the processor does not
/// foresee.
template <int Rows, class Scalar>
inline __attribute__((always_inline)) void fetchNext(const Tile<Scalar>& t, int k)
{
    const Scalar* a = t.a + Rows * t.aRow + k * t.aDepth;
    if (t.aDepth == 1)
        for (int r = 0; r < Rows; ++r)
            __builtin_prefetch(a + r * t.aRow);
    else if (t.aRow == 1)
        for (int i = 0; i < fetchEvery<Scalar>; ++i)
            __builtin_prefetch(a + i * t.aDepth);
    const int line = k / fetchEvery<Scalar>;
    if (line < tileVectors)
        for (int r = 0; r < Rows; ++r)
            __builtin_prefetch(t.c + (Rows + r) * t.cRow + line * fetchEvery<Scalar>, 1);
}

template <int Rows, int Vectors, class Scalar>
inline __attribute__((always_inline)) void addProducts(const Tile<Scalar>& t,
                                                       VectorOf<Scalar> (&sums)[Rows][Vectors])
{
    const Scalar *a = t.a, *b = t.b;
    for (int k = 0; k < t.depth; ++k, a += t.aDepth, b += t.bRow) {
        if (k % fetchEvery<Scalar> == 0) fetchNext<Rows>(t, k);
        VectorOf<Scalar> row[Vectors];
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            row[v] = load(b + v * Lanes<Scalar>::width);
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const VectorOf<Scalar> factor = all(a[r * t.aRow]);
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                sums[r][v] += factor * row[v];
        }
    }
}

template <int Rows, int Vectors, class Scalar>
void fullTile(const Tile<Scalar>& t)
{
    constexpr int width = Lanes<Scalar>::width;
    VectorOf<Scalar> sums[Rows][Vectors];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            sums[r][v] = t.fromC ? load(t.c + r * t.cRow + v * width) : all(t.bias ? t.bias[r] : Scalar{0});
    addProducts<Rows, Vectors>(t, sums);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            store(t.c + r * t.cRow + v * width, sums[r][v]);
}

/// The last columns, fewer than a vector.
template <int Rows, class Scalar>
void narrowTile(const Tile<Scalar>& t, int columns)
{
    VectorOf<Scalar> sums[Rows][1] = {};
    addProducts<Rows, 1>(t, sums);
    for (int r = 0; r < Rows; ++r) {
        Scalar row[Lanes<Scalar>::width];
        store(row, sums[r][0]);
        Scalar* c = t.c + r * t.cRow;
        const Scalar start = t.bias ? t.bias[r] : Scalar{0};
        for (int i = 0; i < columns; ++i)
            c[i] = (t.fromC ? c[i] : start) + row[i];
    }
}

template <int Rows, class Scalar>
void tileRow(const Tile<Scalar>& t, int columns)
{
    constexpr int width = Lanes<Scalar>::width;
    if (columns >= tileVectors * width) return fullTile<Rows, tileVectors>(t);
    Tile<Scalar> part = t;
    for (int done = 0; done < columns; done += width) {
        part.b = t.b + done;
        part.c = t.c + done;
        if (columns - done >= width)
            fullTile<Rows, 1>(part);
        else
            narrowTile<Rows>(part, columns - done);
    }
}

template <class Scalar>
void tileRows_(const Tile<Scalar>& t, int rows, int columns)
{
    switch (rows) {
    case 1:
        return tileRow<1>(t, columns);
    case 2:
        return tileRow<2>(t, columns);
    case 3:
        return tileRow<3>(t, columns);
    case 4:
        return tileRow<4>(t, columns);
    case 5:
        return tileRow<5>(t, columns);
    default:
        return tileRow<tileRows>(t, columns);
    }
}

int least(int a, int b)
{
    return a < b ? a : b;
}

template <class Scalar>
void product(const ProductOf<Scalar>& job)
{
    constexpr int tileColumns = tileVectors * Lanes<Scalar>::width;
    for (int k = 0; k == 0 || k < job.depth; k += depthBlock)
        for (int n = 0; n < job.columns; n += tileColumns)
            for (int m = 0; m < job.rows; m += tileRows) {
                const Tile<Scalar> tile{job.a + m * job.aRow + k * job.aDepth,
                                        job.aRow,
                                        job.aDepth,
                                        job.b + k * job.bRow + n,
                                        job.bRow,
                                        job.c + m * job.cRow + n,
                                        job.cRow,
                                        least(depthBlock, job.depth - k),
                                        job.bias ? job.bias + m : nullptr,
                                        k > 0 || job.accumulates};
                tileRows_(tile, least(tileRows, job.rows - m), least(tileColumns, job.columns - n));
            }
}

} // namespace

void multiply(const ProductJob& job)
{
    product(job);
}

void multiplyDouble(const ProductOf<double>& job)
{
    product(job);
}

} // namespace hg::HG_ISA_NAMESPACE
