#include "core/kernels/map_functions.h"
#include "core/kernels/map_vectors.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

// Few enough that a block's sums, positions and differences stay in registers.
constexpr int rowsAtOnce = HG_MAP_BYTES == 64 ? 4 : 2;
static_assert(distanceGroup % rowsAtOnce == 0);

/// rowsAtOnce points i against the columns of their rows. Dims: 0 for any number.
template <class Scalar, int Dims>
struct RowBlock {
    using Vector = VectorOf<Scalar>;
    static constexpr int width = Lanes<Scalar>::width;
    static constexpr int rows = Dims > 0 ? rowsAtOnce : 1;
    static constexpr int held = Dims > 0 ? Dims : 1;

    const GuttmanJob<Scalar>& job;
    const Scalar* distances; // of the first row, shifted so that column j is at j
    ptrdiff_t pitch;         // from row to row
    int first;               // i of the first row
    Vector pull[rows][held] = {};
    Vector residual = {};

    /// Columns `from` … `to`−1; where masked, only i < j < points.
    template <bool Masked>
    inline __attribute__((always_inline)) void columns(ptrdiff_t from, ptrdiff_t to)
    {
        const Scalar* x = job.positions;
        Scalar* sums = job.sums;
        Vector own[rows][held];
#pragma GCC unroll 4
        for (int r = 0; r < rows; ++r)
#pragma GCC unroll 3
            for (int d = 0; d < held; ++d)
                own[r][d] = all(x[d * job.stride + first + r]);
        for (ptrdiff_t j = from; j < to; j += width) {
            Vector other[held], back[held];
#pragma GCC unroll 3
            for (int d = 0; d < held; ++d) {
                other[d] = load(x + d * job.stride + j);
                back[d] = load(sums + d * job.stride + j);
            }
#pragma GCC unroll 4
            for (int r = 0; r < rows; ++r) {
                Vector apart[held], square = {};
#pragma GCC unroll 3
                for (int d = 0; d < held; ++d) {
                    apart[d] = own[r][d] - other[d];
                    square += apart[d] * apart[d];
                }
                const Vector delta = load(distances + r * pitch + j);
                const Vector weight = pairWeight<Masked>(square, delta, first + r, j);
#pragma GCC unroll 3
                for (int d = 0; d < held; ++d) {
                    pull[r][d] += weight * apart[d];
                    back[d] -= weight * apart[d];
                }
            }
#pragma GCC unroll 3
            for (int d = 0; d < held; ++d)
                store(sums + d * job.stride + j, back[d]);
        }
    }

    /// δ/d, and (δ − d)² added to the residual.
    template <bool Masked>
    inline __attribute__((always_inline)) Vector pairWeight(Vector square, Vector delta, int i, ptrdiff_t j)
    {
        Vector inverse = inverseRoot(square);
        if constexpr (Masked) {
            inverse = maskOf(i, j) ? inverse : Vector{};
        }
        const Vector difference = delta - square * inverse; // δ is 0 outside
        residual += difference * difference;
        return delta * inverse;
    }

    inline __attribute__((always_inline)) MaskOf<Scalar> maskOf(int i, ptrdiff_t j) const
    {
        MaskOf<Scalar> column;
        using Index = decltype(column[0] + column[0]);
        for (int k = 0; k < width; ++k)
            column[k] = static_cast<Index>(j + k);
        return (column > static_cast<Index>(i)) & (column < static_cast<Index>(job.points));
    }

    void storePull()
    {
        for (int r = 0; r < rows; ++r)
            for (int d = 0; d < held; ++d)
                job.sums[d * job.stride + first + r] += static_cast<Scalar>(total(pull[r][d]));
    }
};

/// The same for any number of dimensions, with a row's sums in memory.
template <class Scalar>
struct WideRow {
    using Vector = VectorOf<Scalar>;
    RowBlock<Scalar, 0> row;
    Vector pull[mostMapDims];

    explicit WideRow(const RowBlock<Scalar, 0>& block) : row(block)
    {
        for (int d = 0; d < row.job.dims; ++d)
            pull[d] = Vector{};
    }

    template <bool Masked>
    void columns(ptrdiff_t from, ptrdiff_t to)
    {
        const GuttmanJob<Scalar>& job = row.job;
        for (ptrdiff_t j = from; j < to; j += row.width) {
            Vector square = {};
            for (int d = 0; d < job.dims; ++d) {
                const Vector apart = difference(d, j);
                square += apart * apart;
            }
            const Vector weight =
                row.template pairWeight<Masked>(square, load(row.distances + j), row.first, j);
            for (int d = 0; d < job.dims; ++d) {
                Scalar* sums = job.sums + d * job.stride + j;
                const Vector force = weight * difference(d, j);
                store(sums, load(sums) - force);
                pull[d] += force;
            }
        }
    }

    inline __attribute__((always_inline)) Vector difference(int d, ptrdiff_t j) const
    {
        const Scalar* x = row.job.positions + d * row.job.stride;
        return x[row.first] - load(x + j);
    }

    void storePull()
    {
        for (int d = 0; d < row.job.dims; ++d)
            row.job.sums[d * row.job.stride + row.first] += static_cast<Scalar>(total(pull[d]));
    }
};

template <class Block>
inline __attribute__((always_inline)) void allColumns(Block& block, ptrdiff_t group, int points)
{
    const ptrdiff_t start = group * distanceGroup, next = start + distanceGroup;
    const ptrdiff_t whole = points / distanceGroup * distanceGroup;
    block.template columns<true>(start, next);
    if (next < whole) block.template columns<false>(next, whole);
    if (whole >= next && points > whole) block.template columns<true>(whole, whole + distanceGroup);
}

template <class Scalar, int Dims>
double guttman(const GuttmanJob<Scalar>& job)
{
    constexpr int rows = RowBlock<Scalar, Dims>::rows;
    const Scalar* distances = job.distances;
    double residual = 0;
    for (int g = job.firstGroup; g < job.lastGroup; ++g) {
        const ptrdiff_t start = ptrdiff_t{g} * distanceGroup, pitch = job.stride - start;
        for (int r = 0; r < distanceGroup; r += rows, distances += rows * pitch) {
            const int first = static_cast<int>(start) + r;
            if (first >= job.points) return residual; // the last group
            RowBlock<Scalar, Dims> block{job, distances - start, pitch, first};
            if constexpr (Dims > 0) {
                allColumns(block, g, job.points);
                block.storePull();
                residual += total(block.residual);
            } else {
                WideRow<Scalar> wide{block};
                allColumns(wide, g, job.points);
                wide.storePull();
                residual += total(wide.row.residual);
            }
        }
    }
    return residual;
}

template <class Scalar>
double guttmanOf(const GuttmanJob<Scalar>& job)
{
    switch (job.dims) {
    case 1:
        return guttman<Scalar, 1>(job);
    case 2:
        return guttman<Scalar, 2>(job);
    case 3:
        return guttman<Scalar, 3>(job);
    default:
        return guttman<Scalar, 0>(job);
    }
}

} // namespace

double guttmanFloat(const GuttmanJob<float>& job)
{
    return guttmanOf(job);
}
double guttmanDouble(const GuttmanJob<double>& job)
{
    return guttmanOf(job);
}

} // namespace hg::HG_ISA_NAMESPACE
