#pragma once

// For the sources that are compiled once for every instruction set, and for them alone: everything here has
// internal linkage, so that no object lends its code to another.

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE__)
#include <immintrin.h>
#endif

namespace hg::HG_ISA_NAMESPACE {
namespace {

#if defined(__AVX512F__)
#define HG_VECTOR_BYTES 64
#elif defined(__AVX__)
#define HG_VECTOR_BYTES 32
#else
#define HG_VECTOR_BYTES 16
#endif

typedef float Vector __attribute__((vector_size(HG_VECTOR_BYTES)));
typedef int32_t IntVector __attribute__((vector_size(HG_VECTOR_BYTES)));
/// The same numbers at any address.
typedef float LooseVector __attribute__((vector_size(HG_VECTOR_BYTES), aligned(4), may_alias));

constexpr int width = HG_VECTOR_BYTES / 4;
/// Registers that sums may fill: of 32 with AVX-512, of 16 elsewhere.
constexpr bool hasManyRegisters = HG_VECTOR_BYTES == 64;

constexpr int lesserOf(int a, int b)
{
    return a < b ? a : b;
}

/// So many in as few parts of at most `most` as hold them, of nearly one size: a small last one would leave
/// registers empty.
struct EvenParts {
    constexpr EvenParts(int all, int most)
        : count((all + most - 1) / most), least(count > 0 ? all / count : 0), greater(all - least * count)
    {}
    constexpr int sizeOf(int part) const { return least + (part < greater); }
    int count;   ///< of parts
    int least;   ///< size of the smaller ones
    int greater; ///< of the parts are one larger: the first
};

inline __attribute__((always_inline)) Vector load(const float* p)
{
    return *reinterpret_cast<const LooseVector*>(p);
}

inline __attribute__((always_inline)) void store(float* p, Vector v)
{
    *reinterpret_cast<LooseVector*>(p) = v;
}

inline __attribute__((always_inline)) Vector all(float x)
{
    return x - Vector{};
}

inline __attribute__((always_inline)) Vector select(IntVector mask, Vector yes, Vector no)
{
    return mask ? yes : no;
}

// x, but not less than `low`, or not more than `high`. NaN stays, and −0 beside 0: where neither operand is
// the greater, the instruction gives the second.
#if defined(__AVX512F__)
constexpr __mmask16 everyLane = 0xffff; // the unmasked functions hold numbers that a compiler takes for unset

inline __attribute__((always_inline)) Vector atLeast(Vector low, Vector x)
{
    return _mm512_maskz_max_ps(everyLane, low, x);
}

inline __attribute__((always_inline)) Vector atMost(Vector high, Vector x)
{
    return _mm512_maskz_min_ps(everyLane, high, x);
}
#elif defined(__AVX__)
inline __attribute__((always_inline)) Vector atLeast(Vector low, Vector x)
{
    return _mm256_max_ps(low, x);
}

inline __attribute__((always_inline)) Vector atMost(Vector high, Vector x)
{
    return _mm256_min_ps(high, x);
}
#elif defined(__SSE__)
inline __attribute__((always_inline)) Vector atLeast(Vector low, Vector x)
{
    return _mm_max_ps(low, x);
}

inline __attribute__((always_inline)) Vector atMost(Vector high, Vector x)
{
    return _mm_min_ps(high, x);
}
#else
inline __attribute__((always_inline)) Vector atLeast(Vector low, Vector x)
{
    return select(x < low, low, x);
}

inline __attribute__((always_inline)) Vector atMost(Vector high, Vector x)
{
    return select(x > high, high, x);
}
#endif

/// max(0, x); NaN and −0 stay what they are.
inline __attribute__((always_inline)) Vector rectified(Vector x)
{
    return atLeast(Vector{}, x);
}

/// The first, or last, halves of two vectors, number by number.
#if HG_VECTOR_BYTES == 64
#define HG_FIRST_HALVES(a, b)                                                                                \
    __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HG_LAST_HALVES(a, b)                                                                                 \
    __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#elif HG_VECTOR_BYTES == 32
#define HG_FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define HG_LAST_HALVES(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#else
#define HG_FIRST_HALVES(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define HG_LAST_HALVES(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#endif

/// Turns a square of numbers: as many rounds as its side has bits, each interleaving every row with the one
/// half the square further.
inline __attribute__((always_inline)) void turn(Vector (&rows)[width])
{
#pragma GCC unroll 4
    for (int side = 1; side < width; side *= 2) {
        Vector next[width];
#pragma GCC unroll 8
        for (int i = 0; i < width / 2; ++i) {
            next[2 * i] = HG_FIRST_HALVES(rows[i], rows[i + width / 2]);
            next[2 * i + 1] = HG_LAST_HALVES(rows[i], rows[i + width / 2]);
        }
#pragma GCC unroll 16
        for (int i = 0; i < width; ++i)
            rows[i] = next[i];
    }
}

inline __attribute__((always_inline)) float total(Vector v)
{
    float sums[width];
    store(sums, v);
    for (int half = width / 2; half > 0; half /= 2)
        for (int i = 0; i < half; ++i)
            sums[i] += sums[i + half];
    return sums[0];
}

/// e^x to within 2 units in the last place, 0 and infinity beyond float's range; NaN stays NaN. Cody and
/// Waite's reduction to |r| ≤ ln2/2 and the Taylor polynomial of degree 7 (Muller, "Elementary Functions",
/// 2016, ch. 11).
inline __attribute__((always_inline)) Vector exponential(Vector x)
{
    const Vector magic = all(12582912.0f); // 1.5·2²³: adding it rounds to an integer
    const Vector z = atMost(all(89.0f), atLeast(all(-104.0f), x));
    const Vector shifted = z * 1.44269504f + magic;
    const Vector n = shifted - magic;
    const Vector r = (z - n * 0.693359375f) + n * 2.12194440e-4f;
    Vector p = all(1.0f / 5040);
    p = p * r + 1.0f / 720;
    p = p * r + 1.0f / 120;
    p = p * r + 1.0f / 24;
    p = p * r + 1.0f / 6;
    p = p * r + 0.5f;
    p = p * r + 1.0f;
    p = p * r + 1.0f;
#if defined(__AVX512F__)
    return _mm512_maskz_scalef_ps(everyLane, p, n);
#else
    // 2ⁿ in two factors: n reaches −150 and 128, beyond one exponent field.
    const IntVector exponent = __builtin_convertvector(n, IntVector);
    const IntVector half = exponent >> 1;
    const IntVector a = (half + 127) << 23, b = (exponent - half + 127) << 23;
    return p * reinterpret_cast<Vector>(a) * reinterpret_cast<Vector>(b);
#endif
}

/// log(1 + u) for 0 ≤ u ≤ 1, within 2 units in the last place: 2·artanh(u/(2+u)) as its series.
inline __attribute__((always_inline)) Vector logOnePlus(Vector u)
{
    const Vector s = u / (u + 2.0f), q = s * s;
    Vector p = all(1.0f / 13);
    p = p * q + 1.0f / 11;
    p = p * q + 1.0f / 9;
    p = p * q + 1.0f / 7;
    p = p * q + 1.0f / 5;
    p = p * q + 1.0f / 3;
    p = p * q + 1.0f;
    return 2.0f * s * p;
}

} // namespace
} // namespace hg::HG_ISA_NAMESPACE
