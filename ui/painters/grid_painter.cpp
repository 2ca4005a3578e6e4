#include "ui/painters/grid_painter.h"

#include "core/lab/size_formula.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 24, operatorGap = 60, largestCell = 62, titleHeight = 62, formulaHeight = 66,
                 sumHeight = 148, smallestNumber = 11;

double greatest(const TensorD& t)
{
    double most = 0;
    for (const double v : t.data)
        most = std::max(most, std::abs(v));
    return most > 0 ? most : 1;
}

bool isFormedTerm(std::size_t index, std::size_t count, double share)
{
    return static_cast<double>(index) < share * static_cast<double>(count) + 1e-9 && share > 0;
}

} // namespace

struct GridPainter::Run {
    QString text;
    QColor colour;
    QFont::Weight weight = QFont::Normal;
};

GridPainter::GridPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                         const ConvLook& look)
    : m_figure(figure)
    , m_style(style)
    , m_look(look)
    , m_greatestInput(greatest(figure.scene.input))
    , m_greatestKernel(greatest(figure.scene.kernel))
    , m_greatestOutput(greatest(figure.output))
{
    layOut(size);
}

void GridPainter::layOut(const QSizeF& size)
{
    const bool t = m_figure.scene.isTransposed;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    m_layout.hasGhost = m_look.showGhost && m_figure.strideOne.has_value();
    const Shape out = m_layout.hasGhost ? m_figure.strideOne->shape : m_figure.outputShape();
    const int inRows = t ? h.output : std::max(h.padded(), h.input),
              inColumns = t ? w.output : std::max(w.padded(), w.input);
    const StampedOutput stamped = t ? stampedOutput(m_figure, 0) : StampedOutput{};
    const int outRows = t ? stamped.values.shape.height : out.height,
              outColumns = t ? stamped.values.shape.width : out.width;
    const double px = m_style.scale;
    const double width = size.width() - 2 * margin * px - 2 * operatorGap * px;
    const double fixed = (titleHeight + formulaHeight + (m_look.showSum ? sumHeight : 0) + 2 * margin) * px;
    const int columns = inColumns + w.kernel + outColumns, rows = std::max({inRows, h.kernel, outRows});
    const double cell = std::max(
        4.0, std::floor(std::min({width / columns, (size.height() - fixed) / rows, largestCell * px})));
    const double used = columns * cell + 2 * operatorGap * px;
    const double left = (size.width() - used) / 2;
    const double height = rows * cell;
    // Without the sum card the figure stands in the middle of what is left.
    const double spare = m_look.showSum ? 0 : std::max(0.0, (size.height() - fixed - height) / 2);
    const double top = margin * px * 0.6 + titleHeight * px + spare;
    const auto place = [&](double x, int r, int c) {
        return GridLayout{QRectF(x, top + (height - r * cell) / 2, c * cell, r * cell), r, c, cell};
    };
    m_layout.titleTop = margin * px * 0.6 + spare;
    m_layout.input = place(left, inRows, inColumns);
    m_layout.kernel = place(m_layout.input.box.right() + operatorGap * px, h.kernel, w.kernel);
    m_layout.output = place(m_layout.kernel.box.right() + operatorGap * px, outRows, outColumns);
    m_layout.padTop = t ? 0 : h.padBefore;
    m_layout.padLeft = t ? 0 : w.padBefore;
    m_layout.formulaTop = top + height + 8 * px;
    const double sumTop = std::max(m_layout.formulaTop + formulaHeight * px, 0.0);
    m_layout.sumCard =
        QRectF(margin * px, sumTop, size.width() - 2 * margin * px,
               std::max(sumHeight * px, std::min(size.height() - sumTop - margin * px, 190 * px)));
}

bool GridPainter::hasNumbers(double cell) const
{
    return cell >= 1.6 * smallestNumber * 1.2 * m_style.scale;
}

bool GridPainter::hasChips(double cell) const
{
    return cell >= 2.4 * smallestNumber * 1.3 * m_style.scale;
}

double GridPainter::strength(double value, double most) const
{
    return std::abs(value) / most;
}

void GridPainter::paintStill(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    paintTitles(p);
    paintOperators(p);
    paintInput(p);
    paintKernel(p);
    paintFormulas(p);
}

void GridPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (m_figure.scene.isTransposed) {
        paintTransposedOutput(p, m);
        paintStampWindow(p, m);
    } else {
        paintForwardOutput(p, m);
        paintWindow(p, m);
    }
    if (m_look.showSum) paintSum(p, m);
}

QRegion GridPainter::movingRegion(double, bool) const
{
    return m_layout.input.box.united(m_layout.output.box).united(m_layout.sumCard).toAlignedRect();
}

void GridPainter::paintTitle(QPainter& p, const GridLayout& grid, const QString& title,
                             const QString& subtitle, Role role) const
{
    const double px = m_style.scale;
    p.setPen(m_style.theme.role(role).text);
    p.setFont(m_style.font(20, QFont::Bold));
    // Titles stand on one line above the grids; a narrow grid's title may reach over its right edge.
    const double room = grid.box.width() + (operatorGap - 14) * px;
    const double widest = std::max(m_layout.sumCard.right() - grid.box.left(), 60 * px);
    const QRectF line(grid.box.left(), m_layout.titleTop, std::clamp(room, 60 * px, widest), 28 * px);
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title);
    p.setPen(m_style.theme.muted);
    p.setFont(m_style.font(13));
    p.drawText(QRectF(line.left(), line.bottom() - 2 * px, line.width(), 34 * px),
               Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, subtitle);
}

void GridPainter::paintTitles(QPainter& p) const
{
    const bool t = m_figure.scene.isTransposed;
    const Shape in = m_figure.inputShape(), k = m_figure.scene.kernel.shape, out = m_figure.outputShape();
    const auto sized = [](const QString& name, const Shape& s) {
        return QStringLiteral("%1 %2 × %3").arg(name).arg(s.height).arg(s.width);
    };
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const bool isPadded = h.padBefore + h.padAfter + w.padBefore + w.padAfter > 0;
    QString inputNote = m_look.isEditable ? m_style.texts.say("ConvPainter", "click a number to change it")
                                          : QString(),
            outputNote;
    if (!t && isPadded)
        inputNote =
            m_style.texts.say("ConvPainter", "hatched: padding; above %1, below %2, left %3, right %4")
                .arg(h.padBefore)
                .arg(h.padAfter)
                .arg(w.padBefore)
                .arg(w.padAfter);
    if (!t && (h.unreadTail() > 0 || w.unreadTail() > 0))
        inputNote = m_style.texts.say("ConvPainter", "crossed out: the last stride never reads it");
    if (m_layout.hasGhost)
        outputNote =
            m_style.texts.say("ConvPainter", "strong: what stride %1 keeps of the result at stride 1")
                .arg(std::max(h.stride, w.stride));
    if (t)
        outputNote = isPadded ? m_style.texts.say("ConvPainter", "red: cut off")
                              : m_style.texts.say("ConvPainter", "each input adds its stamp");
    paintTitle(p, m_layout.input, sized(m_style.texts.say("ConvPainter", "Input"), in), inputNote,
               Role::Input);
    paintTitle(p, m_layout.kernel, sized(m_style.texts.say("ConvPainter", "Filter"), k),
               m_look.isEditable ? m_style.texts.say("ConvPainter", "click to edit") : QString(),
               Role::Filter);
    paintTitle(p, m_layout.output, sized(m_style.texts.say("ConvPainter", "Output"), out), outputNote,
               Role::Output);
}

void GridPainter::paintCell(QPainter& p, const QRectF& cell, const QColor& ground, const QColor& border,
                            Qt::PenStyle style) const
{
    const double gap = std::min(1.5 * m_style.scale, cell.width() * 0.06),
                 radius = std::min(3 * m_style.scale, cell.width() * 0.12);
    p.setPen(QPen(border, m_style.scale, style));
    p.setBrush(ground);
    p.drawRoundedRect(cell.adjusted(gap, gap, -gap, -gap), radius, radius);
}

void GridPainter::paintHatched(QPainter& p, const QRectF& cell, const QColor& hatch, bool isSteep) const
{
    const double gap = std::min(1.5 * m_style.scale, cell.width() * 0.06);
    const QRectF inner = cell.adjusted(gap, gap, -gap, -gap);
    p.save();
    p.setClipRect(inner);
    p.setPen(QPen(hatch, m_style.scale));
    const double step = 7 * m_style.scale;
    for (double x = inner.left() - inner.height(); x < inner.right(); x += step)
        isSteep ? p.drawLine(QPointF(x, inner.top()), QPointF(x + inner.height(), inner.bottom()))
                : p.drawLine(QPointF(x, inner.bottom()), QPointF(x + inner.height(), inner.top()));
    p.restore();
}

