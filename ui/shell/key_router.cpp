#include "ui/shell/key_router.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace hg {

KeyRouter::KeyRouter(QWidget& window) : QObject(&window), m_window(window)
{
    qApp->installEventFilter(this); // of every widget: a control's own handler would come first otherwise
}

bool KeyRouter::isOfTransport(int key)
{
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

bool KeyRouter::eventFilter(QObject* object, QEvent* event)
{
    const auto type = event->type();
    const bool isOverride = type == QEvent::ShortcutOverride; // a field's claim to Ctrl+V and the like
    const bool isKey = type == QEvent::KeyPress, isFocus = type == QEvent::FocusIn,
               isPress = type == QEvent::MouseButtonPress;
    if ((!isKey && !isOverride && !isFocus && !isPress) || !object->isWidgetType()) return false;
    auto& widget = static_cast<QWidget&>(*object);
    if (widget.window() != &m_window) return false; // a dialog or a list has its keys to itself
    if (isFocus) noteFocus(widget, static_cast<QFocusEvent*>(event)->reason());
    if (isPress) {
        m_cameByTab = m_isTabbing = false;
        m_text = qobject_cast<QLineEdit*>(&widget);
    }
    if (isOverride && isFinished(widget)) {
        event->ignore();
        return true;
    }
    return isKey && routeKey(widget, static_cast<QKeyEvent&>(*event));
}

void KeyRouter::noteFocus(QWidget& focused, Qt::FocusReason reason)
{
    const bool isBack = reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason ||
                        reason == Qt::MenuBarFocusReason; // it only comes back to where it was
    if (isBack) return;
    // Qt gives Tab as the reason also where a control that is disabled hands on the focus.
    m_cameByTab = m_isTabbing && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason);
    m_text = qobject_cast<QLineEdit*>(&focused);
}

/// A text is being edited until it is finished or given up.
void KeyRouter::noteTyping(QWidget& focused, const QKeyEvent& event)
{
    const int key = event.key();
    const bool isEnd = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape ||
                       key == Qt::Key_Up || key == Qt::Key_Down;
    const bool isWriting = !event.text().isEmpty() || key == Qt::Key_Delete || key == Qt::Key_Backspace;
    const bool isCommand = event.modifiers() & Qt::ControlModifier;
    if (isEnd)
        m_text = nullptr;
    else if (isWriting && !isCommand && !isOfTransport(key) && qobject_cast<QLineEdit*>(&focused))
        m_text = &focused;
}

/// A field in which nothing is being written any more: keys that paste or undo mean the window.
bool KeyRouter::isFinished(QWidget& focused) const
{
    return qobject_cast<QLineEdit*>(&focused) && !m_cameByTab && &focused != m_text;
}

bool KeyRouter::belongsTo(const QWidget& focused, int key) const
{
    const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right;
    return m_cameByTab || &focused == m_text || (isArrow && focused.property("takesArrows").toBool());
}

bool KeyRouter::routeKey(QWidget& focused, QKeyEvent& event)
{
    if (&focused != m_window.focusWidget() || &focused == &m_window) return false; // on its way up from there
    const int key = event.key();
    m_isTabbing = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    const bool isPlain = !(event.modifiers() & ~Qt::KeypadModifier);
    auto* button = qobject_cast<QAbstractButton*>(&focused);
    if (button && isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        button->click();
        return true;
    }
    noteTyping(focused, event);
    if (!isPlain || !isOfTransport(key) || belongsTo(focused, key)) return false;
    QApplication::sendEvent(&m_window, &event);
    return true;
}

} // namespace hg
