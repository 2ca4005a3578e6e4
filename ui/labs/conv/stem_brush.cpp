#include "ui/labs/conv/stem_brush.h"

#include "ui/labs/conv/conv_model.h"
#include "ui/painters/line_painter.h"
#include "ui/widgets/conv_canvas.h"

#include <QMouseEvent>

#include <cmath>

namespace hg {
const LinePainter* StemBrush::painter() const
{
    return dynamic_cast<const LinePainter*>(canvas().picture());
}

CanvasBrush::Beginning StemBrush::begin(const QMouseEvent& event)
{
    const LinePainter* picture = painter();
    if (event.button() != Qt::LeftButton || !picture || picture->layout().hasCells) return Beginning::Nothing;
    const auto hit = picture->hit(event.position());
    if (!hit || hit->place != ConvPlace::Input) return Beginning::Nothing;
    m_channel = hit->channel;
    m_scale = picture->inputScale();
    return Beginning::Stroke;
}

void StemBrush::draw(const QPointF& from, const QPointF& to)
{
    const LinePainter* picture = painter();
    if (!picture) return;
    const LineLayout& l = picture->layout();
    const QRectF row = l.inputRows[std::min(static_cast<std::size_t>(m_channel), l.inputRows.size() - 1)];
    ConvScene scene = model().scene();
    if (m_channel >= scene.channels()) return;
    const double apart = l.isTransposed ? l.stride : 1, origin = l.x(l.inputColumn(0) + 0.5);
    const auto placeOf = [&](double x) {
        return static_cast<int>(std::lround((x - origin) / (l.cell * apart)));
    };
    const int begin = placeOf(from.x()), last = placeOf(to.x()), step = last < begin ? -1 : 1;
    // A fast pointer leaves out samples: they stand on the line between its two places.
    for (int i = begin; i != last + step; i += step) {
        if (i < 0 || i >= scene.input.shape.width) continue;
        const double share = last == begin ? 1 : double(i - begin) / (last - begin);
        const double value = m_scale.value(from.y() + share * (to.y() - from.y()), row);
        scene.input.at(0, m_channel, 0, i) = std::round(100 * value) / 100 + 0.0;
    }
    edit(scene);
}

} // namespace hg
