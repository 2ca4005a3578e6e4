#pragma once

#include "core/lab/receptive_field.h"
#include "ui/painters/cell_brush.h"

#include <QStringList>

#include <vector>

namespace hg {

/// The longest texts of a stack, for which an upright page has room.
struct FieldWords {
    QStringList notes;    ///< below the titles of the levels
    QStringList captions; ///< what may stand below what is seen
    QString line, formula;
};

/// Where everything of a receptive field stands at one size: a picture of each level side by side, below them
/// one line of it as rows of cells, and the arithmetic in line with the pictures.
struct FieldLayout {
    // Upright, in design pixels.
    static constexpr double titleLine = 24, sizeLine = 20, captionLine = 22, termHead = 20;

    /// `hasButtons`: with room for a button under each layer.
    FieldLayout(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style, bool hasButtons);
    /// For a page that is held upright, as high as it needs: the pictures below each other, the input last,
    /// so that a cone opens downwards as that of the line does.
    static FieldLayout upright(const FieldFigure& figure, double width, const PaintStyle& style,
                               const FieldWords& words);

    /// A level's line of cells: cell 0 is centred at `first`, the next one `step` to its right.
    struct Line {
        QRectF row;
        double first = 0, step = 1;
        int count = 1;
    };
    QRectF lineCell(int level, int index) const;

    bool isUpright = false;
    double height = 0;              ///< of all of it
    QRectF pictureCard, termCard;   ///< upright: around the pictures and the arithmetic
    bool isNarrow = false;          ///< sizes stand below the titles
    std::vector<QRectF> heads;      ///< of the pictures, a level each
    std::vector<GridLayout> levels; ///< the pictures
    std::vector<QRectF> captions;   ///< what is seen of each
    std::vector<QRectF> buttons;    ///< a layer each, or none
    std::vector<QRectF> terms;      ///< the arithmetic; of the input: what it is
    QRectF card, cardHead;
    std::vector<Line> lines;
    QSizeF lineCellSize;
    double namesRight = 0, jumpsLeft = 0; ///< of the lines' names and jumps

private:
    FieldLayout() = default;
    class Upright; ///< places it all from top to bottom
    void placePictures(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style,
                       bool hasButtons);
    void placeLines(const FieldFigure& figure, const PaintStyle& style);
    /// The cells of the lines in rows of the card from `top` on, between two places across.
    void spreadLines(const FieldFigure& figure, const PaintStyle& style, double top, double from, double to);
};

} // namespace hg
