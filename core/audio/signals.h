#pragma once

#include "core/util/result.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hg {

enum class SignalKind { Step, Impulse, Sine, Square, Chirp, Noise, Blip };

/// What a synthetic signal is a sum of. Times are seconds from the start of the signal.
struct SignalPart {
    SignalKind kind = SignalKind::Sine;
    double amplitude = 1;
    double hz = 440;       ///< Sine, Square, Blip; where a Chirp begins
    double endHz = 4000;   ///< where a Chirp ends
    double start = 0;      ///< when a Step rises, an Impulse stands, a Blip begins
    double seconds = 0.01; ///< the length of a Blip
    std::uint64_t seed = 1;
    bool operator==(const SignalPart&) const = default;
};

/// A synthetic signal: as long as `frames`, a mixture of its parts.
struct Signal {
    int rateHz = 8000;
    int frames = 8000;
    std::vector<SignalPart> parts;
    bool operator==(const Signal&) const = default;
};

/// A row of the table of kinds; the flags name the numbers of a part that it uses beside the amplitude.
struct SignalKindRow {
    SignalKind kind;
    const char* id;
    bool hasHz = false;
    bool hasEndHz = false;
    bool hasStart = false;
    bool hasSeconds = false;
    bool hasSeed = false;
};
std::span<const SignalKindRow> signalKinds();

/// The samples. A step is 0 before its start and 1 from then on; an impulse is one sample of 1; a sine begins
/// at 0 rising; a square is the sine's sign (1 where that is 0), not band-limited; a chirp's frequency goes
/// evenly from hz to endHz over the whole signal; noise is uniform in −1 … 1; a blip is a sine under a Hann
/// window. Frequencies above half the rate alias, on purpose. The same signal gives the same samples on every
/// machine. Errors: BadValue (rate 1 … 10⁶, frames 1 … 10⁷, a number that is not finite or beyond ±10⁶).
Result<std::vector<float>> synthesise(const Signal& signal);

/// Sample i of a blip of n samples, hz cycles a second: sin(2π·hz·i/rate) under the Hann window ½ −
/// ½·cos(2π·(i + ½)/n).
double blipSample(int i, int n, double hz, double rateHz);

} // namespace hg
