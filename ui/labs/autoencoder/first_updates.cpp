#include "ui/labs/autoencoder/first_updates.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hg {
namespace {

constexpr double lineHeight = 17, leastStep = 58;

} // namespace

FirstUpdates::FirstUpdates(QWidget* parent) : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
}

void FirstUpdates::setStyle(const PaintStyle& style)
{
    m_style = style;
    update();
}

void FirstUpdates::setPictures(std::vector<EarlyPicture> pictures)
{
    m_pictures = std::move(pictures);
    update();
}

std::vector<std::size_t> FirstUpdates::shown() const
{
    const auto room = static_cast<std::size_t>(std::max(1.0, width() / m_style.px(leastStep)));
    std::vector<std::size_t> rows;
    const std::size_t count = m_pictures.size(), some = std::min(room, count);
    for (std::size_t i = 0; i < some; ++i)
        rows.push_back(some == 1 ? 0 : i * (count - 1) / (some - 1));
    return rows;
}

double FirstUpdates::step() const
{
    return width() / std::max(1.0, static_cast<double>(shown().size()));
}

QRectF FirstUpdates::box(std::size_t place) const
{
    const double side = std::min(height() - 2 * m_style.px(lineHeight) - 2, step() - m_style.px(6));
    return {step() * (static_cast<double>(place) + 0.5) - side / 2, 1, side, side};
}

void FirstUpdates::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const auto rows = shown();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const EarlyPicture& early = m_pictures[rows[i]];
        const QRectF square = box(i);
        if (early.picture.isNull()) {
            p.setPen(QPen(m_style.theme.faint, 1, Qt::DashLine));
            p.setBrush(Qt::NoBrush);
            p.drawRect(square);
        } else
            p.drawImage(square, early.picture);
        if (early.isShown) {
            p.setPen(QPen(m_style.theme.role(Role::Code).fill, m_style.px(2.5)));
            p.setBrush(Qt::NoBrush);
            p.drawRect(square);
        }
        const double line = m_style.px(lineHeight);
        QRectF text(step() * static_cast<double>(i), square.bottom() + 1, step(), line);
        p.setFont(m_style.font(13));
        p.setPen(m_style.theme.muted);
        p.drawText(text, Qt::AlignCenter,
                   early.update == 0 ? m_style.texts.say("FirstUpdates", "start")
                                     : m_style.texts.grouped(early.update));
        if (!early.error) continue;
        p.setFont(m_style.font(13, QFont::DemiBold));
        p.setPen(m_style.theme.role(Role::Code).text);
        p.drawText(text.translated(0, line), Qt::AlignCenter, m_style.texts.glance(*early.error, 3));
    }
}

void FirstUpdates::mousePressEvent(QMouseEvent* event)
{
    const auto rows = shown();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (box(i).contains(event->position()) && !m_pictures[rows[i]].picture.isNull())
            Q_EMIT picked(m_pictures[rows[i]].update);
}

} // namespace hg
