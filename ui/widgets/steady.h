#pragma once

#include <QWidget>

class QLabel;

namespace hg {

/// The room of a label whose text changes while it is looked at: as much as its widest text takes, so that
/// nothing beside it moves, and a new text costs no layout of the page around it.
class Steady : public QWidget {
    Q_OBJECT

public:
    /// Takes the label.
    explicit Steady(QLabel* label, QWidget* parent = nullptr);

    /// The widest text that the label may show in the language of the moment.
    void setWidest(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void polish() const;

    QLabel* m_label;
    mutable bool m_isMeasuring = false;
    QString m_widest;
};

} // namespace hg
