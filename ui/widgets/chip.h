#pragma once

#include "ui/theme/paint_style.h"

#include <QPushButton>
#include <QStringList>

#include <functional>
#include <vector>

class QMenu;

namespace hg {

/// The colours of a chip: those of the part of the figure that it changes.
enum class ChipLook { Plain, Filter, Accent, Padding };

/// A setting that can be changed in front of an audience.
struct ChipContent {
    QString name;
    QStringList values;
    int current = -1; ///< −1: none of the values, then `shown` stands there
    QString shown;    ///< in place of values[current]
    ChipLook look = ChipLook::Plain;
    bool isNameShown = true;
    bool isElidable = false; ///< the value may end in an ellipsis where room is scarce
    bool areNumbers = true;  ///< Up and the wheel's upward turn go to the next value, else to the one before
    bool isSwitch = false;   ///< off and on: a click turns it
    QStringList groups;      ///< one a value, the list that it stands in, empty for none; or no list at all
    std::function<void(int)> choose;

    QString value() const { return current < 0 ? shown : values.at(current); }
};

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