void GridPainter::paintNumber(QPainter& p, const QRectF& cell, double value, const QColor& ink,
                              QFont::Weight weight) const
{
    if (!hasNumbers(cell.width())) return;
    const QString text = number(value);
    double pixels = std::clamp(cell.width() / m_style.scale * 0.38, smallestNumber, 26.0);
    const double wide = QFontMetricsF(m_style.font(pixels, weight)).horizontalAdvance(text);
    if (wide > cell.width() * 0.88) pixels = std::max(8.0, pixels * cell.width() * 0.88 / wide);
    p.setFont(m_style.font(pixels, weight));
    p.setPen(ink);
    p.drawText(cell, Qt::AlignCenter, text);
}

void GridPainter::paintInput(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const bool t = m_figure.scene.isTransposed;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const int readRows = h.padded() - h.unreadTail(), readColumns = w.padded() - w.unreadTail();
    for (int r = 0; r < m_layout.input.rows; ++r)
        for (int c = 0; c < m_layout.input.columns; ++c) {
            const QRectF cell = m_layout.input.at(r, c);
            const int row = r - m_layout.padTop, column = c - m_layout.padLeft;
            const int sourceRow = t ? row : h.source(row), sourceColumn = t ? column : w.source(column);
            const bool isPadding = !t && (!h.isInside(row) || !w.isInside(column));
            const bool isRead = sourceRow != Tap::none && sourceColumn != Tap::none;
            const double value = isRead ? m_figure.scene.input.at(0, 0, sourceRow, sourceColumn) : 0;
            if (isPadding) {
                paintCell(p, cell, theme.padding, theme.hatch);
                paintHatched(p, cell, theme.hatch);
            } else
                paintCell(p, cell, theme.shade(Role::Input, strength(value, m_greatestInput)),
                          mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
            if (!t && (r >= readRows || c >= readColumns)) paintHatched(p, cell, theme.faint, true);
            paintNumber(p, cell, value, isPadding ? theme.muted : theme.ink);
        }
    if (m_look.selected && m_look.selected->place == ConvPlace::Input)
        paintOutline(p, cellOf(*m_look.selected), 2);
}

void GridPainter::paintKernel(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    for (int r = 0; r < m_layout.kernel.rows; ++r)
        for (int c = 0; c < m_layout.kernel.columns; ++c) {
            const double value = m_figure.scene.kernel.at(0, 0, r, c);
            const QRectF cell = m_layout.kernel.at(r, c);
            paintCell(p, cell, theme.shade(Role::Filter, strength(value, m_greatestKernel)),
                      mixed(theme.surface, theme.role(Role::Filter).fill, 0.5));
            paintNumber(p, cell, value, theme.ink);
        }
    paintOutline(p, m_layout.kernel.box);
    if (m_look.selected && m_look.selected->place == ConvPlace::Kernel)
        paintOutline(p, cellOf(*m_look.selected), 2);
}

void GridPainter::paintForwardOutput(QPainter& p, const ConvMoment& m) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const int sh = m_layout.hasGhost ? h.stride : 1, sw = m_layout.hasGhost ? w.stride : 1;
    const QColor border = mixed(theme.surface, theme.role(Role::Output).fill, 0.55);
    for (int r = 0; r < m_layout.output.rows; ++r)
        for (int c = 0; c < m_layout.output.columns; ++c) {
            const QRectF cell = m_layout.output.at(r, c);
            const bool isKept = r % sh == 0 && c % sw == 0;
            const int position = (r / sh) * w.output + c / sw;
            const bool isDone = position < m.position || (position == m.position && m.writeShare > 0);
            // A ghost comes when the window has passed it: what is not computed yet is not drawn.
            const double at = static_cast<double>(r) / sh * w.output + static_cast<double>(c) / sw;
            const bool isPassed = r < m.row * sh || (r == m.row * sh && c < m.column * sw) || at < m.position;
            if (!isKept) {
                if (m_layout.hasGhost && isPassed && r <= m.row * sh) {
                    paintCell(p, cell, Qt::transparent, theme.line, Qt::DotLine);
                    const QRectF smaller = cell.adjusted(cell.width() * 0.1, cell.height() * 0.1,
                                                         -cell.width() * 0.1, -cell.height() * 0.1);
                    paintNumber(p, hasNumbers(smaller.width()) ? smaller : cell,
                                m_figure.strideOne->at(0, 0, r, c), theme.muted);
                }
                continue;
            }
            if (!isDone) {
                paintCell(p, cell, Qt::transparent, border, Qt::DashLine);
                continue;
            }
            const double value = m_figure.output.at(0, 0, r / sh, c / sw),
                         share = position == m.position ? m.writeShare : 1;
            p.setOpacity(share);
            paintCell(p, cell, theme.shade(Role::Output, strength(value, m_greatestOutput)), border);
            paintNumber(p, cell, value, theme.ink, QFont::Bold);
            p.setOpacity(1);
        }
    paintOutline(p, m_layout.output.at(m.row * sh, m.column * sw));
}

