// Which cell stands where.

#include "ui/painters/grid_painter.h"

#include <algorithm>

namespace hg {

QRectF GridPainter::figureBox() const
{
    const QRectF box = around(m_layout.inputs).united(around(m_layout.outputs)).united(m_layout.card);
    return m_layout.printed ? box.united(m_layout.printed->box) : box;
}

std::optional<ConvHit> GridPainter::hit(const QPointF& point) const
{
    if (!m_figure.scene.pooling)
        for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
            if (const auto c = m_layout.kernels[i].cellAt(point))
                return ConvHit{ConvPlace::Kernel, c->h, c->w, firstChannel() + static_cast<int>(i), front()};
    for (std::size_t i = 0; i < m_layout.inputs.size(); ++i)
        if (const auto c = m_layout.inputs[i].cellAt(point))
            return ConvHit{ConvPlace::Input, c->h - m_layout.padTop, c->w - m_layout.padLeft,
                           static_cast<int>(i), 0};
    if (m_look.hidesSize) return std::nullopt;
    const Shape out = m_figure.outputShape();
    const bool t = m_figure.scene.isTransposed;
    for (std::size_t i = 0; i < m_layout.outputs.size(); ++i) {
        const auto c = m_layout.outputs[i].cellAt(point);
        if (!c) continue;
        const int top = t ? m_figure.geometry.h.padBefore : 0, left = t ? m_figure.geometry.w.padBefore : 0;
        if (c->h % strideH() != 0 || c->w % strideW() != 0) return std::nullopt; // a ghost
        const ConvHit found{ConvPlace::Output, c->h / strideH() - top, c->w / strideW() - left, 0,
                            static_cast<int>(i)};
        if (found.row < 0 || found.column < 0 || found.row >= out.height || found.column >= out.width)
            return std::nullopt; // cut off
        return found;
    }
    return std::nullopt;
}

QRectF GridPainter::cellOf(const ConvHit& hit) const
{
    const bool t = m_figure.scene.isTransposed;
    switch (hit.place) {
    case ConvPlace::Input:
        return m_layout.inputs[static_cast<std::size_t>(hit.channel)].at(hit.row + m_layout.padTop,
                                                                         hit.column + m_layout.padLeft);
    case ConvPlace::Kernel: {
        const int index = hit.channel - firstChannel();
        if (index < 0 || index >= static_cast<int>(m_layout.kernels.size())) return {};
        return m_layout.kernels[static_cast<std::size_t>(index)].at(hit.row, hit.column);
    }
    case ConvPlace::Output:
        if (m_look.hidesSize) return {};
        break;
    }
    const int top = t ? m_figure.geometry.h.padBefore : 0, left = t ? m_figure.geometry.w.padBefore : 0;
    return m_layout.outputs[static_cast<std::size_t>(hit.filter)].at((hit.row + top) * strideH(),
                                                                     (hit.column + left) * strideW());
}

} // namespace hg
