#include "ui/labs/conv/rules_line.h"

#include "ui/painters/formula_text.h"
#include "ui/theme/error_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace hg {

RulesLine::RulesLine(QWidget* parent)
    : Panel(parent), m_text(new QLabel(this)), m_agree(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 0, 0);
    m_text->setWordWrap(true);
    m_text->setProperty("look", QStringLiteral("muted"));
    m_agree->setProperty("look", QStringLiteral("link"));
    row->addWidget(m_text, 1);
    row->addWidget(m_agree);
    connect(m_agree, &QPushButton::clicked, this, &RulesLine::agreementAsked);
    translated([this] { say(); });
    hide();
}

void RulesLine::setFigure(const ConvFigure& figure, const RulesComparison& rules)
{
    m_own = figure.scene.convention;
    m_rules = rules;
    m_count = static_cast<int>(std::count(rules.differing.begin(), rules.differing.end(), true));
    m_usualPadding = figure.geometry.w.effectiveKernel() / 2;
    setVisible(m_rules.other.has_value() && !m_isSilent);
    say();
}

void RulesLine::setSilent(bool isSilent)
{
    m_isSilent = isSilent;
    setVisible(m_rules.other.has_value() && !isSilent);
}

QString RulesLine::sentence() const
{
    if (!m_rules.other) return {};
    const QString name = conventionName(m_rules.other->convention);
    const QString share = tr("%1 of %2 numbers differ (dashed)").arg(m_count).arg(m_rules.differing.size());
    if (m_rules.other->refusal && m_rules.other->refusal->code == ErrorCode::SameNeedsStride1)
        return m_rules.usual && m_count > 0
                   ? tr("PyTorch refuses “same” with a stride; with the usual padding=%1, %2.")
                         .arg(m_usualPadding)
                         .arg(share)
               : m_rules.usual
                   ? tr("PyTorch refuses “same” with a stride, and the usual padding=%1 gives another size.")
                         .arg(m_usualPadding)
                   : tr("PyTorch refuses “same” with a stride; padding=%1 gives the same numbers here.")
                         .arg(m_usualPadding);
    if (m_rules.other->refusal)
        return tr("%1 refuses this: %2.").arg(name, errorSentence(*m_rules.other->refusal));
    if (m_rules.other->turnsFilter && m_rules.differing.empty())
        return tr("%1 does not turn the filter, and gives another size.").arg(name);
    if (m_rules.other->turnsFilter) return tr("%1 does not turn the filter: %2.").arg(name, share);
    const Shape s = m_rules.other->output.shape;
    if (m_rules.differing.empty())
        return tr("Under the rules of %1 the output is %2 × %3.").arg(name).arg(s.height).arg(s.width);
    return tr("%1 puts %2 before and %3 after: %4.")
        .arg(name)
        .arg(m_rules.other->before.w)
        .arg(m_rules.other->after.w)
        .arg(share);
}

void RulesLine::say()
{
    m_text->setText(sentence());
    m_agree->setText(tr("Write as numbers"));
    m_agree->setToolTip(tr("Writes the padding as numbers, on which all libraries agree"));
}

} // namespace hg
