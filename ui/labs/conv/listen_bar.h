#pragma once

#include "core/lab/input_pictures.h"
#include "ui/runs/sound_player.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/sound_timeline.h"

#include <vector>

class QLabel;
class QPushButton;

namespace hg {

class ConvClipboard;
class ConvLab;
struct Arrival;

/// Above a spectrogram: a button that lets its sound be heard while a line runs over the picture, without a
/// sound device too. Hidden for any other input.
class ListenBar : public Panel {
    Q_OBJECT

public:
    ListenBar(ConvLab& lab, ConvClipboard& clipboard);

private:
    struct Heard {
        TensorD input; ///< the spectrogram
        MonoSound sound;
    };
    void build();
    void remember(const TensorD& input, const MonoSound& sound);
    void rememberArrival(const Arrival& arrival);
    void rememberExamples();
    void refresh();
    void refreshTexts();
    void toggle();
    void follow();
    void moveLine();

    ConvLab& m_lab;
    SoundTimeline m_timeline;
    SoundPlayer m_player;
    QPushButton* m_listen;
    QLabel *m_time, *m_why;
    std::vector<Heard> m_heard; ///< undo may bring them back
    MonoSound m_sound;          ///< of the present input, where that is known
};

} // namespace hg
