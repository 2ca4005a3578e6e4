#include "ui/painters/line_painter.h"

#include "core/lab/conv_links.h"
#include "core/nn/activation.h"
#include "ui/painters/formula_text.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

double greatest(const TensorD& t)
{
    double most = 0;
    for (const double v : t.data)
        most = std::max(most, std::abs(v));
    return most > 0 ? most : 1;
}

/// Of a twin: how many inputs, not zeros put in between, each window holds.
TensorD countsOf(const ConvFigure& twin)
{
    const ConvAxis& axis = twin.geometry.w;
    TensorD counts(1, {1, 1, axis.output});
    for (int o = 0; o < axis.output; ++o)
        forEachTap(axis, o, [&](const Tap& tap) {
            const bool isInput = tap.source != Tap::none && tap.source % (twin.zerosBetween->w + 1) == 0;
            counts.at(0, 0, 0, o) += isInput ? 1 : 0;
        });
    return counts;
}

/// How wide an upright page's cell is that holds the longest number of its rows, in pixels.
double leastCellOf(const ConvFigure& figure, const PaintStyle& style)
{
    constexpr double pixels = 15, most = 64;
    const QFontMetricsF metrics(style.font(pixels, QFont::Bold));
    double widest = 0;
    for (const TensorD* values : {&figure.scene.input, &figure.scene.kernel, &figure.output})
        for (const double v : values->data)
            widest = std::max(widest, metrics.horizontalAdvance(style.texts.number(v)));
    return std::min(widest / 0.9, style.px(most));
}

/// Upright, what is drawn stays between the strips' ends as long as this lives.
class StripClip {
public:
    StripClip(QPainter& painter, const LineLayout& layout) : m_painter(painter)
    {
        m_painter.save();
        if (!layout.isUpright) return;
        const QRectF& card = layout.inputCard;
        m_painter.setClipRect(QRectF(card.left() + 2, 0, card.width() - 4, layout.sumCard.bottom()));
    }
    ~StripClip() { m_painter.restore(); }
    StripClip(const StripClip&) = delete;
    StripClip& operator=(const StripClip&) = delete;

private:
    QPainter& m_painter;
};

} // namespace

LinePainter::LinePainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                         const ConvLook& look)
    : m_figure(figure)
    , m_style(style)
    , m_look(look)
    , m_layout(layOutLine(figure, size, style.scale, look))
    , m_marks(m_style)
    , m_inputScale(LineScale::of(figure.scene.input))
    , m_outputScale(LineScale::of(figure.output))
    , m_kernelScale(LineScale::of(figure.scene.kernel))
    , m_greatestInput(greatest(figure.scene.input))
    , m_greatestKernel(greatest(figure.scene.kernel))
    , m_greatestOutput(greatest(figure.output))
    , m_filter(std::clamp(look.filter, 0, std::max(0, figure.outputShape().channels - 1)))
{
    if (figure.strideOne && m_look.showGhost) m_outputScale = LineScale::of(*figure.strideOne);
    if (figure.zerosBetween) m_counts = countsOf(figure);
    if (look.isUpright) layOutUpright(size);
    if (!figure.scene.isTransposed) return;
    m_stamps.emplace(figure);
    m_whole = stampedOutput(figure, figure.positionCount());
    m_counts = stampCounts(figure);
    m_outputScale = LineScale::of(m_whole.values);
    m_greatestOutput = greatest(m_whole.values);
}

void LinePainter::layOutUpright(const QSizeF& size)
{
    const auto heightOf = [&](const QString& note) {
        const double high = wrappedHeight(note, m_layout.seen.width(), m_style, uprightNote);
        return high > 0 ? high + m_style.px(4) : 0;
    };
    UprightRoom room{.inputNote = heightOf(inputNote()), .outputNote = heightOf(outputNote())};
    if (m_figure.scene.sampleRate <= 0) room.leastCell = leastCellOf(m_figure, m_style);
    m_layout = layOutLine(m_figure, size, m_style.scale, m_look, room);
}

bool LinePainter::isRead(int channel) const
{
    const ConvScene& s = m_figure.scene;
    if (s.pooling) return channel == m_filter;
    if (s.isTransposed || s.groups == 1) return true;
    return channel / (s.channels() / s.groups) == m_filter / (s.filters() / s.groups);
}

bool LinePainter::isInserted(int column) const
{
    const int zeros = m_figure.zerosBetween ? m_figure.zerosBetween->w : 0;
    return zeros > 0 && column > 0 && column < m_figure.inputShape().width && column % (zeros + 1) != 0;
}

void LinePainter::paintStill(QPainter& p) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    paintHead(p);
    paintStrip(p);
    m_marks.card(p, m_layout.inputCard);
    m_marks.card(p, m_layout.outputCard);
    paintInput(p);
    paintTitle(p, m_layout.outputCard,
               QStringLiteral("%1 %2").arg(m_style.texts.say("LinePainter", "Output"), outputSize()),
               Role::Output, outputNote());
    if (m_look.hidesSize) return paintSizeQuestion(p);
    if (!m_layout.hasCells) {
        paintAxis(p, m_outputScale, m_layout.outputRow);
        paintIndices(p, m_layout.outputRow, true);
    }
    if (!m_layout.hasCells || !(m_layout.isTransposed || m_figure.zerosBetween)) return;
    const StripClip clip(p, m_layout);
    paintCounts(p);
}

