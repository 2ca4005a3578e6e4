#include "ui/painters/field_painter.h"

#include "ui/painters/cell_map.h"
#include "ui/painters/upright_page.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

constexpr double titlePixels = 18, notePixels = 13, captionPixels = 16;
constexpr double leastNumbered = 29; // of a cell: where numbers help more than a picture

std::span<const double> planeOf(const TensorD& level, int channel)
{
    const auto cells = static_cast<std::size_t>(level.shape.cells());
    return std::span(level.data).subspan(static_cast<std::size_t>(channel) * cells, cells);
}

bool isRun(const std::vector<int>& set)
{
    return set.empty() || set.back() - set.front() + 1 == static_cast<int>(set.size());
}

bool has(const std::vector<int>& set, int index)
{
    return std::ranges::binary_search(set, index);
}

Role roleOf(int level)
{
    return level == 0 ? Role::Input : Role::Output;
}

QString timesOf(int rows, int columns)
{
    return QStringLiteral("%1 × %2").arg(rows).arg(columns);
}

/// One number where both axes have it.
QString sideText(Axes axes)
{
    return axes.h == axes.w ? QString::number(axes.w) : timesOf(axes.h, axes.w);
}

/// The fewest cells that have half of the whole weight.
int halfOf(const TensorD& weight)
{
    std::vector<double> sorted = weight.data;
    std::ranges::sort(sorted, std::greater());
    const double whole = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    double sum = 0;
    int cells = 0;
    for (const double w : sorted) {
        if (sum >= 0.5 * whole) break;
        sum += w;
        ++cells;
    }
    return cells;
}

/// "filter 3, stride 2, dilation 2"
QString noteOf(const FieldNumbers& numbers, int level, const Texts& texts)
{
    if (level == 0) {
        const int channels = numbers.levels.front().shape.channels;
        return channels == 1 ? QString() : texts.say("Field", "%1 channels").arg(channels);
    }
    const FieldLayer& layer = numbers.figure.stack.layers[static_cast<std::size_t>(level) - 1];
    QStringList parts;
    switch (layer.kind) {
    case FieldKind::Convolution:
        parts << texts.say("Field", "filter %1").arg(sideText(layer.size));
        break;
    case FieldKind::Transposed:
        parts << texts.say("Field", "stamp %1").arg(sideText(layer.size));
        break;
    case FieldKind::Pooling:
        parts << texts.say("Field", "maximum %1").arg(sideText(layer.size));
        break;
    }
    parts << texts.say("Field", "stride %1").arg(sideText(layer.stride));
    if (!(layer.dilation == Axes{})) parts << texts.say("Field", "dil. %1").arg(sideText(layer.dilation));
    return parts.join(QStringLiteral(", "));
}

bool hasDilation(const FieldFigure& figure)
{
    return std::ranges::any_of(figure.stack.layers, [](const FieldLayer& l) {
        return l.kind != FieldKind::Transposed && l.dilation.w != 1;
    });
}

QString formulaText(const FieldFigure& figure, const Texts& texts)
{
    return hasDilation(figure) ? texts.say("Field", "before + (size − 1) · dilation · jump")
                               : texts.say("Field", "before + (size − 1) · jump");
}

QString lineNote(const Texts& texts)
{
    return texts.say("Field", "a cell of a layer stands where its window is centred; the jump is the way "
                              "between two neighbours, in cells of the input");
}

FieldWords wordsOf(const FieldNumbers& numbers, const Texts& texts)
{
    const FieldFigure& figure = numbers.figure;
    const Axes most = figure.sizeOf(0);
    FieldWords words;
    for (int level = 0; level < figure.levels(); ++level)
        words.notes << noteOf(numbers, level, texts);
    words.captions = {texts.say("Field", "half of the weight on %1 cells").arg(most.h * most.w),
                      texts.say("Field", "%1 but for the border").arg(timesOf(most.h, most.w))};
    words.line = lineNote(texts);
    words.formula = formulaText(figure, texts);
    return words;
}

} // namespace

