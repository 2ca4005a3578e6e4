// Where the parts of a plane's picture stand.

#include "ui/painters/grid_measures.h"
#include "ui/painters/grid_painter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 24, operatorGap = 60, largestCell = 62, titleHeight = 62, formulaHeight = 66,
                 sumHeight = 126, sumLineHeight = 66, bareTitleHeight = 40, panelGap = 14;
constexpr double largestKernelCell = 46, largestPresented = 84, largestTitle = 20, leastTitle = 13,
                 titleGap = 14, smallestCell = 0.05, titleRoom = 126; // of a part with the gap behind it
// Pictures take what room there is.
constexpr double pictureGap = 46, narrowGap = 34, narrowStage = 700, pictureFormulaHeight = 40,
                 pictureSumHeight = 104, kernelBesidePicture = 28, kernelOnNarrowStage = 22;

// A plain figure close together; brackets under its input. Of cells that stand alone, as much as a figure
// with room for every padding keeps at least.
constexpr double tightFormula = 48, tightSumHeight = 100, bracketHeight = 26, leastShare = 0.65,
                 narrowTightStage = 1000;
constexpr double leastBeside = 120, leastFormula = 210; // beside a grid, upright
constexpr double printedRoom = 150, printedGap = 14; // for its title and note, and above them below a table

/// As large as that on pixels: pictures have equal cells wherever that costs little of them, and halves
/// before a whole would cost much.
double onPixels(double cell)
{
    return cell < 1 ? cell : cell < 4 ? std::floor(2 * cell) / 2 : std::floor(cell);
}

/// `n` equal grids in a box, in as many columns as make their cells largest, from the left and in the middle
/// of the height.
/// `isOnPixels`: cells of a picture, all alike wherever they stand.
std::vector<GridLayout> arranged(int n, int rows, int columns, const QRectF& box, double label, double gap,
                                 double largest, bool isOnPixels = false)
{
    double best = 0;
    int across = 1;
    for (int k = 1; k <= n; ++k) {
        const int down = (n + k - 1) / k;
        const double cell = std::min((box.width() - (k - 1) * gap) / (k * columns),
                                     (box.height() - down * label - (down - 1) * gap) / (down * rows));
        if (cell > best + 1e-9) {
            best = cell;
            across = k;
        }
    }
    double cell = std::clamp(best, smallestCell, largest);
    cell = isOnPixels ? onPixels(cell) : cell > 8 ? std::floor(cell) : cell;
    const int down = (n + across - 1) / across;
    const double high = rows * cell + label, used = down * high + (down - 1) * gap;
    std::vector<GridLayout> grids;
    for (int i = 0; i < n; ++i) {
        double x = box.left() + (i % across) * (columns * cell + gap),
               y = box.top() + std::max(0.0, (box.height() - used) / 2) + (i / across) * (high + gap);
        if (isOnPixels) {
            x = std::round(x);
            y = std::round(y);
        }
        grids.push_back({QRectF(x, y, columns * cell, rows * cell), rows, columns, cell});
    }
    return grids;
}

/// Rows and columns that a stamped output has, cropped cells included.
Axes stampedSize(const ConvGeometry& g)
{
    return {uncropped(g.h).input, uncropped(g.w).input};
}

/// The cells of the larger in each direction.
Axes larger(Axes a, Axes b)
{
    return {std::max(a.h, b.h), std::max(a.w, b.w)};
}

/// Room for both, an input cell at the same place.
PlainExtent united(const PlainExtent& a, const PlainExtent& b)
{
    const auto after = [](const PlainExtent& e) {
        return Axes{e.input.h - e.before.h, e.input.w - e.before.w};
    };
    const Axes before = larger(a.before, b.before), behind = larger(after(a), after(b));
    return {{before.h + behind.h, before.w + behind.w},
            before,
            larger(a.output, b.output),
            a.hasTail || b.hasTail};
}

/// Of the scene under another padding of both axes, where that is possible.
Result<ConvGeometry> geometryWith(ConvScene scene, Padding::Kind kind)
{
    scene.paddingH = scene.paddingW = {kind};
    return geometryOf(scene);
}

} // namespace

