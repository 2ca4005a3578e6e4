#include "ui/labs/autoencoder/hourglass_view.h"

#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace hg {

HourglassView::HourglassView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
}

void HourglassView::setStyle(const PaintStyle& style)
{
    m_style = style;
    rebuild();
}

void HourglassView::setContent(std::shared_ptr<const Model> model,
                               std::vector<std::vector<float>> activations, const QString& digit)
{
    m_model = std::move(model);
    m_activations = std::move(activations);
    m_digit = digit;
    rebuild();
}

QRectF HourglassView::area() const
{
    return QRectF(rect()).adjusted(4, 4, -4, -2);
}

void HourglassView::rebuild()
{
    m_painter.reset();
    if (m_model) {
        m_painter.emplace(m_model, m_activations, m_digit, area().size(), m_style, m_foot);
        setAccessibleDescription(m_painter->describe());
    }
    if (m_pointed && (!m_painter || m_pointed->layer >= static_cast<int>(m_activations.size())))
        m_pointed.reset();
    update();
    const auto places = codePlaces();
    if (std::exchange(m_places, places) != places) Q_EMIT moved();
}

std::vector<QPointF> HourglassView::codePlaces() const
{
    std::vector<QPointF> places = m_painter ? m_painter->codePlaces() : std::vector<QPointF>();
    for (QPointF& place : places)
        place += area().topLeft();
    return places;
}

void HourglassView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

void HourglassView::paintEvent(QPaintEvent*)
{
    if (!m_painter) return;
    QPainter p(this);
    p.translate(area().topLeft());
    m_painter->paint(p);
    if (m_pointed) paintDetail(p);
}

/// A card beside the part, on the side that has room.
void HourglassView::paintDetail(QPainter& p) const
{
    const HourglassDetail detail = m_painter->detailOf(*m_pointed);
    const QRectF part = m_painter->boxOf(*m_pointed);
    p.setPen(QPen(m_style.theme.ink, m_style.px(2)));
    p.setBrush(Qt::NoBrush);
    const bool isRound = m_painter->codePlaces().size() > 0 && !m_pointed->isMap &&
                         std::abs(part.width() - part.height()) < 0.5;
    isRound ? p.drawEllipse(part) : p.drawRect(part);
    const double pad = m_style.px(9), line = m_style.px(19), side = m_style.px(84);
    const QFont bold = m_style.font(13, QFont::DemiBold), plain = m_style.font(13);
    double wide = QFontMetricsF(bold).horizontalAdvance(detail.title);
    for (const QString& text : {detail.value, detail.weights})
        wide = std::max(wide, QFontMetricsF(plain).horizontalAdvance(text));
    const bool hasPicture = !detail.picture.isNull();
    const QSizeF size(wide + 2 * pad, 2 * line + (hasPicture ? line + side + pad / 2 : 0) + 2 * pad);
    QRectF card(part.right() + m_style.px(10), part.center().y() - size.height() / 2, size.width(),
                size.height());
    if (card.right() > area().width()) card.moveRight(part.left() - m_style.px(10));
    card.moveLeft(std::clamp(card.left(), 0.0, std::max(0.0, area().width() - card.width())));
    card.moveTop(std::clamp(card.top(), 0.0, std::max(0.0, area().height() - card.height())));
    p.setPen(QPen(m_style.theme.ink, 1.2));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(card, 6, 6);
    QRectF text(card.left() + pad, card.top() + pad, wide + 2, line);
    const auto write = [&](const QString& words, const QFont& font, const QColor& colour) {
        p.setFont(font);
        p.setPen(colour);
        p.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, words);
        text.translate(0, line);
    };
    write(detail.title, bold, m_style.theme.ink);
    write(detail.value, plain, m_style.theme.ink);
    if (!hasPicture) return;
    const double scale = side / std::max(detail.picture.width(), detail.picture.height());
    p.setRenderHint(QPainter::SmoothPixmapTransform, false);
    p.drawImage(QRectF(text.left(), text.top() + pad / 4, detail.picture.width() * scale,
                       detail.picture.height() * scale),
                detail.picture);
    text.translate(0, side + pad / 2);
    write(detail.weights, plain, m_style.theme.muted);
}

void HourglassView::point(const std::optional<HourglassPart>& part)
{
    if (part == m_pointed) return;
    m_pointed = part;
    const bool opens = part && m_isOpenable && m_isOpenable(part->layer);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void HourglassView::mouseMoveEvent(QMouseEvent* event)
{
    point(m_painter ? m_painter->partAt(event->position() - area().topLeft()) : std::nullopt);
}

void HourglassView::mousePressEvent(QMouseEvent* event)
{
    mouseMoveEvent(event);
    if (m_pointed && event->button() == Qt::LeftButton) Q_EMIT partPicked(*m_pointed);
}

void HourglassView::leaveEvent(QEvent*)
{
    point(std::nullopt);
}

} // namespace hg
