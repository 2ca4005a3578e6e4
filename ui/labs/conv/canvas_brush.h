#pragma once

#include <QObject>
#include <QPointF>

#include <string>

class QMouseEvent;

namespace hg {

class ConvCanvas;
class ConvModel;
struct ConvScene;

/// A tool that is drawn with over a canvas. A stroke, from press to release, is one step of undo; a click
/// without a drag goes on to the canvas.
class CanvasBrush : public QObject {
    Q_OBJECT

public:
    /// A child of the canvas.
    CanvasBrush(ConvModel& model, ConvCanvas& canvas);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

    /// What a press at a place begins.
    enum class Beginning { Nothing, Stroke, StrokeAtOnce };
    virtual Beginning begin(const QMouseEvent& event) = 0;
    /// The pointer went from here to there; told for the press itself only where it begins at once.
    virtual void draw(const QPointF& from, const QPointF& to) = 0;
    /// The first time that it is seen to be a drag.
    virtual void noteDrag(const QPointF& /*place on the screen*/) {}

    ConvModel& model() const { return m_model; }
    ConvCanvas& canvas() const { return m_canvas; }
    /// As a part of the stroke.
    void edit(const ConvScene& scene);

private:
    bool press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);

    ConvModel& m_model;
    ConvCanvas& m_canvas;
    std::string m_stroke; ///< what its edits merge by
    QPointF m_last;       ///< where the pointer was
    bool m_isDown = false, m_isDrawing = false, m_isPassingOn = false;
};

} // namespace hg
