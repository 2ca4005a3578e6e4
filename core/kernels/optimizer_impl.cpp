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

// One and two groups are the usual numbers: there the compiler sees how many buffers it reads and vectorises.
template <int Groups>
bool adamOf(const AdamJob& job)
{
    const AdamJob j = job;
    float* __restrict w = j.parameters;
    float* __restrict m = j.first;
    float* __restrict v = j.second;
    const float* g0 = j.gradients[0];
    const float* g1 = Groups > 1 ? j.gradients[1] : g0;
    uint32_t bad = 0;
    for (size_t i = 0; i < j.count; ++i) {
        const float sum = Groups == 0 ? summed(j.gradients, j.groups, i) : Groups > 1 ? g0[i] + g1[i] : g0[i];
        const float g = j.gradientScale * sum + j.decay * w[i];
        m[i] += j.share1 * (g - m[i]);
        v[i] += j.share2 * (g * g - v[i]);
        w[i] -= j.shrink * w[i] + j.rate * m[i] / (__builtin_sqrtf(v[i]) * j.correction + j.epsilon);
        bad |= badness(w[i]);
    }
    return bad == 0;
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
    uint32_t bad = 0;
    for (size_t i = 0; i < job.count; ++i) {
        const float g =
            job.gradientScale * summed(job.gradients, job.groups, i) + job.decay * job.parameters[i];
        job.velocity[i] = job.momentum * job.velocity[i] + g;
        job.parameters[i] -= job.rate * job.velocity[i];
        bad |= badness(job.parameters[i]);
    }
    return bad == 0;
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
