#include "ui/labs/autoencoder/ae_train_bar.h"

#include "ui/labs/autoencoder/ae_model.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace hg {

AeTrainBar::AeTrainBar(AeModel& model)
    : m_model(model), m_train(new QPushButton), m_once(new QPushButton), m_reset(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    m_train->setProperty("look", QStringLiteral("record"));
    for (auto* widget : {m_train, m_once, m_reset}) {
        widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(widget);
    }
    connect(m_train, &QPushButton::clicked, &m_model, &AeModel::toggleTraining);
    connect(m_once, &QPushButton::clicked, &m_model.run(), &Run::updateOnce);
    connect(m_reset, &QPushButton::clicked, &m_model, &AeModel::reset);
    connect(&m_model, &AeModel::stateChanged, this, &AeTrainBar::refresh);
    connect(&m_model, &AeModel::setupChanged, this, &AeTrainBar::refresh);
    connect(&m_model, &AeModel::dataReady, this, &AeTrainBar::refresh);
    translated([this] { refresh(); });
}

void AeTrainBar::refresh()
{
    m_train->setText(m_model.run().isTraining() ? tr("Pause") : tr("● Train"));
    m_train->setAccessibleName(m_model.run().isTraining() ? tr("Pause the training") : tr("Train"));
    m_once->setText(tr("One update"));
    m_once->setToolTip(tr("The optimiser changes the weights once, after one batch of pictures"));
    m_reset->setText(tr("Reset"));
    const bool hasData = m_model.data() != nullptr;
    for (auto* button : {m_train, m_once, m_reset})
        button->setEnabled(hasData);
}

} // namespace hg
