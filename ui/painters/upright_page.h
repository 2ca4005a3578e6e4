#pragma once

#include "ui/painters/paint_marks.h"

#include <QFontMetricsF>
#include <QRectF>

#include <optional>
#include <vector>

namespace hg {

// Of a page on a phone, held upright, in design pixels; so many pixels are shown on some 376.
inline constexpr double uprightWidth = 400, uprightMargin = 12,
                        uprightRoom = uprightWidth - 2 * uprightMargin;
/// The smallest figures and the smallest words on such a page.
inline constexpr double uprightNumber = 13, uprightNote = 13;

/// How high a text is in lines of that width; nothing where there is none.
inline double wrappedHeight(const QString& text, double width, const PaintStyle& style, double pixels,
                            QFont::Weight weight = QFont::Normal)
{
    if (text.isEmpty()) return 0;
    const QFontMetricsF metrics(style.font(pixels, weight));
    return metrics.boundingRect(QRectF(0, 0, width, 1e5), Qt::TextWordWrap, text).height();
}

/// The picture's style there: a design pixel a pixel.
inline PaintStyle uprightStyle(const PaintStyle& style)
{
    return {style.theme, style.texts};
}

/// Places cards from top to bottom.
class UprightStack {
protected:
    UprightStack(double width, const PaintStyle& style)
        : m_style(style), m_width(width), m_left(style.px(inset)), m_room(width - 2 * style.px(inset))
    {}
    double px(double pixels) const { return m_style.px(pixels); }
    double noteHeight(const QString& text, double width) const
    {
        return wrappedHeight(text, width, m_style, uprightNote);
    }
    /// From `from` to what has been placed last.
    QRectF cardFrom(double from)
    {
        m_y += px(inset);
        const QRectF card(0, from, m_width, m_y - from);
        m_y += px(gap);
        return card;
    }

    static constexpr double gap = 12, inset = 12; ///< between two cards, and inside each
    const PaintStyle& m_style;
    const double m_width, m_left, m_room; ///< the room inside a card begins at m_left
    double m_y = 0;                       ///< where what is placed next begins
};

/// A line of texts broken between words where the width ends.
std::vector<std::vector<TextRun>> wrappedRuns(const std::vector<TextRun>& runs, double width, double pixels,
                                              const PaintStyle& style);

/// How the numbers of a grid are written there.
struct UprightDigits {
    int decimals = 2;
    double pixels = uprightNumber;
};
/// As many decimals as are read in any cell of that side, where none is beyond `greatest`; nothing where none
/// are.
std::optional<UprightDigits> uprightDigits(double cell, double greatest, const PaintStyle& style);
/// Nothing where it does not fit, as one beyond the greatest may not.
void paintUprightNumber(QPainter& p, const QRectF& cell, double value, const UprightDigits& digits,
                        const PaintStyle& style);

} // namespace hg
