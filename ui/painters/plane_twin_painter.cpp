#include "ui/painters/plane_twin_painter.h"

#include "core/lab/zero_insertion.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hg {
namespace {

constexpr double turnEnds = 0.3; // of the first stamp: while its window arrives

/// "1, 2 or 4".
QString listed(const Texts& texts, const std::vector<int>& counts)
{
    QStringList words;
    for (const int count : counts)
        words << QString::number(count);
    const QString last = words.takeLast();
    return words.isEmpty()
               ? last
               : texts.say("PlaneTwinPainter", "%1 or %2").arg(words.join(QStringLiteral(", ")), last);
}

} // namespace

PlaneTwinPainter::PlaneTwinPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                                   const ConvLook& look)
    : m_figure(figure)
    , m_whole(withNothingCropped(figure))
    , m_twin(zeroInserted(m_whole))
    , m_style(style)
    , m_marks(m_style)
    , m_brush(m_style)
    , m_look(look)
    , m_counts(stampCounts(figure))
    , m_pattern(stampPatternOf(figure))
{
    const bool isPlain = figure.scene.channels() == 1 && figure.scene.filters() == 1;
    if (isPlain) m_layout = layOutPlaneTwin(figure, m_twin, size, m_style);
    if (m_layout.hasNumbers) {
        m_stamps.emplace(m_figure);
        m_greatestInput = shadeScaleOf(figure.scene.input.data);
        m_greatestKernel = shadeScaleOf(figure.scene.kernel.data);
        m_greatestOutput = shadeScaleOf(m_whole.output.data);
        return;
    }
    m_seen = zeroInserted(figure);
    ConvLook twinLook = look;
    twinLook.selected = inTwin(look.selected);
    twinLook.focus = inTwin(look.focus);
    twinLook.showGhost = false;
    m_alone = std::make_unique<GridPainter>(*m_seen, size, m_style, twinLook);
}

double PlaneTwinPainter::twinTime(double t) const
{
    const ConvFigure& twin = m_alone ? *m_seen : m_twin;
    return t * twin.positionCount() / m_figure.positionCount();
}

bool PlaneTwinPainter::isCropped(int row, int column) const
{
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    return !h.isInside(row - h.padBefore) || !w.isInside(column - w.padBefore);
}

/// Both readings have been worked out by ways of their own: the badge says what came out.
bool PlaneTwinPainter::areEqual() const
{
    const double tolerance = 1e-9 * m_greatestOutput;
    for (std::size_t i = 0; i < m_twin.output.data.size(); ++i)
        if (std::abs(m_twin.output.data[i] - m_whole.output.data[i]) > tolerance) return false;
    return true;
}

std::optional<Axes> PlaneTwinPainter::stampedCell(const ConvHit& hit) const
{
    if (hit.place != ConvPlace::Output) return std::nullopt;
    return Axes{hit.row + m_figure.geometry.h.padBefore, hit.column + m_figure.geometry.w.padBefore};
}

Axes PlaneTwinPainter::cellInWords(double t) const
{
    if (m_look.focus)
        if (const auto cell = stampedCell(*m_look.focus)) return *cell;
    const ConvMoment m = momentAt(m_twin, twinTime(t), false);
    return {m.row, m.column};
}

void PlaneTwinPainter::paintHead(QPainter& p, const QRectF& card, const QString& title,
                                 const QString& note) const
{
    m_marks.card(p, card);
    const QRectF line(card.left() + m_style.px(16), card.top() + m_style.px(8), card.width() - m_style.px(28),
                      m_style.px(24));
    m_marks.text(p, line, Qt::AlignLeft | Qt::AlignVCenter, title, m_style.theme.ink, 17, QFont::Bold);
    const QString shown = QFontMetricsF(m_style.font(13)).elidedText(note, Qt::ElideRight, line.width());
    m_marks.text(p, line.translated(0, m_style.px(22)), Qt::AlignLeft | Qt::AlignVCenter, shown,
                 m_style.theme.muted);
}