double GridPainter::attempt(const QSizeF& size, LayoutWay way, const PlainExtent& extent)
{
    m_layout = ConvLayout();
    m_layout.hasGhost = m_look.showGhost && m_figure.strideOne.has_value() && !m_look.hidesSize;
    m_layout.isPicture = way.isPicture;
    m_layout.isSumLine = way.isSumLine;
    m_layout.isTight = way.isTight;
    m_layout.hasTail = extent.hasTail;
    m_layout.isNarrow = size.width() < (way.isTight ? narrowTightStage : narrowStage) * m_style.scale;
    isPlain() ? layOutPlain(size, extent) : layOutMany(size);
    return m_layout.inputs.front().cell + m_layout.outputs.front().cell;
}

/// Where cells are too small for numbers anyway, once more for pictures: closer together, the sum in one line
/// where the height is what they lack.
void GridPainter::layOut(const QSizeF& size)
{
    if (m_look.isUpright) return isPlain() ? layOutUpright(size.width()) : layOutUprightMany(size.width());
    const PlainExtent extent = extentOf(m_figure.geometry);
    const bool fitsLine = m_look.showSum && m_sum.fitsLine(size.width() - 2 * margin * m_style.scale),
               isLine = m_look.isPresented && fitsLine;
    if (layOutForPaddings(size, isLine)) return;
    attempt(size, {false, isLine}, extent);
    if (!hasPictures()) return;
    const double beside = attempt(size, {true, isLine}, extent);
    if (!fitsLine || isLine) return;
    if (attempt(size, {true, true}, extent) <= beside) attempt(size, {true, false}, extent);
}

/// Plain numbers: as if for the largest of the paddings that one chooses between, so that a change of padding
/// moves nothing but the padding. Not where that would cost much, or the factors on the cells: then for the
/// padding that there is, close together where factors, or at least numbers, fit only so.
bool GridPainter::layOutForPaddings(const QSizeF& size, bool isSumLine)
{
    const ConvScene& s = m_figure.scene;
    if (!isPlain() || s.isTransposed || hasAxes()) return false;
    const auto cell = [&] { return m_layout.inputs.front().cell; };
    const PlainExtent now = extentOf(m_figure.geometry);
    const auto with = [&](const PlainExtent& extent, Padding::Kind kind) {
        if (hasPrinted()) return extent; // there is that table under one padding only
        const auto geometry = geometryWith(s, kind);
        return geometry ? united(extent, extentOf(*geometry)) : extent;
    };
    const auto valid = geometryWith(s, Padding::Kind::Valid);
    attempt(size, {false, isSumLine}, valid ? extentOf(*valid) : now);
    const double enough = leastShare * std::min(cell(), largestCell * m_style.scale);
    if (!m_brush.hasNumbers(cell())) return false;
    const PlainExtent same = with(with(now, Padding::Kind::Valid), Padding::Kind::Same),
                      full = with(same, Padding::Kind::Full);
    for (const PlainExtent& extent : {full, same}) {
        attempt(size, {false, isSumLine, true}, extent);
        if (m_brush.hasChips(cell()) && cell() >= enough) return true;
    }
    attempt(size, {false, isSumLine}, now);
    const bool hadChips = m_brush.hasChips(cell()), hadPictures = hasPictures();
    if (hadChips) return true;
    attempt(size, {false, isSumLine, true}, now);
    return m_brush.hasChips(cell()) || (hadPictures && !hasPictures());
}

PlainExtent GridPainter::extentOf(const ConvGeometry& geometry) const
{
    const ConvAxis &h = geometry.h, &w = geometry.w;
    if (m_figure.scene.isTransposed) return {{h.output, w.output}, {}, stampedSize(geometry)};
    const bool hasGhost = m_look.showGhost && m_figure.strideOne && !m_look.hidesSize;
    const auto out = [&](const ConvAxis& a) {
        return hasGhost ? a.outputsAtStrideOne() : a.output; // up to the last that is kept
    };
    return {{std::max(h.padded(), h.input), std::max(w.padded(), w.input)},
            {h.padBefore, w.padBefore},
            {out(h), out(w)},
            h.unreadTail() > 0 || w.unreadTail() > 0};
}

