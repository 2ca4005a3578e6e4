#include "ui/widgets/preview.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace hg {

Preview::Preview(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Preview::setPicture(const QSize& size, const QColor& ground, std::function<void(QPainter&)> paint)
{
    m_size = size;
    m_ground = ground;
    m_paint = std::move(paint);
    refresh();
}

void Preview::resizeEvent(QResizeEvent*)
{
    refresh();
}

void Preview::refresh()
{
    m_picture = {};
    update();
    if (!m_paint || m_size.isEmpty()) return;
    const double scale =
        std::min(width() / double(m_size.width()), height() / double(m_size.height())) * devicePixelRatioF();
    m_picture = QPixmap((QSizeF(m_size) * scale).toSize().expandedTo({1, 1}));
    m_picture.fill(m_ground);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&m_picture);
    painter.scale(scale / devicePixelRatioF(), scale / devicePixelRatioF());
    m_paint(painter);
}

void Preview::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull()) return;
    const QSizeF size = m_picture.deviceIndependentSize();
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    QPainter painter(this);
    painter.drawPixmap(corner, m_picture);
    painter.setPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.18));
    painter.drawRect(QRectF(corner, size).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace hg
