#include "ui/labs/conv/listen_bar.h"

#include "ui/labs/conv/spectrogram_sounds.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hg {

ListenBar::ListenBar(SpectrogramSounds& sounds)
    : m_sounds(sounds)
    , m_player(sounds.yard())
    , m_listen(new QPushButton(this))
    , m_time(new QLabel(this))
    , m_why(new QLabel(this))
{
    build();
    SoundTimeline& timeline = sounds.timeline();
    connect(m_listen, &QPushButton::clicked, &timeline, &Timeline::togglePlay);
    connect(&timeline, &Timeline::changed, this, [this] { m_time->setText(m_sounds.timeline().label()); });
    connect(&timeline, &Timeline::stateChanged, this, &ListenBar::follow);
    connect(&sounds, &SpectrogramSounds::changed, this, &ListenBar::refresh);
    translated([this] { refreshTexts(); });
    setVisible(sounds.isShown());
}

void ListenBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* w : std::initializer_list<QWidget*>{m_listen, m_time})
        row->addWidget(w);
    row->addWidget(m_why, 1);
    m_why->setWordWrap(true);
    m_why->setProperty("look", QStringLiteral("muted"));
}

void ListenBar::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    refreshTexts(); // the system is asked for its sound device
}

void ListenBar::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    m_sounds.timeline().pause();
}

void ListenBar::refresh()
{
    setVisible(m_sounds.isShown());
    refreshTexts();
}

void ListenBar::refreshTexts()
{
    const bool isKnown = m_sounds.sound().samples != nullptr;
    m_listen->setText(m_sounds.timeline().isPlaying() ? tr("Stop") : tr("Listen"));
    m_listen->setEnabled(isKnown);
    const QString why = !isKnown ? tr("Its sound is not known: the picture came as numbers or was changed.")
                        : isVisible() ? m_player.hindranceSentence()
                                      : QString();
    m_why->setText(why);
    m_listen->setToolTip(why);
    m_listen->setAccessibleDescription(why);
    m_time->setText(isKnown ? m_sounds.timeline().label() : QString());
}

/// The sound runs while the line does; where nothing can be heard, the line runs alone.
void ListenBar::follow()
{
    const MonoSound& sound = m_sounds.sound();
    SoundTimeline& timeline = m_sounds.timeline();
    if (!timeline.isPlaying())
        m_player.stop();
    else if (!m_player.isPlaying() && sound.samples)
        m_player.play(sound.samples, sound.rateHz, timeline.second());
    refreshTexts();
}

} // namespace hg
