#include "ui/labs/denoise/denoise_painter.h"

#include "ui/labs/denoise/denoise_words.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int mostColumns = 12, leastColumns = 3;
constexpr double percent = 100;

std::array<DenoiseRow, denoiseRowCount> allRows()
{
    return {DenoiseRow::Clean,        DenoiseRow::Noisy, DenoiseRow::Autoencoder,
            DenoiseRow::NoiseTrained, DenoiseRow::Pca,   DenoiseRow::Median};
}

const std::optional<RowFigures>& figureOf(const AllFigures& all, DenoiseRow row)
{
    return all[static_cast<std::size_t>(row)];
}

QString psnrText(const AllFigures& all, DenoiseRow row, const Texts& texts)
{
    if (row == DenoiseRow::Clean) return {};
    const auto& figures = figureOf(all, row);
    if (!figures) return QStringLiteral("…");
    if (!figures->isFinite) return texts.say("Denoise", "not finite");
    return figures->psnr ? texts.locale().toString(*figures->psnr, 'f', 1) : QStringLiteral("∞");
}

QString readText(const AllFigures& all, DenoiseRow row, const Texts& texts)
{
    const auto& figures = figureOf(all, row);
    if (!figures) return QStringLiteral("…");
    if (!figures->read) return {};
    return texts.say("Denoise", "%1 %").arg(texts.locale().toString(percent * *figures->read, 'f', 0));
}

/// Round numbers over what the curves have, at least `least` apart.
CurveAxis axisOver(double from, double to, double least)
{
    const double step = least * std::ceil((to - from) / (least * 6) - 1e-9);
    CurveAxis axis{.from = step * std::floor(from / step), .to = step * std::ceil(to / step - 1e-9)};
    if (axis.to <= axis.from) axis.to = axis.from + step;
    for (double tick = axis.from; tick <= axis.to + step / 2; tick += step)
        axis.ticks.push_back(tick);
    return axis;
}

CurveAxis strengthAxis(const StrengthScale& scale, const QString& name, const Texts& texts)
{
    CurveAxis axis{.from = scale.least, .to = scale.most, .name = name};
    constexpr int parts = 4;
    for (int i = 0; i <= parts; ++i) {
        const double tick = scale.at(static_cast<int>(std::lround(double(i) * scale.steps() / parts)));
        axis.ticks.push_back(tick);
        axis.texts << texts.number(tick, 3);
    }
    return axis;
}

} // namespace

DenoisePainter::DenoisePainter(const QSizeF& size, const PaintStyle& style) : m_style(style)
{
    const double gap = style.px(10);
    const double foot = std::clamp(0.34 * size.height(), style.px(150), style.px(250));
    m_table = QRectF(0, 0, size.width(), size.height() - foot - gap);
    const QRectF below(0, size.height() - foot, size.width(), foot);
    // Where room is short the curves have it, and their names stand between both plots.
    m_isNarrow = size.width() < style.px(760);
    const double pixel = m_isNarrow ? 0 : std::clamp(0.22 * size.width(), style.px(130), style.px(260));
    const double plots = below.width() - (m_isNarrow ? gap : pixel + 2 * gap);
    const double first = (m_isNarrow ? 0.57 : 0.5) * plots;
    m_psnr = QRectF(below.left(), below.top(), first, foot);
    m_read = QRectF(m_psnr.right() + gap, below.top(), plots - first, foot);
    m_pixel = QRectF(below.right() - pixel, below.top(), pixel, foot);

    const QRectF room = inside(m_table);
    const double head = style.px(24);
    m_names = std::clamp(0.26 * room.width(), style.px(150), style.px(172));
    m_numbers = std::min(style.px(92), 0.12 * room.width());
    m_side = (room.height() - head) / denoiseRowCount;
    const double wide = room.width() - m_names - 2 * m_numbers;
    m_columns = std::clamp(static_cast<int>(wide / m_side), leastColumns, mostColumns);
    m_side = std::min(m_side, wide / m_columns);
    m_pictures =
        QRectF(room.left() + m_names, room.top() + head, m_columns * m_side, denoiseRowCount * m_side);
}

QRectF DenoisePainter::inside(const QRectF& card) const
{
    return card.adjusted(m_style.px(16), m_style.px(10), -m_style.px(14), -m_style.px(10));
}

QRectF DenoisePainter::pictureBox(int row, int column) const
{
    const double edge = m_style.px(2);
    return QRectF(m_pictures.left() + column * m_side, m_pictures.top() + row * m_side, m_side, m_side)
        .adjusted(edge, edge, -edge, -edge);
}

