#pragma once

#include "ui/painters/line_layout.h"

#include <QObject>
#include <QPointF>

#include <optional>

class QMouseEvent;

namespace hg {

class ConvLab;
class LinePainter;

/// Lets the stems of a line's input be drawn with the mouse: pressed and dragged, they go where the pointer
/// is. A stroke is one step of undo. A click without a drag goes on to the canvas.
class StemBrush : public QObject {
    Q_OBJECT

public:
    explicit StemBrush(ConvLab& lab);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    const LinePainter* painter() const;
    bool begin(const QMouseEvent& event);
    bool move(const QPointF& place);
    bool end(const QMouseEvent& event);
    void draw(const QPointF& from, const QPointF& to);

    ConvLab& m_lab;
    std::optional<QPointF> m_last; ///< where the pointer was, while the button is down
    QPointF m_pressedAt;
    int m_channel = 0;
    LineScale m_scale; ///< as the stroke began: the picture's may change under it
    int m_stroke = 0;
    bool m_isDrawing = false, m_isPassingOn = false;
};

} // namespace hg
