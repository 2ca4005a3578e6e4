// The filters of a plane's picture: the front one, the others as cards behind it, and the signs between the
// parts.

#include "ui/painters/grid_measures.h"
#include "ui/painters/grid_painter.h"

#include <algorithm>
#include <cmath>

namespace hg {

int GridPainter::firstChannel() const
{
    const ConvScene& s = m_figure.scene;
    if (s.pooling) return front();
    return s.groups == 1 ? 0 : front() / (s.filters() / s.groups) * s.kernel.shape.channels;
}

void GridPainter::paintKernel(QPainter& p, const GridLayout& grid, int filter, int channel) const
{
    const Theme& theme = m_style.theme;
    const ConvScene& s = m_figure.scene;
    if (!hasNumbers(grid)) return paintKernelPicture(p, grid, filter, channel);
    const QColor border = mixed(theme.surface, memberColour(Role::Filter, filter), 0.6);
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const QRectF cell = grid.at(r, c);
            if (s.pooling) {
                m_brush.cell(p, cell, theme.surface, border, Qt::DashLine);
                continue;
            }
            const double value = weightAt(s, filter, channel, r, c);
            m_brush.cell(p, cell, shadeOf(Role::Filter, value, m_greatestKernel, filter), border);
            m_brush.value(p, cell, value, theme.ink);
        }
}

void GridPainter::paintBadge(QPainter& p, QPointF centre, int number, const QColor& colour) const
{
    const double px = m_style.scale;
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(centre, 10 * px, 10 * px);
    const bool isInkBetter = contrast(colour, Qt::black) > contrast(colour, Qt::white);
    p.setPen(isInkBetter ? Qt::black : Qt::white);
    p.setFont(m_style.font(13, QFont::Bold));
    p.drawText(QRectF(centre.x() - 10 * px, centre.y() - 10 * px, 20 * px, 20 * px), Qt::AlignCenter,
               QString::number(number));
}

void GridPainter::paintFilters(QPainter& p) const
{
    const ConvScene& s = m_figure.scene;
    const double px = m_style.scale;
    const int filters = s.pooling ? 1 : s.filters();
    if (!isPlain() && filters > 1 && !m_look.isUpright)                     // no room for a fan
        for (int offset = std::min(filters - 1, 6); offset > 0; --offset) { // the farthest lies lowest
            const int f = (front() + offset) % filters;
            const double side = offset % 2 == 1 ? 1 : -1, step = (offset + 1) / 2;
            p.save();
            p.translate(m_layout.card.center() + QPointF(0, m_layout.card.height() * 0.3));
            p.rotate(side * step * 6);
            p.translate(-m_layout.card.center() - QPointF(0, m_layout.card.height() * 0.3));
            p.setPen(QPen(memberColour(Role::Filter, f), 2 * px));
            p.setBrush(m_style.theme.surface);
            p.drawRoundedRect(m_layout.card, 8 * px, 8 * px);
            for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
                paintKernel(p, m_layout.kernels[i], f, static_cast<int>(i));
            p.restore();
        }
    if (!isPlain()) {
        p.setPen(QPen(memberColour(Role::Filter, front()), 3 * px));
        p.setBrush(m_style.theme.surface);
        p.drawRoundedRect(m_layout.card, 8 * px, 8 * px);
        if (!s.pooling && filters > 1)
            paintBadge(p, {m_layout.card.left() + 22 * px, m_layout.card.bottom() - 16 * px}, front() + 1,
                       memberColour(Role::Filter, front()));
    }
    for (std::size_t i = 0; i < m_layout.kernels.size(); ++i)
        paintKernel(p, m_layout.kernels[i], front(), firstChannel() + static_cast<int>(i));
    const QRectF box = around(m_layout.kernels);
    if (s.pooling) {
        p.setPen(m_style.theme.role(Role::Filter).text);
        p.setFont(m_style.font(18, QFont::Bold));
        p.drawText(box, Qt::AlignCenter,
                   *s.pooling == Pooling::Max ? QStringLiteral("max")
                                              : m_style.texts.say("ConvPicture", "mean"));
    }
    if (isPlain()) m_brush.outline(p, box, m_style.theme.role(Role::Filter).fill);
}

void GridPainter::paintOperators(QPainter& p) const
{
    if (m_look.isUpright) return; // nothing stands beside anything
    const double px = m_style.scale;
    const QRectF kernel = m_layout.card.isEmpty() ? around(m_layout.kernels) : m_layout.card;
    const double y = kernel.center().y(),
                 reach = isPlain() ? 0 : std::min(m_figure.scene.filters() - 1, 6) * fanStep * px / 2;
    p.setPen(Qt::NoPen);
    p.setBrush(m_style.theme.muted);
    p.drawEllipse(QPointF((m_layout.inputRoom.right() + kernel.left() - reach) / 2, y), 5 * px, 5 * px);
    const double x = (kernel.right() + reach + m_layout.outputRoom.left()) / 2;
    p.setPen(QPen(m_style.theme.muted, 3 * px, Qt::SolidLine, Qt::RoundCap));
    for (const double dy : {-4.5, 4.5})
        p.drawLine(QPointF(x - 9 * px, y + dy * px), QPointF(x + 9 * px, y + dy * px));
}

} // namespace hg
