#include "ui/labs/conv/spectrogram_sounds.h"

#include "ui/labs/conv/conv_files.h"
#include "ui/labs/conv/conv_model.h"

namespace hg {
namespace {

constexpr std::size_t mostSamples = 20'000'000; // 80 MB

bool isSpectrogramOf(const ConvScene& a, const ConvScene& b)
{
    return a.secondsPerColumn == b.secondsPerColumn && a.hzPerRow == b.hzPerRow && a.input == b.input;
}

} // namespace

SpectrogramSounds::SpectrogramSounds(ConvModel& numbers, ConvFiles& files)
    : m_numbers(numbers), m_yard(files.lab().context().jobs), m_timeline(files.lab().context().clock)
{
    connect(&m_timeline, &Timeline::changed, this, &SpectrogramSounds::moveLine);
    connect(&numbers, &ConvModel::sceneChanged, this, &SpectrogramSounds::refresh);
    connect(&numbers.examples(), &ConvExamples::loaded, this, &SpectrogramSounds::refresh);
    connect(&files, &ConvFiles::inputTaken, this,
            [this](const std::string&, const QString&, const Arrival& a) { remember(a.spectrogramSound); });
}

bool SpectrogramSounds::isShown() const
{
    return m_numbers.scene().hzPerRow > 0;
}

/// Of the scene of the moment. The oldest go where all take more than their share of memory.
void SpectrogramSounds::remember(const MonoSound& sound)
{
    if (!sound.samples) return;
    std::erase_if(m_heard,
                  [this](const Heard& heard) { return isSpectrogramOf(heard.scene, m_numbers.scene()); });
    m_heard.push_back({m_numbers.scene(), sound});
    std::size_t samples = 0;
    for (auto heard = m_heard.rbegin(); heard != m_heard.rend(); ++heard)
        samples += heard->sound.samples->size();
    while (samples > mostSamples && m_heard.size() > 1) {
        samples -= m_heard.front().sound.samples->size();
        m_heard.erase(m_heard.begin());
    }
    refresh();
}

MonoSound SpectrogramSounds::known() const
{
    for (const Heard& heard : m_heard)
        if (isSpectrogramOf(heard.scene, m_numbers.scene())) return heard.sound;
    for (const ConvExample& example : m_numbers.examples().rows())
        if (example.sound.samples && isSpectrogramOf(*example.scene, m_numbers.scene())) return example.sound;
    return {};
}

void SpectrogramSounds::refresh()
{
    const MonoSound sound = isShown() ? known() : MonoSound{};
    if (isShown() && !sound.samples) m_numbers.examples().load(); // it may be one of theirs
    if (sound.samples != m_sound.samples) {
        m_sound = sound;
        m_timeline.pause();
        m_timeline.seek(0);
        m_timeline.setSeconds(sound.seconds());
    }
    Q_EMIT changed();
}

void SpectrogramSounds::moveLine()
{
    const bool isRunning = m_timeline.second() > 0 || m_timeline.isPlaying();
    m_numbers.setHeardSecond(isRunning ? std::optional(m_timeline.second()) : std::nullopt);
}

} // namespace hg
