#pragma once

#include "ui/labs/denoise/strength_curves.h"
#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

#include <memory>
#include <vector>

namespace hg {

inline constexpr int codesWithArrows = 80, codesOnMap = 2000; ///< of held-out pictures, from the first on

/// Codes of pictures, (n, 2), and where the noise moves them.
struct MovedCodes {
    std::shared_ptr<const std::vector<float>> cloud;
    std::vector<float> clean, noisy;
};

/// Codes (n, 2) of pictures by one denoiser of the case; empty while that is not there.
std::vector<float> codesBy(const DenoiseCase& subject, Denoiser whose, const SampleView& pictures,
                           Workers& workers);
/// `cloud` with what the noise of that strength makes of the codes of its first codesWithArrows pictures.
MovedCodes movedCodes(const DenoiseCase& subject, Denoiser whose,
                      std::shared_ptr<const std::vector<float>> cloud, double strength, Workers& workers);

/// How far codes are moved on average, as a share of how far the cloud lies from its middle, in a sentence;
/// an ellipsis where there are none.
QString movedText(const Texts& texts, Noise::Kind kind, double strength, const MovedCodes& moved);
/// From each clean code to the noisy one, in the colour of the picture's class.
void paintMovedCodes(QPainter& p, const MapFrame& frame, const MovedCodes& moved,
                     const std::vector<int>& labels, const PaintStyle& style);

} // namespace hg
