#include "ui/labs/conv/tab_model.h"

#include "ui/labs/conv/conv_words.h"
#include "ui/painters/conv_export.h"

#include <algorithm>

namespace hg {

TabModel::TabModel(ConvModel& numbers, ConvTab tab) : m_numbers(numbers), m_tab(tab)
{
    connect(&m_numbers, &ConvModel::lookChanged, this, &TabModel::followTab);
}

/// The transport moves what is seen.
void TabModel::followTab()
{
    const bool isShown = m_numbers.tab() == m_tab;
    if (isShown == m_isShown) return;
    timeline()->pause();
    m_numbers.timeline()->pause();
    m_isShown = isShown;
    if (isShown) comeToFront();
    Q_EMIT shownChanged();
    Q_EMIT changed();
}

void TabModel::takeBrought(const ConvView& view)
{
    if (view.tab == m_tab) readFrom(view);
}

Tabs::Tabs(LabModel& lab, ConvModel& numbers, std::vector<TabModel*> tabs)
    : m_numbers(numbers), m_tabs(std::move(tabs))
{
    for (TabModel* tab : m_tabs) {
        QObject::connect(tab, &TabModel::changed, &lab, &LabModel::changed);
        QObject::connect(tab, &TabModel::shownChanged, &lab, &LabModel::timelineChanged);
    }
}

TabModel* Tabs::shown() const
{
    const auto found = std::ranges::find_if(m_tabs, &TabModel::isShown);
    return found == m_tabs.end() ? nullptr : *found;
}

ConvState Tabs::state() const
{
    ConvState state = m_numbers.state();
    for (const TabModel* tab : m_tabs)
        tab->writeTo(state.view);
    return state;
}

void Tabs::open(const ConvState& state)
{
    m_numbers.open(state);
    for (TabModel* tab : m_tabs)
        tab->readFrom(state.view);
}

Timeline* Tabs::timeline() const
{
    TabModel* tab = shown();
    return tab ? tab->timeline() : m_numbers.timeline();
}

QString Tabs::summary() const
{
    const TabModel* tab = shown();
    return tab ? tab->summary() : convSummary(m_numbers.scene());
}

std::vector<ChipContent> Tabs::withChips(std::vector<ChipContent> numbers) const
{
    TabModel* tab = shown();
    return tab ? tab->withChips(std::move(numbers)) : numbers;
}

bool Tabs::canExport() const
{
    const TabModel* tab = shown();
    return !tab || tab->canExport();
}

std::optional<Exportable> Tabs::exportable(const ExportChoice& choice) const
{
    if (const TabModel* tab = shown()) return tab->exportable(choice);
    return exportConvolution(m_numbers.figure(), m_numbers.look(), m_numbers.position(), choice);
}

bool Tabs::isAtRest() const
{
    const TabModel* tab = shown();
    return !tab || tab->isAtRest();
}

} // namespace hg