struct FieldPainter::Moment {
    FieldLook look;
    std::vector<FieldSets> seen; ///< of levels 0 … cell.level
    FieldMoment now;

    bool isSeen(int level) const
    {
        return level <= look.cell.level && (level > now.level || (level == now.level && now.share >= 1));
    }
    const FieldSets& at(int level) const { return seen[static_cast<std::size_t>(level)]; }
};

FieldPainter::FieldPainter(std::shared_ptr<const FieldNumbers> numbers, const QSizeF& size, PaintStyle style,
                           bool hasButtons)
    : FieldPainter(numbers, FieldLayout(numbers->figure, size, style, hasButtons), style)
{}

FieldLayout FieldPainter::uprightLayout(const FieldNumbers& numbers, double width, const PaintStyle& style)
{
    return FieldLayout::upright(numbers.figure, width, style, wordsOf(numbers, style.texts));
}

FieldPainter::FieldPainter(std::shared_ptr<const FieldNumbers> numbers, FieldLayout layout, PaintStyle style)
    : m_numbers(std::move(numbers))
    , m_style(std::move(style))
    , m_layout(std::move(layout))
    , m_brush(m_style)
    , m_marks(m_style)
    , m_pictures(m_style)
    , m_terms(fieldTerms(m_numbers->figure, FieldAxis::Columns))
    , m_rowTerms(fieldTerms(m_numbers->figure, FieldAxis::Rows))
{
    for (int layer = 0; layer + 1 < m_numbers->figure.levels(); ++layer)
        m_links.push_back(linksBelow(m_numbers->figure, layer, FieldAxis::Columns));
}

void FieldPainter::paint(QPainter& p, const FieldLook& look) const
{
    Moment m{look, {}, {}};
    m.look.cell = m_numbers->nearest(look.cell);
    m.seen = fieldOf(m_numbers->figure, m.look.cell);
    m.now = fieldMomentAt(m.look.cell, look.opened);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_layout.isUpright) m_marks.card(p, m_layout.pictureCard);
    for (int level = 0; level < m_numbers->figure.levels(); ++level)
        paintLevel(p, m, level);
    paintCone(p, m);
    paintCard(p, m);
    paintTerms(p, m);
}

QString FieldPainter::nameOf(int level, const Texts& texts)
{
    return level == 0 ? texts.say("Field", "Input") : texts.say("Field", "Layer %1").arg(level);
}

QString FieldPainter::extentOf(const FieldSets& sets, const Texts& texts)
{
    if (sets.rows.empty() || sets.columns.empty()) return texts.say("Field", "nothing");
    return timesOf(static_cast<int>(sets.rows.size()), static_cast<int>(sets.columns.size()));
}

QString FieldPainter::textOf(const Fraction& fraction)
{
    const QString above = QString::number(fraction.numerator);
    return fraction.isWhole() ? above : above + u'/' + QString::number(fraction.denominator);
}

/// Beside the picture: what it is, its size, and how it is made.
void FieldPainter::paintUprightHead(QPainter& p, int level) const
{
    const QRectF& head = m_layout.heads[static_cast<std::size_t>(level)];
    const Axes size = m_numbers->figure.sizeOf(level);
    const Theme& theme = m_style.theme;
    const double title = m_style.px(FieldLayout::titleLine), sizes = m_style.px(FieldLayout::sizeLine);
    m_marks.sentence(p, head, nameOf(level, m_style.texts), theme.role(roleOf(level)).text, titlePixels,
                     QFont::Bold);
    m_marks.sentence(p, head.adjusted(0, title, 0, 0), timesOf(size.h, size.w), theme.muted, 16);
    m_marks.sentence(p, head.adjusted(0, title + sizes, 0, 0), noteOf(*m_numbers, level, m_style.texts),
                     theme.muted);
}

