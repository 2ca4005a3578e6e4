#pragma once

#include "ui/runs/sound_player.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/remark.h"

class QLabel;
class QPushButton;

namespace hg {

class Notice;
class SoundCanvas;
class SoundModel;

/// The stage at the scale of sound: the picture, and what can be listened to, which goes with the playhead.
class SoundStage : public Panel {
    Q_OBJECT

public:
    explicit SoundStage(SoundModel& model);
    void setStyle(const PaintStyle& style);
    SoundCanvas* canvas() const { return m_canvas; }

Q_SIGNALS:
    /// The samples at the playhead are to be seen as numbers.
    void numbersAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void showFigure();
    void showRemark();
    void refreshButtons();
    void listen(bool toOutput);
    void startPlayer();
    void followTimeline();
    void seek(double second);

    SoundModel& m_model;
    SoundPlayer m_player;
    bool m_hearsOutput = true; ///< while the playhead runs
    SoundCanvas* m_canvas;
    Notice* m_notice;
    QPushButton *m_input, *m_output, *m_stop, *m_numbers;
    QLabel* m_state;
};

} // namespace hg
