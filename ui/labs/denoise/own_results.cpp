#include "ui/labs/denoise/own_results.h"

#include "ui/labs/denoise/denoise_words.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double words = 66; // design pixels below a picture, and above it for its name

/// There the noisy picture is what somebody has made.
QString nameOf(DenoiseRow row, const Texts& texts)
{
    return row == DenoiseRow::Noisy ? texts.say("Denoise", "goes in") : rowName(texts, row);
}

/// With the largest pictures.
int columnsFor(int count, const QSizeF& size, const PaintStyle& style)
{
    int columns = 1;
    double side = 0;
    for (int c = 1; c <= count; ++c) {
        const int rows = (count + c - 1) / c;
        const double fits = std::min(size.width() / c, size.height() / rows - style.px(words));
        if (fits <= side) continue;
        side = fits;
        columns = c;
    }
    return columns;
}

void paintResult(QPainter& p, const OwnResult& result, const QRectF& box, const PaintStyle& style)
{
    const PaintMarks marks(style);
    const Theme& theme = style.theme;
    const double line = style.px(20), gap = style.px(6);
    const double side = std::min(box.width() - 2 * gap, box.height() - style.px(words));
    const QRectF picture(box.left() + gap, box.top() + line + style.px(2), side, side);
    const QRectF text(picture.left(), box.top(), box.width() - 2 * gap, line);
    marks.text(p, text, Qt::AlignLeft | Qt::AlignVCenter, nameOf(result.row, style.texts),
               rowColour(result.row, theme), 14, QFont::DemiBold);
    if (result.picture.isNull())
        marks.cell(p, picture, theme.surface, theme.line, Qt::DashLine);
    else
        p.drawImage(picture, result.picture);
    const QColor colour = !result.isRight   ? theme.ink
                          : *result.isRight ? theme.role(Role::Output).text
                                            : theme.danger;
    if (result.isRight)
        marks.outline(p, picture, *result.isRight ? theme.role(Role::Output).fill : colour, 2);
    const QRectF below(text.left(), picture.bottom() + style.px(3), text.width(), line);
    marks.text(p, below, Qt::AlignLeft | Qt::AlignVCenter, result.readText(style.texts), colour, 14,
               QFont::DemiBold);
    marks.text(p, below.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, result.worthText(style.texts),
               theme.muted, 13);
}

} // namespace

QString OwnResult::readText(const Texts& texts) const
{
    if (!read) return {};
    return texts.say("Denoise", "read as %1: %2 of %3").arg(read->digit).arg(read->agreeing).arg(read->all);
}

QString OwnResult::worthText(const Texts& texts) const
{
    if (!decibels) return {};
    return std::isfinite(*decibels)
               ? texts.say("Denoise", "%1 dB").arg(texts.locale().toString(*decibels, 'f', 1))
               : texts.say("Denoise", "unchanged");
}

QString OwnResult::describe(const Texts& texts) const
{
    return nameOf(row, texts) + QStringLiteral(": ") + readText(texts) + u' ' + worthText(texts);
}

QString describe(const std::vector<OwnResult>& results, const Texts& texts)
{
    QStringList sentences;
    for (const OwnResult& result : results)
        sentences << result.describe(texts);
    return sentences.join(QStringLiteral("; "));
}

void paintOwnResults(QPainter& p, const QSizeF& size, const std::vector<OwnResult>& results,
                     const PaintStyle& style)
{
    if (results.empty()) return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::SmoothPixmapTransform, false); // pixels are to be seen
    const int count = static_cast<int>(results.size()), columns = columnsFor(count, size, style),
              rows = (count + columns - 1) / columns;
    const double wide = size.width() / columns, high = size.height() / rows;
    for (int i = 0; i < count; ++i)
        paintResult(p, results[static_cast<std::size_t>(i)],
                    {wide * (i % columns), high * (i / columns), wide, high}, style);
}

void OwnResults::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void OwnResults::setResults(std::vector<OwnResult> results)
{
    m_results = std::move(results);
    setAccessibleDescription(describe(m_results, m_style.texts));
    update();
}

void OwnResults::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    paintOwnResults(p, size(), m_results, m_style);
}

} // namespace hg
