#include "ui/labs/denoise/denoise_train_bar.h"

#include "ui/labs/denoise/denoise_model.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace hg {

using Standing = DenoiseModel::Standing;

DenoiseTrainBar::DenoiseTrainBar(DenoiseModel& model) : m_model(model), m_train(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    m_train->setProperty("look", QStringLiteral("record"));
    m_train->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_train);
    connect(m_train, &QPushButton::clicked, &m_model, &DenoiseModel::toggleTraining);
    connect(&m_model, &DenoiseModel::stateChanged, this, &DenoiseTrainBar::refresh);
    connect(&m_model, &DenoiseModel::dataReady, this, &DenoiseTrainBar::refresh);
    translated([this] {
        fitTo(*m_train, {tr("● Train both"), tr("Pause"), tr("● Continue")});
        refresh();
    });
}

void DenoiseTrainBar::refresh()
{
    const Standing now = m_model.standing();
    const bool isRunning = now == Standing::Running, isPaused = now == Standing::Paused;
    m_train->setText(isRunning ? tr("Pause") : isPaused ? tr("● Continue") : tr("● Train both"));
    m_train->setToolTip(isRunning  ? tr("Pause the training")
                        : isPaused ? tr("Goes on training")
                                   : tr("Trains both networks side by side from the same beginning: one on "
                                        "clean pictures, one on noisy ones"));
    m_train->setAccessibleName(m_train->toolTip());
    m_train->setEnabled(now != Standing::Waiting);
}

} // namespace hg
