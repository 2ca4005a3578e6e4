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

    void setFigure(const ConvFigure& figure);
    /// Before an audience it stays hidden.
    void setSilent(bool isSilent);
    /// The output cells that differ; empty when none do or the sizes are not the same.
    const std::vector<bool>& differing() const { return m_differing; }

Q_SIGNALS:
    void agreementAsked();

private:
    void say();
    QString sentence() const;

    QLabel* m_text;
    QPushButton* m_agree;
    Convention m_own = Convention::Keras;
    bool m_isSilent = false;
    std::optional<ConventionOutcome> m_other;
    std::optional<ConventionOutcome>
        m_usual; ///< what PyTorch's users write instead of a 'same' that it refuses
    int m_usualPadding = 0, m_count = 0;
    std::vector<bool> m_differing;
};

/// Keras, PyTorch, NumPy, conv_arithmetic.
QString conventionName(Convention convention);

} // namespace hg
