#pragma once

#include "core/lab/checkerboards.h"
#include "ui/painters/cell_brush.h"

#include <array>
#include <vector>

namespace hg {

/// Where everything of the comparison of three decoders stands at one size: three cards side by side, on a
/// narrow page below each other, and under them one with the curves.
struct CheckerLayout {
    struct Card {
        QRectF box, title, subtitle;
        GridLayout map, picture;
        QRectF mapNote, strength;   ///< beside or below them
        std::vector<QRectF> thumbs; ///< as many as have room, from left to right
    };

    CheckerLayout(Shape picture, const QSizeF& size, const PaintStyle& style);
    /// How high it is on a page of that width that is held upright.
    static double uprightHeight(Shape picture, double width, const PaintStyle& style);

    std::array<Card, doublings.size()> cards;
    bool isWide = false; ///< notes stand below the maps, not across the card
    double line = 0;     ///< height of a line below the thumbs
    QRectF curveCard, curve;
    QRectF words; ///< beside the curves; empty where they have no room

private:
    struct Measure;
    void placeCard(Card& card, Shape picture, const PaintStyle& style, double side);
    void placeThumbs(Card& card, const Measure& m, const PaintStyle& style) const;
};

} // namespace hg
