#pragma once

#include "ui/runs/sound_player.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QLabel;
class QPushButton;

namespace hg {

class Notice;
class SoundCanvas;
class SoundModel;
struct Error;

/// The stage at the scale of sound: the picture, and what can be listened to. A sound file may be dropped.
class SoundStage : public Panel {
    Q_OBJECT

public:
    explicit SoundStage(SoundModel& model);
    void setStyle(const PaintStyle& style);
    void chooseFile();
    void showProblem(const QString& sentence);
    /// What keeps the sound from being shown is told again.
    void forgetProblem();
    void stopListening() { m_player.stop(); }
    SoundCanvas* canvas() const { return m_canvas; }

Q_SIGNALS:
    /// A sound or a saved state, from the dialog or dropped.
    void fileChosen(const QString& path);

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
    QString hindrance() const;

    SoundModel& m_model;
    SoundPlayer m_player;
    SoundCanvas* m_canvas;
    Notice* m_notice;
    QPushButton *m_input, *m_output, *m_stop;
    QLabel* m_state;
    QString m_hindrance; ///< why the newest scene is not shown
};

} // namespace hg
