#include "ui/widgets/tab_row.h"

#include "ui/widgets/controls.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {
namespace {

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
    QSize minimumSizeHint() const override { return sizeHint(); }
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
