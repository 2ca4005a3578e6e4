#pragma once

#include "core/lab/conv_links.h"
#include "core/lab/conv_moment.h"
#include "core/lab/grid_scale.h"
#include "core/lab/stamps.h"
#include "ui/painters/conv_picture.h"
#include "ui/painters/picture_cells.h"
#include "ui/painters/sum_card.h"

namespace hg {

/// The name and size of a part, above it, and what there is to say about it.
struct PartTitle {
    QString text, note;
    Role role = Role::Input;
    double left = 0, room = 0, top = 0;
    bool isWrong = false; ///< names a table that is not the result
};

/// How many cells a plain figure has room for, whatever of them it shows: of the input with its padding, of
/// the padding before it, of the output.
struct PlainExtent {
    Axes input, before, output;
    bool hasTail = false; ///< cells that no window reads, of which a note tells
};

/// Where everything stands: made once a figure and size, then painted and hit-tested.
struct ConvLayout {
    std::vector<GridLayout> inputs;    ///< one a channel; with its padding, forward; without, transposed
    std::vector<GridLayout> kernels;   ///< of the front filter, one a channel that it sees
    std::vector<GridLayout> outputs;   ///< one a filter: the ghost's grid where that is shown; with what is
                                       ///< cropped, transposed
    std::optional<GridLayout> printed; ///< the wrong table beside the right one
    QRectF card;                       ///< around the front filter, where there are several
    QRectF inputRoom, outputRoom;      ///< around all of them, and around what another padding would add
    int padTop = 0, padLeft = 0;       ///< cells of an input grid before the first input cell
    QRectF sumCard;
    double titleTop = 0;
    std::vector<PartTitle> titles; ///< of input, filter and output, and of the printed table
    double titlePixels = 20;       ///< one size for all
    double formulaTop = 0;
    bool hasGhost = false;
    bool isSumLine = false; ///< the sum stands in one line
    bool isNarrow = false;  ///< a stage on which even gaps are dear
    bool isPicture = false; ///< cells without numbers: they take what room there is
    bool isTight = false;   ///< a plain figure closer together, its formula under the output
    bool hasTail = false;   ///< cells that no window reads, or another padding would leave some
};

/// A way of laying out.
struct LayoutWay {
    bool isPicture = false, isSumLine = false, isTight = false;
};

/// The picture of a convolution on a plane: input, filter and output in a row, several channels below each
/// other, several filters as a fan of cards each of which has its own output.
class GridPainter final : public ConvPicture {
public:
    GridPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style, const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintDone(QPainter& painter) const override;
    QRegion doneRegion(double t, bool withProducts) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    void paint(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    QRegion betweenRegion(double from, double to, bool withProducts) const override;
    void setFocus(const std::optional<ConvHit>& focus) override { m_look.focus = focus; }
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QList<QLineF> playhead(double second) const override;
    QRectF figureBox() const override;
    bool hasSlicesWithoutNumbers() const override;
    QString describe(double t) const override;
    const ConvLayout& layout() const { return m_layout; }

private:
    bool isPlain() const; ///< one channel, one filter
    void layOut(const QSizeF& size);
    bool hasPictures() const; ///< somewhere cells are too small for numbers
    /// The side of a plain figure's cells, and of its filter's, on a stage of a size.
    struct PlainCells {
        double cell = 0, kernel = 0;
        bool isPrintedUnder = false; ///< the printed table, not beside the output
    };
    double attempt(const QSizeF& size, LayoutWay way, const PlainExtent& extent);
    PlainExtent extentOf(const ConvGeometry& geometry) const;
    bool layOutForPaddings(const QSizeF& size, bool isSumLine);
    bool hasPrinted() const; ///< shows the table that is printed in place of the right one
    void layOutPlain(const QSizeF& size, const PlainExtent& extent);
    double highestCell(double room, const PlainExtent& extent, bool isPrintedUnder) const;
    PlainCells plainCells(const QSizeF& size, const PlainExtent& extent, bool isPrintedUnder) const;
    void placePlain(const QSizeF& size, const PlainExtent& extent, const PlainCells& cells);
    void layOutUpright(double width);
    void layOutUprightMany(double width);
    double placeUprightOutputs(const QRectF& row, Axes size);
    void placeUprightTitles(double width);
    void layOutMany(const QSizeF& size);
    double heightAround() const;  ///< of all that stands above and below the grids
    bool hasNotes() const;        ///< under the titles
    bool isFormulaBeside() const; ///< under the output only, not below the whole figure
    double formulaNeed() const;   ///< below the output, where it stands there
    double bracketRoom() const;
    double formulaLeft(double width) const;
    void placePadding();
    void placeCards(const QSizeF& size, double top, double height);
    void layOutParts(const QRectF& room, double inputShare, bool isOnPixels);
    double bestInputShare(const QRectF& room);
    double gap() const; ///< between the parts, with the operator in it
    double leastPart() const;
    double legendHeight() const; ///< under the grids of a plain picture
    double formulaRoom() const;
    double sumRoom() const;
    double partsWidth(const PlainExtent& extent, const PlainCells& cells) const;

    void paintGround(QPainter& p) const;
    void paintOver(QPainter& p, const ConvMoment& m) const;
    void paintTitles(QPainter& p) const;
    void layOutTitles();
    void fitTitles();
    QString filterNote() const;
    QString inputNote() const;
    QString outputNote() const;
    bool hasBrackets() const;
    void paintBrackets(QPainter& p) const;
    bool hasAxes() const; ///< of a spectrogram
    double axisHeight() const;
    double axisWidth() const;
    void paintAxes(QPainter& p) const;
    void paintSeconds(QPainter& p, const GridLayout& grid, const GridScale& scale) const;
    void paintHz(QPainter& p, const GridLayout& grid, const GridScale& scale, bool isLeft) const;
    void paintInput(QPainter& p, int channel) const;
    void paintInputCell(QPainter& p, int channel, int row, int column) const;
    bool isPutIn(int row, int column) const;
    void paintFilters(QPainter& p) const;
    void paintKernel(QPainter& p, const GridLayout& grid, int filter, int channel) const;
    void paintBadge(QPainter& p, QPointF centre, int number, const QColor& colour) const;
    void paintWaiting(QPainter& p, int filter) const;
    void paintSizeQuestion(QPainter& p) const;
    void paintPrinted(QPainter& p) const;
    void paintOutlined(QPainter& p) const;
    void paintOutlinedCells(QPainter& p, int filter) const;
    void paintOutlinedRegion(QPainter& p, int filter) const;
    void paintDoneCell(QPainter& p, int filter, int row, int column) const;
    void paintDoneCells(QPainter& p, const std::function<bool(int, int)>& isShown) const;
    bool isDone(const ConvMoment& m, int row, int column) const;
    void paintCurrent(QPainter& p, const ConvMoment& m) const;
    int stampsAt(const ConvMoment& m) const;
    bool isCropped(int row, int column) const;
    /// The number of a cell of a transposed output's grid.
    using StampedValue = std::function<double(int filter, int row, int column)>;
    void paintStampedCell(QPainter& p, int filter, int row, int column, double value, bool isBegun) const;
    void paintStamped(QPainter& p, int count, Stamps::Rows rows, const StampedValue& valueAt,
                      const std::function<bool(int, int)>& isShown) const;
    void paintAllStamped(QPainter& p, int count, bool withWaiting) const;
    void paintOpenStamps(QPainter& p, const ConvMoment& m) const;
    QRegion stampingRegion(const ConvMoment& m) const;
    QRegion finishedRegion(int count) const;
    QRect withEdge(const QRectF& box) const;
    void paintWindow(QPainter& p, const ConvMoment& m) const;
    void paintStampWindow(QPainter& p, const ConvMoment& m) const;
    void paintFactors(QPainter& p, OutputCell cell, std::size_t formed) const;
    void paintFactor(QPainter& p, const QRectF& cell, double value, double weight, bool isPadding,
                     bool isFormed) const;
    std::optional<double> shownAt(const ConvMoment& m, const ConvHit& cell) const;
    void paintLinked(QPainter& p, const ConvMoment& m, const ConvHit& hit, double weight) const;
    void paintFocus(QPainter& p, const ConvMoment& m) const;
    /// A number and its ground under the magnifier.
    struct LensCell {
        double value = 0;
        QColor ground;
    };
    QPointF lensCorner(const QRectF& cell) const;
    std::optional<LensCell> lensCell(const ConvHit& hit) const;
    void paintLens(QPainter& p, const ConvHit& hit) const;
    void paintOperators(QPainter& p) const;
    void paintFormulas(QPainter& p) const;
    void paintSum(QPainter& p, const ConvMoment& m) const;
    void paintCounter(QPainter& p) const;

    bool hasNumbers(const GridLayout& grid) const { return m_brush.hasNumbers(grid.cell); }
    double legendTop() const; ///< from a grid's lower edge on
    double channelNameWidth() const;
    QString channelName(int channel) const;
    QRectF insideOf(const GridLayout& grid) const;
    void hatchAround(QPainter& p, const QRectF& outer, const QRectF& inner, const QColor& colour) const;
    void paintInputPicture(QPainter& p, int channel) const;
    void paintKernelPicture(QPainter& p, const GridLayout& grid, int filter, int channel) const;
    QColor stampedColour(int filter, int row, int column, bool isBegun, const StampedValue& valueAt) const;
    QRectF keptOf(const GridLayout& grid) const; ///< of a transposed output's grid: what is not cropped
    void paintStampedFrame(QPainter& p, int filter) const;
    void paintCrops(QPainter& p) const;
    void paintPictureFrame(QPainter& p, int filter) const;
    void paintLegends(QPainter& p) const;
    QColor pictureColour(int filter, int row, int column) const;
    /// An outline over a grid's cells, set off from the colours of a picture.
    void outlineOver(QPainter& p, const GridLayout& grid, const QRectF& box, const QColor& colour) const;

    QColor shadeOf(Role role, double value, double greatest, int filter) const;
    QColor memberColour(Role role, int filter) const;
    double padded(int channel, int row, int column, bool& isPadding) const;
    int front() const { return std::clamp(m_look.filter, 0, m_figure.scene.filters() - 1); }
    int firstChannel() const; ///< of those that the front filter sees
    int strideH() const { return m_layout.hasGhost ? m_figure.geometry.h.stride : 1; }
    int strideW() const { return m_layout.hasGhost ? m_figure.geometry.w.stride : 1; }
    QRectF windowBox(const GridLayout& grid, double row, double column) const;

    const ConvFigure& m_figure;
    PaintStyle m_style;
    ConvLook m_look;
    CellBrush m_brush;
    PictureCells m_pictures;
    std::optional<CellMaps> m_maps; ///< where there are pictures
    std::optional<Stamps> m_stamps; ///< transposed
    SumCard m_sum;
    QString m_filterName; ///< of the one in front, where its weights have one
    ConvLayout m_layout;
    std::vector<QColor> m_filterMembers, m_outputMembers; ///< one a filter
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
};

} // namespace hg
