#include "core/audio/fir_filters.h"

#include "core/audio/signals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

namespace hg {
namespace {

using Taps = std::vector<double>;

Taps zeros(int n)
{
    return Taps(static_cast<std::size_t>(n));
}

void scaleToSumOne(Taps& taps)
{
    const double sum = std::accumulate(taps.begin(), taps.end(), 0.0);
    for (double& tap : taps)
        tap /= sum;
}

Taps identity(const FirSettings& s)
{
    Taps taps = zeros(s.taps);
    taps[(taps.size() - 1) / 2] = 1;
    return taps;
}

Taps movingAverage(const FirSettings& s)
{
    return Taps(static_cast<std::size_t>(s.taps), 1.0 / s.taps);
}

Taps derivative(const FirSettings&)
{
    return {-0.5, 0, 0.5};
}

Taps comb(const FirSettings& s)
{
    Taps taps = zeros(s.delay * s.repeats + 1);
    for (int r = 0; r <= s.repeats; ++r)
        taps[static_cast<std::size_t>((s.repeats - r) * s.delay)] = std::pow(s.gain, r);
    return taps;
}

Taps echo(const FirSettings& s)
{
    FirSettings once = s;
    once.repeats = 1;
    return comb(once);
}

double blackman(double place) // 0 … 1
{
    const double angle = 2 * std::numbers::pi * place;
    return 0.42 - 0.5 * std::cos(angle) + 0.08 * std::cos(2 * angle);
}

Taps lowPass(const FirSettings& s)
{
    Taps taps = zeros(s.taps);
    const double middle = (s.taps - 1) / 2.0, cutoff = s.cutoffHz / s.rateHz; // in cycles a sample
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const double t = static_cast<double>(i) - middle;
        const double sinc =
            t == 0 ? 2 * cutoff : std::sin(2 * std::numbers::pi * cutoff * t) / (std::numbers::pi * t);
        taps[i] = sinc * blackman((static_cast<double>(i) + 1) / (s.taps + 1)); // both ends above 0
    }
    scaleToSumOne(taps);
    return taps;
}

Taps highPass(const FirSettings& s)
{
    FirSettings odd = s;
    odd.taps -= 1 - odd.taps % 2;
    Taps taps = lowPass(odd);
    for (double& tap : taps)
        tap = -tap;
    taps[taps.size() / 2] += 1;
    return taps;
}

Taps gaussian(const FirSettings& s)
{
    Taps taps = zeros(s.taps);
    const double middle = (s.taps - 1) / 2.0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const double t = (static_cast<double>(i) - middle) / s.sigma;
        taps[i] = std::exp(-t * t / 2);
    }
    scaleToSumOne(taps);
    return taps;
}

Taps matchedBlip(const FirSettings& s)
{
    Taps taps = zeros(s.taps);
    for (int i = 0; i < s.taps; ++i)
        taps[static_cast<std::size_t>(i)] = blipSample(i, s.taps, s.blipHz, s.rateHz);
    const double energy = std::inner_product(taps.begin(), taps.end(), taps.begin(), 0.0);
    for (double& tap : taps)
        tap /= energy > 0 ? energy : 1;
    return taps;
}

/// Turned round, as zero insertion turns a filter that is stamped.
Taps grain(const FirSettings& s)
{
    constexpr double fading = 4; // it ends at e⁻⁴, which is not heard as a click
    Taps taps = zeros(s.taps);
    for (int i = 0; i < s.taps; ++i)
        taps[static_cast<std::size_t>(s.taps - 1 - i)] =
            std::sin(2 * std::numbers::pi * s.blipHz * (i + 0.5) / s.rateHz) * std::exp(-fading * i / s.taps);
    return taps;
}

std::optional<Error> check(const char* name, double value, double least, double greatest)
{
    if (value >= least && value <= greatest) return std::nullopt; // false for NaN
    return Error{ErrorCode::BadValue, name, {least, greatest}, std::to_string(value)};
}

std::optional<Error> check(const FirFilter& filter, const FirSettings& s)
{
    constexpr double tiny = 1e-6;
    std::optional<Error> error;
    const auto hold = [&](bool isUsed, const char* name, double value, double least, double greatest) {
        if (isUsed && !error) error = check(name, value, least, greatest);
    };
    hold(true, "rate", s.rateHz, 1, 1e6);
    hold(filter.hasTaps, "taps", s.taps, 1, mostTaps);
    hold(filter.hasCutoff, "cutoff", s.cutoffHz, s.rateHz * tiny, s.rateHz * (0.5 - tiny));
    hold(filter.hasDelay, "delay", s.delay, 1, mostTaps - 1);
    hold(filter.hasDelay, "gain", s.gain, -1, 1);
    hold(filter.hasRepeats, "repeats", s.repeats, 1,
         filter.hasRepeats ? (mostTaps - 1) / std::max(s.delay, 1) : 1);
    hold(filter.hasSigma, "sigma", s.sigma, tiny, mostTaps);
    hold(filter.hasBlip, "blip", s.blipHz, 0, s.rateHz / 2);
    return error;
}

} // namespace

std::span<const FirFilter> firFilters()
{
    static constexpr std::array<FirFilter, 10> rows{{
        {.id = "identity", .make = identity, .hasTaps = true},
        {.id = "moving-average", .make = movingAverage, .hasTaps = true},
        {.id = "derivative", .make = derivative},
        {.id = "echo", .make = echo, .hasDelay = true, .looksBack = true},
        {.id = "comb", .make = comb, .hasDelay = true, .hasRepeats = true, .looksBack = true},
        {.id = "low-pass", .make = lowPass, .hasTaps = true, .hasCutoff = true},
        {.id = "high-pass", .make = highPass, .hasTaps = true, .hasCutoff = true},
        {.id = "gaussian", .make = gaussian, .hasTaps = true, .hasSigma = true},
        {.id = "matched-blip", .make = matchedBlip, .hasTaps = true, .hasBlip = true},
        {.id = "grain", .make = grain, .hasTaps = true, .hasBlip = true, .looksBack = true},
    }};
    return rows;
}

const FirFilter* findFirFilter(std::string_view id)
{
    const auto rows = firFilters();
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const FirFilter& f) { return id == f.id; });
    return it == rows.end() ? nullptr : &*it;
}

Result<std::vector<double>> firTaps(std::string_view id, const FirSettings& settings)
{
    const FirFilter* filter = findFirFilter(id);
    if (!filter) return Error{ErrorCode::UnknownName, {}, {}, std::string(id)};
    if (auto error = check(*filter, settings)) return *error;
    return filter->make(settings);
}

} // namespace hg
