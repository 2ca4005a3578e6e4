#include "ui/painters/learned_layout.h"
#include "ui/painters/upright_page.h"

#include <algorithm>

namespace hg {
namespace {

// In design pixels.
constexpr double between = 28, titleLine = 24, noteGap = 6, rowGap = 16;
constexpr double largestCell = 56, niceCell = 41, numberedCell = 34, // 34 has a decimal, 41 two
    besideSide = 210, besideGap = 14, strip = 20;                    // of a step with its title beside it
constexpr double stepSign = 32, leastHead = 62, rampHeight = 26, sumLine = 34, curveHeight = 230,
                 hiddenLine = 20;

} // namespace

class LearnedLayout::Upright : private UprightStack {
public:
    Upright(const FilterFigure& figure, double width, const PaintStyle& style, const LearnedWords& words)
        : UprightStack(width, style), m_figure(figure), m_words(words)
    {
        m_layout.isUpright = true;
        m_layout.isLine = isAlongALine(figure);
    }

    LearnedLayout placed(bool showsInputGradient)
    {
        m_layout.isLine ? placeLines() : placeParts();
        placeSteps(showsInputGradient);
        placeCurve();
        m_layout.height = m_layout.curveCard.bottom();
        return m_layout;
    }

private:
    double noteHeight(LearnedPart part, double width) const
    {
        return UprightStack::noteHeight(m_words.notes[static_cast<std::size_t>(part)], width);
    }
    GridLayout grid(double left, Shape shape, double cell) const
    {
        return {QRectF(left, m_y, shape.width * cell, shape.height * cell), shape.height, shape.width, cell};
    }
    /// A strip is higher than its cells are wide where they are small.
    GridLayout stripOf(Shape shape, double cell) const
    {
        GridLayout all = grid(m_left, shape, cell);
        all.box.setHeight(std::max(cell, px(strip)));
        return all;
    }
    double cellIn(double side, int cells) const { return std::min(px(largestCell), side / cells); }

    void placeParts();
    void placeRow(LearnedPart left, std::optional<LearnedPart> right);
    void placeLines();
    void placeSteps(bool showsInputGradient);
    void placeStep(std::size_t step, Shape shape);
    void placeRamp();
    void placeStepTexts(bool showsInputGradient);
    void placeCurve();
    void placeHidden();

    const FilterFigure& m_figure;
    const LearnedWords& m_words;
    LearnedLayout m_layout;
};

void LearnedLayout::Upright::placeParts()
{
    m_y = px(inset);
    placeRow(LearnedPart::Input, LearnedPart::Filter);
    placeRow(LearnedPart::Output, LearnedPart::Wanted);
    placeRow(LearnedPart::Difference, std::nullopt);
    m_y -= px(rowGap);
    m_layout.pictureCard = cardFrom(0);
}

/// Beside one that is alone stands what is done with it next.
void LearnedLayout::Upright::placeRow(LearnedPart left, std::optional<LearnedPart> right)
{
    const auto shapes = shapesOfParts(m_figure);
    const double half = (m_room - px(between)) / 2, second = m_left + half + px(between),
                 note = std::max(noteHeight(left, half), right ? noteHeight(*right, half) : 0.0),
                 head = px(titleLine) + note;
    const double top = m_y + head + px(noteGap);
    double bottom = top;
    const auto place = [&](LearnedPart part, double x) {
        const auto i = static_cast<std::size_t>(part);
        m_layout.heads[i] = QRectF(x, m_y, half, head);
        m_layout.parts[i] = fittedGrid(QRectF(x, top, half, half), shapes[i].height, shapes[i].width);
        m_layout.parts[i].box.moveLeft(x);
        bottom = std::max(bottom, m_layout.parts[i].box.bottom());
    };
    place(left, m_left);
    if (right) {
        place(*right, second);
        m_layout.signs[static_cast<std::size_t>(left)] =
            QRectF(m_left + half, top, px(between), bottom - top);
    } else {
        const double words = wrappedHeight(m_words.brace, half, m_style, 14, QFont::DemiBold);
        bottom = std::max(bottom, top + words);
        m_layout.brace = QRectF(second, top, half, bottom - top);
    }
    m_y = bottom + px(rowGap);
}

/// One below the other, with one scale of cells but for the filter, whose numbers are to be read.
void LearnedLayout::Upright::placeLines()
{
    const auto shapes = shapesOfParts(m_figure);
    int longest = 1;
    for (const Shape& shape : shapes)
        longest = std::max(longest, shape.width);
    m_y = px(inset);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto part = static_cast<LearnedPart>(i);
        const double cell = cellIn(m_room, part == LearnedPart::Filter ? shapes[i].width : longest);
        const double head = px(titleLine) + noteHeight(part, m_room);
        m_layout.heads[i] = QRectF(m_left, m_y, m_room, head);
        m_y += head + px(noteGap);
        m_layout.parts[i] = stripOf(shapes[i], cell);
        m_y = m_layout.parts[i].box.bottom() + px(rowGap);
    }
    const double words = wrappedHeight(m_words.brace, m_room, m_style, 14, QFont::DemiBold);
    m_layout.brace = QRectF(m_left, m_y, m_room, words);
    m_y += words;
    m_layout.pictureCard = cardFrom(0);
}