void GridPainter::paintTransposedOutput(QPainter& p, const ConvMoment& m) const
{
    const Theme& theme = m_style.theme;
    const StampedOutput now = stampedOutput(m_figure, m.position + (m.writeShare > 0 ? 1 : 0));
    const QColor border = mixed(theme.surface, theme.role(Role::Output).fill, 0.55);
    const Shape out = m_figure.outputShape();
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    for (int r = 0; r < m_layout.output.rows; ++r)
        for (int c = 0; c < m_layout.output.columns; ++c) {
            const QRectF cell = m_layout.output.at(r, c);
            const double value = now.values.at(0, 0, r, c);
            const bool isCropped = r < now.cropTop || c < now.cropLeft || r >= now.cropTop + out.height ||
                                   c >= now.cropLeft + out.width;
            // Touched by a stamp so far: the cell's inputs before or at this position.
            const int lastRow = m.position / w.output, lastColumn = m.position % w.output;
            bool isTouched = false;
            for (int i = 0; i <= lastRow && !isTouched; ++i)
                for (int j = 0; j < w.output; ++j) {
                    if (i == lastRow && (j > lastColumn || (j == lastColumn && m.writeShare == 0))) break;
                    const int kr = r - i * h.stride, kc = c - j * w.stride;
                    isTouched |= kr >= 0 && kc >= 0 && kr % h.dilation == 0 && kc % w.dilation == 0 &&
                                 kr / h.dilation < h.kernel && kc / w.dilation < w.kernel;
                }
            if (isCropped) {
                paintCell(p, cell, theme.dangerSoft, theme.danger, isTouched ? Qt::SolidLine : Qt::DashLine);
                paintHatched(p, cell, mixed(theme.surface, theme.danger, 0.45));
                if (isTouched) paintNumber(p, cell, value, theme.danger);
            } else if (isTouched || m_figure.scene.biasOf(0) != 0) {
                paintCell(p, cell, theme.shade(Role::Output, strength(value, m_greatestOutput)), border);
                paintNumber(p, cell, value, theme.ink, QFont::Bold);
            } else
                paintCell(p, cell, Qt::transparent, border, Qt::DashLine);
        }
}

