#pragma once

#include "ui/painters/line_painter.h"

namespace hg {

/// A transposed convolution along a line read in both ways: stamping at the left, and at the right the filter
/// turned round as it slides over the input with zeros put in. Both finish the same outputs at the same time.
/// Where cells would be too narrow for their numbers side by side, the right one stands alone.
class TwinPainter final : public ConvPicture {
public:
    TwinPainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style, const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    void setFocus(const std::optional<ConvHit>& focus) override;
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QRectF figureBox() const override;
    QString describe(double t) const override;
    bool isBeside() const { return m_stamping != nullptr; }

private:
    void layOut(const QSizeF& size, const ConvLook& look);
    void paintHeading(QPainter& p, bool ofZeros) const;
    /// The same cell in the other figure; nothing for a zero that was put in, or padding.
    std::optional<ConvHit> inTwin(const std::optional<ConvHit>& hit) const;
    std::optional<ConvHit> fromTwin(const std::optional<ConvHit>& hit) const;

    const ConvFigure& m_figure;
    const ConvFigure m_twin;
    PaintStyle m_style;
    PaintMarks m_marks;
    QRectF m_leftHeading, m_rightHeading;
    QPointF m_left, m_right;                            ///< where the two pictures begin
    std::unique_ptr<LinePainter> m_stamping, m_sliding; ///< the first null where there is no room
};

} // namespace hg
