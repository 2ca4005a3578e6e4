#pragma once

#include "ui/labs/denoise/strength_curves.h"

#include <array>
#include <vector>

namespace hg {

/// Held-out pictures in a row each: as they were, spoilt, and as each denoiser restores them.
struct DenoisedPictures {
    int first = 0, count = 0;
    std::array<std::vector<float>, denoiseRowCount> pixels; ///< (count, features); empty: not there
    std::array<std::vector<int>, denoiseRowCount> read;     ///< by most classifiers; empty without them
};

/// The pictures from `first` on, as the case restores them, with the noise that they have in its figures.
DenoisedPictures denoisedPictures(const DenoiseCase& subject, double strength, int first, int count,
                                  Workers& workers);

/// Values of one black pixel under much the same noise as the pictures have, before and after clipping to
/// 0 … 1.
struct BlackPixel {
    static constexpr int bins = 48;
    static constexpr double from = -1.5, to = 1.5;
    std::array<int, bins> before{}, after{}; ///< draws; those beyond the ends are in the last bins
    double meanBefore = 0, meanAfter = 0;
};
/// Nothing for noise that does not treat each pixel by itself.
std::optional<BlackPixel> blackPixelUnder(const Noise& noise);

/// All of a denoising that a file shows: kept as it is when the lab goes on.
struct DenoiseScene {
    DenoiseCase subject;
    int first = 0;
    std::vector<std::optional<AllFigures>> points; ///< by step of the strength; empty: not measured
};

} // namespace hg
