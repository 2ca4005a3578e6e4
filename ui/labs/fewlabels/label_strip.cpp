#include "ui/labs/fewlabels/label_strip.h"

#include "ui/labs/fewlabels/label_discs.h"
#include "ui/painters/paint_marks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace hg {

LabelStrip::LabelStrip(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LabelStrip::setStyle(const PaintStyle& style)
{
    m_style = style;
    updateGeometry();
    update();
}

QSize LabelStrip::minimumSizeHint() const
{
    return {200, static_cast<int>(rowHeight() * mostOwnLabels / columns())};
}

/// In two rows where pictures would be too small in one.
int LabelStrip::columns() const
{
    return width() < m_style.px(440) ? mostOwnLabels / 2 : mostOwnLabels;
}

void LabelStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) updateGeometry();
}

void LabelStrip::show(const std::vector<GivenLabel>& labels, std::vector<QImage> pictures, int shown)
{
    m_labels = labels;
    m_pictures = std::move(pictures);
    m_shown = shown;
    update();
}

QRectF LabelStrip::slotBox(int place) const
{
    const double step = double(width()) / columns(), side = std::min(step - m_style.px(2), m_style.px(32));
    return QRectF(place % columns() * step, place / columns() * rowHeight(), side, side);
}

int LabelStrip::placeAt(const QPointF& pixel) const
{
    const auto count = static_cast<int>(m_labels.size());
    for (int place = 0; place < count; ++place)
        if (slotBox(place).adjusted(0, 0, 0, m_style.px(20)).contains(pixel)) return place;
    return -1;
}

void LabelStrip::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const PaintMarks marks(m_style);
    for (int i = 0; i < mostOwnLabels; ++i) {
        const QRectF box = slotBox(i);
        const auto at = static_cast<std::size_t>(i);
        const bool isNext = i == m_shown;
        if (at >= m_labels.size()) {
            marks.cell(p, box, m_style.theme.surface, isNext ? m_style.theme.accentText : m_style.theme.line,
                       Qt::DashLine);
            continue;
        }
        constexpr double faded = 0.3;
        p.setOpacity(i < m_shown ? 1 : faded);
        if (at < m_pictures.size()) p.drawImage(box, m_pictures[at]);
        const double radius = std::min(m_style.px(9), box.width() / 2);
        paintLabelDisc(p, {box.center().x(), box.bottom() + radius + m_style.px(2)}, radius,
                       m_labels[at].label, m_style.theme);
        p.setOpacity(1);
    }
}

void LabelStrip::mousePressEvent(QMouseEvent* event)
{
    const int place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place >= 0)
        Q_EMIT picked(m_labels[static_cast<std::size_t>(place)].sample);
}

void LabelStrip::mouseMoveEvent(QMouseEvent* event)
{
    const bool isLabel = placeAt(event->position()) >= 0;
    setCursor(isLabel ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isLabel ? tr("Click: change or remove the label") : QString());
}

} // namespace hg
