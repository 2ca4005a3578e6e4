#include "ui/labs/fewlabels/parts_painter.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/label_discs.h"
#include "ui/painters/paint_marks.h"

#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int mostShown = 10; // classes whose colours there are
constexpr double percent = 100;

const AccuracyCurve* codeCurve(const PartsLook& look)
{
    for (const PartsRow& row : look.rows)
        if (row.row == LabelRow::Code) return row.curve.get();
    return nullptr;
}

/// How far the code is ahead of the best other row at the place of a number of labels.
std::optional<double> leadOfCode(const PartsLook& look, std::size_t at)
{
    const AccuracyCurve* code = codeCurve(look);
    std::optional<double> best;
    for (const PartsRow& row : look.rows)
        if (row.row != LabelRow::Code && row.curve) best = std::max(best.value_or(0), row.curve->mean(at));
    if (!code || !best) return std::nullopt;
    return code->mean(at) - *best;
}

/// What the classifier on the code has to learn; 0 where it only remembers.
int weightsOf(const PartsLook& look)
{
    const int code = look.setup.network.bottleneck, classes = static_cast<int>(look.classNames.size());
    const int neurons = HiddenLayerSetup().neurons;
    switch (look.setup.reading) {
    case LabelReading::Softmax:
        return (code + 1) * classes;
    case LabelReading::HiddenLayer:
        return (code + 1) * neurons + (neurons + 1) * classes;
    default:
        return 0;
    }
}

/// The encoder narrows to the right, the decoder widens.
QPainterPath funnel(const QRectF& box, bool narrows)
{
    const double slope = 0.24 * box.height(), left = narrows ? 0 : slope, right = narrows ? slope : 0;
    QPainterPath path(QPointF(box.left(), box.top() + left));
    path.lineTo(box.right(), box.top() + right);
    path.lineTo(box.right(), box.bottom() - right);
    path.lineTo(box.left(), box.bottom() - left);
    path.closeSubpath();
    return path;
}

void paintLock(QPainter& p, const QPointF& centre, double size, const QColor& colour, bool isOpen)
{
    const QRectF body(centre.x() - 0.4 * size, centre.y() - 0.05 * size, 0.8 * size, 0.6 * size);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, 0.13 * size, Qt::SolidLine, Qt::FlatCap));
    const QRectF bow(centre.x() - 0.25 * size, centre.y() - 0.5 * size, 0.5 * size, 0.6 * size);
    QPainterPath shackle(QPointF(bow.left(), body.top()));
    shackle.arcTo(QRectF(bow.topLeft(), QSizeF(bow.width(), bow.width())), 180, -180);
    if (!isOpen) shackle.lineTo(bow.right(), body.top());
    p.drawPath(shackle);
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawRoundedRect(body, 0.1 * size, 0.1 * size);
}

/// The axis of accuracies: tens of percent around what there is.
CurveAxis accuracyAxis(double least, double most, const Texts& texts)
{
    constexpr double step = 0.1;
    constexpr double above = 0.03; // the figures on the points have room
    CurveAxis axis{.from = step * std::floor(least / step),
                   .to = std::min(1.0, step * std::ceil((most + above) / step - 1e-9))};
    axis.from = std::max(0.0, std::min(axis.from, axis.to - step));
    for (double tick = axis.from; tick <= axis.to + step / 2; tick += step) {
        axis.ticks.push_back(tick);
        axis.texts << percentText(texts, tick);
    }
    return axis;
}

/// Labels a class, over the logarithm.
CurveAxis countAxis(const std::vector<int>& counts, const Texts& texts)
{
    constexpr double margin = 0.8; // the first figure stands clear of the axis
    CurveAxis axis{.from = margin * counts.front(), .to = double(counts.back()), .isLogarithmic = true};
    for (const int count : counts) {
        axis.ticks.push_back(count);
        axis.texts << texts.grouped(count);
    }
    axis.name = texts.say("FewLabels", "labels a class");
    return axis;
}

} // namespace

std::optional<CodeOvertaken> codeOvertaken(const PartsLook& look)
{
    const AccuracyCurve* code = codeCurve(look);
    if (!code) return std::nullopt;
    for (std::size_t i = 1; i < look.counts.size(); ++i)
        for (const PartsRow& row : look.rows) {
            if (row.row == LabelRow::Code || !row.curve) continue;
            const double before = code->mean(i - 1) - row.curve->mean(i - 1),
                         now = code->mean(i) - row.curve->mean(i);
            if (before <= 0 || now >= 0) continue;
            const double share = before / (before - now), from = look.counts[i - 1], to = look.counts[i];
            return CodeOvertaken{from * std::pow(to / from, share),
                                 code->mean(i - 1) + share * (code->mean(i) - code->mean(i - 1)), row.row};
        }
    return std::nullopt;
}