void FieldPainter::paintHead(QPainter& p, int level) const
{
    if (m_layout.isUpright) return paintUprightHead(p, level);
    const QRectF& head = m_layout.heads[static_cast<std::size_t>(level)];
    const Axes size = m_numbers->figure.sizeOf(level);
    const double title = m_style.px(23), note = m_style.px(17);
    const QRectF first(head.left(), head.top(), head.width(), title);
    const Theme& theme = m_style.theme;
    const int flags = Qt::AlignLeft | Qt::AlignVCenter;
    m_marks.fittedText(p, first, flags, nameOf(level, m_style.texts), theme.role(roleOf(level)).text,
                       titlePixels, QFont::Bold);
    const QString sizes = timesOf(size.h, size.w);
    double top = first.bottom();
    if (m_layout.isNarrow) {
        m_marks.fittedText(p, {head.left(), top, head.width(), note}, flags, sizes, theme.muted, 14);
        top += note;
    } else {
        const double right = m_layout.levels[static_cast<std::size_t>(level)].box.right();
        m_marks.fittedText(
            p,
            {first.left(), first.top(), std::max(right, head.right() - m_style.px(20)) - first.left(), title},
            Qt::AlignRight | Qt::AlignVCenter, sizes, theme.muted, 16);
    }
    m_marks.fittedText(p, {head.left(), top, head.width(), note}, flags,
                       noteOf(*m_numbers, level, m_style.texts), theme.muted, notePixels);
}

void FieldPainter::paintLevel(QPainter& p, const Moment& m, int level) const
{
    paintHead(p, level);
    const GridLayout& grid = m_layout.levels[static_cast<std::size_t>(level)];
    const TensorD& numbers = m_numbers->levels[static_cast<std::size_t>(level)];
    const auto values = planeOf(numbers, m_numbers->channelOf(level, m.look.channel));
    const Theme& theme = m_style.theme;
    const QColor& fill = theme.role(roleOf(level)).fill;
    const auto at = [&](int r, int c) {
        return values[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                      static_cast<std::size_t>(c)];
    };
    if (level == 0 && m.look.weight) {
        paintWeight(p, m);
    } else if (isNumbered(grid, values)) {
        paintNumbers(p, level, values);
    } else {
        const CellMap map = mapOf(ValueRange::of(values), theme, fill);
        m_pictures.mosaic(p, grid, [&](int r, int c) { return map.at(at(r, c)); });
    }
    m_pictures.frame(p, grid.box, fill, 1.5);
}

bool FieldPainter::isNumbered(const GridLayout& grid, std::span<const double> values) const
{
    if (m_layout.isUpright) return uprightDigits(grid.cell, shadeScaleOf(values), m_style).has_value();
    return m_brush.hasNumbers(grid.cell) && grid.cell >= m_style.px(leastNumbered);
}

void FieldPainter::paintNumbers(QPainter& p, int level, std::span<const double> values) const
{
    const GridLayout& grid = m_layout.levels[static_cast<std::size_t>(level)];
    const Theme& theme = m_style.theme;
    const double greatest = shadeScaleOf(values);
    const QColor border = mixed(theme.surface, theme.role(roleOf(level)).fill, 0.5);
    const auto digits = uprightDigits(grid.cell, greatest, m_style);
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const double value = values[static_cast<std::size_t>(r * grid.columns + c)];
            m_brush.cell(p, grid.at(r, c), theme.shade(roleOf(level), std::abs(value) / greatest), border);
            if (m_layout.isUpright)
                paintUprightNumber(p, grid.at(r, c), value, *digits, m_style);
            else
                m_brush.words(p, grid.at(r, c), m_style.texts.glance(value, 2), theme.ink, QFont::DemiBold);
        }
}

/// The input is left as a shadow; what counts for the cell stands out by how much it does.
void FieldPainter::paintWeight(QPainter& p, const Moment& m) const
{
    const Theme& theme = m_style.theme;
    const GridLayout& grid = m_layout.levels.front();
    const TensorD& weight = *m.look.weight;
    const auto values = planeOf(m_numbers->levels.front(), m_numbers->channelOf(0, m.look.channel));
    const double greatest = shadeScaleOf(weight.data), most = shadeScaleOf(values);
    const QColor strong = deep(theme, theme.role(Role::Filter).fill);
    m_pictures.mosaic(p, grid, [&](int r, int c) {
        const auto i = static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                       static_cast<std::size_t>(c);
        const QColor shadow = theme.shade(Role::Input, 0.35 * std::abs(values[i]) / most);
        return mixed(shadow, strong, weight.data[i] / greatest);
    });
}

