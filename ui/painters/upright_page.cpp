#include "ui/painters/upright_page.h"

#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double cellShare = 0.92, largestNumber = 17;

} // namespace

std::optional<UprightDigits> uprightDigits(double cell, double greatest, const PaintStyle& style)
{
    const PaintMarks marks(style);
    const double widest = -std::floor(greatest) - 0.88, room = cellShare * cell;
    for (int decimals = 2; decimals >= (greatest >= 10 ? 0 : 1); --decimals) {
        const double wide =
            marks.widthOf(style.texts.glance(widest, decimals), uprightNumber, QFont::DemiBold);
        if (wide > room) continue;
        return UprightDigits{decimals, std::min(std::floor(uprightNumber * room / wide), largestNumber)};
    }
    return std::nullopt;
}

void paintUprightNumber(QPainter& p, const QRectF& cell, double value, const UprightDigits& digits,
                        const PaintStyle& style)
{
    const PaintMarks marks(style);
    const QString text = style.texts.glance(value, digits.decimals);
    double pixels = digits.pixels;
    while (pixels > uprightNumber && marks.widthOf(text, pixels, QFont::DemiBold) > cell.width())
        --pixels;
    if (marks.widthOf(text, pixels, QFont::DemiBold) <= cell.width())
        marks.text(p, cell, Qt::AlignCenter, text, style.theme.ink, pixels, QFont::DemiBold);
}

} // namespace hg
