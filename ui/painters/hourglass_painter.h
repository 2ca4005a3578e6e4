#pragma once

#include "core/engine/model.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QPainter>

namespace hg {

/// A picture of grey pixels 0 … 1 (others are clipped for display), white on black as MNIST's digits are.
QImage greyPicture(std::span<const float> pixels, int height, int width);

/// The network as an hourglass with one sample in it: bars as high as the layers are wide, their stripes as
/// strong as the activations, the code's numbers in the waist.
class HourglassPainter {
public:
    HourglassPainter(const Plan& plan, std::vector<std::vector<float>> activations);

    void paint(QPainter& painter, const QRectF& area, const PaintStyle& style) const;
    QString describe(const Texts& texts) const;

private:
    struct Bar;
    std::vector<Bar> bars(const QRectF& area, const PaintStyle& style) const;
    void paintBar(QPainter& p, const Bar& bar, const PaintStyle& style) const;
    void paintCode(QPainter& p, const Bar& bar, const PaintStyle& style) const;
    void paintFlow(QPainter& p, const Bar& from, const Bar& to, const PaintStyle& style) const;

    std::vector<std::vector<float>> m_activations; ///< the input first
    int m_codeIndex;                               ///< in m_activations
    Shape m_inputShape;
};

} // namespace hg
