#pragma once

#include "core/util/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace hg {

inline constexpr int mostTaps = 4096;

/// The numbers that filters are made from; each uses those that its row names.
struct FirSettings {
    double rateHz = 8000;
    int taps = 9;          ///< 1 … 4096
    double cutoffHz = 500; ///< above 0, below half the rate; where the response is ½ (−6 dB)
    int delay = 1600;      ///< of an echo, in samples, 1 … 4095
    double gain = 0.6;     ///< of an echo, −1 … 1
    int repeats = 1;       ///< how many echoes a comb has, 1 … 4095; all delays together 4095 at most
    double sigma = 1.5;    ///< of a Gaussian, in samples, above 0 to 4096
    double blipHz = 440;   ///< of the blip that the matched filter waits for, and of a grain
    bool operator==(const FirSettings&) const = default;
};

/// A row of the table of filters along a line.
struct FirFilter {
    const char* id;
    std::vector<double> (*make)(const FirSettings&);
    bool hasTaps = false;
    bool hasCutoff = false;
    bool hasDelay = false;
    bool hasRepeats = false;
    bool hasSigma = false;
    bool hasBlip = false;
    bool looksBack = false; ///< its last tap is the present sample, so that nothing comes before its cause
};

/// identity (1 in the middle), moving-average (1/n each), derivative (half the difference of the neighbours),
/// echo, comb, low-pass, high-pass, gaussian, matched-blip, grain. The taps are those of a cross-correlation,
/// as everywhere here: the last one is the present sample under causal padding, so an echo is (gain, 0, …, 0,
/// 1), and a comb gain^r at r delays before it. Low-pass: a sinc under Blackman's window, of sum 1;
/// high-pass: the middle sample less that, of an odd number of taps (one less than asked where that is even);
/// the step from pass to stop takes about 5.5·rate/taps Hz. Gaussian: of sum 1. Matched blip: a blip
/// (signals.h) over its energy, so that it answers a blip with that blip's amplitude. Grain: a struck tone
/// that fades, sin(2π·hz·(i + ½)/rate)·e^(−4i/n), backwards: each impulse of the input becomes a copy of it,
/// and copies that overlap add up, as the stamps of a transposed convolution do. Source: Smith, "The
/// scientist and engineer's guide to digital signal processing", 1997, chapters 14 and 16; Turin, "An
/// introduction to matched filters", 1960.
std::span<const FirFilter> firFilters();
/// The filter with that id, or null.
const FirFilter* findFirFilter(std::string_view id);

/// The taps of the filter with that id. Errors: UnknownName; BadValue with the setting's name.
Result<std::vector<double>> firTaps(std::string_view id, const FirSettings& settings);

} // namespace hg
