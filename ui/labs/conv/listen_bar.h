#pragma once

#include "ui/runs/sound_player.h"
#include "ui/widgets/panel.h"

class QLabel;
class QPushButton;

namespace hg {

class SpectrogramSounds;

/// Above a spectrogram: a button that lets its sound be heard while a line runs over the picture, without a
/// sound device too. Hidden for any other input.
class ListenBar : public Panel {
    Q_OBJECT

public:
    explicit ListenBar(SpectrogramSounds& sounds);

protected:
    void showEvent(QShowEvent* event) override;
    /// What is not seen is not heard either.
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void refresh();
    void refreshTexts();
    void follow();

    SpectrogramSounds& m_sounds;
    SoundPlayer m_player;
    QPushButton* m_listen;
    QLabel *m_time, *m_why;
};

} // namespace hg
