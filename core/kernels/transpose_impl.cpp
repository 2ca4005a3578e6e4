#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int block = 16; // what a turned row is rounded up to

/// The numbers of a vector at `from`, each moved to the place that asks for it; 0 where none is asked for.
/// `places` count from `from` on.
inline __attribute__((always_inline)) Vector placed(const float* from, IntVector places, IntVector isUsed)
{
#if defined(__AVX512F__)
    return _mm512_maskz_permutexvar_ps(_mm512_movepi32_mask(reinterpret_cast<__m512i>(isUsed)),
                                       reinterpret_cast<__m512i>(places), load(from));
#elif defined(__AVX2__)
    const Vector moved = _mm256_permutevar8x32_ps(load(from), reinterpret_cast<__m256i>(places));
    return reinterpret_cast<Vector>(reinterpret_cast<IntVector>(moved) & isUsed);
#else
    Vector v{};
    for (int i = 0; i < width; ++i)
        if (isUsed[i]) v[i] = from[places[i]];
    return v;
#endif
}

/// A vector's breadth of columns, in all rows.
void spreadColumns(const SpreadJob& given, int column)
{
    const SpreadJob job = given; // a copy: what is stored might alias the original
    IntVector places, isUsed;
    int first = -1;
    for (int i = 0; i < width; ++i) {
        const int source = job.sources[column + i];
        if (first < 0) first = source;
        isUsed[i] = source < 0 ? 0 : -1;
        places[i] = source < 0 ? 0 : source - first;
    }
    float* to = job.to + column;
    for (ptrdiff_t r = 0; r < job.rows; ++r)
        store(to + r * job.toRow,
              first < 0 ? Vector{} : placed(job.from + r * job.fromRow + first, places, isUsed));
}

} // namespace

void transpose(const float* x, const int* chosen, int features, float* turned, ptrdiff_t row)
{
    const int end = (features + block - 1) / block * block;
    for (int f = 0; f < end; f += width)
        for (int first = 0; first < lanes; first += width) {
            Vector rows[width];
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i)
                rows[i] = f + i < features
                              ? load(x + ptrdiff_t{chosen ? chosen[f + i] : f + i} * lanes + first)
                              : Vector{};
            turn(rows);
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i)
                store(turned + ptrdiff_t{first + i} * row + f, rows[i]);
        }
}

void spread(const SpreadJob& job)
{
    for (int column = 0; column < job.columns; column += width)
        spreadColumns(job, column);
}

} // namespace hg::HG_ISA_NAMESPACE
