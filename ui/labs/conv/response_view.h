#pragma once

#include "core/audio/spectrum.h"
#include "core/lab/conv_scene.h"
#include "ui/theme/paint_style.h"

#include <QWidget>

#include <optional>

namespace hg {

/// What a filter of few taps lets through: its gain from 0 to half the rate, and the part that a stride folds
/// back. Gains are linear, so that the zeros of a filter touch the ground.
class ResponseView : public QWidget {
    Q_OBJECT

public:
    explicit ResponseView(QWidget* parent = nullptr);

    /// Whether that scene has such a curve: a sum of products over one channel; a pooling has none, and
    /// several channels have one each.
    static bool isShownFor(const ConvScene& scene);
    void setStyle(const PaintStyle& style);
    /// The filter of a scene that isShownFor() accepts.
    void setScene(const ConvScene& scene, int filter);
    /// The gain at a frequency that the plot shows, in Hz or, for numbers without a rate, in cycles per
    /// sample.
    double gainAt(double frequency) const;
    QSize sizeHint() const override { return {220, 104}; }
    QSize minimumSizeHint() const override { return {160, 104}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF plot() const;
    double x(double frequency) const;
    void paintAxes(QPainter& p) const;
    void paintFolding(QPainter& p) const;
    void paintCurve(QPainter& p) const;
    void describe();
    QString unit() const;

    PaintStyle m_style;
    Spectrum m_response;
    double m_greatest = 1;  ///< the highest gain on the axis
    double m_highest = 0.5; ///< half the rate
    bool m_hasRate = false;
    std::optional<int> m_foldingStride;
};

} // namespace hg
