#pragma once

#include "core/lab/receptive_field.h"
#include "ui/painters/cell_brush.h"

#include <vector>

namespace hg {

/// Where everything of a receptive field stands at one size: a picture of each level side by side, below them
/// one line of it as rows of cells, and the arithmetic in line with the pictures.
struct FieldLayout {
    /// `hasButtons`: with room for a button under each layer.
    FieldLayout(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style, bool hasButtons);

    /// A level's line of cells: cell 0 is centred at `first`, the next one `step` to its right.
    struct Line {
        QRectF row;
        double first = 0, step = 1;
        int count = 1;
    };
    QRectF lineCell(int level, int index) const;

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
    void placePictures(const FieldFigure& figure, const QSizeF& size, const PaintStyle& style,
                       bool hasButtons);
    void placeLines(const FieldFigure& figure, const PaintStyle& style);
};

} // namespace hg
