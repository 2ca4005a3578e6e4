#include "core/engine/softmax.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace hg {
namespace {

/// One sample's scores, targets and gradients: every lanes-th number of the arrays.
struct Lane {
    const float* values;
    int features;
    double at(int f) const { return static_cast<double>(values[static_cast<std::size_t>(f) * lanes]); }
};

/// log Σ e^z, the greatest z taken out first.
double logOfSumOfExponentials(Lane z)
{
    double greatest = z.at(0);
    for (int f = 1; f < z.features; ++f)
        greatest = std::max(greatest, z.at(f));
    double sum = 0;
    for (int f = 0; f < z.features; ++f)
        sum += std::exp(z.at(f) - greatest);
    return greatest + std::log(sum);
}

double laneLoss(Lane z, Lane t, double logSum)
{
    double loss = 0;
    for (int f = 0; f < z.features; ++f)
        loss += t.at(f) * (logSum - z.at(f));
    return loss;
}

void writeGradient(Lane z, Lane t, double logSum, double scale, float* g)
{
    double weight = 0;
    for (int f = 0; f < t.features; ++f)
        weight += t.at(f);
    for (int f = 0; f < z.features; ++f)
        g[static_cast<std::size_t>(f) * lanes] =
            static_cast<float>(scale * (weight * std::exp(z.at(f) - logSum) - t.at(f)));
}

} // namespace

// Some tens of classes a sample against the thousands of numbers of the layers before: double costs nothing
// that counts.
double softmaxCrossEntropy(const LossJob& job)
{
    if (job.g) std::fill_n(job.g, static_cast<std::size_t>(job.features) * lanes, 0.0f);
    double total = 0;
    for (int lane = 0; lane < job.count; ++lane) {
        const Lane z{job.z + lane, job.features}, t{job.t + lane, job.features};
        const double logSum = logOfSumOfExponentials(z);
        total += laneLoss(z, t, logSum);
        if (job.g) writeGradient(z, t, logSum, static_cast<double>(job.scale), job.g + lane);
    }
    return total;
}

} // namespace hg
