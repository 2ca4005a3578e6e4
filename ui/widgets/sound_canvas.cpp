#include "ui/widgets/sound_canvas.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hg {

SoundCanvas::SoundCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

SoundCanvas::~SoundCanvas() = default;

void SoundCanvas::setFigure(std::shared_ptr<const SoundFigure> figure, const SoundView& view)
{
    m_painter.reset();
    m_figure = std::move(figure);
    if (m_figure) m_view = fittingView(view, *m_figure);
    rebuild();
}

void SoundCanvas::setStyle(const PaintStyle& style)
{
    m_style = style;
    rebuild();
}

void SoundCanvas::rebuild()
{
    m_still = m_picture = {};
    if (!m_figure) return;
    m_painter = std::make_unique<SoundPainter>(*m_figure, QSizeF(size()), m_style);
    setAccessibleDescription(m_painter->describe(m_view));
    update();
}

bool SoundCanvas::isInView(double second) const
{
    return second >= m_view.start && second <= m_view.start + m_view.seconds;
}

/// Where the playhead is drawn.
QRect SoundCanvas::playheadStrip() const
{
    if (!m_painter) return {};
    const SoundLayout& l = m_painter->layout();
    const double x = l.x(m_view, m_playhead), half = 6 * m_style.scale;
    return QRectF(x - half, l.inputCard.top(), 2 * half, l.outputCard.bottom() - l.inputCard.top())
        .toAlignedRect();
}

void SoundCanvas::setPlayhead(double second)
{
    const bool runsOut = second > m_playhead && isInView(m_playhead) && !isInView(second);
    update(playheadStrip());
    m_playhead = second;
    if (runsOut) return setView({second, m_view.seconds});
    update(playheadStrip());
}

void SoundCanvas::paintPlayhead(QPainter& p) const
{
    if (!isInView(m_playhead)) return;
    const SoundLayout& l = m_painter->layout();
    const double x = l.x(m_view, m_playhead), half = 5 * m_style.scale;
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_style.theme.ink, 2 * m_style.scale));
    for (const QRectF& wave : {l.input, l.output})
        p.drawLine(QPointF(x, wave.top()), QPointF(x, wave.bottom()));
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.ink);
    p.drawPolygon(
        QPolygonF{{x - half, l.input.top() - half}, {x + half, l.input.top() - half}, {x, l.input.top()}});
}

void SoundCanvas::setView(SoundView view)
{
    if (!m_painter) return;
    view = fittingView(view, *m_figure);
    if (view == m_view) return;
    m_view = view;
    setAccessibleDescription(m_painter->describe(m_view));
    m_picture = {};
    update();
    Q_EMIT viewChanged(m_view);
}

void SoundCanvas::zoom(double factor, double about)
{
    SoundView view{0, m_view.seconds / factor};
    if (!m_painter) return;
    const double closest = samplesInClosestView / m_figure->input->rateHz;
    view.seconds = std::clamp(view.seconds, closest, std::max(closest, m_figure->input->seconds()));
    view.start = about - (about - m_view.start) * view.seconds / m_view.seconds;
    setView(view);
}

/// Kept, since the playhead moves over it sixty times a second.
void SoundCanvas::paintPicture()
{
    if (m_still.isNull()) {
        m_still = QPixmap(size() * devicePixelRatioF());
        m_still.setDevicePixelRatio(devicePixelRatioF());
        m_still.fill(m_style.theme.stage);
        QPainter painter(&m_still);
        if (m_painter) m_painter->paintStill(painter);
    }
    m_picture = m_still;
    QPainter painter(&m_picture);
    if (m_painter) m_painter->paintWaves(painter, m_view);
}

void SoundCanvas::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull()) paintPicture();
    QPainter p(this);
    p.drawPixmap(0, 0, m_picture);
    if (m_painter) paintPlayhead(p);
}

void SoundCanvas::resizeEvent(QResizeEvent*)
{
    rebuild();
}

void SoundCanvas::wheelEvent(QWheelEvent* event)
{
    if (!m_painter) return event->ignore();
    const QPoint turn = event->angleDelta();
    if (std::abs(turn.x()) > std::abs(turn.y()))
        return setView({m_view.start - turn.x() / 1200.0 * m_view.seconds, m_view.seconds});
    zoom(std::pow(1.25, turn.y() / 120.0), m_painter->layout().second(m_view, event->position().x()));
}

void SoundCanvas::mousePressEvent(QMouseEvent* event)
{
    if (!m_painter || event->button() != Qt::LeftButton) return event->ignore();
    const SoundLayout& l = m_painter->layout();
    if (!l.inputCard.contains(event->position()) && !l.outputCard.contains(event->position())) return;
    m_grabbed = l.second(m_view, event->position().x());
    m_pressed = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void SoundCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_grabbed || !m_painter) return;
    const double under = m_painter->layout().second(m_view, event->position().x());
    setView({m_view.start + *m_grabbed - under, m_view.seconds});
}

void SoundCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isClick =
        m_grabbed && (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    const double second = m_grabbed.value_or(0);
    m_grabbed.reset();
    unsetCursor();
    if (isClick) Q_EMIT secondChosen(std::clamp(second, 0.0, m_figure->input->seconds()));
}

void SoundCanvas::keyPressEvent(QKeyEvent* event)
{
    const double middle = m_view.start + m_view.seconds / 2,
                 whole = m_figure ? m_figure->input->seconds() : 0;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.5, middle);
    case Qt::Key_Minus:
        return zoom(1 / 1.5, middle);
    case Qt::Key_0:
        return setView({0, whole});
    case Qt::Key_Left:
        return setView({m_view.start - m_view.seconds / 8, m_view.seconds});
    case Qt::Key_Right:
        return setView({m_view.start + m_view.seconds / 8, m_view.seconds});
    case Qt::Key_Home:
        return setView({0, m_view.seconds});
    case Qt::Key_End:
        return setView({whole, m_view.seconds});
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace hg
