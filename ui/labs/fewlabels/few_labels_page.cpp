#include "ui/labs/fewlabels/few_labels_page.h"

#include "ui/labs/fewlabels/few_labels_model.h"

namespace hg {

FewLabelsPage::FewLabelsPage(FewLabelsModel& model) : m_model(model)
{
    for (const auto signal : {&FewLabelsModel::figuresChanged, &FewLabelsModel::setupChanged,
                              &FewLabelsModel::viewChanged, &FewLabelsModel::dataReady})
        connect(&model, signal, this, &FewLabelsPage::follow);
}

void FewLabelsPage::setStyle(const PaintStyle& style)
{
    m_style = style;
    follow();
}

void FewLabelsPage::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    follow();
}

void FewLabelsPage::follow()
{
    if (!isBehind() && m_model.data()) refresh();
}

} // namespace hg
