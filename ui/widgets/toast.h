#pragma once

#include <QLabel>
#include <QTimer>

namespace hg {

/// A short confirmation over the foot of a widget, which goes by itself: takes neither focus nor clicks.
class Toast : public QLabel {
    Q_OBJECT

public:
    /// Shows the sentence over `place`, in place of the one that is shown there.
    static void tell(QWidget& place, const QString& sentence);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    explicit Toast(QWidget& place);
    void settle();

    QTimer m_rest;
};

} // namespace hg
