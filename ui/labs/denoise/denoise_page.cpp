#include "ui/labs/denoise/denoise_page.h"

#include "ui/labs/denoise/denoise_model.h"

namespace hg {

DenoisePage::DenoisePage(DenoiseModel& model) : m_model(model)
{
    connect(&model, &DenoiseModel::momentChanged, this, &DenoisePage::follow);
    connect(&model, &DenoiseModel::setupChanged, this, &DenoisePage::follow);
    connect(&model, &DenoiseModel::dataReady, this, &DenoisePage::follow);
}

void DenoisePage::setStyle(const PaintStyle& style)
{
    m_style = style;
    follow();
}

void DenoisePage::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    follow();
}

void DenoisePage::follow()
{
    if (!isBehind() && m_model.data()) refresh();
}

} // namespace hg
