#include "ui/painters/solve_painter.h"

#include "ui/painters/formula_text.h"
#include "ui/painters/upright_page.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

using Column = SolveColumn;
constexpr double legendRow = 26;
constexpr std::array legendKinds{PlaceKind::Input, PlaceKind::Padding, PlaceKind::UnreadInput};

void paintPlace(QPainter& p, const PaintStyle& style, const QRectF& box, PlaceKind kind)
{
    const PaintMarks marks(style);
    const Theme& theme = style.theme;
    const RoleColours& input = theme.role(Role::Input);
    switch (kind) {
    case PlaceKind::Input:
        return marks.cell(p, box, theme.shade(Role::Input, 0.55), input.fill);
    case PlaceKind::UnreadInput:
    case PlaceKind::UnreadPadding:
        marks.cell(p, box, theme.surface, theme.muted);
        return marks.hatch(p, box, theme.muted, true);
    case PlaceKind::Padding:
        marks.cell(p, box, theme.padding, theme.hatch);
        return marks.hatch(p, box, theme.hatch);
    }
}

/// Upturned where a window ends, cut where it goes on behind the dots.
void paintSpan(QPainter& p, const PaintStyle& style, double from, double to, double y, bool isCutLeft,
               bool isCutRight)
{
    const double inset = style.px(1), tick = style.px(4);
    QPolygonF span;
    if (!isCutLeft) span << QPointF(from + inset, y - tick);
    span << QPointF(from + inset, y) << QPointF(to - inset, y);
    if (!isCutRight) span << QPointF(to - inset, y - tick);
    p.setPen(
        QPen(style.theme.role(Role::Filter).fill, style.px(2.2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(span);
}

QString legendText(const Texts& texts, std::size_t i)
{
    switch (i) {
    case 0:
        return texts.say("Solve", "input");
    case 1:
        return texts.say("Solve", "padding that a window reads");
    case 2:
        return texts.say("Solve", "no window reads it");
    default:
        break;
    }
    return texts.say("Solve", "first and last window");
}

/// What is asked, its sizes in their roles' colours.
std::vector<TextRun> titleRuns(const SolvedLayers& layers, const PaintStyle& style)
{
    const SolveSetup& s = layers.setup;
    const Texts& texts = style.texts;
    const QString asked = s.showsMirror ? texts.say("Solve", "Which settings take %1 to %2, and back?")
                                        : texts.say("Solve", "Which settings take %1 to %2?");
    const QColor ink = style.theme.ink;
    const int first = static_cast<int>(asked.indexOf(QStringLiteral("%1"))),
              second = static_cast<int>(asked.indexOf(QStringLiteral("%2")));
    return {{asked.left(first), ink, QFont::Bold},
            {QString::number(s.from), style.theme.role(Role::Input).text, QFont::Bold},
            {asked.mid(first + 2, second - first - 2), ink, QFont::Bold},
            {QString::number(s.to), style.theme.role(Role::Output).text, QFont::Bold},
            {asked.mid(second + 2), ink, QFont::Bold}};
}

QString countsText(const SolvedLayers& layers, const Texts& texts)
{
    const SolveSetup& s = layers.setup;
    const auto count = static_cast<int>(layers.rows.size());
    QStringList counts;
    if (count > 0)
        counts << texts.say("Solve", "layers: %1, settings: %2").arg(count).arg(settingCount(layers.rows));
    counts << texts.say("Solve", "up to size %1, stride %2").arg(s.limits.size).arg(s.limits.stride);
    if (layers.commonStride && count > 1)
        counts << texts.say("Solve", "all have stride %1").arg(*layers.commonStride);
    return counts.join(QStringLiteral(" · "));
}

QString noSolution(const SolvedLayers& layers, const Texts& texts)
{
    const SolveSetup& s = layers.setup;
    return texts.say("Solve", "No layer up to size %1 and stride %2 takes %3 to %4.")
        .arg(s.limits.size)
        .arg(s.limits.stride)
        .arg(s.from)
        .arg(s.to);
}

/// "The nearest that have one: 28 → 14, …", without the pairs where they are buttons; empty where none is.
QString nearestSentence(const SolvedLayers& layers, bool hasOffers, const Texts& texts)
{
    QStringList pairs;
    for (const SizePair& pair : layers.nearest)
        pairs << QStringLiteral("%1 → %2").arg(pair.from).arg(pair.to);
    if (pairs.isEmpty()) return {};
    const QString sentence = texts.say("Solve", "The nearest that have one:");
    return hasOffers ? sentence : sentence + u' ' + pairs.join(QStringLiteral(", "));
}

QString callOf(const SolvedLayers& layers, int row, Column column, const Texts& texts)
{
    return callText(layers.rows[static_cast<std::size_t>(row)], column, texts)
        .lines.join(QStringLiteral(", "));
}

/// That another row's layer does not fit, where there is such; else empty.
QString shiftedSentence(const SolvedLayers& layers, int row, const Texts& texts)
{
    const auto shifted = shiftedMirror(layers, row);
    if (!shifted || !layers.setup.showsMirror) return {};
    const QString library = shifted->isPytorch ? QStringLiteral("PyTorch") : QStringLiteral("Keras"),
                  other = callOf(layers, shifted->row,
                                 shifted->isPytorch ? Column::PytorchMirror : Column::KerasMirror, texts);
    return (shifted->cells == 1
                ? texts.say("Solve", "A decoder with %1’s “%2” also gives %3, but shifted by one cell.")
                : texts.say("Solve", "A decoder with %1’s “%2” also gives %3, but shifted by %4 cells.")
                      .arg(QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%3"))
                      .arg(shifted->cells))
        .arg(library, other)
        .arg(layers.directSizes().from);
}

QString directionText(const SolvedLayers& layers, bool isSecond, const Texts& texts)
{
    const SizePair direct = layers.directSizes();
    const bool isDecoderFirst = layers.setup.beginsWithDecoder;
    const QString forward = QStringLiteral("%1 → %2").arg(direct.from).arg(direct.to),
                  back = QStringLiteral("%1 → %2").arg(direct.to).arg(direct.from);
    if (isSecond) return texts.say("Solve", "Its mirror %1").arg(isDecoderFirst ? forward : back);
    return isDecoderFirst ? texts.say("Solve", "Decoder %1").arg(back)
                          : texts.say("Solve", "Encoder %1").arg(forward);
}

} // namespace

SolvePainter::SolvePainter(std::shared_ptr<const SolvedLayers> layers, const QSizeF& size, PaintStyle style,
                           bool hasLegend, bool hasOffers)
    : m_layers(std::move(layers))
    , m_style(std::move(style))
    , m_hasOffers(hasOffers)
    , m_layout(*m_layers, size, m_style, hasLegend)
    , m_marks(m_style)
{}

SolvePainter::SolvePainter(std::shared_ptr<const SolvedLayers> layers, SolveLayout layout, PaintStyle style)
    : m_layers(std::move(layers))
    , m_style(std::move(style))
    , m_hasOffers(false)
    , m_layout(std::move(layout))
    , m_marks(m_style)
{}

SolveLayout SolvePainter::uprightLayout(const SolvedLayers& layers, double width, const PaintStyle& style)
{
    const Texts& texts = style.texts;
    SolveWords words{titleRuns(layers, style),
                     countsText(layers, texts),
                     noSolution(layers, texts) + u'\n' + nearestSentence(layers, false, texts),
                     {}};
    for (int row = 0; row < static_cast<int>(layers.rows.size()); ++row)
        words.notes << shiftedSentence(layers, row, texts);
    return SolveLayout::upright(layers, width, style, words);
}

void SolvePainter::paint(QPainter& p, const SolveLook& look) const
{
    p.setRenderHint(QPainter::Antialiasing);
    paintTitle(p);
    m_marks.card(p, m_layout.card);
    if (count() == 0) return paintNothing(p);
    paintHeads(p);
    const int row = std::clamp(look.row, 0, count() - 1);
    p.save();
    p.setClipRect(m_layout.list.adjusted(0, -m_style.px(2), 0, m_style.px(2)), Qt::IntersectClip);
    for (int i = 0; i < count(); ++i) {
        const QRectF box = m_layout.rowBox(i, look.scroll);
        if (box.bottom() >= m_layout.list.top() && box.top() <= m_layout.list.bottom())
            paintRow(p, i, box, look);
    }
    p.restore();
    if (m_layout.isUpright) paintDetail(p, row);
    paintFormulas(p, row);
    paintNote(p, row);
    if (m_layout.legend.height() > 0) paintSolveLegend(p, m_layout.legend, m_style, !m_layout.isUpright);
}

/// In one line, smaller where it does not fit.
void SolvePainter::line(QPainter& p, const QRectF& box, int flags, const QString& text, const QColor& colour,
                        double pixels, QFont::Weight weight) const
{
    const double wide = m_marks.widthOf(text, pixels, weight);
    if (wide > box.width()) pixels *= box.width() / wide;
    m_marks.text(p, box, flags, text, colour, pixels, weight);
}

void SolvePainter::paintTitle(QPainter& p) const
{
    if (m_layout.isUpright) return paintUprightTitle(p);
    const auto runs = titleRuns(*m_layers, m_style);
    const QString note = countsText(*m_layers, m_style.texts);
    double pixels = 24;
    const double room = m_layout.title.width(), gap = m_style.px(24);
    double noteWide = m_marks.widthOf(note, 14);
    const bool isBeside = m_marks.widthOf(runs, 20) + gap + noteWide <= room;
    while (pixels > 12 && m_marks.widthOf(runs, pixels) + (isBeside ? gap + noteWide : 0) > room)
        pixels -= 0.5;
    const double baseline = isBeside ? m_layout.title.bottom() - m_style.px(16) : m_style.px(20);
    m_marks.runs(p, QPointF(m_layout.title.left(), baseline), runs,
                 isBeside ? pixels : std::min(pixels, 19.0));
    const QRectF below(0, baseline + m_style.px(4), room, m_style.px(18));
    const QRectF beside(room - noteWide, baseline - m_style.px(18), noteWide, m_style.px(24));
    line(p, isBeside ? beside : below, Qt::AlignLeft | Qt::AlignVCenter, note, m_style.theme.muted,
         isBeside ? 14 : 13);
}

void SolvePainter::paintHeads(QPainter& p) const
{
    if (m_layout.isUpright) return paintUprightHeads(p);
    const Theme& theme = m_style.theme;
    const Texts& texts = m_style.texts;
    const bool isDecoderFirst = m_layers->setup.beginsWithDecoder;
    const double pad = m_style.px(16), half = m_layout.heads.height() * 0.56,
                 seam = m_layout.seam > 0 ? m_layout.seam : m_layout.heads.right();
    const QRectF left(pad, m_layout.heads.top(), seam - pad, half);
    line(p, left, Qt::AlignLeft | Qt::AlignVCenter, directionText(*m_layers, false, texts),
         theme.role(isDecoderFirst ? Role::Output : Role::Input).text, 17, QFont::Bold);
    if (m_layout.seam > 0) {
        const double x =
            m_layout.columnBox(isDecoderFirst ? Column::Padding : Column::Crop, m_layout.heads).left();
        line(p, QRectF(x, left.top(), m_layout.heads.right() - pad - x, half),
             Qt::AlignLeft | Qt::AlignVCenter, directionText(*m_layers, true, texts),
             theme.role(isDecoderFirst ? Role::Input : Role::Output).text, 17, QFont::Bold);
        p.setPen(QPen(theme.line, m_style.scale));
        p.drawLine(QPointF(m_layout.seam, m_layout.card.top()),
                   QPointF(m_layout.seam, m_layout.card.bottom()));
    }
    for (int i = 0; i < solveColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        if (!m_layout.has(column)) continue;
        QRectF box = m_layout.columnBox(column, m_layout.heads);
        box.setTop(box.top() + half);
        const bool isCentred = column == Column::Size || column == Column::Stride;
        QString head = columnHead(*m_layers, column, texts);
        if (column == Column::Ends &&
            m_marks.widthOf(head, m_layout.headPixels(), QFont::DemiBold) > box.width())
            head = texts.say("Solve", "ends");
        line(p, box, (isCentred ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, head, theme.muted,
             m_layout.headPixels(), QFont::DemiBold);
    }
}

void SolvePainter::paintNothing(QPainter& p) const
{
    if (m_layout.isUpright) return paintUprightNothing(p);
    const QRectF box = m_layout.card;
    line(p, box.adjusted(m_style.px(16), 0, -m_style.px(16), -box.height() / 2),
         Qt::AlignHCenter | Qt::AlignBottom, noSolution(*m_layers, m_style.texts), m_style.theme.ink, 18,
         QFont::DemiBold);
    line(p, box.adjusted(m_style.px(16), box.height() / 2 + m_style.px(8), -m_style.px(16), 0),
         Qt::AlignHCenter | Qt::AlignTop, nearestSentence(*m_layers, m_hasOffers, m_style.texts),
         m_style.theme.muted, 15);
}

/// What tells rows apart, and the one that is chosen.
void SolvePainter::paintGround(QPainter& p, int row, const QRectF& box, bool isChosen) const
{
    const Theme& theme = m_style.theme;
    if (row > 0) {
        p.setPen(QPen(theme.line, m_style.scale));
        p.drawLine(box.topLeft() + QPointF(m_style.px(1), 0), box.topRight() - QPointF(m_style.px(1), 0));
    }
    if (!isChosen) return;
    p.setPen(QPen(theme.accent, m_style.px(2)));
    p.setBrush(theme.accentSoft);
    const double inset = m_style.px(3);
    p.drawRoundedRect(box.adjusted(1.6 * inset, 0.6 * inset, -1.6 * inset, -0.6 * inset), m_style.px(7),
                      m_style.px(7));
}

void SolvePainter::paintRow(QPainter& p, int row, const QRectF& box, const SolveLook& look) const
{
    if (m_layout.isUpright) return paintUprightRow(p, row, box, look);
    const bool isChosen = row == look.row;
    paintGround(p, row, box, isChosen);
    paintNumbers(p, row, box);
    paintEnds(p, at(row).direct, box);
    for (const Column column : {Column::Keras, Column::Pytorch, Column::KerasMirror, Column::PytorchMirror})
        if (m_layout.has(column)) paintCall(p, row, column, box);
    if (m_layout.has(Column::Between))
        paintBetween(p, m_layout.columnBox(Column::Between, box), isChosen, look.used == row);
}

QString SolvePainter::stamps(int row) const
{
    switch (at(row).overlap) {
    case StampOverlap::Gaps:
        return m_style.texts.say("Solve", "gaps");
    case StampOverlap::Even:
        return m_style.texts.say("Solve", "even");
    case StampOverlap::Uneven:
        break;
    }
    return m_style.texts.say("Solve", "uneven");
}

void SolvePainter::paintUprightTitle(QPainter& p) const
{
    constexpr double pixels = SolveLayout::titlePixels;
    double y = m_layout.title.top();
    for (const auto& runs :
         wrappedRuns(titleRuns(*m_layers, m_style), m_layout.title.width(), pixels, m_style)) {
        m_marks.runs(p, {m_layout.title.left(), y + m_style.px(pixels)}, runs, pixels);
        y += m_style.px(SolveLayout::titleLine);
    }
    m_marks.sentence(p, QRectF(QPointF(m_layout.title.left(), y), m_layout.title.bottomRight()),
                     countsText(*m_layers, m_style.texts), m_style.theme.muted);
}

/// Both layers, in the colours of their lines in the blocks, and the columns of the libraries.
void SolvePainter::paintUprightHeads(QPainter& p) const
{
    const Theme& theme = m_style.theme;
    const bool isDecoderFirst = m_layers->setup.beginsWithDecoder;
    QRectF box = m_layout.heads;
    box.setHeight(m_style.px(SolveLayout::directionLine));
    for (int half = 0; half < (m_layers->setup.showsMirror ? 2 : 1); ++half) {
        m_marks.text(
            p, box, Qt::AlignLeft | Qt::AlignVCenter, directionText(*m_layers, half == 1, m_style.texts),
            theme.role((half == 1) == isDecoderFirst ? Role::Input : Role::Output).text, 17, QFont::Bold);
        box.translate(0, box.height());
    }
    box.setBottom(m_layout.heads.bottom());
    for (const Column column : {Column::Keras, Column::Pytorch})
        m_marks.text(p, QRectF(m_layout.columnBox(column, box).topLeft(), box.bottomRight()),
                     Qt::AlignLeft | Qt::AlignVCenter, columnHead(*m_layers, column, m_style.texts),
                     theme.muted, uprightNote, QFont::DemiBold);
}

void SolvePainter::paintUprightNothing(QPainter& p) const
{
    const double pad = m_style.px(12), wide = m_layout.card.width() - 2 * pad;
    const QString said = noSolution(*m_layers, m_style.texts);
    const QRectF box = m_layout.card.adjusted(pad, pad, -pad, 0);
    m_marks.sentence(p, box, said, m_style.theme.ink, 17, QFont::DemiBold);
    const double below = wrappedHeight(said, wide, m_style, 17, QFont::DemiBold) + m_style.px(8);
    m_marks.sentence(p, box.adjusted(0, below, 0, 0), nearestSentence(*m_layers, false, m_style.texts),
                     m_style.theme.muted, 15);
}

/// Around what is told of the row that is chosen.
void SolvePainter::paintDetail(QPainter& p, int row) const
{
    m_marks.card(p, m_layout.detailCard);
    const double pad = m_style.px(12);
    m_marks.sentence(p, m_layout.detailCard.adjusted(pad, pad, -pad, 0),
                     m_style.texts.say("Solve", "Row %1 of %2").arg(row + 1).arg(count()),
                     m_style.theme.accentText, 15, QFont::Bold);
}

void SolvePainter::paintUprightRow(QPainter& p, int row, const QRectF& box, const SolveLook& look) const
{
    const bool isChosen = row == look.row;
    paintGround(p, row, box, isChosen);
    const auto part = [&](const QRectF& inBlock) { return inBlock.translated(box.topLeft()); };
    paintUprightNumbers(p, row, part(m_layout.block.numbers));
    paintEnds(p, at(row).direct, part(m_layout.block.ends));
    if (!m_layout.block.direct.isEmpty()) paintHalf(p, row, false, part(m_layout.block.direct));
    if (!m_layout.block.mirror.isEmpty()) paintHalf(p, row, true, part(m_layout.block.mirror));
    if (m_layout.has(Column::Between))
        paintBetween(p, m_layout.columnBox(Column::Between, part(m_layout.block.numbers)), isChosen,
                     look.used == row);
}

/// "size 3   stride 2   dilation 2"
void SolvePainter::paintUprightNumbers(QPainter& p, int row, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis& direct = at(row).direct;
    double x = box.left();
    const auto write = [&](const QString& text, const QColor& colour, double pixels, QFont::Weight weight) {
        x = m_marks.runs(p, {x, box.top() + 0.7 * box.height()}, {{text, colour, weight}}, pixels);
    };
    const auto name = [&](Column column) {
        return columnHead(*m_layers, column, m_style.texts) + QChar(QChar::Nbsp);
    };
    write(name(Column::Size), theme.muted, 14, QFont::Normal);
    write(QString::number(direct.kernel), theme.role(Role::Filter).text, 20, QFont::Bold);
    x += m_style.px(16);
    write(name(Column::Stride), theme.muted, 14, QFont::Normal);
    write(QString::number(direct.stride), theme.ink, 16, QFont::Bold);
    x += m_style.px(16);
    if (direct.dilation > 1)
        write(m_style.texts.say("Solve", "dilation %1").arg(direct.dilation), theme.muted, 14, QFont::Normal);
}

/// What is put around or cut off, and how both libraries are told.
void SolvePainter::paintHalf(QPainter& p, int row, bool isMirror, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const Column own = isMirror ? Column::Crop : Column::Padding;
    const ConvAxis& axis = isMirror ? at(row).mirror : at(row).direct;
    const double first = m_style.px(17), second = m_style.px(19);
    m_marks.sentence(p, box, columnHead(*m_layers, own, m_style.texts),
                     theme.role(isMirror ? Role::Output : Role::Input).text, uprightNote, QFont::DemiBold);
    m_marks.sentence(p, box.adjusted(0, first, 0, 0),
                     QStringLiteral("%1 + %2").arg(axis.padBefore).arg(std::max(0, axis.padAfter)),
                     isMirror ? theme.danger : theme.muted, 15, QFont::Bold);
    const bool isEven = at(row).overlap == StampOverlap::Even;
    if (isMirror)
        m_marks.sentence(p, box.adjusted(0, first + second, 0, 0), stamps(row),
                         isEven ? theme.role(Role::Output).text : theme.muted, uprightNote,
                         isEven ? QFont::Bold : QFont::Normal);
    paintCall(p, row, isMirror ? Column::KerasMirror : Column::Keras, box);
    paintCall(p, row, isMirror ? Column::PytorchMirror : Column::Pytorch, box);
}

void SolvePainter::paintNumbers(QPainter& p, int row, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const ConvAxis &direct = at(row).direct, &mirror = at(row).mirror;
    const double text = m_layout.text;
    QRectF size = m_layout.columnBox(Column::Size, box);
    if (direct.dilation > 1) {
        m_marks.text(p, size.adjusted(0, 0.55 * box.height(), 0, -0.08 * box.height()), Qt::AlignCenter,
                     m_style.texts.say("Solve", "dilation %1").arg(direct.dilation), theme.muted,
                     11.5 * text);
        size.setBottom(size.top() + 0.64 * box.height());
    }
    m_marks.text(p, size, Qt::AlignCenter, QString::number(direct.kernel), theme.role(Role::Filter).text,
                 20 * text, QFont::Bold);
    if (m_layout.has(Column::Stride))
        m_marks.text(p, m_layout.columnBox(Column::Stride, box), Qt::AlignCenter,
                     QString::number(direct.stride), theme.ink, 16 * text, QFont::Bold);
    if (m_layout.has(Column::Padding))
        m_marks.text(p, m_layout.columnBox(Column::Padding, box), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("%1 + %2").arg(direct.padBefore).arg(direct.padAfter), theme.muted,
                     15 * text, QFont::Bold);
    if (!m_layout.has(Column::Crop)) return;
    const QRectF crop = m_layout.columnBox(Column::Crop, box);
    const bool isEven = at(row).overlap == StampOverlap::Even;
    m_marks.text(p, QRectF(crop.left(), crop.top() + 0.1 * box.height(), crop.width(), 0.46 * box.height()),
                 Qt::AlignLeft | Qt::AlignVCenter,
                 QStringLiteral("%1 + %2").arg(mirror.padBefore).arg(std::max(0, mirror.padAfter)),
                 theme.danger, 15 * text, QFont::Bold);
    m_marks.text(p, QRectF(crop.left(), crop.top() + 0.52 * box.height(), crop.width(), 0.38 * box.height()),
                 Qt::AlignLeft | Qt::AlignVCenter, stamps(row),
                 isEven ? theme.role(Role::Output).text : theme.muted, 12 * text,
                 isEven ? QFont::Bold : QFont::Normal);
}

void SolvePainter::paintEnds(QPainter& p, const ConvAxis& direct, const QRectF& box) const
{
    const double cell = m_layout.cell, y = box.center().y() - 0.62 * cell;
    for (int place = -direct.padBefore; place < direct.input + direct.padAfter; ++place)
        if (m_layout.isDrawn(direct, place))
            paintPlace(p, m_style, QRectF(m_layout.placeX(direct, place), y, cell, cell),
                       placeKindAt(direct, place));
    if (m_layout.seen > 0) {
        p.setPen(Qt::NoPen);
        p.setBrush(m_style.theme.muted);
        for (const double shift : {-0.3, 0.0, 0.3})
            p.drawEllipse(QPointF(m_layout.dotsX() + shift * cell, y + 0.7 * cell), 0.07 * cell, 0.07 * cell);
    }
    const double under = y + cell + m_style.px(5);
    const bool areApart = m_layout.seen > 0 || direct.windowStart(direct.output - 1) >=
                                                   direct.windowStart(0) + direct.effectiveKernel();
    paintBracket(p, direct, 0, under);
    if (direct.output > 1)
        paintBracket(p, direct, direct.output - 1, areApart ? under : under + m_style.px(5));
}

void SolvePainter::paintBracket(QPainter& p, const ConvAxis& direct, int output, double y) const
{
    const int first = direct.windowStart(output), last = first + direct.effectiveKernel() - 1;
    const bool isCutLeft = !m_layout.isDrawn(direct, first), isCutRight = !m_layout.isDrawn(direct, last);
    const double gap = m_style.px(2);
    const double from = m_layout.placeX(direct, first) + (isCutLeft ? gap : 0),
                 to = m_layout.placeX(direct, last) + (isCutRight ? -gap : m_layout.cell);
    if (from < to) paintSpan(p, m_style, from, to, y, isCutLeft, isCutRight);
}

void SolvePainter::paintCall(QPainter& p, int row, Column column, const QRectF& box) const
{
    const Theme& theme = m_style.theme;
    const CallText call = callText(at(row), column, m_style.texts);
    const QRectF place = m_layout.columnBox(column, box);
    const QStringList lines =
        m_layout.isBroken ? call.lines : QStringList{call.lines.join(QStringLiteral(", "))};
    double pixels = 13.5 * m_layout.text;
    if (!call.isBox)
        return line(p, place, Qt::AlignLeft | Qt::AlignVCenter, lines.first(), theme.muted, pixels);
    double wide = 0;
    for (const QString& text : lines)
        wide = std::max(wide, m_marks.widthOf(text, pixels, QFont::DemiBold));
    const double lead = m_style.px(pixels) * 1.22,
                 high =
                     std::min(lead * static_cast<double>(lines.size()) + m_style.px(7), 0.82 * box.height());
    pixels = std::min(pixels, 0.8 * high / static_cast<double>(lines.size()) / m_style.scale);
    const QRectF chip(place.left(), place.center().y() - high / 2, wide + m_style.px(16) * m_layout.text,
                      high);
    p.setPen(QPen(theme.line, m_style.scale));
    p.setBrush(theme.ground);
    p.drawRoundedRect(chip, m_style.px(5), m_style.px(5));
    for (int i = 0; i < lines.size(); ++i) {
        const double share = high / static_cast<double>(lines.size());
        m_marks.text(p, QRectF(chip.left(), chip.top() + i * share, chip.width(), share), Qt::AlignCenter,
                     lines.at(i), theme.ink, pixels, QFont::DemiBold);
    }
}

/// Two arrows, or a tick where the lab is set to the pair.
void SolvePainter::paintBetween(QPainter& p, const QRectF& box, bool isChosen, bool isUsed) const
{
    const Theme& theme = m_style.theme;
    const double r = std::min(0.46 * box.width(), 0.32 * box.height());
    const QPointF c = box.center();
    p.setPen(QPen(isChosen ? theme.accent : theme.faint, m_style.px(isChosen ? 2 : 1.4)));
    p.setBrush(isUsed ? theme.accent : theme.surface);
    p.drawEllipse(c, r, r);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(isUsed     ? theme.accentInk
                  : isChosen ? theme.accentText
                             : theme.muted,
                  m_style.px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isUsed) {
        p.drawPolyline(
            QPolygonF({c + r * QPointF(-0.4, 0), c + r * QPointF(-0.1, 0.35), c + r * QPointF(0.45, -0.35)}));
        return;
    }
    for (const double way : {1.0, -1.0}) {
        const double y = -0.26 * way;
        const auto place = [&](double x, double dy) { return c + r * QPointF(way * x, y + dy); };
        p.drawLine(place(-0.5, 0), place(0.5, 0));
        p.drawPolyline(QPolygonF({place(0.26, -0.2), place(0.5, 0), place(0.26, 0.2)}));
    }
}

/// Upright, one below the other.
void SolvePainter::paintFormulaLines(QPainter& p, const std::vector<TextRun>& first,
                                     const std::vector<TextRun>& second) const
{
    const QRectF& box = m_layout.formulas;
    double pixels = 19;
    while (pixels > uprightNumber &&
           std::max(m_marks.widthOf(first, pixels), m_marks.widthOf(second, pixels)) > box.width())
        pixels -= 0.5;
    const double high = box.height() / (second.empty() ? 1 : 2);
    m_marks.runs(p, {box.left(), box.top() + 0.72 * high}, first, pixels);
    m_marks.runs(p, {box.left(), box.top() + 1.72 * high}, second, pixels);
}

/// Both formulas beside each other, in one size of text.
void SolvePainter::paintFormulas(QPainter& p, int row) const
{
    const auto direct = formulaRuns(at(row).direct, false, m_style.theme),
               mirror = formulaRuns(at(row).mirror, true, m_style.theme);
    const bool isDecoderFirst = m_layers->setup.beginsWithDecoder, hasBoth = m_layers->setup.showsMirror;
    const auto& left = isDecoderFirst ? mirror : direct;
    const auto& right = isDecoderFirst ? direct : mirror;
    if (m_layout.isUpright) return paintFormulaLines(p, left, hasBoth ? right : std::vector<TextRun>());
    const auto needed = [&](double pixels) {
        return m_marks.widthOf(left, pixels) +
               (hasBoth ? m_style.px(20) + m_marks.widthOf(right, pixels) : 0.0);
    };
    double pixels = 19;
    while (pixels > 9 && needed(pixels) > m_layout.formulas.width())
        pixels -= 0.5;
    const double baseline = m_layout.formulas.bottom() - m_style.px(10);
    m_marks.runs(p, QPointF(m_layout.formulas.left(), baseline), left, pixels);
    if (hasBoth)
        m_marks.runs(p, QPointF(m_layout.formulas.right() - m_marks.widthOf(right, pixels), baseline), right,
                     pixels);
}

/// That layers of two rows do not fit, where there are such.
void SolvePainter::paintNote(QPainter& p, int row) const
{
    const QString rest = shiftedSentence(*m_layers, row, m_style.texts);
    if (rest.isEmpty()) return;
    const QString advice = m_style.texts.say("Solve", "Take both from one row.");
    const double pixels = 14, gap = m_style.px(10), wide = m_marks.widthOf(advice, pixels, QFont::Bold),
                 high = m_style.px(20);
    const QRectF box = m_layout.note, first(box.left(), box.top(), box.width(), high);
    m_marks.text(p, first, Qt::AlignLeft | Qt::AlignVCenter, advice, m_style.theme.ink, pixels, QFont::Bold);
    if (!m_layout.isUpright && wide + gap + m_marks.widthOf(rest, pixels) <= box.width())
        return line(p, first.adjusted(wide + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, rest,
                    m_style.theme.muted, pixels);
    m_marks.text(p, box.adjusted(0, high, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, rest,
                 m_style.theme.muted, 13);
}

QString SolvePainter::describe(int row) const
{
    if (count() == 0) return noSolution(*m_layers, m_style.texts);
    row = std::clamp(row, 0, count() - 1);
    const GeometrySolution& s = at(row);
    const Texts& texts = m_style.texts;
    QString text = texts.say("Solve", "Row %1 of %2: size %3, stride %4, dilation %5, padding %6 + %7.")
                       .arg(row + 1)
                       .arg(count())
                       .arg(s.direct.kernel)
                       .arg(s.direct.stride)
                       .arg(s.direct.dilation)
                       .arg(s.direct.padBefore)
                       .arg(s.direct.padAfter);
    text += QStringLiteral(" Keras: %1. PyTorch: %2.")
                .arg(callOf(*m_layers, row, Column::Keras, texts),
                     callOf(*m_layers, row, Column::Pytorch, texts));
    if (!m_layers->setup.showsMirror) return text;
    text += u' ' + texts.say("Solve", "Mirror: crop %1 + %2, stamps: %3.")
                       .arg(s.mirror.padBefore)
                       .arg(std::max(0, s.mirror.padAfter))
                       .arg(stamps(row));
    return text + QStringLiteral(" Keras: %1. PyTorch: %2.")
                      .arg(callOf(*m_layers, row, Column::KerasMirror, texts),
                           callOf(*m_layers, row, Column::PytorchMirror, texts));
}

QString SolvePainter::otherSettings(int row) const
{
    QStringList others;
    for (const ConvAxis& other : at(row).others)
        others << m_style.texts.say("Solve", "padding %1 + %2, stride %3")
                      .arg(other.padBefore)
                      .arg(other.padAfter)
                      .arg(other.stride);
    if (others.isEmpty()) return {};
    return m_style.texts.say("Solve", "The same windows also with:") + u'\n' + others.join(u'\n');
}

std::optional<int> SolvePainter::rowAt(const QPointF& place, double scroll) const
{
    if (!m_layout.list.contains(place)) return std::nullopt;
    const int row = static_cast<int>(std::floor((place.y() - m_layout.list.top() + scroll) / m_layout.row));
    return row >= 0 && row < count() ? std::optional(row) : std::nullopt;
}

double SolvePainter::scrollTo(int row, double scroll) const
{
    const double top = row * m_layout.row, least = top + m_layout.row - m_layout.list.height();
    return std::clamp(std::clamp(scroll, std::min(least, top), top), 0.0, mostScroll());
}

double solveLegendHeight(const PaintStyle& style)
{
    return style.px(legendRow) * (legendKinds.size() + 1);
}

void paintSolveLegend(QPainter& p, const QRectF& box, const PaintStyle& style, bool isLine)
{
    p.setRenderHint(QPainter::Antialiasing);
    const PaintMarks marks(style);
    const std::size_t count = legendKinds.size() + 1;
    const double side = style.px(16), gap = style.px(8), between = style.px(22);
    double needed = 0, pixels = 13.5;
    for (std::size_t i = 0; i < count; ++i) {
        const double own = marks.widthOf(legendText(style.texts, i), pixels);
        needed = isLine ? needed + own : std::max(needed, own);
    }
    const double fixed = isLine ? static_cast<double>(count) * (side + gap + between) : side + gap;
    if (needed + fixed > box.width()) pixels *= std::max(0.3, (box.width() - fixed) / needed);
    QPointF at = box.topLeft();
    for (std::size_t i = 0; i < count; ++i) {
        const double high = isLine ? box.height() : style.px(legendRow);
        const QRectF mark(at.x(), at.y() + (high - side) / 2, side, side);
        if (i < legendKinds.size())
            paintPlace(p, style, mark, legendKinds[i]);
        else
            paintSpan(p, style, mark.left(), mark.right(), mark.center().y() + style.px(2), false, false);
        const QString text = legendText(style.texts, i);
        const double wide = marks.widthOf(text, pixels);
        marks.text(p, QRectF(mark.right() + gap, at.y(), wide, high), Qt::AlignLeft | Qt::AlignVCenter, text,
                   style.theme.ink, pixels);
        at += isLine ? QPointF(side + gap + wide + between, 0) : QPointF(0, high);
    }
}

} // namespace hg
