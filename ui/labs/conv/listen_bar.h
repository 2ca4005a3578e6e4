#pragma once

#include "core/lab/conv_scene.h"
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

/// Above a spectrogram: a button that lets its sound be heard while a line runs over the picture, without a
/// sound device too. Hidden for any other input.
class ListenBar : public Panel {
    Q_OBJECT

public:
    ListenBar(ConvLab& lab, ConvClipboard& clipboard);

protected:
    void showEvent(QShowEvent* event) override;
    /// What is not seen is not heard either.
    void hideEvent(QHideEvent* event) override;

private:
    struct Heard {
        ConvScene scene; ///< with the spectrogram and its axes
        MonoSound sound;
    };
    void build();
    void remember(const MonoSound& sound);
    MonoSound known() const;
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
    std::vector<Heard> m_heard; ///< files that came in; undo may bring them back
    MonoSound m_sound;          ///< of the present input, where that is known
};

} // namespace hg
