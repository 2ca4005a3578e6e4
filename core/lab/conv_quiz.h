#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// What a predicted number shows about the one who predicts.
enum class Verdict {
    Right,
    ForgotPadding, ///< the window one would use without padding
    ForgotFlip,    ///< the filter turned, or not turned, the other way
    ForgotStride,  ///< the next window at stride 1
    ForgotBias,
    ForgotActivation,
    ForgotFloor,    ///< a size rounded up
    ForgotDilation, ///< a size or sum with the filter close together
    ForgotLastOne,  ///< a size without the + 1
    ForgotOutputPadding,
    SwappedSides, ///< columns before rows
    Wrong,
};

/// Judges a prediction of one output cell. Mistakes are told apart only where they lead to different numbers;
/// the first of the enumeration that explains the answer is given. Equal within 0.005: answers have two
/// decimals.
Verdict judgeValue(const ConvFigure& figure, OutputCell cell, double answer);
/// The same for the output's size along an axis. `outputPadding`: of a transposed one, already part of
/// `axis`.
Verdict judgeSize(const ConvAxis& axis, bool isTransposed, int answer, int outputPadding = 0);

struct SizeVerdict {
    Verdict rows = Verdict::Right, columns = Verdict::Right;
    bool isRight() const { return rows == Verdict::Right && columns == Verdict::Right; }
    bool operator==(const SizeVerdict&) const = default;
};
/// The same for both axes; along a line the answer has one row.
SizeVerdict judgeSizes(const ConvFigure& figure, Axes answer);

} // namespace hg
