#pragma once

#include "ui/painters/conv_picture.h"
#include "ui/painters/matrix_layout.h"
#include "ui/painters/paint_marks.h"

namespace hg {

/// A convolution as its matrix: each position drops a row, y = W x for the filter in front, and both inner
/// products. It shares the figure's time, whatever the number of rows. Of a maximum, which has no matrix, it
/// says so.
class MatrixPainter final : public ConvPicture {
public:
    MatrixPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                  const ConvLook& look);

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
    QRectF figureBox() const override;
    int twinPositions() const override;
    QString describe(double t) const override;
    const MatrixLayout& layout() const { return m_layout; }

private:
    /// How far a time has come.
    struct Moment {
        int row = 0, done = 0; ///< the one at work; those that stand
        double moveShare = 0;  ///< of the one at work
        bool isBegun = false, multiplies = false, writes = false;
    };
    Moment momentAt(double t, bool withProducts) const;
    int rows() const { return m_layout.matrix.rows; }
    bool isTransposed() const { return m_figure.scene.isTransposed; }
    int front() const;
    /// Of the filter in front, as the matrix counts them.
    int firstRow() const;
    OutputCell cellOfRow(int row) const;
    /// Row whose sum is written out.
    int rowInWords(const Moment& m) const;
    double resultOf(int row) const;

    QColor tintOf(int weight) const;
    QColor inkOn(const QColor& ground) const;
    void paintTitle(QPainter& p, const GridLayout& below, const QString& name, Role role, double end) const;
    void paintTitles(QPainter& p) const;
    void paintGrids(QPainter& p) const;
    void paintHeading(QPainter& p) const;
    void paintCounts(QPainter& p) const;
    void paintFrames(QPainter& p) const;
    void paintRow(QPainter& p, int row, const QPointF& shift) const;
    void paintResult(QPainter& p, int row) const;
    void paintOutput(QPainter& p, int row) const;
    void paintFirstRows(QPainter& p, int count) const;
    void paintRowAtWork(QPainter& p, const Moment& m) const;
    void paintSum(QPainter& p, int row) const;
    /// On several lines; false where they are too many.
    bool paintUprightSum(QPainter& p, std::vector<TextRun> runs, const std::vector<TextRun>& result) const;
    void paintProducts(QPainter& p, int done) const;
    void paintProduct(QPainter& p, const QRectF& line, bool isOutputSide, int done) const;
    void paintLens(QPainter& p, int row) const;
    void paintNone(QPainter& p) const;
    QRectF rowBox(int row) const;
    QRectF windowOf(int row) const;

    const ConvFigure& m_figure;
    std::optional<ConvMatrix> m_matrix; ///< none of a maximum
    PaintStyle m_style;
    PaintMarks m_marks;
    CellBrush m_brush;
    ConvLook m_look;
    MatrixLayout m_layout;
    std::vector<double> m_results; ///< y of the filter in front, bias included
    /// Both products after each number of rows of the filter in front; without the middle ones where the
    /// matrix is large.
    std::vector<MatrixProducts> m_products;
    std::vector<double> m_probe;
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
};

} // namespace hg
