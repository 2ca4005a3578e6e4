#include "core/kernels/byte_jobs.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace hg::HG_ISA_NAMESPACE {
namespace {

#if defined(__AVX512BW__)
#define HG_BYTE_VECTOR 64
#elif defined(__AVX2__)
#define HG_BYTE_VECTOR 32
#else
#define HG_BYTE_VECTOR 16
#endif

typedef int32_t Sums __attribute__((vector_size(HG_BYTE_VECTOR)));
typedef int32_t LooseSums __attribute__((vector_size(HG_BYTE_VECTOR), aligned(4), may_alias));
constexpr int width = HG_BYTE_VECTOR / 4;
// Of 32 registers with AVX-512 24 hold sums, of 16 elsewhere 8.
constexpr int tileRows = HG_BYTE_VECTOR == 64 ? 8 : 4;
constexpr int tileVectors = HG_BYTE_VECTOR == 64 ? 3 : 2;
static_assert(bytePanel % tileRows == 0 && bytePanel % (tileVectors * width) == 0);

/// sums + the product of low halves + that of high halves, in each number.
inline __attribute__((always_inline)) Sums addPairProducts(Sums sums, Sums a, Sums b)
{
#if defined(__AVX512VNNI__)
    return reinterpret_cast<Sums>(_mm512_dpwssd_epi32(
        reinterpret_cast<__m512i>(sums), reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif HG_BYTE_VECTOR == 64
    return sums + reinterpret_cast<Sums>(
                      _mm512_madd_epi16(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif HG_BYTE_VECTOR == 32
    return sums + reinterpret_cast<Sums>(
                      _mm256_madd_epi16(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
    return sums +
           reinterpret_cast<Sums>(_mm_madd_epi16(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
    return sums + (a & 0xffff) * (b & 0xffff) + (a >> 16) * (b >> 16);
#endif
}

inline __attribute__((always_inline)) Sums loadPairs(const uint32_t* p)
{
    return *reinterpret_cast<const LooseSums*>(p);
}

/// tileRows vectors of panel a with tileVectors·width of panel b, the sums in registers.
inline __attribute__((always_inline)) void tile(const uint32_t* a, const uint32_t* b, int pairs, double* to,
                                                ptrdiff_t row)
{
    Sums sums[tileRows][tileVectors] = {};
    for (int p = 0; p < pairs; ++p, a += bytePanel, b += bytePanel) {
        Sums right[tileVectors];
#pragma GCC unroll 8
        for (int v = 0; v < tileVectors; ++v)
            right[v] = loadPairs(b + v * width);
#pragma GCC unroll 8
        for (int r = 0; r < tileRows; ++r) {
            const Sums left = static_cast<int32_t>(a[r]) - Sums{};
#pragma GCC unroll 8
            for (int v = 0; v < tileVectors; ++v)
                sums[r][v] = addPairProducts(sums[r][v], left, right[v]);
        }
    }
    for (int r = 0; r < tileRows; ++r)
        for (int v = 0; v < tileVectors; ++v)
            for (int i = 0; i < width; ++i)
                to[r * row + v * width + i] += static_cast<double>(sums[r][v][i]);
}

void addProducts(const ByteProductJob& job)
{
    for (int r = 0; r < bytePanel; r += tileRows)
        for (int c = 0; c < bytePanel; c += tileVectors * width)
            tile(job.a + r, job.b + c, job.pairs, job.sums + r * job.row + c, job.row);
}

/// One row of a panel from vectors whose entries lie side by side.
inline void packSideBySide(const uint8_t* low, const uint8_t* high, int vectors, uint32_t* to)
{
    for (int v = 0; v < vectors; ++v)
        to[v] = low[v] | static_cast<uint32_t>(high[v]) << 16;
}

void pack(const BytePackJob& job)
{
    for (int p = 0; p < job.pairs; ++p) {
        uint32_t* to = job.panel + static_cast<ptrdiff_t>(p) * bytePanel;
        const bool hasLow = 2 * p < job.entries, hasHigh = 2 * p + 1 < job.entries;
        const uint8_t* low = job.bytes + 2 * p * job.entryStep;
        const int count = hasLow ? job.vectors : 0;
        if (hasHigh && job.vectorStep == 1)
            packSideBySide(low, low + job.entryStep, count, to);
        else
            for (int v = 0; v < count; ++v)
                to[v] = low[v * job.vectorStep] |
                        (hasHigh ? static_cast<uint32_t>(low[v * job.vectorStep + job.entryStep]) << 16 : 0);
        for (int v = count; v < bytePanel; ++v)
            to[v] = 0;
        if (job.appendsOnes) to[job.vectors] = (hasLow ? 1u : 0u) | (hasHigh ? 1u << 16 : 0u);
    }
}

} // namespace

extern const ByteKernels byteTable;
const ByteKernels byteTable{pack, addProducts};

} // namespace hg::HG_ISA_NAMESPACE
