#include "core/audio/spectrogram.h"

#include "core/audio/fourier.h"
#include "core/audio/spectrum.h"

#include <bit>
#include <numeric>
#include <optional>

namespace hg {
namespace {

constexpr int leastWindow = 16, greatestWindow = 32768;

std::optional<Error> check(const SpectrogramOptions& o, std::size_t samples)
{
    const auto window = static_cast<unsigned>(o.window);
    if (o.window < leastWindow || o.window > greatestWindow || !std::has_single_bit(window))
        return Error{ErrorCode::BadValue, "window", {leastWindow, greatestWindow}, std::to_string(o.window)};
    if (o.hop < 1 || o.hop > o.window)
        return Error{ErrorCode::BadValue, "hop", {1, double(o.window)}, std::to_string(o.hop)};
    if (o.mostFrames < 1) return Error{ErrorCode::BadValue, "frames", {1}, std::to_string(o.mostFrames)};
    if (samples < window) return Error{ErrorCode::TooFewSamples, {}, {double(samples), double(o.window)}};
    return std::nullopt;
}

} // namespace

Result<Spectrogram> spectrogramOf(std::span<const float> signal, double rateHz,
                                  const SpectrogramOptions& options)
{
    if (auto error = check(options, signal.size())) return *error;
    const auto n = static_cast<std::size_t>(options.window),
               most = static_cast<std::size_t>(options.mostFrames);
    const std::size_t room = signal.size() - n, hopAsked = static_cast<std::size_t>(options.hop);
    const std::size_t hop = hopAsked * (room / hopAsked / most + 1);
    const std::size_t frames = room / hop + 1, bins = Fourier::binsOf(n);
    Spectrogram result{.bins = static_cast<int>(bins),
                       .frames = static_cast<int>(frames),
                       .hzPerBin = rateHz / static_cast<double>(n),
                       .secondsPerFrame = static_cast<double>(hop) / rateHz,
                       .firstSecond = static_cast<double>(n) / 2 / rateHz,
                       .decibels = std::vector<float>(bins * frames)};
    const std::vector<double> weights = hannWindow(options.window);
    const double fullScale = std::accumulate(weights.begin(), weights.end(), 0.0) / 2;
    std::vector<double> part(n);
    std::vector<std::complex<double>> bin(bins);
    Fourier fourier;
    for (std::size_t f = 0; f < frames; ++f) {
        for (std::size_t i = 0; i < n; ++i)
            part[i] = weights[i] * static_cast<double>(signal[f * hop + i]);
        fourier.forward(part, bin);
        for (std::size_t k = 0; k < bins; ++k)
            result.decibels[k * frames + f] =
                static_cast<float>(decibels(std::abs(bin[k]) / fullScale, options.floorDb));
    }
    return result;
}

} // namespace hg
