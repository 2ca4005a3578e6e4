#include "ui/painters/learned_layout.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double headHeight = 44, braceHeight = 34, cardMargin = 14, stepHead = 40, rampHeight = 30,
                 sumHeight = 32, notesHeight = 56, firstOperator = 58, secondOperator = 28;

GridLayout fitted(const QRectF& box, Shape shape)
{
    return fittedGrid(box, shape.height, shape.width);
}

} // namespace

bool isAlongALine(const FilterFigure& figure)
{
    return figure.task.input.shape.height == 1 && figure.task.kernel.h == 1;
}

std::array<Shape, learnedPartCount> shapesOfParts(const FilterFigure& figure)
{
    const Shape out = figure.layer.out;
    return {figure.task.input.shape, kernelShape(figure), out, out, out};
}

std::array<Shape, 3> shapesOfSteps(const FilterFigure& figure, bool showsInputGradient)
{
    const Shape kernel = kernelShape(figure);
    if (!showsInputGradient) return {kernel, kernel, kernel};
    return {figure.layer.out, kernel, figure.task.input.shape};
}

LearnedLayout::LearnedLayout(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style,
                             bool showsInputGradient)
{
    height = size.height();
    isLine = isAlongALine(figure);
    isLine ? placeLines(figure, size, style) : placeParts(figure, size, style);
    const double top = brace.bottom(), below = std::max(1.0, size.height() - top), between = style.px(12),
                 left = 0.61 * size.width() - between / 2;
    stepCard = QRectF(0, top, left, below);
    curveCard = QRectF(left + between, top, size.width() - left - between, below);
    placeSteps(figure, style, showsInputGradient);
    placeCurve(figure, style);
}

void LearnedLayout::placeParts(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style)
{
    const auto shapes = shapesOfParts(figure);
    const double leastGap = std::clamp(0.03 * size.width(), style.px(18), style.px(40)),
                 head = style.px(headHeight),
                 side = std::max(style.px(20),
                                 std::min((size.width() - 4 * leastGap) / 5, 0.42 * (size.height() - head))),
                 gap = (size.width() - 5 * side) / 4;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double x = static_cast<double>(i) * (side + gap);
        heads[i] = QRectF(x, 0, std::min(side + 0.8 * gap, size.width() - x), head);
        parts[i] = fitted(QRectF(x, head, side, side), shapes[i]);
        if (i > 0) signs[i - 1] = QRectF(x - gap, head, gap, side);
    }
    brace = QRectF(0, head + side, size.width(), style.px(braceHeight));
}

/// Titles at the left, strips with one scale of cells beside them.
void LearnedLayout::placeLines(const FilterFigure& figure, const QSizeF& size, const PaintStyle& style)
{
    const auto shapes = shapesOfParts(figure);
    int longest = 1;
    for (const Shape& shape : shapes)
        longest = std::max(longest, shape.width);
    const double names = std::min(style.px(190), 0.3 * size.width()),
                 row = std::min(style.px(42), 0.09 * size.height()),
                 cell = std::max(0.01, std::min((size.width() - names) / longest, 0.8 * row));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double y = static_cast<double>(i) * row;
        heads[i] = QRectF(0, y, names, row);
        parts[i] = {QRectF(names, y + (row - cell) / 2, cell * shapes[i].width, cell), 1, shapes[i].width,
                    cell};
    }
    brace = QRectF(0, 5 * row, size.width(), style.px(braceHeight));
}

void LearnedLayout::placeSteps(const FilterFigure& figure, const PaintStyle& style, bool showsInputGradient)
{
    const std::array shapes = shapesOfSteps(figure, showsInputGradient);
    const double margin = style.px(cardMargin), first = style.px(firstOperator),
                 second = style.px(secondOperator), head = style.px(stepHead);
    const QRectF inner = stepCard.adjusted(margin, 0.7 * margin, -margin, -0.5 * margin);
    const double below = style.px(rampHeight + sumHeight + notesHeight),
                 wide = (inner.width() - first - second) / 3,
                 high = inner.height() - head - below, // a line is as wide as there is room
        side = std::max(style.px(12), isLine ? wide : std::min(wide, high));
    // Room that is left below is shared with what is above.
    const double spare = std::clamp(0.4 * (high - (isLine ? 0 : side)), 0.0, style.px(40)),
                 y0 = inner.top() + spare;
    const std::array lefts{inner.left(), inner.left() + side + first,
                           inner.left() + 2 * side + first + second};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        stepHeads[i] = QRectF(lefts[i], y0, std::min(side + 0.8 * second, inner.right() - lefts[i]), head);
        steps[i] = fitted(QRectF(lefts[i], y0 + head, side, std::min(side, std::max(style.px(12), high))),
                          shapes[i]);
    }
    for (std::size_t i = 0; i < stepSigns.size(); ++i) {
        const QRectF &before = steps[i].box, &after = steps[i + 1].box;
        stepSigns[i] = QRectF(before.right() + style.px(3), before.top(),
                              after.left() - before.right() - 2 * style.px(3),
                              std::max(before.height(), after.height()));
    }
    double bottom = y0 + head;
    for (const GridLayout& grid : steps)
        bottom = std::max(bottom, grid.box.bottom());
    ramp = QRectF(lefts[1], bottom + style.px(6), inner.right() - lefts[1], style.px(rampHeight - 8));
    sum = QRectF(inner.left(), bottom + style.px(rampHeight), inner.width(), style.px(sumHeight));
    notes = QRectF(inner.left(), sum.bottom(), inner.width(), std::max(0.0, inner.bottom() - sum.bottom()));
}

void LearnedLayout::placeCurve(const FilterFigure& figure, const PaintStyle& style)
{
    const double margin = style.px(cardMargin), title = style.px(20);
    const QRectF inner = curveCard.adjusted(margin, 0.7 * margin, -margin, -0.7 * margin);
    const double block = std::clamp(0.4 * inner.height(), style.px(50), style.px(190));
    curve = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - block - style.px(6));
    hiddenHead = QRectF(inner.left(), inner.bottom() - block, inner.width(), title);
    const double top = hiddenHead.bottom() + style.px(2), between = style.px(22),
                 room = inner.bottom() - top - style.px(18), wide = (inner.width() - between) / 2,
                 side = std::max(style.px(10), isLine ? wide : std::min(room, wide));
    const Shape kernel = kernelShape(figure);
    found = fitted(QRectF(inner.left(), top, side, std::min(side, room)), kernel);
    hidden = fitted(QRectF(inner.left() + side + between, top, side, std::min(side, room)), kernel);
    hiddenSign =
        QRectF(found.box.right(), found.box.top(), hidden.box.left() - found.box.right(), found.box.height());
    hiddenNote = QRectF(inner.left(), inner.bottom() - style.px(18), inner.width(), style.px(18));
}

} // namespace hg