void GridPainter::paintFactor(QPainter& p, const QRectF& cell, double value, double weight, bool isPadding,
                              bool isFormed) const
{
    const Theme& theme = m_style.theme;
    const QColor ground =
        isPadding ? theme.padding : theme.shade(Role::Input, strength(value, m_greatestInput));
    const double px = m_style.scale, size = cell.width();
    paintCell(p, cell, ground,
              isPadding ? theme.hatch : mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
    if (isPadding) paintHatched(p, cell, theme.hatch);
    const double pixels = std::clamp(size / px * 0.34, smallestNumber, 22.0);
    p.setFont(m_style.font(pixels, QFont::Bold));
    p.setPen(isPadding ? theme.muted : theme.ink);
    p.drawText(QRectF(cell.left() + size * 0.14, cell.top() + size * 0.04, size * 0.8, size * 0.5),
               Qt::AlignLeft | Qt::AlignVCenter, number(value));
    const QString text = QStringLiteral("×%1").arg(number(weight));
    const QFont font = m_style.font(std::clamp(size / px * 0.25, smallestNumber, 16.0), QFont::Bold);
    const double wide = std::max(QFontMetricsF(font).horizontalAdvance(text) + 6 * px, size * 0.42),
                 high = size * 0.38;
    const QRectF chip(cell.right() - wide - size * 0.07, cell.bottom() - high - size * 0.07, wide, high);
    const bool counts = weight != 0 && isFormed;
    p.setPen(QPen(counts ? theme.role(Role::Filter).fill : theme.line, px));
    p.setBrush(counts ? mixed(theme.surface, theme.role(Role::Filter).fill, 0.25) : theme.surface);
    p.drawRoundedRect(chip, 3 * px, 3 * px);
    p.setFont(font);
    p.setPen(weight != 0 ? theme.ink : theme.muted);
    p.drawText(chip, Qt::AlignCenter, text);
}

void GridPainter::paintWindow(QPainter& p, const ConvMoment& m) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const double top = m.windowRow * h.stride, left = m.windowColumn * w.stride;
    const bool hasArrived = m.windowColumn == m.column;
    if (hasArrived && hasChips(m_layout.input.cell)) {
        const Sum sum = sumBehind(m_figure.scene, m_figure.geometry, {m.row, m.column, 0});
        for (std::size_t i = 0; i < sum.terms.size(); ++i) {
            const Term& term = sum.terms[i];
            const QRectF cell = m_layout.input.at(term.row + m_layout.padTop, term.column + m_layout.padLeft);
            paintFactor(p, cell, term.value, term.weight, term.isPadding,
                        isFormedTerm(i, sum.terms.size(), m.termsShare));
        }
    }
    paintOutline(p, m_layout.input.span(top, left, h.effectiveKernel(), w.effectiveKernel()));
}

void GridPainter::paintStampWindow(QPainter& p, const ConvMoment& m) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    paintOutline(p, m_layout.input.at(m.windowRow, m.windowColumn));
    paintOutline(p, m_layout.output.span(m.windowRow * h.stride, m.windowColumn * w.stride,
                                         h.effectiveKernel(), w.effectiveKernel()));
}

void GridPainter::paintOutline(QPainter& p, const QRectF& rect, double width) const
{
    // An outline on top, never a wash over the cells.
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(m_style.theme.role(Role::Filter).fill, width * m_style.scale, Qt::SolidLine, Qt::SquareCap,
                  Qt::RoundJoin));
    p.drawRoundedRect(rect, 4 * m_style.scale, 4 * m_style.scale);
}

void GridPainter::paintOperators(QPainter& p) const
{
    const double px = m_style.scale, y = m_layout.kernel.box.center().y();
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.muted);
    p.drawEllipse(QPointF((m_layout.input.box.right() + m_layout.kernel.box.left()) / 2, y), 5 * px, 5 * px);
    const double x = (m_layout.kernel.box.right() + m_layout.output.box.left()) / 2;
    p.setPen(QPen(m_style.theme.muted, 3 * px, Qt::SolidLine, Qt::RoundCap));
    for (const double dy : {-4.5, 4.5})
        p.drawLine(QPointF(x - 9 * px, y + dy * px), QPointF(x + 9 * px, y + dy * px));
}

double GridPainter::drawRuns(QPainter& p, QPointF baseline, const std::vector<Run>& runs, double pixels) const
{
    for (const Run& run : runs) {
        p.setFont(m_style.font(pixels, run.weight));
        p.setPen(run.colour);
        p.drawText(baseline, run.text);
        baseline.rx() += QFontMetricsF(p.font()).horizontalAdvance(run.text);
    }
    return baseline.x();
}

double GridPainter::widthOf(const std::vector<Run>& runs, double pixels) const
{
    double width = 0;
    for (const Run& run : runs)
        width += QFontMetricsF(m_style.font(pixels, run.weight)).horizontalAdvance(run.text);
    return width;
}

std::vector<GridPainter::Run> GridPainter::formulaRuns(const ConvAxis& axis) const
{
    const Theme& theme = m_style.theme;
    std::vector<Run> runs;
    for (const FormulaPiece& piece : sizeFormula(axis, m_figure.scene.isTransposed)) {
        using Kind = FormulaPiece::Kind;
        const QString text = QString::fromStdString(piece.text);
        switch (piece.kind) {
        case Kind::Plain:
            runs.push_back({text, theme.ink});
            break;
        case Kind::Input:
            runs.push_back({text, theme.role(Role::Input).text, QFont::Bold});
            break;
        case Kind::Filter:
            runs.push_back({text, theme.role(Role::Filter).text, QFont::Bold});
            break;
        case Kind::Output:
            runs.push_back({text, theme.role(Role::Output).text, QFont::Bold});
            break;
        case Kind::Padding:
            runs.push_back({text, theme.muted, QFont::Bold});
            break;
        case Kind::Crop:
            runs.push_back({text, theme.danger, QFont::Bold});
            break;
        }
    }
    return runs;
}

