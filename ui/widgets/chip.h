#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/chip_content.h"

#include <QPushButton>

#include <vector>

class QMenu;

namespace hg {

/// Name and bold value in a role's colour: opens the list of values, and steps through them by wheel, Up and
/// Down. A switch is turned by a click. One chip can hold others that have no room: a list each.
class Chip : public QPushButton {
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);

    void setContent(const ChipContent& content);
    /// What the list holds instead of values of its own.
    void setFolded(std::vector<ChipContent> folded) { m_folded = std::move(folded); }
    std::ptrdiff_t foldedCount() const { return std::ssize(m_folded); }
    void setStyle(const PaintStyle& style);
    QSize sizeHint() const override;
    /// Less than sizeHint() only where the value is elidable.
    QSize minimumSizeHint() const override;
    /// What it takes in a row with others: all of it, of an elidable value as much as names usually need.
    int comfortableWidth() const;
    const ChipContent& content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void press();
    void openList();
    void fillFolded(QMenu& list);
    static void fill(QMenu& list, const ChipContent& content);
    void paintSwitch(QPainter& painter) const;
    void step(int direction);
    void choose(int index);
    double textWidth() const;
    void paintFrame(QPainter& painter) const;
    QColor textColour() const;

    ChipContent m_content;
    std::vector<ChipContent> m_folded;
    PaintStyle m_style;
    int m_wheel = 0; ///< of a step's turn, in eighths of a degree
};

} // namespace hg