void LinePainter::paint(QPainter& p, double t, bool withProducts) const
{
    const double scroll = m_layout.scroll(momentAt(m_figure, t, withProducts).windowColumn);
    if (scroll == 0) return ConvPicture::paint(p, t, withProducts);
    LinePainter there(*this);
    there.m_layout.left -= scroll;
    there.ConvPicture::paint(p, t, withProducts);
}

void LinePainter::paintTitle(QPainter& p, const QRectF& card, const QString& title, Role role,
                             const QString& note) const
{
    const double px = m_style.scale, side = (m_layout.isUpright ? 8 : 16) * px;
    const QRectF line(card.left() + side, card.top() + 6 * px, card.width() - 2 * side, 26 * px);
    m_marks.title(p, line, title, role, m_layout.isUpright ? QString() : note);
    if (m_layout.isUpright)
        m_marks.sentence(p, line.translated(0, line.height()), note, m_style.theme.muted, uprightNote);
}

void LinePainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    if (m_look.showSum) paintSum(p, m, t > 0);
    const StripClip clip(p, m_layout);
    if (m_layout.isTransposed) {
        paintStamps(p, m);
        if (!m_look.hidesSize) paintStampedOutput(p, m);
    } else {
        if (!m_look.hidesSize) paintForwardOutput(p, m, t > 0);
        paintWindow(p, m);
    }
    if (t > 0) paintDiffering(p, m);
    paintFocus(p);
}

void LinePainter::paintDiffering(QPainter& p, const ConvMoment& m) const
{
    const Shape out = m_figure.outputShape();
    if (m_look.outlined.size() != out.size() || m_look.hidesSize) return;
    const int shown = m_layout.isTransposed ? out.width : m.position + 1;
    for (int o = 0; o < shown; ++o)
        if (m_look.outlined[out.index(m_filter, 0, o)])
            m_marks.outline(p, cellOf({ConvPlace::Output, 0, o, 0, m_filter}).adjusted(1, 1, -1, -1),
                            m_style.theme.danger, 1.8, Qt::DashLine);
}

QRegion LinePainter::movingRegion(double, bool) const
{
    const int edge = static_cast<int>(std::ceil(3 * m_style.scale));
    const auto grown = [edge](const QRectF& r) {
        return r.toAlignedRect().adjusted(-edge, -edge, edge, edge);
    };
    return QRegion(grown(m_layout.inputCard)) + QRegion(grown(m_layout.sumCard)) +
           QRegion(grown(m_layout.outputCard));
}

void LinePainter::paintHead(QPainter& p) const
{
    const auto runs =
        formulaRuns(m_figure.geometry.w, m_layout.isTransposed, m_style.theme, m_look.hidesSize);
    const QRectF& line = m_layout.formula;
    const double wide = m_marks.widthOf(runs, 21), pixels = std::min(21.0, 21 * line.width() / wide),
                 left = m_layout.isUpright ? line.left() : line.right() - wide * pixels / 21;
    m_marks.runs(p, {left, line.top() + m_style.px(24)}, runs, pixels);
    if (!m_layout.counter.isEmpty()) paintCounter(p);
}

void LinePainter::paintCounter(QPainter& p) const
{
    const auto runs = counterRuns(m_figure.scene, m_style.theme);
    const QRectF& line = m_layout.counter;
    const double wide = m_marks.widthOf(runs, 16), pixels = std::min(16.0, 16 * line.width() / wide),
                 left = m_layout.isUpright ? line.left() : line.right() - wide;
    m_marks.runs(p, {left, line.bottom() - m_style.px(5)}, runs, pixels);
    if (m_layout.isUpright) return;
    const QString note = counterNote(m_style.texts);
    const double gap = m_style.px(12), noteWide = m_marks.widthOf(note, 13) + gap;
    if (left - noteWide < m_layout.strip.right() + gap) return;
    m_marks.text(p, QRectF(left - noteWide, line.top(), noteWide - gap, line.height()),
                 Qt::AlignRight | Qt::AlignVCenter, note, m_style.theme.muted);
}

void LinePainter::paintStrip(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const ConvScene& s = m_figure.scene;
    const int taps = s.kernel.shape.width;
    const double leastWeight = m_layout.isUpright ? m_style.px(32) : 0; // smaller numbers are in the sum
    const QRectF name(m_layout.head.left(), m_layout.strip.top(),
                      m_layout.strip.left() - m_layout.head.left(),
                      std::min(m_layout.strip.height(), m_style.px(32)));
    const QString title =
        s.pooling ? m_style.texts.say("LinePainter", "Window") : m_style.texts.say("LinePainter", "Filter");
    const QString shown =
        s.filters() > 1 && !s.pooling ? QStringLiteral("%1 %2").arg(title).arg(m_filter + 1) : title;
    m_marks.text(p, name, Qt::AlignLeft | Qt::AlignVCenter, shown, theme.role(Role::Filter).text, 15,
                 QFont::Bold);
    for (int ch = 0; ch < s.channels(); ++ch)
        for (int k = 0; k < taps; ++k) {
            if (!isRead(ch)) continue;
            const QRectF box = cellOf({ConvPlace::Kernel, 0, k, ch, m_filter});
            const double w = s.pooling ? 0 : weightAt(s, m_filter, ch, 0, k);
            m_marks.cell(p, box, theme.shade(Role::Filter, std::abs(w) / m_greatestKernel),
                         mixed(theme.surface, theme.role(Role::Filter).fill, 0.5));
            if (!s.pooling && box.width() >= leastWeight) m_marks.number(p, box, w, theme.ink);
        }
    if (m_look.selected && m_look.selected->place == ConvPlace::Kernel)
        m_marks.outline(p, cellOf(*m_look.selected), theme.accent, 2.5);
}

