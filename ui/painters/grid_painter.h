#pragma once

#include "core/lab/conv_moment.h"
#include "ui/painters/conv_picture.h"

namespace hg {

/// A grid of equal cells on the stage.
struct GridLayout {
    QRectF box;
    int rows = 0, columns = 0;
    double cell = 0;

    QRectF at(double row, double column) const
    {
        return {box.left() + column * cell, box.top() + row * cell, cell, cell};
    }
    QRectF span(double row, double column, double height, double width) const
    {
        return {box.left() + column * cell, box.top() + row * cell, width * cell, height * cell};
    }
};

/// Where everything stands: made once a figure and size, then painted and hit-tested.
struct ConvLayout {
    GridLayout input; ///< with its padding, forward; without, transposed
    GridLayout kernel;
    GridLayout output;           ///< the ghost's grid where that is shown; with what is cropped, transposed
    int padTop = 0, padLeft = 0; ///< cells of the input grid before the first input cell
    QRectF sumCard;
    double titleTop = 0;
    double formulaTop = 0;
    bool hasGhost = false;
};

/// The picture of a convolution on a plane.
class GridPainter final : public ConvPicture {
public:
    GridPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style, const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QRectF figureBox() const override { return m_layout.input.box.united(m_layout.output.box); }
    QString describe(double t) const override;

private:
    struct Run;
    void layOut(const QSizeF& size);
    QString number(double value) const { return m_style.texts.number(value); }
    bool hasNumbers(double cell) const;
    bool hasChips(double cell) const;
    double strength(double value, double greatest) const;

    void paintTitles(QPainter& p) const;
    void paintTitle(QPainter& p, const GridLayout& grid, const QString& title, const QString& subtitle,
                    Role role) const;
    void paintCell(QPainter& p, const QRectF& cell, const QColor& ground, const QColor& border,
                   Qt::PenStyle style = Qt::SolidLine) const;
    void paintHatched(QPainter& p, const QRectF& cell, const QColor& hatch, bool isSteep = false) const;
    void paintNumber(QPainter& p, const QRectF& cell, double value, const QColor& ink,
                     QFont::Weight weight = QFont::Normal) const;
    void paintInput(QPainter& p) const;
    void paintKernel(QPainter& p) const;
    void paintForwardOutput(QPainter& p, const ConvMoment& m) const;
    void paintTransposedOutput(QPainter& p, const ConvMoment& m) const;
    void paintWindow(QPainter& p, const ConvMoment& m) const;
    void paintStampWindow(QPainter& p, const ConvMoment& m) const;
    void paintFactor(QPainter& p, const QRectF& cell, double value, double weight, bool isPadding,
                     bool isFormed) const;
    void paintOperators(QPainter& p) const;
    void paintFormulas(QPainter& p) const;
    void paintSum(QPainter& p, const ConvMoment& m) const;
    void paintForwardSum(QPainter& p, const ConvMoment& m) const;
    void paintStampSum(QPainter& p, const ConvMoment& m) const;
    double drawRuns(QPainter& p, QPointF baseline, const std::vector<Run>& runs, double pixels) const;
    double widthOf(const std::vector<Run>& runs, double pixels) const;
    std::vector<Run> formulaRuns(const ConvAxis& axis) const;
    std::vector<Run> productRuns(const Term& term, bool isFormed) const;
    void paintOutline(QPainter& p, const QRectF& rect, double width = 4) const;

    const ConvFigure& m_figure;
    PaintStyle m_style;
    ConvLook m_look;
    ConvLayout m_layout;
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
};

} // namespace hg
