#include "ui/painters/plane_twin_layout.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

// In pixels of the design.
constexpr double cardGap = 18, footHeight = 46, inset = 16, headHeight = 60, partTitle = 44, outputTitle = 32,
                 columnGap = 20, operatorGap = 44, below = 12;
constexpr double largestOutput = 44, largestInput = 56, largestTurned = 42, largestPlain = 20,
                 largestCount = 24, leastColumn = 122, termColumn = 46;

GridLayout gridAt(const QPointF& corner, Axes n, double cell)
{
    return {QRectF(corner, QSizeF(n.w * cell, n.h * cell)), n.h, n.w, cell};
}

Axes sizeOf(Shape shape)
{
    return {shape.height, shape.width};
}

/// The place of everything in one of the cards.
class Cards {
public:
    Cards(const ConvFigure& figure, const ConvFigure& twin, const QSizeF& size, const PaintStyle& style)
        : m_style(style)
        , m_input(sizeOf(figure.inputShape()))
        , m_kernel(figure.scene.kernelSize())
        , m_padded{twin.geometry.h.padded(), twin.geometry.w.padded()}
        , m_output(sizeOf(twin.outputShape()))
        , m_width((size.width() - px(cardGap)) / 2)
        , m_height(size.height() - px(footHeight))
    {}

    PlaneTwinLayout layOut()
    {
        m_layout.stampCard = QRectF(0, 0, m_width, m_height);
        m_layout.slideCard = m_layout.stampCard.translated(m_width + px(cardGap), 0);
        m_layout.foot = QRectF(0, m_height, 2 * m_width + px(cardGap), px(footHeight));
        m_cell = outputCell();
        m_outputTop = px(headHeight + outputTitle) + m_padded.h * m_cell;
        placeSliding();
        placeStamping();
        m_layout.badge = QPointF(m_width + px(cardGap) / 2, m_layout.stamped.box.center().y());
        const CellBrush brush(m_style);
        m_layout.hasNumbers = brush.hasNumbers(m_cell) && brush.hasNumbers(m_layout.input.cell) &&
                              brush.hasNumbers(m_layout.turned.cell);
        return m_layout;
    }

private:
    double px(double pixels) const { return m_style.px(pixels); }
    double inner() const { return m_width - 2 * px(inset); }
    /// Beside the grids, for the filter and the terms.
    double leastBeside() const
    {
        return px(std::max(leastColumn, std::min(5, m_kernel.w) * termColumn)) + px(columnGap);
    }
    /// Both outputs and the input with its zeros have the same cells.
    double outputCell() const
    {
        const double high = (m_height - px(headHeight + outputTitle + below)) / (m_padded.h + m_output.h),
                     wide = (inner() - leastBeside()) / std::max(m_padded.w, m_output.w);
        return std::max(1.0, std::floor(std::min({high, wide, px(largestOutput)})));
    }
    void placeStamping()
    {
        const QPointF corner(m_layout.stampCard.left() + px(inset), px(headHeight + partTitle));
        const double high = (m_outputTop - px(outputTitle) - corner.y()) / std::max(m_input.h, m_kernel.h),
                     wide = (inner() - px(operatorGap)) / (m_input.w + m_kernel.w),
                     cell = std::max(1.0, std::floor(std::min({high, wide, px(largestInput)})));
        m_layout.input = gridAt(corner, m_input, cell);
        m_layout.kernel =
            gridAt({m_layout.input.box.right() + px(operatorGap), corner.y()}, m_kernel, cell);
        m_layout.stamped = gridAt({corner.x(), m_outputTop}, m_output, m_cell);
        const double left = m_layout.stamped.box.right() + px(columnGap),
                     right = m_layout.stampCard.right() - px(inset),
                     count = std::min({px(largestCount), (right - left) / m_output.w, 0.72 * m_cell});
        m_layout.counts = gridAt({left, m_outputTop}, m_output, count);
        const double top = m_layout.counts.box.bottom() + px(8);
        m_layout.stampText = QRectF(left, top, right - left, m_layout.stampCard.bottom() - px(below) - top);
    }
    void placeSliding()
    {
        const double left = m_layout.slideCard.left() + px(inset),
                     right = m_layout.slideCard.right() - px(inset);
        m_layout.padded = gridAt({left, px(headHeight)}, m_padded, m_cell);
        m_layout.slid = gridAt({left, m_outputTop}, m_output, m_cell);
        const double beside = m_layout.padded.box.right() + px(columnGap), room = right - beside;
        placeFilters(beside, room, m_layout.padded.box.bottom());
        const double text = m_layout.slid.box.right() + px(columnGap);
        m_layout.slideText =
            QRectF(text, m_outputTop, right - text, m_layout.slideCard.bottom() - px(below) - m_outputTop);
    }
    /// The turned filter, and where it came from above it.
    void placeFilters(double left, double room, double bottom)
    {
        constexpr double title = 24, note = 20;
        const double small = std::floor(std::min(px(largestPlain), 0.5 * room / m_kernel.w));
        double top = px(headHeight) + px(note) + m_kernel.h * small + px(10 + title);
        const auto turnedCell = [&] {
            return std::floor(std::min({px(largestTurned), room / m_kernel.w, (bottom - top) / m_kernel.h}));
        };
        if (CellBrush(m_style).hasNumbers(turnedCell()))
            m_layout.plain = gridAt({left, px(headHeight + note)}, m_kernel, small);
        else
            top = px(headHeight + title);
        m_layout.turned = gridAt({left, top}, m_kernel, std::max(1.0, turnedCell()));
    }

    const PaintStyle& m_style;
    const Axes m_input, m_kernel, m_padded, m_output;
    const double m_width, m_height;
    double m_cell = 1, m_outputTop = 0;
    PlaneTwinLayout m_layout;
};

} // namespace

PlaneTwinLayout layOutPlaneTwin(const ConvFigure& figure, const ConvFigure& twin, const QSizeF& size,
                                const PaintStyle& style)
{
    return Cards(figure, twin, size, style).layOut();
}

} // namespace hg