QRectF FieldPainter::boxOf(int level, const FieldSets& sets) const
{
    const GridLayout& grid = m_layout.levels[static_cast<std::size_t>(level)];
    if (sets.rows.empty() || sets.columns.empty()) return {};
    return grid.span(sets.rows.front(), sets.columns.front(), sets.rows.back() - sets.rows.front() + 1,
                     sets.columns.back() - sets.columns.front() + 1);
}

void FieldPainter::paintCone(QPainter& p, const Moment& m) const
{
    for (int lower = m.look.cell.level - 1; lower >= m.now.level; --lower)
        paintBand(p, m, lower);
    for (int level = m.look.cell.level; level >= 0; --level) {
        if (!m.isSeen(level)) continue;
        paintSet(p, m, level);
        paintCaption(p, m, level);
    }
}

/// Between a level and the one above it, as far as it has opened.
void FieldPainter::paintBand(QPainter& p, const Moment& m, int lower) const
{
    const QRectF from = boxOf(lower + 1, m.at(lower + 1)), to = boxOf(lower, m.at(lower));
    if (from.isNull() || to.isNull()) return;
    const double share = lower == m.now.level ? m.now.share : 1;
    const auto between = [share](QPointF a, QPointF b) { return a + share * (b - a); };
    // Upright the lower level stands below, else at the left.
    const bool isUpright = m_layout.isUpright;
    const QPointF first = isUpright ? from.bottomLeft() : from.topLeft(),
                  second = isUpright ? from.bottomRight() : from.bottomLeft(),
                  firstEnd = between(first, isUpright ? to.topLeft() : to.topRight()),
                  secondEnd = between(second, isUpright ? to.topRight() : to.bottomRight());
    const QColor& amber = m_style.theme.role(Role::Filter).fill;
    QColor wash = amber;
    wash.setAlphaF(m_style.theme.isDark ? 0.22f : 0.16f);
    p.setPen(Qt::NoPen);
    p.setBrush(wash);
    p.drawPolygon(QPolygonF{first, firstEnd, secondEnd, second});
    p.setPen(QPen(amber, m_style.px(1.5)));
    p.drawLine(first, firstEnd);
    p.drawLine(second, secondEnd);
}

/// One frame where nothing is left out, else one around each cell too.
void FieldPainter::paintSet(QPainter& p, const Moment& m, int level) const
{
    const FieldSets& sets = m.at(level);
    const QRectF box = boxOf(level, sets);
    if (box.isNull()) return;
    const GridLayout& grid = m_layout.levels[static_cast<std::size_t>(level)];
    const QColor& amber = m_style.theme.role(Role::Filter).fill;
    const bool isWhole = isRun(sets.rows) && isRun(sets.columns);
    m_marks.outline(p, box, amber, isWhole ? 3 : 1.4, isWhole ? Qt::SolidLine : Qt::DashLine);
    if (isWhole) return;
    const double inset = 0.12 * grid.cell;
    p.setPen(QPen(amber, std::max(1.0, std::min(m_style.px(2), 0.22 * grid.cell))));
    p.setBrush(Qt::NoBrush);
    for (const int r : sets.rows)
        for (const int c : sets.columns)
            p.drawRect(grid.at(r, c).adjusted(inset, inset, -inset, -inset));
}

QString FieldPainter::clippedNote(const Moment& m, int level) const
{
    const FieldSets& sets = m.at(level);
    const Texts& texts = m_style.texts;
    if (level == 0 && m.look.weight)
        return texts.say("Field", "half of the weight on %1 cells").arg(halfOf(*m.look.weight));
    if (sets.isClipped())
        return texts.say("Field", "%1 but for the border").arg(timesOf(sets.wholeRows, sets.wholeColumns));
    if (!isRun(sets.rows) || !isRun(sets.columns)) return texts.say("Field", "with gaps");
    return {};
}

