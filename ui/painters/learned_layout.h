#pragma once

#include "core/lab/learned_run.h"
#include "ui/painters/cell_brush.h"

#include <QStringList>

#include <array>

namespace hg {

/// The five pictures at the top of a learned filter, in the order of what is computed.
enum class LearnedPart { Input, Filter, Output, Wanted, Difference };
inline constexpr int learnedPartCount = 5;

bool isAlongALine(const FilterFigure& figure);
inline Shape kernelShape(const FilterFigure& figure)
{
    return {1, figure.task.kernel.h, figure.task.kernel.w};
}
std::array<Shape, learnedPartCount> shapesOfParts(const FilterFigure& figure);
/// Of filter, gradient and next filter; or of difference, filter and the input's gradient.
std::array<Shape, 3> shapesOfSteps(const FilterFigure& figure, bool showsInputGradient);

/// The longest texts of a run, for which an upright page has room.
struct LearnedWords {
    std::array<QString, learnedPartCount> notes; ///< below the titles of the pictures
    QString brace, explanation, hidden;
    QStringList sums; ///< what may stand in place of the sum
};

/// Where everything of a learned filter stands at one size. Pictures stand side by side; those along a line
/// one below the other. Below them: three grids of one update, and the curve with the hidden filter.
struct LearnedLayout {
    LearnedLayout(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style,
                  bool showsInputGradient);
    /// For a page that is held upright, as high as it needs: two pictures to a row, the update as a column.
    static LearnedLayout upright(const FilterFigure& figure, double width, const PaintStyle& style,
                                 bool showsInputGradient, const LearnedWords& words);

    const GridLayout& part(LearnedPart which) const { return parts[static_cast<std::size_t>(which)]; }
    const QRectF& head(LearnedPart which) const { return heads[static_cast<std::size_t>(which)]; }

    bool isLine = false, isUpright = false;
    double height = 0;                          ///< of all of it
    QRectF pictureCard;                         ///< around the pictures, upright
    std::array<QRectF, learnedPartCount> heads; ///< of the titles
    std::array<GridLayout, learnedPartCount> parts;
    std::array<QRectF, learnedPartCount - 1> signs; ///< between them; empty where none stands
    QRectF brace;                                   ///< between the pictures and the update
    QRectF stepCard, curveCard;
    std::array<QRectF, 3> stepHeads;
    /// Filter, gradient, next filter; or difference, filter, gradient of the input.
    std::array<GridLayout, 3> steps;
    std::array<QRectF, 2> stepSigns;
    QRectF ramp, sum, notes; ///< below them
    QRectF curve, hiddenHead, hiddenNote;
    GridLayout found, hidden;
    QRectF hiddenSign; ///< between both

private:
    LearnedLayout() = default;
    class Upright; ///< places it all from top to bottom
    void placeParts(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style);
    void placeLines(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style);
    void placeSteps(const FilterFigure& figure, const PaintStyle& style, bool showsInputGradient);
    void placeCurve(const FilterFigure& figure, const PaintStyle& style);
};

} // namespace hg