void PlaneTwinPainter::paintPartTitle(QPainter& p, const QPointF& corner, const QString& title, Role role,
                                      const QString& note) const
{
    const double wide = m_style.px(400), high = m_style.px(22);
    m_marks.text(p, QRectF(corner.x(), corner.y(), wide, high), Qt::AlignLeft | Qt::AlignVCenter, title,
                 m_style.theme.role(role).text, 15, QFont::Bold);
    m_marks.text(p, QRectF(corner.x(), corner.y() + m_style.px(20), wide, m_style.px(20)),
                 Qt::AlignLeft | Qt::AlignVCenter, note, m_style.theme.muted);
}

void PlaneTwinPainter::paintKernel(QPainter& p, const GridLayout& grid, bool isSmall) const
{
    const Theme& theme = m_style.theme;
    const TensorD& kernel = m_figure.scene.kernel;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const double weight = kernel.at(0, 0, r, c);
            const QColor ground =
                isSmall ? theme.surface : theme.shade(Role::Filter, std::abs(weight) / m_greatestKernel);
            m_brush.cell(p, grid.at(r, c), ground,
                         isSmall ? theme.line : mixed(theme.surface, theme.role(Role::Filter).fill, 0.6));
            if (!isSmall || grid.cell >= m_style.px(16))
                m_brush.words(p, grid.at(r, c), m_brush.number(weight), isSmall ? theme.muted : theme.ink,
                              isSmall ? QFont::Normal : QFont::Bold);
        }
    if (!isSmall) m_brush.outline(p, grid.box, theme.role(Role::Filter).fill, 3);
}

void PlaneTwinPainter::paintOutputTitle(QPainter& p, const GridLayout& grid) const
{
    const Shape out = m_figure.outputShape();
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    const bool isCut = h.padBefore + w.padBefore > 0 || h.padAfter > 0 || w.padAfter > 0;
    const QString title = QStringLiteral("%1 %2 × %3")
                              .arg(m_style.texts.say("ConvPicture", "Output"))
                              .arg(out.height)
                              .arg(out.width);
    const QRectF line(grid.box.left(), grid.box.top() - m_style.px(26), m_style.px(400), m_style.px(22));
    m_marks.text(p, line, Qt::AlignLeft | Qt::AlignVCenter, title, m_style.theme.role(Role::Output).text, 15,
                 QFont::Bold);
    // Beside it stands the next title: without room the red numbers of the formula say as much.
    const QString note = m_style.texts.say("ConvPicture", "red: cut off");
    const double used = m_marks.widthOf(title, 15, QFont::Bold) + m_style.px(12);
    if (!isCut || used + m_marks.widthOf(note, 13) > grid.box.width() + m_style.px(12)) return;
    m_marks.text(p, line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, note,
                 m_style.theme.muted);
}

void PlaneTwinPainter::paintStamping(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    paintHead(
        p, m_layout.stampCard, texts.say("TwinPainter", "Stamping"),
        texts.say("PlaneTwinPainter", "each input stamps filter × value with stride %1; overlaps add up")
            .arg(m_figure.geometry.w.stride));
    const auto sized = [](const QString& name, Axes n) {
        return QStringLiteral("%1 %2 × %3").arg(name).arg(n.h).arg(n.w);
    };
    const QPointF up(0, -m_style.px(44));
    paintPartTitle(p, m_layout.input.box.topLeft() + up,
                   sized(texts.say("ConvPicture", "Input"), {m_layout.input.rows, m_layout.input.columns}),
                   Role::Input, {});
    paintPartTitle(p, m_layout.kernel.box.topLeft() + up,
                   sized(texts.say("ConvPicture", "Filter"), {m_layout.kernel.rows, m_layout.kernel.columns}),
                   Role::Filter, texts.say("PlaneTwinPainter", "as it is"));
    for (int r = 0; r < m_layout.input.rows; ++r)
        for (int c = 0; c < m_layout.input.columns; ++c) {
            const double value = m_figure.scene.input.at(0, 0, r, c);
            m_brush.cell(p, m_layout.input.at(r, c),
                         theme.shade(Role::Input, std::abs(value) / m_greatestInput),
                         mixed(theme.surface, theme.role(Role::Input).fill, 0.5));
            m_brush.value(p, m_layout.input.at(r, c), value, theme.ink);
        }
    const QPointF dot((m_layout.input.box.right() + m_layout.kernel.box.left()) / 2,
                      std::min(m_layout.input.box.center().y(), m_layout.kernel.box.center().y()));
    p.setPen(Qt::NoPen);
    p.setBrush(theme.muted);
    p.drawEllipse(dot, m_style.px(4), m_style.px(4));
    paintKernel(p, m_layout.kernel, false);
    paintOutputTitle(p, m_layout.stamped);
    paintCounts(p);
}

