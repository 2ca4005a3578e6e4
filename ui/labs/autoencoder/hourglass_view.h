#pragma once

#include "ui/painters/hourglass_painter.h"

#include <QWidget>

#include <functional>

namespace hg {

/// The hourglass with the chosen picture in it. The part under the pointer tells its value and shows its
/// weights; a click asks for the layer.
class HourglassView : public QWidget {
    Q_OBJECT

public:
    explicit HourglassView(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    void setFoot(HourglassPainter::Foot foot) { m_foot = foot; }
    void setContent(std::shared_ptr<const Model> model, std::vector<std::vector<float>> activations,
                    const QString& digit);
    /// Where the neurons of the code stand in this widget; empty for a long code.
    std::vector<QPointF> codePlaces() const;
    double codeRadius() const { return m_painter ? m_painter->codeRadius() : 0; }
    /// Whether a click on layer `layer` means anything; the pointer says so.
    void setOpenable(std::function<bool(int layer)> isOpenable) { m_isOpenable = std::move(isOpenable); }
    QSize sizeHint() const override { return {640, 250}; }
    QSize minimumSizeHint() const override { return {360, 170}; }

Q_SIGNALS:
    void partPicked(const hg::HourglassPart& part);
    /// codePlaces() may be others.
    void moved();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF area() const;
    void rebuild();
    void point(const std::optional<HourglassPart>& part);
    void paintDetail(QPainter& p) const;

    PaintStyle m_style;
    std::shared_ptr<const Model> m_model;
    std::vector<std::vector<float>> m_activations;
    QString m_digit;
    HourglassPainter::Foot m_foot = HourglassPainter::Foot::Captions;
    std::optional<HourglassPainter> m_painter;
    std::vector<QPointF> m_places; ///< codePlaces() as they were told last
    std::optional<HourglassPart> m_pointed;
    std::function<bool(int)> m_isOpenable;
};

} // namespace hg
