#pragma once

#include "ui/widgets/chip.h"
#include "ui/widgets/panel.h"

#include <vector>

class QHBoxLayout;

namespace hg {

/// Chips in a row. Those for which there is no room are lists of a last chip, "More".
class ChipRow : public Panel {
    Q_OBJECT

public:
    explicit ChipRow(QWidget* parent = nullptr);

    void setContents(std::vector<ChipContent> contents, const PaintStyle& style);
    /// Clicks the chip of that number, from 0, "More" after the others; false where there is none.
    bool press(int number);
    /// The width at which nothing is folded.
    int wholeWidth() const;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fold();
    void growTo(std::size_t count);

    QHBoxLayout* m_row;
    std::vector<Chip*> m_chips;
    Chip* m_rest;
    std::vector<ChipContent> m_contents;
};

} // namespace hg