PartsPainter::PartsPainter(const QSizeF& size, const PaintStyle& style) : m_style(style)
{
    const double gap = style.px(10);
    const double high = std::clamp(0.5 * size.height(), style.px(250), style.px(400));
    m_diagram = QRectF(0, 0, size.width(), high);
    m_plot = QRectF(0, high + gap, size.width(), size.height() - high - gap);
    const QRectF room = inside(m_diagram);
    const double first = 0.36 * room.height();
    m_first = QRectF(room.left(), room.top(), room.width(), first);
    m_second = QRectF(room.left(), room.top() + first + gap, room.width(), room.height() - first - gap);
    const auto column = [&](double from, double to) {
        return std::pair(room.left() + from * room.width(), room.left() + to * room.width());
    };
    const double title = style.px(22);
    m_left = QRectF(room.left(), 0, 0.255 * room.width(), 0);
    const auto [sampleLeft, sampleRight] = column(0.285, 0.36);
    const auto [encoderLeft, encoderRight] = column(0.39, 0.555);
    const auto [codeLeft, codeRight] = column(0.585, 0.638);
    const auto [lastLeft, lastRight] = column(0.665, 0.83);
    const auto [resultLeft, resultRight] = column(0.86, 1);
    const std::array lines{m_first, m_second};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool hasTitle = i == 1 || size.width() < style.px(720); // of the first, beside the encoder
        const double top = lines[i].top() + (hasTitle ? title : 0), bottom = lines[i].bottom();
        m_encoder[i] = QRectF(QPointF(encoderLeft, top), QPointF(encoderRight, bottom));
        m_codes[i] = QRectF(QPointF(codeLeft, top), QPointF(codeRight, bottom));
        m_last[i] = QRectF(QPointF(lastLeft, top), QPointF(lastRight, bottom));
    }
    const double side = std::min(sampleRight - sampleLeft, 0.6 * (m_second.height() - title)),
                 middle = m_encoder[1].center().y();
    m_sample = QRectF((sampleLeft + sampleRight - side) / 2, middle - side / 2, side, side);
    m_result = QRectF(QPointF(resultLeft, m_second.top()), QPointF(resultRight, m_second.bottom()));
    m_cell = m_left.width() / mostShown;
    m_mosaicColumns =
        std::max(4, static_cast<int>(std::ceil(m_left.width() / ((m_first.height() - title) / 2))));
}

int PartsPainter::labelledRows(int perClass) const
{
    const double room = m_second.height() - m_style.px(22) - m_style.px(20); // title and discs
    const int most = std::max(1, static_cast<int>(room / m_cell));
    if (perClass <= most) return perClass;
    return std::max(1, static_cast<int>((room - m_style.px(16)) / m_cell)); // it is said how many are shown
}

QRectF PartsPainter::inside(const QRectF& card) const
{
    return card.adjusted(m_style.px(16), m_style.px(10), -m_style.px(14), -m_style.px(10));
}

void PartsPainter::paint(QPainter& p, const PartsLook& look) const
{
    p.setRenderHint(QPainter::Antialiasing);
    const PaintMarks marks(m_style);
    marks.card(p, m_diagram);
    paintFirst(p, look);
    paintSecond(p, look);
    marks.card(p, m_plot);
    if (!look.counts.empty()) paintCurves(p, inside(m_plot), plotOf(look), m_style);
}

void PartsPainter::paintFirst(QPainter& p, const PartsLook& look) const
{
    paintMosaic(p, look);
    const double y = m_encoder[0].center().y(), edge = m_style.px(4);
    arrow(p, m_left.right() + edge, m_encoder[0].left() - edge, y);
    paintEncoder(p, m_encoder[0], look, false);
    arrow(p, m_encoder[0].right() + edge, m_codes[0].left() - edge, y);
    paintCode(p, m_codes[0], look);
    arrow(p, m_codes[0].right() + edge, m_last[0].left() - edge, y, true);
    paintDecoder(p, look);
    arrow(p, m_last[0].right() + edge, m_result.left() - edge, y, true);
    const double side = std::min(m_first.height() - m_style.px(24), m_result.width());
    const QRectF picture(m_result.left(), y - side / 2, side, side);
    paintPicture(p, picture, look.rebuilt);
}

