#include "ui/labs/fewlabels/few_labels_bar.h"

#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace hg {

FewLabelsBar::FewLabelsBar(FewLabelsModel& model)
    : m_model(model), m_train(new QPushButton), m_next(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    m_train->setProperty("look", QStringLiteral("record"));
    m_next->setProperty("look", QStringLiteral("primary"));
    for (QPushButton* button : {m_train, m_next}) {
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    connect(m_train, &QPushButton::clicked, &m_model, &FewLabelsModel::toggleTraining);
    connect(m_next, &QPushButton::clicked, &m_model, &FewLabelsModel::askNext);
    for (const auto signal :
         {&FewLabelsModel::stateChanged, &FewLabelsModel::dataReady, &FewLabelsModel::viewChanged,
          &FewLabelsModel::figuresChanged, &FewLabelsModel::ownChanged})
        connect(&m_model, signal, this, &FewLabelsBar::refresh);
    translated([this] {
        fitTo(*m_train, {tr("● Train"), tr("Pause"), tr("● Continue")});
        m_next->setText(tr("Next label (N)"));
        m_next->setToolTip(tr("Asks for the label of the next digit that is worth one"));
        refresh();
    });
}

void FewLabelsBar::refresh()
{
    const bool isYourself = m_model.view().tab == FewLabelsTab::Yourself;
    m_train->setVisible(!isYourself);
    m_next->setVisible(isYourself);
    if (isYourself)
        m_next->setEnabled(m_model.ownShown() < mostOwnLabels && m_model.nextSuggestion().has_value());
    refreshTraining();
}

void FewLabelsBar::refreshTraining()
{
    const Twin::Standing now = m_model.standing();
    const bool isRunning = now == Twin::Standing::Running, isPaused = now == Twin::Standing::Paused;
    m_train->setText(isRunning ? tr("Pause") : isPaused ? tr("● Continue") : tr("● Train"));
    m_train->setToolTip(isRunning  ? tr("Pause the training")
                        : isPaused ? tr("Goes on training")
                                   : tr("Trains the autoencoder once more, without labels, in front of you"));
    m_train->setAccessibleName(m_train->toolTip());
    m_train->setEnabled(m_model.data() != nullptr);
}

} // namespace hg
