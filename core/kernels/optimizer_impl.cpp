#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// Sum of the groups' gradients of one parameter, in order.
inline __attribute__((always_inline)) float summed(const float* const* gradients, int groups, size_t i)
{
    float g = gradients[0][i];
    for (int k = 1; k < groups; ++k)
        g += gradients[k][i];
    return g;
}

/// Not 0 when x is NaN or infinite: a mark that vectorises, where a comparison in floats would order the
/// loop.
inline __attribute__((always_inline)) uint32_t badness(float x)
{
    constexpr uint32_t exponent = 0x7f800000;
    return (__builtin_bit_cast(uint32_t, x) & exponent) == exponent;
}

constexpr size_t block = 64;  // parameters: whole cache lines
constexpr size_t ahead = 256; // a line of a core that shares no cache with this one arrives meanwhile

/// Brings what other cores wrote, and takes from them what they have read and this one will write: of itself
/// the processor asks for that only when it stores.
template <class Job>
inline __attribute__((always_inline)) void fetchShared(const Job& job, size_t from)
{
    constexpr size_t line = 16;
    for (size_t i = from; i < from + block; i += line) {
        __builtin_prefetch(job.parameters + i, 1);
        for (int k = 0; k < job.groups; ++k)
            __builtin_prefetch(job.gradients[k] + i);
    }
}

/// Calls step(first, count), which returns whether a parameter went bad, for all of a job's parameters.
template <class Job, class Step>
inline __attribute__((always_inline)) bool forAll(const Job& job, const Step& step)
{
    if (!job.isShared) return step(0, job.count) == 0;
    uint32_t bad = 0;
    size_t i = 0;
    for (; i + block <= job.count; i += block) {
        fetchShared(job, i + ahead);
        bad |= step(i, block);
    }
    return (bad | step(i, job.count - i)) == 0;
}

// One and two groups are the usual numbers: there the compiler sees how many buffers it reads and vectorises.
template <int Groups>
inline __attribute__((always_inline)) uint32_t adamStep(const AdamJob& j, size_t first, size_t count)
{
    float* __restrict w = j.parameters + first;
    float* __restrict m = j.first + first;
    float* __restrict v = j.second + first;
    const float* g0 = j.gradients[0] + first;
    const float* g1 = Groups > 1 ? j.gradients[1] + first : g0;
    uint32_t bad = 0;
    for (size_t i = 0; i < count; ++i) {
        const float sum = Groups == 0  ? summed(j.gradients, j.groups, first + i)
                          : Groups > 1 ? g0[i] + g1[i]
                                       : g0[i];
        const float g = j.gradientScale * sum + j.decay * w[i];
        m[i] += j.share1 * (g - m[i]);
        v[i] += j.share2 * (g * g - v[i]);
        w[i] -= j.shrink * w[i] + j.rate * m[i] / (__builtin_sqrtf(v[i]) * j.correction + j.epsilon);
        bad |= badness(w[i]);
    }
    return bad;
}

template <int Groups>
bool adamOf(const AdamJob& job)
{
    const AdamJob j = job;
    return forAll(j, [&j](size_t first, size_t count) { return adamStep<Groups>(j, first, count); });
}

inline __attribute__((always_inline)) uint32_t sgdStep(const SgdJob& j, size_t first, size_t count)
{
    uint32_t bad = 0;
    for (size_t i = first; i < first + count; ++i) {
        const float g = j.gradientScale * summed(j.gradients, j.groups, i) + j.decay * j.parameters[i];
        j.velocity[i] = j.momentum * j.velocity[i] + g;
        j.parameters[i] -= j.rate * j.velocity[i];
        bad |= badness(j.parameters[i]);
    }
    return bad;
}

} // namespace

bool adam(const AdamJob& job)
{
    if (job.groups == 1) return adamOf<1>(job);
    if (job.groups == 2) return adamOf<2>(job);
    return adamOf<0>(job);
}

bool sgd(const SgdJob& job)
{
    return forAll(job, [&job](size_t first, size_t count) { return sgdStep(job, first, count); });
}

double squaredNorm(const float* const* gradients, int groups, size_t count)
{
    double sums[8] = {};
    for (size_t i = 0; i < count; ++i) {
        const double g = static_cast<double>(summed(gradients, groups, i));
        sums[i % 8] += g * g;
    }
    double sum = 0;
    for (const double s : sums)
        sum += s;
    return sum;
}

} // namespace hg::HG_ISA_NAMESPACE
