#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr float leak = 0.1f;

inline __attribute__((always_inline)) Vector absolute(Vector x)
{
    return select(x < 0.0f, -x, x);
}

inline __attribute__((always_inline)) Vector sigmoid(Vector z)
{
    return 1.0f / (1.0f + exponential(-z));
}

/// Near 0 the odd Taylor polynomial, which keeps the relative precision that 1 − 2/(e²ᶻ+1) loses there.
inline __attribute__((always_inline)) Vector hyperbolicTangent(Vector z)
{
    const Vector q = z * z;
    Vector p = all(-1382.0f / 155925);
    p = p * q + 62.0f / 2835;
    p = p * q - 17.0f / 315;
    p = p * q + 2.0f / 15;
    p = p * q - 1.0f / 3;
    p = p * q + 1.0f;
    const Vector far = 1.0f - 2.0f / (exponential(2.0f * z) + 1.0f);
    return select(absolute(z) < 0.35f, p * z, far);
}

/// eᶻ − 1 for z ≤ 0; near 0 by its Taylor polynomial.
inline __attribute__((always_inline)) Vector exponentialLessOne(Vector z)
{
    Vector p = all(1.0f / 5040);
    p = p * z + 1.0f / 720;
    p = p * z + 1.0f / 120;
    p = p * z + 1.0f / 24;
    p = p * z + 1.0f / 6;
    p = p * z + 0.5f;
    p = p * z + 1.0f;
    return select(z > -0.35f, p * z, exponential(z) - 1.0f);
}

template <Curve C>
inline __attribute__((always_inline)) Vector value(Vector z)
{
    // NaN compares false and so stays NaN.
    if constexpr (C == Curve::Tanh) return hyperbolicTangent(z);
    if constexpr (C == Curve::Sigmoid) return sigmoid(z);
    if constexpr (C == Curve::Relu) return rectified(z);
    if constexpr (C == Curve::LeakyRelu) return select(z < 0.0f, leak * z, z);
    if constexpr (C == Curve::Elu) return select(z < 0.0f, exponentialLessOne(z), z);
    return z;
}

/// f′ by y = f(z).
template <Curve C>
inline __attribute__((always_inline)) Vector slope(Vector y)
{
    if constexpr (C == Curve::Tanh) return 1.0f - y * y;
    if constexpr (C == Curve::Sigmoid) return y * (1.0f - y);
    if constexpr (C == Curve::Relu) return select(y > 0.0f, all(1), Vector{});
    if constexpr (C == Curve::LeakyRelu) return select(y > 0.0f, all(1), all(leak));
    if constexpr (C == Curve::Elu) return select(y > 0.0f, all(1), y + 1.0f);
    return all(1);
}

template <Curve C>
void activateAll(float* y, size_t count)
{
    for (size_t i = 0; i < count; i += width)
        store(y + i, value<C>(load(y + i)));
}

template <Curve C>
void multiplyAll(const float* y, float* g, size_t count)
{
    for (size_t i = 0; i < count; i += width)
        store(g + i, load(g + i) * slope<C>(load(y + i)));
}

/// 1 for the lanes in use, 0 for the others.
struct LaneMask {
    float value[lanes];
};

LaneMask maskOf(int count)
{
    LaneMask mask;
    for (int i = 0; i < lanes; ++i)
        mask.value[i] = i < count ? 1.0f : 0.0f;
    return mask;
}

/// Sums kept in float over a few features only, then in double.
class LossSum {
public:
    explicit LossSum(double before = 0) : m_total(before) {}
    void add(Vector v) { m_part += v; }
    void endFeature(int feature)
    {
        if (feature % 32 == 31) flush();
    }
    double finish()
    {
        flush();
        return m_total;
    }

private:
    void flush()
    {
        float parts[width];
        store(parts, m_part);
        for (int i = 0; i < width; ++i)
            m_total += static_cast<double>(parts[i]);
        m_part = Vector{};
    }
    Vector m_part{};
    double m_total;
};

