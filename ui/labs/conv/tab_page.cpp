#include "ui/labs/conv/tab_page.h"

#include "ui/labs/conv/tab_model.h"

#include <QVBoxLayout>

namespace hg {

TabForm::TabForm(TabModel& model, QWidget* parent) : Form(parent)
{
    column()->setContentsMargins(0, 0, 0, 0);
    connect(&model, &TabModel::shownChanged, this, [this, &model] { setVisible(model.isShown()); });
    if (!model.isShown()) hide(); // shown without a parent it would be a window
}

} // namespace hg