void PlaneTwinPainter::paintCounts(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.counts;
    const double most = shadeScaleOf(m_counts.data);
    m_marks.text(p, QRectF(grid.box.left(), grid.box.top() - m_style.px(26), m_style.px(300), m_style.px(22)),
                 Qt::AlignLeft | Qt::AlignVCenter, texts.say("PlaneTwinPainter", "stamps on each cell"),
                 theme.role(Role::Filter).text, 13, QFont::Bold);
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const bool isThere = r < m_counts.shape.height && c < m_counts.shape.width;
            const double count = isThere ? m_counts.at(0, 0, r, c) : 0;
            m_brush.cell(p, grid.at(r, c), theme.shade(Role::Filter, count / most), theme.line);
            if (grid.cell >= m_style.px(13))
                m_brush.words(p, grid.at(r, c), QString::number(static_cast<int>(count)),
                              isCropped(r, c) ? theme.danger : theme.ink);
        }
}

void PlaneTwinPainter::paintPadded(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis &h = m_twin.geometry.h, &w = m_twin.geometry.w;
    const Axes apart{m_twin.zerosBetween->h + 1, m_twin.zerosBetween->w + 1};
    for (int r = 0; r < m_layout.padded.rows; ++r)
        for (int c = 0; c < m_layout.padded.columns; ++c) {
            const QRectF cell = m_layout.padded.at(r, c);
            const int row = r - h.padBefore, column = c - w.padBefore;
            const QColor border = mixed(theme.surface, theme.role(Role::Input).fill, 0.5);
            if (!h.isInside(row) || !w.isInside(column)) {
                m_brush.cell(p, cell, theme.padding, theme.hatch);
                m_brush.hatch(p, cell, theme.hatch);
                m_brush.value(p, cell, 0, theme.muted);
            } else if (row % apart.h != 0 || column % apart.w != 0) {
                m_brush.cell(p, cell, theme.surface, border, Qt::DotLine);
                m_brush.value(p, cell, 0, theme.muted);
            } else {
                const double value = m_twin.scene.input.at(0, 0, row, column);
                m_brush.cell(p, cell, theme.shade(Role::Input, std::abs(value) / m_greatestInput), border);
                m_brush.value(p, cell, value, theme.ink, QFont::Bold);
            }
        }
}

void PlaneTwinPainter::paintSliding(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    paintHead(p, m_layout.slideCard, texts.say("TwinPainter", "Zero insertion"),
              texts.say("PlaneTwinPainter", "zeros between the inputs; the filter, turned, slides by 1"));
    paintPadded(p);
    if (m_layout.plain.rows > 0) {
        const QRectF& box = m_layout.plain.box;
        m_marks.text(p, QRectF(box.left(), box.top() - m_style.px(21), m_style.px(200), m_style.px(18)),
                     Qt::AlignLeft | Qt::AlignVCenter, texts.say("PlaneTwinPainter", "filter as it is"),
                     m_style.theme.muted);
        paintKernel(p, m_layout.plain, true);
    }
    const QRectF& turned = m_layout.turned.box;
    m_marks.text(p, QRectF(turned.left(), turned.top() - m_style.px(24), m_style.px(200), m_style.px(22)),
                 Qt::AlignLeft | Qt::AlignVCenter, texts.say("PlaneTwinPainter", "Filter, turned 180°"),
                 m_style.theme.role(Role::Filter).text, 15, QFont::Bold);
    paintOutputTitle(p, m_layout.slid);
}

