#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double cellShare = 0.92, largestNumber = 17;

} // namespace

std::vector<std::vector<TextRun>> wrappedRuns(const std::vector<TextRun>& runs, double width, double pixels,
                                              const PaintStyle& style)
{
    const PaintMarks marks(style);
    std::vector<std::vector<TextRun>> lines(1);
    double used = 0;
    for (const TextRun& run : runs)
        for (int from = 0, to = 0; from < run.text.size(); from = to) {
            const auto space = static_cast<int>(run.text.indexOf(u' ', from));
            to = space < 0 ? static_cast<int>(run.text.size()) : space + 1;
            TextRun word = run;
            word.text = run.text.mid(from, to - from);
            const double seen = marks.widthOf(word.text.trimmed(), pixels, run.weight);
            if (used > 0 && used + seen > width) {
                lines.emplace_back();
                used = 0;
            }
            if (word.text.endsWith(u' ')) word.text.back() = QChar::Nbsp; // a viewer drops a space at an end
            used += marks.widthOf(word.text, pixels, run.weight);
            lines.back().push_back(std::move(word));
        }
    return lines;
}

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
