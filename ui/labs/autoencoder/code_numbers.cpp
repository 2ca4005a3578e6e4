#include "ui/labs/autoencoder/code_numbers.h"

#include "ui/labs/autoencoder/ae_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

CodeNumbers::CodeNumbers(AeModel& model, QWidget* parent)
    : Form(parent), m_model(model), m_across(new Stepper), m_up(new Stepper)
{
    column()->setContentsMargins(0, 0, 0, 0);
    auto* numbers = new QWidget;
    auto* row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (auto* stepper : {m_across, m_up}) {
        stepper->setArrowsShown(false); // two in a row
        row->addWidget(stepper);
        heed(*stepper, model);
    }
    auto* which = addRow(numbers);
    connect(m_across, &Stepper::changed, &model,
            [&model](double n) { model.lookAtNumbers(static_cast<int>(n) - 1, model.view().plane.up); });
    connect(m_up, &Stepper::changed, &model,
            [&model](double n) { model.lookAtNumbers(model.view().plane.across, static_cast<int>(n) - 1); });
    connect(&model, &AeModel::viewChanged, this, &CodeNumbers::refresh);
    connect(&model, &AeModel::setupChanged, this, &CodeNumbers::refresh);
    translated([=, this] {
        which->setText(tr("Numbers"));
        m_across->setName(tr("Number across"));
        m_up->setName(tr("Number upwards"));
    });
    refresh();
}

int CodeNumbers::codeSize() const
{
    return m_model.run().hasBegun() ? m_model.run().setup().bottleneck : m_model.setup().bottleneck;
}

void CodeNumbers::refresh()
{
    const CodePlane& plane = m_model.view().plane;
    const int code = codeSize();
    for (auto* stepper : {m_across, m_up})
        stepper->setRange(1, std::max(2, code));
    m_across->setValue(std::min(plane.across + 1, code));
    m_up->setValue(std::min(plane.up + 1, std::max(2, code)));
}

} // namespace hg
