#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace hg {

/// A grey picture of square pixels on which somebody scribbles, in white or black. What is seen is what
/// setPixels() gave; a stroke is told by painted() and shown once it comes back.
class ScribblePad : public QWidget {
    Q_OBJECT

public:
    explicit ScribblePad(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// (side, side), 0 … 255 row-major.
    void setPixels(std::vector<std::uint8_t> pixels, int side);
    void setWhite(bool isWhite) { m_isWhite = isWhite; }
    QSize sizeHint() const override { return {320, 320}; }

Q_SIGNALS:
    /// The picture with another piece of a stroke; the pieces of one stroke have one number.
    void painted(const std::vector<std::uint8_t>& pixels, int stroke);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF square() const;
    QPointF pixelPlace(const QPointF& place) const;
    void drawTo(const QPointF& end);
    void dab(const QPointF& centre);

    PaintStyle m_style;
    std::vector<std::uint8_t> m_pixels;
    int m_side = 0, m_stroke = 0;
    bool m_isWhite = true;
    QPointF m_last;
};

} // namespace hg