/// The cells move on circles and stay upright: what is seen is that the filter turns, not that it flips.
void PlaneTwinPainter::paintTurning(QPainter& p, double t) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.turned;
    const double share = std::clamp(t / turnEnds, 0.0, 1.0), angle = M_PI * share * share * (3 - 2 * share);
    const QPointF middle = grid.box.center();
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const QPointF from = grid.at(r, c).center() - middle;
            const QPointF to(from.x() * std::cos(angle) - from.y() * std::sin(angle),
                             from.x() * std::sin(angle) + from.y() * std::cos(angle));
            QRectF cell(0, 0, grid.cell, grid.cell);
            cell.moveCenter(middle + to);
            const double weight = m_figure.scene.kernel.at(0, 0, r, c);
            m_brush.cell(p, cell, theme.shade(Role::Filter, std::abs(weight) / m_greatestKernel),
                         mixed(theme.surface, theme.role(Role::Filter).fill, 0.6));
            m_brush.words(p, cell, m_brush.number(weight), theme.ink, QFont::Bold);
        }
    if (share == 0 || share == 1) m_brush.outline(p, grid.box, theme.role(Role::Filter).fill, 3);
}

void PlaneTwinPainter::paintFoot(QPainter& p) const
{
    const Texts& texts = m_style.texts;
    const ConvGeometry& g = m_figure.geometry;
    const bool areAlike = g.h == g.w;
    const double pixels = areAlike ? 22 : 15, line = m_layout.foot.height();
    const auto draw = [&](const ConvAxis& axis, double baseline, const QString& note) {
        const double end = m_marks.runs(p, {m_layout.foot.left() + m_style.px(2), baseline},
                                        formulaRuns(axis, true, m_style.theme), pixels);
        m_marks.text(p,
                     QRectF(end + m_style.px(18), baseline - m_style.px(20), m_style.px(240), m_style.px(26)),
                     Qt::AlignLeft | Qt::AlignVCenter, note, m_style.theme.muted);
    };
    if (areAlike)
        return draw(g.h, m_layout.foot.top() + 0.72 * line,
                    texts.say("ConvPicture", "rows and columns alike"));
    draw(g.h, m_layout.foot.top() + 0.45 * line, texts.say("ConvPicture", "rows"));
    draw(g.w, m_layout.foot.top() + 0.92 * line, texts.say("ConvPicture", "columns"));
}

void PlaneTwinPainter::paintStill(QPainter& p) const
{
    if (m_alone) return m_alone->paintStill(p);
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    paintStamping(p);
    paintSliding(p);
    paintFoot(p);
    if (!m_look.selected) return;
    m_brush.outline(p, cellOf(*m_look.selected), m_style.theme.role(Role::Filter).fill, 2);
}

/// A cell of either output; without a value it waits.
void PlaneTwinPainter::paintOutputCell(QPainter& p, const GridLayout& grid, int row, int column,
                                       std::optional<double> value) const
{
    const Theme& theme = m_style.theme;
    const QRectF cell = grid.at(row, column);
    if (isCropped(row, column)) {
        m_brush.cell(p, cell, theme.dangerSoft, theme.danger, value ? Qt::SolidLine : Qt::DashLine);
        m_brush.hatch(p, cell, mixed(theme.surface, theme.danger, 0.45));
        if (value) m_brush.value(p, cell, *value, theme.danger);
        return;
    }
    const QColor border = mixed(theme.surface, theme.role(Role::Output).fill, 0.55);
    if (!value) return m_brush.cell(p, cell, Qt::transparent, border, Qt::DashLine);
    m_brush.cell(p, cell, theme.shade(Role::Output, std::abs(*value) / m_greatestOutput), border);
    m_brush.value(p, cell, *value, theme.ink, QFont::Bold);
}

void PlaneTwinPainter::paintStamped(QPainter& p, double t, bool withProducts) const
{
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    const int count = m.position + (m.writeShare > 0 ? 1 : 0);
    const bool isBiased = m_figure.scene.biasOf(0) != 0;
    const TensorD now = stampedOutput(m_figure, count).values;
    const GridLayout& grid = m_layout.stamped;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const bool isThere = m_stamps->isBegun(r, c, count) || (isBiased && !isCropped(r, c)) ||
                                 (count == m_figure.positionCount());
            paintOutputCell(p, grid, r, c, isThere ? std::optional(now.at(0, 0, r, c)) : std::nullopt);
        }
    if (t <= 0 || m_look.focus) return;
    const QColor colour = m_style.theme.role(Role::Filter).fill;
    m_brush.outline(p, m_layout.input.at(m.windowRow, m.windowColumn), colour);
    const ConvAxis &h = m_figure.geometry.h, &w = m_figure.geometry.w;
    m_brush.outline(p,
                    grid.span(m.windowRow * h.stride, m.windowColumn * w.stride, h.effectiveKernel(),
                              w.effectiveKernel()),
                    colour);
}

