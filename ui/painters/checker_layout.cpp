#include "ui/painters/checker_layout.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

// In design pixels.
constexpr double gap = 12, inset = 12, titleLine = 24, subtitleLine = 20, numberLine = 44, noteLine = 20,
                 thumbLine = 16, mostThumb = 46, leastThumb = 34, betweenThumbs = 4;
constexpr double leastCurve = 150, leastPicture = 56, wideFrom = 240, wordsFrom = 760, mostWords = 340,
                 acrossFrom = 480, uprightCurve = 250, noteLines = 66;
constexpr double mapShare = 0.36; // of a card's room
constexpr double leastCell = 2;   // pixels: smaller ones stay as they fall
constexpr int mapSide = 6, mostThumbs = 6, fewestThumbs = 3;

/// Whole pixels a cell where there are any: a grid that is seen must be the picture's own.
double wholeCells(double side, int cells)
{
    const double cell = side / cells;
    return cell >= leastCell ? std::floor(cell) * cells : side;
}

} // namespace

/// What all cards share, as wide as that.
struct CheckerLayout::Measure {
    Measure(double wide, const PaintStyle& style)
        : width(wide)
        , room(width - 2 * style.px(inset))
        , isWide(room >= style.px(wideFrom))
        , thumbs(std::clamp(
              static_cast<int>((room + style.px(betweenThumbs)) / style.px(leastThumb + betweenThumbs)),
              fewestThumbs, mostThumbs))
        , thumb(std::min(style.px(mostThumb), (room - (thumbs - 1) * style.px(betweenThumbs)) / thumbs))
        , besidePicture(style.px(2 * inset + titleLine + subtitleLine + 8 + numberLine + 10 + 2 * thumbLine +
                                 (isWide ? 0 : noteLine)) +
                        thumb)
    {}
    /// Of a picture that is at most that high.
    double sideOf(Shape picture, double most, const PaintStyle& style) const
    {
        const double wanted = std::min(room * (1 - mapShare) - style.px(10), most);
        return wholeCells(std::max(style.px(leastPicture), wanted), picture.height);
    }

    double width, room;
    bool isWide;
    int thumbs;
    double thumb, besidePicture;
};

double CheckerLayout::uprightHeight(Shape picture, double width, const PaintStyle& style)
{
    const Measure m(width, style);
    const double card = m.besidePicture + m.sideOf(picture, width, style);
    return static_cast<double>(doublings.size()) * (card + style.px(gap)) + style.px(uprightCurve);
}

CheckerLayout::CheckerLayout(Shape picture, const QSizeF& size, const PaintStyle& style)
{
    const bool isUpright = size.width() < style.px(acrossFrom);
    const double between = style.px(gap), count = doublings.size();
    const Measure m(isUpright ? size.width() : (size.width() - (count - 1) * between) / count, style);
    isWide = m.isWide;
    line = style.px(thumbLine);
    const double most =
        isUpright ? size.width() : size.height() - between - style.px(leastCurve) - m.besidePicture;
    const double side = m.sideOf(picture, most, style), height = m.besidePicture + side;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const double before = static_cast<double>(i);
        cards[i].box = isUpright ? QRectF(0, before * (height + between), m.width, height)
                                 : QRectF(before * (m.width + between), 0, m.width, height);
        placeCard(cards[i], picture, style, side);
        placeThumbs(cards[i], m, style);
    }
    const double top = cards.back().box.bottom() + between;
    curveCard = {0, top, size.width(), std::max(0.0, size.height() - top)};
    curve = curveCard.adjusted(style.px(inset), style.px(8), -style.px(inset), -style.px(6));
    if (curve.width() < style.px(wordsFrom)) return;
    const double wide = std::min(style.px(mostWords), 0.34 * curve.width());
    words = {curve.right() - wide, curve.top(), wide, curve.height()};
    curve.setRight(words.left() - style.px(16));
}

void CheckerLayout::placeThumbs(Card& card, const Measure& m, const PaintStyle& style) const
{
    const double step = (m.room - m.thumb) / (m.thumbs - 1);
    for (int t = 0; t < m.thumbs; ++t)
        card.thumbs.emplace_back(card.box.left() + style.px(inset) + t * step,
                                 card.box.bottom() - style.px(inset) - 2 * line - m.thumb, m.thumb, m.thumb);
}

void CheckerLayout::placeCard(Card& card, Shape picture, const PaintStyle& style, double side)
{
    const QRectF inner = card.box.adjusted(style.px(inset), style.px(inset), -style.px(inset), 0);
    card.title = {inner.left(), inner.top(), inner.width(), style.px(titleLine)};
    card.subtitle = {inner.left(), card.title.bottom(), inner.width(), style.px(subtitleLine)};
    const double top = card.subtitle.bottom() + style.px(8);
    const double wide = side * picture.width / picture.height;
    card.picture = {
        {inner.right() - wide, top, wide, side}, picture.height, picture.width, side / picture.height};
    // In a wide card four lines of its note stand below it.
    const double highest = isWide ? side + style.px(numberLine - 6 - noteLines) : side;
    const double mapRoom = std::min(inner.width() - wide - style.px(10), highest),
                 map = std::max(0.0, std::min(mapRoom, style.px(170)));
    card.map = {{inner.left(), top, map, map}, mapSide, mapSide, map / mapSide};
    const double below = top + side;
    card.strength = isWide ? QRectF(card.picture.box.left(), below, wide, style.px(numberLine))
                           : QRectF(inner.left(), below, inner.width(), style.px(numberLine));
    card.mapNote = isWide ? QRectF(inner.left(), card.map.box.bottom() + style.px(6),
                                   card.picture.box.left() - inner.left() - style.px(10),
                                   card.strength.bottom() - card.map.box.bottom() - style.px(6))
                          : QRectF(inner.left(), card.strength.bottom(), inner.width(), style.px(noteLine));
}

} // namespace hg
