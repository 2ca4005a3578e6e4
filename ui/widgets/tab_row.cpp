#include "ui/widgets/tab_row.h"

#include "ui/widgets/controls.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace hg {
namespace {

constexpr int tighter = 18; // pixels of a tab: what the style sheet takes from its sides

/// The style sheet makes the chosen tab bolder, which a button's size knows nothing of.
class Tab : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override
    {
        QFont chosen = font();
        chosen.setWeight(QFont::DemiBold);
        const int plain = fontMetrics().horizontalAdvance(text());
        return QPushButton::sizeHint() + QSize(QFontMetrics(chosen).horizontalAdvance(text()) - plain, 0);
    }
    QSize minimumSizeHint() const override
    {
        return sizeHint() - QSize(property("isTight").toBool() ? 0 : tighter, 0);
    }
};

} // namespace

TabRow::TabRow(int count, QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (int i = 0; i < count; ++i) {
        auto* tab = new Tab;
        tab->setProperty("look", QStringLiteral("tab"));
        tab->setCheckable(true);
        tab->setFocusPolicy(Qt::TabFocus);
        m_group->addButton(tab, i);
        row->addWidget(tab);
    }
    row->addStretch();
    column->addLayout(row);
    auto* rule = new QFrame;
    rule->setProperty("look", QStringLiteral("rule"));
    rule->setFixedHeight(1);
    column->addWidget(rule);
    keepTabAtChosen(*m_group);
    connect(m_group, &QButtonGroup::idClicked, this, &TabRow::chosen);
}

/// The room has changed, or what stands in it.
bool TabRow::event(QEvent* event)
{
    const bool isOther = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    const bool isTaken = QWidget::event(event);
    if (isOther) fit();
    return isTaken;
}

void TabRow::fit()
{
    int wanted = 0;
    for (const QAbstractButton* tab : m_group->buttons())
        if (!tab->isHidden()) wanted += tab->sizeHint().width() + (m_isTight ? tighter : 0);
    if (m_isTight == (wanted > width())) return;
    m_isTight = !m_isTight;
    for (QAbstractButton* tab : m_group->buttons()) {
        tab->setProperty("isTight", m_isTight);
        tab->style()->unpolish(tab);
        tab->style()->polish(tab);
        tab->updateGeometry();
    }
}

void TabRow::setTexts(const QStringList& texts)
{
    for (int i = 0; i < static_cast<int>(texts.size()); ++i)
        button(i)->setText(texts.at(i));
}

void TabRow::setCurrent(int index)
{
    button(index)->setChecked(true);
}

QAbstractButton* TabRow::button(int index) const
{
    return m_group->button(index);
}

} // namespace hg
