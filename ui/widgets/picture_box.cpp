#include "ui/widgets/picture_box.h"

#include <QStylePainter>

#include <utility>

namespace hg {

PictureBox::PictureBox(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setProperty("hidesIcon", true); // for whoever asks whether its text fits
}

void PictureBox::setPictures(std::function<QIcon(int item)> pictureOf)
{
    m_pictureOf = std::move(pictureOf);
    if (m_isOpen) drawPictures();
}

void PictureBox::showPopup()
{
    m_isOpen = true;
    drawPictures();
    QComboBox::showPopup();
}

void PictureBox::hidePopup()
{
    m_isOpen = false;
    QComboBox::hidePopup();
}

void PictureBox::drawPictures()
{
    const auto pictureOf = std::exchange(m_pictureOf, nullptr);
    for (int item = 0; pictureOf && item < count(); ++item)
        setItemIcon(item, pictureOf(item));
}

/// As high as a list without pictures.
QSize PictureBox::asLine(QSize size) const
{
    constexpr int around = 12; // the frame and the room inside it, as the style sheet has them
    size.setHeight(fontMetrics().height() + around);
    return size;
}

QSize PictureBox::sizeHint() const
{
    return asLine(QComboBox::sizeHint());
}

QSize PictureBox::minimumSizeHint() const
{
    return asLine(QComboBox::minimumSizeHint());
}

void PictureBox::paintEvent(QPaintEvent* event)
{
    if (currentIndex() < 0) return QComboBox::paintEvent(event);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentIcon = QIcon();
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace hg
