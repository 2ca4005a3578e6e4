#pragma once

#include "core/nn/layer_spec.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <optional>
#include <span>

namespace hg {

/// A grid of equal cells on the stage.
struct GridLayout {
    QRectF box;
    int rows = 0, columns = 0;
    double cell = 0;

    QRectF at(double row, double column) const
    {
        return {box.left() + column * cell, box.top() + row * cell, cell, cell};
    }
    QRectF span(double row, double column, double height, double width) const
    {
        return {box.left() + column * cell, box.top() + row * cell, width * cell, height * cell};
    }
    /// The row and column of the cell that a point lies in; nothing outside.
    std::optional<Axes> cellAt(const QPointF& point) const
    {
        if (!box.contains(point)) return std::nullopt;
        return Axes{std::min(rows - 1, static_cast<int>((point.y() - box.top()) / cell)),
                    std::min(columns - 1, static_cast<int>((point.x() - box.left()) / cell))};
    }
};

/// The grid as large as it fits, in the middle of the box's width and at its top.
GridLayout fittedGrid(const QRectF& box, int rows, int columns);

/// The greatest magnitude, by which cells are shaded; 1 where all are 0.
double shadeScaleOf(std::span<const double> numbers);

/// The box of all of them.
inline QRectF around(const std::vector<GridLayout>& grids)
{
    QRectF box;
    for (const GridLayout& grid : grids)
        box = box.united(grid.box);
    return box;
}

/// How a product stands in a sum.
enum class TermState {
    Pending, ///< not added yet
    Zero,    ///< adds nothing
    Counts
};
inline TermState termState(bool isFormed, double weight)
{
    return !isFormed ? TermState::Pending : weight == 0 ? TermState::Zero : TermState::Counts;
}

/// Draws the parts that every picture of cells is made of, in one style.
class CellBrush {
public:
    explicit CellBrush(const PaintStyle& style) : m_style(style), m_marks(style) {}

    QString number(double value) const { return m_style.texts.number(value); }
    /// Whether a cell of that side carries its number, and a factor's chip beside it.
    bool hasNumbers(double cell) const;
    bool hasChips(double cell) const;

    void cell(QPainter& p, const QRectF& cell, const QColor& ground, const QColor& border,
              Qt::PenStyle style = Qt::SolidLine) const;
    void hatch(QPainter& p, const QRectF& cell, const QColor& hatch, bool isSteep = false) const
    {
        if (cell.width() >= smallestHatched) m_marks.hatch(p, cell, hatch, isSteep);
    }
    void question(QPainter& p, const QRectF& box) const { m_marks.question(p, box); }
    void value(QPainter& p, const QRectF& cell, double value, const QColor& ink,
               QFont::Weight weight = QFont::Normal) const;
    void words(QPainter& p, const QRectF& cell, const QString& text, const QColor& ink,
               QFont::Weight weight = QFont::Normal) const;
    /// A value with its weight on a corner chip; nothing of the value where the chip would leave no room.
    void factor(QPainter& p, const QRectF& cell, double value, double weight, const QColor& ink,
                bool isFormed) const;
    /// Dashed while pending, grey where it adds nothing.
    void chip(QPainter& p, const QRectF& cell, const QString& text, TermState state) const;
    /// An outline on top, never a wash over the cells.
    void outline(QPainter& p, const QRectF& rect, const QColor& colour, double width = 4,
                 Qt::PenStyle style = Qt::SolidLine) const
    {
        m_marks.outline(p, rect, colour, width, style);
    }
    /// A bracket along a side with a number in its middle. `isBelow`: under `from` … `to`; else to their
    /// left.
    void bracket(QPainter& p, QPointF from, QPointF to, const QString& text, bool isBelow) const;

    double draw(QPainter& p, QPointF baseline, const std::vector<TextRun>& runs, double pixels) const
    {
        return m_marks.runs(p, baseline, runs, pixels);
    }
    double widthOf(const std::vector<TextRun>& runs, double pixels) const
    {
        return m_marks.widthOf(runs, pixels);
    }

private:
    static constexpr double smallestHatched = 2; // pixels; there can be a hundred thousand smaller ones

    const PaintStyle& m_style;
    PaintMarks m_marks;
};

} // namespace hg
