#pragma once

#include "core/conv/conv_axis.h"
#include "core/nn/layer_spec.h"
#include "ui/painters/paint_marks.h"

namespace hg {

/// The size formula of an axis, each number in its role's colour; the result as "?" where somebody is to
/// predict it.
std::vector<TextRun> formulaRuns(const ConvAxis& axis, bool isTransposed, const Theme& theme,
                                 bool isResultHidden = false);
/// f as it is written before a bracket: ReLU, tanh, σ. Empty for none.
QString activationName(Activation activation);

} // namespace hg