int DenoisePainter::columnAt(const QPointF& place) const
{
    if (!m_pictures.contains(place)) return -1;
    return std::min(m_columns - 1, static_cast<int>((place.x() - m_pictures.left()) / m_side));
}

std::optional<double> DenoisePainter::strengthAt(const QPointF& place, const DenoiseLook& look) const
{
    for (const bool isRead : {false, true}) {
        const QRectF box = inside(isRead ? m_read : m_psnr);
        if (const auto at = xAt(place, box, plotOf(look, isRead), m_style)) return at;
    }
    return std::nullopt;
}

void DenoisePainter::paint(QPainter& p, const DenoiseLook& look) const
{
    p.setRenderHint(QPainter::Antialiasing);
    paintCard(p, m_table);
    paintHead(p, look);
    for (const DenoiseRow row : allRows())
        paintRow(p, row, look);
    for (const bool isRead : {false, true}) {
        const QRectF card = isRead ? m_read : m_psnr;
        paintCard(p, card);
        paintCurves(p, inside(card), plotOf(look, isRead), m_style);
    }
    if (m_isNarrow) return;
    paintCard(p, m_pixel);
    paintPixel(p, inside(m_pixel), look);
}

void DenoisePainter::paintCard(QPainter& p, const QRectF& box) const
{
    PaintMarks(m_style).card(p, box);
}

/// What red means, in the words that the room has.
QString DenoisePainter::wrongText(double room) const
{
    const QString whole =
        m_style.texts.say("Denoise", "red: most of the classifiers read the digit in the corner");
    const bool isFitting = PaintMarks(m_style).widthOf(whole, 12) <= room;
    return isFitting ? whole : m_style.texts.say("Denoise", "red: read as that");
}

void DenoisePainter::paintHead(QPainter& p, const DenoiseLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const QRectF room = inside(m_table), line(room.left(), room.top(), room.width(), m_style.px(20));
    const QRectF pictures(m_pictures.left(), line.top(), m_pictures.width(), line.height());
    marks.text(p, {line.left(), line.top(), m_names - m_style.px(6), line.height()},
               Qt::AlignLeft | Qt::AlignVCenter, look.figuresOf, m_style.theme.muted, 12);
    if (!look.labels.empty())
        marks.text(p, pictures, Qt::AlignLeft | Qt::AlignVCenter, wrongText(pictures.width()),
                   m_style.theme.muted, 12);
    const QRectF numbers(m_pictures.right(), line.top(), room.right() - m_pictures.right(), line.height());
    const double middle = numbers.center().x();
    marks.text(p, QRectF(numbers.left(), line.top(), middle - numbers.left(), line.height()), Qt::AlignCenter,
               texts.say("Denoise", "PSNR, dB"), m_style.theme.muted, 13, QFont::DemiBold);
    marks.text(p, QRectF(middle, line.top(), numbers.right() - middle, line.height()), Qt::AlignCenter,
               texts.say("Denoise", "read right"), m_style.theme.muted, 13, QFont::DemiBold);
}

void DenoisePainter::paintRow(QPainter& p, DenoiseRow row, const DenoiseLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const int index = static_cast<int>(row);
    const double top = m_pictures.top() + index * m_side, left = inside(m_table).left();
    const QColor colour = rowColour(row, m_style.theme);
    QString note = look.notes[static_cast<std::size_t>(index)];
    if (note.isEmpty()) note = rowNote(texts, row, look.setup);
    if (row == DenoiseRow::Noisy) note = strengthText(texts, look.setup.kind, look.strength);
    const bool hasNote = !note.isEmpty() && m_side > m_style.px(32);
    const double middle = top + m_side / 2, line = m_style.px(19);
    const QRectF name(left, hasNote ? middle - line : middle - line / 2, m_names - m_style.px(8), line);
    marks.text(p, name, Qt::AlignLeft | Qt::AlignVCenter, rowName(texts, row), colour, 15, QFont::DemiBold);
    if (hasNote)
        marks.text(p, name.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, note, m_style.theme.muted,
                   12);
    for (int column = 0; column < m_columns; ++column)
        paintPicture(p, pictureBox(index, column), row, column, look);
    paintFigures(p, row, look);
}