QString LinePainter::inputNote() const
{
    const ConvAxis& a = m_figure.geometry.w;
    QStringList parts;
    if (m_figure.scene.sampleRate > 0)
        parts << m_style.texts.say("LinePainter", "%1 samples a second")
                     .arg(m_style.texts.number(m_figure.scene.sampleRate));
    if (m_figure.zerosBetween && m_figure.zerosBetween->w > 0)
        parts << m_style.texts.say("LinePainter", "dashed: inserted zeros");
    if (!m_layout.isTransposed && a.padBefore + a.padAfter > 0)
        parts << m_style.texts.say("LinePainter", "padding: left %1, right %2")
                     .arg(a.padBefore)
                     .arg(a.padAfter);
    if (!m_layout.isTransposed && a.unreadTail() > 0)
        parts << m_style.texts.say("LinePainter", "never read: %1, because stride %2 does not fit again")
                     .arg(a.unreadTail())
                     .arg(a.stride);
    if (m_layout.isTransposed)
        parts << m_style.texts
                     .say("LinePainter", "each input stamps the filter, with stride %1; overlaps add up")
                     .arg(a.stride);
    return parts.join(QStringLiteral(" · "));
}

QString LinePainter::outputSize() const
{
    return m_look.hidesSize ? QStringLiteral("?") : QString::number(m_figure.outputShape().width);
}

void LinePainter::paintSizeQuestion(QPainter& p) const
{
    QRectF box(0, 0, m_style.px(140), m_layout.outputRow.height());
    box.moveCenter(m_layout.outputRow.center());
    m_marks.question(p, box);
}

QString LinePainter::outputNote() const
{
    if (m_look.hidesSize) return {};
    const ConvAxis& a = m_figure.geometry.w;
    QStringList parts;
    const int filters = m_figure.outputShape().channels;
    if (!m_look.outlined.empty())
        parts << m_style.texts.say("LinePainter", "dashed: other rules give another number");
    if (filters > 1)
        parts << m_style.texts.say("LinePainter", "of filter %1 of %2").arg(m_filter + 1).arg(filters);
    if (m_layout.isTransposed) {
        if (a.padBefore > 0 || a.padAfter > 0)
            parts << m_style.texts.say("LinePainter", "red: cut off, left %1, right %2")
                         .arg(a.padBefore)
                         .arg(std::max(0, a.padAfter));
        if (m_layout.hasCells)
            parts << m_style.texts.say("LinePainter", "dots: how many stamps reach a cell");
    } else {
        parts << m_style.texts.say("LinePainter", "each under the middle of its window");
        if (m_figure.zerosBetween && m_layout.hasCells)
            parts << m_style.texts.say("LinePainter", "dots: how many inputs a window holds");
        if (m_figure.strideOne && m_look.showGhost)
            parts << m_style.texts.say("LinePainter", "faint: what stride %1 leaves out").arg(a.stride);
    }
    return parts.join(QStringLiteral(" · "));
}

void LinePainter::paintInput(QPainter& p) const
{
    paintTitle(p, m_layout.inputCard,
               QStringLiteral("%1 %2")
                   .arg(m_style.texts.say("LinePainter", "Input"))
                   .arg(m_figure.inputShape().width),
               Role::Input, inputNote());
    const StripClip clip(p, m_layout);
    for (int ch = 0; ch < m_figure.scene.channels(); ++ch)
        m_layout.hasCells ? paintInputCells(p, ch) : paintInputStems(p, ch);
    if (m_look.selected && m_look.selected->place == ConvPlace::Input)
        m_marks.outline(p, cellOf(*m_look.selected), m_style.theme.accent, 2.5);
}

void LinePainter::paintInputCells(QPainter& p, int channel) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis& a = m_figure.geometry.w;
    const QRectF row = m_layout.inputRows[static_cast<std::size_t>(channel)];
    const int first = m_layout.isTransposed ? 0 : m_layout.first,
              count = m_layout.isTransposed ? a.output : m_layout.columns;
    for (int c = first; c < first + count; ++c) {
        const bool isPadding = !m_layout.isTransposed && !a.isInside(c);
        const int source = m_layout.isTransposed ? c : a.source(c);
        const double value = source == Tap::none ? 0 : m_figure.scene.input.at(0, channel, 0, source);
        const QRectF box = cellOf({ConvPlace::Input, 0, c, channel});
        const bool isPutIn = isInserted(c);
        m_marks.cell(p, box,
                     isPadding ? theme.padding : theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                     isPadding ? theme.hatch
                     : isPutIn ? theme.role(Role::Input).fill
                               : mixed(theme.surface, theme.role(Role::Input).fill, 0.5),
                     isPutIn ? Qt::DashLine : Qt::SolidLine);
        if (isPadding) m_marks.hatch(p, box, theme.hatch);
        const bool isNeverRead = !m_layout.isTransposed && !a.isReached(c);
        if (isNeverRead) m_marks.hatch(p, box, theme.faint, true);
        m_marks.number(p, box, value, isPadding || isPutIn ? theme.muted : theme.ink);
    }
    if (m_layout.isTransposed || m_layout.isUpright || channel > 0) return;
    paintBracket(p, -a.padBefore, a.padBefore, row,
                 m_style.texts.say("LinePainter", "left %1").arg(a.padBefore));
    paintBracket(p, a.input, a.padAfter, row, m_style.texts.say("LinePainter", "right %1").arg(a.padAfter));
}

