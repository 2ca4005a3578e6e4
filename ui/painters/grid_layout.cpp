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
    const auto length = [](const ConvAxis& a) {
        return std::max((a.output - 1) * a.stride + a.effectiveKernel(), a.padBefore + a.input);
    };
    return {length(g.h), length(g.w)};
}

} // namespace

/// Where cells are too small for numbers anyway, once more for pictures: closer together, the sum in one line
/// where the height is what they lack.
void GridPainter::layOut(const QSizeF& size)
{
    const auto attempt = [&](bool isPicture, bool isSumLine) {
        m_layout = ConvLayout();
        m_layout.hasGhost = m_look.showGhost && m_figure.strideOne.has_value() && !m_look.hidesSize;
        m_layout.isPicture = isPicture;
        m_layout.isSumLine = isSumLine;
        m_layout.isNarrow = size.width() < narrowStage * m_style.scale;
        isPlain() ? layOutPlain(size) : layOutMany(size);
        return m_layout.inputs.front().cell + m_layout.outputs.front().cell;
    };
    const bool fitsLine = m_look.showSum && m_sum.fitsLine(size.width() - 2 * margin * m_style.scale),
               isLine = m_look.isPresented && fitsLine;
    attempt(false, isLine);
    if (!hasPictures()) return;
    const double beside = attempt(true, isLine);
    if (!fitsLine || isLine) return;
    if (attempt(true, true) <= beside) attempt(true, false);
}

bool GridPainter::hasPictures() const
{
    return !hasNumbers(m_layout.inputs.front()) || !hasNumbers(m_layout.outputs.front()) ||
           !hasNumbers(m_layout.kernels.front());
}

