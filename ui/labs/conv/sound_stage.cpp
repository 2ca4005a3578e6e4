#include "ui/labs/conv/sound_stage.h"

#include "core/lab/conv_scene.h"
#include "ui/labs/conv/sound_model.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/sound_canvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {

SoundStage::SoundStage(SoundModel& model)
    : m_model(model)
    , m_player(model.yard())
    , m_canvas(new SoundCanvas)
    , m_notice(new Notice)
    , m_input(new QPushButton)
    , m_output(new QPushButton)
    , m_stop(new QPushButton)
    , m_numbers(new QPushButton)
    , m_state(new QLabel)
{
    build();
    connect(&m_model, &SoundModel::figureChanged, this, &SoundStage::showFigure);
    connect(&m_model, &SoundModel::busyChanged, this, &SoundStage::refreshButtons);
    connect(&m_model, &SoundModel::remarkChanged, this, &SoundStage::showRemark);
    connect(&m_model, &SoundModel::viewChanged, this, [this] { m_canvas->setView(m_model.view()); });
    connect(m_canvas, &SoundCanvas::viewChanged, &m_model, &SoundModel::setView);
    connect(&m_player, &SoundPlayer::playingChanged, this, &SoundStage::refreshButtons);
    connect(m_input, &QPushButton::clicked, this, [this] { listen(false); });
    connect(m_output, &QPushButton::clicked, this, [this] { listen(true); });
    connect(m_stop, &QPushButton::clicked, m_model.timeline(), &Timeline::pause);
    connect(m_model.timeline(), &Timeline::stateChanged, this, &SoundStage::followTimeline);
    connect(m_model.timeline(), &Timeline::changed, this,
            [this] { m_canvas->setPlayhead(m_model.timeline()->second()); });
    connect(m_numbers, &QPushButton::clicked, this, &SoundStage::numbersAsked);
    connect(m_canvas, &SoundCanvas::secondChosen, this, &SoundStage::seek);
}

void SoundStage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0); // in line with the picture's cards
    row->setSpacing(8);
    for (QWidget* w : std::initializer_list<QWidget*>{m_input, m_output, m_stop})
        row->addWidget(w);
    m_state->setWordWrap(true);
    row->addWidget(m_state, 1);
    row->addWidget(m_numbers);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_canvas, 1);
    translated([this] {
        m_input->setText(tr("Listen to the input"));
        m_output->setText(tr("Listen to the output"));
        m_stop->setText(tr("Stop"));
        m_numbers->setText(tr("As numbers"));
        m_numbers->setToolTip(tr("Shows the samples at the playhead, up to %1 of them, as numbers under the "
                                 "same filter")
                                  .arg(largestSide));
        m_numbers->setAccessibleDescription(m_numbers->toolTip());
        m_canvas->setAccessibleName(tr("Sound: input, output, filter and spectra"));
        refreshButtons();
        showRemark();
    });
}

void SoundStage::setStyle(const PaintStyle& style)
{
    m_canvas->setStyle(style);
}

void SoundStage::showFigure()
{
    m_canvas->setFigure(m_model.figure(), m_model.view());
    refreshButtons();
}

void SoundStage::refreshButtons()
{
    const QString why =
        isVisible() ? m_player.hindranceSentence() : QString(); // the system is not asked for nothing
    const bool canListen = why.isEmpty() && m_model.figure();
    for (auto* button : {m_input, m_output}) {
        button->setEnabled(canListen);
        button->setToolTip(why);
        button->setAccessibleDescription(why);
    }
    m_numbers->setEnabled(m_model.figure() != nullptr);
    m_stop->setVisible(m_model.timeline()->isPlaying());
    m_state->setText(m_model.isBusy() ? tr("Working…") : why);
}

/// From the playhead on.
void SoundStage::listen(bool toOutput)
{
    m_model.timeline()->pause();
    m_hearsOutput = toOutput;
    m_model.timeline()->play();
}

void SoundStage::startPlayer()
{
    const auto figure = m_model.figure();
    if (!figure) return;
    const SoundTrack& track = m_hearsOutput ? figure->output : *figure->input;
    const double begin = m_hearsOutput ? figure->firstSecond : 0;
    m_player.play(track.samples, track.rateHz, m_model.timeline()->second() - begin);
}

/// The sound runs while the playhead does; where nothing can be heard, the playhead runs alone.
void SoundStage::followTimeline()
{
    if (!m_model.timeline()->isPlaying())
        m_player.stop();
    else if (!m_player.isPlaying())
        startPlayer();
    refreshButtons();
}

void SoundStage::seek(double second)
{
    const bool wasPlaying = m_model.timeline()->isPlaying();
    m_model.timeline()->pause();
    m_model.timeline()->seekSecond(second);
    if (wasPlaying) m_model.timeline()->play();
}

void SoundStage::showRemark()
{
    m_notice->showRemark(m_model.remark());
}

void SoundStage::showEvent(QShowEvent* event)
{
    m_model.begin();
    refreshButtons();
    Panel::showEvent(event);
}

} // namespace hg
