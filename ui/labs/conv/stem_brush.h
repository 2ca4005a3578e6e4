#pragma once

#include "ui/labs/conv/canvas_brush.h"
#include "ui/painters/line_layout.h"

namespace hg {

class LinePainter;

/// Lets the stems of a line's input be drawn with the mouse: pressed and dragged, they go where the pointer
/// is.
class StemBrush : public CanvasBrush {
    Q_OBJECT

public:
    using CanvasBrush::CanvasBrush;

protected:
    Beginning begin(const QMouseEvent& event) override;
    void draw(const QPointF& from, const QPointF& to) override;

private:
    const LinePainter* painter() const;

    int m_channel = 0;
    LineScale m_scale; ///< as the stroke began: the picture's may change under it
};

} // namespace hg
