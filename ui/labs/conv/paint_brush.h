#pragma once

#include "ui/painters/conv_picture.h"
#include "ui/widgets/panel.h"

#include <QObject>
#include <QPointF>

#include <optional>

class QLabel;
class QMouseEvent;

namespace hg {

class ConvLab;
class Stepper;

/// Lets cells of input and filter be painted: dragged over with the left button they take the brush's number
/// (1 at first, then what was typed last), with Shift or the right button 0. A stroke is one step of undo,
/// and stays in the grid in which it began. A click of the left button without a drag goes on to the canvas.
class PaintBrush : public QObject {
    Q_OBJECT

public:
    /// A child of the lab.
    explicit PaintBrush(ConvLab& lab);

    double value() const { return m_value; }
    void setValue(double value);

Q_SIGNALS:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    std::optional<ConvHit> cellAt(const QPointF& place) const;
    bool begin(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool end(const QMouseEvent& event);
    void paint(const QPointF& from, const QPointF& to);
    void sayHow(const QPointF& place) const;

    ConvLab& m_lab;
    double m_value = 1;
    std::optional<ConvHit> m_first; ///< the stroke's, while a button is down
    QPointF m_last;
    bool m_isClearing = false, m_isPainting = false, m_isPassingOn = false;
    int m_stroke = 0;
};

/// A pencil and the number that it writes.
class BrushField : public Panel {
    Q_OBJECT

public:
    BrushField(PaintBrush& brush, ConvLab& lab);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();

    QLabel* m_icon;
    Stepper* m_value;
};

} // namespace hg