void GridPainter::paintFormulas(QPainter& p) const
{
    const double px = m_style.scale;
    const auto rows = formulaRuns(m_figure.geometry.h), columns = formulaRuns(m_figure.geometry.w);
    const bool areAlike = m_figure.geometry.h == m_figure.geometry.w;
    const double right =
        std::min(std::max(m_layout.output.box.right(), m_layout.output.box.left() + 200 * px),
                 m_layout.sumCard.right());
    double pixels = areAlike ? 24 : 19;
    const double room = right - m_layout.input.box.left();
    pixels =
        std::min(pixels, pixels * room /
                             std::max(1.0, std::max(widthOf(rows, pixels), widthOf(columns, pixels)) * 1.0));
    const auto line = [&](const std::vector<Run>& runs, const QString& note, double y, bool isNoteBeside) {
        const double wide = widthOf(runs, pixels), x = std::max(m_layout.sumCard.left(), right - wide);
        drawRuns(p, {x, y}, runs, pixels);
        p.setFont(m_style.font(13));
        p.setPen(m_style.theme.muted);
        if (isNoteBeside)
            p.drawText(QRectF(x - 130 * px, y - 22 * px, 118 * px, 28 * px),
                       Qt::AlignRight | Qt::AlignVCenter, note);
        else
            p.drawText(QRectF(right - 400 * px, y + 7 * px, 400 * px, 20 * px), Qt::AlignRight | Qt::AlignTop,
                       note);
    };
    if (areAlike)
        line(rows, m_style.texts.say("ConvPainter", "rows and columns alike"), m_layout.formulaTop + 26 * px,
             false);
    else {
        line(rows, m_style.texts.say("ConvPainter", "rows"), m_layout.formulaTop + 22 * px, true);
        line(columns, m_style.texts.say("ConvPainter", "columns"), m_layout.formulaTop + 48 * px, true);
    }
}

std::vector<GridPainter::Run> GridPainter::productRuns(const Term& term, bool isFormed) const
{
    const Theme& theme = m_style.theme;
    const auto factor = [this](double v) {
        return v < 0 ? QStringLiteral("(%1)").arg(number(v)) : number(v);
    };
    if (term.product() == 0 || !isFormed)
        return {{factor(term.value) + QStringLiteral("·") + factor(term.weight),
                 isFormed ? theme.muted : theme.faint}};
    return {{factor(term.value), theme.role(Role::Input).text, QFont::Bold},
            {QStringLiteral("·"), theme.ink},
            {factor(term.weight), theme.role(Role::Filter).text, QFont::Bold}};
}

void GridPainter::paintSum(QPainter& p, const ConvMoment& m) const
{
    const double px = m_style.scale;
    p.setPen(QPen(m_style.theme.line, px));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(m_layout.sumCard, 10 * px, 10 * px);
    m_figure.scene.isTransposed ? paintStampSum(p, m) : paintForwardSum(p, m);
}