bool GridPainter::hasPrinted() const
{
    return m_look.showsErratum && m_figure.strideOne && isPlain() && !m_figure.scene.isTransposed;
}

bool GridPainter::hasPictures() const
{
    return !hasNumbers(m_layout.inputs.front()) || !hasNumbers(m_layout.outputs.front()) ||
           !hasNumbers(m_layout.kernels.front());
}

double GridPainter::gap() const
{
    const bool isClose = m_layout.isPicture || m_layout.isTight;
    const double wide = !isClose ? operatorGap : m_layout.isNarrow ? narrowGap : pictureGap;
    return wide * m_style.scale;
}

/// So that its title has room.
double GridPainter::leastPart() const
{
    return titleRoom * m_style.scale - gap();
}

double GridPainter::legendHeight() const
{
    return m_layout.isPicture && isPlain() ? labelHeight : 0;
}

bool GridPainter::isFormulaBeside() const
{
    return isPlain() && (m_look.isPresented || m_layout.isTight);
}

double GridPainter::formulaNeed() const
{
    const bool isOneLine = m_layout.isTight && m_figure.geometry.h == m_figure.geometry.w;
    return isOneLine ? tightFormula : formulaHeight;
}

double GridPainter::bracketRoom() const
{
    return m_layout.isTight && hasBrackets() ? bracketHeight : 0;
}

double GridPainter::formulaRoom() const
{
    if (isFormulaBeside()) return std::max(12.0, bracketRoom());
    const bool isOneLine = m_layout.isPicture && isPlain() && m_figure.geometry.h == m_figure.geometry.w;
    return isOneLine ? pictureFormulaHeight : formulaHeight;
}

double GridPainter::sumRoom() const
{
    if (!m_look.showSum) return 0;
    const bool isLow = m_layout.isPicture && m_figure.scene.kernel.shape.channels == 1; // no line a channel
    return m_layout.isSumLine ? sumLineHeight
           : isLow            ? pictureSumHeight
           : m_layout.isTight ? tightSumHeight
                              : sumHeight;
}

bool GridPainter::hasNotes() const
{
    if (!m_look.isPresented) return true;
    const ConvScene& s = m_figure.scene;
    return s.isTransposed || s.filters() > 1 || !m_filterName.isEmpty() || m_layout.hasTail ||
           s.convention == Convention::NumPy || m_look.showsErratum;
}

double GridPainter::heightAround() const
{
    return (hasNotes() ? titleHeight : bareTitleHeight) + formulaRoom() + sumRoom() +
           (m_layout.isTight ? 1 : 1.5) * margin + legendHeight() + axisHeight() / m_style.scale;
}

void GridPainter::layOutPlain(const QSizeF& size, const PlainExtent& extent)
{
    PlainCells best = plainCells(size, extent, false);
    if (hasPrinted())
        if (const PlainCells under = plainCells(size, extent, true); under.cell > best.cell) best = under;
    placePlain(size, extent, best);
}

/// As high as cells can be in `room` for the grids, with what stands in the output's column: its formula, the
/// printed table and that one's title.
double GridPainter::highestCell(double room, const PlainExtent& e, bool isPrintedUnder) const
{
    const double px = m_style.scale, head = isPrintedUnder ? (titleHeight + printedGap) * px : 0;
    const int kernel = m_figure.geometry.h.kernel, rows = std::max({e.input.h, kernel, e.output.h});
    int column = e.output.h + (isPrintedUnder ? m_figure.outputShape().height : 0);
    double high = std::min(room / rows, (room - head) / column);
    if (!isFormulaBeside()) return high;
    // The output stands in the middle: below it there may be room for the formula.
    if (m_layout.isTight) column = std::max(column, kernel);
    const double free = room + (bracketRoom() - formulaNeed()) * px;
    high = std::min(high, (2 * free - head) / (std::max(rows, column) + column));
    return std::min(high, (free - head) / column);
}

