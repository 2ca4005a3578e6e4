#include "ui/labs/conv/input_source.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace hg {

InputSource::InputSource(InputChoices& choices, QWidget* parent)
    : Panel(parent)
    , m_choices(choices)
    , m_button(new QPushButton(this))
    , m_menu(new QMenu(m_button))
    , m_label(new QLabel(this))
    , m_caption(new QLabel(this))
{
    build();
    fillMenu();
    connect(&choices, &InputChoices::changed, this, &InputSource::refresh);
    translated([this] { refreshTexts(); });
}

void InputSource::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_button, 1);
    column->addLayout(row);
    column->addWidget(m_caption);
    m_label->setBuddy(m_button);
    m_caption->setProperty("look", QStringLiteral("muted"));
    m_button->setMenu(m_menu);
}

void InputSource::fillMenu()
{
    for (std::size_t i = 0; i < m_choices.rows().size(); ++i)
        addChoice(i);
    QMenu* digits = m_groups.at(InputChoices::Group::Digits);
    digits->addSeparator();
    m_another = digits->addAction(QString());
    connect(m_another, &QAction::triggered, &m_choices, &InputChoices::chooseAnotherDigit);
    m_menu->addSeparator();
    m_colours = m_menu->addAction(QString());
    m_colours->setCheckable(true);
    m_colours->setChecked(m_choices.isInColour());
    connect(m_colours, &QAction::toggled, &m_choices, &InputChoices::setInColour);
}

void InputSource::addChoice(std::size_t row)
{
    const auto group = m_choices.rows()[row].group;
    QMenu*& menu = m_groups[group];
    if (!menu) menu = group == InputChoices::Group::None ? m_menu : m_menu->addMenu(QString());
    if (m_choices.rows()[row].beginsPart) menu->addSeparator();
    QAction* action = menu->addAction(QString());
    m_rows.push_back(action);
    connect(action, &QAction::triggered, this, [this, row] { m_choices.choose(row); });
}

void InputSource::refreshTexts()
{
    for (const auto& [group, menu] : m_groups)
        menu->setTitle(InputChoices::groupName(group));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setText(m_choices.nameOf(m_choices.rows()[i]));
    m_another->setText(tr("Another one"));
    m_colours->setText(tr("Coloured pictures as three channels"));
    m_label->setText(tr("Input"));
    refresh();
}

void InputSource::refresh()
{
    const QString name = m_choices.isLoading() ? tr("Loading…") : m_choices.shownName();
    constexpr int widest = 170;
    m_button->setText(m_button->fontMetrics().elidedText(name, Qt::ElideMiddle, widest));
    m_button->setAccessibleName(tr("Input: %1").arg(name));
    m_caption->setText(m_choices.caption());
    m_caption->setVisible(!m_caption->text().isEmpty());
}

} // namespace hg
