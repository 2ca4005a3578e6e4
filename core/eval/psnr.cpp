#include "core/eval/psnr.h"

#include <cmath>

namespace hg {

double squaredError(std::span<const float> pictures, const SampleView& clean)
{
    double sum = 0;
    for (int i = 0; i < clean.count; ++i)
        for (std::size_t f = 0; f < clean.features; ++f) {
            const std::size_t at = static_cast<std::size_t>(i) * clean.features + f;
            const double d = static_cast<double>(pictures[at]) - static_cast<double>(clean.value(i, f));
            sum += d * d;
        }
    return sum / static_cast<double>(pictures.size());
}

double psnr(double squaredError)
{
    return -10 * std::log10(squaredError);
}

std::optional<double> firstBeyondPeak(const SampleView& samples)
{
    for (int i = 0; i < samples.count && !samples.bytes; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            if (const double value = samples.exactValue(i, f); !(value >= 0 && value <= 1)) return value;
    return std::nullopt;
}

} // namespace hg