void PlaneTwinPainter::paintSlid(QPainter& p, double t) const
{
    const ConvMoment m = momentAt(m_twin, twinTime(t), false);
    const GridLayout& grid = m_layout.slid;
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const int index = r * grid.columns + c;
            const bool isDone = index < m.position || (index == m.position && m.writeShare > 0);
            paintOutputCell(p, grid, r, c,
                            isDone ? std::optional(m_twin.output.at(0, 0, r, c)) : std::nullopt);
        }
    if (t <= 0 || m_look.focus) return;
    const QColor colour = m_style.theme.role(Role::Filter).fill;
    const ConvAxis &h = m_twin.geometry.h, &w = m_twin.geometry.w;
    m_brush.outline(
        p, m_layout.padded.span(m.windowRow, m.windowColumn, h.effectiveKernel(), w.effectiveKernel()),
        colour);
    m_brush.outline(p, grid.at(m.row, m.column), colour, 3);
}

/// The same cell in all four grids that show it, and what reaches it.
void PlaneTwinPainter::paintFocus(QPainter& p) const
{
    const QColor colour = m_style.theme.accent;
    const ConvHit& f = *m_look.focus;
    const ConvAxis &h = m_twin.geometry.h, &w = m_twin.geometry.w;
    if (const auto cell = stampedCell(f)) {
        for (const GridLayout* grid : {&m_layout.stamped, &m_layout.slid, &m_layout.counts})
            m_brush.outline(p, grid->at(cell->h, cell->w), colour, 3);
        for (const Term& term : sumBehind(m_whole.scene, m_whole.geometry, {cell->h, cell->w, 0}).terms)
            m_brush.outline(p, m_layout.input.at(term.row, term.column), colour, 2.5);
        m_brush.outline(p, m_layout.padded.span(cell->h, cell->w, h.effectiveKernel(), w.effectiveKernel()),
                        colour, 3);
        return;
    }
    m_brush.outline(p, cellOf(f), colour, 3);
    const Axes apart{m_twin.zerosBetween->h + 1, m_twin.zerosBetween->w + 1};
    if (f.place == ConvPlace::Kernel)
        return m_brush.outline(
            p, m_layout.turned.at(m_layout.turned.rows - 1 - f.row, m_layout.turned.columns - 1 - f.column),
            colour, 3);
    m_brush.outline(p, m_layout.padded.at(f.row * apart.h + h.padBefore, f.column * apart.w + w.padBefore),
                    colour, 3);
    const ConvAxis &sh = m_figure.geometry.h, &sw = m_figure.geometry.w;
    for (const GridLayout* grid : {&m_layout.stamped, &m_layout.slid})
        m_brush.outline(
            p,
            grid->span(f.row * sh.stride, f.column * sw.stride, sh.effectiveKernel(), sw.effectiveKernel()),
            colour, 2.5);
}

void PlaneTwinPainter::paintTotal(QPainter& p, const QPointF& baseline, double total, bool isWhole) const
{
    const Theme& theme = m_style.theme;
    const double end = m_marks.runs(p, baseline, {{QStringLiteral("= "), theme.muted}}, 18);
    m_marks.runs(p, {end, baseline.y()},
                 {{isWhole ? m_brush.number(total) : QStringLiteral("…"),
                   isWhole ? theme.role(Role::Output).text : theme.muted, QFont::Bold}},
                 26);
}

