#pragma once

#include "core/lab/conventions.h"
#include "ui/widgets/panel.h"

class QLabel;
class QPushButton;

namespace hg {

/// One line that says when another library makes other numbers of the same words, with the setting that makes
/// them agree. Hidden while they agree.
class RulesLine : public Panel {
    Q_OBJECT

public:
    explicit RulesLine(QWidget* parent = nullptr);

    void setFigure(const ConvFigure& figure, const RulesComparison& rules);
    /// Before an audience it stays hidden.
    void setSilent(bool isSilent);

Q_SIGNALS:
    void agreementAsked();

private:
    void say();
    QString sentence() const;

    QLabel* m_text;
    QPushButton* m_agree;
    Convention m_own = Convention::Keras;
    bool m_isSilent = false;
    RulesComparison m_rules;
    int m_usualPadding = 0, m_count = 0;
};

} // namespace hg
