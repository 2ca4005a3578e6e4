#pragma once

#include "core/lab/conv_scene.h"

#include <vector>

namespace hg {

/// The stamps of a transposed figure as its output's cells meet them, one cell at a time and without the
/// others: what stampedOutput() gives for all. Cells are in the coordinates of full stamps, cropped ones
/// included; `count` input places have been stamped, with all channels. Refers to the figure, which has to
/// outlive it.
class Stamps {
public:
    explicit Stamps(const ConvFigure& figure);

    Axes size() const { return {static_cast<int>(m_rows.size()), static_cast<int>(m_columns.size())}; }
    /// Whether the cell has had a stamp.
    bool isBegun(int row, int column, int count) const;
    /// Whether it has had its last: a cell that no stamp reaches has none.
    bool isFinished(int row, int column, int count) const;
    bool isOpen(int row, int column, int count) const
    {
        return isBegun(row, column, count) && !isFinished(row, column, count);
    }
    /// Whether no cell of the row has a stamp to come.
    bool isRowFinished(int row, int count) const;
    /// Rows first … last, in which all open cells lie; empty (last < first) where there is none.
    struct Rows {
        int first = 0, last = -1;
    };
    Rows openRows(int count) const;
    /// The sum so far, its bias included, before the activation. Cost: the stamps that reach it, times the
    /// channels.
    double valueAt(int filter, int row, int column, int count) const;

private:
    int place(int row, int column) const { return row * m_figure.geometry.w.output + column; }

    const ConvFigure& m_figure;
    std::vector<std::vector<InputTap>> m_rows, m_columns; ///< by row and column of the cells
};

} // namespace hg
