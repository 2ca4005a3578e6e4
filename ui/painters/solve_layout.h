#pragma once

#include "core/lab/solved_layers.h"
#include "ui/painters/paint_marks.h"

#include <QRectF>
#include <QStringList>

#include <array>

namespace hg {

/// The columns of the list, in the order of an encoder in front.
enum class SolveColumn {
    Size,
    Stride, ///< where the rows differ in it
    Ends,
    Padding,
    Keras,
    Pytorch,
    Between, ///< the mark that joins a layer and its mirror
    Crop,
    KerasMirror,
    PytorchMirror
};
inline constexpr int solveColumnCount = 10;

/// What a library is told, in one piece or after a comma in two; by hand it is no box.
struct CallText {
    QStringList lines;
    bool isBox = true;
};
/// `library` 0: Keras, 1: PyTorch.
CallText callText(const GeometrySolution& row, SolveColumn column, const Texts& texts);
/// Of Stride, Ends and so on, as it stands above the column.
QString columnHead(const SolvedLayers& layers, SolveColumn column, const Texts& texts);

/// The longest texts around the list, for which an upright page has room.
struct SolveWords {
    std::vector<TextRun> title;
    QString counts, nothing;
    QStringList notes; ///< what may stand below the formulas
};

/// Where everything of the list stands: columns as wide as their texts, which become smaller and are broken
/// where the room is narrow.
class SolveLayout {
public:
    // Upright, in design pixels.
    static constexpr double titlePixels = 19, titleLine = 25, directionLine = 24;

    /// Of a row, upright: from its corner on.
    struct Block {
        QRectF numbers, ends, direct, mirror;
    };

    SolveLayout(const SolvedLayers& layers, const QSizeF& size, const PaintStyle& style, bool hasLegend);
    /// For a page that is held upright, as high as it needs: above the list what is told of the row that is
    /// chosen, and each row as a block.
    static SolveLayout upright(const SolvedLayers& layers, double width, const PaintStyle& style,
                               const SolveWords& words);

    bool isUpright = false;
    double height = 0; ///< of all of it
    QRectF detailCard; ///< upright: around formulas and note
    Block block;

    QRectF title, card, heads, list, formulas, note, legend;
    double row = 0;        ///< height of one
    double text = 1;       ///< the size of texts in the list, as a share of the usual
    double cell = 0;       ///< of the ends
    bool isBroken = false; ///< calls of two settings stand in two lines
    int before = 0;        ///< cells of room in front of the input's first, in every row
    int seen = 0;          ///< input cells that are drawn at either end; 0: all of them
    double seam = 0;       ///< between the halves; 0 without a mirror

    /// The size of the columns' heads, in design pixels.
    double headPixels() const { return (isBroken ? 11.5 : 13) * text; }
    bool has(SolveColumn column) const { return widthOf(column) > 0; }
    /// Its left edge and width, at any height.
    QRectF columnBox(SolveColumn column, const QRectF& beside) const;
    double widthOf(SolveColumn column) const { return m_widths[static_cast<std::size_t>(column)]; }
    /// The place's left edge in the column Ends; places that are not drawn stand in the middle of the dots.
    double placeX(const ConvAxis& direct, int place) const;
    bool isDrawn(const ConvAxis& direct, int place) const;
    double dotsX() const;
    QRectF rowBox(int index, double scroll) const;
    double mostScroll(int rows) const;

private:
    SolveLayout() = default;
    void placeBlock(const SolvedLayers& layers, const PaintStyle& style);
    void placeUprightColumns(const SolvedLayers& layers, const PaintStyle& style);
    void placeUprightCards(const SolvedLayers& layers, const PaintStyle& style, const SolveWords& words);
    /// Around formulas and note of a row, from `top` on.
    void placeDetail(const PaintStyle& style, const SolveWords& words, int halves, double top);
    /// How many cells are drawn of the ends.
    void placeEnds(const SolvedLayers& layers);
    double& left(SolveColumn column) { return m_lefts[static_cast<std::size_t>(column)]; }
    double& width(SolveColumn column) { return m_widths[static_cast<std::size_t>(column)]; }
    void placeParts(const SolvedLayers& layers, const QSizeF& size, const PaintStyle& style, bool hasLegend);
    void placeColumns(const SolvedLayers& layers, const PaintStyle& style);
    /// The width that all columns take but the ends' cells.
    double measure(const SolvedLayers& layers, const PaintStyle& style);
    double gapPixels(const PaintStyle& style) const;
    double units(const SolvedLayers& layers) const;
    void order(const SolvedLayers& layers, double gap, double from);

    std::array<double, solveColumnCount> m_widths{}, m_lefts{};
};

} // namespace hg