/// Of input, filter, output and the printed table, with the gaps between them.
double GridPainter::partsWidth(const PlainExtent& e, const PlainCells& cells) const
{
    const bool isBeside = hasPrinted() && !cells.isPrintedUnder;
    const double printed =
        isBeside ? std::max(m_figure.outputShape().width * cells.cell, printedRoom * m_style.scale) : 0;
    return std::max(e.input.w * cells.cell, leastPart()) +
           std::max(m_figure.geometry.w.kernel * cells.kernel, leastPart()) + e.output.w * cells.cell +
           printed + (isBeside ? 3 : 2) * gap();
}

GridPainter::PlainCells GridPainter::plainCells(const QSizeF& size, const PlainExtent& e,
                                                bool isPrintedUnder) const
{
    const bool isPicture = m_layout.isPicture, isBeside = hasPrinted() && !isPrintedUnder;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const double px = m_style.scale, all = size.width() - 2 * margin * px - 2 * axisWidth(),
                 width = all - (isBeside ? 3 : 2) * gap(), room = size.height() - heightAround() * px,
                 largest = (m_look.isPresented ? largestPresented : largestCell) * px;
    const int grids = e.input.w + e.output.w + (isBeside ? m_figure.outputShape().width : 0);
    double cell = std::max(
        smallestCell, std::min({width / (grids + w.kernel), highestCell(room, e, isPrintedUnder), largest}));
    cell = isPicture ? onPixels(cell) : cell > 8 ? std::floor(cell) : cell;
    // A filter on a large picture keeps cells that can be read.
    const double leastKernel = isPicture && m_layout.isNarrow ? kernelOnNarrowStage : kernelBesidePicture;
    const double kernelCell =
        std::max(cell, std::min({leastKernel * px, 0.18 * width / w.kernel, room / h.kernel}));
    if (grids * cell + w.kernel * kernelCell > width)
        cell = std::max(smallestCell, (width - kernelCell * w.kernel) / grids);
    PlainCells cells{isPicture ? onPixels(cell) : cell, kernelCell, isPrintedUnder};
    const bool areAlike = cells.kernel == cells.cell;
    while (partsWidth(e, cells) > all + 1e-6 && cells.cell > smallestCell) {
        cells.cell = isPicture && cells.cell >= 1.5 ? onPixels(cells.cell - 0.5) : cells.cell * 0.98;
        if (areAlike) cells.kernel = cells.cell;
    }
    return cells;
}

void GridPainter::placePlain(const QSizeF& size, const PlainExtent& e, const PlainCells& cells)
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const double px = m_style.scale, cell = cells.cell, fixed = heightAround() * px,
                 titles = (hasNotes() ? titleHeight : bareTitleHeight) * px;
    const Shape out = m_figure.outputShape();
    const double column =
        e.output.h * cell + (cells.isPrintedUnder ? (titleHeight + printedGap) * px + out.height * cell : 0);
    const double height = std::max({e.input.h * cell, column, h.kernel * cells.kernel});
    const double below =
        isFormulaBeside() ? std::max(0.0, (formulaNeed() - bracketRoom()) * px - (height - column) / 2) : 0;
    // Without the sum card, or before an audience, the figure stands in the middle of what is left.
    const bool isCentred = !m_look.showSum || m_look.isPresented || m_layout.isSumLine;
    const double spare = isCentred ? std::max(0.0, (size.height() - fixed - height - below) / 2) : 0;
    const double top = margin * px * 0.6 + titles + spare;
    const auto room = [&](double x, double y, Axes n, double side) {
        const QPointF corner = m_layout.isPicture ? QPointF(std::round(x), std::round(y)) : QPointF(x, y);
        return QRectF(corner, QSizeF(n.w * side, n.h * side));
    };
    const auto middle = [&](int rows, double side) { return top + (height - rows * side) / 2; };
    const auto within = [](const QRectF& box, double row, double col, Axes n, double side) {
        return GridLayout{QRectF(box.left() + col * side, box.top() + row * side, n.w * side, n.h * side),
                          n.h, n.w, side};
    };
    const PlainExtent now = extentOf(m_figure.geometry);
    const double left = (size.width() - partsWidth(e, cells)) / 2,
                 kernelLeft = left + std::max(e.input.w * cell, leastPart()) + gap(),
                 outLeft = kernelLeft + std::max(w.kernel * cells.kernel, leastPart()) + gap(),
                 columnTop = top + (height - column) / 2;
    m_layout.titleTop = margin * px * 0.6 + spare;
    m_layout.inputRoom = room(left, middle(e.input.h, cell), e.input, cell);
    m_layout.outputRoom = room(outLeft, columnTop, e.output, cell);
    m_layout.inputs = {
        within(m_layout.inputRoom, e.before.h - now.before.h, e.before.w - now.before.w, now.input, cell)};
    const Axes k{h.kernel, w.kernel};
    m_layout.kernels = {
        within(room(kernelLeft, middle(k.h, cells.kernel), k, cells.kernel), 0, 0, k, cells.kernel)};
    m_layout.outputs = {within(m_layout.outputRoom, (e.output.h - now.output.h) / 2.0,
                               (e.output.w - now.output.w) / 2.0, now.output, cell)};
    if (hasPrinted()) {
        const Axes n{out.height, out.width};
        const QRectF box = cells.isPrintedUnder
                               ? room(outLeft, columnTop + column - n.h * cell, n, cell)
                               : room(m_layout.outputRoom.right() + gap(), middle(n.h, cell), n, cell);
        m_layout.printed = within(box, 0, 0, n, cell);
    }
    placeCards(size, top, m_look.isPresented ? height + below + spare : height);
}