void LearnedLayout::Upright::placeSteps(bool showsInputGradient)
{
    const double from = m_y;
    const auto shapes = shapesOfSteps(m_figure, showsInputGradient);
    m_y += px(inset);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        placeStep(i, shapes[i]);
        if (i == 1 && !showsInputGradient) placeRamp();
        if (i == 2) break;
        m_layout.stepSigns[i] = QRectF(m_left, m_y, m_layout.steps[i].box.width(), px(stepSign));
        m_y += px(stepSign);
    }
    placeStepTexts(showsInputGradient);
    m_layout.stepCard = cardFrom(from);
}

/// Below the gradient.
void LearnedLayout::Upright::placeRamp()
{
    const double wide = std::min(m_room, std::max(m_layout.steps[1].box.width(), px(besideSide)));
    m_layout.ramp = QRectF(m_left, m_y + px(noteGap), wide, px(rampHeight));
    m_y = m_layout.ramp.bottom();
}

void LearnedLayout::Upright::placeStepTexts(bool showsInputGradient)
{
    m_y += px(noteGap);
    double sum = showsInputGradient ? 0 : px(sumLine);
    for (const QString& text : m_words.sums)
        sum = std::max(sum, wrappedHeight(text, m_room, m_style, 17, QFont::Bold));
    m_layout.sum = QRectF(m_left, m_y, m_room, showsInputGradient ? 0 : sum);
    m_y = m_layout.sum.bottom() + px(noteGap);
    m_layout.notes = QRectF(m_left, m_y, m_room, wrappedHeight(m_words.explanation, m_room, m_style, 15));
    m_y = m_layout.notes.bottom();
}

/// With its title beside it where that leaves room for numbers, else above it.
void LearnedLayout::Upright::placeStep(std::size_t step, Shape shape)
{
    const int longest = std::max(shape.height, shape.width);
    const double beside = cellIn(px(besideSide), longest), whole = cellIn(m_room, longest);
    const bool isAbove = m_layout.isLine || (beside < px(niceCell) && whole >= px(numberedCell));
    QRectF& head = m_layout.stepHeads[step];
    GridLayout& cells = m_layout.steps[step];
    if (isAbove) {
        head = QRectF(m_left, m_y, m_room, px(titleLine) + px(18));
        m_y = head.bottom() + px(noteGap);
        cells = m_layout.isLine ? stripOf(shape, cellIn(m_room, shape.width)) : grid(m_left, shape, whole);
    } else {
        cells = grid(m_left, shape, beside);
        const double x = cells.box.right() + px(besideGap);
        head = QRectF(x, m_y, m_left + m_room - x, std::max(px(leastHead), cells.box.height()));
    }
    m_y = std::max(head.bottom(), cells.box.bottom());
}

void LearnedLayout::Upright::placeCurve()
{
    const double from = m_y;
    m_y += px(inset);
    m_layout.curve = QRectF(m_left, m_y, m_room, px(curveHeight));
    m_y = m_layout.curve.bottom() + px(noteGap);
    const double head = wrappedHeight(m_words.hidden, m_room, m_style, 14, QFont::DemiBold);
    m_layout.hiddenHead = QRectF(m_left, m_y, m_room, head);
    m_y += head + px(noteGap);
    placeHidden();
    m_layout.curveCard = cardFrom(from);
    m_y -= px(gap);
}

/// Beside each other, or below each other where that makes room for numbers.
void LearnedLayout::Upright::placeHidden()
{
    const Shape kernel = kernelShape(m_figure);
    const int longest = std::max(kernel.height, kernel.width);
    const double half = (m_room - px(between)) / 2, beside = cellIn(half, longest),
                 whole = cellIn(m_room, longest);
    const bool isBelow = m_layout.isLine || (beside < px(niceCell) && whole >= px(numberedCell));
    m_layout.found = grid(m_left, kernel, isBelow ? whole : beside);
    const QRectF& found = m_layout.found.box;
    m_y = found.bottom();
    if (!m_figure.hidden) return;
    m_layout.hidden = m_layout.found;
    m_layout.hiddenSign = isBelow ? QRectF(m_left, m_y, found.width(), px(between))
                                  : QRectF(found.right(), found.top(), px(between), found.height());
    m_layout.hidden.box.moveTopLeft(isBelow ? m_layout.hiddenSign.bottomLeft()
                                            : m_layout.hiddenSign.topRight());
    m_y = m_layout.hidden.box.bottom() + px(4);
    m_layout.hiddenNote = QRectF(m_left, m_y, m_room, px(hiddenLine));
    m_y = m_layout.hiddenNote.bottom();
}

LearnedLayout LearnedLayout::upright(const FilterFigure& figure, double width, const PaintStyle& style,
                                     bool showsInputGradient, const LearnedWords& words)
{
    return Upright(figure, width, style, words).placed(showsInputGradient);
}

} // namespace hg
