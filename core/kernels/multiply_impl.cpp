#include "core/kernels/fit_functions.h"
#include "core/kernels/lane_functions.h"
#include "core/kernels/map_vectors.h"
#include "core/kernels/vector_bits.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int tileRows = 6;
constexpr int tileVectors = HG_MAP_BYTES == 64 ? 4 : 2; // 6×4 sums of 32 registers, 6×2 of 16
constexpr int depthBlock = 128;                         // a block's panel of B stays in the first-level cache
constexpr int worthSkipping = 8; // rows of a block's panel that must be 0 before a list of the others pays

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
    const int* used; ///< (usedCount) of the depth, in order: B's other rows are 0; or null
    int usedCount;
    const Scalar* bias;
    bool fromC;
    Epilogue epilogue;
    const Scalar* outputs; ///< as c
    const int* wanted;     ///< the tile's rows, counted from a, c, bias and outputs; or null: 0, 1, 2 …
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
inline __attribute__((always_inline)) void addProduct(const Tile<Scalar>& t, const Scalar* a, const Scalar* b,
                                                      VectorOf<Scalar> (&sums)[Rows][Vectors])
{
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

template <int Rows, int Vectors, class Scalar>
inline __attribute__((always_inline)) void addProducts(const Tile<Scalar>& t,
                                                       VectorOf<Scalar> (&sums)[Rows][Vectors])
{
    const Scalar *a = t.a, *b = t.b;
    for (int k = 0; k < t.depth; ++k, a += t.aDepth, b += t.bRow) {
        if (k % fetchEvery<Scalar> == 0) fetchNext<Rows>(t, k);
        addProduct<Rows, Vectors>(t, a, b, sums);
    }
}

template <int Rows, int Vectors, class Scalar>
inline __attribute__((always_inline)) void begin(const Tile<Scalar>& t,
                                                 VectorOf<Scalar> (&sums)[Rows][Vectors])
{
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            sums[r][v] = t.fromC ? load(t.c + r * t.cRow + v * Lanes<Scalar>::width)
                                 : all(t.bias ? t.bias[r] : Scalar{0});
}

/// Stores a row's sums, which begins `at` so far into C.
template <int Vectors, class Scalar>
inline __attribute__((always_inline)) void storeRow(const Tile<Scalar>& t, ptrdiff_t at,
                                                    const VectorOf<Scalar> (&sums)[Vectors])
{
    const Epilogue epilogue = t.epilogue; // a copy: what is stored might alias the tile
#pragma GCC unroll 8
    for (int v = 0; v < Vectors; ++v, at += Lanes<Scalar>::width) {
        VectorOf<Scalar> sum = sums[v];
        if (epilogue == Epilogue::Relu) sum = sum < Scalar{0} ? VectorOf<Scalar>{} : sum;
        if (epilogue == Epilogue::ReluSlope)
            sum = load(t.outputs + at) > Scalar{0} ? sum : VectorOf<Scalar>{};
        store(t.c + at, sum);
    }
}

template <int Rows, int Vectors, class Scalar>
inline __attribute__((always_inline)) void end(const Tile<Scalar>& t,
                                               const VectorOf<Scalar> (&sums)[Rows][Vectors])
{
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            store(t.c + r * t.cRow + v * Lanes<Scalar>::width, sums[r][v]);
}

/// `HasEpilogue` is known beforehand: most products have none, and stay as fast as they are without it.
template <int Rows, int Vectors, bool HasEpilogue, class Scalar>
void fullTile(const Tile<Scalar>& t)
{
    VectorOf<Scalar> sums[Rows][Vectors];
    begin<Rows, Vectors>(t, sums);
    addProducts<Rows, Vectors>(t, sums);
    if constexpr (HasEpilogue)
        for (int r = 0; r < Rows; ++r)
            storeRow<Vectors>(t, r * t.cRow, sums[r]);
    else
        end<Rows, Vectors>(t, sums);
}

template <int Rows, int Vectors, class Scalar>
void fullTile(const Tile<Scalar>& t)
{
    if (t.epilogue == Epilogue::None) return fullTile<Rows, Vectors, false>(t);
    fullTile<Rows, Vectors, true>(t);
}

/// −0 is the least integer among the bits of numbers.
template <int Rows, int Vectors, class Scalar>
inline __attribute__((always_inline)) bool hasNegativeZero(const VectorOf<Scalar> (&sums)[Rows][Vectors])
{
    MaskOf<Scalar> least = reinterpret_cast<MaskOf<Scalar>>(sums[0][0]);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            const MaskOf<Scalar> bits = reinterpret_cast<MaskOf<Scalar>>(sums[r][v]);
            least = bits < least ? bits : least;
        }
    return isAny((least < 0) & (least << 1 == 0));
}

/// The same by the rows of B that are used. Products with 0 change no sum but −0: where one ends there,
/// nothing is written, false is returned, and all has to be added up.
template <int Rows, int Vectors, class Scalar>
bool usedTile(const Tile<Scalar>& t)
{
    VectorOf<Scalar> sums[Rows][Vectors];
    begin<Rows, Vectors>(t, sums);
    for (int i = 0; i < t.usedCount; ++i) {
        const int k = t.used[i];
        if (i % fetchEvery<Scalar> == 0) fetchNext<Rows>(t, k);
        addProduct<Rows, Vectors>(t, t.a + k * t.aDepth, t.b + k * t.bRow, sums);
    }
    if (hasNegativeZero<Rows, Vectors, Scalar>(sums)) return false;
    for (int r = 0; r < Rows; ++r)
        storeRow<Vectors>(t, r * t.cRow, sums[r]);
    return true;
}

