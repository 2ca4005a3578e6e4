#include "ui/painters/line_layout.h"

#include "core/lab/conv_moment.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 10, gap = 10, titleHeight = 30, tickHeight = 20, axisWidth = 46, largestCell = 72;
constexpr int mostCells = 24;        // columns; with more the picture is one of stems
constexpr int mostUprightCells = 48; // they scroll
constexpr double narrowestCell = 36, widestUprightCell = 46, uprightStems = 130, uprightMargin = 2,
                 uprightSide = 4, uprightWeights = 0.8; // of a cell's height

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
                     most = !l.hasCells   ? lane.height() * share
                            : l.isUpright ? l.cell
                                          : std::min(l.cell, lane.height() * share),
                     filter = !l.hasCells   ? std::min(lane.height() * 0.22, 44 * px)
                              : l.isUpright ? lane.height() - most - 6 * px
                                            : std::min(l.cell * 0.8, lane.height() * 0.40);
        const double spare = l.hasCells ? std::max(0.0, lane.height() - most - filter - 6 * px) / 2 : 0;
        l.inputRows.emplace_back(lane.left(), lane.top() + spare, lane.width(),
                                 l.hasCells ? most : lane.height() - filter - 6 * px);
        l.filterRows.emplace_back(lane.left(), l.inputRows.back().bottom() + ticks + 6 * px, lane.width(),
                                  filter);
        if (!l.hasCells && channels > 1) l.filterRows.back().moveTop(l.inputRows.back().bottom() + 6 * px);
    }
}

/// Rows of stamps, where there are as many inputs: upright, older ones have gone to the left.
int leastStamps(const LineLayout& l)
{
    return l.isUpright ? 3 : 4;
}

/// As many rows for stamps as keep neighbours apart; one, for the stamp at work, where that is too many.
void layOutTransposed(LineLayout& l, const QRectF& area, int channels, int inputs, double px)
{
    const double ticks = l.hasCells ? 0 : tickHeight * px, share = l.hasCells ? 0.3 : 0.48,
                 cells = l.hasCells ? l.cell * channels : 1e9;
    const double wanted = l.isUpright && l.hasCells ? cells : std::min(area.height() * share, cells);
    l.inputRows = rowsOf(area.left(), area.right(), area.top(), area.top() + wanted, channels, 4 * px);
    const double top = area.top() + wanted + ticks + 8 * px, room = area.bottom() - top;
    const int apart = (l.extent() + l.stride - 1) / l.axis.stride, fit = static_cast<int>(room / (30 * px)),
              most = std::min(inputs, fit);
    const int count = !l.hasCells || apart > most ? 1 : std::min(most, std::max(apart, leastStamps(l)));
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
    l.formula = QRectF(l.head.topLeft(), QSizeF(width, 34 * px));
    l.formula.setLeft(l.strip.right() + 24 * px);
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

/// The filter's rows, the size formula and what a layer learns, each on lines of its own.
void layOutUprightHead(LineLayout& l, const ConvScene& scene, double width, double px)
{
    const int taps = scene.kernel.shape.width, channels = scene.channels();
    const double top = 8 * px, row = 34 * px, name = 78 * px;
    const double left = uprightMargin * px;
    l.strip = QRectF(left + name, top, std::min(44 * px * taps, width - name), channels * row);
    l.formula = QRectF(left, l.strip.bottom() + 4 * px, width, 34 * px);
    const bool isLayer = !scene.pooling && (channels > 1 || scene.filters() > 1);
    if (isLayer) l.counter = QRectF(left, l.formula.bottom(), width, 24 * px);
    const double bottom = isLayer ? l.counter.bottom() : l.formula.bottom();
    l.head = QRectF(left, top, width, bottom - top);
}

/// How high the rows of the input card are, without its title.
double uprightInputHeight(const LineLayout& l, const ConvScene& scene, int inputs, double px)
{
    const int channels = scene.channels();
    if (!l.hasCells) return (l.isTransposed ? 2 : channels) * uprightStems * px + 2 * tickHeight * px;
    const double weights = scene.pooling ? 0 : uprightWeights * l.cell;
    if (!l.isTransposed) return channels * (l.cell + 6 * px + weights + 8 * px) - 8 * px;
    const int apart = (l.extent() + l.stride - 1) / l.stride;
    return channels * l.cell + 8 * px + std::min(inputs, std::max(apart, leastStamps(l))) * l.cell;
}

double uprightSumHeight(const ConvFigure& figure, double px)
{
    const int terms = termCount(figure);
    const bool isStamp = figure.scene.isTransposed;
    const double end = isStamp ? 0 : uprightEndHeight,
                 told = uprightCaptionHeight + terms * uprightTermHeight,
                 channels = isStamp || figure.scene.pooling || figure.scene.kernel.shape.channels < 2
                                ? 0
                                : figure.scene.kernel.shape.channels * uprightTermHeight;
    return (titleHeight + (terms <= mostUprightTerms ? told : channels) + std::max(end, 12.0) + 8) * px;
}

} // namespace