void GridPainter::paintForwardSum(QPainter& p, const ConvMoment& m) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const Sum sum = sumBehind(m_figure.scene, m_figure.geometry, {m.row, m.column, 0});
    const int kh = m_figure.scene.kernel.shape.height, kw = m_figure.scene.kernel.shape.width;
    const QRectF area = m_layout.sumCard.adjusted(22 * px, 12 * px, -22 * px, -12 * px);

    p.setFont(m_style.font(14));
    p.setPen(theme.muted);
    p.drawText(
        area, Qt::AlignRight | Qt::AlignTop,
        m_style.texts.say("ConvPainter", "row %1, column %2 of the output").arg(m.row + 1).arg(m.column + 1));

    double x = area.left();
    const bool keepsGeometry = kh <= 4 && kw <= 4;
    if (keepsGeometry) {
        double pixels = std::min(21.0, area.height() / px / kh * 0.6), pitch = 0;
        for (const Term& term : sum.terms)
            pitch = std::max(pitch, widthOf(productRuns(term, true), pixels));
        const double plus = 34 * px;
        if (kw * (pitch + plus) > area.width() * 0.62) {
            const double shrink = area.width() * 0.62 / (kw * (pitch + plus));
            pixels *= shrink;
            pitch *= shrink;
        }
        const double line = area.height() / kh;
        for (std::size_t i = 0; i < sum.terms.size(); ++i) {
            const Term& term = sum.terms[i];
            const double y = area.top() + (term.kernelRow + 0.5) * line + pixels * px * 0.36,
                         left = area.left() + term.kernelColumn * (pitch + plus);
            drawRuns(p, {left, y}, productRuns(term, isFormedTerm(i, sum.terms.size(), m.termsShare)),
                     pixels);
            const bool isLast = i + 1 == sum.terms.size();
            if (!isLast)
                drawRuns(p, {left + pitch + plus * 0.34, y}, {{QStringLiteral("+"), theme.muted}},
                         pixels * 0.9);
        }
        x += kw * (pitch + plus);
    }
    // The products that count, and their sum so far.
    std::vector<Run> runs;
    double total = m_figure.scene.biasOf(0);
    bool isFirst = true;
    const auto joinWith = [&](double value) {
        const QString sign = isFirst ? (value < 0 ? QStringLiteral("\u2212") : QString())
                                     : (value < 0 ? QStringLiteral(" \u2212 ") : QStringLiteral(" + "));
        runs.push_back({sign + number(std::abs(value)), theme.ink});
        isFirst = false;
    };
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        if (!isFormedTerm(i, sum.terms.size(), m.termsShare)) continue;
        total += sum.terms[i].product();
        if (sum.terms[i].product() != 0) joinWith(sum.terms[i].product());
    }
    if (m_figure.scene.biasOf(0) != 0 && m.termsShare >= 1) joinWith(m_figure.scene.biasOf(0));
    if (isFirst) runs.push_back({QStringLiteral("0"), theme.ink});
    runs.push_back({QStringLiteral(" = "), theme.muted});
    const QString result = number(total);
    const double equalSpace = keepsGeometry ? 44 * px : 0, room = area.right() - x - equalSpace;
    double pixels = 26;
    const double resultPixels = 40,
                 needed = widthOf(runs, pixels) + widthOf({{result, theme.ink, QFont::Bold}}, resultPixels);
    const double shrink = std::min(1.0, room / std::max(1.0, needed));
    pixels *= shrink;
    const double y = area.center().y() + pixels * px * 0.36 + 4 * px;
    if (keepsGeometry) drawRuns(p, {x + 6 * px, y}, {{QStringLiteral("="), theme.muted}}, 26);
    const double after = drawRuns(p, {x + equalSpace, y}, runs, std::max(pixels, 8.0));
    drawRuns(p, {after, y},
             {{result, m.termsShare >= 1 ? theme.role(Role::Output).text : theme.muted, QFont::Bold}},
             resultPixels * std::max(shrink, 0.4));
    p.setFont(m_style.font(13));
    p.setPen(theme.muted);
    p.drawText(QRectF(x + equalSpace, area.top(), area.right() - x - equalSpace, area.height()),
               Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap,
               m_style.texts.say("ConvPainter", "Terms with a 0 are grey: they add nothing."));
}