void PartsPainter::paintSecond(QPainter& p, const PartsLook& look) const
{
    paintLabelled(p, look);
    const double y = m_encoder[1].center().y(), edge = m_style.px(4);
    p.setPen(QPen(m_style.theme.muted, m_style.px(1.5), Qt::DashLine));
    const double x = m_encoder[0].center().x();
    p.drawLine(QPointF(x, m_encoder[0].bottom() - 0.1 * m_encoder[0].height()),
               QPointF(x, m_encoder[1].top() + 0.1 * m_encoder[1].height()));
    arrow(p, m_left.right() + edge, m_sample.left() - edge, y);
    paintPicture(p, m_sample, look.sample);
    arrow(p, m_sample.right() + edge, m_encoder[1].left() - edge, y);
    paintEncoder(p, m_encoder[1], look, true);
    arrow(p, m_encoder[1].right() + edge, m_codes[1].left() - edge, y);
    paintCode(p, m_codes[1], look);
    arrow(p, m_codes[1].right() + edge, m_last[1].left() - edge, y);
    paintClassifier(p, look);
    arrow(p, m_last[1].right() + edge, m_result.left() - edge, y);
    paintReading(p, look);
}

void PartsPainter::paintMosaic(QPainter& p, const PartsLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const double title = m_style.px(22), side = m_left.width() / m_mosaicColumns;
    paintTitle(p, {m_first.left(), m_first.top(), m_encoder[0].left() - m_first.left(), title},
               texts.say("FewLabels", "1  All %1, no label").arg(texts.grouped(look.training)));
    for (std::size_t i = 0; i < look.unlabelled.size() && static_cast<int>(i) < unlabelledCount(); ++i) {
        const int column = static_cast<int>(i) % m_mosaicColumns, row = static_cast<int>(i) / m_mosaicColumns;
        paintPicture(p, {m_left.left() + column * side, m_first.top() + title + row * side, side, side},
                     look.unlabelled[i]);
    }
}

void PartsPainter::paintLabelled(QPainter& p, const PartsLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const double title = m_style.px(22);
    const int classes = std::min<int>(mostShown, static_cast<int>(look.classNames.size()));
    const QString count =
        look.perClass == 1 ? texts.say("FewLabels", "2  1 label a class")
                           : texts.say("FewLabels", "2  %1 labels a class").arg(texts.grouped(look.perClass));
    paintTitle(p, {m_second.left(), m_second.top(), m_encoder[1].left() - m_second.left(), title}, count);
    const int shown = labelledRows(look.perClass);
    const double top = m_second.top() + title;
    for (int c = 0; c < classes; ++c) {
        for (int row = 0; row < shown; ++row) {
            const auto at = static_cast<std::size_t>(c * shown + row);
            if (at >= look.labelled.size()) break;
            paintPicture(p, {m_left.left() + c * m_cell, top + row * m_cell, m_cell, m_cell},
                         look.labelled[at]);
        }
        paintLabelDisc(p, {m_left.left() + (c + 0.5) * m_cell, top + shown * m_cell + m_style.px(11)},
                       std::min(0.42 * m_cell, m_style.px(9)), look.classNames[static_cast<std::size_t>(c)],
                       m_style.theme);
    }
    if (shown == look.perClass) return;
    marks.text(p, {m_left.left(), top + shown * m_cell + m_style.px(20), m_left.width(), m_style.px(16)},
               Qt::AlignLeft | Qt::AlignVCenter, texts.say("FewLabels", "%1 of each are shown").arg(shown),
               m_style.theme.muted, 12);
}

