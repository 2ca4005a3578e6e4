#include "core/audio/signals.h"

#include "core/util/rng.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace hg {
namespace {

constexpr double mostFrames = 1e7;
constexpr double turn = 2 * std::numbers::pi;
constexpr std::uint32_t noisePurpose = 0x6E6F6973; // keeps its numbers apart from other streams

/// One part's samples.
class PartWave {
public:
    PartWave(const SignalPart& part, const Signal& signal)
        : m_part(part)
        , m_signal(signal)
        , m_noise(part.seed, noisePurpose)
        , m_start(framesOf(part.start, -mostFrames))
        , m_blipLength(framesOf(part.seconds, 1))
    {}

    double at(int i) const
    {
        switch (m_part.kind) {
        case SignalKind::Step:
            return i >= m_start ? 1 : 0;
        case SignalKind::Impulse:
            return i == m_start ? 1 : 0;
        case SignalKind::Sine:
            return std::sin(turn * cycles(i));
        case SignalKind::Square:
            return cycles(i) < 0.5 ? 1 : -1;
        case SignalKind::Chirp:
            return std::sin(turn * chirpCycles(i));
        case SignalKind::Noise:
            return 2 * m_noise.uniform(static_cast<std::uint64_t>(i)) - 1;
        case SignalKind::Blip:
            return blip(i - m_start);
        }
        return 0;
    }

private:
    int framesOf(double seconds, double least) const
    {
        return static_cast<int>(std::lround(std::clamp(seconds * m_signal.rateHz, least, mostFrames)));
    }

    /// The fraction of a cycle that has passed, so that long signals do not lose digits.
    double cycles(int i) const
    {
        const double passed = m_part.hz * i / m_signal.rateHz;
        return passed - std::floor(passed);
    }

    /// ∫ f dt for f from hz at 0 to endHz at the end.
    double chirpCycles(int i) const
    {
        const double t = static_cast<double>(i) / m_signal.rateHz,
                     whole = static_cast<double>(m_signal.frames) / m_signal.rateHz;
        const double passed = m_part.hz * t + (m_part.endHz - m_part.hz) * t * t / (2 * whole);
        return passed - std::floor(passed);
    }

    double blip(int i) const
    {
        return i < 0 || i >= m_blipLength ? 0 : blipSample(i, m_blipLength, m_part.hz, m_signal.rateHz);
    }

    const SignalPart& m_part;
    const Signal& m_signal;
    Random m_noise;
    int m_start;
    int m_blipLength;
};

std::optional<Error> check(const char* name, double value, double least, double greatest)
{
    if (value >= least && value <= greatest) return std::nullopt; // false for NaN
    return Error{ErrorCode::BadValue, name, {least, greatest}, std::to_string(value)};
}

std::optional<Error> check(const Signal& signal)
{
    constexpr double most = 1e6;
    if (auto error = check("rate", signal.rateHz, 1, most)) return error;
    if (auto error = check("frames", signal.frames, 1, mostFrames)) return error;
    for (const SignalPart& part : signal.parts) {
        const std::pair<const char*, double> numbers[] = {{"amplitude", part.amplitude},
                                                          {"frequency", part.hz},
                                                          {"frequency", part.endHz},
                                                          {"start", part.start},
                                                          {"length", part.seconds}};
        for (const auto& [name, value] : numbers)
            if (auto error = check(name, value, -most, most)) return error;
    }
    return std::nullopt;
}

} // namespace

std::span<const SignalKindRow> signalKinds()
{
    static constexpr std::array<SignalKindRow, 7> rows{{
        {.kind = SignalKind::Step, .id = "step", .hasStart = true},
        {.kind = SignalKind::Impulse, .id = "impulse", .hasStart = true},
        {.kind = SignalKind::Sine, .id = "sine", .hasHz = true},
        {.kind = SignalKind::Square, .id = "square", .hasHz = true},
        {.kind = SignalKind::Chirp, .id = "chirp", .hasHz = true, .hasEndHz = true},
        {.kind = SignalKind::Noise, .id = "noise", .hasSeed = true},
        {.kind = SignalKind::Blip, .id = "blip", .hasHz = true, .hasStart = true, .hasSeconds = true},
    }};
    return rows;
}

Result<std::vector<float>> synthesise(const Signal& signal)
{
    if (auto error = check(signal)) return *error;
    std::vector<double> sum(static_cast<std::size_t>(signal.frames));
    for (const SignalPart& part : signal.parts) {
        const PartWave wave(part, signal);
        for (int i = 0; i < signal.frames; ++i)
            sum[static_cast<std::size_t>(i)] += part.amplitude * wave.at(i);
    }
    return std::vector<float>(sum.begin(), sum.end());
}

double blipSample(int i, int n, double hz, double rateHz)
{
    return std::sin(turn * hz * i / rateHz) * (0.5 - 0.5 * std::cos(turn * (i + 0.5) / n));
}

} // namespace hg
