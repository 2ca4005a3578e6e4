#include "ui/painters/matrix_layout.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

// In pixels of the design.
constexpr double partTitle = 46, operatorGap = 38, gap = 20, rowLabel = 42, yColumn = 66, heading = 30,
                 sumHeight = 40, productsHeight = 84, largestPlace = 46, largestCell = 52, largestKernel = 42,
                 leastCounts = 250, sideWidth = 190, largestSide = 330;
constexpr double uprightMargin = 8, legibleCell = 34, largestUpright = 46, uprightHeading = 54,
                 uprightCounts = 104, uprightSum = 80, lensHeight = 70, uprightProducts = 134,
                 pictureShare = 0.46; // of the width, for what has no numbers
constexpr double figureShare = 0.36;  // of the height, for the figure above a wide matrix

GridLayout gridAt(const QPointF& corner, Axes n, double cell)
{
    return {QRectF(corner, QSizeF(n.w * cell, n.h * cell)), n.h, n.w, cell};
}

class Parts {
public:
    Parts(const ConvFigure& figure, const ConvMatrix& matrix, int channels, const QSizeF& size,
          const PaintStyle& style)
        : m_style(style)
        , m_size(size)
        , m_input{matrix.inputShape().height, matrix.inputShape().width}
        , m_kernel(figure.scene.kernelSize())
        , m_output{matrix.outputShape().height, matrix.outputShape().width}
        , m_inputs(matrix.inputShape().channels)
        , m_kernels(figure.scene.pooling ? 0 : channels)
        , m_rows(m_output.h * m_output.w)
        , m_columns(matrix.columns())
    {}

    MatrixLayout wide() const
    {
        MatrixLayout l;
        const double top = figureShare * m_size.height(),
                     side = std::min(px(leastCounts), 0.36 * m_size.width());
        placeFigure(l, {0, px(partTitle), m_size.width() - side - px(gap), top - px(partTitle)});
        l.counts = QRectF(m_size.width() - side, 0, side, top);
        l.heading = QRectF(0, top + px(8), m_size.width(), px(heading));
        const double below = px(sumHeight + productsHeight);
        placeMatrix(l, {0, l.heading.bottom() + px(4), m_size.width(),
                        m_size.height() - below - l.heading.bottom() - px(8)});
        l.sum = QRectF(0, m_size.height() - below, m_size.width(), px(sumHeight));
        l.products = QRectF(0, l.sum.bottom(), m_size.width(), px(productsHeight - 2));
        return l;
    }

    MatrixLayout high() const
    {
        MatrixLayout l;
        l.isHigh = true;
        const double left = std::min(px(sideWidth), 0.22 * m_size.width()),
                     right = std::min(px(largestSide), 0.33 * m_size.width()),
                     middle = m_size.width() - left - right - 2 * px(gap);
        placeColumn(l, left);
        l.heading = QRectF(left + px(gap), 0, middle, px(heading));
        placeMatrix(l, {left + px(gap), px(heading) + px(6), middle, m_size.height() - px(heading + 10)});
        const double x = m_size.width() - right;
        const double cell = std::floor(
            std::min({(right) / m_output.w, 0.42 * m_size.height() / m_output.h, px(largestCell)}));
        l.output = gridAt({x, px(partTitle)}, m_output, std::max(0.5, cell));
        l.sum = QRectF(x, l.output.box.bottom() + px(8), right, px(64));
        l.products = QRectF(x, l.sum.bottom() + px(6), right, px(150));
        return l;
    }

