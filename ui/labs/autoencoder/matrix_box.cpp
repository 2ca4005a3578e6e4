#include "ui/labs/autoencoder/matrix_box.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace hg {
namespace {

constexpr int bracketRoom = 9, bracketFoot = 5;

} // namespace

MatrixBox::MatrixBox(const std::array<QWidget*, 4>& cells, QWidget* parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_name(new QLabel)
    , m_grid(new QWidget)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(5);
    m_row->addWidget(m_name);
    m_row->addWidget(m_grid);
    auto* grid = new QGridLayout(m_grid);
    grid->setContentsMargins(bracketRoom, 5, bracketRoom, 5);
    grid->setSpacing(5);
    for (int i = 0; i < 4; ++i)
        grid->addWidget(cells[static_cast<std::size_t>(i)], i / 2, i % 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MatrixBox::setStyle(const PaintStyle& style, const QColor& ink)
{
    m_style = style;
    m_ink = ink;
    m_name->setStyleSheet(style.boldLabel(ink, 17));
    update();
}

void MatrixBox::setName(const QString& name)
{
    m_name->setText(name);
}

void MatrixBox::setNarrow(bool isNarrow)
{
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(isNarrow ? 0 : 5);
}

void MatrixBox::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_ink, m_style.px(2)));
    const QRectF box = QRectF(m_grid->geometry()).adjusted(1.5, 1.5, -1.5, -1.5);
    for (const double side : {1.0, -1.0}) {
        const double x = side > 0 ? box.left() : box.right();
        const QPointF corners[] = {{x + side * bracketFoot, box.top()},
                                   {x, box.top()},
                                   {x, box.bottom()},
                                   {x + side * bracketFoot, box.bottom()}};
        p.drawPolyline(corners, 4);
    }
}

} // namespace hg
