#include "core/kernels/map_functions.h"
#include "core/kernels/map_vectors.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

using Wide = VectorOf<double>;
constexpr int width = Lanes<double>::width;

/// One row of squares against `Columns` columns of x, both ways.
template <class Scalar, int Columns>
inline __attribute__((always_inline)) void squaresRow(const SquaresJob<Scalar>& job, const Scalar* distances,
                                                      ptrdiff_t i, ptrdiff_t from, int firstColumn)
{
    const double* x = job.x + firstColumn * job.stride;
    double* sums = job.sums + firstColumn * job.stride;
    Wide own[Columns], row[Columns] = {};
#pragma GCC unroll 4
    for (int c = 0; c < Columns; ++c)
        own[c] = all(x[c * job.stride + i]);
    for (ptrdiff_t j = from; j < job.stride; j += width) {
        const Wide delta = widened(distances + j), square = delta * delta;
#pragma GCC unroll 4
        for (int c = 0; c < Columns; ++c) {
            row[c] += square * load(x + c * job.stride + j);
            store(sums + c * job.stride + j, load(sums + c * job.stride + j) + square * own[c]);
        }
    }
#pragma GCC unroll 4
    for (int c = 0; c < Columns; ++c)
        sums[c * job.stride + i] += total(row[c]);
}

template <class Scalar>
void squares(const SquaresJob<Scalar>& job)
{
    const Scalar* distances = job.distances;
    for (int g = job.firstGroup; g < job.lastGroup; ++g) {
        const ptrdiff_t start = ptrdiff_t{g} * distanceGroup;
        for (ptrdiff_t i = start; i < start + distanceGroup; ++i, distances += job.stride - start) {
            int c = 0;
            for (; c + 4 <= job.columns; c += 4)
                squaresRow<Scalar, 4>(job, distances - start, i, start, c);
            for (; c < job.columns; ++c)
                squaresRow<Scalar, 1>(job, distances - start, i, start, c);
        }
    }
}

/// Rows × Columns of squared distances, summed over the features in vectors.
template <int Rows, int Columns, class Scalar>
inline __attribute__((always_inline)) void squaredTile(const SquaredDistanceJob<Scalar>& job, int firstA,
                                                       int firstB)
{
    const Scalar* a = job.a + static_cast<size_t>(firstA) * job.features;
    const Scalar* b = job.b + static_cast<size_t>(firstB) * job.features;
    Wide sums[Rows][Columns] = {};
    size_t f = 0;
    for (; f + width <= job.features; f += width) {
        Wide right[Columns];
#pragma GCC unroll 4
        for (int c = 0; c < Columns; ++c)
            right[c] = widened(b + static_cast<size_t>(c) * job.features + f);
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r) {
            const Wide left = widened(a + static_cast<size_t>(r) * job.features + f);
#pragma GCC unroll 4
            for (int c = 0; c < Columns; ++c) {
                const Wide apart = left - right[c];
                sums[r][c] += apart * apart;
            }
        }
    }
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Columns; ++c) {
            double sum = total(sums[r][c]);
            for (size_t rest = f; rest < job.features; ++rest) {
                const double apart = static_cast<double>(a[static_cast<size_t>(r) * job.features + rest]) -
                                     static_cast<double>(b[static_cast<size_t>(c) * job.features + rest]);
                sum += apart * apart;
            }
            job.squares[(firstA + r) * job.row + firstB + c] = sum;
        }
}

template <class Scalar>
void squaredDistances(const SquaredDistanceJob<Scalar>& job)
{
    constexpr int side = HG_MAP_BYTES == 64 ? 4 : 2;
    int a = 0;
    for (; a + side <= job.aCount; a += side) {
        int b = 0;
        for (; b + side <= job.bCount; b += side)
            squaredTile<side, side>(job, a, b);
        for (; b < job.bCount; ++b)
            squaredTile<side, 1>(job, a, b);
    }
    for (; a < job.aCount; ++a)
        for (int b = 0; b < job.bCount; ++b)
            squaredTile<1, 1>(job, a, b);
}

} // namespace

void squaresFloat(const SquaresJob<float>& job)
{
    squares(job);
}
void squaresDouble(const SquaresJob<double>& job)
{
    squares(job);
}
void squaredDistancesFloat(const SquaredDistanceJob<float>& job)
{
    squaredDistances(job);
}
void squaredDistancesDouble(const SquaredDistanceJob<double>& job)
{
    squaredDistances(job);
}

} // namespace hg::HG_ISA_NAMESPACE