/// One below the other from one left edge on, as large as the width allows; beside them stand their titles.
void GridPainter::layOutUpright(double width)
{
    constexpr double edge = 12, largest = 38, besides = 138, sum = 112, formula = 62;
    const double px = m_style.scale, left = edge * px, all = width - 2 * left;
    m_layout = ConvLayout();
    m_layout.isNarrow = true;
    m_layout.titleTop = 4 * px;
    const auto cellFor = [&](int columns) {
        const double beside = std::min(largest * px, (width - besides * px) / columns);
        return m_brush.hasNumbers(beside) ? std::floor(beside) : std::min(largest * px, all / columns);
    };
    double top = (titleHeight - 8) * px;
    const auto place = [&](Axes n, double cell) {
        const GridLayout grid{QRectF(left, top, n.w * cell, n.h * cell), n.h, n.w, cell};
        top = grid.box.bottom() + 14 * px;
        return grid;
    };
    const PlainExtent now = extentOf(m_figure.geometry);
    const Axes k{m_figure.geometry.h.kernel, m_figure.geometry.w.kernel};
    m_layout.inputs = {place(now.input, cellFor(now.input.w))};
    m_layout.kernels = {place(k, std::min(largest * px, (width - besides * px) / k.w))};
    const double cell = cellFor(now.output.w);
    const double beside = width - left - now.output.w * cell;
    const bool isBeside =
        beside > leastFormula * px && now.output.h * cell > titleHeight * px + formulaNeed();
    if (beside <= leastBeside * px) top += (titleHeight - 14) * px; // its title is above it
    m_layout.outputs = {place(now.output, cell)};
    m_layout.isPicture = !hasNumbers(m_layout.inputs.front()) || !hasNumbers(m_layout.outputs.front());
    m_layout.inputRoom = m_layout.inputs.front().box;
    m_layout.outputRoom = m_layout.outputs.front().box;
    placePadding();
    const double below = top + (m_layout.isPicture ? labelHeight * px : 0);
    m_layout.formulaTop = isBeside ? m_layout.outputRoom.top() + (titleHeight - 8) * px : below;
    m_layout.sumCard =
        QRectF(left, std::max(m_layout.formulaTop + formula * px, isBeside ? below : 0), all, sum * px);
}

