#include "ui/painters/solve_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <vector>

namespace hg {
namespace {

using Column = SolveColumn;
constexpr double titleHeight = 46, headHeight = 62, rowLeast = 34, rowMost = 52, formulaHeight = 38,
                 noteHeight = 42, narrowNoteHeight = 58, legendHeight = 28, largestCell = 18, leastCell = 5,
                 dots = 1.4, columnGap = 16, narrowGap = 9, narrowWidth = 760, barRoom = 14,
                 betweenWidth = 30, boxPadding = 16, leastText = 0.62, textStep = 0.04;
constexpr int endCells = 2, mostWhole = 5; // an input of so many cells is drawn whole

double textWidth(const PaintStyle& style, const QString& text, double pixels, QFont::Weight weight)
{
    return QFontMetricsF(style.font(pixels, weight)).horizontalAdvance(text);
}

bool isMirror(Column column)
{
    return column == Column::Crop || column == Column::KerasMirror || column == Column::PytorchMirror;
}

QString byHand(const GeometrySolution& row, Column column, const Texts& texts)
{
    switch (column) {
    case Column::Keras:
        return texts.say("Solve", "pad first");
    case Column::Pytorch:
        return texts.say("Solve", "F.pad first");
    default:
        break;
    }
    return row.mirror.padAfter < 0 ? texts.say("Solve", "pad after") : texts.say("Solve", "crop after");
}

const LayerCall& callOf(const GeometrySolution& row, Column column)
{
    switch (column) {
    case Column::Keras:
        return row.keras;
    case Column::Pytorch:
        return row.pytorch;
    case Column::KerasMirror:
        return row.kerasMirror;
    default:
        break;
    }
    return row.pytorchMirror;
}

} // namespace

CallText callText(const GeometrySolution& row, Column column, const Texts& texts)
{
    const LayerCall& call = callOf(row, column);
    QStringList lines;
    switch (call.kind) {
    case LayerCall::Kind::Same:
        lines << QStringLiteral("same");
        break;
    case LayerCall::Kind::Valid:
        lines << QStringLiteral("valid");
        break;
    case LayerCall::Kind::Padding:
        lines << texts.say("Solve", "padding %1").arg(call.padding);
        break;
    case LayerCall::Kind::ByHand:
        return {{byHand(row, column, texts)}, false};
    case LayerCall::Kind::Refused:
        return {{texts.say("Solve", "not possible")}, false};
    }
    if (call.outputPadding) lines << texts.say("Solve", "output padding %1").arg(*call.outputPadding);
    return {lines};
}

QString columnHead(const SolvedLayers& layers, Column column, const Texts& texts)
{
    switch (column) {
    case Column::Size:
        return texts.say("Solve", "size");
    case Column::Stride:
        return texts.say("Solve", "stride");
    case Column::Ends:
        return layers.setup.beginsWithDecoder ? texts.say("Solve", "ends of the output")
                                              : texts.say("Solve", "ends of the input");
    case Column::Padding:
        return texts.say("Solve", "padding");
    case Column::Crop:
        return texts.say("Solve", "crop");
    case Column::Keras:
    case Column::KerasMirror:
        return QStringLiteral("Keras");
    case Column::Pytorch:
    case Column::PytorchMirror:
        return QStringLiteral("PyTorch");
    case Column::Between:
        break;
    }
    return {};
}

SolveLayout::SolveLayout(const SolvedLayers& layers, const QSizeF& size, const PaintStyle& style,
                         bool hasLegend)
{
    height = size.height();
    placeParts(layers, size, style, hasLegend);
    placeColumns(layers, style);
}

void SolveLayout::placeParts(const SolvedLayers& layers, const QSizeF& size, const PaintStyle& style,
                             bool hasLegend)
{
    const double wide = size.width(),
                 noteHigh = style.px(wide < style.px(narrowWidth) ? narrowNoteHeight : noteHeight),
                 below = style.px(formulaHeight) + noteHigh + (hasLegend ? style.px(legendHeight) : 0.0);
    title = QRectF(0, 0, wide, style.px(titleHeight));
    const double room =
        std::max(style.px(2 * rowLeast), size.height() - title.height() - style.px(headHeight + 8) - below);
    const int count = std::max(1, static_cast<int>(layers.rows.size()));
    row = std::clamp(room / count, style.px(rowLeast), style.px(rowMost));
    const double high = std::min(room, layers.rows.empty() ? style.px(4 * rowLeast) : row * count);
    heads = QRectF(0, title.bottom(), wide, style.px(headHeight));
    const bool isScrolled = row * count > high + 0.5;
    list = QRectF(0, heads.bottom(), wide - (isScrolled ? style.px(barRoom) : 0.0), high);
    card = QRectF(0, heads.top(), wide, heads.height() + high + style.px(8));
    formulas = QRectF(0, card.bottom(), wide, style.px(formulaHeight));
    note = QRectF(0, formulas.bottom(), wide, noteHigh);
    legend = QRectF(0, note.bottom(), wide, hasLegend ? style.px(legendHeight) : 0);
}

double SolveLayout::gapPixels(const PaintStyle& style) const
{
    return style.px(isBroken ? narrowGap : columnGap) * text;
}

double SolveLayout::units(const SolvedLayers& layers) const
{
    int most = 0;
    for (const GeometrySolution& r : layers.rows)
        most = std::max(most, r.direct.padAfter);
    const int inside = layers.directSizes().from;
    return before + most + (seen > 0 ? 2 * seen + dots : inside);
}

double SolveLayout::measure(const SolvedLayers& layers, const PaintStyle& style)
{
    const auto widest = [&](Column column, double pixels, const auto& textsOf) {
        double most =
            textWidth(style, columnHead(layers, column, style.texts), headPixels(), QFont::DemiBold);
        for (const GeometrySolution& r : layers.rows)
            for (const QString& line : textsOf(r))
                most = std::max(most, textWidth(style, line, pixels * text, QFont::Bold));
        return most;
    };
    const auto calls = [&](Column column) {
        double most =
            textWidth(style, columnHead(layers, column, style.texts), headPixels(), QFont::DemiBold);
        for (const GeometrySolution& r : layers.rows) {
            const CallText call = callText(r, column, style.texts);
            const QStringList lines =
                isBroken ? call.lines : QStringList{call.lines.join(QStringLiteral(", "))};
            for (const QString& line : lines)
                most = std::max(most, textWidth(style, line, 13.5 * text, QFont::DemiBold) +
                                          style.px(call.isBox ? boxPadding : 0) * text);
        }
        return most;
    };
    const Texts& texts = style.texts;
    width(Column::Size) = widest(Column::Size, 20, [&](const GeometrySolution& r) {
        QStringList all{QString::number(r.direct.kernel)};
        return all;
    });
    if (layers.hasDilations)
        width(Column::Size) =
            std::max(width(Column::Size),
                     textWidth(style, texts.say("Solve", "dilation %1").arg(8), 11.5 * text, QFont::Normal));
    width(Column::Stride) = layers.commonStride || layers.rows.empty()
                                ? 0
                                : widest(Column::Stride, 16, [](const GeometrySolution&) {
                                      return QStringList{QStringLiteral("8")};
                                  });
    width(Column::Padding) = widest(Column::Padding, 15, [](const GeometrySolution& r) {
        return QStringList{QStringLiteral("%1 + %2").arg(r.direct.padBefore).arg(r.direct.padAfter)};
    });
    width(Column::Crop) = std::max(
        widest(Column::Crop, 15,
               [](const GeometrySolution& r) {
                   return QStringList{
                       QStringLiteral("%1 + %2").arg(r.mirror.padBefore).arg(std::max(0, r.mirror.padAfter))};
               }),
        textWidth(style, texts.say("Solve", "uneven"), 12 * text, QFont::Bold));
    for (const Column column : {Column::Keras, Column::Pytorch, Column::KerasMirror, Column::PytorchMirror})
        width(column) = calls(column);
    width(Column::Between) = style.px(betweenWidth) * text;
    const bool isDecoderFirst = layers.setup.beginsWithDecoder;
    for (int i = 0; i < solveColumnCount && !layers.setup.showsMirror; ++i) {
        const auto column = static_cast<Column>(i);
        const bool isShared = column == Column::Size || column == Column::Stride || column == Column::Ends;
        if (column == Column::Between || (!isShared && isMirror(column) != isDecoderFirst)) width(column) = 0;
    }
    double sum = 0;
    int count = 0;
    for (const double w : m_widths) {
        sum += w;
        count += w > 0;
    }
    return sum + (count + 4) * gapPixels(style);
}

void SolveLayout::placeEnds(const SolvedLayers& layers)
{
    for (const GeometrySolution& r : layers.rows)
        before = std::max(before, r.direct.padBefore);
    seen = layers.directSizes().from > mostWhole ? endCells : 0;
}

void SolveLayout::placeColumns(const SolvedLayers& layers, const PaintStyle& style)
{
    placeEnds(layers);
    const double count = units(layers);
    double needed = 0;
    const auto fits = [&](double cellPixels) {
        width(Column::Ends) = 0;
        needed = measure(layers, style);
        return needed + count * style.px(cellPixels) <= list.width();
    };
    const double niceCell = std::clamp(150 / count, leastCell, largestCell);
    for (text = 1; text > leastText; text -= textStep) {
        isBroken = false;
        if (fits(niceCell)) break;
        isBroken = true;
        if (fits(std::max(leastCell, 0.7 * niceCell))) break;
    }
    cell = std::clamp((list.width() - needed) / count, style.px(leastCell), style.px(largestCell));
    cell = std::min(cell, 0.45 * row);
    const double head =
        textWidth(style, columnHead(layers, Column::Ends, style.texts), headPixels(), QFont::DemiBold);
    width(Column::Ends) = std::max(count * cell, std::min(head, list.width() - needed));
    const int columns = static_cast<int>(std::ranges::count_if(m_widths, [](double w) { return w > 0; }));
    const double gap = gapPixels(style),
                 spare = std::max(0.0, list.width() - needed - width(Column::Ends) - gap) / (columns + 1);
    order(layers, gap + std::min(spare, style.px(60)), std::max(gap, style.px(12)));
}

/// The half that is looked for comes first.
void SolveLayout::order(const SolvedLayers& layers, double gap, double from)
{
    std::vector<Column> columns{Column::Size, Column::Stride, Column::Ends};
    const std::array direct{Column::Padding, Column::Keras, Column::Pytorch},
        mirror{Column::Crop, Column::KerasMirror, Column::PytorchMirror};
    const bool isDecoderFirst = layers.setup.beginsWithDecoder;
    const auto add = [&](const auto& half) { columns.insert(columns.end(), half.begin(), half.end()); };
    add(isDecoderFirst ? mirror : direct);
    columns.push_back(Column::Between);
    add(isDecoderFirst ? direct : mirror);
    for (const Column column : columns) {
        if (!has(column)) continue;
        left(column) = from;
        if (column == Column::Between) seam = from + widthOf(column) / 2;
        from += widthOf(column) + gap;
    }
}

QRectF SolveLayout::columnBox(Column column, const QRectF& beside) const
{
    return {m_lefts[static_cast<std::size_t>(column)], beside.top(), widthOf(column), beside.height()};
}

bool SolveLayout::isDrawn(const ConvAxis& direct, int place) const
{
    return seen == 0 || place < seen || place >= direct.input - seen;
}

double SolveLayout::dotsX() const
{
    return m_lefts[static_cast<std::size_t>(Column::Ends)] + (before + seen + dots / 2) * cell;
}

double SolveLayout::placeX(const ConvAxis& direct, int place) const
{
    const double first = m_lefts[static_cast<std::size_t>(Column::Ends)];
    if (seen == 0 || place < seen) return first + (before + place) * cell;
    if (!isDrawn(direct, place)) return dotsX();
    return first + (before + 2 * seen + dots + place - direct.input) * cell;
}

QRectF SolveLayout::rowBox(int index, double scroll) const
{
    return {list.left(), list.top() + index * row - scroll, list.width(), row};
}

double SolveLayout::mostScroll(int rows) const
{
    return std::max(0.0, rows * row - list.height());
}

} // namespace hg
