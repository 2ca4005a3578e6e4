#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace hg {

/// Tabs above a rule, of which one is chosen. Each has room for its text as it is when it is chosen.
class TabRow : public QWidget {
    Q_OBJECT

public:
    explicit TabRow(int count, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    /// Chooses without the signal.
    void setCurrent(int index);
    QAbstractButton* button(int index) const;

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup* m_group;
};

} // namespace hg
