#include "ui/labs/conv/listen_bar.h"

#include "ui/labs/conv/conv_clipboard.h"
#include "ui/labs/conv/conv_lab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t mostSamples = 20'000'000; // 80 MB

bool isSpectrogramOf(const ConvScene& a, const ConvScene& b)
{
    return a.secondsPerColumn == b.secondsPerColumn && a.hzPerRow == b.hzPerRow && a.input == b.input;
}

} // namespace

ListenBar::ListenBar(ConvLab& lab, ConvClipboard& clipboard)
    : m_lab(lab)
    , m_timeline(clipboard.context().clock)
    , m_listen(new QPushButton(this))
    , m_time(new QLabel(this))
    , m_why(new QLabel(this))
{
    build();
    connect(m_listen, &QPushButton::clicked, this, &ListenBar::toggle);
    connect(&m_timeline, &Timeline::changed, this, &ListenBar::moveLine);
    connect(&m_timeline, &Timeline::stateChanged, this, &ListenBar::follow);
    connect(&lab, &ConvLab::sceneChanged, this, &ListenBar::refresh);
    connect(&lab.examples(), &ConvExamples::loaded, this, &ListenBar::refresh);
    connect(&clipboard, &ConvClipboard::inputTaken, this,
            [this](const QString&, const Arrival& arrival) { remember(arrival.spectrogramSound); });
    translated([this] { refreshTexts(); });
    hide();
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
    m_timeline.pause();
}

/// Of the scene of the moment. The oldest go where all take more than their share of memory.
void ListenBar::remember(const MonoSound& sound)
{
    if (!sound.samples) return;
    std::erase_if(m_heard,
                  [this](const Heard& heard) { return isSpectrogramOf(heard.scene, m_lab.scene()); });
    m_heard.push_back({m_lab.scene(), sound});
    std::size_t samples = 0;
    for (auto heard = m_heard.rbegin(); heard != m_heard.rend(); ++heard)
        samples += heard->sound.samples->size();
    while (samples > mostSamples && m_heard.size() > 1) {
        samples -= m_heard.front().sound.samples->size();
        m_heard.erase(m_heard.begin());
    }
    refresh();
}

/// The sound of the present input. One that was changed by hand has none any more.
MonoSound ListenBar::known() const
{
    for (const Heard& heard : m_heard)
        if (isSpectrogramOf(heard.scene, m_lab.scene())) return heard.sound;
    for (const ConvExample& example : m_lab.examples().rows())
        if (example.sound.samples && isSpectrogramOf(*example.scene, m_lab.scene())) return example.sound;
    return {};
}

void ListenBar::refresh()
{
    const bool isSpectrogram = m_lab.scene().hzPerRow > 0;
    const MonoSound sound = isSpectrogram ? known() : MonoSound{};
    if (sound.samples != m_sound.samples) {
        m_sound = sound;
        m_timeline.pause();
        m_timeline.seek(0);
        m_timeline.setSeconds(sound.seconds());
    }
    setVisible(isSpectrogram);
    refreshTexts();
}

void ListenBar::refreshTexts()
{
    m_listen->setText(m_timeline.isPlaying() ? tr("Stop") : tr("Listen"));
    m_listen->setEnabled(m_sound.samples != nullptr);
    const QString why = !m_sound.samples
                            ? tr("Its sound is not known: the picture came as numbers or was changed.")
                        : isVisible() ? m_player.hindranceSentence()
                                      : QString();
    m_why->setText(why);
    m_listen->setToolTip(why);
    m_listen->setAccessibleDescription(why);
    m_time->setText(m_sound.samples ? m_timeline.label() : QString());
}

void ListenBar::toggle()
{
    m_timeline.togglePlay();
}

/// The sound runs while the line does; where nothing can be heard, the line runs alone.
void ListenBar::follow()
{
    if (!m_timeline.isPlaying())
        m_player.stop();
    else if (!m_player.isPlaying() && m_sound.samples)
        m_player.play(m_sound.samples, m_sound.rateHz, m_timeline.second());
    refreshTexts();
}

void ListenBar::moveLine()
{
    const bool isRunning = m_timeline.second() > 0 || m_timeline.isPlaying();
    m_lab.canvas()->setSecond(isRunning ? std::optional(m_timeline.second()) : std::nullopt);
    m_time->setText(m_timeline.label());
}

} // namespace hg
