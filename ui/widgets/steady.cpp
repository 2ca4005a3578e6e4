#include "ui/widgets/steady.h"

#include <QLabel>

namespace hg {

Steady::Steady(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label)
{
    label->setParent(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(label->wordWrap());
    setSizePolicy(policy);
}

void Steady::setWidest(const QString& text)
{
    if (text == m_widest) return;
    m_widest = text;
    updateGeometry();
}

QSize Steady::sizeHint() const
{
    m_label->ensurePolished();
    if (m_widest.isEmpty()) return m_label->sizeHint();
    const QFontMetrics metrics(m_label->font());
    return {metrics.horizontalAdvance(m_widest) + 2, metrics.height() + 1};
}

QSize Steady::minimumSizeHint() const
{
    return {hasHeightForWidth() ? 40 : 0, sizeHint().height()};
}

bool Steady::hasHeightForWidth() const
{
    return m_label->wordWrap();
}

int Steady::heightForWidth(int width) const
{
    m_label->ensurePolished();
    constexpr int high = 10000;
    return m_label->fontMetrics()
               .boundingRect(0, 0, width, high, static_cast<int>(Qt::TextWordWrap | m_label->alignment()),
                             m_widest)
               .height() +
           1;
}

void Steady::resizeEvent(QResizeEvent*)
{
    m_label->setGeometry(rect());
}

} // namespace hg