void PartsPainter::paintPicture(QPainter& p, const QRectF& box, const QImage& picture) const
{
    const double edge = std::min(m_style.px(1.5), 0.06 * box.width());
    const QRectF inner = box.adjusted(edge, edge, -edge, -edge);
    if (picture.isNull())
        return PaintMarks(m_style).cell(p, inner, m_style.theme.surface, m_style.theme.line, Qt::DashLine);
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const bool isPixels = p.paintEngine() && p.paintEngine()->type() == QPaintEngine::Raster;
    if (!isPixels || inner.width() >= picture.width()) return p.drawImage(inner, picture);
    // Made small beforehand: the painter's own smoothing reads beside the picture, and never the same there.
    const double ratio = p.device()->devicePixelRatioF();
    const QSize size = (ratio * inner.size()).toSize().expandedTo({1, 1});
    p.drawImage(inner, picture.convertToFormat(QImage::Format_RGB32)
                           .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

void PartsPainter::arrow(QPainter& p, double from, double to, double y, bool isFaded) const
{
    const double head = m_style.px(5);
    if (to - from < head) return;
    const QColor colour = isFaded ? m_style.theme.line : m_style.theme.muted;
    p.setPen(QPen(colour, m_style.px(2)));
    p.drawLine(QPointF(from, y), QPointF(to - head, y));
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawPolygon(QPolygonF{{to, y}, {to - 1.4 * head, y - head}, {to - 1.4 * head, y + head}});
}

void PartsPainter::paintEncoder(QPainter& p, const QRectF& box, const PartsLook& look, bool isLocked) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const PaintMarks marks(m_style);
    const RoleColours& colours = theme.role(Role::Input);
    constexpr double tint = 0.16;
    const bool isReady = look.isTrained;
    p.setPen(QPen(isReady ? colours.text : theme.muted, m_style.px(2),
                  isLocked || !isReady ? Qt::DashLine : Qt::SolidLine));
    p.setBrush(mixed(theme.surface, isReady ? colours.fill : theme.muted, tint));
    p.drawPath(funnel(box, true));
    const QColor ink = isReady ? colours.text : theme.muted;
    const double line = m_style.px(18), middle = box.center().y();
    const bool hasLock = isLocked && box.height() > m_style.px(92);
    if (hasLock) paintLock(p, {box.center().x(), middle - 1.5 * line}, m_style.px(20), ink, false);
    const double name = hasLock ? middle - 0.6 * line : middle - line;
    paintName(p, {box.left(), name, box.width(), line}, texts.say("FewLabels", "encoder"), ink);
    const QString what = isLocked                  ? texts.say("FewLabels", "the same, locked")
                         : isReady                 ? texts.say("FewLabels", "has learnt")
                         : look.standing.isEmpty() ? QString()
                                                   : look.standing;
    paintName(p, {box.left(), name + line, box.width(), line}, what, ink, 12, QFont::Normal);
    const QString sizes = look.layers.join(QStringLiteral("-"));
    if (hasLock && marks.widthOf(sizes, 12) < box.width() - m_style.px(8))
        marks.text(p, {box.left(), name + 2 * line, box.width(), line}, Qt::AlignCenter, sizes, theme.muted,
                   12);
}

/// As large as there is room for.
void PartsPainter::paintTitle(QPainter& p, const QRectF& line, const QString& title) const
{
    constexpr double largest = 14, smallest = 10;
    const PaintMarks marks(m_style);
    const double room = line.width() - m_style.px(4), wide = marks.widthOf(title, largest, QFont::DemiBold);
    marks.text(p, line, Qt::AlignLeft | Qt::AlignVCenter, title, m_style.theme.ink,
               std::clamp(largest * room / wide, smallest, largest), QFont::DemiBold);
}

/// As large as the part is wide.
void PartsPainter::paintName(QPainter& p, const QRectF& box, const QString& name, const QColor& ink,
                             double largest, QFont::Weight weight) const
{
    constexpr double smallest = 9;
    if (name.isEmpty()) return;
    const PaintMarks marks(m_style);
    const double room = box.width() - m_style.px(10), wide = marks.widthOf(name, largest, weight);
    marks.text(p, box, Qt::AlignCenter, name, ink, std::clamp(largest * room / wide, smallest, largest),
               weight);
}

/// Done with: it is in nobody's way any more.
void PartsPainter::paintDecoder(QPainter& p, const PartsLook&) const
{
    const Theme& theme = m_style.theme;
    const QRectF& box = m_last[0];
    const double line = m_style.px(18);
    p.setPen(QPen(theme.line, m_style.px(2), Qt::DashLine));
    p.setBrush(Qt::NoBrush);
    p.drawPath(funnel(box, false));
    const PaintMarks marks(m_style);
    paintName(p, {box.left(), box.center().y() - line, box.width(), line},
              m_style.texts.say("FewLabels", "decoder"), theme.muted);
    paintName(p, {box.left(), box.center().y(), box.width(), line},
              m_style.texts.say("FewLabels", "not needed below"), theme.muted, 12, QFont::Normal);
}

void PartsPainter::paintClassifier(QPainter& p, const PartsLook& look) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const PaintMarks marks(m_style);
    const double high = std::min(m_last[1].height(), m_style.px(112)), line = m_style.px(18);
    const QRectF box(m_last[1].left(), m_last[1].center().y() - high / 2, m_last[1].width(), high);
    p.setPen(QPen(theme.accent, m_style.px(2)));
    p.setBrush(theme.accentSoft);
    p.drawRoundedRect(box, m_style.px(6), m_style.px(6));
    const bool hasLock = high > m_style.px(92);
    double y = box.center().y() - (hasLock ? 0.55 : 1.4) * line;
    if (hasLock) paintLock(p, {box.center().x(), y - 0.9 * line}, m_style.px(19), theme.accentText, true);
    paintName(p, {box.left(), y, box.width(), line}, texts.say("FewLabels", "classifier"), theme.accentText);
    marks.text(p, {box.left(), y + line, box.width(), line}, Qt::AlignCenter,
               readingText(texts, look.setup.reading), theme.accentText, 12);
    const int weights = weightsOf(look);
    if (weights == 0) return;
    marks.text(p, {box.left(), y + 2 * line, box.width(), line}, Qt::AlignCenter,
               texts.say("FewLabels", "%1 weights").arg(texts.grouped(weights)), theme.muted, 12);
}

