#include "ui/labs/conv/stem_brush.h"

#include "ui/labs/conv/conv_lab.h"
#include "ui/painters/line_painter.h"
#include "ui/widgets/conv_canvas.h"

#include <QApplication>
#include <QMouseEvent>

#include <cmath>

namespace hg {
namespace {

constexpr int firstStrokeKey = 1000; // of undo: each stroke has its own, so that two never become one

} // namespace

StemBrush::StemBrush(ConvLab& lab) : QObject(&lab), m_lab(lab)
{
    lab.canvas()->installEventFilter(this);
}

const LinePainter* StemBrush::painter() const
{
    return dynamic_cast<const LinePainter*>(m_lab.canvas()->picture());
}

bool StemBrush::eventFilter(QObject* object, QEvent* event)
{
    if (m_isPassingOn) return QObject::eventFilter(object, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return begin(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return m_last && move(static_cast<QMouseEvent*>(event)->position());
    case QEvent::MouseButtonRelease:
        return m_last && end(*static_cast<QMouseEvent*>(event));
    default:
        return QObject::eventFilter(object, event);
    }
}

bool StemBrush::begin(const QMouseEvent& event)
{
    const LinePainter* picture = painter();
    if (event.button() != Qt::LeftButton || !picture || picture->layout().hasCells) return false;
    const auto hit = picture->hit(event.position());
    if (!hit || hit->place != ConvPlace::Input) return false;
    m_last = m_pressedAt = event.position();
    m_channel = hit->channel;
    m_scale = picture->inputScale();
    m_isDrawing = false;
    ++m_stroke;
    return true;
}

bool StemBrush::move(const QPointF& place)
{
    if (!m_isDrawing && (place - m_pressedAt).manhattanLength() < QApplication::startDragDistance() / 2)
        return true;
    draw(m_isDrawing ? *m_last : m_pressedAt, place);
    m_isDrawing = true;
    m_last = place;
    return true;
}

bool StemBrush::end(const QMouseEvent& event)
{
    const bool wasDrawing = m_isDrawing;
    m_last.reset();
    m_isDrawing = false;
    if (wasDrawing) return true;
    m_isPassingOn = true;
    QMouseEvent press(QEvent::MouseButtonPress, event.position(), event.globalPosition(), Qt::LeftButton,
                      Qt::LeftButton, event.modifiers());
    QApplication::sendEvent(m_lab.canvas(), &press);
    m_isPassingOn = false;
    return false;
}

void StemBrush::draw(const QPointF& from, const QPointF& to)
{
    const LinePainter* picture = painter();
    if (!picture) return;
    const LineLayout& l = picture->layout();
    const QRectF row = l.inputRows[std::min(static_cast<std::size_t>(m_channel), l.inputRows.size() - 1)];
    ConvScene scene = m_lab.scene();
    if (m_channel >= scene.channels()) return;
    const double apart = l.isTransposed ? l.stride : 1, origin = l.x(l.inputColumn(0) + 0.5);
    const auto placeOf = [&](double x) {
        return static_cast<int>(std::lround((x - origin) / (l.cell * apart)));
    };
    const int begin = placeOf(from.x()), last = placeOf(to.x()), step = last < begin ? -1 : 1;
    // A fast pointer leaves out samples: they stand on the line between its two places.
    for (int i = begin; i != last + step; i += step) {
        if (i < 0 || i >= scene.input.shape.width) continue;
        const double share = last == begin ? 1 : double(i - begin) / (last - begin);
        const double value = m_scale.value(from.y() + share * (to.y() - from.y()), row);
        scene.input.at(0, m_channel, 0, i) = std::round(100 * value) / 100 + 0.0;
    }
    m_lab.edit(scene, firstStrokeKey + m_stroke);
}

} // namespace hg