/// The same of the rows that are wanted, which lie anywhere.
template <int Rows, int Vectors, class Scalar>
void wantedTile(const Tile<Scalar>& t)
{
    const Scalar* a[Rows];
    VectorOf<Scalar> sums[Rows][Vectors];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
        const int row = t.wanted[r];
        a[r] = t.a + row * t.aRow;
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            sums[r][v] = t.fromC ? load(t.c + row * t.cRow + v * Lanes<Scalar>::width)
                                 : all(t.bias ? t.bias[row] : Scalar{0});
    }
    const Scalar* b = t.b;
    ptrdiff_t at = 0;
    for (int k = 0; k < t.depth; ++k, at += t.aDepth, b += t.bRow) {
        VectorOf<Scalar> row[Vectors];
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            row[v] = load(b + v * Lanes<Scalar>::width);
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const VectorOf<Scalar> factor = all(a[r][at]);
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                sums[r][v] += factor * row[v];
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r)
        storeRow<Vectors>(t, t.wanted[r] * t.cRow, sums[r]);
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
    constexpr int step = Lanes<Scalar>::width;
    if (t.used && usedTile<Rows, tileVectors>(t)) return;
    if (columns >= tileVectors * step)
        return t.wanted ? wantedTile<Rows, tileVectors>(t) : fullTile<Rows, tileVectors>(t);
    Tile<Scalar> part = t;
    for (int done = 0; done < columns; done += step) {
        part.b = t.b + done;
        part.c = t.c + done;
        part.outputs = t.outputs ? t.outputs + done : nullptr;
        if (t.wanted)
            wantedTile<Rows, 1>(part);
        else if (columns - done >= step)
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

/// Tells numbers that are NaN or infinite, of several rows: times 0 they are not 0.
template <class Scalar>
class FiniteCheck {
public:
    void add(const Scalar* row, size_t count)
    {
        constexpr size_t step = Lanes<Scalar>::width;
        size_t i = 0;
        for (; i + step <= count; i += step)
            m_zeros += load(row + i) * Scalar{0};
        for (; i < count; ++i)
            m_rest += row[i] * Scalar{0};
    }
    bool areFinite() const
    {
        Scalar sum = m_rest;
        for (int i = 0; i < Lanes<Scalar>::width; ++i)
            sum += m_zeros[i];
        return sum == 0;
    }

private:
    VectorOf<Scalar> m_zeros{};
    Scalar m_rest = 0;
};

/// Of rows of A, in a block of depth whose numbers lie side by side.
template <class Scalar>
bool isFinite(const ProductOf<Scalar>& job, int k, int depth)
{
    FiniteCheck<Scalar> check;
    for (int m = 0; m < job.rows; ++m)
        check.add(job.a + m * job.aRow + k, static_cast<size_t>(depth));
    return check.areFinite();
}

/// The rows of B's panel that are not 0 throughout; how many there are.
template <class Scalar>
int usedRows(const Scalar* b, ptrdiff_t bRow, int depth, int columns, int* used)
{
    int count = 0;
    for (int k = 0; k < depth; ++k) {
        MaskOf<Scalar> isUsed{};
        for (int n = 0; n < columns; n += Lanes<Scalar>::width)
            isUsed |= load(b + k * bRow + n) != Scalar{0};
        used[count] = k;
        count += isAny(isUsed);
    }
    return count;
}

/// On to the next rows of C.
template <class Scalar>
void goDown(Tile<Scalar>& t)
{
    if (t.wanted) {
        t.wanted += tileRows;
        return;
    }
    t.a += tileRows * t.aRow;
    t.c += tileRows * t.cRow;
    if (t.bias) t.bias += tileRows;
    if (t.outputs) t.outputs += tileRows * t.cRow;
}

template <class Scalar>
void product(const ProductOf<Scalar>& job)
{
    constexpr int tileColumns = tileVectors * Lanes<Scalar>::width;
    for (int k = 0; k == 0 || k < job.depth; k += depthBlock) {
        const int depth = lesserOf(depthBlock, job.depth - k);
        bool maySkip = job.skipsZeros && job.aDepth == 1 && !job.wanted, isChecked = false;
        for (int n = 0; n < job.columns; n += tileColumns) {
            const int columns = lesserOf(tileColumns, job.columns - n);
            const Scalar* panel = job.b + k * job.bRow + n;
            int rows[depthBlock], count = depth;
            if (maySkip && columns == tileColumns) count = usedRows(panel, job.bRow, depth, columns, rows);
            const bool isWorth = count + worthSkipping <= depth;
            if (isWorth && !isChecked) {
                maySkip = isFinite(job, k, depth);
                isChecked = true;
            }
            const int* used = isWorth && maySkip ? rows : nullptr;
            const bool isWhole = k + depth == job.depth;
            Tile<Scalar> tile{job.a + k * job.aDepth,
                              job.aRow,
                              job.aDepth,
                              panel,
                              job.bRow,
                              job.c + n,
                              job.cRow,
                              depth,
                              used,
                              count,
                              job.bias,
                              k > 0 || job.accumulates,
                              isWhole ? job.epilogue : Epilogue::None,
                              job.outputs ? job.outputs + n : nullptr,
                              job.wanted};
            for (int m = 0; m < job.rows; m += tileRows) {
                tileRows_(tile, lesserOf(tileRows, job.rows - m), columns);
                goDown(tile);
            }
        }
    }
}

} // namespace

void multiply(const ProductJob& job)
{
    product(job);
}

bool areFinite(const float* x, size_t count)
{
    FiniteCheck<float> check;
    check.add(x, count);
    return check.areFinite();
}

void multiplyDouble(const ProductOf<double>& job)
{
    product(job);
}

} // namespace hg::HG_ISA_NAMESPACE