void PartsPainter::paintCode(QPainter& p, const QRectF& box, const PartsLook& look) const
{
    const Theme& theme = m_style.theme;
    const int count = look.setup.network.bottleneck;
    const double most = m_style.px(15), high = std::min(most, box.height() / count);
    double largest = 1;
    for (const double value : look.code)
        largest = std::max(largest, std::abs(value));
    const double top = box.center().y() - count * high / 2, axis = box.center().x();
    for (int i = 0; i < count; ++i) {
        const double edge = high > m_style.px(5) ? m_style.px(1) : 0;
        const QRectF row(box.left(), top + i * high + edge, box.width(), high - 2 * edge);
        p.setPen(Qt::NoPen);
        p.setBrush(theme.stage);
        p.drawRect(row);
        if (static_cast<std::size_t>(i) >= look.code.size()) continue;
        const double value = look.code[static_cast<std::size_t>(i)] / largest * 0.5 * box.width();
        p.setBrush(theme.role(Role::Code).fill);
        p.drawRect(QRectF(std::min(axis, axis + value), row.top(), std::abs(value), row.height()));
    }
    p.setPen(QPen(theme.muted, 1));
    p.drawLine(QPointF(axis, top), QPointF(axis, top + count * high));
}

void PartsPainter::paintReading(QPainter& p, const PartsLook& look) const
{
    const Texts& texts = m_style.texts;
    const Theme& theme = m_style.theme;
    const PaintMarks marks(m_style);
    const int classes = std::min<int>(mostShown, static_cast<int>(look.classNames.size()));
    if (classes == 0) return;
    const double title = m_style.px(22), high = (m_result.height() - title) / classes;
    paintTitle(p, {m_result.left(), m_result.top(), m_result.width(), title},
               texts.say("FewLabels", "reads it as"));
    const double radius = std::min(0.44 * high, m_style.px(9)),
                 bars = m_result.left() + 2 * radius + m_style.px(6),
                 room = std::max(0.0, m_result.right() - bars - m_style.px(38));
    for (int c = 0; c < classes; ++c) {
        const double y = m_result.top() + title + (c + 0.5) * high;
        paintLabelDisc(p, {m_result.left() + radius, y}, radius, look.classNames[static_cast<std::size_t>(c)],
                       m_style.theme);
        const bool isRead = c == look.readAs, isRight = isRead && c == look.sampleClass;
        const auto at = static_cast<std::size_t>(c);
        const double share =
            at < look.probabilities.size() ? static_cast<double>(look.probabilities[at]) : (isRead ? 1 : 0);
        const QColor fill = theme.classes[classPlace(look.classNames[at])].fill;
        if (share > 0)
            p.fillRect(QRectF(bars, y - 0.3 * high, std::max(1.0, share * room), 0.6 * high), fill);
        QString said = share >= 0.01 && !look.probabilities.empty() ? percentText(texts, share) : QString();
        if (isRead && look.sampleClass >= 0) said += isRight ? QStringLiteral(" ✓") : QStringLiteral(" ✗");
        const QColor ink = !isRead ? theme.muted : isRight ? theme.role(Role::Output).text : theme.danger;
        marks.text(p, {bars + share * room + m_style.px(4), y - high / 2, m_style.px(60), high},
                   Qt::AlignLeft | Qt::AlignVCenter, said, ink, std::min(12.0, 0.9 * high / m_style.scale),
                   isRead ? QFont::Bold : QFont::Normal);
    }
}

