#pragma once

#include "ui/runs/sound_player.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/offer.h"
#include "ui/widgets/panel.h"

class QLabel;
class QPushButton;

namespace hg {

class Notice;
class SoundCanvas;
class SoundModel;
class SoundTimeline;
struct Error;

/// The stage at the scale of sound: the picture, and what can be listened to, which goes with the playhead. A
/// sound file may be dropped.
class SoundStage : public Panel {
    Q_OBJECT

public:
    SoundStage(SoundModel& model, SoundTimeline& timeline);
    void setStyle(const PaintStyle& style);
    void showProblem(const QString& sentence, const QList<Offer>& offers);
    /// What keeps the sound from being shown is told again.
    void forgetProblem();
    SoundCanvas* canvas() const { return m_canvas; }

Q_SIGNALS:
    /// A sound or a saved state that was dropped.
    void fileChosen(const QString& path);
    /// The samples at the playhead are to be seen as numbers.
    void numbersAsked();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void showFigure();
    void showError(const Error& error);
    void refreshButtons();
    void listen(bool toOutput);
    void startPlayer();
    void followTimeline();
    void seek(double second);

    SoundModel& m_model;
    SoundTimeline& m_timeline;
    SoundPlayer m_player;
    bool m_hearsOutput = true; ///< while the playhead runs
    SoundCanvas* m_canvas;
    Notice* m_notice;
    QPushButton *m_input, *m_output, *m_stop, *m_numbers;
    QLabel* m_state;
    QString m_hindrance; ///< why the newest scene is not shown
};

} // namespace hg