/// Each channel with the front filter's weights on it in a row of its own, the outputs below all of them.
void GridPainter::layOutUprightMany(double width)
{
    constexpr double edge = 12, largest = 34, frame = 12, formula = 106, sum = 64, sumOfChannel = 24,
                     leastSum = 116;
    const ConvScene& s = m_figure.scene;
    const double px = m_style.scale, left = edge * px, all = width - 2 * left, label = labelHeight * px;
    m_layout = ConvLayout();
    m_layout.isNarrow = true;
    m_layout.titleTop = 4 * px;
    const PlainExtent now = extentOf(m_figure.geometry);
    const Axes k{m_figure.geometry.h.kernel, m_figure.geometry.w.kernel};
    const int seen = s.pooling ? 1 : s.isTransposed ? s.channels() : s.kernel.shape.channels;
    const double between = (2 * frame + 8) * px,
                 fitting = std::min(largest * px, (all - between - frame * px) / (now.input.w + k.w)),
                 cell = m_brush.hasNumbers(fitting) ? std::floor(fitting) : fitting;
    double top = titleHeight * px;
    for (int c = 0; c < s.channels(); ++c) {
        const QRectF box(left, top, now.input.w * cell, now.input.h * cell);
        m_layout.inputs.push_back({box, now.input.h, now.input.w, cell});
        const QRectF weights(box.right() + between, box.top(), k.w * cell, k.h * cell);
        if (c < seen) m_layout.kernels.push_back({weights, k.h, k.w, cell});
        top = std::max(box.bottom(), weights.bottom()) + label + 6 * px;
    }
    m_layout.card = around(m_layout.kernels)
                        .adjusted(-frame * px, -frame * px, frame * px, frame * px + (s.pooling ? 0 : label));
    top = std::max(top, m_layout.card.bottom()) + titleHeight * px;
    top = placeUprightOutputs(QRectF(left, top, all, 0), now.output);
    m_layout.isPicture = !hasNumbers(m_layout.inputs.front()) || !hasNumbers(m_layout.outputs.front());
    m_layout.inputRoom = around(m_layout.inputs);
    m_layout.outputRoom = around(m_layout.outputs);
    placePadding();
    m_layout.formulaTop = top;
    m_layout.sumCard =
        QRectF(left, top + formula * px, all, std::max(leastSum, sum + sumOfChannel * seen) * px);
}

/// As many beside each other as have numbers, from the row's top on; where they end.
double GridPainter::placeUprightOutputs(const QRectF& row, Axes size)
{
    constexpr double largest = 34, numbered = 24, pictured = 3;
    const double px = m_style.scale, gap = panelGap * px, label = labelHeight * px;
    const int filters = m_figure.scene.filters();
    const auto across = [&](double cell) {
        return std::clamp(static_cast<int>((row.width() + gap) / (size.w * cell + gap)), 1, filters);
    };
    const auto cellOf = [&](int beside) {
        return std::min(largest * px, (row.width() - (beside - 1) * gap) / (beside * size.w));
    };
    const bool hasNumbers = m_brush.hasNumbers(cellOf(1));
    const int beside = across((hasNumbers ? numbered : pictured) * px);
    const double cell = cellOf(beside), high = size.h * cell + label;
    for (int f = 0; f < filters; ++f)
        m_layout.outputs.push_back(
            {QRectF(row.left() + f % beside * (size.w * cell + gap), row.top() + f / beside * (high + 6 * px),
                    size.w * cell, size.h * cell),
             size.h, size.w, cell});
    return m_layout.outputs.back().box.bottom() + label + 6 * px;
}

void GridPainter::placeUprightTitles(double width)
{
    const double px = m_style.scale, edge = 12 * px;
    auto& titles = m_layout.titles;
    titles[0].left = edge;
    titles[0].room = width - 2 * edge;
    if (!isPlain()) {
        titles[0].room = m_layout.card.left() - edge;
        titles[1].room = width - edge - titles[1].left;
        titles[2] = {titles[2].text, titles[2].note,   titles[2].role,
                     edge,           width - 2 * edge, m_layout.outputRoom.top() - (titleHeight - 8) * px};
        return;
    }
    const auto beside = [&](PartTitle& title, const QRectF& box) {
        const bool fits = width - box.right() > leastBeside * px;
        title.left = fits ? box.right() + 16 * px : box.left();
        title.top = fits ? box.top() : box.top() - (titleHeight - 8) * px;
        title.room = width - edge - title.left;
    };
    beside(titles[1], m_layout.kernels.front().box);
    beside(titles[2], m_layout.outputs.front().box);
}

