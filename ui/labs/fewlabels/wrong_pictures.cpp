#include "ui/labs/fewlabels/wrong_pictures.h"

#include <QMouseEvent>
#include <QPainter>

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

void WrongPictures::show(ReadSamples content)
{
    m_content = std::move(content);
    choose();
}

void WrongPictures::showOnly(std::optional<ConfusionCell> cell)
{
    m_only = cell;
    choose();
}

void WrongPictures::choose()
{
    m_shown = m_content.wrongOf(m_only);
    update();
}

int WrongPictures::placeAt(const QPointF& pixel) const
{
    for (int place = 0; place < count() && boxOf(place).bottom() <= height(); ++place)
        if (boxOf(place).contains(pixel)) return place;
    return -1;
}

void WrongPictures::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int place = 0; place < count() && boxOf(place).bottom() <= height(); ++place)
        m_content.paint(p, boxOf(place), m_shown[static_cast<std::size_t>(place)], m_style);
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