void LinePainter::paintBracket(QPainter& p, double column, int count, const QRectF& row,
                               const QString& text) const
{
    const double px = m_style.scale;
    const QRectF span = m_layout.across(column, count, row).adjusted(2 * px, 0, -2 * px, 0);
    const double y = row.top() - 4 * px;
    if (count < 1 || y - 18 * px < m_layout.inputCard.top() + 24 * px) return;
    p.setPen(QPen(m_style.theme.muted, 1.4 * px));
    p.drawPolyline(QPolygonF({{span.left(), row.top() - px},
                              {span.left(), y},
                              {span.right(), y},
                              {span.right(), row.top() - px}}));
    m_marks.text(p, QRectF(span.center().x() - 60 * px, y - 19 * px, 120 * px, 18 * px),
                 Qt::AlignHCenter | Qt::AlignBottom, text, m_style.theme.muted);
}

void LinePainter::paintPadding(QPainter& p, const QRectF& row) const
{
    const ConvAxis& a = m_figure.geometry.w;
    for (const auto& [column, count] :
         {std::pair(-a.padBefore, a.padBefore), std::pair(a.input, a.padAfter)}) {
        if (count < 1) continue;
        const QRectF box = m_layout.across(column, count, row);
        p.fillRect(box, m_style.theme.padding);
        m_marks.hatch(p, box, m_style.theme.hatch);
    }
}

void LinePainter::paintUnread(QPainter& p, const QRectF& row) const
{
    const ConvAxis& a = m_figure.geometry.w;
    if (a.unreadTail() < 1) return;
    const QRectF box = m_layout.across(a.reach() - a.padBefore, a.unreadTail(), row);
    m_marks.hatch(p, box, m_style.theme.faint, true);
    m_marks.outline(p, box, m_style.theme.faint, 1);
}

void LinePainter::paintStem(QPainter& p, double column, double value, const LineScale& scale,
                            const QRectF& row, const QColor& colour, double share) const
{
    const double px = m_style.scale, x = m_layout.x(column + 0.5), zero = scale.y(0, row),
                 y = zero + share * (scale.y(value, row) - zero);
    const double dot = std::clamp(m_layout.cell * 0.3, 1.2 * px, 4.5 * px);
    p.setPen(QPen(colour, std::clamp(m_layout.cell * 0.16, 0.8 * px, 2.4 * px), Qt::SolidLine, Qt::FlatCap));
    p.drawLine(QPointF(x, zero), QPointF(x, y));
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(QPointF(x, y), dot, dot);
}

void LinePainter::paintInputStems(QPainter& p, int channel) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis& a = m_figure.geometry.w;
    const QRectF row = m_layout.inputRows[static_cast<std::size_t>(channel)];
    if (!m_layout.isTransposed) paintPadding(p, row);
    paintAxis(p, m_inputScale, row);
    const int first = m_layout.isTransposed ? 0 : m_layout.first,
              count = m_layout.isTransposed ? a.output : m_layout.columns;
    for (int c = first; c < first + count; ++c) {
        const bool isPadding = !m_layout.isTransposed && !a.isInside(c);
        const int source = m_layout.isTransposed ? c : a.source(c);
        const double value = source == Tap::none ? 0 : m_figure.scene.input.at(0, channel, 0, source);
        paintStem(p, m_layout.inputColumn(c), value, m_inputScale, row,
                  isPadding || isInserted(c) ? theme.faint : theme.role(Role::Input).fill);
        if (m_layout.cell >= m_style.px(30) && !isPadding && !m_layout.isUpright) {
            const double y = m_inputScale.y(value, row), up = value < 0 ? m_style.px(5) : -m_style.px(21);
            m_marks.text(p, m_layout.across(m_layout.inputColumn(c), 1, QRectF(0, y + up, 1, m_style.px(16))),
                         Qt::AlignCenter, number(value), theme.role(Role::Input).text, 11);
        }
    }
    if (!m_layout.isTransposed) paintUnread(p, row);
    if (m_figure.scene.channels() == 1) paintIndices(p, row, false);
}

void LinePainter::paintAxis(QPainter& p, const LineScale& scale, const QRectF& row) const
{
    const double px = m_style.scale, left = m_layout.left - 8 * px,
                 right = m_layout.x(m_layout.first + m_layout.columns);
    double lowest = 1e9; // where the last label stands: the next one keeps away from it
    for (const double tick : scale.ticks()) {
        const double y = scale.y(tick, row);
        p.setPen(QPen(tick == 0 ? m_style.theme.faint : m_style.theme.line, px));
        p.drawLine(QPointF(left, y), QPointF(right, y));
        if (lowest - y < 16 * px) continue;
        lowest = y;
        m_marks.text(p, QRectF(left - 60 * px, y - 10 * px, 54 * px, 20 * px),
                     Qt::AlignRight | Qt::AlignVCenter, number(tick), m_style.theme.muted);
    }
}

