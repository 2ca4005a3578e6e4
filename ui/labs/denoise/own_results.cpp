#include "ui/labs/denoise/own_results.h"

#include "ui/labs/denoise/denoise_words.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double words = 66; // design pixels below a picture, and above it for its name

/// There the noisy picture is what somebody has made.
QString nameOf(DenoiseRow row, const Texts& texts)
{
    return row == DenoiseRow::Noisy ? texts.say("Denoise", "goes in") : rowName(texts, row);
}

} // namespace

void OwnResults::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void OwnResults::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    QStringList sentences;
    for (const Item& item : m_items)
        sentences << nameOf(item.row, m_style.texts) + QStringLiteral(": ") + item.read +
                         QStringLiteral(" ") + item.worth;
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
    update();
}

/// In as many columns as make the pictures largest.
void OwnResults::paintEvent(QPaintEvent*)
{
    if (m_items.empty()) return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const int count = static_cast<int>(m_items.size());
    int columns = 1;
    double side = 0;
    for (int c = 1; c <= count; ++c) {
        const int rows = (count + c - 1) / c;
        const double fits = std::min(double(width()) / c, double(height()) / rows - m_style.px(words));
        if (fits <= side) continue;
        side = fits;
        columns = c;
    }
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i)
        paintItem(p, m_items[static_cast<std::size_t>(i)],
                  {double(width()) / columns * (i % columns), double(height()) / rows * (i / columns),
                   double(width()) / columns, double(height()) / rows});
}

void OwnResults::paintItem(QPainter& p, const Item& item, const QRectF& box) const
{
    const PaintMarks marks(m_style);
    const double line = m_style.px(20), gap = m_style.px(6);
    const double side = std::min(box.width() - 2 * gap, box.height() - m_style.px(words));
    const QRectF picture(box.left() + gap, box.top() + line + m_style.px(2), side, side);
    const QRectF text(picture.left(), box.top(), box.width() - 2 * gap, line);
    marks.text(p, text, Qt::AlignLeft | Qt::AlignVCenter, nameOf(item.row, m_style.texts),
               rowColour(item.row, m_style.theme), 14, QFont::DemiBold);
    if (item.picture.isNull())
        marks.cell(p, picture, m_style.theme.surface, m_style.theme.line, Qt::DashLine);
    else
        p.drawImage(picture, item.picture);
    const QColor colour = !item.isRight   ? m_style.theme.ink
                          : *item.isRight ? m_style.theme.role(Role::Output).text
                                          : m_style.theme.danger;
    if (item.isRight)
        marks.outline(p, picture, *item.isRight ? m_style.theme.role(Role::Output).fill : colour, 2);
    const QRectF below(text.left(), picture.bottom() + m_style.px(3), text.width(), line);
    marks.text(p, below, Qt::AlignLeft | Qt::AlignVCenter, item.read, colour, 14, QFont::DemiBold);
    marks.text(p, below.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter, item.worth,
               m_style.theme.muted, 13);
}

} // namespace hg
