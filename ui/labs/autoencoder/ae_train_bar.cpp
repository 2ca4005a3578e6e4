#include "ui/labs/autoencoder/ae_train_bar.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace hg {
namespace {

using Standing = AeModel::Standing;

} // namespace

AeTrainBar::AeTrainBar(AeModel& model)
    : m_model(model), m_train(new QPushButton), m_second(new QPushButton), m_once(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    m_train->setProperty("look", QStringLiteral("record"));
    for (auto* widget : {m_train, m_second, m_once}) {
        widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(widget);
    }
    connect(m_train, &QPushButton::clicked, &m_model, &AeModel::toggleTraining);
    connect(m_second, &QPushButton::clicked, this, &AeTrainBar::runSecond);
    connect(m_once, &QPushButton::clicked, &m_model.run(), &Run::updateOnce);
    connect(&m_model, &AeModel::stateChanged, this, &AeTrainBar::refresh);
    connect(&m_model, &AeModel::setupChanged, this, &AeTrainBar::refresh);
    connect(&m_model, &AeModel::dataReady, this, &AeTrainBar::refresh);
    translated([this] {
        refresh();
        fitWidths();
    });
}

void AeTrainBar::setPresented(bool isPresented)
{
    m_once->setHidden(isPresented);
}

void AeTrainBar::fitWidths()
{
    fitTo(*m_train,
          {tr("● Train"), tr("Pause"), tr("● Continue"), tr("● Continue from here"), tr("● Again")});
    fitTo(*m_second, {tr("Reset"), tr("Continue")});
}

void AeTrainBar::refresh()
{
    const Standing now = m_model.standing();
    const bool isPending = m_model.isPending();
    QString text = tr("● Train"), hint = tr("Trains the network");
    if (now == Standing::Running) {
        text = tr("Pause");
        hint = tr("Pause the training");
    } else if (isPending)
        hint =
            tr("Trains what is set at the right, from the beginning; the run that was stays as a grey curve");
    else if (now == Standing::Past) {
        text = tr("● Continue from here");
        hint = tr("Goes on from the update shown, with what is set at the right");
    } else if (now == Standing::Paused) {
        text = tr("● Continue");
        hint = tr("Goes on training");
    } else if (now == Standing::Finished || now == Standing::Diverged) {
        text = tr("● Again");
        hint = tr("Trains once more from the beginning; the run that was stays as a grey curve");
    }
    m_train->setText(text);
    m_train->setToolTip(hint);
    m_train->setAccessibleName(hint);
    const bool isFinished = now == Standing::Finished;
    m_second->setText(isFinished ? tr("Continue") : tr("Reset"));
    m_second->setToolTip(isFinished ? tr("Goes on for as many epochs again")
                                    : tr("Back to the first update; the run that was stays as a grey curve"));
    m_once->setText(tr("One update"));
    m_once->setToolTip(tr("The optimiser changes the weights once, after one batch of pictures"));
    const bool hasRun = now != Standing::Waiting;
    m_train->setEnabled(hasRun);
    m_second->setEnabled(hasRun && now != Standing::Untouched);
    m_once->setEnabled(now == Standing::Untouched || now == Standing::Paused || now == Standing::Running);
}

void AeTrainBar::runSecond()
{
    m_model.standing() == Standing::Finished ? m_model.continueLonger() : m_model.again();
}

} // namespace hg