CurvePlot PartsPainter::plotOf(const PartsLook& look) const
{
    const Texts& texts = m_style.texts;
    CurvePlot plot{.title = texts.say("FewLabels", "Accuracy on %1 test pictures; band: spread over %2 draws")
                                .arg(texts.grouped(look.test), texts.grouped(look.setup.draws)),
                   .shortTitle = texts.say("FewLabels", "Accuracy"),
                   .x = countAxis(look.counts, texts)};
    double least = 0.5, most = 0.9;
    QStringList notes;
    for (auto row = look.rows.rbegin(); row != look.rows.rend(); ++row) { // the code on top
        const QString name = labelRowName(texts, row->row, look.setup.network.bottleneck);
        PlotLine line{.name = name,
                      .colour = labelRowColour(row->row, m_style.theme),
                      .line = labelRowLine(row->row),
                      .isStrong = row->row == LabelRow::Code,
                      .hasPoints = true};
        for (std::size_t i = 0; row->curve && i < look.counts.size(); ++i) {
            const double mean = row->curve->mean(i), spread = row->curve->deviation(i);
            line.points.emplace_back(look.counts[i], mean);
            line.spread.push_back(spread);
            least = std::min(least, mean - spread);
            most = std::max(most, mean + spread);
            if (line.isStrong) line.values << accuracyText(texts, mean);
        }
        if (row->curve) line.name += u' ' + accuracyText(texts, row->curve->mean(look.counts.size() - 1));
        if (!row->note.isEmpty()) notes.prepend(name + QStringLiteral(": ") + row->note);
        plot.curves.push_back(std::move(line));
    }
    plot.y = accuracyAxis(least, std::min(1.0, most), texts);
    plot.cursor = look.perClass;
    plot.note = notes.join(QStringLiteral("  ·  "));
    if (const auto overtaken = codeOvertaken(look)) {
        plot.mark = QPointF(overtaken->labels, overtaken->accuracy);
        const QString labels = texts.grouped(static_cast<int>(std::lround(overtaken->labels))),
                      name = labelRowName(texts, overtaken->by, look.setup.network.bottleneck);
        plot.remark = texts.say("FewLabels", "from about %1 a class on, better: %2").arg(labels, name);
        plot.shortRemark = texts.say("FewLabels", "from about %1: %2").arg(labels, name);
    } else if (const auto first = leadOfCode(look, 0), last = leadOfCode(look, look.counts.size() - 1);
               first && last && *first > 0) {
        const QString from = texts.number(percent * *first, 1), to = texts.number(percent * *last, 1);
        plot.remark =
            texts.say("FewLabels", "the code’s lead: %1 points at %2, %3 at %4")
                .arg(from, texts.grouped(look.counts.front()), to, texts.grouped(look.counts.back()));
        plot.shortRemark = texts.say("FewLabels", "lead: %1 → %2 points").arg(from, to);
    }
    return plot;
}

std::optional<int> PartsPainter::countAt(const QPointF& place, const PartsLook& look) const
{
    if (look.counts.empty()) return std::nullopt;
    const auto at = xAt(place, inside(m_plot), plotOf(look), m_style);
    if (!at) return std::nullopt;
    const auto apart = [&](int count) { return std::abs(std::log(count / *at)); };
    return *std::min_element(look.counts.begin(), look.counts.end(),
                             [&](int a, int b) { return apart(a) < apart(b); });
}

QString PartsPainter::describe(const PartsLook& look, const Texts& texts)
{
    const auto place = std::find(look.counts.begin(), look.counts.end(), look.perClass) - look.counts.begin();
    QStringList sentences{texts.say("FewLabels", "%1 labels a class").arg(look.perClass)};
    for (const PartsRow& row : look.rows) {
        const QString name = labelRowName(texts, row.row, look.setup.network.bottleneck);
        const bool isThere = row.curve && place < std::ssize(look.counts);
        const auto at = static_cast<std::size_t>(place);
        sentences << (isThere ? texts.say("FewLabels", "%1: %2 % read right, ± %3")
                                    .arg(name, texts.number(percent * row.curve->mean(at), 1),
                                         texts.number(percent * row.curve->deviation(at), 1))
                              : name + QStringLiteral(": ") + row.note);
    }
    return sentences.join(QStringLiteral(". "));
}

} // namespace hg
