#pragma once

// Vectors of float and of double for the map kernels, internal to each source that is compiled once for every
// instruction set.

#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace hg::HG_ISA_NAMESPACE {
namespace {

#if defined(__AVX512F__)
#define HG_MAP_BYTES 64
#elif defined(__AVX__)
#define HG_MAP_BYTES 32
#else
#define HG_MAP_BYTES 16
#endif

template <class Scalar>
struct Lanes;
template <>
struct Lanes<float> {
    typedef float Vector __attribute__((vector_size(HG_MAP_BYTES)));
    typedef float Loose __attribute__((vector_size(HG_MAP_BYTES), aligned(4), may_alias));
    typedef int32_t Mask __attribute__((vector_size(HG_MAP_BYTES)));
    static constexpr int width = HG_MAP_BYTES / 4;
};
template <>
struct Lanes<double> {
    typedef double Vector __attribute__((vector_size(HG_MAP_BYTES)));
    typedef double Loose __attribute__((vector_size(HG_MAP_BYTES), aligned(8), may_alias));
    typedef int64_t Mask __attribute__((vector_size(HG_MAP_BYTES)));
    static constexpr int width = HG_MAP_BYTES / 8;
};
template <class Scalar>
using VectorOf = typename Lanes<Scalar>::Vector;
template <class Scalar>
using MaskOf = typename Lanes<Scalar>::Mask;

template <class Scalar>
inline __attribute__((always_inline)) VectorOf<Scalar> load(const Scalar* p)
{
    return *reinterpret_cast<const typename Lanes<Scalar>::Loose*>(p);
}

template <class Scalar>
inline __attribute__((always_inline)) void store(Scalar* p, VectorOf<Scalar> v)
{
    *reinterpret_cast<typename Lanes<Scalar>::Loose*>(p) = v;
}

template <class Scalar>
inline __attribute__((always_inline)) VectorOf<Scalar> all(Scalar x)
{
    return x - VectorOf<Scalar>{};
}

/// As many doubles as fit a vector, from either kind of number.
inline __attribute__((always_inline)) VectorOf<double> widened(const double* p)
{
    return load(p);
}
inline __attribute__((always_inline)) VectorOf<double> widened(const float* p)
{
    typedef float Half __attribute__((vector_size(HG_MAP_BYTES / 2), aligned(4), may_alias));
    return __builtin_convertvector(*reinterpret_cast<const Half*>(p), VectorOf<double>);
}

/// In double, in a fixed order.
template <class Vector>
inline __attribute__((always_inline)) double total(Vector v)
{
    constexpr int width = sizeof(Vector) / sizeof(v[0]);
    double sums[width];
#pragma GCC unroll 16
    for (int i = 0; i < width; ++i)
        sums[i] = static_cast<double>(v[i]);
#pragma GCC unroll 4
    for (int half = width / 2; half > 0; half /= 2)
#pragma GCC unroll 8
        for (int i = 0; i < half; ++i)
            sums[i] += sums[i + half];
    return sums[0];
}

/// 1/√s, and 0 where s vanishes: in the processor's estimate and one step of Newton where there is one.
inline __attribute__((always_inline)) VectorOf<float> inverseRoot(VectorOf<float> s)
{
    const VectorOf<float> least = all(1e-37f);
#if defined(__AVX512F__)
    const __mmask16 isMore = _mm512_cmp_ps_mask(s, least, _CMP_GT_OQ);
    const VectorOf<float> y = _mm512_maskz_rsqrt14_ps(isMore, s);
#elif defined(__AVX__)
    const VectorOf<float> estimate = _mm256_rsqrt_ps(s);
    const VectorOf<float> y = s > least ? estimate : VectorOf<float>{};
#elif defined(__SSE2__)
    const VectorOf<float> estimate = _mm_rsqrt_ps(s);
    const VectorOf<float> y = s > least ? estimate : VectorOf<float>{};
#else
    VectorOf<float> y;
    for (int i = 0; i < Lanes<float>::width; ++i)
        y[i] = s[i] > least[i] ? 1.0f / __builtin_sqrtf(s[i]) : 0.0f;
    return y;
#endif
#if defined(__SSE2__)
    return y * (1.5f - 0.5f * s * y * y);
#endif
}

inline __attribute__((always_inline)) VectorOf<double> inverseRoot(VectorOf<double> s)
{
    const VectorOf<double> least = all(1e-290);
#if defined(__AVX512F__)
    const __mmask8 isMore = _mm512_cmp_pd_mask(s, least, _CMP_GT_OQ);
    return _mm512_maskz_div_pd(isMore, all(1.0), _mm512_maskz_sqrt_pd(isMore, s));
#else
#if defined(__AVX__)
    const VectorOf<double> root = _mm256_sqrt_pd(s);
#elif defined(__SSE2__)
    const VectorOf<double> root = _mm_sqrt_pd(s);
#else
    VectorOf<double> root;
    for (int i = 0; i < Lanes<double>::width; ++i)
        root[i] = __builtin_sqrt(s[i]);
#endif
    return s > least ? 1.0 / root : VectorOf<double>{};
#endif
}

} // namespace
} // namespace hg::HG_ISA_NAMESPACE
