#pragma once

#include "ui/labs/conv/canvas_brush.h"
#include "ui/painters/conv_picture.h"
#include "ui/widgets/panel.h"

#include <optional>

class QLabel;

namespace hg {

class Stepper;

/// Lets cells of input and filter be painted: dragged over with the left button they take the brush's number
/// (1 at first, then what was typed last), with Shift or the right button 0. A stroke stays in the grid in
/// which it began.
class PaintBrush : public CanvasBrush {
    Q_OBJECT

public:
    PaintBrush(ConvModel& model, ConvCanvas& canvas);

    double value() const { return m_value; }
    void setValue(double value);

Q_SIGNALS:
    void valueChanged(double value);

protected:
    Beginning begin(const QMouseEvent& event) override;
    void draw(const QPointF& from, const QPointF& to) override;
    void noteDrag(const QPointF& place) override;

private:
    std::optional<ConvHit> cellAt(const QPointF& place) const;

    double m_value = 1;
    ConvHit m_first; ///< the stroke's
    bool m_isClearing = false;
};

/// A pencil and the number that it writes.
class BrushField : public Panel {
    Q_OBJECT

public:
    BrushField(PaintBrush& brush, ConvModel& model);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();

    QLabel* m_icon;
    Stepper* m_value;
};

} // namespace hg