double GridPainter::gap() const
{
    const double wide = !m_layout.isPicture ? operatorGap : m_layout.isNarrow ? narrowGap : pictureGap;
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

double GridPainter::formulaRoom() const
{
    if (isFormulaBeside()) return 12;
    const bool isOneLine = m_layout.isPicture && isPlain() && m_figure.geometry.h == m_figure.geometry.w;
    return isOneLine ? pictureFormulaHeight : formulaHeight;
}

double GridPainter::sumRoom() const
{
    if (!m_look.showSum) return 0;
    const bool isLow = m_layout.isPicture && m_figure.scene.kernel.shape.channels == 1; // no line a channel
    return m_layout.isSumLine ? sumLineHeight : isLow ? pictureSumHeight : sumHeight;
}

bool GridPainter::hasNotes() const
{
    if (!m_look.isPresented) return true;
    const ConvScene& s = m_figure.scene;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    return s.isTransposed || s.filters() > 1 || h.unreadTail() > 0 || w.unreadTail() > 0 ||
           s.convention == Convention::NumPy || m_look.showsErratum;
}

double GridPainter::heightAround() const
{
    return (hasNotes() ? titleHeight : bareTitleHeight) + formulaRoom() + sumRoom() + 1.5 * margin +
           legendHeight() + axisHeight() / m_style.scale;
}

void GridPainter::layOutPlain(const QSizeF& size)
{
    const bool t = m_figure.scene.isTransposed;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const Shape out = m_layout.hasGhost ? m_figure.strideOne->shape : m_figure.outputShape();
    const Axes stamped = stampedSize(m_figure.geometry);
    const int inRows = t ? h.output : std::max(h.padded(), h.input),
              inColumns = t ? w.output : std::max(w.padded(), w.input);
    const int outRows = t ? stamped.h : out.height, outColumns = t ? stamped.w : out.width;
    const double px = m_style.scale;
    const double width = size.width() - 2 * margin * px - 2 * gap() - 2 * axisWidth();
    const double fixed = heightAround() * px, titles = (hasNotes() ? titleHeight : bareTitleHeight) * px,
                 largest = (m_look.isPresented ? largestPresented : largestCell) * px;
    const int columns = inColumns + w.kernel + outColumns, rows = std::max({inRows, h.kernel, outRows});
    double high = (size.height() - fixed) / rows;
    if (isFormulaBeside()) // and below the output, which stands in the middle, there is room for it
        high = std::min(high, 2 * (size.height() - fixed - formulaHeight * px) / (rows + outRows));
    double cell = std::max(smallestCell, std::min({width / columns, high, largest}));
    cell = m_layout.isPicture ? onPixels(cell) : cell > 8 ? std::floor(cell) : cell;
    const double leastKernel =
        m_layout.isPicture && m_layout.isNarrow ? kernelOnNarrowStage : kernelBesidePicture;
    // A filter on a large picture keeps cells that can be read.
    const double kernelCell = std::max(
        cell, std::min({leastKernel * px, 0.18 * width / w.kernel, (size.height() - fixed) / h.kernel}));
    const double kernelExtra = (kernelCell - cell) * w.kernel;
    if (columns * cell + kernelExtra > width)
        cell = std::max(smallestCell, (width - kernelCell * w.kernel) / (inColumns + outColumns));
    if (m_layout.isPicture) cell = onPixels(cell);
    const double kernelWidth = std::max(w.kernel * kernelCell, leastPart());
    const auto isTooWide = [&] {
        return std::max(inColumns * cell, leastPart()) + kernelWidth + outColumns * cell > width + 1e-6;
    };
    while (isTooWide() && cell > smallestCell)
        cell = m_layout.isPicture && cell >= 1.5 ? onPixels(cell - 0.5) : cell * 0.95;
    const double inputWidth = std::max(inColumns * cell, leastPart());
    const double used = inputWidth + kernelWidth + outColumns * cell + 2 * gap();
    const double left = (size.width() - used) / 2;
    const double height = std::max(std::max(inRows, outRows) * cell, h.kernel * kernelCell);
    const double below =
        isFormulaBeside() ? std::max(0.0, formulaHeight * px - (height - outRows * cell) / 2) : 0;
    // Without the sum card, or before an audience, the figure stands in the middle of what is left.
    const bool isCentred = !m_look.showSum || m_look.isPresented || m_layout.isSumLine;
    const double spare = isCentred ? std::max(0.0, (size.height() - fixed - height - below) / 2) : 0;
    const double top = margin * px * 0.6 + titles + spare;
    const auto place = [&](double x, int r, int c, double side) {
        const QPointF corner(x, top + (height - r * side) / 2);
        const QPointF placed =
            m_layout.isPicture ? QPointF(std::round(corner.x()), std::round(corner.y())) : corner;
        return GridLayout{QRectF(placed, QSizeF(c * side, r * side)), r, c, side};
    };
    m_layout.titleTop = margin * px * 0.6 + spare;
    m_layout.inputs = {place(left, inRows, inColumns, cell)};
    m_layout.kernels = {place(left + inputWidth + gap(), h.kernel, w.kernel, kernelCell)};
    m_layout.outputs = {place(left + inputWidth + kernelWidth + 2 * gap(), outRows, outColumns, cell)};
    placeCards(size, top, m_look.isPresented ? height + below + spare : height);
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

void GridPainter::placeCards(const QSizeF& size, double top, double height)
{
    const double px = m_style.scale;
    const bool t = m_figure.scene.isTransposed;
    m_layout.padTop = t ? 0 : m_figure.geometry.h.padBefore;
    m_layout.padLeft = t ? 0 : m_figure.geometry.w.padBefore;
    const double under = top + height + (8 + legendHeight()) * px + axisHeight(),
                 sumTop = under + (isFormulaBeside() ? 4 : formulaRoom()) * px;
    m_layout.formulaTop =
        isFormulaBeside() ? m_layout.outputs.front().box.bottom() + (12 + legendHeight()) * px + axisHeight()
                          : under;
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
    const double lefts[] = {around(m_layout.inputs).left(),
                            m_layout.card.isEmpty() ? around(m_layout.kernels).left() : m_layout.card.left(),
                            around(m_layout.outputs).left()};
    m_layout.titles = {
        {sized(texts.say("ConvPicture", "Input"), in.height, in.width, in.channels), inputNote(), Role::Input,
         lefts[0], lefts[1] - lefts[0]},
        {sized(filter, k.h, k.w, seen), filterNote(), Role::Filter, lefts[1], lefts[2] - lefts[1]},
        {sized(texts.say("ConvPicture", "Output"), out.height, out.width, out.channels, m_look.hidesSize),
         outputNote(), Role::Output, lefts[2], m_layout.sumCard.right() - lefts[2]}};
    const QFontMetricsF metrics(m_style.font(largestTitle, QFont::Bold));
    double share = 1;
    for (PartTitle& title : m_layout.titles) {
        title.room -= title.role == Role::Output ? 0 : titleGap * m_style.scale;
        share = std::min(share, title.room / metrics.horizontalAdvance(title.text));
    }
    m_layout.titlePixels = std::max(leastTitle, std::floor(largestTitle * share));
}

} // namespace hg
