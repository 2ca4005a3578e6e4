#include "ui/widgets/scribble_pad.h"

#include <QImage>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double radius =
    1.1; // pixels of the picture, with a soft edge of one: much like the digits' strokes
constexpr double stepLength = 0.4; // between the dabs of a stroke
constexpr double brightest = 255;

} // namespace

ScribblePad::ScribblePad(QWidget* parent) : QWidget(parent)
{
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void ScribblePad::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void ScribblePad::setPixels(std::vector<std::uint8_t> pixels, int side)
{
    m_pixels = std::move(pixels);
    m_side = side;
    update();
}

QRectF ScribblePad::square() const
{
    const double length = std::min(width(), height());
    return {(width() - length) / 2, (height() - length) / 2, length, length};
}

QPointF ScribblePad::pixelPlace(const QPointF& place) const
{
    const QRectF box = square();
    return (place - box.topLeft()) * (m_side / std::max(1.0, box.width()));
}

void ScribblePad::dab(const QPointF& centre)
{
    const int reach = static_cast<int>(std::ceil(radius + 1));
    const int middleX = static_cast<int>(centre.x()), middleY = static_cast<int>(centre.y());
    for (int y = std::max(0, middleY - reach); y <= std::min(m_side - 1, middleY + reach); ++y)
        for (int x = std::max(0, middleX - reach); x <= std::min(m_side - 1, middleX + reach); ++x) {
            const double away = std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y());
            const double cover = std::clamp(radius + 0.5 - away, 0.0, 1.0);
            auto& pixel = m_pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_side) +
                                   static_cast<std::size_t>(x)];
            const auto ink = static_cast<std::uint8_t>(std::lround(brightest * cover));
            pixel = m_isWhite ? std::max(pixel, ink)
                              : std::min(pixel, static_cast<std::uint8_t>(brightest - ink));
        }
}

void ScribblePad::drawTo(const QPointF& end)
{
    const QPointF way = end - m_last;
    const int steps = static_cast<int>(std::ceil(std::hypot(way.x(), way.y()) / stepLength));
    for (int i = 1; i <= steps; ++i)
        dab(m_last + way * i / steps);
    m_last = end;
    update();
    Q_EMIT painted(std::vector<std::uint8_t>(m_pixels), m_stroke);
}

void ScribblePad::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_pixels.empty()) return;
    ++m_stroke;
    m_last = pixelPlace(event->position());
    dab(m_last);
    drawTo(m_last);
}

void ScribblePad::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) && !m_pixels.empty()) drawTo(pixelPlace(event->position()));
}

void ScribblePad::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const QRectF box = square();
    if (!m_pixels.empty())
        p.drawImage(box, QImage(m_pixels.data(), m_side, m_side, m_side, QImage::Format_Grayscale8));
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(hasFocus() ? m_style.theme.accent : m_style.theme.line, m_style.px(2)));
    p.drawRect(box.adjusted(1, 1, -1, -1));
}

} // namespace hg
