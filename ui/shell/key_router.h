#pragma once

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QWidget;

namespace hg {

/// Decides who gets a key of the transport (Space, the arrows to the sides, Home, End, PageUp, PageDown): the
/// window, whatever was clicked last. It belongs to the control that has the focus only where the focus came
/// by Tab, where a text is being edited, or where a widget says that it takes the arrows (property
/// "takesArrows"). Return presses the focused button.
class KeyRouter : public QObject {
    Q_OBJECT

public:
    /// A child of the window, whose keyPressEvent() gets the transport's keys.
    explicit KeyRouter(QWidget& window);

    static bool isOfTransport(int key);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool routeKey(QWidget& focused, QKeyEvent& event);
    bool belongsTo(const QWidget& focused, int key) const;
    bool isFinished(QWidget& focused) const;
    void noteTyping(QWidget& focused, const QKeyEvent& event);
    void noteFocus(QWidget& focused, Qt::FocusReason reason);

    QWidget& m_window;
    bool m_isTabbing = false; ///< the key that was pressed last is Tab
    bool m_cameByTab = false;
    QPointer<QWidget> m_text; ///< the field in which something is being written
};

} // namespace hg
