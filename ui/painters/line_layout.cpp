#include "ui/painters/line_layout.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 10, gap = 10, titleHeight = 30, tickHeight = 20, axisWidth = 46, largestCell = 72;
constexpr int mostCells = 24; // columns; with more the picture is one of stems

/// The step 1, 2 or 5 times a power of ten that divides `span` into about four.
double roundStep(double span)
{
    const double raw = span / 4, power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power * 1.0001) return factor * power;
    return 10 * power;
}

void takeColumns(LineLayout& l, const ConvFigure& figure)
{
    l.isTransposed = figure.scene.isTransposed;
    l.axis = l.isTransposed ? uncropped(figure.geometry.w) : figure.geometry.w;
    l.stride = l.axis.stride;
    l.first = std::min(0, -l.axis.padBefore); // less than none: a twin's crop
    l.columns = l.axis.input + std::max(0, l.axis.padAfter) - l.first;
}

/// Rows of `count` parts between `top` and `bottom`, `space` apart.
std::vector<QRectF> rowsOf(double left, double right, double top, double bottom, int count, double space)
{
    std::vector<QRectF> rows;
    const double height = (bottom - top - space * (count - 1)) / count;
    for (int i = 0; i < count; ++i)
        rows.emplace_back(left, top + i * (height + space), right - left, height);
    return rows;
}

/// Lanes of the input card: a row of numbers for each channel, and the filter under it.
void layOutForward(LineLayout& l, const QRectF& area, int channels, double px)
{
    const double ticks = l.hasCells ? 0 : tickHeight * px;
    const auto lanes = rowsOf(area.left(), area.right(), area.top(), area.bottom() - ticks, channels, 8 * px);
    for (const QRectF& lane : lanes) {
        const double share = l.hasCells ? 0.54 : 0.74,
                     most = l.hasCells ? std::min(l.cell, lane.height() * share) : lane.height() * share,
                     filter = l.hasCells ? std::min(l.cell * 0.8, lane.height() * 0.40)
                                         : std::min(lane.height() * 0.22, 44 * px);
        const double spare = l.hasCells ? std::max(0.0, lane.height() - most - filter - 6 * px) / 2 : 0;
        l.inputRows.emplace_back(lane.left(), lane.top() + spare, lane.width(),
                                 l.hasCells ? most : lane.height() - filter - 6 * px);
        l.filterRows.emplace_back(lane.left(), l.inputRows.back().bottom() + ticks + 6 * px, lane.width(),
                                  filter);
        if (!l.hasCells && channels > 1) l.filterRows.back().moveTop(l.inputRows.back().bottom() + 6 * px);
    }
}

/// As many rows for stamps as keep neighbours apart; one, for the stamp at work, where that is too many.
void layOutTransposed(LineLayout& l, const QRectF& area, int channels, int inputs, double px)
{
    const double ticks = l.hasCells ? 0 : tickHeight * px, share = l.hasCells ? 0.3 : 0.48;
    const double wanted = std::min(area.height() * share, l.hasCells ? l.cell * channels : 1e9);
    l.inputRows = rowsOf(area.left(), area.right(), area.top(), area.top() + wanted, channels, 4 * px);
    const double top = area.top() + wanted + ticks + 8 * px, room = area.bottom() - top;
    const int apart = (l.extent() + l.stride - 1) / l.axis.stride, fit = static_cast<int>(room / (30 * px)),
              most = std::min(inputs, fit);
    const int count = !l.hasCells || apart > most ? 1 : std::min(most, std::max(apart, 4));
    const double height = l.hasCells ? std::min(room, count * std::max(l.cell * 0.9, 30 * px)) : room;
    l.stampRows = rowsOf(area.left(), area.right(), top, top + height, count, 4 * px);
}