void GridPainter::layOutMany(const QSizeF& size)
{
    const double px = m_style.scale;
    const double top = margin * px * 0.6 + (hasNotes() ? titleHeight : bareTitleHeight) * px,
                 height = std::max(60 * px, size.height() - heightAround() * px);
    const QRectF room(margin * px, top, size.width() - 2 * margin * px, height);
    layOutParts(room, m_layout.isPicture ? bestInputShare(room) : 0.34, m_layout.isPicture);
    // The parts stand in the middle of the width.
    double spare = std::max(0.0, (room.right() - around(m_layout.outputs).right()) / 2);
    if (m_layout.isPicture) spare = std::floor(spare);
    for (auto* grids : {&m_layout.inputs, &m_layout.kernels, &m_layout.outputs})
        for (GridLayout& grid : *grids)
            grid.box.translate(spare, 0);
    m_layout.card.translate(spare, 0);
    m_layout.inputRoom = around(m_layout.inputs);
    m_layout.outputRoom = around(m_layout.outputs);
    m_layout.titleTop = margin * px * 0.6;
    placeCards(size, top, height);
}

/// From the left on; the output has what input and filter leave.
void GridPainter::layOutParts(const QRectF& room, double inputShare, bool isOnPixels)
{
    const ConvScene& s = m_figure.scene;
    const bool t = s.isTransposed, isPicture = m_layout.isPicture;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Shape out = m_layout.hasGhost ? m_figure.strideOne->shape : m_figure.outputShape();
    const Axes stamped = stampedSize(m_figure.geometry);
    const double px = m_style.scale, width = room.width() - 2 * gap();
    const double fan = std::min(s.filters() - 1, 6) * fanStep * px, frame = 12 * px;
    const double label = labelHeight * px, apart = panelGap * px;

    const QRectF inBox(room.left() + axisWidth(), room.top(), width * inputShare - axisWidth(),
                       room.height());
    m_layout.inputs = arranged(s.channels(), t ? h.output : std::max(h.padded(), h.input),
                               t ? w.output : std::max(w.padded(), w.input), inBox,
                               s.channels() > 1 || isPicture ? label + axisHeight() * (isPicture ? 1 : 0) : 0,
                               apart, largestCell * px, isOnPixels);
    const double inputRight = std::max(around(m_layout.inputs).right(), inBox.left() + leastPart());
    const double kernelLeft = inputRight + gap() + (fan + frame) / 2;
    const int seen = s.pooling ? 1 : t ? s.channels() : s.kernel.shape.channels;
    const QRectF kernelBox(kernelLeft, room.top() + label, width * 0.24 - fan - frame,
                           room.height() - 2 * label);
    m_layout.kernels = arranged(seen, h.kernel, w.kernel, kernelBox, 0, 8 * px, largestKernelCell * px);
    m_layout.card = around(m_layout.kernels).adjusted(-frame, -frame, frame, frame + (s.pooling ? 0 : label));
    const double outLeft =
        std::max(m_layout.card.right() + fan / 2, m_layout.card.left() + leastPart()) + gap();
    const QRectF outBox(outLeft, room.top(), room.right() - outLeft, room.height());
    m_layout.outputs =
        arranged(s.filters(), t ? stamped.h : out.height, t ? stamped.w : out.width, outBox,
                 s.filters() > 1 || isPicture ? label : 0, apart, largestCell * px, isOnPixels);
}

/// Of the width, for the input: both pictures are to be large, the smaller of them first of all.
double GridPainter::bestInputShare(const QRectF& room)
{
    constexpr double least = 0.2, greatest = 0.56;
    double best = least, most = 0;
    for (double share = least; share < greatest; share += 0.02) {
        layOutParts(room, share, false); // before rounding, which would hide what is gained
        if (room.right() - around(m_layout.outputs).left() < titleRoom * m_style.scale) break;
        const double in = m_layout.inputs.front().cell, out = m_layout.outputs.front().cell,
                     cells = in * out * std::min(in, out);
        if (cells > most + 1e-9) {
            most = cells;
            best = share;
        }
    }
    return best;
}

