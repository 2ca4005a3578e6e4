#pragma once

#include "ui/labs/fewlabels/mistakes_picture.h"

#include <QWidget>

namespace hg {

/// How many samples of each class are read as each: rows are what they are, columns what is read. A click
/// chooses a cell, another one on it or Esc chooses none; the arrow keys move the choice.
class ConfusionTable : public QWidget {
    Q_OBJECT

public:
    using Cell = ConfusionCell;

    explicit ConfusionTable(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void show(const std::vector<int>& names, const std::vector<int>& counts);
    void clear() { show({}, {}); }
    QSize minimumSizeHint() const override { return {240, 220}; }
    /// Where a cell is seen.
    QRectF cellBox(const Cell& cell) const { return m_table.cellBox(cell, size(), m_style); }
    const Confusion& table() const { return m_table; }

Q_SIGNALS:
    void chosen(std::optional<std::pair<int, int>> cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const std::optional<Cell>& cell);

    PaintStyle m_style;
    Confusion m_table;
};

} // namespace hg
