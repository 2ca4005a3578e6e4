#include "core/audio/spectrum.h"

#include "core/audio/fourier.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace hg {

double decibels(double magnitude, double floor)
{
    return magnitude > 0 ? std::max(20 * std::log10(magnitude), floor) : floor;
}

std::vector<double> dilated(std::span<const double> taps, int dilation)
{
    if (taps.empty()) return {};
    const auto distance = static_cast<std::size_t>(dilation);
    std::vector<double> spread((taps.size() - 1) * distance + 1);
    for (std::size_t k = 0; k < taps.size(); ++k)
        spread[k * distance] = taps[k];
    return spread;
}

Spectrum frequencyResponse(std::span<const double> taps, double rateHz, int bins)
{
    assert(bins >= 2);
    const std::size_t n = 2 * static_cast<std::size_t>(bins - 1);
    // At the frequencies of a transform of length n, a tap counts like the one n places before it.
    std::vector<double> folded(n);
    for (std::size_t k = 0; k < taps.size(); ++k)
        folded[k % n] += taps[k];
    std::vector<std::complex<double>> bin(Fourier::binsOf(n));
    Fourier().forward(folded, bin);
    Spectrum spectrum{rateHz / static_cast<double>(n), std::vector<double>(bin.size())};
    std::transform(bin.begin(), bin.end(), spectrum.magnitude.begin(),
                   [](const std::complex<double>& h) { return std::abs(h); });
    return spectrum;
}

std::vector<double> hannWindow(int n)
{
    std::vector<double> window(static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < window.size(); ++i)
        window[i] = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) / n);
    return window;
}

Spectrum signalSpectrum(std::span<const float> signal, double rateHz, int window)
{
    constexpr std::size_t least = 4;
    std::size_t n = static_cast<std::size_t>(window);
    if (signal.size() < n) n = std::bit_floor(signal.size());
    if (n < least) return {rateHz, {}};
    const std::vector<double> weights = hannWindow(static_cast<int>(n));
    const double gain = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> part(n), power(Fourier::binsOf(n));
    std::vector<std::complex<double>> bin(power.size());
    Fourier fourier;
    double count = 0;
    for (std::size_t start = 0; start + n <= signal.size(); start += n / 2, ++count) {
        for (std::size_t i = 0; i < n; ++i)
            part[i] = weights[i] * static_cast<double>(signal[start + i]);
        fourier.forward(part, bin);
        for (std::size_t k = 0; k < bin.size(); ++k)
            power[k] += std::norm(bin[k]);
    }
    Spectrum spectrum{rateHz / static_cast<double>(n), std::vector<double>(power.size())};
    for (std::size_t k = 0; k < power.size(); ++k) {
        const bool isPaired = k > 0 && 2 * k < n; // with the bin of the negative frequency
        spectrum.magnitude[k] = (isPaired ? 2 : 1) * std::sqrt(power[k] / count) / gain;
    }
    return spectrum;
}

} // namespace hg