void DenoisePainter::paintPicture(QPainter& p, const QRectF& box, DenoiseRow row, int column,
                                  const DenoiseLook& look) const
{
    const auto index = static_cast<std::size_t>(row);
    const DenoisedPictures* all = look.pictures;
    if (!all || column >= all->count || all->pixels[index].empty()) {
        if (!all || column < all->count) // it has not been made yet
            PaintMarks(m_style).cell(p, box, m_style.theme.surface, m_style.theme.line, Qt::DashLine);
        return;
    }
    const std::size_t features = all->pixels[index].size() / static_cast<std::size_t>(all->count);
    const auto side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(features))));
    const std::span<const float> pixels(
        all->pixels[index].data() + static_cast<std::size_t>(column) * features, features);
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const bool isSquare = static_cast<std::size_t>(side) * static_cast<std::size_t>(side) == features;
    p.drawImage(box, isSquare ? samplePicture(pixels, side, side)
                              : samplePicture(pixels, 1, static_cast<int>(features)));
    const auto at = static_cast<std::size_t>(column);
    if (all->read[index].empty() || at >= look.labels.size() || row == DenoiseRow::Clean) return;
    const int read = all->read[index][at];
    const bool isRight = read == look.labels[at];
    const QColor edge = isRight ? m_style.theme.role(Role::Output).fill : m_style.theme.danger;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(edge, m_style.px(isRight ? 1.5 : 2)));
    p.drawRoundedRect(box, m_style.px(2), m_style.px(2));
    if (isRight) return;
    const double tag = std::min(box.width() * 0.4, m_style.px(20));
    const QRectF corner(box.right() - tag, box.bottom() - tag, tag, tag);
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.danger);
    p.drawRoundedRect(corner, m_style.px(3), m_style.px(3));
    p.setFont(uiFont(tag * 0.72, QFont::Bold));
    p.setPen(m_style.theme.surface);
    p.drawText(corner, Qt::AlignCenter, QString::number(read));
}

void DenoisePainter::paintFigures(QPainter& p, DenoiseRow row, const DenoiseLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const QRectF room = inside(m_table);
    const double top = m_pictures.top() + static_cast<int>(row) * m_side, left = m_pictures.right(),
                 middle = (left + room.right()) / 2;
    const double size = std::clamp(0.36 * m_side / m_style.scale, 15.0, 23.0);
    const QColor colour = row == DenoiseRow::Clean ? m_style.theme.muted : rowColour(row, m_style.theme);
    marks.text(p, {left, top, middle - left, m_side}, Qt::AlignCenter, psnrText(look.figures, row, texts),
               colour, size, QFont::Bold);
    marks.text(p, {middle, top, room.right() - middle, m_side}, Qt::AlignCenter,
               readText(look.figures, row, texts), colour, size, QFont::DemiBold);
}

CurvePlot DenoisePainter::plotOf(const DenoiseLook& look, bool isRead) const
{
    const Texts& texts = m_style.texts;
    const StrengthScale scale = scaleOf(look.setup.kind);
    CurvePlot plot{.title = isRead ? texts.say("Denoise", "Read right, %") : texts.say("Denoise", "PSNR, dB"),
                   .x = strengthAxis(scale, texts.say("Denoise", strengthName(look.setup.kind)), texts)};
    // Wide enough for what usually comes, so that the axes stand still while it does.
    double least = isRead ? 60 : 10, most = isRead ? 100 : 20;
    for (const DenoiseRow row : {DenoiseRow::Noisy, DenoiseRow::Median, DenoiseRow::Pca,
                                 DenoiseRow::NoiseTrained, DenoiseRow::Autoencoder}) {
        PlotLine curve{.name = m_isNarrow && isRead ? QString() : rowName(texts, row),
                       .colour = rowColour(row, m_style.theme),
                       .line = rowLine(row),
                       .isStrong = row == DenoiseRow::Autoencoder};
        for (std::size_t step = 0; step < look.points.size(); ++step) {
            if (!look.points[step]) continue;
            const auto& figures = figureOf(*look.points[step], row);
            const auto value = figures ? (isRead ? figures->read : figures->psnr) : std::nullopt;
            if (!value) continue;
            const double y = isRead ? percent * *value : *value;
            curve.points.emplace_back(scale.at(static_cast<int>(step)), y);
            if (row != DenoiseRow::Noisy || isRead) least = std::min(least, y);
            if (row != DenoiseRow::Noisy) most = std::max(most, y); // which has no end without noise
        }
        plot.curves.push_back(std::move(curve));
    }
    plot.y = axisOver(least, most, isRead ? 10 : 2.5);
    for (const double tick : plot.y.ticks)
        plot.y.texts << texts.number(tick, 1);
    if (std::none_of(look.points.begin(), look.points.end(), [](const auto& all) { return all.has_value(); }))
        plot.empty = texts.say("Denoise", "measured once both have learnt");
    else
        plot.cursor = look.strength;
    if (isRead) return plot;
    if (const auto even = breakEven(look.points, DenoiseRow::Autoencoder, scale)) {
        plot.mark = *even;
        const QString strength = strengthText(texts, look.setup.kind, std::round(100 * even->x()) / 100);
        plot.remark = texts.say("Denoise", "break-even %1: below it, leave the noise alone").arg(strength);
        plot.shortRemark = texts.say("Denoise", "break-even %1").arg(strength);
    }
    return plot;
}