void LinePainter::paintIndices(QPainter& p, const QRectF& row, bool isOutput) const
{
    const double px = m_style.scale;
    const bool isSmallSide = isOutput != m_layout.isTransposed;
    const int count = isOutput ? m_figure.outputShape().width : m_figure.inputShape().width;
    const double apart = m_layout.cell * (isSmallSide ? m_layout.stride : 1);
    int step = 1;
    for (const int s : {1, 2, 5, 10, 20, 50, 100, 200}) {
        step = s;
        if (s * apart >= 44 * px) break;
    }
    for (int i = 0; i < count; i += step) {
        const double shift = isOutput && m_layout.isTransposed ? m_whole.cropLeft : 0,
                     column = isOutput ? m_layout.outputColumn(i) + shift : m_layout.inputColumn(i);
        m_marks.text(p, QRectF(m_layout.x(column + 0.5) - 30 * px, row.bottom() + 3 * px, 60 * px, 16 * px),
                     Qt::AlignCenter, QString::number(i), m_style.theme.muted);
    }
}

void LinePainter::paintWindow(QPainter& p, const ConvMoment& m) const
{
    const QColor orange = m_style.theme.role(Role::Filter).fill;
    const double start = m_layout.windowStart(m.windowColumn);
    for (int ch = 0; ch < m_figure.scene.channels(); ++ch) {
        if (!isRead(ch)) continue;
        const auto lane = static_cast<std::size_t>(ch);
        const QRectF window = m_layout.across(start, m_layout.extent(), m_layout.inputRows[lane]),
                     filter = m_layout.across(start, m_layout.extent(), m_layout.filterRows[lane]);
        paintWeights(p, m, ch);
        m_marks.outline(p, window, orange);
        if (m_figure.scene.pooling) continue;
        p.setPen(QPen(orange, m_style.px(1.4), Qt::DotLine));
        for (const double x : {window.left(), window.right()})
            p.drawLine(QPointF(x, window.bottom()), QPointF(x, filter.bottom()));
    }
    if (m_layout.hasCells) return;
    const QString words =
        m_figure.scene.pooling
            ? m_style.texts.say("LinePainter", "the values of one window")
            : m_style.texts.say("LinePainter", "each weight under the value that it multiplies");
    const QRectF filter = m_layout.across(start, m_layout.extent(), m_layout.filterRows.back());
    const double wide = m_marks.widthOf(words, 13), space = m_style.px(12);
    const bool fitsRight =
        filter.right() + space +
        wide<m_layout.inputCard.right() - space, fitsLeft = filter.left() - space - wide> m_layout.inputCard
            .left() +
        space;
    if (!fitsRight && !fitsLeft) return;
    m_marks.text(p,
                 QRectF(fitsRight ? filter.right() + space : filter.left() - space - wide, filter.top(), wide,
                        filter.height()),
                 Qt::AlignLeft | Qt::AlignVCenter, words, m_style.theme.muted);
}

void LinePainter::paintWeights(QPainter& p, const ConvMoment& m, int channel) const
{
    const Theme& theme = m_style.theme;
    const ConvScene& s = m_figure.scene;
    if (s.pooling) return;
    const TensorD applied = appliedKernel(s);
    const QRectF row = m_layout.filterRows[static_cast<std::size_t>(channel)];
    const double start = m_layout.windowStart(m.windowColumn);
    for (int k = 0; k < s.kernel.shape.width; ++k) {
        const double w = applied.at(m_filter, channel % applied.shape.channels, 0, k);
        const QRectF box = m_layout.across(m_layout.axis.tapPlace(m.windowColumn, k), 1, row);
        if (m_layout.hasCells) {
            m_marks.cell(p, box, theme.shade(Role::Filter, std::abs(w) / m_greatestKernel),
                         mixed(theme.surface, theme.role(Role::Filter).fill, 0.5));
            m_marks.number(p, box, w, theme.ink, QFont::Bold);
            continue;
        }
        const double zero = m_kernelScale.y(0, row), y = m_kernelScale.y(w, row), edge = box.width() * 0.2;
        p.fillRect(QRectF(QPointF(box.left() + edge, std::min(zero, y)),
                          QPointF(box.right() - edge, std::max(zero, y))),
                   theme.role(Role::Filter).fill);
    }
    if (m_layout.hasCells) return;
    const QRectF base = m_layout.across(start, m_layout.extent(), row);
    p.setPen(QPen(theme.role(Role::Filter).fill, m_style.scale));
    p.drawLine(QPointF(base.left(), m_kernelScale.y(0, row)), QPointF(base.right(), m_kernelScale.y(0, row)));
}

void LinePainter::paintOutputCell(QPainter& p, int, double value, bool isCropped, double column) const
{
    const Theme& theme = m_style.theme;
    const QRectF box = m_layout.across(column, 1, m_layout.outputRow);
    m_marks.cell(p, box,
                 isCropped ? theme.dangerSoft : theme.shade(Role::Output, std::abs(value) / m_greatestOutput),
                 isCropped ? theme.danger : mixed(theme.surface, theme.role(Role::Output).fill, 0.5));
    if (isCropped) m_marks.hatch(p, box, mixed(theme.dangerSoft, theme.danger, 0.5));
    m_marks.number(p, box, value, isCropped ? theme.danger : theme.ink, QFont::Bold);
}

