#pragma once

#include <span>
#include <vector>

namespace hg {

/// Magnitudes on an even grid of frequencies from 0 to half the rate.
struct Spectrum {
    double hzPerBin = 1;
    std::vector<double> magnitude;

    double hz(std::size_t bin) const { return static_cast<double>(bin) * hzPerBin; }
};

/// 20·log10 of a magnitude, not below `floor`.
double decibels(double magnitude, double floor = -120);

/// The taps with d−1 zeros between them.
std::vector<double> dilated(std::span<const double> taps, int dilation);

/// |H(f)| of a filter, H(f) = Σ w[k]·e^(−2πi·f·k/rate), at `bins` ≥ 2 frequencies. Exact whatever the number
/// of taps. Cost: O(k + n log n), n = 2·(bins − 1).
Spectrum frequencyResponse(std::span<const double> taps, double rateHz, int bins);

/// The amplitudes in a signal: windows of `window` samples (Hann, periodic) that overlap by half, their
/// powers averaged; samples beyond the last whole window are left out. A sine of amplitude a on a bin reads a
/// there. A signal shorter than the window is taken by the longest power of two that fits; at least 4 samples
/// are needed, fewer give no bins. Source: Welch, "The use of fast Fourier transform for the estimation of
/// power spectra", 1967; the scale is Harris', "On the use of windows for harmonic analysis", 1978.
Spectrum signalSpectrum(std::span<const float> signal, double rateHz, int window = 4096);

/// The periodic Hann window, ½ − ½·cos(2π·i/n).
std::vector<double> hannWindow(int n);

} // namespace hg
