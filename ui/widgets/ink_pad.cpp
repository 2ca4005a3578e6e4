#include "ui/widgets/ink_pad.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr double penWidth = 10; // pixels of the ink: two and a half of 28, as the digits' strokes are

} // namespace

InkPad::InkPad(QWidget* parent) : QWidget(parent), m_ink(side, side, QImage::Format_Grayscale8)
{
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    m_ink.fill(Qt::black);
}

void InkPad::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void InkPad::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

std::vector<float> InkPad::ink() const
{
    std::vector<float> ink;
    ink.reserve(std::size_t{side} * side);
    constexpr float white = 255;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            ink.push_back(static_cast<float>(m_ink.constScanLine(y)[x]) / white);
    return ink;
}

void InkPad::undo()
{
    if (m_strokes.empty()) return;
    m_strokes.pop_back();
    redraw();
}

void InkPad::clear()
{
    if (m_strokes.empty()) return;
    m_strokes.clear();
    redraw();
}

QRectF InkPad::square() const
{
    const double length = std::min(width(), height());
    return {(width() - length) / 2, (height() - length) / 2, length, length};
}

QPointF InkPad::inkPlace(const QPointF& pixel) const
{
    const QRectF box = square();
    return (pixel - box.topLeft()) * (side / std::max(1.0, box.width()));
}

/// Its pieces from `first` on, one by one: drawn anew, a stroke has the pixels that it had.
void InkPad::draw(const QPolygonF& stroke, qsizetype first)
{
    QPainter p(&m_ink);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(Qt::white, penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (first == 0) p.drawPoint(stroke.first());
    for (qsizetype i = std::max<qsizetype>(1, first); i < stroke.size(); ++i)
        p.drawLine(stroke[i - 1], stroke[i]);
}

void InkPad::redraw()
{
    m_ink.fill(Qt::black);
    for (const QPolygonF& stroke : m_strokes)
        draw(stroke, 0);
    update();
    Q_EMIT changed();
}

void InkPad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_strokes.push_back({inkPlace(event->position())});
    draw(m_strokes.back(), 0);
    update();
    Q_EMIT changed();
}

/// Only the newest piece is drawn: the cost of a stroke does not grow with it.
void InkPad::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_strokes.empty()) return;
    QPolygonF& stroke = m_strokes.back();
    stroke << inkPlace(event->position());
    draw(stroke, stroke.size() - 1);
    update();
    Q_EMIT changed();
}

void InkPad::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) && !isEmpty()) return undo();
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) return clear();
    QWidget::keyPressEvent(event);
}

void InkPad::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF box = square();
    p.drawImage(box, m_ink);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(hasFocus() ? m_style.theme.accent : m_style.theme.line, m_style.px(2)));
    p.setBrush(Qt::NoBrush);
    p.drawRect(box.adjusted(1, 1, -1, -1));
    if (!isEmpty()) return;
    p.setPen(darkTheme().muted); // the paper is black in both themes
    p.setFont(m_style.font(13));
    p.drawText(box.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace hg
