#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <bitset>
#include <vector>

namespace hg {

/// The classes' discs: a click hides a class of the maps or shows it again, a double click leaves it alone.
class ClassLegend : public Panel {
    Q_OBJECT

public:
    explicit ClassLegend(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// Which classes there are, and which are shown.
    void setClasses(const std::bitset<10>& present, const std::bitset<10>& shown);

Q_SIGNALS:
    void toggled(int label, bool isShown);
    void isolated(int label);

private:
    class Disc;
    std::vector<Disc*> m_discs;
    PaintStyle m_style;
};

} // namespace hg
