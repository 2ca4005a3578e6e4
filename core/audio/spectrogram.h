#pragma once

#include "core/util/result.h"

#include <span>
#include <vector>

namespace hg {

struct SpectrogramOptions {
    int window = 256; ///< samples, a power of two from 16 to 32768
    int hop = 128;    ///< samples from one frame to the next
    double floorDb = -80;
    int mostFrames = 4096; ///< for longer signals the hop is multiplied until no more are needed
};

/// Loudness over frequency and time, 20·log10 of the magnitude in each window, a full-scale sine being 0 dB.
struct Spectrogram {
    int bins = 0;   ///< rows, from 0 Hz up: window/2 + 1
    int frames = 0; ///< columns
    double hzPerBin = 1;
    double secondsPerFrame = 1;
    double firstSecond = 0;      ///< the middle of the first window
    std::vector<float> decibels; ///< (bins, frames), floorDb … 0 or a little above

    float at(int bin, int frame) const
    {
        return decibels[static_cast<std::size_t>(bin) * static_cast<std::size_t>(frames) +
                        static_cast<std::size_t>(frame)];
    }
    double hz(double bin) const { return bin * hzPerBin; }
    double seconds(double frame) const { return firstSecond + frame * secondsPerFrame; }
};

/// Windows (Hann, periodic) at every hop, as many as lie inside the signal wholly; no padding. Errors:
/// BadValue (window or hop), TooFewSamples for a signal shorter than the window. Cost: O(frames · window ·
/// log window).
Result<Spectrogram> spectrogramOf(std::span<const float> signal, double rateHz,
                                  const SpectrogramOptions& options = {});

} // namespace hg
