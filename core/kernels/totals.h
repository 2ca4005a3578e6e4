#pragma once

#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// The sum of the numbers of each row. In each round a row's second half is added to its first, and the
/// halves of two rows share a vector, number by number: with the row half the square further, as when one is
/// turned.
inline __attribute__((always_inline)) Vector totalsOf(Vector (&rows)[width])
{
#pragma GCC unroll 8
    for (int half = width / 2; half > 0; half /= 2)
#pragma GCC unroll 8
        for (int i = 0; i < half; ++i)
            rows[i] = HG_FIRST_HALVES(rows[i], rows[i + half]) + HG_LAST_HALVES(rows[i], rows[i + half]);
    return rows[0];
}

/// Of each of `count` vectors the sum of its numbers, in their place from the first on. Readable up to a
/// whole number of squares.
inline void totals(float* vectors, ptrdiff_t count)
{
    for (ptrdiff_t first = 0; first < count; first += width) {
        Vector rows[width];
#pragma GCC unroll 16
        for (int i = 0; i < width; ++i)
            rows[i] = load(vectors + (first + i) * width);
        store(vectors + first, totalsOf(rows));
    }
}

} // namespace
} // namespace hg::HG_ISA_NAMESPACE