double LineLayout::scroll(double place) const
{
    const double beyond = cell * columns - seen.width();
    if (!isUpright || beyond <= 0) return 0;
    const double middle = (windowStart(place) + extent() / 2.0 - first) * cell;
    return std::clamp(middle - seen.width() / 2, 0.0, beyond);
}

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

/// Input, output and sum one below the other; strips that are too long for the page go along with the window.
LineLayout layOutUprightLine(const ConvFigure& figure, double pageWidth, double px, const UprightRoom& room)
{
    LineLayout l;
    l.isUpright = true;
    takeColumns(l, figure);
    const double width = pageWidth - 2 * uprightMargin * px, inner = width - 2 * uprightSide * px;
    const double mostOfWindow = inner / l.extent(), least = narrowestCell * px;
    l.hasCells = l.columns <= mostUprightCells && figure.scene.sampleRate <= 0 && mostOfWindow >= least;
    const double axis = l.hasCells ? 0 : axisWidth * px, fitting = (inner - axis) / l.columns;
    l.cell = fitting;
    if (l.hasCells)
        l.cell = std::clamp(std::max(fitting, room.leastCell), least,
                            std::min(mostOfWindow, std::max(room.leastCell, widestUprightCell * px)));
    layOutUprightHead(l, figure.scene, width, px);
    const int channels = figure.scene.channels(), inputs = figure.geometry.w.output;
    double top = l.head.bottom() + 8 * px;
    const auto placed = [&](double height) {
        const QRectF card(uprightMargin * px, top, width, height);
        top = card.bottom() + gap * px;
        return card;
    };
    const double title = (6 + titleHeight) * px, below = 10 * px;
    const auto inside = [&](const QRectF& card, double note) {
        return card.adjusted(uprightSide * px, title + note, -uprightSide * px, -below);
    };
    l.inputCard = placed(title + room.inputNote + uprightInputHeight(l, figure.scene, inputs, px) + below);
    const double counts = l.isTransposed && l.hasCells ? 32 * px : 0,
                 output = l.hasCells ? l.cell + counts : (uprightStems + tickHeight) * px;
    l.outputCard = placed(title + room.outputNote + output + below);
    l.sumCard = placed(uprightSumHeight(figure, px));
    const QRectF rows = inside(l.inputCard, room.inputNote);
    l.seen = rows;
    l.left = l.seen.left() + axis;
    if (l.hasCells) l.left += std::max(0.0, inner - l.cell * l.columns) / 2;
    if (l.isTransposed)
        layOutTransposed(l, rows, channels, inputs, px);
    else
        layOutForward(l, rows, channels, px);
    layOutOutput(l, inside(l.outputCard, room.outputNote), l.isTransposed, px);
    return l;
}

LineLayout layOutLine(const ConvFigure& figure, const QSizeF& size, double px, const ConvLook& look,
                      const UprightRoom& upright)
{
    if (look.isUpright) return layOutUprightLine(figure, size.width(), px, upright);
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