void FieldPainter::paintUprightCaption(QPainter& p, const Moment& m, int level) const
{
    const QRectF& box = m_layout.captions[static_cast<std::size_t>(level)];
    const Theme& theme = m_style.theme;
    const bool isCell = level == m.look.cell.level;
    const QString extent = extentOf(m.at(level), m_style.texts);
    m_marks.sentence(p, box,
                     isCell ? m_style.texts.say("Field", "this cell")
                            : m_style.texts.say("Field", "%1 of it").arg(extent),
                     theme.role(Role::Filter).text, captionPixels, QFont::Bold);
    if (!isCell)
        m_marks.sentence(p, box.adjusted(0, m_style.px(FieldLayout::captionLine), 0, 0),
                         clippedNote(m, level), theme.muted);
}

void FieldPainter::paintCaption(QPainter& p, const Moment& m, int level) const
{
    if (m_layout.isUpright) return paintUprightCaption(p, m, level);
    constexpr double least = 13; // smaller, the extent alone is enough
    const QRectF& box = m_layout.captions[static_cast<std::size_t>(level)];
    const Theme& theme = m_style.theme;
    const bool isCell = level == m.look.cell.level;
    const QString extent = extentOf(m.at(level), m_style.texts);
    QString text =
        isCell ? m_style.texts.say("Field", "this cell") : m_style.texts.say("Field", "%1 of it").arg(extent);
    if (!isCell && m_marks.widthOf(text, least, QFont::Bold) > box.width()) text = extent;
    m_marks.fittedText(p, {box.left(), box.top(), box.width(), m_style.px(20)}, Qt::AlignCenter, text,
                       theme.role(Role::Filter).text, captionPixels, QFont::Bold);
    if (isCell) return;
    m_marks.fittedText(p, {box.left(), box.top() + m_style.px(19), box.width(), m_style.px(15)},
                       Qt::AlignCenter, clippedNote(m, level), theme.muted, 12);
}

void FieldPainter::paintCard(QPainter& p, const Moment& m) const
{
    m_marks.card(p, m_layout.card);
    paintCardHead(p);
    const int layers = m_numbers->figure.levels() - 1;
    for (const bool areSeen : {false, true})
        for (int layer = 0; layer < layers; ++layer)
            paintLinks(p, m, layer, areSeen);
    for (int level = 0; level <= layers; ++level)
        paintLine(p, m, level);
}

void FieldPainter::paintCardHead(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const QString title = m_style.texts.say("Field", "One line of it");
    QString note = lineNote(m_style.texts);
    if (m_layout.isUpright) {
        m_marks.sentence(p, m_layout.cardHead, title, theme.ink, 16, QFont::Bold);
        return m_marks.sentence(p, m_layout.cardHead.adjusted(0, m_style.px(FieldLayout::titleLine), 0, 0),
                                note, theme.muted);
    }
    const double wide = m_marks.widthOf(title, 16, QFont::Bold);
    m_marks.text(p, m_layout.cardHead, Qt::AlignLeft | Qt::AlignVCenter, title, theme.ink, 16, QFont::Bold);
    const QRectF beside = m_layout.cardHead.adjusted(wide + m_style.px(12), 0, 0, 0);
    if (m_marks.widthOf(note, 11) > beside.width())
        note = m_style.texts.say("Field", "jump: the way between two neighbours");
    m_marks.fittedText(p, beside, Qt::AlignLeft | Qt::AlignVCenter, note, theme.muted, notePixels);
}