void layOutCards(LineLayout& l, const ConvFigure& figure, const QSizeF& size, double px, const ConvLook& look)
{
    const int channels = figure.scene.channels();
    const double width = size.width() - 2 * margin * px, stripRow = (channels > 1 ? 24 : 32) * px;
    const bool isLayer = !figure.scene.pooling && (channels > 1 || figure.scene.filters() > 1);
    const double headHeight = std::max((isLayer ? 58 : 34) * px, channels * stripRow);
    l.head = QRectF(margin * px, 8 * px, width, headHeight);
    const int taps = figure.scene.kernel.shape.width;
    const double weight = std::min(44 * px, width * 0.42 / taps);
    if (isLayer) l.counter = QRectF(l.head.left(), l.head.top() + 34 * px, width, 22 * px);
    l.strip = QRectF(l.head.left() + 70 * px, l.head.top(), weight * taps, channels * stripRow);
    const double top = l.head.bottom() + 8 * px, room = size.height() - top - margin * px;
    // An audience reads the sum from the last row. Cells are never larger than they may be: what they leave,
    // the sum takes; stems need all the height that there is.
    const double part = l.hasCells         ? (look.isPresented ? 0.37 : 0.3)
                        : look.isPresented ? 0.32
                                           : 0.25,
                 most = l.hasCells         ? 260
                        : look.isPresented ? 220
                                           : 160;
    const double sum = look.showSum ? std::clamp(room * part, 112 * px, most * px) : 0;
    const double plots = room - sum - (look.showSum ? 2 : 1) * gap * px;
    const bool isTwin = figure.zerosBetween.has_value(); // stands in line with the stamping
    const double input = plots * (figure.scene.isTransposed || isTwin ? 0.62 : channels > 1 ? 0.66 : 0.58);
    l.inputCard = QRectF(margin * px, top, width, input);
    l.sumCard = QRectF(margin * px, l.inputCard.bottom() + gap * px, width, sum);
    const double outputTop = look.showSum ? l.sumCard.bottom() + gap * px : l.inputCard.bottom() + gap * px;
    l.outputCard = QRectF(margin * px, outputTop, width, size.height() - margin * px - outputTop);
}

void layOutOutput(LineLayout& l, const QRectF& area, bool hasCounts, double px)
{
    const double below = hasCounts && l.hasCells ? 32 * px : 0, ticks = l.hasCells ? 0 : tickHeight * px;
    const double most = area.height() - below - ticks, height = l.hasCells ? std::min(l.cell, most) : most;
    const double spare = l.hasCells ? (most - height) / 2 : 0;
    l.outputRow = QRectF(area.left(), area.top() + spare, area.width(), height);
    l.countRow = QRectF(area.left(), l.outputRow.bottom() + 3 * px, area.width(), below);
}

} // namespace

LineScale LineScale::of(const TensorD& values)
{
    LineScale s{0, 0};
    for (const double v : values.data) {
        s.least = std::min(s.least, v);
        s.greatest = std::max(s.greatest, v);
    }
    if (s.least == s.greatest) s.greatest = 1;
    const double air = 0.08 * (s.greatest - s.least);
    if (s.least < 0) s.least -= air;
    if (s.greatest > 0) s.greatest += air;
    return s;
}

std::vector<double> LineScale::ticks() const
{
    const double step = roundStep(greatest - least);
    std::vector<double> values;
    for (double i = std::ceil(least / step); i * step <= greatest; ++i)
        values.push_back(i == 0 ? 0 : i * step);
    return values;
}

LineLayout layOutLine(const ConvFigure& figure, const QSizeF& size, double px, const ConvLook& look)
{
    LineLayout l;
    takeColumns(l, figure);
    const double inner = size.width() - (2 * margin + 32) * px;
    l.hasCells = l.columns <= mostCells && figure.scene.sampleRate <= 0 && inner / l.columns >= 32 * px;
    layOutCards(l, figure, size, px, look);
    const double axis = l.hasCells ? 0 : axisWidth * px;
    l.cell = std::min((inner - axis) / l.columns, largestCell * px);
    // A few cells stand in the middle; stems take the whole width behind their axis.
    const double used = l.cell * l.columns + axis;
    l.left = l.inputCard.left() + 16 * px + (inner - used) / 2 + axis;
    const auto inside = [&](const QRectF& card) {
        return card.adjusted(16 * px, (6 + titleHeight) * px, -16 * px, -8 * px);
    };
    const int channels = figure.scene.channels();
    if (l.isTransposed)
        layOutTransposed(l, inside(l.inputCard), channels, figure.geometry.w.output, px);
    else
        layOutForward(l, inside(l.inputCard), channels, px);
    layOutOutput(l, inside(l.outputCard), l.isTransposed || figure.zerosBetween, px);
    return l;
}

} // namespace hg