void LinePainter::paintGhost(QPainter& p, const ConvMoment& m) const
{
    if (!m_figure.strideOne || !m_look.showGhost) return;
    const Theme& theme = m_style.theme;
    const int reached = m.position * m_layout.stride; // of those at stride 1
    for (int j = 0; j < reached; ++j) {
        if (j % m_layout.stride == 0) continue;
        const double value = m_figure.strideOne->at(0, m_filter, 0, j), column = m_layout.outputColumn(0) + j;
        if (m_layout.hasCells) {
            const QRectF box = m_layout.across(column, 1, m_layout.outputRow);
            m_marks.outline(p, box.adjusted(2, 2, -2, -2), theme.line, 1, Qt::DashLine);
            m_marks.number(p, box, value, theme.faint);
        } else {
            const double y = m_outputScale.y(value, m_layout.outputRow);
            p.setPen(QPen(mixed(theme.surface, theme.role(Role::Output).fill, 0.55), m_style.px(1.2)));
            p.setBrush(theme.surface);
            const double dot = std::clamp(m_layout.cell * 0.22, 1 * m_style.scale, 3 * m_style.scale);
            p.drawEllipse(QPointF(m_layout.x(column + 0.5), y), dot, dot);
        }
    }
}

void LinePainter::paintForwardOutput(QPainter& p, const ConvMoment& m, bool hasBegun) const
{
    const Theme& theme = m_style.theme;
    const double px = m_style.scale;
    paintGhost(p, m);
    const bool isWritten = m.writeShare > 0 && !m_look.hidesNext;
    for (int o = 0; o < m.position + (isWritten ? 1 : 0); ++o) {
        const double value = m_figure.output.at(0, m_filter, 0, o);
        if (m_layout.hasCells)
            paintOutputCell(p, o, value, false, m_layout.outputColumn(o));
        else
            paintStem(p, m_layout.outputColumn(o), value, m_outputScale, m_layout.outputRow,
                      theme.role(Role::Output).fill, o == m.position ? m.writeShare : 1);
    }
    if (!hasBegun) return;
    const QRectF here = m_layout.across(m_layout.outputColumn(m.position), 1, m_layout.outputRow);
    const double value = m_figure.output.at(0, m_filter, 0, m.position);
    const QString shown = m_look.hidesNext ? QStringLiteral("?") : isWritten ? number(value) : QString();
    if (m_layout.hasCells) {
        m_marks.outline(p, here, theme.role(Role::Filter).fill, isWritten ? 3 : 1.6,
                        isWritten ? Qt::SolidLine : Qt::DashLine);
        if (m_look.hidesNext)
            m_marks.text(p, here, Qt::AlignCenter, shown, theme.role(Role::Output).text, 22, QFont::Bold);
        return;
    }
    const double zero = m_outputScale.y(0, m_layout.outputRow),
                 y = isWritten ? zero + m.writeShare * (m_outputScale.y(value, m_layout.outputRow) - zero)
                               : zero;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.role(Role::Filter).fill, 2.6 * px, isWritten ? Qt::SolidLine : Qt::DashLine));
    p.drawEllipse(QPointF(here.center().x(), y), 9 * px, 9 * px);
    const double wide = m_marks.widthOf(shown, 16, QFont::Bold), beside = 15 * px;
    const bool fits = here.center().x() + beside + wide < m_layout.outputCard.right();
    m_marks.text(p, QRectF(here.center().x() + (fits ? beside : -beside - wide), y - 13 * px, wide, 26 * px),
                 Qt::AlignLeft | Qt::AlignVCenter, shown, theme.role(Role::Output).text, 16, QFont::Bold);
}

void LinePainter::paintStamps(QPainter& p, const ConvMoment& m) const
{
    const QColor orange = m_style.theme.role(Role::Filter).fill;
    const int rows = static_cast<int>(m_layout.stampRows.size());
    const int first =
        std::max(0, m.position - rows + 1); // the latest, one below the other as their inputs stand
    for (int place = first; place <= m.position && rows > 0; ++place)
        paintStamp(p, place, place < m.position ? 1 : m.termsShare,
                   m_layout.stampRows[static_cast<std::size_t>(place - first)]);
    for (int ch = 0; ch < m_figure.scene.channels(); ++ch)
        m_marks.outline(p,
                        m_layout.across(m_layout.inputColumn(m.windowColumn), 1,
                                        m_layout.inputRows[static_cast<std::size_t>(ch)]),
                        orange);
    if (m_look.hidesSize) return;
    m_marks.outline(
        p, m_layout.across(m_layout.windowStart(m.windowColumn), m_layout.extent(), m_layout.outputRow),
        orange, 2);
}

