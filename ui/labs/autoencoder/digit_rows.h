#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace hg {

/// A row of small pictures with a name, and the mean error of what it shows.
struct PictureRow {
    QString name;
    QColor colour;
    std::vector<QImage> pictures;
    std::optional<double> error;
};

/// Eight digits of the held-out part above what the network and PCA make of them. A click sends one through
/// the network; so do the arrow keys.
class DigitRows : public QWidget {
    Q_OBJECT

public:
    explicit DigitRows(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    void setRows(std::vector<PictureRow> rows);
    /// Which of the pictures is in the network; −1: none of them.
    void setChosen(int column);
    QSize sizeHint() const override { return {420, 190}; }
    QSize minimumSizeHint() const override { return {230, 130}; }

Q_SIGNALS:
    void picked(int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Grid {
        double left, side, gap, nameHeight, rowHeight;
        bool areNamesBeside;
    };
    Grid grid() const;
    QRectF cell(const Grid& grid, int row, int column) const;
    int columns() const;

    PaintStyle m_style;
    std::vector<PictureRow> m_rows;
    int m_chosen = -1;
};

} // namespace hg
