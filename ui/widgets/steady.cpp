#include "ui/widgets/steady.h"

#include <QEvent>
#include <QLabel>

namespace hg {

Steady::Steady(QLabel* label, QWidget* parent) : QWidget(parent), m_label(label)
{
    label->setParent(this);
    label->installEventFilter(this);
    QSizePolicy policy = label->sizePolicy();
    policy.setHeightForWidth(label->wordWrap());
    setSizePolicy(policy);
}

void Steady::setWidest(const QString& text)
{
    if (text == m_widest) return;
    m_widest = text;
    updateGeometry();
}

/// Asking for the font may set it: that is no news for a layout that is just being made.
void Steady::polish() const
{
    m_isMeasuring = true;
    m_label->ensurePolished();
    m_isMeasuring = false;
}

QSize Steady::sizeHint() const
{
    polish();
    const QFontMetrics metrics(m_label->font());
    const int wide =
        m_widest.isEmpty() ? m_label->sizeHint().width() : metrics.horizontalAdvance(m_widest) + 2;
    return {wide, metrics.height() + 1}; // as high without a text
}

QSize Steady::minimumSizeHint() const
{
    return {hasHeightForWidth() || m_widest.isEmpty() ? 40 : sizeHint().width(), sizeHint().height()};
}

bool Steady::hasHeightForWidth() const
{
    return m_label->wordWrap();
}

int Steady::heightForWidth(int width) const
{
    polish();
    constexpr int high = 10000;
    if (m_widest.isEmpty()) return m_label->heightForWidth(width);
    return m_label->fontMetrics()
               .boundingRect(0, 0, width, high, static_cast<int>(Qt::TextWordWrap | m_label->alignment()),
                             m_widest)
               .height() +
           1;
}

/// In another font it takes other room.
bool Steady::eventFilter(QObject* object, QEvent* event)
{
    const auto type = event->type();
    if (!m_isMeasuring && (type == QEvent::FontChange || type == QEvent::StyleChange)) updateGeometry();
    return QWidget::eventFilter(object, event);
}

void Steady::resizeEvent(QResizeEvent*)
{
    m_label->setGeometry(rect());
}

} // namespace hg