/// What reaches the cell, stamp by stamp: those that are still to come are muted.
void PlaneTwinPainter::paintStampSum(QPainter& p, const Axes& cell, int stamps) const
{
    const Theme& theme = m_style.theme;
    const Sum sum = sumBehind(m_whole.scene, m_whole.geometry, {cell.h, cell.w, 0});
    const QRectF& box = m_layout.stampText;
    const Texts& texts = m_style.texts;
    const QString counts = listed(texts, m_pattern.counts);
    const QString told = m_pattern.hasGaps ? texts.say("PlaneTwinPainter", "%1: with gaps").arg(counts)
                         : m_pattern.isEven
                             ? texts.say("PlaneTwinPainter", "%1: even inside").arg(counts)
                             : texts.say("PlaneTwinPainter", "%1: the weave of a checkerboard").arg(counts);
    const auto flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const double noteHeight =
        QFontMetricsF(m_style.font(13)).boundingRect(QRectF(0, 0, box.width(), 1000), flags, told).height();
    m_marks.text(p, QRectF(box.left(), box.top(), box.width(), noteHeight + 2), flags, told, theme.muted);
    double y = box.top() + noteHeight + m_style.px(20);
    double x = box.left();
    bool isWhole = true;
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& term = sum.terms[i];
        const bool isThere = term.row * m_figure.positionColumns() + term.column < stamps;
        isWhole &= isThere;
        const QColor first = isThere ? theme.role(Role::Input).text : theme.faint,
                     second = isThere ? theme.role(Role::Filter).text : theme.faint;
        std::vector<TextRun> runs{{m_brush.number(term.value), first, QFont::Bold},
                                  {QStringLiteral(" · "), theme.muted},
                                  {m_brush.number(term.weight), second, QFont::Bold}};
        if (i + 1 < sum.terms.size()) runs.push_back({QStringLiteral(" +"), theme.muted});
        const double wide = m_marks.widthOf(runs, 16) + m_style.px(8);
        if (x > box.left() && x + wide > box.right()) {
            x = box.left();
            y += m_style.px(24);
        }
        if (y > box.bottom() - m_style.px(4)) break; // the total is always told
        x = m_marks.runs(p, {x, y}, runs, 16) + m_style.px(8);
    }
    const bool isBeside = x + m_style.px(60) < box.right(); // the total ends their line
    paintTotal(p,
               isBeside ? QPointF(x, y)
                        : QPointF(box.left(), std::min(y + m_style.px(32), box.bottom() - m_style.px(4))),
               sum.total, isWhole);
}

/// The window's products in the place of its weights; gives where they end.
double PlaneTwinPainter::paintTerms(QPainter& p, const Sum& sum) const
{
    const Theme& theme = m_style.theme;
    const QRectF& box = m_layout.slideText;
    const Axes k = m_figure.scene.kernelSize();
    const auto runsOf = [&](const Term& term) {
        const bool counts = term.product() != 0;
        return std::vector<TextRun>{
            {m_brush.number(term.value), counts ? theme.role(Role::Input).text : theme.muted,
             counts ? QFont::Bold : QFont::Normal},
            {QStringLiteral("·"), theme.muted},
            {m_brush.number(term.weight), counts ? theme.role(Role::Filter).text : theme.muted,
             counts ? QFont::Bold : QFont::Normal}};
    };
    double widest = 1;
    for (const Term& term : sum.terms)
        widest = std::max(widest, m_marks.widthOf(runsOf(term), 16));
    const double pitch = box.width() / k.w, line = m_style.px(26);
    const double pixels = std::floor(16 * std::min(1.0, (pitch - m_style.px(6)) / widest));
    if (pixels < 11 || k.h * line > box.height() - m_style.px(60)) return box.top(); // too many to be told
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const int r = static_cast<int>(i) / k.w, c = static_cast<int>(i) % k.w;
        m_marks.runs(p, {box.left() + c * pitch, box.top() + r * line + m_style.px(18)}, runsOf(sum.terms[i]),
                     pixels);
    }
    return box.top() + k.h * line;
}

void PlaneTwinPainter::paintSlideSum(QPainter& p, const Axes& cell) const
{
    const Theme& theme = m_style.theme;
    const QRectF& box = m_layout.slideText;
    const int count = m_figure.scene.kernel.shape.cells();
    m_marks.text(p, QRectF(box.left(), box.top() - m_style.px(26), m_style.px(300), m_style.px(22)),
                 Qt::AlignLeft | Qt::AlignVCenter,
                 m_style.texts.say("PlaneTwinPainter", "terms of the window: %1").arg(count),
                 theme.role(Role::Filter).text, 13, QFont::Bold);
    const Sum sum = sumBehind(m_twin.scene, m_twin.geometry, {cell.h, cell.w, 0});
    const double y = paintTerms(p, sum);
    paintTotal(p, {box.left(), y + m_style.px(34)}, sum.total, true);
    const QRectF rest(box.left(), y + m_style.px(50), box.width(), box.bottom() - y - m_style.px(50));
    if (rest.height() < m_style.px(34)) return;
    m_marks.text(p, rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                 m_style.texts.say("PlaneTwinPainter", "zeros add nothing: what stays are the same products"),
                 theme.muted);
}

