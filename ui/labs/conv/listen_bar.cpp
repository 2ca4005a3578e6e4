#include "ui/labs/conv/listen_bar.h"

#include "ui/labs/conv/conv_clipboard.h"
#include "ui/labs/conv/conv_lab.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace hg {
namespace {

constexpr std::size_t mostRemembered = 16;

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
    connect(&lab.examples(), &ConvExamples::loaded, this, &ListenBar::rememberExamples);
    connect(&clipboard, &ConvClipboard::inputTaken, this,
            [this](const QString&, const Arrival& arrival) { rememberArrival(arrival); });
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

void ListenBar::remember(const TensorD& input, const MonoSound& sound)
{
    if (!sound.samples) return;
    if (m_heard.size() == mostRemembered) m_heard.erase(m_heard.begin());
    m_heard.push_back({input, sound});
    refresh();
}

void ListenBar::rememberArrival(const Arrival& arrival)
{
    remember(arrival.numbers, arrival.spectrogramSound);
}

void ListenBar::rememberExamples()
{
    for (const ConvExample& example : m_lab.examples().rows())
        if (example.scene) remember(example.scene->input, example.sound);
}

/// An input that was changed by hand has no sound any more.
void ListenBar::refresh()
{
    const ConvScene& scene = m_lab.scene();
    const bool isSpectrogram = scene.hzPerRow > 0;
    const auto known =
        std::find_if(m_heard.rbegin(), m_heard.rend(),
                     [&](const Heard& heard) { return isSpectrogram && heard.input == scene.input; });
    const MonoSound sound = known == m_heard.rend() ? MonoSound{} : known->sound;
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
    const QString why =
        !m_sound.samples ? tr("Its sound is not known: the picture came as numbers or was changed.")
        : isVisible()    ? m_player.hindranceSentence() // the system is not asked for nothing
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
