#pragma once

#include "ui/painters/sound_painter.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace hg {

/// Shows a filtered sound. The wheel zooms about the pointer, dragging moves, and so do the keys: + and −,
/// the arrows, Home, End, and 0 for the whole. A click on a wave chooses a time.
class SoundCanvas : public QWidget {
    Q_OBJECT

public:
    explicit SoundCanvas(QWidget* parent = nullptr);
    ~SoundCanvas() override;

    void setFigure(std::shared_ptr<const SoundFigure> figure, const SoundView& view);
    void setStyle(const PaintStyle& style);
    /// Where the playhead stands; what is in view goes on with it when it runs out of view.
    void setPlayhead(double second);
    double playhead() const { return m_playhead; }
    const SoundView& view() const { return m_view; }
    /// Another stretch, as far as the sound has it.
    void setView(SoundView view);
    const SoundPainter* painter() const { return m_painter.get(); }
    QSize minimumSizeHint() const override { return {480, 420}; }

Q_SIGNALS:
    void secondChosen(double second);
    void viewChanged(const hg::SoundView& view);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void zoom(double factor, double about);
    bool isInView(double second) const;
    QRect playheadStrip() const;
    void paintPicture();
    void paintPlayhead(QPainter& painter) const;

    std::shared_ptr<const SoundFigure> m_figure;
    std::unique_ptr<const SoundPainter> m_painter;
    PaintStyle m_style;
    SoundView m_view;
    QPixmap m_still;   ///< what no view changes
    QPixmap m_picture; ///< without the playhead; null where it is to be painted anew
    double m_playhead = 0;
    std::optional<double> m_grabbed; ///< the second under the pointer while it drags
    QPointF m_pressed;               ///< where it began
};

} // namespace hg