void LinePainter::paintStamp(QPainter& p, int place, double termsShare, const QRectF& row) const
{
    const Theme& theme = m_style.theme;
    const ConvScene& s = m_figure.scene;
    const int taps = s.kernel.shape.width;
    const auto formed = ConvMoment{.termsShare = termsShare}.formed(static_cast<std::size_t>(taps));
    const double start = m_layout.windowStart(place);
    LineScale scale{m_inputScale.least * m_greatestKernel, m_inputScale.greatest * m_greatestKernel};
    scale.least = std::min(scale.least, -0.001 * scale.greatest);
    if (m_kernelScale.least < 0) scale.least = std::min(scale.least, -scale.greatest);
    for (int k = 0; k < static_cast<int>(formed); ++k) {
        double product = 0;
        for (int ch = 0; ch < s.channels(); ++ch)
            product += s.input.at(0, ch, 0, place) * weightAt(s, m_filter, ch, 0, k);
        const double column = m_layout.axis.tapPlace(place, k);
        if (!m_layout.hasCells) {
            paintStem(p, column, product, scale, row, theme.role(Role::Filter).fill);
            continue;
        }
        const QRectF box = m_layout.across(column, 1, row);
        m_marks.cell(p, box,
                     theme.shade(Role::Filter, std::abs(product) / (m_greatestInput * m_greatestKernel)),
                     mixed(theme.surface, theme.role(Role::Filter).fill, 0.5));
        m_marks.number(p, box, product, theme.ink);
    }
    const QRectF whole = m_layout.across(start, m_layout.extent(), row);
    if (m_layout.hasCells) m_marks.outline(p, whole, theme.role(Role::Filter).fill, 2.4);
    if (!m_layout.hasCells || s.channels() > 1) return;
    const QString name =
        m_style.texts.say("LinePainter", "stamp of %1").arg(number(s.input.at(0, 0, 0, place)));
    const double wide = m_marks.widthOf(name, 13), space = m_style.px(10);
    const bool fitsRight = whole.right() + space + wide < m_layout.inputCard.right() - space;
    const double left = fitsRight ? whole.right() + space : whole.left() - space - wide;
    if (left > m_layout.inputCard.left() + space)
        m_marks.text(p, QRectF(left, row.top(), wide, row.height()), Qt::AlignLeft | Qt::AlignVCenter, name,
                     theme.muted);
}

void LinePainter::paintStampedOutput(QPainter& p, const ConvMoment& m) const
{
    const Theme& theme = m_style.theme;
    const bool isWritten = m.writeShare > 0 && !m_look.hidesNext;
    const int count = m.position + (isWritten ? 1 : 0), crop = m_whole.cropLeft,
              kept = m_figure.outputShape().width;
    const auto valueAt = [&](int c) { // one that is finished is known
        return m_stamps->isFinished(0, c, count) ? m_whole.values.at(0, m_filter, 0, c)
                                                 : m_stamps->valueAt(m_filter, 0, c, count);
    };
    const bool isOver = isWritten && m.writeShare >= 1 && m.position + 1 == m_figure.positionCount();
    // A cell is drawn from the first stamp that reaches it; what no stamp reaches stands at the end.
    const int reached = isOver      ? m_layout.columns
                        : isWritten ? static_cast<int>(m_layout.windowStart(m.position)) + m_layout.extent()
                        : m.position > 0
                            ? static_cast<int>(m_layout.windowStart(m.position - 1)) + m_layout.extent()
                            : 0;
    for (int c = 0; c < std::min(reached, m_layout.columns); ++c) {
        const bool isCropped = c < crop || c >= crop + kept;
        const double value = isOver && !isCropped ? m_figure.output.at(0, m_filter, 0, c - crop) : valueAt(c);
        if (m_layout.hasCells)
            paintOutputCell(p, c, value, isCropped, c);
        else
            paintStem(p, c, value, m_outputScale, m_layout.outputRow,
                      isCropped ? theme.danger : theme.role(Role::Output).fill);
    }
    m_marks.outline(
        p, m_layout.across(m_layout.windowStart(m.windowColumn), m_layout.extent(), m_layout.outputRow),
        theme.role(Role::Filter).fill, 2);
}

void LinePainter::paintCounts(QPainter& p) const
{
    const double px = m_style.scale, dot = std::min(4 * px, m_layout.cell / 14);
    const auto& role = m_style.theme.role(m_figure.zerosBetween ? Role::Input : Role::Filter);
    for (int c = 0; c < m_counts.shape.width; ++c) {
        const int count = static_cast<int>(m_counts.at(0, 0, 0, c));
        const double column = m_figure.zerosBetween ? m_layout.outputColumn(c) : c;
        const QRectF box = m_layout.across(column, 1, m_layout.countRow);
        p.setPen(Qt::NoPen);
        p.setBrush(role.fill);
        const double apart = std::min(dot * 2.6, box.width() / std::max(1, count));
        for (int i = 0; i < count; ++i)
            p.drawEllipse(QPointF(box.center().x() + (i - (count - 1) / 2.0) * apart, box.top() + 6 * px),
                          dot, dot);
        m_marks.text(p, box.adjusted(0, 12 * px, 0, 0), Qt::AlignCenter, QString::number(count), role.text,
                     13, QFont::Bold);
    }
}

void LinePainter::paintLink(QPainter& p, const ConvHit& end, double weight) const
{
    const Theme& theme = m_style.theme;
    const QRectF box = cellOf(end);
    if (box.isEmpty()) return;
    m_marks.outline(p, box, theme.accent, 2);
    const QString text = QStringLiteral("×%1").arg(number(weight));
    const double px = m_style.scale, wide = m_marks.widthOf(text, 12, QFont::Bold) + 8 * px;
    if (m_figure.scene.pooling || wide > m_layout.cell) return;
    const QRectF chip(box.center().x() - wide / 2, box.bottom() - 9 * px, wide, 18 * px);
    p.setPen(QPen(theme.role(Role::Filter).fill, px));
    p.setBrush(mixed(theme.surface, theme.role(Role::Filter).fill, 0.2));
    p.drawRoundedRect(chip, 3 * px, 3 * px);
    m_marks.text(p, chip, Qt::AlignCenter, text, theme.ink, 12, QFont::Bold);
}

