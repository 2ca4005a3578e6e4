#pragma once

#include "core/lab/learned_run.h"
#include "ui/painters/cell_brush.h"

#include <array>

namespace hg {

/// The five pictures at the top of a learned filter, in the order of what is computed.
enum class LearnedPart { Input, Filter, Output, Wanted, Difference };
inline constexpr int learnedPartCount = 5;

/// Where everything of a learned filter stands at one size. Pictures stand side by side; those along a line
/// one below the other. Below them: three grids of one update, and the curve with the hidden filter.
struct LearnedLayout {
    LearnedLayout(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style,
                  bool showsInputGradient);

    const GridLayout& part(LearnedPart which) const { return parts[static_cast<std::size_t>(which)]; }
    const QRectF& head(LearnedPart which) const { return heads[static_cast<std::size_t>(which)]; }

    bool isLine = false;
    std::array<QRectF, learnedPartCount> heads; ///< of the titles
    std::array<GridLayout, learnedPartCount> parts;
    QRectF brace; ///< between the pictures and the update
    QRectF stepCard, curveCard;
    std::array<QRectF, 3> stepHeads;
    /// Filter, gradient, next filter; or difference, filter, gradient of the input.
    std::array<GridLayout, 3> steps;
    QRectF ramp, sum, notes; ///< below them
    QRectF curve, hiddenHead, hiddenNote;
    GridLayout found, hidden;

private:
    void placeParts(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style);
    void placeLines(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style);
    void placeSteps(const FilterFigure& figure, const PaintStyle& style, bool showsInputGradient);
    void placeCurve(const FilterFigure& figure, const PaintStyle& style);
};

} // namespace hg
