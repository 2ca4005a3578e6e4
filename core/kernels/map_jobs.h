#pragma once

#include <stddef.h>
#include <stdint.h>

// The hot loops of maps (multidimensional scaling) as plain jobs, for sources compiled for several
// instruction sets: declarations only.

namespace hg {

/// Distances between points are kept for i < j: rows in groups of distanceGroup, each row from the first
/// column of its group on to the last column rounded up to a group. Elsewhere than i < j < points there are
/// zeros.
constexpr int distanceGroup = 16;
constexpr int mostMapDims = 100;

/// Σ_j δ_ij/d_ij·(x_i − x_j), n times the Guttman transform, from the pairs i < j whose i is in the groups
/// firstGroup … lastGroup−1, added to `sums`. Points in one place pull at each other with 0.
template <class Scalar>
struct GuttmanJob {
    const Scalar* distances; ///< δ from the first group on
    const Scalar* positions; ///< (dims, stride), finite
    int points;
    ptrdiff_t stride; ///< points, rounded up to a group
    int dims;         ///< 1 … mostMapDims
    int firstGroup, lastGroup;
    Scalar* sums; ///< (dims, stride)
};

/// Σ_j δ_ij²·x_j from the same pairs, both ways, added to `sums`: a product by the matrix of squares.
template <class Scalar>
struct SquaresJob {
    const Scalar* distances;
    const double* x; ///< (columns, stride), finite
    ptrdiff_t stride;
    int columns;
    int firstGroup, lastGroup;
    double* sums; ///< (columns, stride)
};

/// squares[i·row + j] = Σ_f (a_if − b_jf)² in double.
template <class Scalar>
struct SquaredDistanceJob {
    const Scalar* a; ///< (aCount, features)
    const Scalar* b; ///< (bCount, features)
    int aCount, bCount;
    size_t features;
    double* squares;
    ptrdiff_t row;
};

struct MapKernels {
    // These two return Σ(δ − d)² over their pairs.
    double (*guttmanFloat)(const GuttmanJob<float>&);
    double (*guttmanDouble)(const GuttmanJob<double>&);
    void (*squaresFloat)(const SquaresJob<float>&);
    void (*squaresDouble)(const SquaresJob<double>&);
    void (*squaredDistancesFloat)(const SquaredDistanceJob<float>&);
    void (*squaredDistancesDouble)(const SquaredDistanceJob<double>&);
};

} // namespace hg