template <Curve C, bool Full, bool OfSums>
double squaredErrorOf(const LossJob& job, int outOf, double before)
{
    const LaneMask mask = maskOf(job.count);
    const float factor = 2 * job.scale / static_cast<float>(outOf);
    LossSum sum(before);
    for (int f = 0; f < job.features; ++f) {
        for (int lane = 0; lane < lanes; lane += width) {
            const ptrdiff_t i = ptrdiff_t{f} * lanes + lane;
            const Vector y = OfSums ? value<C>(load(job.z + i)) : load(job.y + i);
            // An unused lane holds numbers of no sample, which may be anything but are finite or NaN: not
            // multiplied but replaced.
            const Vector difference = y - load(job.t + i);
            const Vector error =
                Full ? difference : select(load(mask.value + lane) > 0.0f, difference, Vector{});
            if (job.g) store(job.g + i, factor * error * slope<C>(y));
            sum.add(error * error);
        }
        sum.endFeature(f);
    }
    return sum.finish();
}

template <Curve C, bool OfSums>
double squaredErrorFrom(const LossJob& job, int outOf, double before)
{
    return job.count == lanes ? squaredErrorOf<C, true, OfSums>(job, outOf, before)
                              : squaredErrorOf<C, false, OfSums>(job, outOf, before);
}

template <Curve C>
double squaredErrorWith(const LossJob& job, int outOf, double before)
{
    return job.y ? squaredErrorFrom<C, false>(job, outOf, before)
                 : squaredErrorFrom<C, true>(job, outOf, before);
}

} // namespace

void activate(Curve curve, float* y, size_t count)
{
    switch (curve) {
    case Curve::Linear:
        return;
    case Curve::Tanh:
        return activateAll<Curve::Tanh>(y, count);
    case Curve::Sigmoid:
        return activateAll<Curve::Sigmoid>(y, count);
    case Curve::Relu:
        return activateAll<Curve::Relu>(y, count);
    case Curve::LeakyRelu:
        return activateAll<Curve::LeakyRelu>(y, count);
    case Curve::Elu:
        return activateAll<Curve::Elu>(y, count);
    }
}

void multiplyBySlope(Curve curve, const float* y, float* g, size_t count)
{
    switch (curve) {
    case Curve::Linear:
        return;
    case Curve::Tanh:
        return multiplyAll<Curve::Tanh>(y, g, count);
    case Curve::Sigmoid:
        return multiplyAll<Curve::Sigmoid>(y, g, count);
    case Curve::Relu:
        return multiplyAll<Curve::Relu>(y, g, count);
    case Curve::LeakyRelu:
        return multiplyAll<Curve::LeakyRelu>(y, g, count);
    case Curve::Elu:
        return multiplyAll<Curve::Elu>(y, g, count);
    }
}

double squaredErrorPart(const LossJob& job, int outOf, double before)
{
    switch (job.curve) {
    case Curve::Linear:
        return squaredErrorWith<Curve::Linear>(job, outOf, before);
    case Curve::Tanh:
        return squaredErrorWith<Curve::Tanh>(job, outOf, before);
    case Curve::Sigmoid:
        return squaredErrorWith<Curve::Sigmoid>(job, outOf, before);
    case Curve::Relu:
        return squaredErrorWith<Curve::Relu>(job, outOf, before);
    case Curve::LeakyRelu:
        return squaredErrorWith<Curve::LeakyRelu>(job, outOf, before);
    case Curve::Elu:
        return squaredErrorWith<Curve::Elu>(job, outOf, before);
    }
    return 0;
}

double squaredError(const LossJob& job)
{
    return squaredErrorPart(job, job.features, 0) / job.features;
}

double crossEntropy(const LossJob& job)
{
    const LaneMask mask = maskOf(job.count);
    const float factor = job.scale / static_cast<float>(job.features);
    LossSum sum;
    for (int f = 0; f < job.features; ++f) {
        for (int lane = 0; lane < lanes; lane += width) {
            const ptrdiff_t i = ptrdiff_t{f} * lanes + lane;
            const Vector z = load(job.z + i), t = load(job.t + i);
            const IntVector isUsed = load(mask.value + lane) > 0.0f;
            const Vector softplus = select(z > 0.0f, z, Vector{}) + logOnePlus(exponential(-absolute(z)));
            if (job.g) store(job.g + i, select(isUsed, factor * (load(job.y + i) - t), Vector{}));
            sum.add(select(isUsed, softplus - t * z, Vector{}));
        }
        sum.endFeature(f);
    }
    return sum.finish() / job.features;
}

} // namespace hg::HG_ISA_NAMESPACE