void PlaneTwinPainter::paintBadge(QPainter& p, bool isFinished) const
{
    const Theme& theme = m_style.theme;
    const double radius = m_style.px(20);
    const bool equal = isFinished && areEqual();
    const QColor fill = !isFinished ? theme.stage : equal ? theme.role(Role::Output).fill : theme.danger;
    p.setPen(QPen(isFinished ? theme.surface : theme.line, m_style.px(isFinished ? 3 : 2)));
    p.setBrush(fill);
    p.drawEllipse(m_layout.badge, radius, radius);
    if (!isFinished) return;
    QRectF box(0, 0, 2 * radius, 2 * radius);
    box.moveCenter(m_layout.badge);
    m_marks.text(p, box, Qt::AlignCenter, equal ? QStringLiteral("=") : QStringLiteral("≠"), theme.surface,
                 28, QFont::Bold);
    const int cells = static_cast<int>(m_twin.output.data.size());
    const Texts& texts = m_style.texts;
    m_marks.text(p, m_layout.foot, Qt::AlignRight | Qt::AlignVCenter,
                 equal
                     ? texts.say("PlaneTwinPainter", "%1 of %1 cells are equal, cut off ones too").arg(cells)
                     : texts.say("PlaneTwinPainter", "the two differ"),
                 equal ? theme.role(Role::Output).text : theme.danger, 15, QFont::Bold);
}

void PlaneTwinPainter::paintMoving(QPainter& p, double t, bool withProducts) const
{
    if (m_alone) return m_alone->paintMoving(p, twinTime(t), withProducts);
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    const ConvMoment m = momentAt(m_figure, t, withProducts);
    paintTurning(p, t);
    paintStamped(p, t, withProducts);
    paintSlid(p, t);
    if (m_look.focus) paintFocus(p);
    const bool hasCell = t > 0 || (m_look.focus && m_look.focus->place == ConvPlace::Output);
    if (hasCell) {
        const Axes cell = cellInWords(t);
        if (!m_look.focus) m_brush.outline(p, m_layout.counts.at(cell.h, cell.w), m_style.theme.ink, 2);
        paintStampSum(p, cell, m.position + (m.writeShare > 0 ? 1 : 0));
        paintSlideSum(p, cell);
    }
    paintBadge(p, t >= m_figure.positionCount());
}

void PlaneTwinPainter::paint(QPainter& p, double t, bool withProducts) const
{
    if (m_alone) return m_alone->paint(p, twinTime(t), withProducts);
    ConvPicture::paint(p, t, withProducts);
}

void PlaneTwinPainter::paintDone(QPainter& p) const
{
    if (m_alone) m_alone->paintDone(p);
}

QRegion PlaneTwinPainter::doneRegion(double t, bool withProducts) const
{
    return m_alone ? m_alone->doneRegion(twinTime(t), withProducts) : QRegion();
}

QRegion PlaneTwinPainter::movingRegion(double t, bool withProducts) const
{
    if (m_alone) return m_alone->movingRegion(twinTime(t), withProducts);
    const QRectF all = m_layout.stampCard.united(m_layout.slideCard).united(m_layout.foot);
    return all.toAlignedRect();
}

QRegion PlaneTwinPainter::betweenRegion(double from, double to, bool withProducts) const
{
    return m_alone ? m_alone->betweenRegion(twinTime(from), twinTime(to), withProducts) : QRegion();
}

