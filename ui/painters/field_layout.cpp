#include "ui/painters/field_layout.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double titleHeight = 23, noteHeight = 17, headGap = 4, captionHeight = 38, buttonHeight = 30,
                 gapAbove = 10, termsHeight = 64, leastCard = 112, mostCard = 420, cardMargin = 14,
                 cardTitle = 26, names = 78, jumps = 84;

/// Where cells stand along the columns of a level, in cells of the input.
struct Places {
    double first = 0, step = 1;
    int count = 1;
};

std::vector<Places> placesOf(const FieldFigure& figure)
{
    std::vector<Places> places{{0, 1, figure.sizeOf(0).w}};
    const auto terms = fieldTerms(figure, FieldAxis::Columns);
    for (int level = 1; level < figure.levels(); ++level) {
        const FieldTerms& t = terms[static_cast<std::size_t>(level) - 1];
        places.push_back({t.origin, t.jump.value(), figure.sizeOf(level).w});
    }
    return places;
}

} // namespace

FieldLayout::FieldLayout(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style,
                         bool hasButtons)
{
    height = size.height();
    placePictures(figure, size, style, hasButtons);
    placeLines(figure, style);
}

void FieldLayout::placePictures(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style,
                                bool hasButtons)
{
    const int count = figure.levels();
    const double gap = std::clamp(0.033 * size.width(), style.px(14), style.px(40)),
                 wide = (size.width() - (count - 1) * gap) / count;
    isNarrow = wide < style.px(148);
    const double head = style.px(titleHeight + (isNarrow ? 2 : 1) * noteHeight + headGap),
                 below = style.px(captionHeight + (hasButtons ? buttonHeight + gapAbove : 0)),
                 last = style.px(termsHeight),
                 side = std::max(style.px(24), std::min(wide, size.height() - head - below - last -
                                                                  style.px(leastCard + 2 * gapAbove))),
                 room = std::min(side, 0.42 * size.height()),
                 pitch = count > 1 ? std::min((size.width() - room) / (count - 1), 2.2 * room) : room;
    for (int level = 0; level < count; ++level) {
        const double x = level * pitch;
        const QRectF box(x, head, room, room);
        const Axes cells = figure.sizeOf(level);
        heads.emplace_back(x, 0, std::min(room + 0.8 * gap, size.width() - x), head);
        levels.push_back(fittedGrid(box, cells.h, cells.w));
        const double from = std::max(0.0, x - 0.4 * gap), to = std::min(size.width(), x + room + 0.4 * gap);
        captions.emplace_back(from, box.bottom() + style.px(4), to - from, style.px(captionHeight - 4));
        if (hasButtons && level > 0)
            buttons.emplace_back(x, captions.back().bottom() + style.px(gapAbove - 6), room,
                                 style.px(buttonHeight));
        terms.emplace_back(x, size.height() - last, std::max(room, pitch - style.px(10)), last);
    }
    terms.back().setRight(size.width());
    const double top = head + room + below + style.px(gapAbove - 4);
    card =
        QRectF(0, top, size.width(),
               std::clamp(size.height() - last - style.px(gapAbove) - top, style.px(60), style.px(mostCard)));
    for (QRectF& term : terms) // right below the card, wherever that ends
        term.moveTop(card.bottom() + style.px(gapAbove));
}

void FieldLayout::placeLines(const FieldFigure& figure, const PaintStyle& style)
{
    const QRectF inner =
        card.adjusted(style.px(cardMargin), style.px(6), -style.px(cardMargin), -style.px(6));
    cardHead = QRectF(inner.left(), inner.top(), inner.width(), style.px(cardTitle));
    namesRight = inner.left() + style.px(names);
    jumpsLeft = inner.right() - style.px(jumps);
    spreadLines(figure, style, cardHead.bottom(), namesRight + style.px(10), jumpsLeft - style.px(8));
}

void FieldLayout::spreadLines(const FieldFigure& figure, const PaintStyle& style, double top, double from,
                              double to)
{
    constexpr double widestCell = 22, widestStep = 64;
    const auto places = placesOf(figure);
    const QRectF inner =
        card.adjusted(style.px(cardMargin), style.px(6), -style.px(cardMargin), -style.px(6));
    double least = 0, most = 0, smallest = 1;
    for (const Places& p : places) {
        least = std::min(least, p.first - 0.5 * p.step);
        most = std::max(most, p.first + (p.count - 0.5) * p.step);
        smallest = std::min(smallest, p.step);
    }
    const double room = std::max(1.0, to - from),
                 pitch = std::min(room / (most - least), style.px(widestStep) / smallest),
                 left = from + std::max(0.0, (room - pitch * (most - least)) / 2),
                 high = (inner.bottom() - top) / static_cast<double>(places.size());
    lineCellSize = {std::max(1.0, std::min(style.px(widestCell), 0.74 * smallest * pitch)),
                    std::max(2.0, std::min(style.px(18), 0.5 * high))};
    for (std::size_t level = 0; level < places.size(); ++level) {
        const Places& p = places[level];
        const double y = inner.bottom() - static_cast<double>(level + 1) * high;
        lines.push_back({QRectF(inner.left(), y, inner.width(), high), left + (p.first - least) * pitch,
                         p.step * pitch, p.count});
    }
}

QRectF FieldLayout::lineCell(int level, int index) const
{
    const Line& line = lines[static_cast<std::size_t>(level)];
    QRectF cell(QPointF(), lineCellSize);
    cell.moveCenter({line.first + index * line.step, line.row.center().y()});
    return cell;
}

} // namespace hg