    MatrixLayout upright() const
    {
        MatrixLayout l;
        l.isHigh = l.isUpright = true;
        const double left = px(uprightMargin), width = m_size.width() - 2 * left;
        double top = placeRows(l, left, width);
        const auto part = [&](double height) {
            const QRectF box(left, top, width, px(height));
            top = box.bottom() + px(8);
            return box;
        };
        l.counts = part(uprightCounts);
        l.heading = part(uprightHeading);
        const bool isSmall = (width - px(rowLabel + yColumn)) / m_columns >= px(legibleCell);
        if (isSmall) {
            placeMatrix(l, {left, top, width, 1e4});
        } else { // colours, and the row at work under a lens
            const double cell = width / m_columns;
            l.matrix = gridAt({left, top}, {m_rows, m_columns}, cell >= 8 ? std::floor(cell) : cell);
        }
        top = l.matrix.box.bottom() + px(10);
        if (!isSmall) l.lens = part(lensHeight);
        l.sum = part(uprightSum);
        l.products = part(uprightProducts);
        return l;
    }

private:
    double px(double pixels) const { return m_style.px(pixels); }
    /// Input, filter and output in a row.
    void placeFigure(MatrixLayout& l, const QRectF& room) const
    {
        const double gaps = 2 * px(operatorGap) + px(8) * (m_inputs + std::max(0, m_kernels - 1));
        const int across = m_inputs * m_input.w + m_kernels * m_kernel.w + m_output.w;
        const int down = std::max({m_input.h, m_output.h, m_kernels > 0 ? m_kernel.h : 1});
        const double cell =
            std::max(0.5, std::min({(room.width() - gaps) / across, room.height() / down, px(largestCell)}));
        const double side = cell >= 8 ? std::floor(cell) : cell;
        double x = room.left();
        const auto row = [&](int count, Axes n, double size, std::vector<GridLayout>& grids) {
            for (int i = 0; i < count; ++i) {
                grids.push_back(gridAt({x, room.top()}, n, size));
                x = grids.back().box.right() + px(8);
            }
        };
        row(m_inputs, m_input, side, l.inputs);
        x += px(operatorGap - 8);
        if (m_kernels > 0) {
            const double spare = room.right() - x - m_output.w * side - px(operatorGap);
            const double kernel =
                std::clamp(spare / (m_kernels * m_kernel.w) - px(2), side,
                           std::max(side, std::min(px(largestKernel), room.height() / m_kernel.h)));
            row(m_kernels, m_kernel, std::max(0.5, std::floor(kernel)), l.kernels);
            x += px(operatorGap - 8);
        }
        l.output = gridAt({x, room.top()}, m_output, side);
    }
    /// Parts of a figure beside each other as far as their cells stay legible, and then in a row of their
    /// own; gives where they end.
    double placeRows(MatrixLayout& l, double left, double width) const
    {
        struct Part {
            Axes n;
            int count;
        };
        const Part input{m_input, m_inputs}, kernel{m_kernel, m_kernels}, output{m_output, 1};
        double x = left, top = px(partTitle), bottom = top;
        const auto cellOf = [&](const Part& part) {
            const double most = width / part.n.w, beside = pictureShare * most,
                         cell = most < px(legibleCell) ? beside : std::min(px(largestUpright), most);
            return cell >= 8 ? std::floor(cell) : cell;
        };
        const auto place = [&](const Part& part, double before) {
            const double cell = cellOf(part), wide = part.n.w * cell;
            const bool fits = x + before + wide <= left + width + 0.5;
            x = x == left || !fits ? left : x + before;
            if (!fits) top = bottom + px(before > px(8) ? partTitle : 8);
            const GridLayout grid = gridAt({x, top}, part.n, cell);
            x = grid.box.right();
            bottom = std::max(bottom, grid.box.bottom());
            return grid;
        };
        for (int i = 0; i < input.count; ++i)
            l.inputs.push_back(place(input, px(8)));
        for (int i = 0; i < kernel.count; ++i)
            l.kernels.push_back(place(kernel, px(i == 0 ? operatorGap : 8)));
        l.output = place(output, px(operatorGap));
        return bottom + px(14);
    }
    /// Input above filter.
    void placeColumn(MatrixLayout& l, double width) const
    {
        const double high = 0.3 * m_size.height();
        const auto column = [&](int count, Axes n, double top, std::vector<GridLayout>& grids) {
            const double cell =
                std::max(0.5, std::floor(std::min({(width - px(8) * (count - 1)) / (count * n.w),
                                                   (high - px(partTitle)) / n.h, px(largestCell)})));
            for (int i = 0; i < count; ++i)
                grids.push_back(gridAt({i * (n.w * cell + px(8)), top + px(partTitle)}, n, cell));
            return grids.back().box.bottom();
        };
        double top = column(m_inputs, m_input, 0, l.inputs) + px(14);
        if (m_kernels > 0) top = column(m_kernels, m_kernel, top, l.kernels) + px(14);
        l.counts = QRectF(0, top, width, m_size.height() - top);
    }
    /// With the rows' names to the left, and their results to the right.
    void placeMatrix(MatrixLayout& l, const QRectF& room) const
    {
        const CellBrush brush(m_style);
        const double wide = room.width() - px(rowLabel + yColumn);
        double cell = std::min({wide / m_columns, room.height() / (m_rows + 1.35), px(largestPlace)});
        l.hasNumbers = brush.hasNumbers(cell);
        if (!l.hasNumbers) // the results have no cells of their own: their room is the picture's
            cell = std::min({wide / m_columns, room.height() / m_rows, px(largestPlace)});
        if (cell >= 8) cell = std::floor(cell);
        const double left = room.left() + px(rowLabel), top = room.top() + (l.hasNumbers ? 1.35 * cell : 0);
        l.matrix = gridAt({left, top}, {m_rows, m_columns}, cell);
        if (!l.hasNumbers) return;
        l.x = gridAt({left, room.top()}, {1, m_columns}, cell);
        l.y = gridAt({l.matrix.box.right() + px(yColumn) - cell, top}, {m_rows, 1}, cell);
    }

    const PaintStyle& m_style;
    const QSizeF m_size;
    const Axes m_input, m_kernel, m_output;
    const int m_inputs, m_kernels, m_rows, m_columns;
};

} // namespace

MatrixLayout layOutMatrix(const ConvFigure& figure, const ConvMatrix& matrix, int channels,
                          const QSizeF& size, const PaintStyle& style)
{
    const Parts parts(figure, matrix, channels, size, style);
    const MatrixLayout wide = parts.wide(), high = parts.high();
    return high.matrix.cell > 1.1 * wide.matrix.cell ? high : wide;
}

MatrixLayout layOutUprightMatrix(const ConvFigure& figure, const ConvMatrix& matrix, int channels,
                                 double width, const PaintStyle& style)
{
    return Parts(figure, matrix, channels, QSizeF(width, 0), style).upright();
}

} // namespace hg