std::optional<ConvHit> PlaneTwinPainter::inTwin(const std::optional<ConvHit>& hit) const
{
    if (!hit) return hit;
    ConvHit there = *hit;
    const Axes k = m_figure.scene.kernelSize();
    if (hit->place == ConvPlace::Input) {
        there.row *= m_twin.zerosBetween->h + 1;
        there.column *= m_twin.zerosBetween->w + 1;
    } else if (hit->place == ConvPlace::Kernel) {
        there.row = k.h - 1 - hit->row;
        there.column = k.w - 1 - hit->column;
    }
    return there;
}

std::optional<ConvHit> PlaneTwinPainter::fromTwin(const std::optional<ConvHit>& hit) const
{
    if (!hit || hit->place != ConvPlace::Input) return inTwin(hit); // turning round goes both ways
    const Axes apart{m_twin.zerosBetween->h + 1, m_twin.zerosBetween->w + 1};
    const Shape in = m_twin.inputShape();
    const bool isInside = hit->row >= 0 && hit->column >= 0 && hit->row < in.height && hit->column < in.width;
    if (!isInside || hit->row % apart.h != 0 || hit->column % apart.w != 0) return std::nullopt;
    ConvHit here = *hit;
    here.row /= apart.h;
    here.column /= apart.w;
    return here;
}

void PlaneTwinPainter::setFocus(const std::optional<ConvHit>& focus)
{
    m_look.focus = focus;
    if (m_alone) m_alone->setFocus(inTwin(focus));
}

std::optional<ConvHit> PlaneTwinPainter::hit(const QPointF& point) const
{
    if (m_alone) return fromTwin(m_alone->hit(point));
    if (const auto c = m_layout.input.cellAt(point)) return ConvHit{ConvPlace::Input, c->h, c->w};
    if (const auto c = m_layout.kernel.cellAt(point)) return ConvHit{ConvPlace::Kernel, c->h, c->w};
    if (const auto c = m_layout.turned.cellAt(point)) return fromTwin(ConvHit{ConvPlace::Kernel, c->h, c->w});
    if (const auto c = m_layout.padded.cellAt(point))
        return fromTwin(ConvHit{ConvPlace::Input, c->h - m_twin.geometry.h.padBefore,
                                c->w - m_twin.geometry.w.padBefore});
    for (const GridLayout* grid : {&m_layout.stamped, &m_layout.slid, &m_layout.counts})
        if (const auto c = grid->cellAt(point)) {
            if (isCropped(c->h, c->w)) return std::nullopt;
            return ConvHit{ConvPlace::Output, c->h - m_figure.geometry.h.padBefore,
                           c->w - m_figure.geometry.w.padBefore};
        }
    return std::nullopt;
}

QRectF PlaneTwinPainter::cellOf(const ConvHit& hit) const
{
    if (m_alone) return m_alone->cellOf(*inTwin(hit));
    if (hit.place == ConvPlace::Input) return m_layout.input.at(hit.row, hit.column);
    if (hit.place == ConvPlace::Kernel) return m_layout.kernel.at(hit.row, hit.column);
    const Axes cell = *stampedCell(hit);
    return m_layout.stamped.at(cell.h, cell.w);
}

QRectF PlaneTwinPainter::figureBox() const
{
    return m_alone ? m_alone->figureBox() : m_layout.stampCard.united(m_layout.slideCard);
}

bool PlaneTwinPainter::hasSlicesWithoutNumbers() const
{
    return m_alone && m_alone->hasSlicesWithoutNumbers();
}

QString PlaneTwinPainter::describe(double t) const
{
    const Texts& texts = m_style.texts;
    const QString sliding = m_alone ? m_alone->describe(twinTime(t)) : QString();
    if (m_alone) return texts.say("TwinPainter", "With zeros between the inputs: %1").arg(sliding);
    const int stamps = static_cast<int>(std::floor(t)), cells = static_cast<int>(std::floor(twinTime(t)));
    QString text = texts
                       .say("PlaneTwinPainter", "%1 of %2 inputs have stamped the filter; with zeros between "
                                                "the inputs %3 of %4 cells are worked out.")
                       .arg(stamps)
                       .arg(m_figure.positionCount())
                       .arg(cells)
                       .arg(m_twin.positionCount());
    if (t >= m_figure.positionCount() && areEqual())
        text += u' ' + texts.say("PlaneTwinPainter", "All cells are equal.");
    return text;
}

} // namespace hg
