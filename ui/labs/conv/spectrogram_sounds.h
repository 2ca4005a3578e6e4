#pragma once

#include "core/lab/conv_scene.h"
#include "core/lab/input_pictures.h"
#include "ui/runs/job.h"
#include "ui/widgets/sound_timeline.h"

#include <vector>

namespace hg {

class ConvFiles;
class ConvModel;
struct Arrival;

/// The sounds that spectrograms were made of, and a playhead over the one whose picture is the input.
class SpectrogramSounds : public QObject {
    Q_OBJECT

public:
    SpectrogramSounds(ConvModel& numbers, ConvFiles& files);

    /// Whether the input is a spectrogram, its sound known or not.
    bool isShown() const;
    /// That of the present input. One that was changed by hand has none any more.
    const MonoSound& sound() const { return m_sound; }
    SoundTimeline& timeline() { return m_timeline; }
    JobYard& yard() const { return m_yard; }

Q_SIGNALS:
    /// Another input, or its sound has become known.
    void changed();

private:
    struct Heard {
        ConvScene scene; ///< with the spectrogram and its axes
        MonoSound sound;
    };
    void remember(const MonoSound& sound);
    MonoSound known() const;
    void refresh();
    void moveLine();

    ConvModel& m_numbers;
    JobYard& m_yard;
    SoundTimeline m_timeline;
    std::vector<Heard> m_heard; ///< files that came in; undo may bring them back
    MonoSound m_sound;
};

} // namespace hg
