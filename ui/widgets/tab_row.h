#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace hg {

/// Tabs above a rule, of which one is chosen. Each has room for its text as it is when it is chosen; where
/// all of them have none they stand closer.
class TabRow : public QWidget {
    Q_OBJECT

public:
    explicit TabRow(int count, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    /// Chooses without the signal.
    void setCurrent(int index);
    QAbstractButton* button(int index) const;
    /// The texts have less around them.
    bool isTight() const { return m_isTight; }

Q_SIGNALS:
    void chosen(int index);

protected:
    bool event(QEvent* event) override;

private:
    void fit();

    QButtonGroup* m_group;
    bool m_isTight = false;
};

} // namespace hg
