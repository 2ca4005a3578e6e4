#include "ui/widgets/panel.h"

#include <QEvent>

namespace hg {

void Panel::translated(std::function<void()> setText)
{
    setText();
    m_texts.push_back(std::move(setText));
}

bool Panel::isBehind() const
{
    return isHidden() || (window()->isVisible() && !isVisible());
}

void Panel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        for (const auto& setText : m_texts)
            setText();
    QWidget::changeEvent(event);
}

} // namespace hg
