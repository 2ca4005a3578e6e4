#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;

namespace hg {

/// Four cells in the brackets of a 2 × 2 matrix, with its name beside them, or above where the room is small.
class MatrixBox : public QWidget {
    Q_OBJECT

public:
    /// Takes the cells, row by row.
    MatrixBox(const std::array<QWidget*, 4>& cells, QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style, const QColor& ink);
    void setName(const QString& name);
    void setNarrow(bool isNarrow);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    QColor m_ink;
    QBoxLayout* m_row;
    QLabel* m_name;
    QWidget* m_grid;
};

} // namespace hg
