#pragma once

#include "core/lab/conv_moment.h"
#include "core/lab/stamps.h"
#include "ui/painters/grid_painter.h"
#include "ui/painters/plane_twin_layout.h"

namespace hg {

/// A transposed convolution on a plane read in both ways: on the left every input stamps the filter, on the
/// right the filter, turned round, slides over the input with zeros put in. Both begin and end together, with
/// as many positions as each needs. Where cells are too small for their numbers side by side, or there are
/// several channels or filters, the right reading stands alone as a figure of its own.
class PlaneTwinPainter final : public ConvPicture {
public:
    PlaneTwinPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style,
                     const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintDone(QPainter& painter) const override;
    QRegion doneRegion(double t, bool withProducts) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    void paint(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    QRegion betweenRegion(double from, double to, bool withProducts) const override;
    void setFocus(const std::optional<ConvHit>& focus) override;
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QRectF figureBox() const override;
    bool hasSlicesWithoutNumbers() const override;
    int twinPositions() const override { return (m_alone ? *m_seen : m_twin).positionCount(); }
    QString describe(double t) const override;
    bool isBeside() const { return m_alone == nullptr; }

private:
    /// The same cell in the other reading; nothing for a zero that was put in, or padding.
    std::optional<ConvHit> inTwin(const std::optional<ConvHit>& hit) const;
    std::optional<ConvHit> fromTwin(const std::optional<ConvHit>& hit) const;
    double twinTime(double t) const;
    bool areEqual() const;
    bool isCropped(int row, int column) const;
    /// The cell, in the coordinates of whole stamps, whose sums are written out.
    Axes cellInWords(double t) const;
    std::optional<Axes> stampedCell(const ConvHit& hit) const;

    void paintHead(QPainter& p, const QRectF& card, const QString& title, const QString& note) const;
    void paintPartTitle(QPainter& p, const QPointF& corner, const QString& title, Role role,
                        const QString& note) const;
    void paintStamping(QPainter& p) const;
    void paintSliding(QPainter& p) const;
    void paintPadded(QPainter& p) const;
    void paintKernel(QPainter& p, const GridLayout& grid, bool isSmall) const;
    void paintTurning(QPainter& p, double t) const;
    void paintCounts(QPainter& p) const;
    void paintFoot(QPainter& p) const;
    void paintOutputTitle(QPainter& p, const GridLayout& grid) const;
    void paintOutputCell(QPainter& p, const GridLayout& grid, int row, int column,
                         std::optional<double> value) const;
    void paintStamped(QPainter& p, double t, bool withProducts) const;
    void paintSlid(QPainter& p, double t) const;
    void paintFocus(QPainter& p) const;
    void paintStampSum(QPainter& p, const Axes& cell, int stamps) const;
    void paintSlideSum(QPainter& p, const Axes& cell) const;
    double paintTerms(QPainter& p, const Sum& sum) const;
    void paintBadge(QPainter& p, bool isFinished) const;
    void paintTotal(QPainter& p, const QPointF& baseline, double total, bool isWhole) const;

    const ConvFigure& m_figure;
    const ConvFigure m_whole; ///< nothing is cropped
    const ConvFigure m_twin;  ///< of the whole
    PaintStyle m_style;
    PaintMarks m_marks;
    CellBrush m_brush;
    ConvLook m_look;
    std::optional<ConvFigure> m_seen;     ///< the twin as it stands alone: without what is cropped
    std::unique_ptr<GridPainter> m_alone; ///< null where both stand side by side
    PlaneTwinLayout m_layout;
    std::optional<Stamps> m_stamps;
    TensorD m_counts;
    StampPattern m_pattern;
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
};

} // namespace hg
