#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int byteSquare = 4 * width; // bytes that a vector holds

typedef uint32_t Words __attribute__((vector_size(HG_VECTOR_BYTES)));
typedef uint32_t LooseWords __attribute__((vector_size(HG_VECTOR_BYTES), aligned(1), may_alias));

/// Features f … f+byteSquare−1 of lanes first … first+width−1, `Full` when all of these are in use. Four
/// neighbouring bytes travel as one word: the square of words is turned, then each word gives four features.
template <bool Full>
void loadByteSquare(const LoadJob& given, int f, int first)
{
    const LoadJob job = given; // a copy: what is stored might alias the original
    Vector rows[width];
#pragma GCC unroll 16
    for (int i = 0; i < width; ++i)
        rows[i] =
            Full || first + i < job.count
                ? reinterpret_cast<Vector>(*reinterpret_cast<const LooseWords*>(job.bytes[first + i] + f))
                : Vector{};
    turn(rows);
    for (int i = 0; i < width; ++i) {
        const Words words = reinterpret_cast<Words>(rows[i]);
        float* out = job.chunk + ptrdiff_t{f + 4 * i} * lanes + first;
        const float* mean = job.mean ? job.mean + f + 4 * i : nullptr;
#pragma GCC unroll 4
        for (int byte = 0; byte < 4; ++byte) {
            const IntVector value = reinterpret_cast<IntVector>(words >> (8 * byte) & 255);
            store(out + byte * lanes,
                  __builtin_convertvector(value, Vector) * (1.0f / 255) - (mean ? mean[byte] : 0.0f));
        }
    }
}

/// The same of a square of floats.
void loadFloatSquare(const LoadJob& given, int f, int first)
{
    const LoadJob job = given;
    Vector rows[width];
#pragma GCC unroll 16
    for (int i = 0; i < width; ++i)
        rows[i] = first + i < job.count ? load(job.floats[first + i] + f) : Vector{};
    turn(rows);
#pragma GCC unroll 16
    for (int i = 0; i < width; ++i)
        store(job.chunk + ptrdiff_t{f + i} * lanes + first, rows[i] - (job.mean ? job.mean[f + i] : 0.0f));
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

/// As far as the outer caches: a whole update passes before they are read, and the nearest one takes in fewer
/// rows at once than come.
void fetch(const LoadJob& job, int f)
{
    constexpr int cacheLine = 64;
    if (!job.next || f % cacheLine != 0) return;
    for (int lane = 0; lane < lanes; ++lane)
        __builtin_prefetch(job.next[lane] + f, 0, 1);
}

void loadBytes(const LoadJob& job)
{
    if (job.features < byteSquare) return loadPlainly(job, 0, job.features);
    for (int f = 0; f < job.features; f += byteSquare) {
        fetch(job, f);
        const int begin =
            f + byteSquare <= job.features ? f : job.features - byteSquare; // the last one overlaps
        for (int first = 0; first < lanes; first += width)
            if (first + width <= job.count)
                loadByteSquare<true>(job, begin, first);
            else
                loadByteSquare<false>(job, begin, first);
    }
}

void loadFloats(const LoadJob& job)
{
    int f = 0;
    for (; f + width <= job.features; f += width)
        for (int first = 0; first < lanes; first += width)
            loadFloatSquare(job, f, first);
    loadPlainly(job, f, job.features);
}

} // namespace

void loadLanes(const LoadJob& job)
{
    if (job.bytes)
        loadBytes(job);
    else
        loadFloats(job);
    clearUnused(job);
}

} // namespace hg::HG_ISA_NAMESPACE