void GridPainter::paintStampSum(QPainter& p, const ConvMoment& m) const
{
    const double px = m_style.scale;
    const Theme& theme = m_style.theme;
    const double x = m_figure.scene.input.at(0, 0, m.row, m.column);
    const TensorD& k = m_figure.scene.kernel;
    const QRectF area = m_layout.sumCard.adjusted(22 * px, 12 * px, -22 * px, -12 * px);
    p.setFont(m_style.font(14));
    p.setPen(theme.muted);
    p.drawText(
        area, Qt::AlignRight | Qt::AlignTop,
        m_style.texts.say("ConvPainter", "row %1, column %2 of the input").arg(m.row + 1).arg(m.column + 1));
    const auto products = [&](int r, int c, bool isFormed) {
        const Term term{.value = x, .weight = k.at(0, 0, r, c)};
        auto runs = productRuns(term, isFormed);
        runs.push_back({QStringLiteral(" = "), theme.muted});
        runs.push_back({number(term.product()),
                        isFormed && term.product() != 0 ? theme.role(Role::Output).text : theme.muted,
                        QFont::Bold});
        return runs;
    };
    double pixels = std::min(20.0, area.height() / px / k.shape.height * 0.55), pitch = 0;
    for (int r = 0; r < k.shape.height; ++r)
        for (int c = 0; c < k.shape.width; ++c)
            pitch = std::max(pitch, widthOf(products(r, c, true), pixels));
    const double room = area.width() * 0.66, gap = 30 * px;
    const double shrink = std::min(1.0, room / (k.shape.width * (pitch + gap)));
    pixels *= shrink;
    for (int r = 0; r < k.shape.height; ++r)
        for (int c = 0; c < k.shape.width; ++c) {
            const auto index = static_cast<std::size_t>(r * k.shape.width + c);
            const double y = area.top() + (r + 0.5) * area.height() / k.shape.height + pixels * px * 0.36;
            drawRuns(p, {area.left() + c * (pitch + gap) * shrink, y},
                     products(r, c, isFormedTerm(index, k.data.size(), m.termsShare)), pixels);
        }
    p.setFont(m_style.font(15));
    p.setPen(theme.ink);
    const double left = area.left() + k.shape.width * (pitch + gap) * shrink + 10 * px;
    p.drawText(QRectF(left, area.top() + 24 * px, area.right() - left, area.height() - 24 * px),
               Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
               m_style.texts
                   .say("ConvPainter", "The filter times %1 is stamped onto the output, %2 cells further "
                                       "each time; where stamps overlap they add.")
                   .arg(number(x))
                   .arg(m_figure.geometry.w.stride));
}

std::optional<ConvHit> GridPainter::hit(const QPointF& point) const
{
    const auto cellIn = [&](const GridLayout& g) -> std::optional<std::pair<int, int>> {
        if (!g.box.contains(point)) return std::nullopt;
        return std::pair(static_cast<int>((point.y() - g.box.top()) / g.cell),
                         static_cast<int>((point.x() - g.box.left()) / g.cell));
    };
    if (const auto c = cellIn(m_layout.kernel)) return ConvHit{ConvPlace::Kernel, c->first, c->second};
    const Shape in = m_figure.inputShape();
    if (const auto c = cellIn(m_layout.input)) {
        const int row = c->first - m_layout.padTop, column = c->second - m_layout.padLeft;
        if (row >= 0 && column >= 0 && row < in.height && column < in.width)
            return ConvHit{ConvPlace::Input, row, column};
    }
    if (const auto c = cellIn(m_layout.output)) {
        const int sh = m_layout.hasGhost ? m_figure.geometry.h.stride : 1,
                  sw = m_layout.hasGhost ? m_figure.geometry.w.stride : 1;
        if (!m_figure.scene.isTransposed && c->first % sh == 0 && c->second % sw == 0)
            return ConvHit{ConvPlace::Output, c->first / sh, c->second / sw};
    }
    return std::nullopt;
}

QRectF GridPainter::cellOf(const ConvHit& hit) const
{
    switch (hit.place) {
    case ConvPlace::Input:
        return m_layout.input.at(hit.row + m_layout.padTop, hit.column + m_layout.padLeft);
    case ConvPlace::Kernel:
        return m_layout.kernel.at(hit.row, hit.column);
    case ConvPlace::Output:
        break;
    }
    const int sh = m_layout.hasGhost ? m_figure.geometry.h.stride : 1,
              sw = m_layout.hasGhost ? m_figure.geometry.w.stride : 1;
    return m_layout.output.at(hit.row * sh, hit.column * sw);
}

QString GridPainter::describe(double t) const
{
    const ConvMoment m = momentAt(m_figure, t);
    if (m_figure.scene.isTransposed)
        return m_style.texts.say("ConvPainter", "Input row %1, column %2: the filter times %3 is stamped.")
            .arg(m.row + 1)
            .arg(m.column + 1)
            .arg(number(m_figure.scene.input.at(0, 0, m.row, m.column)));
    return m_style.texts.say("ConvPainter", "Window at output row %1, column %2: the sum is %3.")
        .arg(m.row + 1)
        .arg(m.column + 1)
        .arg(number(m_figure.output.at(0, 0, m.row, m.column)));
}

} // namespace hg
