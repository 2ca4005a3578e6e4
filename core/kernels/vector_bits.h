#pragma once

#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// The lanes of a vector's breadth that are not 0, as bits.
inline __attribute__((always_inline)) uint64_t bitsOf(Vector x)
{
#if defined(__AVX512F__)
    return _mm512_cmp_ps_mask(x, Vector{}, _CMP_NEQ_UQ);
#elif defined(__AVX__)
    return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_cmp_ps(x, Vector{}, _CMP_NEQ_UQ)));
#elif defined(__SSE2__)
    return static_cast<uint32_t>(_mm_movemask_ps(_mm_cmpneq_ps(x, Vector{})));
#else
    uint64_t bits = 0;
    for (int i = 0; i < width; ++i)
        bits |= uint64_t{x[i] != 0} << i;
    return bits;
#endif
}

/// Whether a comparison, of numbers of any size, is true anywhere: its bits are those of NaN there.
template <class Mask>
inline __attribute__((always_inline)) bool isAny(Mask mask)
{
    static_assert(sizeof(Mask) == sizeof(Vector));
    return bitsOf(reinterpret_cast<Vector>(mask)) != 0;
}

} // namespace
} // namespace hg::HG_ISA_NAMESPACE
