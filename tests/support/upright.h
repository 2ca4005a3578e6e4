#pragma once

#include "tests/support/exported.h"
#include "ui/painters/upright_page.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <vector>

namespace hg::test {

/// Nothing is drawn beside the page's margins, and something between them.
inline bool keepsMargins(const Exportable& file, double t)
{
    const QImage image = uprightAt(file, t), empty = groundOf(file, image.size());
    const int high = image.height(), beside = static_cast<int>(uprightMargin) - 2;
    const QRect left(0, 0, beside, high), right(image.width() - beside, 0, beside, high);
    return image != empty && image.copy(left) == empty.copy(left) && image.copy(right) == empty.copy(right);
}

/// The texts of the upright picture with their sizes; those of lone numbers, or of all words.
struct UprightText {
    QString text;
    double pixels = 0;
    bool isNumber = false;
};
inline std::vector<UprightText> uprightTexts(const Exportable& file, double t)
{
    QBuffer drawing;
    QSvgGenerator svg;
    svg.setOutputDevice(&drawing);
    QPainter p(&svg);
    file.paintUpright(p, t);
    p.end();
    static const QRegularExpression each(QStringLiteral("font-size=\"(\\d+)\"[^>]*>\\s*<text[^>]*>([^<]*)<"));
    auto found = each.globalMatch(QString::fromUtf8(drawing.data()));
    std::vector<UprightText> texts;
    while (found.hasNext()) {
        const auto match = found.next();
        UprightText text{match.captured(2).trimmed(), match.captured(1).toDouble()};
        text.text.replace(QChar(0x2212), u'-').replace(u',', u'.').toDouble(&text.isNumber);
        texts.push_back(text);
    }
    return texts;
}

/// Empty where all texts are read on a phone at t, else the smallest of those that are not.
inline QString illegibleAt(const Exportable& file, double t)
{
    const UprightText* worst = nullptr;
    const auto texts = uprightTexts(file, t);
    for (const UprightText& text : texts)
        if (text.pixels < uprightNote && (!worst || text.pixels < worst->pixels)) worst = &text;
    return worst ? QStringLiteral("%1 at %2 pixels").arg(worst->text).arg(worst->pixels) : QString();
}

inline std::ptrdiff_t uprightNumbers(const Exportable& file, double t)
{
    const auto texts = uprightTexts(file, t);
    return std::ranges::count_if(texts, &UprightText::isNumber);
}

/// Empty where no box lies on another and all lie inside, else which do not; empty boxes are none.
inline QString notApart(const std::vector<QRectF>& boxes, const QRectF& inside)
{
    const auto told = [](const QRectF& box) {
        return QStringLiteral("%1, %2, %3 × %4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
    };
    constexpr double touch = 0.01;
    QStringList wrong;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].isEmpty()) continue;
        if (!inside.adjusted(-touch, -touch, touch, touch).contains(boxes[i])) wrong << told(boxes[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF both = boxes[i] & boxes[j];
            if (both.width() > touch && both.height() > touch)
                wrong << told(boxes[i]) + QStringLiteral(" on ") + told(boxes[j]);
        }
    }
    return wrong.join(u'\n');
}

} // namespace hg::test
