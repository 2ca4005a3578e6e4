#include "ui/labs/fewlabels/label_strip.h"

#include "ui/labs/fewlabels/label_discs.h"
#include "ui/painters/paint_marks.h"

#include <QMouseEvent>
#include <QPainter>

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
    return {200, static_cast<int>(m_style.px(54))};
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
    const double step = double(width()) / mostOwnLabels,
                 side = std::min(step - m_style.px(2), m_style.px(32));
    return QRectF(place * step, 0, side, side);
}

int LabelStrip::placeAt(const QPointF& pixel) const
{
    const auto place = static_cast<int>(pixel.x() * mostOwnLabels / std::max(1, width()));
    return place >= 0 && place < static_cast<int>(m_labels.size()) ? place : -1;
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
