#include "ui/labs/fewlabels/wrong_pictures.h"

#include "ui/labs/fewlabels/parts_scene.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {

WrongPictures::WrongPictures(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
}

void WrongPictures::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void WrongPictures::show(Content content)
{
    m_content = std::move(content);
    choose();
}

void WrongPictures::showOnly(std::optional<std::pair<int, int>> cell)
{
    m_only = cell;
    choose();
}

void WrongPictures::choose()
{
    m_shown.clear();
    for (const int sample : m_content.wrong) {
        const auto at = static_cast<std::size_t>(sample);
        if (m_only && (m_content.classes[at] != m_only->first || m_content.readings[at] != m_only->second))
            continue;
        m_shown.push_back(sample);
    }
    update();
}

int WrongPictures::columns() const
{
    return std::max(1, static_cast<int>(width() / m_style.px(54)));
}

QRectF WrongPictures::boxOf(int place) const
{
    const double side = double(width()) / columns(), edge = m_style.px(2);
    return QRectF(place % columns() * side, place / columns() * side, side, side)
        .adjusted(edge, edge, -edge, -edge);
}

int WrongPictures::placeAt(const QPointF& pixel) const
{
    for (int place = 0; place < count() && boxOf(place).bottom() <= height(); ++place)
        if (boxOf(place).contains(pixel)) return place;
    return -1;
}

void WrongPictures::paintOne(QPainter& p, int place) const
{
    const QRectF box = boxOf(place);
    const int sample = m_shown[static_cast<std::size_t>(place)];
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    p.drawImage(box, pictureOf(m_content.samples->view(), sample, m_content.shape));
    const auto read = static_cast<std::size_t>(m_content.readings[static_cast<std::size_t>(sample)]);
    if (read >= m_content.names.size()) return;
    const double tag = std::min(0.4 * box.width(), m_style.px(20));
    const QRectF corner(box.right() - tag, box.bottom() - tag, tag, tag);
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.danger);
    p.drawRoundedRect(corner, m_style.px(3), m_style.px(3));
    p.setFont(uiFont(0.72 * tag, QFont::Bold));
    p.setPen(m_style.theme.surface);
    p.drawText(corner, Qt::AlignCenter, QString::number(m_content.names[read]));
}

void WrongPictures::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int place = 0; place < count() && boxOf(place).bottom() <= height(); ++place)
        paintOne(p, place);
}

void WrongPictures::mousePressEvent(QMouseEvent* event)
{
    const int place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place >= 0)
        Q_EMIT picked(m_shown[static_cast<std::size_t>(place)]);
}

void WrongPictures::mouseMoveEvent(QMouseEvent* event)
{
    const bool isPicture = placeAt(event->position()) >= 0;
    setCursor(isPicture ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isPicture ? tr("Click: through the network, on the tab Two parts") : QString());
}

} // namespace hg
