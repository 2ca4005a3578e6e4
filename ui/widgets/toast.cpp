#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QEvent>

namespace hg {
namespace {

constexpr int restMilliseconds = 3000, footGap = 18;

} // namespace

Toast::Toast(QWidget& place) : QLabel(&place)
{
    setProperty("look", QStringLiteral("toast"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &QWidget::hide);
    place.installEventFilter(this);
}

void Toast::tell(QWidget& place, const QString& sentence)
{
    auto* toast = place.findChild<Toast*>(QString(), Qt::FindDirectChildrenOnly);
    if (!toast) toast = new Toast(place);
    toast->setText(sentence);
    toast->setAccessibleName(sentence);
    toast->settle();
    toast->show();
    toast->raise();
    toast->m_rest.start(restMilliseconds);
    QAccessibleEvent spoken(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void Toast::settle()
{
    const QWidget* place = parentWidget();
    setWordWrap(false);
    QSize size = sizeHint();
    if (size.width() > place->width()) {
        setWordWrap(true);
        size = {place->width(), heightForWidth(place->width())};
    }
    size = size.boundedTo(place->size());
    setGeometry((place->width() - size.width()) / 2, place->height() - size.height() - footGap, size.width(),
                size.height());
}

bool Toast::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize) settle();
    return QLabel::eventFilter(object, event);
}

} // namespace hg
