#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// How near the plane of a linear network is to PCA's: the principal angles as needles over a quarter circle
/// and as numbers, and how far the error is above PCA's, on a logarithmic line, since no other would show it.
class PlaneGauge : public QWidget {
    Q_OBJECT

public:
    explicit PlaneGauge(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// The angles for the last row of an audience.
    void setLarge(bool isLarge);
    /// Angles in degrees, largest first; `gap` is error / PCA's error − 1, nothing until it is known.
    void setReading(std::vector<double> angles, std::optional<double> gap);
    QSize sizeHint() const override { return {260, 100}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString anglesText() const;
    /// In few letters where the room is small.
    QString gapText(bool isShort = false) const;
    void describe();
    void paintDial(QPainter& p, const QRectF& box) const;
    void paintNumbers(QPainter& p, const QRectF& box) const;
    void paintGap(QPainter& p, const QRectF& box) const;

    bool m_isLarge = false;
    PaintStyle m_style;
    std::vector<double> m_angles;
    std::optional<double> m_gap;
};

} // namespace hg
