#include "ui/painters/solve_layout.h"
#include "ui/painters/solve_painter.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

using Column = SolveColumn;
// In design pixels.
constexpr double gap = 12, inset = 12, formulaLine = 28, noteGap = 6, headLine = 20;
constexpr double numbersLine = 32, directHeight = 44, mirrorHeight = 60, blockGap = 6, markSide = 30,
                 largestCell = 18, besideCells = 16, emptyHeight = 40;
constexpr double callPixels = 13, usualPixels = 13.5; // of what a library is told, here and elsewhere
constexpr int mostRows = 8;                           // more of them go along with the one that is chosen

} // namespace

/// What a row's block holds, one below the other: the half that is looked for comes first.
void SolveLayout::placeBlock(const SolvedLayers& layers, const PaintStyle& style)
{
    const double x = style.px(inset), room = list.width() - 2 * x;
    double y = style.px(blockGap);
    const auto place = [&](QRectF& part, double high) {
        part = QRectF(x, y, room, style.px(high));
        y = part.bottom();
    };
    place(block.numbers, numbersLine);
    place(block.ends, cell / style.scale + besideCells);
    const bool isDecoderFirst = layers.setup.beginsWithDecoder, hasBoth = layers.setup.showsMirror;
    if (isDecoderFirst) place(block.mirror, mirrorHeight);
    if (hasBoth || !isDecoderFirst) place(block.direct, directHeight);
    if (hasBoth && !isDecoderFirst) place(block.mirror, mirrorHeight);
    row = y + style.px(blockGap);
}

/// The columns of both halves stand below each other.
void SolveLayout::placeUprightColumns(const SolvedLayers& layers, const PaintStyle& style)
{
    const Texts& texts = style.texts;
    const PaintMarks marks(style);
    text = callPixels / usualPixels;
    isBroken = true;
    placeEnds(layers);
    measure(layers, style);
    const double x = style.px(inset), room = list.width() - 2 * x;
    cell = std::min(style.px(largestCell), room / units(layers));
    const auto widest = [&](Column a, Column b) { return std::max(widthOf(a), widthOf(b)); };
    double labels = widest(Column::Padding, Column::Crop);
    for (const Column column : {Column::Padding, Column::Crop})
        labels =
            std::max(labels, marks.widthOf(columnHead(layers, column, texts), uprightNote, QFont::DemiBold));
    const double keras = widest(Column::Keras, Column::KerasMirror),
                 pytorch = widest(Column::Pytorch, Column::PytorchMirror),
                 spare = std::max(0.0, room - labels - keras - pytorch) / 2;
    for (const Column column : {Column::Padding, Column::Crop, Column::Ends})
        left(column) = x;
    for (const Column column : {Column::Keras, Column::KerasMirror})
        left(column) = x + labels + std::min(spare, style.px(20));
    for (const Column column : {Column::Pytorch, Column::PytorchMirror})
        left(column) = left(Column::Keras) + keras + std::min(spare, style.px(20));
    width(Column::Ends) = room;
    left(Column::Between) = x + room - style.px(markSide);
    if (has(Column::Between)) width(Column::Between) = style.px(markSide);
}

void SolveLayout::placeDetail(const PaintStyle& style, const SolveWords& words, int halves, double top)
{
    const double x = style.px(inset), room = list.width() - 2 * x;
    formulas = QRectF(x, top + style.px(inset + headLine + 4), room, style.px(formulaLine) * halves);
    double notes = 0;
    for (const QString& said : words.notes)
        notes = std::max(notes, wrappedHeight(said, room, style, uprightNote));
    if (notes > 0) notes += style.px(headLine); // of the advice above it
    note = QRectF(x, formulas.bottom() + style.px(noteGap), room, notes);
    detailCard = QRectF(0, top, list.width(), note.bottom() + style.px(inset) - top);
}

void SolveLayout::placeUprightCards(const SolvedLayers& layers, const PaintStyle& style,
                                    const SolveWords& words)
{
    const double x = style.px(inset), wide = list.width(), room = wide - 2 * x;
    const int count = static_cast<int>(layers.rows.size()), halves = layers.setup.showsMirror ? 2 : 1;
    const auto titleLines = wrappedRuns(words.title, room, titlePixels, style).size();
    title = QRectF(x, 0, room,
                   style.px(titleLine) * static_cast<double>(titleLines) +
                       wrappedHeight(words.counts, room, style, uprightNote));
    double y = title.bottom() + style.px(gap);
    if (count > 0) {
        placeDetail(style, words, halves, y);
        y = detailCard.bottom() + style.px(gap);
    }
    heads = QRectF(x, y + style.px(inset), room,
                   count > 0 ? style.px(directionLine) * halves + style.px(headLine) : 0);
    const double high = count > 0 ? std::min(count, mostRows) * row
                                  : wrappedHeight(words.nothing, room, style, 17, QFont::DemiBold) +
                                        style.px(emptyHeight - 2 * inset);
    list = QRectF(0, heads.bottom(), wide, high);
    card = QRectF(0, y, wide, list.bottom() + style.px(8) - y);
    legend = QRectF(x, card.bottom() + style.px(gap), room, solveLegendHeight(style));
    height = legend.bottom();
}

SolveLayout SolveLayout::upright(const SolvedLayers& layers, double width, const PaintStyle& style,
                                 const SolveWords& words)
{
    SolveLayout layout;
    layout.isUpright = true;
    layout.list = QRectF(0, 0, width, 0);
    layout.placeUprightColumns(layers, style);
    layout.placeBlock(layers, style);
    layout.placeUprightCards(layers, style, words);
    return layout;
}

} // namespace hg
