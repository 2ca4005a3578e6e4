#include "ui/labs/conv/canvas_brush.h"

#include "ui/labs/conv/conv_model.h"
#include "ui/widgets/conv_canvas.h"

#include <QApplication>
#include <QMouseEvent>

namespace hg {

CanvasBrush::CanvasBrush(ConvModel& model, ConvCanvas& canvas)
    : QObject(&canvas), m_model(model), m_canvas(canvas)
{
    canvas.installEventFilter(this);
}

bool CanvasBrush::eventFilter(QObject* object, QEvent* event)
{
    if (m_isPassingOn) return QObject::eventFilter(object, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        if (m_isDown) move(*static_cast<QMouseEvent*>(event));
        return m_isDown;
    case QEvent::MouseButtonRelease:
        return m_isDown && release(*static_cast<QMouseEvent*>(event));
    default:
        return QObject::eventFilter(object, event);
    }
}

bool CanvasBrush::press(const QMouseEvent& event)
{
    if (m_isDown) return true; // a second button does not disturb a stroke
    const Beginning beginning = m_canvas.isEditable() ? begin(event) : Beginning::Nothing;
    if (beginning == Beginning::Nothing) return false;
    m_isDown = true;
    m_last = event.position();
    m_stroke = m_model.nextStroke();
    m_isDrawing = beginning == Beginning::StrokeAtOnce;
    if (m_isDrawing) draw(m_last, m_last);
    return true;
}

void CanvasBrush::move(const QMouseEvent& event)
{
    const bool isDrag =
        (event.position() - m_last).manhattanLength() >= QApplication::startDragDistance() / 2;
    if (!m_isDrawing && !isDrag) return;
    if (!m_isDrawing) noteDrag(event.globalPosition());
    m_isDrawing = true;
    draw(m_last, event.position());
    m_last = event.position();
}

bool CanvasBrush::release(const QMouseEvent& event)
{
    m_isDown = false;
    if (std::exchange(m_isDrawing, false)) return true;
    m_isPassingOn = true;
    QMouseEvent press(QEvent::MouseButtonPress, event.position(), event.globalPosition(), Qt::LeftButton,
                      Qt::LeftButton, event.modifiers());
    QApplication::sendEvent(&m_canvas, &press);
    m_isPassingOn = false;
    return false;
}

void CanvasBrush::edit(const ConvScene& scene)
{
    m_model.edit(scene, m_stroke);
}

} // namespace hg