void LinePainter::paintFocus(QPainter& p) const
{
    if (!m_look.focus) return;
    const ConvHit& f = *m_look.focus;
    m_marks.outline(p, cellOf(f), m_style.theme.accent, 3);
    const auto input = [](const Link& l) { return ConvHit{ConvPlace::Input, 0, l.inputColumn, l.channel}; };
    switch (f.place) {
    case ConvPlace::Output:
        for (const Link& l : linksOfOutput(m_figure, {f.row, f.column, f.filter}))
            paintLink(p, input(l), l.weight);
        break;
    case ConvPlace::Input:
        for (const Link& l : linksOfInput(m_figure, f.channel, f.row, f.column, m_filter))
            paintLink(p, {ConvPlace::Output, 0, l.outputColumn, 0, l.filter}, l.weight);
        break;
    case ConvPlace::Kernel:
        for (const Link& l : linksOfWeight(m_figure, m_filter, f.channel, f.row, f.column))
            paintLink(p, input(l), l.weight);
        break;
    }
}

std::optional<ConvHit> LinePainter::hit(const QPointF& point) const
{
    const ConvScene& s = m_figure.scene;
    if (m_layout.strip.contains(point)) {
        const double column = (point.x() - m_layout.strip.left()) / m_layout.strip.width(),
                     channel = (point.y() - m_layout.strip.top()) / m_layout.strip.height();
        const ConvHit hit{ConvPlace::Kernel, 0, // a box has its right and lower edge, too
                          std::min(static_cast<int>(column * s.kernel.shape.width), s.kernel.shape.width - 1),
                          std::min(static_cast<int>(channel * s.channels()), s.channels() - 1), m_filter};
        return isRead(hit.channel) ? std::optional(hit) : std::nullopt;
    }
    const double column = (point.x() - m_layout.left) / m_layout.cell + m_layout.first;
    const auto nearestPlace = [&](double c) {
        return static_cast<int>(std::lround((c - 0.5 - m_layout.smallSideColumn(0)) / m_layout.stride));
    };
    for (std::size_t ch = 0; ch < m_layout.inputRows.size(); ++ch) {
        const QRectF& row = m_layout.inputRows[ch];
        if (point.y() < row.top() || point.y() > row.bottom()) continue;
        const int c = m_layout.isTransposed ? nearestPlace(column) : static_cast<int>(std::floor(column));
        const ConvHit hit{ConvPlace::Input, 0, c, static_cast<int>(ch)};
        if (column < m_layout.first || column >= m_layout.first + m_layout.columns) return std::nullopt;
        return cellOf(hit).contains(point) ? std::optional(hit) : std::nullopt;
    }
    if (m_look.hidesSize || point.y() < m_layout.outputRow.top() || point.y() > m_layout.outputRow.bottom())
        return std::nullopt;
    const int o = m_layout.isTransposed ? static_cast<int>(std::floor(column)) - m_whole.cropLeft
                                        : nearestPlace(column);
    const ConvHit hit{ConvPlace::Output, 0, o, 0, m_filter};
    const bool exists = o >= 0 && o < m_figure.outputShape().width;
    return exists && cellOf(hit).contains(point) ? std::optional(hit) : std::nullopt;
}

QRectF LinePainter::cellOf(const ConvHit& hit) const
{
    const auto lane = static_cast<std::size_t>(hit.channel);
    switch (hit.place) {
    case ConvPlace::Kernel: {
        const double width = m_layout.strip.width() / m_figure.scene.kernel.shape.width,
                     height = m_layout.strip.height() / m_figure.scene.channels();
        return {m_layout.strip.left() + hit.column * width, m_layout.strip.top() + hit.channel * height,
                width, height};
    }
    case ConvPlace::Input:
        return m_layout.across(m_layout.inputColumn(hit.column), 1,
                               m_layout.inputRows[std::min(lane, m_layout.inputRows.size() - 1)]);
    case ConvPlace::Output:
        if (m_look.hidesSize) return {};
        break;
    }
    const double shift = m_layout.isTransposed ? m_whole.cropLeft : 0;
    return m_layout.across(m_layout.outputColumn(hit.column) + shift, 1, m_layout.outputRow);
}

QRectF LinePainter::figureBox() const
{
    return m_layout.inputCard.united(m_layout.outputCard);
}

QString LinePainter::describe(double t) const
{
    if (m_look.hidesSize) return m_style.texts.say("LinePainter", "How many numbers does the output have?");
    const ConvMoment m = momentAt(m_figure, t);
    if (m_layout.isTransposed)
        return m_style.texts.say("LinePainter", "Input %1 of %2 is %3: the filter times %3 is stamped.")
            .arg(m.position + 1)
            .arg(m_figure.positionCount())
            .arg(number(m_figure.scene.input.at(0, 0, 0, m.position)));
    if (m_look.hidesNext || m.writeShare <= 0)
        return m_style.texts.say("LinePainter", "Window at output %1 of %2.")
            .arg(m.position + 1)
            .arg(m_figure.positionCount());
    return m_style.texts.say("LinePainter", "Window at output %1 of %2: the result is %3.")
        .arg(m.position + 1)
        .arg(m_figure.positionCount())
        .arg(number(m_figure.output.at(0, m_filter, 0, m.position)));
}

} // namespace hg