/// Stamps are cropped, not padded.
void GridPainter::placePadding()
{
    const bool t = m_figure.scene.isTransposed;
    m_layout.padTop = t ? 0 : m_figure.geometry.h.padBefore;
    m_layout.padLeft = t ? 0 : m_figure.geometry.w.padBefore;
}

void GridPainter::placeCards(const QSizeF& size, double top, double height)
{
    const double px = m_style.scale;
    placePadding();
    const double under = top + height + (8 + legendHeight()) * px + axisHeight(),
                 sumTop = under + (isFormulaBeside() ? formulaRoom() - 8 : formulaRoom()) * px;
    double column = m_layout.outputRoom.bottom();
    if (m_layout.printed) column = std::max(column, m_layout.printed->box.bottom());
    if (m_layout.isTight && !m_look.isPresented) column = std::max(column, around(m_layout.kernels).bottom());
    m_layout.formulaTop = isFormulaBeside() ? column + (12 + legendHeight()) * px + axisHeight() : under;
    const double spare = std::min(size.height() - sumTop - margin * px, 190 * px);
    m_layout.sumCard = QRectF(margin * px, sumTop, size.width() - 2 * margin * px,
                              m_layout.isSumLine ? sumLineHeight * px : std::max(sumRoom() * px, spare));
}

void GridPainter::layOutTitles()
{
    const ConvScene& s = m_figure.scene;
    const Texts& texts = m_style.texts;
    const auto sized = [](const QString& name, int h, int w, int depth, bool isHidden = false) {
        const QString text = isHidden ? QStringLiteral("%1 ? × ?").arg(name)
                                      : QStringLiteral("%1 %2 × %3").arg(name).arg(h).arg(w);
        return depth > 1 ? text + QStringLiteral(" × %1").arg(depth) : text;
    };
    const Shape in = m_figure.inputShape(), out = m_figure.outputShape();
    const Axes k = s.kernelSize();
    const int seen = s.pooling ? 1 : s.isTransposed ? s.channels() : s.kernel.shape.channels;
    const QString filter =
        s.pooling ? texts.say("ConvPicture", "Window") : texts.say("ConvPicture", "Filter");
    const double lefts[] = {m_layout.inputRoom.left(),
                            m_layout.card.isEmpty() ? around(m_layout.kernels).left() : m_layout.card.left(),
                            m_layout.outputRoom.left()},
                 right = m_layout.sumCard.right(), top = m_layout.titleTop;
    m_layout.titles = {
        {sized(texts.say("ConvPicture", "Input"), in.height, in.width, in.channels), inputNote(), Role::Input,
         lefts[0], lefts[1] - lefts[0], top},
        {sized(filter, k.h, k.w, seen), filterNote(), Role::Filter, lefts[1], lefts[2] - lefts[1], top},
        {sized(texts.say("ConvPicture", "Output"), out.height, out.width, out.channels, m_look.hidesSize),
         outputNote(), Role::Output, lefts[2], right - lefts[2], top}};
    if (m_layout.printed) {
        const QRectF& box = m_layout.printed->box;
        const bool isUnder = box.left() <= lefts[2] + 1;
        if (!isUnder) m_layout.titles.back().room = box.left() - lefts[2];
        m_layout.titles.push_back({texts.say("ConvPicture", "Printed"),
                                   texts.say("ConvPicture", "wrong: the upper left of stride 1"),
                                   Role::Output, box.left(), right - box.left(),
                                   isUnder ? box.top() - titleHeight * m_style.scale : top, true});
    }
    if (m_look.isUpright) placeUprightTitles(right + 12 * m_style.scale);
    fitTitles();
}

/// One size for all, as large as the room of each allows.
void GridPainter::fitTitles()
{
    const QFontMetricsF metrics(m_style.font(largestTitle, QFont::Bold));
    double share = 1;
    for (PartTitle& title : m_layout.titles) {
        const bool isLast = title.left + title.room >= m_layout.sumCard.right() - 1;
        title.room -= isLast ? 0 : titleGap * m_style.scale;
        share = std::min(share, title.room / metrics.horizontalAdvance(title.text));
    }
    m_layout.titlePixels = std::max(leastTitle, std::floor(largestTitle * share));
}

} // namespace hg