/// From each cell of the layer to those that it looks at; a faint ground first, the cone upon it.
void FieldPainter::paintLinks(QPainter& p, const Moment& m, int layer, bool areSeen) const
{
    const int level = layer + 1;
    const auto& links = m_links[static_cast<std::size_t>(layer)];
    const bool isReached = level <= m.look.cell.level && layer >= m.now.level;
    if (areSeen && !isReached) return;
    const double share = layer == m.now.level ? m.now.share : 1;
    p.setPen(areSeen ? QPen(m_style.theme.role(Role::Filter).fill, m_style.px(1.6))
                     : QPen(m_style.theme.line, m_style.scale));
    for (std::size_t cell = 0; cell < links.size(); ++cell) {
        if (areSeen && !has(m.at(level).columns, static_cast<int>(cell))) continue;
        const QRectF above = m_layout.lineCell(level, static_cast<int>(cell));
        const QPointF from(above.center().x(), above.bottom());
        for (const int below : links[cell]) {
            const QRectF box = m_layout.lineCell(layer, below);
            const QPointF to(box.center().x(), box.top());
            p.drawLine(from, areSeen ? from + share * (to - from) : to);
        }
    }
}

void FieldPainter::paintLine(QPainter& p, const Moment& m, int level) const
{
    const Theme& theme = m_style.theme;
    const FieldLayout::Line& line = m_layout.lines[static_cast<std::size_t>(level)];
    const RoleColours& role = theme.role(roleOf(level));
    QRectF name(line.row.left(), line.row.top(), m_layout.namesRight - line.row.left(), line.row.height()),
        jump(m_layout.jumpsLeft, line.row.top(), line.row.right() - m_layout.jumpsLeft, line.row.height());
    int side = Qt::AlignRight;
    if (m_layout.isUpright) { // one below the other
        name.setRect(m_layout.cardHead.left(), line.row.center().y() - m_style.px(18),
                     m_layout.namesRight - m_layout.cardHead.left(), m_style.px(18));
        jump = name.translated(0, name.height());
        side = Qt::AlignLeft;
    }
    m_marks.fittedText(p, name, side | Qt::AlignVCenter, nameOf(level, m_style.texts), role.text, 14,
                       QFont::Bold);
    const Fraction step = level == 0 ? Fraction{} : m_terms[static_cast<std::size_t>(level) - 1].jump;
    m_marks.fittedText(p, jump, side | Qt::AlignVCenter,
                       m_style.texts.say("Field", "jump %1").arg(textOf(step)), theme.muted,
                       m_layout.isUpright ? uprightNote : 14);
    const double radius = std::min(m_style.px(3), 0.2 * m_layout.lineCellSize.width());
    for (int i = 0; i < line.count; ++i) {
        const bool isIn = m.isSeen(level) && has(m.at(level).columns, i);
        const bool isEmpty = m.isSeen(level) && m.at(level).rows.empty();
        p.setPen(QPen(isIn && !isEmpty ? role.text : mixed(theme.surface, role.fill, 0.45),
                      isIn ? m_style.px(1.8) : m_style.scale));
        p.setBrush(isIn && !isEmpty ? mixed(theme.surface, role.fill, 0.6) : theme.surface);
        p.drawRoundedRect(m_layout.lineCell(level, i), radius, radius);
    }
}

/// field = before + (size − 1) · dilation · jump; a transposed layer has the steps that it can reach over.
std::vector<TextRun> FieldPainter::termRuns(int layer, bool isOfCone) const
{
    const Theme& theme = m_style.theme;
    const FieldTerms& t = m_terms[static_cast<std::size_t>(layer)];
    const FieldLayer& l = m_numbers->figure.stack.layers[static_cast<std::size_t>(layer)];
    const QColor ink = isOfCone ? theme.ink : theme.muted, amber = theme.role(Role::Filter).text;
    const QColor strong = isOfCone ? amber : theme.muted;
    std::vector<TextRun> runs{{textOf(t.before) + QStringLiteral(" + "), ink}};
    if (l.kind == FieldKind::Transposed) {
        runs.push_back({QString::number(t.steps), strong, QFont::Bold});
    } else {
        runs.push_back({QStringLiteral("("), ink});
        runs.push_back({QString::number(l.size.w), strong, QFont::Bold});
        runs.push_back({QStringLiteral(" − 1)"), ink});
        if (l.dilation.w != 1) {
            runs.push_back({QStringLiteral(" · "), ink});
            runs.push_back({QString::number(l.dilation.w), strong, QFont::Bold});
        }
    }
    runs.push_back({QStringLiteral(" · ") + textOf(t.jumpBefore), ink});
    return runs;
}

