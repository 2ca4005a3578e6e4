#pragma once

#include "core/lab/conv_scene.h"
#include "ui/painters/paint_marks.h"

namespace hg {

/// The size formula of an axis, each number in its role's colour; the result as "?" where somebody is to
/// predict it.
std::vector<TextRun> formulaRuns(const ConvAxis& axis, bool isTransposed, const Theme& theme,
                                 bool isResultHidden = false);
/// What a layer learns, (k·C + 1)·F or on a plane (k·k·C + 1)·F, each number in its role's colour.
std::vector<TextRun> counterRuns(const ConvScene& scene, const Theme& theme);
/// The same in words.
QString counterNote(const Texts& texts);
/// f as it is written before a bracket: ReLU, tanh, σ. Empty for none.
QString activationName(Activation activation);
/// Keras, PyTorch, NumPy, conv_arithmetic.
QString conventionName(Convention convention);

} // namespace hg
