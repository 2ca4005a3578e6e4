#pragma once

#include "core/eval/denoisers.h"
#include "core/lab/denoise_state.h"
#include "ui/theme/paint_style.h"

#include <QStringList>

#include <array>

namespace hg {

// What the denoising lab calls its things, in the language of the texts, or of the window where there are
// none.

/// The kinds that the lab offers, in this order.
inline constexpr std::array noiseChoices{Noise::Kind::Gaussian, Noise::Kind::SaltAndPepper, Noise::Kind::Mask,
                                         Noise::Kind::Block, Noise::Kind::Blur};
QStringList noiseNames();
int noiseRow(Noise::Kind kind);
/// What the strength of the kind is, to be translated in the context "Denoise": "noise σ", for one.
const char* strengthName(Noise::Kind kind);
/// "σ 0.5", "10 % of the pixels", "side 8".
QString strengthText(const Texts& texts, Noise::Kind kind, double strength);

/// "σ 0.5 · 5,000 pictures": what figures are of.
QString measuredText(const Texts& texts, Noise::Kind kind, double strength, int pictures);

QString rowName(const Texts& texts, DenoiseRow row);
QColor rowColour(DenoiseRow row, const Theme& theme);
Qt::PenStyle rowLine(DenoiseRow row);
/// "learnt clean digits", "16 components".
QString rowNote(const Texts& texts, DenoiseRow row, const DenoiseSetup& setup);

QString denoiseExampleName(const char* id);
/// What is to be seen there, in a sentence.
QString denoiseExampleText(const char* id);

} // namespace hg