/// "= 13", with what it is down the rows where that is another number.
std::vector<TextRun> FieldPainter::fieldRuns(int layer, bool isOfCone) const
{
    const Theme& theme = m_style.theme;
    const Fraction &field = m_terms[static_cast<std::size_t>(layer)].field,
                   &rows = m_rowTerms[static_cast<std::size_t>(layer)].field;
    std::vector<TextRun> runs{
        {QStringLiteral(" = "), isOfCone ? theme.ink : theme.muted},
        {textOf(field), isOfCone ? theme.role(Role::Filter).text : theme.muted, QFont::Bold}};
    if (!(rows == field))
        runs.push_back({QStringLiteral(" (%1)").arg(m_style.texts.say("Field", "down: %1").arg(textOf(rows))),
                        theme.muted});
    return runs;
}

/// The largest size at which every layer's line fits into its room; with the result below it, in two.
double FieldPainter::termPixels(bool isSplit) const
{
    const double largest = 17, smallest = m_layout.isUpright ? uprightNumber : 10;
    double pixels = largest;
    for (std::size_t layer = 0; layer < m_terms.size(); ++layer) {
        auto runs = termRuns(static_cast<int>(layer), true);
        const auto field = fieldRuns(static_cast<int>(layer), true);
        if (!isSplit) runs.insert(runs.end(), field.begin(), field.end());
        for (; pixels > smallest; pixels -= 0.5)
            if (m_marks.widthOf(runs, pixels) <= m_layout.terms[layer + 1].width()) break;
    }
    return pixels;
}

/// "jump 2 · 2 = 4"
QString FieldPainter::jumpText(int layer) const
{
    const auto i = static_cast<std::size_t>(layer);
    const FieldTerms& t = m_terms[i];
    const FieldLayer& l = m_numbers->figure.stack.layers[i];
    const QString sign = l.kind == FieldKind::Transposed ? QStringLiteral(" / ") : QStringLiteral(" · ");
    return m_style.texts.say("Field", "jump %1")
        .arg(textOf(t.jumpBefore) + sign + QString::number(l.stride.w) + QStringLiteral(" = ") +
             textOf(t.jump));
}

/// What a layer is and its jump above its line of arithmetic.
void FieldPainter::paintUprightTerms(QPainter& p, const Moment& m) const
{
    const Theme& theme = m_style.theme;
    const double pixels = termPixels(false), head = m_style.px(FieldLayout::termHead);
    m_marks.card(p, m_layout.termCard);
    const QRectF& legend = m_layout.terms.front();
    m_marks.sentence(p, legend, m_style.texts.say("Field", "receptive field"), theme.ink, 16, QFont::Bold);
    m_marks.sentence(p, legend.adjusted(0, head, 0, 0), formulaText(m_numbers->figure, m_style.texts),
                     theme.muted);
    for (int layer = 0; layer + 1 < m_numbers->figure.levels(); ++layer) {
        const QRectF& box = m_layout.terms[static_cast<std::size_t>(layer) + 1];
        const QRectF top(box.left(), box.top(), box.width(), head);
        const bool isOfCone = layer < m.look.cell.level;
        m_marks.text(p, top, Qt::AlignLeft | Qt::AlignVCenter, nameOf(layer + 1, m_style.texts),
                     isOfCone ? theme.role(Role::Output).text : theme.muted, 14, QFont::Bold);
        m_marks.text(p, top, Qt::AlignRight | Qt::AlignVCenter, jumpText(layer), theme.muted, uprightNote);
        const double baseline = box.bottom() - m_style.px(7),
                     end = m_marks.runs(p, {box.left(), baseline}, termRuns(layer, isOfCone), pixels);
        m_marks.runs(p, {end, baseline}, fieldRuns(layer, isOfCone), pixels);
    }
}

