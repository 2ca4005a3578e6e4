#include "ui/labs/autoencoder/stress_view.h"

#include "ui/painters/map_frame.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace hg {
namespace {

constexpr double leastRounds = 50; // that the axis has room for

} // namespace

StressView::StressView(QWidget* parent) : QWidget(parent) {}

void StressView::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void StressView::setStresses(std::vector<double> stresses, bool isDone)
{
    m_stresses = std::move(stresses);
    m_isDone = isDone;
    const QString now = m_stresses.empty() ? QString() : m_style.texts.number(m_stresses.back(), 3);
    setAccessibleName(tr("Stress by round"));
    setAccessibleDescription(now);
    update();
}

void StressView::paintEvent(QPaintEvent*)
{
    if (m_stresses.empty()) return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_style.theme;
    const double rounds = static_cast<double>(m_stresses.size() - 1), high = m_stresses.front(),
                 low = *std::min_element(m_stresses.begin(), m_stresses.end());
    const double margin = std::max(0.08 * (high - low), 1e-4);
    const MapFrame frame{
        {0, std::max(leastRounds, rounds * 1.15), std::max(0.0, low - margin), high + margin},
        QRectF(m_style.px(44), m_style.px(6), width() - m_style.px(54), height() - m_style.px(28))};
    p.setFont(m_style.font(13));
    for (const double y : roundTicks(frame.range.bottom, frame.range.top, 3)) {
        const double at = frame.toPixel(0, y).y();
        p.setPen(QPen(theme.line, 1));
        p.drawLine(QPointF(frame.box.left(), at), QPointF(frame.box.right(), at));
        p.setPen(theme.muted);
        p.drawText(QRectF(0, at - m_style.px(9), m_style.px(38), m_style.px(18)),
                   Qt::AlignRight | Qt::AlignVCenter, m_style.texts.number(y, 3));
    }
    p.setPen(theme.muted);
    p.drawText(
        QRectF(frame.box.left(), frame.box.bottom() + m_style.px(2), frame.box.width(), m_style.px(18)),
        Qt::AlignRight | Qt::AlignVCenter, tr("%n rounds", nullptr, static_cast<int>(rounds)));
    QPolygonF line;
    for (std::size_t i = 0; i < m_stresses.size(); ++i)
        line << frame.toPixel(static_cast<double>(i), m_stresses[i]);
    p.setPen(QPen(theme.ink, m_style.px(2.4)));
    p.drawPolyline(line);
    p.setBrush(m_isDone ? theme.ink : theme.surface);
    p.drawEllipse(line.back(), m_style.px(4.5), m_style.px(4.5));
}

} // namespace hg
