#include "core/kernels/fit_functions.h"
#include "core/kernels/map_vectors.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

using Wide = VectorOf<double>;
using Whole = MaskOf<double>;
constexpr int width = Lanes<double>::width;

inline __attribute__((always_inline)) Wide select(Whole mask, Wide yes, Wide no)
{
    return mask ? yes : no;
}

/// e^x for x ≤ 0 to the last digits, 0 from −708 down; NaN stays NaN. Cody and Waite's reduction to |r| ≤
/// ln2/2 and the Taylor polynomial of degree 13 (Muller, "Elementary Functions", 2016, ch. 11).
inline __attribute__((always_inline)) Wide exponential(Wide x)
{
    const Wide magic = all(6755399441055744.0); // 1.5·2⁵²: adding it rounds to a whole number
    const Wide low = all(-708.0);
    const Wide z = select(x < low, low, x); // comparisons with NaN are false, so NaN passes
    const Wide shifted = z * 1.4426950408889634 + magic;
    const Wide n = shifted - magic;
    const Wide r = (z - n * 0.6931471803691238) - n * 1.9082149292705877e-10;
    Wide p = all(1.0 / 6227020800);
    p = p * r + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    // The low bits of `shifted` are n; moved up they are an exponent's.
    const Whole exponent = (reinterpret_cast<Whole>(shifted) + 1023) << 52;
    return select(x < low, Wide{}, p * reinterpret_cast<Wide>(exponent));
}

/// 1 for the samples from `at` on that are below `count`, 0 for those that fill up the vector.
inline __attribute__((always_inline)) Wide counted(ptrdiff_t at, int count)
{
    Wide ones{};
    for (int i = 0; i < width; ++i)
        ones[i] = at + i < count ? 1.0 : 0.0;
    return ones;
}

inline __attribute__((always_inline)) Whole classesOf(const int64_t* own)
{
    Whole classes;
    __builtin_memcpy(&classes, own, sizeof(classes));
    return classes;
}

/// What a vector of samples adds to the slope.
inline __attribute__((always_inline)) Wide addSamples(const SoftmaxJob& job, ptrdiff_t at)
{
    const Wide t = all(job.t);
    const Whole own = classesOf(job.own + at);
    Wide greatest = load(job.scores + at) + t * load(job.along + at);
    for (int c = 1; c < job.classes; ++c) {
        const Wide z = load(job.scores + c * job.row + at) + t * load(job.along + c * job.row + at);
        greatest = select(z > greatest, z, greatest);
    }
    Wide sum{}, first{}, ownAlong{};
    for (int c = 0; c < job.classes; ++c) {
        const Wide along = load(job.along + c * job.row + at);
        const Wide share = exponential(load(job.scores + c * job.row + at) + t * along - greatest);
        sum += share;
        first += share * along;
        ownAlong = select(own == int64_t{c}, along, ownAlong);
        store(job.rest + c * job.row + at, share);
    }
    const Wide inverse = 1.0 / sum;
    for (int c = 0; c < job.classes; ++c) {
        double* rest = job.rest + c * job.row + at;
        store(rest, load(rest) * inverse - select(own == int64_t{c}, all(1.0), Wide{}));
    }
    return first * inverse - ownAlong;
}

} // namespace

double softmaxAlong(const SoftmaxJob& job)
{
    Wide slope{};
    for (ptrdiff_t at = 0; at < job.count; at += width)
        slope += counted(at, job.count) * addSamples(job, at);
    for (int c = 0; c < job.classes; ++c)
        for (ptrdiff_t at = job.count; at < job.row; ++at)
            job.rest[c * job.row + at] = 0;
    return total(slope);
}

double bendAlong(const BendJob& job)
{
    Wide bend{};
    for (ptrdiff_t at = 0; at < job.count; at += width) {
        const Whole own = classesOf(job.own + at);
        Wide first{}, second{};
        for (int c = 0; c < job.classes; ++c) {
            const Wide along = load(job.along + c * job.row + at);
            const Wide share =
                load(job.rest + c * job.row + at) + select(own == int64_t{c}, all(1.0), Wide{});
            first += share * along;
            second += share * along * along;
        }
        bend += counted(at, job.count) * (second - first * first);
    }
    return total(bend);
}

double dotDouble(const double* a, const double* b, size_t count)
{
    Wide sums[fitGroup / width] = {};
    for (size_t i = 0; i < count; i += fitGroup)
#pragma GCC unroll 8
        for (int v = 0; v < fitGroup / width; ++v)
            sums[v] += load(a + i + v * width) * load(b + i + v * width);
    Wide sum = sums[0];
    for (int v = 1; v < fitGroup / width; ++v)
        sum += sums[v];
    return total(sum);
}

} // namespace hg::HG_ISA_NAMESPACE