void FieldPainter::paintTerms(QPainter& p, const Moment& m) const
{
    if (m_layout.isUpright) return paintUprightTerms(p, m);
    constexpr double leastInOneLine = 13;
    const bool isSplit = termPixels(false) < leastInOneLine;
    const double pixels = termPixels(isSplit), line = m_style.px(isSplit ? 21 : 24);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter;
    paintLegend(p, line);
    for (std::size_t layer = 0; layer < m_terms.size(); ++layer) {
        const QRectF& box = m_layout.terms[layer + 1];
        const bool isOfCone = static_cast<int>(layer) < m.look.cell.level;
        const double end = m_marks.runs(p, {box.left(), box.top() + 0.72 * line},
                                        termRuns(static_cast<int>(layer), isOfCone), pixels);
        m_marks.runs(p,
                     isSplit ? QPointF(box.left() - m_marks.widthOf(QStringLiteral(" "), pixels),
                                       box.top() + 1.72 * line)
                             : QPointF(end, box.top() + 0.72 * line),
                     fieldRuns(static_cast<int>(layer), isOfCone), pixels);
        m_marks.fittedText(p, {box.left(), box.top() + (isSplit ? 2 : 1) * line, box.width(), m_style.px(18)},
                           flags, jumpText(static_cast<int>(layer)), m_style.theme.muted, notePixels);
    }
}

/// What the lines of arithmetic are.
void FieldPainter::paintLegend(QPainter& p, double line) const
{
    const Texts& texts = m_style.texts;
    const QRectF& box = m_layout.terms.front();
    m_marks.fittedText(p, {box.left(), box.top(), box.width(), line}, Qt::AlignLeft | Qt::AlignVCenter,
                       texts.say("Field", "receptive field"), m_style.theme.ink, 14, QFont::Bold);
    p.setFont(m_style.font(m_layout.isNarrow ? 11 : notePixels));
    p.setPen(m_style.theme.muted);
    p.drawText(QRectF(box.left(), box.top() + line, box.width(), box.height() - line),
               Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, formulaText(m_numbers->figure, texts));
}

QString FieldPainter::describe(const FieldLook& look) const
{
    const Texts& texts = m_style.texts;
    const FieldCell cell = m_numbers->nearest(look.cell);
    const auto seen = fieldOf(m_numbers->figure, cell);
    QStringList sentences;
    sentences << texts.say("Field", "Layer %1, row %2, column %3.")
                     .arg(cell.level)
                     .arg(cell.row + 1)
                     .arg(cell.column + 1);
    const int lowest = std::max(0, cell.level - static_cast<int>(look.opened + 1e-9));
    for (int level = cell.level - 1; level >= lowest; --level) {
        const FieldSets& sets = seen[static_cast<std::size_t>(level)];
        const Axes size = m_numbers->figure.sizeOf(level);
        sentences << texts.say("Field", "%1: %2 of %3.")
                         .arg(nameOf(level, texts), extentOf(sets, texts), timesOf(size.h, size.w));
        if (level == lowest && !sets.rows.empty() && !sets.columns.empty())
            sentences << texts.say("Field", "Rows %1 to %2, columns %3 to %4.")
                             .arg(sets.rows.front() + 1)
                             .arg(sets.rows.back() + 1)
                             .arg(sets.columns.front() + 1)
                             .arg(sets.columns.back() + 1);
        if (sets.isClipped()) sentences << texts.say("Field", "The border takes a part of it.");
    }
    return sentences.join(u' ');
}

std::optional<FieldCell> FieldPainter::cellAt(const QPointF& place, FieldCell now) const
{
    const FieldFigure& figure = m_numbers->figure;
    for (int level = 1; level < figure.levels(); ++level) {
        if (const auto cell = m_layout.levels[static_cast<std::size_t>(level)].cellAt(place))
            return FieldCell{level, cell->h, cell->w};
        const FieldLayout::Line& line = m_layout.lines[static_cast<std::size_t>(level)];
        if (!line.row.contains(place)) continue;
        const double index = std::round((place.x() - line.first) / line.step);
        if (index < 0 || index >= line.count) return std::nullopt;
        const FieldCell same = now.level == level ? now : samePlace(figure, now, level);
        return FieldCell{level, same.row, static_cast<int>(index)};
    }
    return std::nullopt;
}

} // namespace hg
