#pragma once

#include "core/lab/few_labels_state.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace hg {

/// The labels that were given, in their order, and the room for more: those after the playhead are faded. A
/// click asks for a sample once more.
class LabelStrip : public QWidget {
    Q_OBJECT

public:
    explicit LabelStrip(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    /// `pictures` are those of the labels.
    void show(const std::vector<GivenLabel>& labels, std::vector<QImage> pictures, int shown);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }
    QRectF slotBox(int place) const;

Q_SIGNALS:
    void picked(int sample);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    int placeAt(const QPointF& pixel) const;

    PaintStyle m_style;
    std::vector<GivenLabel> m_labels;
    std::vector<QImage> m_pictures;
    int m_shown = 0;
};

} // namespace hg
