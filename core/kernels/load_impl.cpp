#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int block = 16; // features and lanes of one turned block

typedef uint8_t Bytes __attribute__((vector_size(16)));
typedef uint8_t LooseBytes __attribute__((vector_size(16), aligned(1), may_alias));

/// Turns 16 rows of 16 bytes: four rounds of interleaving each row with the one half the block further.
void turn(Bytes (&rows)[block])
{
    for (int round = 0; round < 4; ++round) {
        Bytes next[block];
#pragma GCC unroll 8
        for (int i = 0; i < block / 2; ++i) {
            next[2 * i] = __builtin_shufflevector(rows[i], rows[i + block / 2], 0, 16, 1, 17, 2, 18, 3, 19, 4,
                                                  20, 5, 21, 6, 22, 7, 23);
            next[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + block / 2], 8, 24, 9, 25, 10, 26, 11,
                                                      27, 12, 28, 13, 29, 14, 30, 15, 31);
        }
#pragma GCC unroll 16
        for (int i = 0; i < block; ++i)
            rows[i] = next[i];
    }
}

void spread(const uint8_t* bytes, float* out, float shift)
{
    for (int i = 0; i < block; ++i)
        out[i] = static_cast<float>(bytes[i]) * (1.0f / 255) - shift;
}

/// Features f … f+15 of lanes first … first+15.
void loadByteBlock(const LoadJob& job, int f, int first)
{
    Bytes rows[block];
    for (int i = 0; i < block; ++i)
        rows[i] =
            first + i < job.count ? *reinterpret_cast<const LooseBytes*>(job.bytes[first + i] + f) : Bytes{};
    turn(rows);
    for (int i = 0; i < block; ++i) {
        uint8_t bytes[block];
        *reinterpret_cast<LooseBytes*>(bytes) = rows[i];
        spread(bytes, job.chunk + ptrdiff_t{f + i} * lanes + first, job.mean ? job.mean[f + i] : 0.0f);
    }
}

float valueAt(const LoadJob& job, int lane, int f)
{
    const float value =
        job.bytes ? static_cast<float>(job.bytes[lane][f]) * (1.0f / 255) : job.floats[lane][f];
    return job.mean ? value - job.mean[f] : value;
}

/// Any features, one number at a time.
void loadPlainly(const LoadJob& job, int firstFeature, int lastFeature)
{
    for (int lane = 0; lane < lanes; ++lane)
        for (int f = firstFeature; f < lastFeature; ++f)
            job.chunk[ptrdiff_t{f} * lanes + lane] = lane < job.count ? valueAt(job, lane, f) : 0.0f;
}

/// Unused lanes were loaded as 0 and lost the mean with the others.
void clearUnused(const LoadJob& job)
{
    if (!job.mean) return;
    for (int f = 0; f < job.features; ++f)
        for (int lane = job.count; lane < lanes; ++lane)
            job.chunk[ptrdiff_t{f} * lanes + lane] = 0.0f;
}

void fetch(const LoadJob& job, int f)
{
    constexpr int cacheLine = 64;
    if (!job.next || f % cacheLine != 0) return;
    for (int lane = 0; lane < lanes; ++lane)
        __builtin_prefetch(job.next[lane] + f);
}

} // namespace

void loadLanes(const LoadJob& job)
{
    int f = 0;
    if (job.bytes)
        for (; f + block <= job.features; f += block) {
            fetch(job, f);
            for (int first = 0; first < lanes; first += block)
                loadByteBlock(job, f, first);
        }
    else
        for (; f + block <= job.features; f += block)
            loadPlainly(job, f, f + block);
    loadPlainly(job, f, job.features);
    clearUnused(job);
}

void transpose(const float* x, int features, float* turned, ptrdiff_t row)
{
    for (int f = 0; f < features; f += block)
        for (int first = 0; first < lanes; first += block) {
            float rows[block][block];
            const int height = features - f < block ? features - f : block;
            for (int i = 0; i < block; ++i)
                for (int j = 0; j < block; ++j)
                    rows[i][j] = i < height ? x[ptrdiff_t{f + i} * lanes + first + j] : 0.0f;
            for (int j = 0; j < block; ++j)
                for (int i = 0; i < block; ++i)
                    turned[ptrdiff_t{first + j} * row + f + i] = rows[i][j];
        }
}

} // namespace hg::HG_ISA_NAMESPACE
