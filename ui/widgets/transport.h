#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/panel.h"

#include <QPointer>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace hg {

class Segmented;
class Steady;
class Timeline;

/// The line along which the playhead is dragged.
class Track : public QWidget {
    Q_OBJECT

public:
    explicit Track(QWidget* parent = nullptr);

    void setTimeline(Timeline* timeline);
    /// `now` is the colour of a mark at an end that goes on by itself.
    void setScale(double scale, const QColor& now);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void seekTo(double x);
    void paintMarks(QPainter& p, double left, double right) const;
    double margin() const; ///< the knob's room at the ends
    double m_scale = 1;
    QColor m_now;
    QPointer<Timeline> m_timeline;
};

/// First, back, play, forward, last, the track and the speed: it moves through a timeline and nothing else.
class Transport : public Panel {
    Q_OBJECT

public:
    explicit Transport(QWidget* parent = nullptr);

    /// Null leaves everything disabled. `extras` (may be null) stands at the left: a lab's own buttons.
    void setTimeline(Timeline* timeline, QWidget* extras);
    void setTheme(const Theme& theme, double scale);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QToolButton* addButton(QHBoxLayout* row, const char* look);
    void refresh();
    void rebuildSpeeds();
    void fit();
    int widthAt(int step) const;
    void takeStep(int step);
    void showLabel();
    void forgetLabel();
    void fillSpeedMenu();
    void chooseSpeed(int index);

    QPointer<Timeline> m_timeline;
    QPointer<QWidget> m_extras;
    QHBoxLayout* m_row;
    QBoxLayout* m_middle; ///< of label and track
    QToolButton *m_first, *m_back, *m_play, *m_forward, *m_last;
    QLabel* m_label;
    Steady* m_labelRoom;
    Track* m_track;
    QPushButton* m_speeds; ///< the same as a list, where the row has no room for them
    Segmented* m_speed = nullptr;
    Theme m_theme;
};

} // namespace hg
