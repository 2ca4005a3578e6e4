#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace hg {

/// How many samples of each class are read as each: rows are what they are, columns what is read. A click
/// chooses a cell, another one on it or Esc chooses none; the arrow keys move the choice.
class ConfusionTable : public QWidget {
    Q_OBJECT

public:
    using Cell = std::pair<int, int>; ///< class, and class that is read

    explicit ConfusionTable(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void show(const std::vector<int>& names, const std::vector<int>& counts);
    void clear() { show({}, {}); }
    QSize minimumSizeHint() const override { return {240, 220}; }
    /// Where a cell is seen.
    QRectF cellBox(const Cell& cell) const;

Q_SIGNALS:
    void chosen(std::optional<std::pair<int, int>> cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int classes() const { return static_cast<int>(m_names.size()); }
    int countOf(const Cell& cell) const;
    void choose(const std::optional<Cell>& cell);
    void paintHeads(QPainter& p) const;
    void paintCell(QPainter& p, const Cell& cell, int most) const;

    PaintStyle m_style;
    std::vector<int> m_names, m_counts;
    std::optional<Cell> m_chosen;
};

} // namespace hg