void DenoisePainter::paintPixel(QPainter& p, const QRectF& box, const DenoiseLook& look) const
{
    const Texts& texts = m_style.texts;
    const PaintMarks marks(m_style);
    const Theme& theme = m_style.theme;
    const double line = m_style.px(18);
    marks.text(p, {box.left(), box.top(), box.width(), line}, Qt::AlignLeft | Qt::AlignVCenter,
               texts.say("Denoise", "One black pixel"), theme.ink, 14, QFont::DemiBold);
    const BlackPixel* pixel = look.blackPixel;
    if (!pixel) {
        marks.text(p, box.adjusted(0, line + m_style.px(4), 0, 0), Qt::AlignLeft | Qt::TextWordWrap,
                   texts.say("Denoise", "This noise treats no pixel by itself."), theme.muted, 12);
        return;
    }
    const bool isClipped = look.setup.isClipped;
    const auto& counts = isClipped ? pixel->after : pixel->before;
    const QRectF bars = box.adjusted(0, 2 * line + m_style.px(6), 0, -line);
    const int most = *std::max_element(pixel->before.begin(), pixel->before.end());
    const double wide = bars.width() / BlackPixel::bins;
    const auto bar = [&](std::size_t i, int count) {
        const double high = bars.height() * std::min(1.0, double(count) / std::max(1, most));
        return QRectF(bars.left() + static_cast<double>(i) * wide, bars.bottom() - high, wide, high);
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (isClipped) p.fillRect(bar(i, pixel->before[i]), mixed(theme.surface, theme.muted, 0.2));
        p.fillRect(bar(i, counts[i]), isClipped ? theme.danger : theme.role(Role::Input).fill);
    }
    p.setPen(QPen(theme.muted, 1));
    p.drawLine(bars.bottomLeft(), bars.bottomRight());
    const auto place = [&](double value) {
        return bars.left() + (value - BlackPixel::from) / (BlackPixel::to - BlackPixel::from) * bars.width();
    };
    for (const int tick : {-1, 0, 1})
        marks.text(p, {place(tick) - line, bars.bottom(), 2 * line, line}, Qt::AlignCenter,
                   texts.number(tick), theme.muted, 12);
    const double mean = isClipped ? pixel->meanAfter : pixel->meanBefore;
    p.setPen(QPen(theme.ink, m_style.px(2)));
    p.drawLine(QPointF(place(mean), bars.top()), QPointF(place(mean), bars.bottom()));
    marks.text(p, {box.left(), box.top() + line + m_style.px(2), box.width(), line},
               Qt::AlignLeft | Qt::AlignVCenter,
               (isClipped ? texts.say("Denoise", "clipped: %1 on average")
                          : texts.say("Denoise", "not clipped: %1 on average"))
                   .arg(texts.number(std::abs(mean) < 0.005 ? 0 : mean)),
               isClipped ? theme.danger : theme.muted, 12, isClipped ? QFont::DemiBold : QFont::Normal);
}

QString DenoisePainter::describe(const DenoiseLook& look, const Texts& texts)
{
    QStringList sentences{look.figuresOf};
    for (const DenoiseRow row : allRows()) {
        const QString psnr = psnrText(look.figures, row, texts), read = readText(look.figures, row, texts);
        QStringList parts;
        if (!psnr.isEmpty()) parts << texts.say("Denoise", "%1 dB").arg(psnr);
        if (!read.isEmpty()) parts << texts.say("Denoise", "%1 read right").arg(read);
        sentences << rowName(texts, row) + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    }
    return sentences.join(QStringLiteral(". "));
}

} // namespace hg
